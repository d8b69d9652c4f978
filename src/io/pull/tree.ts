import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Desired } from '../../core/desired.ts'
import { placeKey } from '../../core/model.ts'
import { type Folder, listFiles } from '../load-files.ts'
import { parseDocuments } from '../yaml-parse.ts'
import { ByHand, dataIn, pageOf } from './pieces.ts'

/** The folder of a department as it is on disk. */
export interface Site {
  readonly key: string
  /** Key of the department above. */
  readonly parent: string
  /** Relative to the directory, as it is spelt on disk. */
  readonly path: string
  /** The folder's own name, NFC. */
  readonly name: string
  readonly settings?: string
  readonly people: readonly string[]
  /** Notes, hidden files: what nobody reads moves along. */
  readonly others: readonly string[]
}

/** The folders of a directory by the keys of their departments, each below the one above it. */
export function sitesOf(directory: string, desired: Pick<Desired, 'directory' | 'places'>): ReadonlyMap<string, Site> {
  const keys = new Map(
    Object.keys(desired.directory['department'] ?? {}).map((key) => [folderOf(desired, key), key] as const),
  )
  const sites = new Map<string, Site>()
  const visit = (folder: Folder, parent: string) => {
    const key = keys.get(folder.path.normalize('NFC'))
    if (key === undefined) throw new ByHand()
    const { path, name, settings, people } = folder
    const read = new Set([
      ...people,
      ...(settings === undefined ? [] : [settings]),
      ...folder.folders.map((f) => f.path),
    ])
    const others = unreadIn(directory, path).filter((other) => !read.has(other))
    sites.set(key, { key, parent, path, name, people, others, ...(settings !== undefined && { settings }) })
    for (const inner of folder.folders) visit(inner, key)
  }
  const { departments } = listFiles(directory)
  visit(departments ?? { path: 'departments', name: '', people: [], folders: [] }, '')
  return sites
}

/** The folder of a department. */
function folderOf({ places }: Pick<Desired, 'places'>, key: string): string {
  const file = places.get(placeKey({ kind: 'department', key }))?.file ?? ''
  return key === '/' ? 'departments' : file.replace(/\/department\.ya?ml$/, '')
}

/** Everything that stands directly in a folder; of hidden folders, all files in them. */
function unreadIn(directory: string, path: string): string[] {
  const entries = readable(join(directory, path))
  return entries.flatMap((entry) => {
    const inner = posix.join(path, entry.name)
    if (!entry.isDirectory()) return [inner]
    return entry.name.startsWith('.') ? unreadIn(directory, inner) : []
  })
}

function readable(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** A file of YAML: its lines, its nodes, and the mark that some editors put at the front. */
export function fileIn(directory: string, path: string) {
  return opened(path, readFileSync(join(directory, path), 'utf8'))
}

/** The same of a text that is not on disk. */
export function opened(path: string, whole: string) {
  const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : ''
  const page = pageOf(whole.slice(mark.length))
  const root: unknown = parseDocuments(page.text).documents[0]?.contents ?? null
  return { path, mark, page, root, data: dataIn(root) }
}

/** A file that is about to be changed. */
export type OpenFile = ReturnType<typeof fileIn>
