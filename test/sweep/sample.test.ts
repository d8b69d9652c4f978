import { expect, test } from 'vitest'
import { rehearse, suffer } from './case.ts'
import { randomNumbers, seedOfRun } from './random.ts'
import { crashesOf, cutsOf, inParallel, sampleOf, wrongOnes } from './table.ts'
import { livedIn } from './world.ts'

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
})
