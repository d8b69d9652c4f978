import type { Locked, LockedByKind, Lockfile } from './lockfile.ts'
import type { Ref, Value } from './model.ts'
import type { Invitations, Invited } from './pending.ts'
import { sorted } from './value.ts'

/** What the merge of two locks cannot decide, and therefore does not. */
export type LockConflict =
  /** Both sides changed one entry, or one made of it what the other took away. */
  | ({ readonly about: 'entry' | 'invitation' } & Ref)
  /** Each side alone is sound, and together two keys would have one id. */
  | { readonly about: 'id'; readonly kind: string; readonly keys: readonly [string, string]; readonly id: string }
  | { readonly about: 'corp' }

/** Two locks made one; where anything is in conflict there is no lock, because half a lock would be a wrong one. */
export type MergedLocks =
  | { readonly lock: Lockfile; readonly conflicts: readonly [] }
  | { readonly lock: null; readonly conflicts: readonly LockConflict[] }

/**
 * Three-way merge by key: what one side changed since `base` is taken, what both changed in the same way too. What they
 * changed differently is named and never guessed.
 */
export function mergeLocks(base: Lockfile, ours: Lockfile, theirs: Lockfile): MergedLocks {
  const conflicts: LockConflict[] = []
  const corp = pick(base.corp, ours.corp, theirs.corp)
  if (corp === undefined) conflicts.push({ about: 'corp' })
  const resources: LockedByKind = mergeKinds(
    [base.resources, ours.resources, theirs.resources],
    (ref) => void conflicts.push({ about: 'entry', ...ref }),
  )
  const pending: Invitations = mergeKinds<Invited>(
    [base.pending ?? {}, ours.pending ?? {}, theirs.pending ?? {}],
    (ref) => void conflicts.push({ about: 'invitation', ...ref }),
  )
  conflicts.push(...sharedIds(resources))
  if (corp === undefined || conflicts.length > 0) return { lock: null, conflicts }
  const waits = Object.keys(pending).length > 0
  // Of two applies nobody can tell here which was the last one: then it is not known, which the next one mends.
  const applied = pick(base.applied ?? null, ours.applied ?? null, theirs.applied ?? null)
  return {
    lock: { corp, resources, ...(waits && { pending }), ...(typeof applied === 'string' && { applied }) },
    conflicts: [],
  }
}

type ByKind<T> = { readonly [kind: string]: { readonly [key: string]: T } }

function mergeKinds<T extends object>(sides: readonly ByKind<T>[], conflict: (ref: Ref) => void): ByKind<T> {
  const kinds = new Set(sides.flatMap((side) => Object.keys(side)))
  const merged = [...kinds].map((kind): [string, { [key: string]: T }] => {
    // Maps, because a key may be the name of something that every object inherits.
    const [base, ours, theirs] = sides.map((side) => new Map(Object.entries(side[kind] ?? {})))
    const keys = new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])
    const entries = [...keys].flatMap((key): [string, T][] => {
      const picked = pick(base?.get(key) ?? null, ours?.get(key) ?? null, theirs?.get(key) ?? null)
      if (picked === undefined) conflict({ kind, key })
      return picked === undefined || picked === null ? [] : [[key, picked]]
    })
    return [kind, Object.fromEntries(entries)]
  })
  return Object.fromEntries(merged.filter(([, entries]) => Object.keys(entries).length > 0))
}

/** The one that changed; undefined where both did, each in its own way. An entry that is not there is null. */
function pick<T extends object | string>(base: T | null, ours: T | null, theirs: T | null): T | null | undefined {
  if (same(ours, theirs) || same(theirs, base)) return ours
  return same(ours, base) ? theirs : undefined
}

function same(a: object | string | null, b: object | string | null): boolean {
  return a === b || JSON.stringify(sorted(a as Value)) === JSON.stringify(sorted(b as Value))
}

function sharedIds(resources: LockedByKind): LockConflict[] {
  return Object.entries(resources).flatMap(([kind, entries]) => {
    const owners = new Map<string, string>()
    return Object.entries(entries).flatMap(([key, { id }]: [string, Locked]): LockConflict[] => {
      const other = owners.get(id)
      owners.set(id, key)
      return other === undefined ? [] : [{ about: 'id', kind, keys: [other, key], id }]
    })
  })
}
