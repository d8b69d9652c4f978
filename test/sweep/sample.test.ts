import { expect, test } from 'vitest'
import { randomNumbers } from '../../src/emulator/random.ts'
import { founding, later } from '../support/disturbed.ts'
import { rehearse, suffer } from './case.ts'
import { lag, laggedBadly, laggingOf } from './lag.ts'
import { alone, meet, metBadly } from './meeting.ts'
import { seedOfRun, some } from './random.ts'
import { crashesOf, cutsOf, inParallel, sampleOf, wrongOnes } from './table.ts'
import { changing, founded, livedIn } from './world.ts'

/**
 * A sample of the exhaustive sweep (`npm run test:sweep`): the real program is killed or cut off somewhere in a large
 * change, is run once more, and everything is as if nothing had happened.
 */
test('wherever a large change is cut off, one more run leaves nothing twice, nothing forgotten and nothing to do', async () => {
  const seed = seedOfRun()
  console.log(`SWEEP_SEED=${seed} repeats this sample`)
  const random = randomNumbers(seed)
  const world = await livedIn()
  const rehearsal = await rehearse(world)
  const sample = [...sampleOf(cutsOf(rehearsal), 2, random), ...sampleOf(crashesOf(rehearsal), 1, random)]
  const verdicts = await inParallel(sample, (disturbance) => suffer(world, rehearsal.expected, disturbance))
  expect(wrongOnes(verdicts)).toEqual([])
}, 400_000)

test.each([
  ['that is founded', () => founded(founding)],
  ['that is changed in every way', () => changing(founding, later)],
] as const)('two appliers in a company %s leave nothing twice, and the next run agrees', async (_, make) => {
  const world = await make()
  const { expected } = await alone(world)
  const seed = seedOfRun()
  console.log(`SWEEP_SEED=${seed} repeats these meetings`)
  const all = []
  for (let nth = 0; nth < 10; nth++) all.push(await meet(world, expected, seed + nth))
  expect(all.filter(metBadly)).toEqual([])
})

test('a write without an answer, while no read shows it for five seconds, is neither done twice nor forgotten', async () => {
  const seed = seedOfRun()
  console.log(`SWEEP_SEED=${seed} repeats this sample`)
  const world = await livedIn()
  const { expected, writes } = await alone(world)
  const found = await inParallel(some(laggingOf(writes), 6, randomNumbers(seed)), (one) => lag(world, expected, one))
  expect(found.filter(laggedBadly)).toEqual([])
})
