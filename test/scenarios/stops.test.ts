import { expect, test } from 'vitest'
import type { FaultAction } from '../../src/emulator/faults.ts'
import { applyAgain, founding, isWell, result, start, undisturbed } from '../support/disturbed.ts'

/** What every further call would meet ends the run at once; the next one, with the trouble gone, does the rest. */
const troubles: readonly (readonly [string, FaultAction])[] = [
  ['a permission is taken away', { refuse: { errcode: 88, sub_code: '60011' } }],
  ['the app is disabled', { refuse: { errcode: 50003 } }],
  ['the address leaves the list', { refuse: { errcode: 88, sub_code: '60020' } }],
  ['the quota of the month is used up', { refuse: { errcode: 90020 } }],
]

test.each(troubles)('%s in the middle of a run: nothing more is sent', async (_, fault) => {
  const expected = await undisturbed('founding')
  const company = await start(founding)
  company.emulator.inject({ match: { effect: 'write', nth: 4 }, do: fault, times: Number.POSITIVE_INFINITY })
  const { end, outcomes } = await company.apply()
  expect(end).toBe('interrupted')
  expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'failed'])
  expect(outcomes.at(-1)).not.toHaveProperty('reason')
  company.emulator.clearFaults()
  expect(await applyAgain(company, 1)).toBe('done after 1')
  expect(isWell(await result(company, expected))).toBe(true)
})

test('one unclear answer after the other ends the run; those about one person do not', async () => {
  const lost = { match: { effect: 'write', nth: 5 }, do: { status: 502 }, times: Number.POSITIVE_INFINITY } as const
  const company = await start(founding)
  company.emulator.inject({
    ...lost,
    match: { operation: 'createUser', where: ({ userid }) => userid === 'lilei' },
  })
  const one = await company.apply()
  expect(one.end).toBe('incomplete')
  expect(one.outcomes.flatMap((found) => (found.status === 'failed' ? [found.reason] : []))).toEqual(['unclear'])
  await company.close()

  const other = await start(founding)
  other.emulator.inject(lost)
  const many = await other.apply()
  expect(many.end).toBe('interrupted')
  expect(many.outcomes.flatMap((found) => (found.status === 'failed' ? [found.reason] : []))).toEqual(
    Array(5).fill('unclear'),
  )
})
