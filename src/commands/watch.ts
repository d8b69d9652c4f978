import type { EventCounts, WatchReport } from '../core/watch.ts'
import type { Clock } from '../dingtalk/clock.ts'
import { type Address, addressText } from '../events/address.ts'
import { readFailedEvents } from '../events/failed.ts'
import { receivePushes } from '../events/http.ts'
import { Intake, type IntakeNote } from '../events/intake.ts'
import { pause } from '../events/pause.ts'
import { EventQueue } from '../events/queue.ts'
import { followStream, type StreamNote } from '../events/stream.ts'
import { isTaken, takeLease } from '../io/lease.ts'
import { readLock } from '../io/lockfile.ts'
import { corpOf, loadValid, type PlanInput } from './plan.ts'
import { compare } from './watch-compare.ts'

/** What goes on in a watcher, for its log. */
export type WatchNote =
  | StreamNote
  | IntakeNote
  | { readonly note: 'read'; readonly full: boolean; readonly objects: number; readonly differences: number }
  | { readonly note: 'failed'; readonly error: Error; readonly wait: number }
  | { readonly note: 'failed-list'; readonly events: number | null }
  | { readonly note: 'applying' }
  | { readonly note: 'listening'; readonly address: string }
  | { readonly note: 'stopped'; readonly counts: EventCounts }

/** How things stand, without any data: what a health endpoint tells. Times are those of the clock; null is never. */
export interface WatchStatus {
  connected: boolean
  lastFrame: number | null
  lastEvent: number | null
  lastRead: number | null
  lastFullRead: number | null
  /** Comparisons that failed in a row. */
  failures: number
  /** Objects that wait to be read. */
  readonly waiting: number
}

export interface WatchInput extends Pick<PlanInput, 'directory' | 'client' | 'credential' | 'language'> {
  readonly clock: Clock
  /** The time of day, in Unix milliseconds. */
  readonly time: () => number
  readonly signal: AbortSignal
  /** Receives HTTP pushes there with these secrets; over a Stream connection where left out. */
  readonly http?: { readonly address: Address; readonly token: string; readonly aesKey: string }
  /** For how many milliseconds nothing must come in before objects are read. */
  readonly settle: number
  /** Ends once the report is out; it counts as told then. */
  readonly onReport: (report: WatchReport) => Promise<void>
  readonly onNote: (note: WatchNote) => void
  /** Told once, when the watcher begins. */
  readonly onStatus?: (status: WatchStatus) => void
}

/** However much comes in, objects are read after this many milliseconds, or four times `settle` where that is longer. */
const LONGEST_FOLD = 60_000
/** Milliseconds between two looks whether an apply in this directory has ended. */
const APPLY_POLL = 2000
/** An apply that takes longer may have died on a machine of which nothing can be seen from here. */
const LONGEST_APPLY = 1_800_000
const RETRY = 5000
const LONGEST_RETRY = 600_000
/** A narrowed read that failed so often is given up for one of the whole company. */
const NARROW_ATTEMPTS = 3

/** The organisation was dissolved: there is nothing to follow any more. */
export class CompanyDissolved extends Error {
  override name = 'CompanyDissolved'

  constructor() {
    super('DingTalk says that this organisation was dissolved')
  }
}

/**
 * Follows a company until the signal: events mark objects, marked objects are read again, and what differs from the
 * files is reported. Writes neither to DingTalk nor into the files.
 *
 * @throws InvalidDirectory and LockInvalid before anything is followed; LeaseHeld where another watcher does;
 * DingTalkError where the first connection is refused for good; CompanyDissolved.
 */
