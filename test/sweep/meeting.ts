import { type Applied, apply } from '../../src/commands/apply.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import { randomNumbers } from '../../src/emulator/random.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { hurriedClock, writesIn } from '../support/disturbed.ts'
import { foundIn } from './case.ts'
import { startFront } from './front.ts'
import { compare, type Expected, type Wrong } from './verdict.ts'
import { applied, emulate, inFolder, planned, type World, withClient } from './world.ts'

/** Two appliers at once, each with its own copy of the directory, as two runners of CI. */

/** What came of a meeting. */
export interface Met extends Wrong {
  readonly seed: number
  /** How each of the two ended; an error is one that nobody caught. */
  readonly ends: readonly (Applied['end'] | `error: ${string}`)[]
  /** How the run after them ended, and what it left to do. */
  readonly then: string
  readonly left: readonly string[]
  /** Who was let through, in order: what makes one interleaving different from another. */
  readonly order: string
}

/** What undisturbed means here: one applier alone; and how many writes that takes. */
export async function alone(world: World): Promise<{ readonly expected: Expected; readonly writes: number }> {
  const emulator = await emulate(world.company)
  try {
    return await inFolder(world.files, async (folder) => {
      const { end } = await applied(emulator, folder, hurriedClock())
      if (end !== 'done') throw new Error(`one applier alone ended ${end}`)
      return { expected: await foundIn(world, emulator, folder), writes: writesIn(emulator).length }
    })
  } finally {
    await emulator.close()
  }
}

/** Lets two appliers meet: which request goes next is drawn by the seed. One of them is run once more afterwards. */
export async function meet(world: World, expected: Expected, seed: number): Promise<Met> {
  const emulator = await emulate(world.company)
  try {
    return await inFolder(world.files, (first) =>
      inFolder(world.files, async (second) => {
        const { ends, order } = await together(emulator, first, second, seed)
        const folder = seed % 2 === 0 ? first : second
        const { end: then } = await applied(emulator, folder, hurriedClock())
        const { plan } = await planned(emulator, folder, hurriedClock())
        const left = [
          ...plan.changes.map(({ action, ref }) => `${action} ${ref.kind} ${ref.key}`),
          ...plan.refusals.map(({ code }) => `refused: ${code}`),
        ]
        const wrong = compare(expected, await foundIn(world, emulator, folder))
        return { seed, ends, then, left, order, ...wrong }
      }),
    )
  } finally {
    await emulator.close()
  }
}

/** Applies two copies of a directory at once; the seed draws whose request goes next. Each has its own clock, or one. */
export async function together(
  emulator: Emulator,
  first: string,
  second: string,
  seed: number,
  clock?: Clock,
): Promise<Pick<Met, 'ends' | 'order'>> {
  const turns = new Turns(['a', 'b'], seed)
  const ends = await Promise.all([
    one(emulator, first, turns, 'a', clock ?? hurriedClock()).finally(() => turns.leave('a')),
    one(emulator, second, turns, 'b', clock ?? hurriedClock()).finally(() => turns.leave('b')),
  ])
  return { ends, order: turns.order }
}

/** Whether two appliers came to anything but one clean end. */
export const metBadly = ({ ends, then, left, duplicates, lost, differs }: Met) =>
  then !== 'done' ||
  ends.some((end) => end.startsWith('error')) ||
  [left, duplicates, lost, differs].some((found) => found.length > 0)

async function one(
  emulator: Emulator,
  directory: string,
  turns: Turns,
  name: string,
  time: Clock,
): Promise<Met['ends'][number]> {
  const front = await startFront(emulator, { gate: () => turns.take(name) })
  try {
    const { end } = await withClient(
      front.emulator,
      (input) => apply({ directory, ...input, approve: async () => true, time }),
      time,
    )
    return end
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : error}`
  } finally {
    await front.close()
  }
}

/**
 * Holds every request until each of those who are still there wants something, then lets one through. How often it
 * changes sides is drawn, too, so that there are meetings at every step and runs that overlap only at their ends.
 */
class Turns {
  readonly #waiting = new Map<string, (() => void)[]>()
  readonly #random: () => number
  readonly #changes: number
  #last = ''
  order = ''

  constructor(names: readonly string[], seed: number) {
    for (const name of names) this.#waiting.set(name, [])
    this.#random = randomNumbers(seed)
    this.#changes = this.#random()
  }

  take(name: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.#waiting.get(name)
      if (queue === undefined) return resolve()
      queue.push(resolve)
      this.#next()
    })
  }

  leave(name: string): void {
    for (const release of this.#waiting.get(name) ?? []) release()
    this.#waiting.delete(name)
    this.#next()
  }

  #next(): void {
    const names = [...this.#waiting.keys()]
    while (names.length > 0 && names.every((name) => this.#waiting.get(name)?.length !== 0)) {
      const others = names.filter((name) => name !== this.#last)
      const goesOn = names.includes(this.#last) && this.#random() >= this.#changes
      const name = goesOn ? this.#last : (others[Math.floor(this.#random() * others.length)] ?? this.#last)
      this.#last = name
      this.order += name
      this.#waiting.get(name)?.shift()?.()
    }
  }
}
