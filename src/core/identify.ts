import type { Desired } from './desired.ts'
import type { Locked, Lockfile } from './lockfile.ts'
import {
  type Adoption,
  type Directory,
  type Ids,
  type Kept,
  type Model,
  placeKey,
  type Ref,
  type Snapshot,
} from './model.ts'
import type { Personal } from './personal.ts'
import { type Finding, finding, type Problem, type Words, worded } from './problem.ts'
import type { Provable } from './prove.ts'
import { closedFields, judgeSealed, type Unopened } from './sealed.ts'
import { type Fingerprint, type Shapes, settle } from './settle.ts'
import { equal, members } from './value.ts'

/**
 * Snapshot + desired + lock → actual: which remote each key is, and both sides made comparable.
 *
 * Everything that keeps the plan honest is decided here, before the differ runs. What is not ours is left out of the
 * actual side, so it cannot be deleted; what the files do not state is left out, so it cannot be changed; a renamed
 * folder takes its remote along under the new key, so it is an ordinary update. Downstream nothing is filtered.
 */

/** What the pure step of identification sees of one kind. */
export interface Scene<R> {
  readonly desired: { readonly [key: string]: Model }
  readonly previously: { readonly [key: string]: readonly string[] }
  readonly remotes: ReadonlyMap<string, R>
  readonly locked: { readonly [key: string]: Locked }
  readonly snapshot: Snapshot
  readonly directory: Directory
  /** Ids settled so far, by kinds that stand earlier in the registry. */
  readonly ids: Ids
}

/** Which remote each key is. A key that is missing here does not exist in DingTalk yet. */
export interface Identification {
  readonly ids: { readonly [key: string]: string }
  /** Keys matched by contents alone, each with the name that its remote has. */
  readonly inferred?: { readonly [key: string]: string }
  /** Keys for which two remotes fit: the plan stops. */
  readonly ambiguous?: readonly Ambiguity[]
}

/** A key for which several remotes fit, and why, in both languages. */
export interface Ambiguity {
  readonly key: string
  readonly en: Words
  readonly zh: Words
}

/**
 * Keys for ids, of every kind: `names('department', 42)` is `研发部`, or `#42` for one that has no key of ours. Null for
 * one that will be deleted and made again in this plan: nothing that names it now will hold then.
 */
export type Names = (kind: string, id: string | number) => string | null

/** The part of a kind that identification needs. */
export interface Identifiable<R> extends Provable {
  readonly name: string
  readonly shapes: Shapes
  readonly replaces: readonly string[]
  readonly createOnly: readonly string[]
  readonly deletable: boolean
  readonly settingOf?: string
  identify(scene: Scene<R>): Identification
  model(remote: R, names: Names, locked: Locked | undefined): Model
  /** Fields that DingTalk does not return of this remote: what was sent before stands for them. */
  unreadable(remote: R): readonly string[]
  unmanagedName(remote: R): string | null
  /**
   * Settles what depends on both sides at once; `leaving` are members that may leave a set at its first apply. `ends`
   * tells whether a resource of ours is deleted in this plan.
   */
  complete?(desired: Model, actual: Model, locked: Locked | undefined, ends: Ends): Completed
}

export type Ends = (kind: string, key: string) => boolean

export interface Completed {
  readonly desired: Model
  readonly actual: Model
  readonly leaving?: { readonly [field: string]: readonly string[] }
}

export interface Identified {
  readonly desired: Directory
  readonly actual: Directory
  readonly ids: Ids
  readonly adopted: readonly Adoption[]
  readonly kept: readonly Kept[]
  readonly unmanaged: readonly (Ref & { readonly name?: string })[]
  readonly left: readonly Ref[]
  readonly inferred: ReadonlyMap<string, string>
  /**
   * Everything that could be read of the resources we manage, stated or not, by `placeKey`; and of people whom an
   * interrupted run deleted to make them again, what it saved.
   */
  readonly whole: ReadonlyMap<string, Model>
  readonly problems: readonly Problem[]
  /** Keys of people whose files are gone and who are moved instead of deleted. */
  readonly departing: ReadonlySet<string>
  /** Sealed values that only opening them can tell about. */
  readonly unopened: readonly Unopened[]
  /** Sealed values taken to be equal by their ciphertext alone: the fingerprint is another app's. */
  readonly assumed: readonly Unopened[]
}

