import type { Desired } from './desired.ts'
import type { Salvaged } from './lock-salvage.ts'
import { type Locked, type LockedByKind, type Lockfile, stringifyLock } from './lockfile.ts'
import { type Ids, placeKey, type Ref, type Snapshot } from './model.ts'
import type { Provable } from './prove.ts'

/** What a new lock is made from. */
export interface RebuildInput {
  readonly kinds: readonly (Provable & { readonly settingOf?: string })[]
  readonly desired: Pick<Desired, 'directory'>
  readonly snapshot: Pick<Snapshot, 'remotes'>
  /** Which remote each key of the files is. */
  readonly ids: Ids
  /** What could be read of the lock so far. */
  readonly former: readonly Salvaged[]
  readonly corp: string | null
}

/** A new lock, and how it differs from the one before. */
export interface Rebuilt {
  readonly lock: Lockfile
  readonly added: readonly (Ref & { readonly id: string })[]
  /** A key with another id, or an id with another key. */
  readonly changed: readonly { readonly ref: Ref; readonly before: string; readonly after: string }[]
  readonly removed: readonly (Ref & { readonly id: string })[]
  /** Entries that keep what the lock so far knew of the same id. */
  readonly kept: number
}

/**
 * The lock that files and DingTalk give: every key of the files that was recognised, and nothing else, because what the
 * lock lists may be deleted. Of the lock so far it keeps what it knew of the same id: which lists are ours, who stays in
 * them, and what was sent that DingTalk does not show.
 */
export function rebuildLock(input: RebuildInput): Rebuilt {
  const { kinds, desired, ids, former } = input
  const readable = kinds.some((kind) => kind.name === 'department' && showsMarks(kind, input.snapshot))
  const mainOf = mainDepartments(input)
  const byId = new Map<string, Salvaged[]>()
  for (const entry of former) {
    const name = `${entry.kind} ${entry.locked.id}`
    byId.set(name, [...(byId.get(name) ?? []), entry])
  }
  const resources: Record<string, Record<string, Locked>> = {}
  let kept = 0
  for (const kind of kinds) {
    const entries: Record<string, Locked> = {}
    for (const key of Object.keys(desired.directory[kind.name] ?? {}).sort()) {
      const id = ids[kind.name]?.[key]
      if (id === undefined || (kind.name === 'department' && key === '/')) continue
      const same = byId.get(`${kind.name} ${id}`) ?? []
      const before = (same.find((entry) => entry.key === key) ?? same[0])?.locked
      if (before !== undefined) kept += 1
      const { main, formerly: _, ...known } = before ?? {}
      const still = main === undefined ? undefined : mainOf(id, main)
      entries[key] = {
        ...known,
        id,
        ...(still !== undefined && { main: still }),
        ...formerly(kind, key, id, input.snapshot, readable),
      }
    }
    resources[kind.name] = entries
  }
  const lock: Lockfile = { corp: input.corp, resources: resources as LockedByKind }
  return { lock, kept, ...difference(former, lock) }
}

/** Whether a text is what would be written. */
export function isWritten(lock: Lockfile, text: string | null): boolean {
  return text === stringifyLock(lock)
}

/** A person's main department under its key of today, if they are still in it; no field of DingTalk tells it. */
function mainDepartments({ former, ids, snapshot, kinds }: RebuildInput) {
  const departments = ids['department'] ?? {}
  const idOf = new Map(Object.entries(departments))
  for (const { kind, key, locked } of former) if (kind === 'department') idOf.set(key, locked.id)
  const keyOf = new Map(Object.entries(departments).map(([key, id]) => [id, key]))
  const user = kinds.find(({ name }) => name === 'user')
  return (userid: string, main: string): string | undefined => {
    const id = idOf.get(main)
    const remote = snapshot.remotes['user']?.get(userid)
    const within = remote === undefined ? [] : (user?.witness?.(remote).departments ?? [])
    return id !== undefined && within.includes(id) ? keyOf.get(id) : undefined
  }
}

/** What DingTalk still calls it, where that is not its key; no mark where others have theirs is one that we owe. */
function formerly(kind: Provable, key: string, id: string, snapshot: RebuildInput['snapshot'], readable: boolean) {
  const remote = snapshot.remotes[kind.name]?.get(id)
  const mark = remote === undefined ? undefined : kind.witness?.(remote).mark
  if (mark === undefined || mark === key || (mark === null && !readable)) return {}
  return { formerly: mark ?? '' }
}

function showsMarks(kind: Provable, { remotes }: RebuildInput['snapshot']): boolean {
  return [...(remotes[kind.name]?.values() ?? [])].some((remote) => typeof kind.witness?.(remote).mark === 'string')
}

function difference(former: readonly Salvaged[], lock: Lockfile): Pick<Rebuilt, 'added' | 'changed' | 'removed'> {
  const added: (Ref & { id: string })[] = []
  const changed: { ref: Ref; before: string; after: string }[] = []
  const rekeyed = new Set<Salvaged>()
  const byKey = new Map<string, Salvaged[]>()
  const byId = new Map<string, Salvaged>()
  for (const entry of former) {
    const name = placeKey(entry)
    byKey.set(name, [...(byKey.get(name) ?? []), entry])
    byId.set(placeKey({ kind: entry.kind, key: entry.locked.id }), entry)
  }
  for (const [kind, entries] of Object.entries(lock.resources))
    for (const [key, { id }] of Object.entries(entries)) {
      const ref = { kind, key }
      const known = byKey.get(placeKey(ref)) ?? []
      const same = byId.get(placeKey({ kind, key: id }))
      if (known.some(({ locked }) => locked.id === id)) continue
      if (known[0] !== undefined) changed.push({ ref, before: known[0].locked.id, after: id })
      else if (same !== undefined && kind !== 'user') {
        rekeyed.add(same)
        changed.push({ ref, before: same.key, after: key })
      } else added.push({ ...ref, id })
    }
  const removed = former
    .filter((entry) => !rekeyed.has(entry) && lock.resources[entry.kind]?.[entry.key] === undefined)
    .map(({ kind, key, locked }) => ({ kind, key, id: locked.id }))
  return { added, changed, removed }
}
