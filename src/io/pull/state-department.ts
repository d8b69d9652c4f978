import type { Written } from '../../core/manifest.ts'
import type { Model } from '../../core/model.ts'
import { departmentLists, departmentPeople } from '../../kinds/department/load.ts'
import { type Manifest, mergedEntries, mergedList, moved, plainly, put, type Taken, Unnamed } from './merge.ts'
import type { Stated } from './pieces.ts'

/** What folders say: they are renamed and moved for it. */
export const BY_FOLDER: readonly string[] = ['name', 'parent_id', 'source_identifier']

/**
 * What `department.yaml` is to say once the differences are taken, name and place apart: `saved` is what an import would
 * write of the department.
 *
 * @throws Unnamed for somebody, or a department, that the files do not have.
 */
export function stateDepartment(
  current: Manifest,
  model: Model,
  saved: { readonly [field: string]: Written },
  { before, after, fields }: Taken,
): Manifest {
  const manifest: Record<string, Stated> = { ...current }
  const listOf = new Map(Object.entries(departmentLists).map(([name, field]) => [field, name]))
  for (const field of fields) {
    if (BY_FOLDER.includes(field)) continue
    const name = listOf.get(field)
    if (name !== undefined) {
      const change = moved({ before, after }, field)
      const unnamed = change.came.find((key) => key.startsWith('#'))
      if (unnamed !== undefined) throw new Unnamed(departmentPeople.includes(field) ? 'user' : 'department', unnamed)
      manifest[name] = mergedList(current[name], change)
      continue
    }
    const value = model[field]
    if (field === 'org_dept_owner' && typeof value === 'string' && value.startsWith('#'))
      throw new Unnamed('user', value, field)
    if (field === 'extension') put(manifest, field, mergedEntries(current[field], before[field], after[field]))
    else put(manifest, field, plainly(saved[field], value))
  }
  return manifest
}