/**
 * A narrowed read. What it does not touch is taken to be as the files say, on both sides: it is named and counted, and
 * never differs.
 */
export interface Focus {
  /** Whether it may be changed; a setting as its owner. */
  has(ref: Ref): boolean
  /** The id that the lock gives it, under its key or a former one. */
  idOf(ref: Ref): string | undefined
}

/** Both sides of the comparison, and what was found on the way. */
export function identify(
  kinds: readonly Identifiable<unknown>[],
  desired: Desired,
  snapshot: Snapshot,
  lock: Lockfile,
  fingerprint: (ref: Ref) => Fingerprint,
  focus?: Focus,
): Identified {
  const { directory, departing } = withDeparted(desired, snapshot, lock, focus)
  const found = matchAll(kinds, desired, directory, snapshot, lock, focus)
  const isTouched = (ref: Ref) => focus === undefined || focus.has(ref)
  const names = namesOf(found.ids)
  const result = {
    desired: {} as Record<string, Record<string, Model>>,
    actual: {} as Record<string, Record<string, Model>>,
    kept: [] as Kept[],
    whole: new Map<string, Model>(),
    unopened: [] as Unopened[],
    assumed: [] as Unopened[],
  }
  const gone = new Set<string>()
  /** The lock keeps ids, because keys change and what had none may have got one. */
  const keptBefore = (entry: Locked | undefined) =>
    Object.fromEntries(
      Object.entries(entry?.kept ?? {}).map(([field, kept]) => [
        field,
        kept.flatMap((member) =>
          member.startsWith('#') ? [...new Set(kinds.map(({ name }) => names(name, member.slice(1))))] : [member],
        ),
      ]),
    )
  const ends: Ends = (of, key) => found.ids[of]?.[key] !== undefined && directory[of]?.[key] === undefined
  for (const kind of kinds) {
    const ids = found.ids[kind.name] ?? {}
    const locked = lock.resources[kind.name] ?? {}
    const stated = { ...directory[kind.name] }
    const remoteOf = (key: string) => snapshot.remotes[kind.name]?.get(ids[key] ?? '')
    const entryOf = (key: string) => locked[found.formerly.get(placeKey({ kind: kind.name, key })) ?? key]
    for (const [key, want] of Object.entries(stated)) {
      const ref = { kind: kind.name, key }
      const remote = closedFields(want).length === 0 ? undefined : remoteOf(key)
      if (remote === undefined || !isTouched(ref)) continue
      const judged = judgeSealed(
        existingFields(kind, want),
        kind.model(remote, names, entryOf(key)),
        entryOf(key),
        kind.replaces,
        fingerprint(ref),
      )
      stated[key] = judged.desired
      const named = (field: string): Unopened => {
        const place = desired.places.get(placeKey(ref, field))
        const seal = (want[field] as Personal).seal
        return { ref, field, digest: seal?.digest ?? '', ...(place !== undefined && { place }) }
      }
      result.unopened.push(...judged.unopened.map(named))
      result.assumed.push(...judged.assumed.map(named))
    }
    for (const key of Object.keys(kind.replaces.length > 0 ? stated : {})) {
      if (!kind.replaces.some((field) => stated[key]?.[field] !== undefined)) continue
      const remote = remoteOf(key)
      if (remote === undefined || !isTouched({ kind: kind.name, key })) continue
      const model = kind.model(remote, names, entryOf(key))
      if (isReplaced(kind, stated[key] ?? {}, model)) gone.add(placeKey({ kind: kind.name, key }))
    }
    const kindNames: Names = (of, id) => {
      const key = names(of, id)
      return gone.has(placeKey({ kind: of, key })) ? null : key
    }
    const wanted: Record<string, Model> = {}
    const actual: Record<string, Model> = {}
    for (const key of new Set([...Object.keys(stated), ...Object.keys(ids)])) {
      const ref = { kind: kind.name, key }
      if (!isTouched(ref)) {
        const stays = stated[key]
        if (stays === undefined || found.ids[kind.settingOf ?? kind.name]?.[key] === undefined) continue
        wanted[key] = stays
        actual[key] = stays
        result.whole.set(placeKey(ref), stays)
        continue
      }
      const entry = entryOf(key)
      const remote = remoteOf(key)
      const model = remote === undefined ? undefined : kind.model(remote, kindNames, entry)
      if (model !== undefined) result.whole.set(placeKey(ref), model)
      const want = stated[key]
      if (want === undefined) {
        if (model !== undefined) actual[key] = model
        continue
      }
      const settled = settle({
        ...(model === undefined ? { desired: want, actual: undefined } : existing(kind, want, model, entry, ends)),
        shapes: kind.shapes,
        ownedSets: entry?.sets ?? [],
        keptBefore: keptBefore(entry),
        unreadable: remote === undefined ? [] : kind.unreadable(remote),
        hidden: snapshot.hidden[kind.name] ?? [],
        sent: entry?.sent ?? {},
        sealed: entry?.sealed ?? {},
        fingerprint: fingerprint(ref),
        // Whoever leaves the company leaves every department.
        ...(ref.kind === 'user' &&
          departing.has(key) && { leaving: { dept_id_list: members(model?.['dept_id_list']) } }),
      })
      // A setting that sets nothing on what is only about to be made is no change.
      if (kind.settingOf !== undefined && model === undefined && Object.keys(settled.desired).length === 0) continue
      wanted[key] = settled.desired
      // Nearly all of a company is as the files say: then one model stands for both.
      if (settled.actual !== undefined)
        actual[key] = equal(settled.desired, settled.actual) ? settled.desired : settled.actual
      for (const [field, extra] of Object.entries(settled.kept)) result.kept.push({ ref, field, members: extra })
    }
    result.desired[kind.name] = wanted
    result.actual[kind.name] = actual
  }
  return { ...result, ...found, departing }
}

