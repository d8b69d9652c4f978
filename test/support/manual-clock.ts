import type { Clock } from '../../src/dingtalk/clock.ts'

/** Time that moves when a test says so. */
export interface ManualClock extends Clock {
  /** Lets this many milliseconds pass; whoever wakes in them wakes in order. */
  pass(milliseconds: number): Promise<void>
  /** Ends once somebody sleeps; for how many milliseconds from now. */
  asleep(): Promise<number>
}

/** A clock at 0. Chance is always one half. */
export function manualClock(): ManualClock {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  const watchers: ((left: number) => void)[] = []
  let now = 0
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    now: () => now,
    random: () => 0.5,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, wake })
        for (const watcher of watchers.splice(0)) watcher(milliseconds)
      }),
    asleep: () => new Promise((resolve) => watchers.push(resolve)),
    async pass(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        await turn()
        sleepers.sort((a, b) => a.at - b.at)
        const next = sleepers[0]
        if (next === undefined || next.at > until) break
        sleepers.shift()
        now = Math.max(now, next.at)
        next.wake()
      }
      now = until
      await turn()
    },
  }
}
