import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Said } from './child.ts'

/** Where a watched process is, and what it takes; see `watched`. */
export interface Steps {
  /** Measures one item. What is thrown becomes a sentence. */
  take(nth: number, work: () => string[] | Promise<string[]>): Promise<string[]>
  say(what: Said): void
  /** Says which item took longest. */
  end(): void
}

/** Beyond this an item has to explain itself. */
const LIMIT = 1000

/** Steps in a folder in which somebody looks. */
export function stepsIn(room: string): Steps {
  const progress = openSync(join(room, 'progress'), 'w')
  let slowest = { nth: -1, milliseconds: -1 }
  const say = (what: Said) => void writeSync(1, `${JSON.stringify(what)}\n`)
  return {
    say,
    async take(nth, work) {
      writeSync(progress, String(nth).padEnd(12), 0)
      // A hang lasts by the clock, which also counts what other processes do; and it keeps the processor busy, which also
      // counts the threads that collect garbage beside it. What is shorter of both is this item's own.
      const [began, start] = [process.cpuUsage(), performance.now()]
      let wrong: string[]
      try {
        wrong = await work()
      } catch (error) {
        wrong = [`thrown: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : String(error)}`]
      }
      const { user, system } = process.cpuUsage(began)
      const milliseconds = Math.round(Math.min((user + system) / 1000, performance.now() - start))
      if (milliseconds > slowest.milliseconds) slowest = { nth, milliseconds }
      if (milliseconds > LIMIT) say({ nth, slow: milliseconds })
      return wrong
    },
    end: () => say({ slowest }),
  }
}
