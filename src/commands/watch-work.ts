import { readFailedEvents } from '../events/failed.ts'
import type { Intake } from '../events/intake.ts'
import { pause } from '../events/pause.ts'
import type { EventQueue } from '../events/queue.ts'
import { isTaken } from '../io/lease.ts'
import type { Start } from '../io/own-branch.ts'
import { drift } from './drift.ts'
import type { WatchInput, WatchStatus } from './watch.ts'
import { type Compared, compare } from './watch-compare.ts'
import { beginPull, isPullRefusal, pullInto } from './watch-pull.ts'

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

/** Takes events in and compares what they mark, one comparison at a time. */
export class Watcher {
  readonly #input: WatchInput
  readonly #queue: EventQueue
  readonly #intake: Intake
  readonly #status: WatchStatus
  readonly #operators = new Map<string, string | null>()
  #arrived: number
  /** Something may not be on the branch yet: a pull was refused or failed. */
  #unpulled = false

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
    const { pull } = this.#input
    const begun = pull && (await settled(beginPull({ ...this.#input, into: pull })))
    const compared = await compare({
      ...this.#input,
      state: taken,
      time: time(),
      operators: this.#operators,
      whole: pull?.adopt === true,
    })
    const { report, told, full } = compared
    const isEqualAgain = [...taken.told.keys()].some((name) => !told.has(name))
    const mayDiffer = report !== null || isEqualAgain || compared.drifted !== undefined || this.#unpulled
    const failed = begun && mayDiffer ? await this.#pull(begun, compared) : undefined
    if (report !== null) await onReport(report)
    await this.#queue.settle({ taken, told, full, at: time() })
    this.#status.lastRead = clock.now()
    if (full) this.#status.lastFullRead = this.#status.lastRead
    const differences = report === null ? 0 : report.changes.length + report.unmanaged.length
    onNote({ note: 'read', full, objects: taken.dirty.size, differences })
    if (failed === undefined) return
    await this.#queue.markFull('unpulled')
    throw failed
  }

  /**
   * Puts what was changed in DingTalk on the branch. What refuses that is said, and tried again when something else is
   * compared; the result is what has to be tried again in any case.
   */
  async #pull(begun: Settled<Start>, { drifted, attributed }: Compared): Promise<Error | undefined> {
    const { directory, client, credential, language, pull: into, onNote } = this.#input
    if (into === undefined) return undefined
    const door = { directory, client, credential, ...(language !== undefined && { language }) }
    this.#unpulled = true
    try {
      if ('error' in begun) throw begun.error
      const all = drifted ?? (await drift({ ...door, ...(into.adopt && { whole: true }) }))
      const pulled = await pullInto({ ...door, into }, begun.value, all, attributed)
      this.#unpulled = false
      if (pulled !== null) onNote({ note: 'pulled', ...pulled })
      return undefined
    } catch (error) {
      if (!isPullRefusal(error)) return error as Error
      onNote({ note: 'not-pulled', branch: into.branch, error })
      return undefined
    }
  }
}

type Settled<T> = { readonly value: T } | { readonly error: unknown }

/** What comes of it, to be looked at later. */
async function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work }
  } catch (error) {
    return { error }
  }
}
