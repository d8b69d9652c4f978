import type { Adoption, Model, Outcome, Ref } from './model.ts'
import type { Invitations } from './pending.ts'
import { Personal } from './personal.ts'
import { rememberSealed } from './sealed.ts'
import type { Fingerprint } from './settle.ts'

/**
 * The lock: which DingTalk id each key has, and thereby what is ours. Identity *and* ownership: only what it lists may
 * ever be deleted. It is JSON with sorted keys and one entry a line, so that two branches merge; it holds no personal
 * data, and losing it leads to adoption, never to deletion.
 */
export interface Lockfile {
  readonly corp: string | null
  readonly resources: LockedByKind
  /** Who was invited and has to accept first; left out where nobody waits. */
  readonly pending?: Invitations
  /** The commit whose files DingTalk was last made equal to, in full; left out where that is not known. */
  readonly applied?: string
}

/** What the lock knows of one resource. */
export interface Locked {
  readonly id: string
  /**
   * The key by which DingTalk may still know it, by marker or name, until everything that came with the new one is
   * applied. Empty: it had no marker of ours.
   */
  readonly formerly?: string
  /** The key of a person's main department when last applied: no DingTalk field tells it. */
  readonly main?: string
  /** The set fields that were applied before, so that what they leave out may be removed. */
  readonly sets?: readonly string[]
  /** Members of those sets that were there before us and stay, although the files do not name them. */
  readonly kept?: { readonly [field: string]: readonly string[] }
  /** Keyed fingerprints of values that DingTalk accepts and never returns. */
  readonly sent?: { readonly [field: string]: string }
  /** Of sealed fields whose fingerprint stands in `sent`: the digest of the ciphertext, a dot, and the key's name. */
  readonly sealed?: { readonly [field: string]: string }
}
export type LockedByKind = { readonly [kind: string]: { readonly [key: string]: Locked } }

export const emptyLock: Lockfile = { corp: null, resources: {} }

/** What the lock's text says it is; the number grows when an older Rollbook could not read it rightly. */
export const LOCK_FORMAT = 'rollbook.lock/1'

/** The lock's text: equal locks give equal bytes. */
export function stringifyLock(lock: Lockfile): string {
  const { applied, corp, resources, pending = {} } = lock
  const invitations = byKind(pending, (invited) => invited)
  const lines = [
    ...(applied === undefined ? [] : [`"applied": ${JSON.stringify(applied)}`]),
    `"corp": ${JSON.stringify(corp)}`,
    `"format": "${LOCK_FORMAT}"`,
    ...(invitations === '{}' ? [] : [`"pending": ${invitations}`]),
    `"resources": ${byKind(resources, canonical)}`,
  ]
  return `{\n  ${lines.join(',\n  ')}\n}\n`
}

/** Entries by kind and key, sorted, one a line. */
function byKind<T>(
  entries: { readonly [kind: string]: { readonly [key: string]: T } },
  print: (entry: T) => object,
): string {
  const kinds = Object.entries(entries)
    .filter(([, found]) => Object.keys(found).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, found]) => {
      const lines = Object.keys(found)
        .sort()
        .map((key) => `      ${JSON.stringify(key)}: ${JSON.stringify(print(found[key] as T))}`)
      return `    ${JSON.stringify(kind)}: {\n${lines.join(',\n')}\n    }`
    })
  return kinds.length === 0 ? '{}' : `{\n${kinds.join(',\n')}\n  }`
}

/** The lock once the sealed values of a resource are known to be those in DingTalk: it knows them again unopened. */
export function confirmSealed(
  lock: Lockfile,
  ref: Ref,
  model: Model,
  fields: readonly string[],
  fingerprint: Fingerprint,
): Lockfile {
  const known = entry(lock, ref)
  if (known === undefined) return lock
  const next = canonical({ ...known, ...rememberSealed(known, model, fields, fingerprint) })
  return JSON.stringify(next) === JSON.stringify(known) ? lock : put(lock, ref, next)
}

/** Members that stay in a resource's sets although the files do not name them, by field. */
export type KeptMembers = { readonly [field: string]: readonly string[] }

/** What recording an outcome needs to know of its kind. */
export interface Recordable {
  readonly name: string
  readonly shapes: Readonly<Record<string, unknown>>
  /** Fields that DingTalk does not always return, and of which the lock remembers what was sent. */
  readonly remembered: readonly string[]
}

/**
 * The lock after one outcome. A change that failed or was skipped changes nothing. `stated` is what the files say of
 * the resource; `hidden` are the fields that the app may not read.
 */
