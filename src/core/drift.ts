import { diff, segments } from './diff.ts'
import type { Identified } from './identify.ts'
import {
  type Change,
  type Model,
  type PatchOperation,
  type Place,
  type Places,
  type Plan,
  placeKey,
  type Ref,
  type Value,
} from './model.ts'
import { equal, isEntries, put } from './value.ts'

/**
 * Three sides: the files at hand, DingTalk, and the *base*, which is the files that DingTalk was last made equal to. What
 * differs between the first two was changed in the files (*intended*: it waits for an apply), in DingTalk (*drift*), or
 * in both, each in its own way (*conflict*).
 */
export type DriftState = 'intended' | 'drift' | 'conflict'

/** The states, the gravest first. */
export const driftStates = ['conflict', 'drift', 'intended'] as const satisfies readonly DriftState[]

/**
 * What stands for the last apply: the commit that the lock names, one that somebody named, HEAD, or nothing, so that the
 * files themselves stand for it and everything that differs counts as drift.
 */
export interface DriftBase {
  readonly from: 'lock' | 'option' | 'head' | 'none'
  /** In full; left out where there is none. */
  readonly commit?: string
}

/** One thing that differs, under the key that the files at hand have for it. */
export interface Difference {
  readonly ref: Ref
  /** The gravest among its fields. */
  readonly state: DriftState
  /** What an apply of the files at hand would do: `before` is DingTalk, `after` the files. */
  readonly change: Change
  readonly fields: readonly FieldDifference[]
  /** Where the files say it: the line of its gravest fields, where that is one, or else of the whole. */
  readonly place?: Place
  /**
   * Of a conflict: what DingTalk would have, had only the files changed it. Left out where the base did not have the thing
   * at all.
   */
  readonly then?: Model
  /** Who changed it in DingTalk, where an event said so. */
  readonly by?: ChangedBy
}

/** Who changed something in DingTalk, and when (ISO 8601), as an event told it. */
export interface ChangedBy {
  readonly operator: string
  readonly time: string
}

/**
 * One place at which files and DingTalk differ. Each side is left out where it has nothing there; the base also where
 * it does not state it. Personal values stay hidden.
 */
export interface FieldDifference {
  /** The field and, in a set or a map, the names below it; empty where the whole thing is on one side only. */
  readonly path: readonly string[]
  readonly state: DriftState
  readonly files?: Value
  readonly actual?: Value
  readonly base?: Value
  /** Where the files say it, if they do. */
  readonly place?: Place
}

/** What the comparison of all three sides found, and the plan of the files at hand that it explains. */
export interface Drift {
  readonly base: DriftBase
  /** Conflicts first, then drift, then what is intended; among equals in the order of the plan. */
  readonly differences: readonly Difference[]
  readonly plan: Plan
}

/** How many things are in each state. */
export function countDrift(differences: readonly Pick<Difference, 'state'>[]): {
  readonly [state in DriftState]: number
} {
  const counts = { conflict: 0, drift: 0, intended: 0 }
  for (const { state } of differences) counts[state] += 1
  return counts
}

/** What is compared: the plan of the files at hand, and the base against the same snapshot under the same keys. */
export interface Compared {
  readonly identified: Pick<Identified, 'actual' | 'desired'>
  readonly changes: readonly Change[]
  readonly places: Places
  readonly base: Pick<Identified, 'actual' | 'desired' | 'unopened' | 'departing'>
}

/**
 * Everything that an apply would change, with the reason why it differs. What the base wants changed in the same way
 * was changed in DingTalk; what it does not want changed was changed in the files.
 */
export function differencesOf({ identified, changes, places, base }: Compared): readonly Difference[] {
  const ofHead = operationsOf(identified)
  const ofBase = operationsOf(base)
  const unopened = new Set(base.unopened.map(({ ref, field }) => placeKey(ref, field)))
  const compare = (change: Change): Difference => {
    const { ref } = change
    const name = placeKey(ref)
    const atBase = ofBase.get(name) ?? []
    const before = modelOf(identified.actual, ref)
    const sides = { files: modelOf(identified.desired, ref), actual: before, base: modelOf(base.desired, ref) }
    // Somebody whose file is gone only moves, but it is the whole person that the files gave up.
    const leaves = change.departs === true && !base.departing.has(ref.key) && atBase.length > 0
    const found = (ofHead.get(name) ?? []).map((operation): FieldDifference => {
      const [field = ''] = operation.at
      const state = leaves ? 'conflict' : stateOf(operation, atBase, unopened.has(placeKey(ref, field)))
      const place = places.get(placeKey(ref, field))
      return { path: operation.at, state, ...valuesAt(sides, operation.at), ...(place !== undefined && { place }) }
    })
    const fields = ref.kind === 'user' ? withPlacement(found) : found
    const state = driftStates.find((each) => fields.some((field) => field.state === each)) ?? 'intended'
    const then = state === 'conflict' ? thenOf(before, atBase, leaves ? [{ path: [] }] : fields) : undefined
    const place = placeOf(fields.filter((field) => field.state === state)) ?? places.get(name)
    return {
      ref,
      state,
      // A step that makes room for a swap is no difference: the change begins with what DingTalk has.
      change: before === undefined ? change : { ...change, before },
      fields,
      ...(then !== undefined && { then }),
      ...(place !== undefined && { place }),
    }
  }
  const found = changes.filter((change) => !change.temporary).map(compare)
  return driftStates.flatMap((state) => found.filter((each) => each.state === state && each.fields.length > 0))
}

