import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf, estimatedCalls, MOST_DAYS, MOST_PEOPLE, windowsOf } from '../../src/core/attendance.ts'
import { dayAfter, isDay } from '../../src/core/day.ts'
import { runs } from '../support/runs.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => dayAfter('1990-01-01', n))

test('windows and portions meet every person on every day once, and no limit is passed', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 260 }), (from, length, people) => {
      const days = { from, to: dayAfter(from, length) }
      const met = new Map<string, number>()
      for (const window of windowsOf(days)) {
        const inside: string[] = []
        for (let one = window.from; one <= window.to; one = dayAfter(one, 1)) inside.push(one)
        expect(inside.length).toBeLessThanOrEqual(MOST_DAYS)
        for (const batch of batchesOf(Array.from({ length: people }, (_, at) => at))) {
          expect(batch.length).toBeLessThanOrEqual(MOST_PEOPLE)
          for (const person of batch)
            for (const one of inside) met.set(`${person} ${one}`, (met.get(`${person} ${one}`) ?? 0) + 1)
        }
      }
      expect(met.size).toBe(people * (length + 1))
      expect([...met.values()].filter((times) => times !== 1)).toEqual([])
    }),
    { numRuns: runs(300, 40) },
  )
})

test.each([
  ['seven days are one window', '2026-11-01', '2026-11-07', 1],
  ['eight are two', '2026-11-01', '2026-11-08', 2],
  ['one day is one', '2026-11-01', '2026-11-01', 1],
  ['over the end of a leap February', '2028-02-27', '2028-03-04', 1],
])('%s', (_, from, to, count) => expect(windowsOf({ from, to })).toHaveLength(count))

test('a day is one of the calendar', () => {
  const found = ['2026-02-29', '2028-02-29', '2026-13-01', '2026-1-1', '2026-11-01T00:00', '', '20261101'].map(isDay)
  expect(found).toEqual([false, true, false, false, false, false, false])
})

test('calls are told before they are made', () => {
  const month = { from: '2026-11-01', to: '2026-11-30' }
  expect(estimatedCalls('records', month, 10_000)).toBe(1000)
  expect(estimatedCalls('results', month, 10_000)).toBe(200 * (4 * 10 + 4))
  expect(estimatedCalls('results', month, 0)).toBe(0)
})