export function record(
  lock: Lockfile,
  outcome: Outcome,
  kind: Recordable,
  stated: Model,
  kept: KeptMembers,
  hidden: readonly string[],
  fingerprint: Fingerprint,
): Lockfile {
  const { change } = outcome
  if (outcome.status === 'failed' && outcome.id !== undefined)
    return put(lock, change.ref, { ...entry(lock, change.ref), id: outcome.id })
  if (outcome.status !== 'applied' || change.temporary) return lock
  if (change.action === 'delete') return forget(lock, change.ref)
  const after = change.after ?? {}
  const before = change.action === 'replace' ? undefined : entry(lock, change.ref)
  const sent: Record<string, string> = { ...before?.sent }
  for (const field of [...kind.remembered, ...hidden]) {
    const value = after[field]
    if (value !== undefined && !(value instanceof Personal && value.closed)) sent[field] = fingerprint(field, value)
  }
  const remembered = rememberSealed({ ...before, sent }, after, [...kind.remembered, ...hidden], fingerprint)
  return confirm(put(lock, change.ref, { ...before, id: outcome.id, ...remembered }), change.ref, stated, kept, kind)
}

/** The lock once a resource is known to equal its files: its sets are ours now, its main department is this one. */
export function confirm(lock: Lockfile, ref: Ref, model: Model, kept: KeptMembers, kind: Recordable): Lockfile {
  const found = entry(lock, ref)
  if (found === undefined) return lock
  const { formerly: _, ...known } = found
  const stated = Object.keys(model).filter((field) => isSet(kind.shapes[field]))
  const main = model['main']
  const next = canonical({
    ...known,
    ...(typeof main === 'string' && { main }),
    sets: [...new Set([...(known.sets ?? []), ...stated])].sort(),
    kept: Object.fromEntries(stated.map((field) => [field, kept[field] ?? []])),
  })
  return JSON.stringify(next) === JSON.stringify(found) ? lock : put(lock, ref, next)
}

function isSet(shape: unknown): boolean {
  return shape === 'set' || typeof shape === 'object'
}

/** The lock after resources came under management, or under another key, without a write to DingTalk. */
export function adopt(lock: Lockfile, adoptions: readonly Adoption[]): Lockfile {
  const changes: [Ref, Locked | undefined][] = []
  for (const { ref, formerly } of adoptions)
    if (formerly !== undefined) changes.push([{ kind: ref.kind, key: formerly }, undefined])
  for (const { ref, id, formerly, mark = formerly } of adoptions) {
    const { formerly: _, ...known } = (formerly !== undefined && entry(lock, { kind: ref.kind, key: formerly })) || {}
    changes.push([ref, { ...known, id, ...(mark !== undefined && mark !== ref.key && { formerly: mark ?? '' }) }])
  }
  return changeEntries(lock, changes)
}

/**
 * The lock after several changes of entries, in their order; without a value an entry is forgotten. A kind is copied once,
 * not once for each change: the locks of large companies have tens of thousands of entries.
 */
export function changeEntries(
  lock: Lockfile,
  changes: Iterable<readonly [ref: Ref, locked: Locked | undefined]>,
): Lockfile {
  const byKind = new Map<string, Map<string, Locked>>()
  for (const [{ kind, key }, locked] of changes) {
    const entries = byKind.get(kind) ?? new Map(Object.entries(lock.resources[kind] ?? {}))
    byKind.set(kind, entries)
    if (locked === undefined) entries.delete(key)
    else entries.set(key, canonical(locked))
  }
  if (byKind.size === 0) return lock
  const changed = [...byKind].map(([kind, entries]) => [kind, Object.fromEntries(entries)] as const)
  return { ...lock, resources: { ...lock.resources, ...Object.fromEntries(changed) } }
}

/** What `change` makes of one entry, and of nothing else of the lock; undefined where it leaves the entry as it was. */
export function changedEntry(lock: Lockfile, ref: Ref, change: (alone: Lockfile) => Lockfile): Locked | undefined {
  const found = entry(lock, ref)
  if (found === undefined) return undefined
  const alone = { corp: lock.corp, resources: { [ref.kind]: { [ref.key]: found } } }
  const after = entry(change(alone), ref)
  return after === found ? undefined : after
}

/** The lock without a resource that is gone, or no longer ours. */
export function forget(lock: Lockfile, ref: Ref): Lockfile {
  const { [ref.key]: _, ...rest } = lock.resources[ref.kind] ?? {}
  return { ...lock, resources: { ...lock.resources, [ref.kind]: rest } }
}

function entry(lock: Lockfile, ref: Ref): Locked | undefined {
  return lock.resources[ref.kind]?.[ref.key]
}

function put(lock: Lockfile, ref: Ref, locked: Locked): Lockfile {
  const entries = { ...lock.resources[ref.kind], [ref.key]: canonical(locked) }
  return { ...lock, resources: { ...lock.resources, [ref.kind]: entries } }
}

/** One entry with its fields in order and nothing empty in it. */
function canonical({ id, formerly, main, sets, kept, sent, sealed }: Locked): Locked {
  const stays = Object.entries(kept ?? {}).filter(([, names]) => names.length > 0)
  const fields = Object.entries(sent ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const seals = Object.entries(sealed ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    id,
    ...(formerly !== undefined && { formerly }),
    ...(main !== undefined && { main }),
    ...(sets && sets.length > 0 && { sets }),
    ...(stays.length > 0 && { kept: Object.fromEntries(stays.sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(fields.length > 0 && { sent: Object.fromEntries(fields) }),
    ...(seals.length > 0 && { sealed: Object.fromEntries(seals) }),
  }
}
