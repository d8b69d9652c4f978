import { afterAll, expect, test } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { seedOfRun } from '../sweep/random.ts'
import { built } from './child.ts'
import { type Report, watch } from './watch.ts'

/** 100,000 hostile inputs, on demand and weekly; HOSTILE_SEED repeats a run, and HOSTILE_NTH one input of it. */

afterAll(removeTemporaryFolders)

const seed = seedOfRun('HOSTILE_SEED')
const only = process.env['HOSTILE_NTH']
const LANES = 2
const ROW = 1000
const print = (line: string) => process.stderr.write(`${line}\n`)

test.each([
  ['files', 97_000],
  ['trees', 3000],
] as const)('hostile %s end in findings: no crash, no hang, no other prototype', async (what, count) => {
  const began = Date.now()
  const reader = await built('reader.ts')
  const [first, end] = only ? [Number(only), Number(only) + 1] : [0, count]
  const reports: Report[] = []
  let next = first
  const lane = async () => {
    while (next < end) {
      const from = next
      const to = Math.min(end, from + ROW)
      next = to
      const report = await watch(reader, [what, seed], [from, to])
      reports.push(report)
      for (const { nth, how } of report.misbehaved) print(`HOSTILE_NTH=${nth} ${how}`)
      print(`${what} ${from} to ${to}: the slowest, no. ${report.slowest.nth}, took ${report.slowest.milliseconds} ms`)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const { nth, milliseconds } = reports.map(({ slowest }) => slowest).reduce(slower)
  const seconds = Math.round((Date.now() - began) / 1000)
  print(
    `HOSTILE_SEED=${seed}: ${end - first} ${what} in ${seconds} s; the slowest, no. ${nth}, took ${milliseconds} ms`,
  )
  expect(reports.flatMap(({ misbehaved }) => misbehaved)).toEqual([])
})

function slower(one: Report['slowest'], other: Report['slowest']): Report['slowest'] {
  return one.milliseconds > other.milliseconds ? one : other
}