/** DingTalk with the base in its place wherever there is a conflict. */
function thenOf(
  actual: Model | undefined,
  atBase: readonly Operation[],
  fields: readonly Pick<FieldDifference, 'path' | 'state'>[] | readonly Pick<FieldDifference, 'path'>[],
): Model | undefined {
  const inConflict = fields.filter((field) => !('state' in field) || field.state === 'conflict')
  const related = atBase.filter(({ at }) => inConflict.some(({ path }) => isWithin(at, path) || isWithin(path, at)))
  const then = related.reduce<Value | undefined>((model, { at, target }) => put(model, at, target), actual)
  return isEntries(then) ? then : undefined
}

/** The place that these fields have in common. */
function placeOf(fields: readonly FieldDifference[]): Place | undefined {
  const [first] = fields
  const same = fields.every(({ place }) => place?.file === first?.place?.file && place?.line === first?.place?.line)
  return same ? first?.place : undefined
}

/** One operation on one resource, with its path inside of that. */
interface Operation {
  readonly at: readonly string[]
  /** What is to stand there; undefined where it is to go. */
  readonly target: Value | undefined
}

function operationsOf({ actual, desired }: Pick<Identified, 'actual' | 'desired'>): Map<string, Operation[]> {
  const byRef = new Map<string, Operation[]>()
  for (const operation of diff(actual, desired)) {
    const [kind = '', key = '', ...at] = segments(operation.path)
    const name = placeKey({ kind, key })
    const found = byRef.get(name) ?? []
    found.push({ at, target: targetOf(operation) })
    byRef.set(name, found)
  }
  return byRef
}

function targetOf({ op, value }: PatchOperation): Value | undefined {
  return op === 'remove' ? undefined : value
}

function stateOf({ at, target }: Operation, atBase: readonly Operation[], closed: boolean): DriftState {
  const related = atBase.filter((other) => isWithin(other.at, at) || isWithin(at, other.at))
  const [only, ...more] = related
  // A sealed value of the base that nobody can open may or may not be what DingTalk has.
  if (only === undefined) return closed ? 'conflict' : 'intended'
  return more.length === 0 && only.at.length === at.length && equal(only.target, target) ? 'drift' : 'conflict'
}

/** Whether the outer path is the inner one, or leads to it. */
function isWithin(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length <= inner.length && outer.every((name, index) => name === inner[index])
}

/** The main department is one of a person's departments: what decides about the one decides about the other. */
function withPlacement(fields: readonly FieldDifference[]): readonly FieldDifference[] {
  const main = fields.find(({ path }) => path.length === 1 && path[0] === 'main')
  if (main?.state !== 'conflict') return fields
  const places = [main.files, main.actual, main.base]
  return fields.map((field) =>
    field.path[0] === 'dept_id_list' && (field.path.length === 1 || places.includes(field.path[1]))
      ? { ...field, state: main.state }
      : field,
  )
}

function modelOf(directory: Identified['desired'], { kind, key }: Ref): Model | undefined {
  return directory[kind]?.[key]
}

function valuesAt(
  sides: { readonly [side in 'files' | 'actual' | 'base']: Model | undefined },
  path: readonly string[],
): Pick<FieldDifference, 'files' | 'actual' | 'base'> {
  const found = Object.entries(sides).map(([side, model]) => [side, valueAt(model, path)] as const)
  return Object.fromEntries(found.filter(([, value]) => value !== undefined))
}

function valueAt(model: Model | undefined, path: readonly string[]): Value | undefined {
  let value: Value | undefined = model
  for (const name of path) value = isEntries(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return value
}
