import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOffline } from '../../src/commands/plan-offline.ts'
import type { Change } from '../../src/core/model.ts'
import { startCompany } from '../support/company.ts'
import { replaceFiles, repository } from '../support/repository.ts'
import { type Edit, edit, edits, filesOf, newDraft } from './draft.ts'

/** A plan that asks nobody says what one that reads everything says, as long as DingTalk is as the base commit says. */

const chosen = fc.record({
  name: fc.constantFrom(...(Object.keys(edits) as Edit[])),
  a: fc.nat({ max: 1000 }),
  b: fc.nat({ max: 1000 }),
})
/** What a company begins with, so that every edit has something to be about. */
const founding: readonly Edit[] = ['found', 'found', 'found', 'hire', 'hire', 'hire', 'hire', 'role', 'member', 'head']
const told = (changes: readonly Change[]) => changes.map(({ action, ref, patch }) => [action, ref.kind, ref.key, patch])

test('whatever was edited since the base commit, the offline plan has the changes of the full one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(chosen, { maxLength: 12 }),
      fc.array(chosen, { minLength: 1, maxLength: 8 }),
      async (before, after) => {
        const draft = newDraft()
        for (const [index, name] of founding.entries()) edit(draft, name, index, index)
        for (const { name, a, b } of before) edit(draft, name, a, b)
        const company = await startCompany({ files: filesOf(draft) })
        try {
          expect((await company.apply()).end).toBe('done')
          repository(company.folder)
          for (const { name, a, b } of after) edit(draft, name, a, b)
          await replaceFiles(company.folder, filesOf(draft))
          const full = await company.plan()
          const calls = company.emulator.log.length
          const { plan } = await planOffline({ directory: company.folder, base: 'HEAD' })
          expect(company.emulator.log.length).toBe(calls)
          expect(told(plan.changes)).toEqual(told(full.plan.changes))
          expect([plan.refresh, plan.complete, plan.hash === full.plan.hash]).toEqual(['none', false, false])
        } finally {
          await company.close()
        }
      },
    ),
    { numRuns: 15, seed: 20260722 },
  )
}, 120_000)
