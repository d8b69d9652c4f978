import type { Git, TreeEntry } from './git.ts'

/** Blobs by their path below a tree; null: the file goes. */
export type BlobEdits = ReadonlyMap<string, string | null>

/**
 * A tree with some of its files replaced, added or taken away, written into the repository's objects and nowhere else:
 * neither an index nor a work tree is touched. A folder that has nothing left is gone, as in git.
 */
export async function treeWith(git: Git, tree: string, edits: BlobEdits): Promise<string> {
  const bytes = new Map([...edits].map(([path, blob]) => [Buffer.from(path, 'utf8').toString('latin1'), blob]))
  return (await changed(git, tree, bytes)) ?? (await written(git, []))
}

async function changed(git: Git, tree: string | null, edits: BlobEdits): Promise<string | null> {
  const entries = new Map((tree === null ? [] : await entriesOf(git, tree)).map((entry) => [entry.path, entry]))
  const below = new Map<string, Map<string, string | null>>()
  for (const [path, blob] of edits) {
    const slash = path.indexOf('/')
    if (slash >= 0) {
      const folder = path.slice(0, slash)
      below.set(folder, (below.get(folder) ?? new Map()).set(path.slice(slash + 1), blob))
    } else if (blob === null) entries.delete(path)
    else {
      const mode = entries.get(path)?.mode === '100755' ? '100755' : '100644'
      entries.set(path, { mode, type: 'blob', object: blob, path })
    }
  }
  for (const [path, inner] of below) {
    const known = entries.get(path)
    const object = await changed(git, known?.type === 'tree' ? known.object : null, inner)
    if (object !== null) entries.set(path, { mode: '040000', type: 'tree', object, path })
    else if (known?.type === 'tree') entries.delete(path)
  }
  return entries.size === 0 ? null : written(git, [...entries.values()])
}

/** Names are bytes to git, and one that is no UTF-8 has to come through as it is. */
async function entriesOf(git: Git, tree: string): Promise<readonly TreeEntry[]> {
  const listed = (await git(['ls-tree', '-z', '--full-tree', tree])).toString('latin1')
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', type = '', object = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
    return path === '' ? [] : [{ mode, type, object, path }]
  })
}

async function written(git: Git, entries: readonly TreeEntry[]): Promise<string> {
  const lines = entries.map(({ mode, type, object, path }) => `${mode} ${type} ${object}\t${path}\0`)
  return (await git(['mktree', '-z'], Buffer.from(lines.join(''), 'latin1'))).toString('utf8').trim()
}
