/**
 * What is to be done later, by the emulator's clock. Where that is the real one, timers do it; where a test holds the
 * clock, `run` does what has become due.
 */
export class Timetable {
  readonly #now: () => number
  readonly #ticking: boolean
  readonly #entries = new Set<{ readonly at: number; readonly work: () => void; timer?: NodeJS.Timeout }>()

  /** `ticking`: the clock goes on by itself, and timers may follow it. */
  constructor(now: () => number, ticking: boolean) {
    this.#now = now
    this.#ticking = ticking
  }

  /** Does the work after so many milliseconds, unless what it returns is called before. */
  after(milliseconds: number, work: () => void): () => void {
    const entry: { at: number; work: () => void; timer?: NodeJS.Timeout } = { at: this.#now() + milliseconds, work }
    this.#entries.add(entry)
    if (this.#ticking)
      entry.timer = setTimeout(() => {
        this.#entries.delete(entry)
        work()
      }, milliseconds).unref()
    return () => {
      this.#entries.delete(entry)
      clearTimeout(entry.timer)
    }
  }

  /** Does what is due, the earliest first. */
  run(): void {
    const now = this.#now()
    const due = [...this.#entries].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    for (const entry of due) {
      if (!this.#entries.delete(entry)) continue
      clearTimeout(entry.timer)
      entry.work()
    }
  }

  /** Forgets everything. */
  stop(): void {
    for (const { timer } of this.#entries) clearTimeout(timer)
    this.#entries.clear()
  }
}
