import type { Clock } from './clock.ts'

/** The right to send one call now, and what became of it. Every turn ends in one of these; only the first counts. */
export interface Turn {
  /** The server let the call through, whatever it answered. */
  passed(): void
  /** It refused the call for its rate; `everywhere`: it named all APIs. */
  throttled(pause: number, everywhere: boolean): void
  /** No answer came, or none that is the server's own. */
  lost(): void
  /** Nothing was sent. */
  unused(): void
}

/**
 * Spaces the calls of each API evenly instead of counting them in windows: whatever second the server looks at, it sees
 * no more than the rate. Calls of one API wait in a row and the head of the row alone watches the clock, so a pause
 * reaches those that were already waiting.
 *
 * After trouble an API is half open: when the pause is over, one call finds out whether the trouble is, and all others
 * wait for what it says. Each time that it is not, the pause doubles. An API that was throttled goes slower than before
 * and recovers with each call that passes.
 */
export class Limiter {
  readonly #rate: number
  readonly #clock: Clock
  readonly #all: Pace
  readonly #lanes = new Map<string, Lane>()

  constructor(rate: number, clock: Clock) {
    this.#rate = rate
    this.#clock = clock
    this.#all = new Pace(Math.max(rate, totalRate))
  }

  /** Resolves when a call of this API may be sent; one that is sent `again` goes before those that never were. */
  take(api: string, again = false): Promise<Turn> {
    let lane = this.#lanes.get(api)
    if (!lane) {
      lane = { pace: new Pace(this.#rate), row: [], watched: false }
      this.#lanes.set(api, lane)
    }
    const { row, watched } = lane
    const turn = new Promise<Turn>((resolve, reject) => {
      row[again ? 'unshift' : 'push']({ resolve, reject })
    })
    if (!watched) void this.#watch(lane)
    return turn
  }

  async #watch(lane: Lane): Promise<void> {
    lane.watched = true
    try {
      while (lane.row.length > 0) {
        await this.#ready(lane.pace)
        const turn = this.#turn(lane.pace)
        lane.row.shift()?.resolve(turn)
      }
    } catch (error) {
      for (const waiting of lane.row.splice(0)) waiting.reject(error)
    } finally {
      lane.watched = false
    }
  }

  async #ready(pace: Pace): Promise<void> {
    for (;;) {
      const probe = pace.probe ?? this.#all.probe
      const wait = Math.max(pace.next, this.#all.next) - this.#clock.now()
      // Timers know whole milliseconds only; what is left of one is carried over to the next call.
      if (probe === undefined && wait < 1) return
      await (probe ?? this.#clock.sleep(Math.floor(wait)))
    }
  }

  #turn(pace: Pace): Turn {
    const now = this.#clock.now()
    const ends = [pace, this.#all].map((each) => each.give(now))
    let over = false
    const end = (say: () => void) => () => {
      if (over) return
      over = true
      say()
      for (const end of ends) end()
    }
    const [probe, probeOfAll] = [pace.probe !== undefined, this.#all.probe !== undefined]
    const trouble = (each: Pace, isProbe: boolean, pause: number, slower: boolean) =>
      each.trouble(isProbe, { now: this.#clock.now(), pause, slower, jitter: this.#clock.random() })
    return {
      passed: end(() => {
        pace.passed(probe)
        this.#all.passed(probeOfAll)
      }),
      throttled: (pause, everywhere) =>
        end(() => {
          trouble(pace, probe, pause, true)
          if (everywhere) trouble(this.#all, probeOfAll, pause, false)
          else this.#all.passed(probeOfAll)
        })(),
      lost: end(() => {
        trouble(pace, probe, 0, false)
        if (probeOfAll) trouble(this.#all, true, 0, false)
      }),
      unused: end(() => {}),
    }
  }
}

interface Lane {
  readonly pace: Pace
  readonly row: { resolve(turn: Turn): void; reject(error: unknown): void }[]
  watched: boolean
}

/** How fast calls may follow each other, of one API or of all. */
class Pace {
  readonly #most: number
  #rate: number
  /** Refusals since a call passed, those in flight when the first of them came counted as one. */
  #troubles = 0
  /** When the next call may be sent. */
  next = 0
  /** Fulfilled when the call that finds out whether the trouble is over has ended; undefined while there is none. */
  probe: Promise<void> | undefined

  constructor(rate: number) {
    this.#most = rate
    this.#rate = rate
  }

  /** One call is sent now; the result is called when it has ended. */
  give(now: number): () => void {
    this.next = Math.max(this.next, now - lateness) + (1000 / this.#rate) * margin
    if (this.#troubles === 0) return () => {}
    let end = () => {}
    this.probe = new Promise((resolve) => {
      end = resolve
    })
    return () => {
      this.probe = undefined
      end()
    }
  }

  /** A call was let through. One that was sent before the trouble began says nothing about it. */
  passed(isProbe: boolean): void {
    if (isProbe) this.#troubles = 0
    if (this.#troubles === 0) this.#rate = Math.min(this.#most, this.#rate + this.#most / 200)
  }

  trouble(
    isProbe: boolean,
    { now, pause, slower, jitter }: { now: number; pause: number; slower: boolean; jitter: number },
  ): void {
    let wait = pause
    if (isProbe || this.#troubles === 0) {
      if (slower) this.#rate = Math.max(Math.min(1, this.#most), this.#rate * 0.7)
      // A little at random, so that two programs that were refused together do not come back together.
      wait = Math.max(pause, Math.min(longestPause, firstPause * 2 ** this.#troubles)) * (1 + jitter / 10)
      this.#troubles++
    }
    this.next = Math.max(this.next, now + wait)
  }
}

/** Calls per second over all APIs; the vendor blocks an address at 10000 in 20 s, which a whole company may share. */
const totalRate = 200

/** Timers ring late; so many milliseconds of that are made up for by the next call, or a long run would fall behind. */
const lateness = 5

/** 6 % more than even, so that jitter on the way does not put one call too many into a second. */
const margin = 1.06

/** Milliseconds of silence after the first trouble, and at most. A code that asks for more gets it. */
const firstPause = 1000
const longestPause = 16_000
