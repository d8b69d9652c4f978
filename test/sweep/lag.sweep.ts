import { expect, test } from 'vitest'
import { lag, laggedBadly, laggingOf } from './lag.ts'
import { alone } from './meeting.ts'
import { inParallel, progress, shardOf } from './table.ts'
import { livedIn } from './world.ts'

/** Every write of a large change left without an answer while reads lag behind by up to five seconds. */

test('each write without an answer while no read shows what was written', async () => {
  const print = (line: string) => process.stderr.write(`${line}\n`)
  const world = await livedIn()
  const { expected, writes } = await alone(world)
  const all = shardOf(laggingOf(writes))
  print(`\nReads lag: ${writes} writes, ${all.length} cases here`)
  const tick = progress(all.length, print)
  const found = await inParallel(all, async (one) => {
    const lagged = await lag(world, expected, one)
    tick()
    return lagged
  })
  print(`${all.length} cases, ${found.filter(laggedBadly).length} bad`)
  expect(found.filter(laggedBadly)).toEqual([])
})
