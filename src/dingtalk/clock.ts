import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

/** Time and chance as the client sees them, so that a test can hold both. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** From 0 up to, not including, 1. */
  random(): number
}

/** The real one; its sleeps end with an error when the signal says so. */
export function systemClock(signal: AbortSignal): Clock {
  // Every lane of the limiter may be asleep at once; that is no leak.
  setMaxListeners(0, signal)
  return {
    now: () => performance.now(),
    sleep: (milliseconds) => delay(milliseconds, undefined, { signal }),
    random: Math.random,
  }
}