/** What the files want of something that exists: fields that only a create takes are left out. */
function existing(
  kind: Identifiable<unknown>,
  want: Model,
  actual: Model,
  locked: Locked | undefined,
  ends: Ends,
): Completed {
  const desired = existingFields(kind, want)
  return kind.complete?.(desired, actual, locked, ends) ?? { desired, actual }
}

function existingFields(kind: Identifiable<unknown>, want: Model): Model {
  return Object.fromEntries(Object.entries(want).filter(([field]) => !kind.createOnly.includes(field)))
}

/** Whether a person will be deleted and made again, and so loses what others hold of them: it must be given again. */
function isReplaced(kind: Identifiable<unknown>, wanted: Model, actual: Model): boolean {
  return kind.replaces.some(
    (field) => wanted[field] !== undefined && actual[field] !== undefined && !equal(wanted[field], actual[field]),
  )
}

/** The desired side with those whose files are gone placed in the department of the departed, if there is one. */
function withDeparted(desired: Desired, snapshot: Snapshot, lock: Lockfile, focus?: Focus) {
  const { departed } = desired.settings
  const people = desired.directory['user'] ?? {}
  const departing = new Set<string>()
  if (departed !== null)
    for (const [key, { id }] of Object.entries(lock.resources['user'] ?? {}))
      if (people[key] === undefined && snapshot.remotes['user']?.has(id) && focus?.has({ kind: 'user', key }) !== false)
        departing.add(key)
  const moved = [...departing].map((key) => [key, { main: departed, dept_id_list: { [departed as string]: true } }])
  return {
    departing,
    directory: { ...desired.directory, user: { ...people, ...Object.fromEntries(moved) } } as Directory,
  }
}

