import type { Clock } from './clock.ts'

/**
 * Spaces the calls of each API evenly instead of counting them in windows: whatever second the server looks at, it sees
 * no more than the rate. Calls of one API wait in a row and the head of the row alone watches the clock, so a pause
 * reaches those that were already waiting. An API that was throttled goes slower and recovers with each success.
 */
export class Limiter {
  readonly #rate: number
  readonly #total: { readonly spacing: number; next: number }
  readonly #clock: Clock
  readonly #lanes = new Map<string, Lane>()

  constructor(rate: number, clock: Clock) {
    this.#rate = rate
    this.#total = { spacing: spacing(Math.max(rate, totalRate)), next: 0 }
    this.#clock = clock
  }

  /** Resolves when a call of this API may be sent. */
  take(api: string): Promise<void> {
    const lane = this.#lane(api)
    lane.tail = lane.tail.then(() => this.#wait(lane))
    return lane.tail
  }

  /** The server refused a call for its rate; `everywhere`: it named all APIs. One refusal counts per pause. */
  throttled(api: string, pause: number, everywhere: boolean): void {
    const lane = this.#lane(api)
    const now = this.#clock.now()
    if (now >= lane.pausedUntil) lane.rate = Math.max(Math.min(1, this.#rate), lane.rate * 0.7)
    lane.pausedUntil = Math.max(lane.pausedUntil, now + pause)
    lane.next = Math.max(lane.next, lane.pausedUntil)
    if (everywhere) this.#total.next = Math.max(this.#total.next, now + pause)
  }

  /** A call of this API was let through. */
  succeeded(api: string): void {
    const lane = this.#lane(api)
    lane.rate = Math.min(this.#rate, lane.rate + this.#rate / 200)
  }

  #lane(api: string): Lane {
    let lane = this.#lanes.get(api)
    if (!lane) {
      lane = { tail: Promise.resolve(), next: 0, rate: this.#rate, pausedUntil: 0 }
      this.#lanes.set(api, lane)
    }
    return lane
  }

  async #wait(lane: Lane): Promise<void> {
    for (;;) {
      const wait = Math.max(lane.next, this.#total.next) - this.#clock.now()
      // Timers know whole milliseconds only; what is left of one is carried over to the next call.
      if (wait < 1) break
      await this.#clock.sleep(Math.floor(wait))
    }
    const now = this.#clock.now()
    lane.next = Math.max(lane.next, now - lateness) + spacing(lane.rate)
    this.#total.next = Math.max(this.#total.next, now - lateness) + this.#total.spacing
  }
}

interface Lane {
  tail: Promise<void>
  next: number
  rate: number
  pausedUntil: number
}

/** Calls per second over all APIs; the vendor blocks an address at 10000 in 20 s, which a whole company may share. */
const totalRate = 200

/** Timers ring late; so many milliseconds of that are made up for by the next call, or a long run would fall behind. */
const lateness = 5

/** 6 % more than even, so that jitter on the way does not put one call too many into a second. */
function spacing(rate: number): number {
  return (1000 / rate) * 1.06
}
