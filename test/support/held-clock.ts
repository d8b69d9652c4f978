import type { Clock } from '../../src/dingtalk/clock.ts'
import { randomNumbers } from '../../src/emulator/random.ts'

/**
 * Time that stands still while anybody works or a request is on its way, and jumps to whoever wakes first once all
 * sleep. So what a server sees at its end, by the same clock, is when things were really sent.
 */
export interface HeldClock extends Clock {
  /** Requests are counted as on their way until `arrived` has caught up with `sent`. */
  watch(traffic: { sent(): number; arrived(): number }): void
}

/** Begins in November 2026 where nothing else is said; chance depends on the seed alone. */
export function heldClock(seed: number, start = Date.UTC(2026, 10, 21)): HeldClock {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  let traffic = { sent: () => 0, arrived: () => 0 }
  let now = start
  let pumping = false
  const pump = () => {
    if (traffic.sent() > traffic.arrived()) return void setImmediate(pump)
    sleepers.sort((a, b) => a.at - b.at)
    const first = sleepers.shift()
    if (first) {
      now = Math.max(now, first.at)
      first.wake()
    }
    pumping = sleepers.length > 0
    if (pumping) setImmediate(pump)
  }
  return {
    watch(watched) {
      traffic = watched
    },
    now: () => now,
    random: randomNumbers(seed),
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, wake })
        if (!pumping) setImmediate(pump)
        pumping = true
      }),
  }
}
