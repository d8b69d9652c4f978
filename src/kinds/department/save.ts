import { type Reveal, type Written, written, writtenSet } from '../../core/manifest.ts'
import type { Model } from '../../core/model.ts'
import { departmentLists } from './load.ts'
import { departmentSchema } from './schema.ts'

/** What the folder of a department says by itself: it need not be written. */
export interface FolderSays {
  readonly name: string
  readonly key: string
}

/**
 * `department.yaml` of a department as it is in DingTalk: what `loadDepartment` makes the same models of. Empty where
 * the folder says it all.
 */
export function saveDepartment(
  key: string,
  { model, settings }: { readonly model: Model; readonly settings: Model | undefined },
  folder: FolderSays,
  reveal: Reveal,
): { readonly [field: string]: Written } {
  const manifest: Record<string, Written> = {}
  const all = { ...model, ...settings }
  for (const name of Object.keys(departmentSchema.properties ?? {})) {
    const list = departmentLists[name]
    // Somebody whom the files do not have cannot be named there.
    if (name === 'org_dept_owner' && String(all[name]).startsWith('#')) continue
    const value = list === undefined ? written(name, all[name], reveal) : writtenSet(all[list])
    if (value !== undefined) manifest[name] = value
  }
  if (manifest['name'] === folder.name) delete manifest['name']
  return key === folder.key ? manifest : { key, ...manifest }
}
