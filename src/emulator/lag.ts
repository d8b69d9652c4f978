import type { FaultAction } from './faults.ts'
import type { Records } from './records.ts'

/** What reads still see while they lag behind writes: the company as it was before the first write that is not shown. */
export class Lag {
  readonly #now: () => number
  #counted: { readonly records: Records; reads: number } | undefined
  #timed: readonly { readonly records: Records; readonly until: number }[] = []

  /** `now` in Unix milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** A write was executed that reads are not to show yet; `before` is the company without it. */
  fallBehind(before: Records, fault: FaultAction): void {
    if ('lag' in fault && fault.lag > 0)
      this.#counted = {
        records: this.#counted?.records ?? before,
        reads: Math.max(this.#counted?.reads ?? 0, fault.lag),
      }
    if ('lagFor' in fault) this.#timed = [...this.#timed, { records: before, until: this.#now() + fault.lagFor }]
  }

  /** The company as one read sees it; undefined where that is the present one. */
  read(): Records | undefined {
    const now = this.#now()
    this.#timed = this.#timed.filter(({ until }) => until > now)
    const counted = this.#counted
    if (counted !== undefined && --counted.reads === 0) this.#counted = undefined
    return counted?.records ?? this.#timed[0]?.records
  }
}
