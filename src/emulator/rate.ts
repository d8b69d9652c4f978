import type { OperationId } from '../dingtalk/operation.ts'

/** Counts calls per API in seconds of the clock. Who is over the rate is refused for the rest of that second. */
export class Rate {
  readonly #perSecond: number
  readonly #now: () => number
  readonly #counts = new Map<OperationId, { second: number; calls: number }>()

  constructor(perSecond: number, now: () => number) {
    this.#perSecond = perSecond
    this.#now = now
  }

  /** Whether this call of an API may pass. */
  admits(id: OperationId): boolean {
    const second = Math.floor(this.#now() / 1000)
    const count = this.#counts.get(id)
    const calls = count?.second === second ? count.calls + 1 : 1
    this.#counts.set(id, { second, calls })
    return calls <= this.#perSecond
  }
}
