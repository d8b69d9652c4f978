import type { Difference, FieldDifference } from './drift.ts'
import type { Identified } from './identify.ts'
import type { Lockfile } from './lockfile.ts'
import { type Model, placeKey, type Ref, type Value } from './model.ts'
import type { NotTaken } from './pull-report.ts'
import { changedFields, isEntries, put } from './value.ts'

/**
 * What is to be taken over from DingTalk into the files: fields of something both have (`before` as the files want it,
 * `after` the same with what is taken as DingTalk has it), that something is gone, or that something is new to the files
 * (its key is `#` and its id, unless it has a key already; `omits` are fields that are not to be stated).
 */
export type Taking =
  | { readonly what: 'fields'; readonly ref: Ref; readonly before: Model; readonly after: Model }
  | { readonly what: 'gone'; readonly ref: Ref }
  | { readonly what: 'new'; readonly ref: Ref; readonly id: string; readonly omits?: readonly string[] }

/** What of all differences is to be taken. */
export interface Choice {
  /** Whether somebody asked for it. */
  readonly wants: (ref: Ref) => boolean
  /** Whether DingTalk is right where both sides changed the same. */
  readonly conflicts: boolean
}

/** Differences as they are treated: taken, left because both sides changed, or not to be taken. */
export interface Chosen {
  readonly takings: readonly Taking[]
  /** What is taken of each, by `placeKey`. */
  readonly fields: ReadonlyMap<string, readonly FieldDifference[]>
  readonly conflicts: readonly Difference[]
  readonly intended: readonly Ref[]
  readonly notTaken: readonly NotTaken[]
}

/** Chooses among the differences. */
export function choose(
  differences: readonly Difference[],
  {
    identified,
    lock,
  }: { readonly identified: Pick<Identified, 'desired' | 'actual' | 'ids'>; readonly lock: Lockfile },
  { wants, conflicts }: Choice,
): Chosen {
  const takings: Taking[] = []
  const fields = new Map<string, readonly FieldDifference[]>()
  const notTaken: NotTaken[] = []
  const left: Difference[] = []
  const intended: Ref[] = []
  const isTaken = ({ state }: FieldDifference) => state === 'drift' || (state === 'conflict' && conflicts)
  for (const difference of differences) {
    const { ref, change } = difference
    if (!wants(ref)) continue
    const chosen = difference.fields.filter(isTaken)
    if (difference.fields.some(({ state }) => state === 'conflict') && !conflicts) left.push(difference)
    if (difference.fields.some(({ state }) => state === 'intended')) intended.push(ref)
    if (chosen.length === 0) continue
    const isWhole = chosen.some(({ path }) => path.length === 0)
    const desired = identified.desired[ref.kind]?.[ref.key]
    const actual = identified.actual[ref.kind]?.[ref.key]
    if (change.action === 'delete' || change.departs) {
      // That the files gave it up is an intention; only where DingTalk changed it too there is something to choose.
      const id = identified.ids[ref.kind]?.[ref.key]
      if (difference.state === 'conflict' && id !== undefined) {
        takings.push({ what: 'new', ref, id })
        fields.set(placeKey(ref), chosen)
      } else intended.push(ref)
    } else if (isWhole && actual === undefined) {
      // What no lock lists never was there: it waits to be made.
      if (lock.resources[ref.kind]?.[ref.key] === undefined) intended.push(ref)
      else {
        takings.push({ what: 'gone', ref })
        fields.set(placeKey(ref), chosen)
      }
    } else if (desired !== undefined && actual !== undefined) {
      const possible = chosen.filter(({ path }) => path[0] !== 'source_identifier')
      if (possible.length < chosen.length) notTaken.push({ ref, why: 'mark' })
      if (possible.length === 0) continue
      takings.push({ what: 'fields', ref, before: desired, after: withPaths(desired, possible) })
      fields.set(placeKey(ref), possible)
    }
  }
  return { takings, fields, conflicts: left, intended, notTaken }
}

/** A model with some of its places as DingTalk has them. */
function withPaths(model: Model, fields: readonly FieldDifference[]): Model {
  const made = fields.reduce<Value | undefined>((then, { path, actual }) => put(then, path, actual), model)
  return isEntries(made) ? made : {}
}

/** A taking that leaves one field as the files have it; null where nothing else was to be taken. */
export function withoutField(taking: Taking, field: string): Taking | null {
  if (taking.what === 'new') return { ...taking, omits: [...(taking.omits ?? []), field] }
  if (taking.what === 'gone') return taking
  const { before } = taking
  const after = put(taking.after, [field], before[field])
  if (!isEntries(after) || changedFields(before, after).length === 0) return null
  return { ...taking, after }
}

/** The name of a role is part of its key. */
export function renamedRole(taking: Taking): string | undefined {
  if (taking.what !== 'fields' || taking.ref.kind !== 'role') return undefined
  return `${String(taking.after['group'])}/${String(taking.after['name'])}`
}

/** What a taking is about, under the key that it has in the files afterwards; `keys` are those of what is new. */
export function keyAfter(taking: Taking, keys: ReadonlyMap<string, string>): Ref {
  const { kind, key } = taking.ref
  return { kind, key: keys.get(placeKey(taking.ref)) ?? renamedRole(taking) ?? key }
}
