import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOffline } from '../../src/commands/plan-offline.ts'
import type { Company } from '../support/company.ts'
import { edited, history, told } from './history.ts'

/** Plans that read less than everything, of any company and any change of its files, beside the one that reads it all. */

/** Runs a property on fresh companies; `twin` makes one more with the same past. */
function always(
  work: (company: Company, twin: () => Promise<Company>) => Promise<void>,
  numRuns: number,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const open: Company[] = []
      const make = async () => {
        const company = await edited(steps)
        open.push(company)
        return company
      }
      try {
        await work(await make(), make)
      } finally {
        for (const company of open) await company.close()
      }
    }),
    { numRuns, seed: 20260722 },
  )
}

test('the offline plan has the changes of the full one, and asks nobody', async () => {
  await always(async (company) => {
    const full = await company.plan()
    const calls = company.emulator.log.length
    const { plan } = await planOffline({ directory: company.folder, base: 'HEAD' })
    expect(company.emulator.log.length).toBe(calls)
    expect(told(plan.changes)).toEqual(told(full.plan.changes))
    expect([plan.refresh, plan.complete, plan.hash === full.plan.hash]).toEqual(['none', false, false])
  }, 8)
}, 120_000)

test('the narrowed plan is the full one, and applying it leaves the same company and the same lock', async () => {
  let narrow = 0
  await always(async (company, twin) => {
    const full = await company.plan()
    const { plan } = await company.plan({ base: 'HEAD', refresh: 'touched' })
    expect(told(plan.changes)).toEqual(told(full.plan.changes))
    expect([plan.hash, plan.complete, plan.refusals]).toEqual([full.plan.hash, true, full.plan.refusals])
    if (plan.refresh === 'touched') narrow++
    const other = await twin()
    expect((await other.apply()).end).toBe('done')
    expect((await company.apply({ base: 'HEAD', refresh: 'touched' })).end).toBe('done')
    expect(await company.lock()).toBe(await other.lock())
    expect(stateOf(company)).toEqual(stateOf(other))
    expect(told((await company.plan()).plan.changes)).toEqual([])
  }, 8)
  expect(narrow).toBeGreaterThan(3)
}, 240_000)

test('what was edited in DingTalk and not in the files is neither seen nor undone', async () => {
  await always(async (company) => {
    const { plan, touched } = await company.plan({ base: 'HEAD', refresh: 'touched' })
    if (touched === undefined) return
    const lock = JSON.parse(await company.lock()).resources
    const left = (kind: string) => Object.keys(lock[kind] ?? {}).filter((key) => !touched.has({ kind, key }))
    for (const userid of left('user')) company.emulator.console('updateUser', { userid, title: '控制台' })
    const changed = await company.plan({ base: 'HEAD', refresh: 'touched' })
    expect(told(changed.plan.changes)).toEqual(told(plan.changes))
    const { outcomes } = await company.apply({ base: 'HEAD', refresh: 'touched' })
    expect(outcomes.filter(({ change }) => !touched.has(change.ref))).toEqual([])
    const after = JSON.parse(await company.lock()).resources
    for (const userid of left('user')) {
      const title = stateOf(company).users.find((person) => person.userid === userid)?.title
      expect([title, after.user[userid]]).toEqual(['控制台', lock.user[userid]])
    }
  }, 8)
}, 240_000)

/** The whole company as DingTalk has it. */
function stateOf({ emulator }: Company): { readonly users: readonly { userid: string; title: string }[] } {
  const text = JSON.stringify(emulator.state.records.company('dingcorp0001'))
  return JSON.parse(text, (key, value) => (key === 'create_time' ? '' : value))
}