/** Walks the registry and pairs keys with remotes; what is left over is unmanaged, left behind, or to be deleted. */
function matchAll(
  kinds: readonly Identifiable<unknown>[],
  desired: Desired,
  directory: Directory,
  snapshot: Snapshot,
  lock: Lockfile,
  focus?: Focus,
) {
  const ids: Record<string, Record<string, string>> = {}
  const adopted: Adoption[] = []
  const unmanaged: (Ref & { name?: string })[] = []
  const left: Ref[] = []
  const inferred = new Map<string, string>()
  const formerly = new Map<string, string>()
  const findings: Finding[] = []
  for (const kind of kinds) {
    const remotes = snapshot.remotes[kind.name] ?? new Map<string, unknown>()
    const locked = lock.resources[kind.name] ?? {}
    const stated = seenOf(kind.name, directory[kind.name] ?? {}, remotes, focus)
    const previously = desired.previously[kind.name] ?? {}
    const match = kind.identify({ desired: stated, previously, remotes, locked, snapshot, directory, ids })
    const taken: Record<string, string> = { ...match.ids }
    const claimed = new Set(Object.values(taken))
    const keyOf = new Map(Object.entries(locked).map(([key, { id }]) => [id, key]))
    for (const [key, id] of Object.entries(match.ids)) {
      const ref = { kind: kind.name, key }
      if (locked[key]?.id === id || !isAdoptable(ref) || focus?.has(ref) === false) continue
      const former = keyOf.get(id)
      if (former !== undefined) formerly.set(placeKey(ref), former)
      const remote = remotes.get(id)
      const mark = remote === undefined ? undefined : kind.witness?.(remote).mark
      adopted.push({ ref, id, ...(former !== undefined && { formerly: former }), ...(mark !== undefined && { mark }) })
    }
    for (const [key, reason] of Object.entries(match.inferred ?? {}))
      inferred.set(placeKey({ kind: kind.name, key }), reason)
    for (const { key, en, zh } of match.ambiguous ?? []) {
      const place = desired.places.get(placeKey({ kind: kind.name, key })) ?? { file: '', line: 1, column: 1 }
      findings.push(finding(place, 'ambiguous-rename', en, zh))
    }
    if (focus !== undefined) nameUntouched(kind, directory[kind.name] ?? {}, locked, taken, claimed, focus)
    // What the lock lists, the files do not, and DingTalk still has: ours to delete, where DingTalk can.
    for (const [key, { id }] of Object.entries(locked)) {
      if (taken[key] !== undefined || claimed.has(id) || !remotes.has(id) || kind.settingOf !== undefined) continue
      claimed.add(id)
      if (kind.deletable) taken[key] = id
      else left.push({ kind: kind.name, key })
    }
    if (kind.settingOf === undefined)
      for (const [id, remote] of remotes) {
        const name = claimed.has(id) ? null : kind.unmanagedName(remote)
        if (name !== null) unmanaged.push({ kind: kind.name, key: `#${id}`, ...(name !== '' && { name }) })
      }
    ids[kind.name] = taken
  }
  unmanaged.sort((a, b) => (a.kind === b.kind ? (a.key < b.key ? -1 : 1) : 0))
  const problems = worded(findings, desired.settings.language)
  return { ids, adopted, unmanaged, left, inferred, formerly, problems }
}

/** What can be matched at all: what is touched, and what was read because it stands around that. */
function seenOf(
  kind: string,
  stated: { readonly [key: string]: Model },
  remotes: ReadonlyMap<string, unknown>,
  focus: Focus | undefined,
): { readonly [key: string]: Model } {
  if (focus === undefined) return stated
  const isSeen = (ref: Ref) => focus.has(ref) || remotes.has(focus.idOf(ref) ?? '')
  return Object.fromEntries(Object.entries(stated).filter(([key]) => isSeen({ kind, key })))
}

/** What was not read keeps the id that the lock has for it; nobody else may have that, and nothing of it ends. */
function nameUntouched(
  kind: Identifiable<unknown>,
  stated: { readonly [key: string]: Model },
  locked: { readonly [key: string]: Locked },
  taken: Record<string, string>,
  claimed: Set<string>,
  focus: Focus,
): void {
  for (const [key, { id }] of Object.entries(locked)) if (!focus.has({ kind: kind.name, key })) claimed.add(id)
  if (kind.settingOf !== undefined) return
  for (const key of Object.keys(stated)) {
    const id = focus.idOf({ kind: kind.name, key })
    if (taken[key] === undefined && id !== undefined && !focus.has({ kind: kind.name, key })) taken[key] = id
  }
}

/** The root department is everybody's: it never stands in a lock. */
function isAdoptable(ref: Ref): boolean {
  return !(ref.kind === 'department' && ref.key === '/')
}

/** Keys for ids by the settled pairs; an id without a key of ours is `#` and the id. */
export function namesOf(ids: Ids): (kind: string, id: string | number) => string {
  const keys = new Map<string, Map<string, string>>()
  for (const [kind, entries] of Object.entries(ids))
    keys.set(kind, new Map(Object.entries(entries).map(([key, id]) => [id, key])))
  return (kind, id) => keys.get(kind)?.get(String(id)) ?? `#${id}`
}
