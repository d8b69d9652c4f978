import type { EventCounts, WatchReport } from '../core/watch.ts'
import type { Clock } from '../dingtalk/clock.ts'
import { type Address, addressText } from '../events/address.ts'
import { receivePushes } from '../events/http.ts'
import { Intake, type IntakeNote } from '../events/intake.ts'
import { EventQueue } from '../events/queue.ts'
import { followStream, type StreamNote } from '../events/stream.ts'
import { takeLease } from '../io/lease.ts'
import { readLock } from '../io/lockfile.ts'
import { corpOf, loadValid, type PlanInput } from './plan.ts'
import { assertPullable, type PullBranch, type PulledToBranch } from './watch-pull.ts'
import { Watcher } from './watch-work.ts'

/** What goes on in a watcher, for its log. */
export type WatchNote =
  | StreamNote
  | IntakeNote
  | { readonly note: 'read'; readonly full: boolean; readonly objects: number; readonly differences: number }
  | ({ readonly note: 'pulled' } & PulledToBranch)
  | { readonly note: 'not-pulled'; readonly branch: string; readonly error: Error }
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
  /** Puts what was changed in DingTalk on a branch; only reports it where left out. */
  readonly pull?: PullBranch
  /** Ends once the report is out; it counts as told then. */
  readonly onReport: (report: WatchReport) => Promise<void>
  readonly onNote: (note: WatchNote) => void
  /** Told once, when the watcher begins. */
  readonly onStatus?: (status: WatchStatus) => void
}

/** The organisation was dissolved: there is nothing to follow any more. */
export class CompanyDissolved extends Error {
  override name = 'CompanyDissolved'

  constructor() {
    super('DingTalk says that this organisation was dissolved')
  }
}

/**
 * Follows a company until the signal: events mark objects, marked objects are read again, and what differs from the
 * files is reported, and committed to a branch where that is wanted. Writes neither to DingTalk nor into the files.
 *
 * @throws InvalidDirectory, LockInvalid and BranchUnusable before anything is followed; LeaseHeld where another watcher does;
 * DingTalkError where the first connection is refused for good; CompanyDissolved.
 */
export async function watch(input: WatchInput): Promise<void> {
  const { directory, client, credential, clock, time, onNote } = input
  const lock = await readLock(directory)
  const { settings } = await loadValid(input, lock)
  if (input.pull !== undefined) await assertPullable({ directory, into: input.pull })
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
