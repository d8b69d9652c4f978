import { expect, test } from 'vitest'
import { type Disturbance, type Gone, type Rehearsal, rehearse, suffer, type Verdict } from './case.ts'
import { crashesOf, cutsOf, inParallel, isUnsafe, progress, shardOf, tableOf, withoutLock, wrongOnes } from './table.ts'
import { livedIn } from './world.ts'

/**
 * Every request of a large change and everything it does to its files, cut off at every point; on demand and weekly.
 * `SWEEP_SHARD=2/4` runs a part of the cases.
 */

const print = (line: string) => process.stderr.write(`${line}\n`)

async function sweep(title: string, choose: (rehearsal: Rehearsal) => Disturbance[], gone: Gone): Promise<Verdict[]> {
  const began = Date.now()
  const world = await livedIn()
  const rehearsal = await rehearse(world)
  const writes = rehearsal.requests.filter(({ effect }) => effect === 'write').length
  const every = choose(rehearsal)
  const all = shardOf(every)
  print(
    `\n${title}: ${rehearsal.requests.length} requests, of them ${writes} writes; ${every.length} cases, ${all.length} here`,
  )
  const tick = progress(all.length, print)
  const verdicts = await inParallel(all, async (disturbance) => {
    const verdict = await suffer(world, rehearsal.expected, disturbance, gone)
    tick()
    return verdict
  })
  const table = gone === 'journal-and-lock' ? tableOf(verdicts, withoutLock) : tableOf(verdicts)
  print(`\n${table}\n\n${((Date.now() - began) / 60_000).toFixed(1)} minutes`)
  return verdicts
}

/** The deaths that leave DingTalk ahead of what is on disk: after each write was done, and before each thing on disk. */
const deaths = (rehearsal: Rehearsal) => [
  ...cutsOf(rehearsal).filter(
    (cut) =>
      cut.at === 'request' &&
      cut.dies &&
      cut.point === 'processed-not-answered' &&
      rehearsal.requests[cut.nth - 1]?.effect === 'write',
  ),
  ...crashesOf(rehearsal).filter((crash) => crash.at === 'disk' && !crash.power && crash.name.startsWith('rename')),
]

test('each request cut at each point', async () => {
  expect(wrongOnes(await sweep('Requests', cutsOf, 'nothing'))).toEqual([])
})

test('the process killed before everything that it does to its files', async () => {
  expect(wrongOnes(await sweep('Files', crashesOf, 'nothing'))).toEqual([])
})

test('the runner lost with its journal, the lock as it was on disk', async () => {
  expect(wrongOnes(await sweep('Journal lost', deaths, 'journal'))).toEqual([])
})

test('the disk wiped: journal and lock lost', async () => {
  expect(wrongOnes(await sweep('Journal and lock lost', deaths, 'journal-and-lock'), isUnsafe)).toEqual([])
})