export async function watch(input: WatchInput): Promise<void> {
  const { directory, client, credential, clock, time, onNote } = input
  const lock = await readLock(directory)
  const { settings } = await loadValid(input, lock)
  const release = takeLease(directory, time(), 'watch')
  const ended = new AbortController()
  const signal = AbortSignal.any([input.signal, ended.signal])
  const queue = new EventQueue(directory)
  const status: WatchStatus = {
    connected: false,
    lastFrame: null,
    lastEvent: null,
    lastRead: null,
    lastFullRead: null,
    failures: 0,
    get waiting() {
      return queue.state.dirty.size
    },
  }
  input.onStatus?.(status)
  let dissolved = false
  const corp = lock.corp ?? corpOf(settings, undefined)
  const intake = new Intake({
    queue,
    corp,
    onNote,
    onDissolved() {
      dissolved = true
      ended.abort()
    },
  })
  const watcher = new Watcher({ ...input, signal }, queue, intake, status)
  let begin = () => {}
  // What is read before events can arrive would have to be read again.
  const begun = new Promise<void>((resolve) => {
    begin = resolve
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const stream = () =>
    followStream({
      client,
      credential,
      clock,
      signal,
      keep: (read) => watcher.keep(read),
      onFrame() {
        status.lastFrame = clock.now()
      },
      async onConnected(gap) {
        if (gap) await queue.markFull('gap')
      },
      onNote(note) {
        status.connected = note.note === 'connected'
        onNote(note)
        begin()
      },
    })
  const receiver = ({ address, ...secrets }: NonNullable<WatchInput['http']>) =>
    receivePushes({
      address,
      keys: { ...secrets, owners: [credential.clientId, ...(corp === null ? [] : [corp])] },
      time,
      signal,
      keep: (read) => watcher.keep(read),
      onListening(port) {
        status.connected = true
        onNote({ note: 'listening', address: addressText({ ...address, port }) })
        begin()
      },
      onPush() {
        status.lastFrame = clock.now()
      },
      onRefused: (reason) => intake.refuse(reason),
    })
  try {
    await queue.markFull('start')
    const following = input.http === undefined ? stream() : receiver(input.http)
    // Whichever ends first takes the other along.
    const ends = await Promise.allSettled(
      [following, begun.then(() => watcher.work())].map((each) => each.finally(() => ended.abort())),
    )
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    if (dissolved) throw new CompanyDissolved()
  } finally {
    onNote({ note: 'stopped', counts: intake.counts })
    release()
  }
}

/** Takes events in and compares what they mark, one comparison at a time. */
class Watcher {
  readonly #input: WatchInput
  readonly #queue: EventQueue
  readonly #intake: Intake
  readonly #status: WatchStatus
  readonly #operators = new Map<string, string | null>()
  #arrived: number

  constructor(input: WatchInput, queue: EventQueue, intake: Intake, status: WatchStatus) {
    this.#input = input
    this.#queue = queue
    this.#intake = intake
    this.#status = status
    this.#arrived = input.clock.now()
  }

  async keep(read: Parameters<Intake['take']>[0]): Promise<void> {
    this.#status.lastEvent = this.#input.clock.now()
    if (await this.#intake.take(read)) this.#arrived = this.#input.clock.now()
  }

  async work(): Promise<void> {
    const { signal, clock, onNote } = this.#input
    while (!signal.aborted) {
      if (!this.#queue.waiting) await this.#queue.news(signal)
      await this.#fold()
      await this.#untilApplied()
      if (signal.aborted) return
      try {
        await this.#compare()
        this.#status.failures = 0
      } catch (error) {
        if (signal.aborted) return
        this.#status.failures += 1
        const { failures } = this.#status
        if (failures === NARROW_ATTEMPTS && this.#queue.state.full === null) await this.#queue.markFull('unreadable')
        const wait = Math.min(LONGEST_RETRY, RETRY * 2 ** (failures - 1))
        onNote({ note: 'failed', error: error as Error, wait })
        await pause(clock, wait, signal)
      }
    }
  }

  /** Waits until nothing has come in for a while: one edit in the console is several events. */
  async #fold(): Promise<void> {
    const { clock, settle, signal } = this.#input
    const latest = clock.now() + Math.max(LONGEST_FOLD, 4 * settle)
    this.#arrived = Math.max(this.#arrived, clock.now())
    for (;;) {
      const left = Math.min(this.#arrived + settle, latest) - clock.now()
      if (left <= 0 || signal.aborted) return
      await pause(clock, left, signal)
    }
  }

  /** An apply in this directory is half done: what it has not written yet is no difference. */
  async #untilApplied(): Promise<void> {
    const { directory, clock, signal, onNote } = this.#input
    if (!isTaken(directory)) return
    onNote({ note: 'applying' })
    const latest = clock.now() + LONGEST_APPLY
    while (isTaken(directory) && clock.now() < latest && !signal.aborted) await pause(clock, APPLY_POLL, signal)
  }

  async #compare(): Promise<void> {
    const { client, clock, time, onNote, onReport } = this.#input
    if (this.#queue.state.full !== null) {
      const failed = await readFailedEvents(client)
      onNote({ note: 'failed-list', events: failed?.length ?? null })
      for (const read of failed ?? []) await this.#intake.take(read)
    }
    const taken = this.#queue.state
    const { report, told, full } = await compare({
      ...this.#input,
      state: taken,
      time: time(),
      operators: this.#operators,
    })
    if (report !== null) await onReport(report)
    await this.#queue.settle({ taken, told, full, at: time() })
    this.#status.lastRead = clock.now()
    if (full) this.#status.lastFullRead = this.#status.lastRead
    const differences = report === null ? 0 : report.changes.length + report.unmanaged.length
    onNote({ note: 'read', full, objects: taken.dirty.size, differences })
  }
}
