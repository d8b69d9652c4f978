import fc from 'fast-check'
import { expect } from 'vitest'
import type { Change } from '../../src/core/model.ts'
import { type Company, startCompany } from '../support/company.ts'
import { replaceFiles, repository } from '../support/repository.ts'
import { type Edit, edit, edits, filesOf, newDraft } from './draft.ts'

/** Companies with a past: any edits, an apply, a commit, and any edits since. */

const chosen = fc.record({
  name: fc.constantFrom(...(Object.keys(edits) as Edit[])),
  a: fc.nat({ max: 1000 }),
  b: fc.nat({ max: 1000 }),
})
/** Edits until the files were applied and committed, and edits since. */
export const history = fc.tuple(fc.array(chosen, { maxLength: 12 }), fc.array(chosen, { minLength: 1, maxLength: 8 }))
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never
/** What a company begins with, so that every edit has something to be about. */
const founding: readonly Edit[] = [
  ...(['found', 'found', 'found', 'hire', 'hire', 'hire', 'hire', 'role', 'member', 'head'] as const),
  ...(['found', 'found', 'hire', 'hire', 'hire', 'role', 'member', 'second'] as const),
]
/** Changes as what they are: nothing of their order or place. */
export const told = (changes: readonly Change[]) =>
  changes.map(({ action, ref, patch }) => [action, ref.kind, ref.key, patch])

/** A company that was applied and committed, with files that were edited since. */
export async function edited([before, after]: History): Promise<Company> {
  const draft = newDraft()
  for (const [index, name] of founding.entries()) edit(draft, name, index, index)
  for (const { name, a, b } of before) edit(draft, name, a, b)
  const company = await startCompany({ files: filesOf(draft) })
  // Twice: a first apply only learns of lists that are empty when it runs again.
  for (let n = 0; n < 2; n++) expect((await company.apply()).end).toBe('done')
  repository(company.folder)
  for (const { name, a, b } of after) edit(draft, name, a, b)
  await replaceFiles(company.folder, filesOf(draft))
  return company
}
