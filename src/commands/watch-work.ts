import { readFailedEvents } from '../events/failed.ts'
import type { Intake } from '../events/intake.ts'
import { pause } from '../events/pause.ts'
import type { EventQueue } from '../events/queue.ts'
import { isTaken } from '../io/lease.ts'
import type { WatchInput, WatchStatus } from './watch.ts'
import { compare } from './watch-compare.ts'

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
