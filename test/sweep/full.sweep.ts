import { expect, test } from 'vitest'
import { type Disturbance, type Gone, rehearse, suffer, type Verdict } from './case.ts'
import { crashesOf, cutsOf, inParallel, progress, tableOf, wrongOnes } from './table.ts'
import { livedIn, type World } from './world.ts'

/** Every request of a large change and everything it does to its files, cut off at every point; on demand and weekly. */

const print = (line: string) => process.stderr.write(`${line}\n`)

async function sweep(
  title: string,
  disturbances: (rehearsal: Awaited<ReturnType<typeof rehearse>>) => Disturbance[],
  gone: Gone,
): Promise<Verdict[]> {
  const began = Date.now()
  const world: World = await livedIn()
  const rehearsal = await rehearse(world)
  const writes = rehearsal.requests.filter(({ effect }) => effect === 'write').length
  const all = disturbances(rehearsal)
  print(`\n${title}: ${rehearsal.requests.length} requests, of them ${writes} writes, ${all.length} cases`)
  const tick = progress(all.length, print)
  const verdicts = await inParallel(all, async (disturbance) => {
    const verdict = await suffer(world, rehearsal.expected, disturbance, gone)
    tick()
    return verdict
  })
  print(`\n${tableOf(verdicts)}\n\n${((Date.now() - began) / 60_000).toFixed(1)} minutes`)
  return verdicts
}

test('each request cut at each point', async () => {
  expect(wrongOnes(await sweep('Requests', cutsOf, 'nothing'))).toEqual([])
})

test('the process killed before everything that it does to its files', async () => {
  expect(wrongOnes(await sweep('Files', crashesOf, 'nothing'))).toEqual([])
})
