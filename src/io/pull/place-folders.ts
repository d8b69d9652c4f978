import { posix } from 'node:path'
import { foldedName } from '../load-names.ts'
import { portableName } from '../save/names.ts'
import { ByHand } from './pieces.ts'
import type { Site } from './tree.ts'

/** A department that is new to the files. */
export interface NewFolder {
  readonly id: string
  readonly name: string
  /** Key of the one above, or `#` and the id of one that is new as well. */
  readonly parent: string
  /** The key that its own marker names. */
  readonly mark: string | null
}

/** What becomes of the folders: by key, and new ones by `#` and their id. */
export interface FolderChanges {
  readonly renamed: ReadonlyMap<string, string>
  readonly moved: ReadonlyMap<string, string>
  readonly gone: ReadonlySet<string>
  readonly added: readonly NewFolder[]
}

/** Where a department is to stand. */
export interface Placed {
  readonly key: string
  readonly path: string
  /** The folder's name. */
  readonly name: string
}

/**
 * Places for all departments that are to be there, by their keys; new ones also by `#` and their id. A department keeps
 * its key wherever its folder goes, because its marker in DingTalk names it: another key would be a change to write.
 *
 * @throws ByHand where what is taken puts a department below itself.
 */
export function placeFolders(sites: ReadonlyMap<string, Site>, changes: FolderChanges): ReadonlyMap<string, Placed> {
  const children = new Map<string, string[]>()
  const put = (parent: string, token: string) => children.set(parent, [...(children.get(parent) ?? []), token])
  const added = new Map(changes.added.map((folder) => [`#${folder.id}`, folder]))
  for (const [key, { parent }] of sites)
    if (key !== '/' && !changes.gone.has(key)) put(changes.moved.get(key) ?? parent, key)
  for (const [token, { parent }] of added) put(parent, token)

  const keys = new Set([...sites.keys()].filter((key) => !changes.gone.has(key)))
  for (const { mark } of changes.added) if (mark !== null) keys.add(mark)
  const placed = new Map<string, Placed>([['/', { key: '/', path: 'departments', name: '' }]])
  const queue = ['/']
  for (const parent of queue) {
    const above = placed.get(parent)?.path ?? ''
    const site = sites.get(parent)
    const files = [...(site?.people ?? []), ...(site?.others ?? []), 'people.yaml', 'department.yaml']
    const taken = new Set(files.map((path) => foldedName(posix.basename(path))))
    const inside = children.get(parent) ?? []
    const stays = inside.filter((token) => sites.get(token)?.parent === parent && !changes.renamed.has(token))
    const goes = inside.filter((token) => !stays.includes(token)).sort()
    for (const token of stays) taken.add(foldedName(sites.get(token)?.name ?? ''))
    for (const token of [...stays, ...goes]) {
      const folder = added.get(token)
      const wanted = changes.renamed.get(token) ?? folder?.name ?? sites.get(token)?.name ?? ''
      const name = stays.includes(token)
        ? wanted
        : portableName(wanted, sites.get(token)?.name ?? `department_${folder?.id}`, taken)
      const path = stays.includes(token)
        ? `${above}/${posix.basename(sites.get(token)?.path ?? '')}`
        : `${above}/${name}`
      const key = folder === undefined ? token : (folder.mark ?? freeKey(path.slice('departments/'.length), keys))
      placed.set(token, { key, path, name })
      if (key !== token) placed.set(key, { key, path, name })
      queue.push(token)
    }
  }
  for (const key of sites.keys()) if (!changes.gone.has(key) && !placed.has(key)) throw new ByHand()
  return placed
}

function freeKey(path: string, keys: Set<string>): string {
  let key = path
  for (let count = 2; keys.has(key); count++) key = `${path}_${count}`
  keys.add(key)
  return key
}
