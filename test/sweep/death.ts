import { cpSync } from 'node:fs'
import type { Applied } from '../../src/commands/apply.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { type CutPoint, startFront } from './front.ts'
import { applied } from './world.ts'

/** An apply in this process that loses its connection at the nth write, and dies with it or lives on. */
export interface Death {
  readonly nth: number
  readonly point: CutPoint
  readonly dies: boolean
  /** A folder for what is on disk at that moment. */
  readonly left: string
}

/**
 * Applies, and cuts it off. A run that dies leaves in `left` what its directory was at that moment; what it goes on to do
 * in this process reaches nobody. `struck` is false where it was over before that.
 */
export async function cutOff(
  emulator: Emulator,
  directory: string,
  clock: Clock,
  { nth, point, dies, left }: Death,
): Promise<{ readonly struck: boolean; readonly result: PromiseSettledResult<Applied> }> {
  let writes = 0
  let struck = false
  const front = await startFront(emulator, {
    cut: {
      when: ({ effect }) => (effect === 'write' && ++writes === nth) || (struck && dies),
      point: () => (struck ? 'before-sending' : point),
      strike: () => {
        if (struck) return
        struck = true
        if (dies) cpSync(directory, left, { recursive: true })
      },
    },
  })
  try {
    const run = applied(
      front.emulator,
      directory,
      mortal(clock, () => struck && dies),
    )
    const [result] = await Promise.allSettled([run])
    return { struck, result }
  } finally {
    await front.close()
  }
}

/** The clock of a process that may die: its time goes on, and takes nobody else's with it. */
function mortal(clock: Clock, isDead: () => boolean): Clock {
  let ahead = 0
  return {
    now: () => clock.now() + ahead,
    async sleep(milliseconds) {
      if (!isDead()) return clock.sleep(milliseconds)
      ahead += milliseconds
      await new Promise((resolve) => setImmediate(resolve))
    },
    random: () => clock.random(),
  }
}
