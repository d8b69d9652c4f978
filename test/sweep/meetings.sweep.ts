import { expect, test } from 'vitest'
import { founding, later } from '../support/disturbed.ts'
import { alone, type Met, meet, metBadly } from './meeting.ts'
import { seedOfRun } from './random.ts'
import { progress } from './table.ts'
import { changing, founded } from './world.ts'

/** A thousand meetings of two appliers; on demand and weekly. */

const MEETINGS = 500

test.each([
  ['that is founded', () => founded(founding)],
  ['that is changed in every way', () => changing(founding, later)],
] as const)('two appliers in a company %s leave nothing twice, and the next run agrees', async (title, make) => {
  const print = (line: string) => process.stderr.write(`${line}\n`)
  const began = Date.now()
  const world = await make()
  const { expected } = await alone(world)
  const seed = seedOfRun()
  print(`\nTwo appliers in a company ${title}, SWEEP_SEED=${seed}`)
  const tick = progress(MEETINGS, print)
  const all: Met[] = []
  for (let nth = 0; nth < MEETINGS; nth++) {
    all.push(await meet(world, expected, seed + nth))
    tick()
  }
  const different = new Set(all.map(({ order }) => order)).size
  const minutes = ((Date.now() - began) / 60_000).toFixed(1)
  print(
    `${MEETINGS} meetings, ${different} different interleavings, ${all.filter(metBadly).length} bad, ${minutes} minutes`,
  )
  expect(all.filter(metBadly)).toEqual([])
})
