import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { estimateCost } from '../../src/core/cost.ts'
import { type Company, startCompany } from '../support/company.ts'
import { writeCongress } from '../support/congress.ts'
import { temporaryFolder } from '../support/files.ts'
import { leastCreateCalls, leastEmptyReadCalls, leastReadCalls } from '../support/least-calls.ts'

/** docs/calls.md says how many calls are needed; here they are counted, on two whole companies. */

let company: Company | undefined
afterEach(async () => company?.close())

const companies: readonly [string, (folder: string) => Promise<void>][] = [
  ['the example company', (folder) => cp(join(import.meta.dirname, '../../directory'), folder, { recursive: true })],
  ['the Congress', (folder) => writeCongress(folder, 'first')],
]

describe.each(companies)('%s', (_name, write) => {
  test('is made and read with the least number of calls, none refused, and no API called twice as often', async () => {
    const folder = await temporaryFolder()
    await write(folder)
    company = await startCompany({ folder })

    const applied = await company.apply()
    expect(applied.end).toBe('done')
    const second = await company.plan()
    expect(second.plan.changes).toEqual([])

    const { directory, settings } = second.desired
    const corp = settings.corp !== null
    expect(applied.stats.total).toBe(leastEmptyReadCalls(directory, { corp }) + leastCreateCalls(directory))
    expect(estimateCost(applied.plan).calls).toBe(leastCreateCalls(directory))
    // Settings that needed no write at the founding, such as a department that states to have no head.
    const learned = second.plan.adopted.filter(({ ref }) => ref.kind === 'department-settings').length
    expect(second.stats.total).toBe(leastReadCalls(directory, { corp, learned }))
    expect(company.emulator.log.filter(({ outcome }) => outcome !== 0)).toEqual([])
  })
})

test('no API is called more than 15 times in any second, as DingTalk sees it', async () => {
  const folder = await temporaryFolder()
  await cp(join(import.meta.dirname, '../../directory'), folder, { recursive: true })
  company = await startCompany({ folder, emulator: { rate: 20 }, rate: 15 })
  expect((await company.apply()).end).toBe('done')

  for (const times of startsOf(company).values())
    for (const [index, start] of times.entries()) {
      const sixteenth = times[index + 15]
      if (sixteenth !== undefined) expect(sixteenth - start).toBeGreaterThanOrEqual(1000)
    }
})

function startsOf({ emulator }: Company): ReadonlyMap<string, number[]> {
  const times = new Map<string, number[]>()
  for (const { operation, at } of emulator.log)
    times.set(String(operation), [...(times.get(String(operation)) ?? []), at])
  return times
}
