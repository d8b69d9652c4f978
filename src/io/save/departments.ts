import type { LeftOut } from '../../core/import-report.ts'
import type { Snapshot } from '../../core/model.ts'
import { type DepartmentRemote, keyOfMarker, ROOT } from '../../kinds/department/remote.ts'
import { departmentSchema } from '../../kinds/department/schema.ts'
import { expressible } from './expressible.ts'
import { portableName } from './names.ts'

/** Where a department is to stand in the files. */
export interface SavedFolder {
  readonly id: string
  readonly key: string
  /** Folder names from `departments/` down, joined by `/`: its key, unless it has one of its own. Empty for the root. */
  readonly path: string
  readonly name: string
  readonly parent: string
}

/**
 * Folders for all departments of the company, parents first, siblings in the order of their ids. A department that
 * already carries a marker of ours keeps the key in it. Departments of associated organisations cannot be written, so
 * they are left out.
 */
export function placeDepartments(snapshot: Snapshot): readonly SavedFolder[] {
  const remotes = [...(snapshot.remotes['department'] ?? new Map()).values()] as DepartmentRemote[]
  const children = new Map<number, DepartmentRemote[]>()
  for (const remote of remotes)
    if (remote.parent !== undefined && !remote.foreign)
      children.set(remote.parent, [...(children.get(remote.parent) ?? []), remote])
  const folders: SavedFolder[] = [{ id: String(ROOT), key: '/', path: '', name: '', parent: '' }]
  const marked = uniqueMarkers(remotes)
  const keys = new Set(['/', ...marked.values()])
  for (const { id, key: parent, path: above } of folders) {
    const taken = new Set(RESERVED)
    for (const remote of (children.get(Number(id)) ?? []).sort((a, b) => a.id - b.id)) {
      const name = portableName(remote.name, `department_${remote.id}`, taken)
      const path = above === '' ? name : `${above}/${name}`
      const key = marked.get(remote.id) ?? freeKey(path, keys)
      keys.add(key)
      folders.push({ id: String(remote.id), key, path, name, parent })
    }
  }
  return folders
}

/** Files that stand beside the folders. */
const RESERVED = ['people.yaml', 'department.yaml']

/** The path as the key, unless another department carries a mark that says so. */
function freeKey(path: string, keys: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const key = count === 1 ? path : `${path}_${count}`
    if (!keys.has(key)) return key
  }
}

/** Keys in markers that only one department carries, and that a file can state. */
function uniqueMarkers(remotes: readonly DepartmentRemote[]): ReadonlyMap<number, string> {
  const owners = new Map<string, number[]>()
  for (const { id, foreign, detail } of remotes) {
    if (foreign) continue
    const key = keyOfMarker(detail?.source_identifier)
    if (key !== null) owners.set(key, [...(owners.get(key) ?? []), id])
  }
  return new Map(
    [...owners].flatMap(([key, ids]): [number, string][] => {
      const [only, ...more] = ids
      return only === undefined || more.length > 0 || !isStatable(key) ? [] : [[only, key]]
    }),
  )
}

/** Whether `key` in a department.yaml can say this. */
function isStatable(key: string): boolean {
  if (key in Object.prototype || key !== key.normalize('NFC')) return false
  const faults: LeftOut[] = []
  expressible({ kind: 'department', key }, departmentSchema, { key }, faults)
  return faults.length === 0
}
