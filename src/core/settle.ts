import type { Model, Value } from './model.ts'
import { Personal } from './personal.ts'
import { isAsSent } from './sealed.ts'
import { equal, isEntries, members } from './value.ts'

/**
 * Makes two models comparable before they are compared, so that nothing after the differ has to filter: what the files
 * leave out is not managed and goes from the actual side, an empty field equals a cleared one, and what DingTalk never
 * returns is taken to be what was sent before. Done here once, for every kind, from the shapes of its fields.
 */

/**
 * How a field compares. `value`: as a whole. `set`: an object keyed by members; a stated one is the whole set, but its
 * first apply never removes. `entries`: an object of which only the stated entries are managed. `{ set }`: a set whose
 * members have fields of their own, with these shapes.
 */
export type Shape = 'value' | 'set' | 'entries' | { readonly set: Shapes }
/** Shapes of a kind's fields; a field that is not named here is a `value`. */
export type Shapes = { readonly [field: string]: Shape }

/** A keyed digest of a value that DingTalk accepts and never returns: tells "same as before" and nothing else. */
export type Fingerprint = (field: string, value: Value) => string

export interface SettleInput {
  readonly desired: Model
  /** Undefined where the resource does not exist yet. */
  readonly actual: Model | undefined
  readonly shapes: Shapes
  /** Sets that were applied before: only what these leave out may be removed. */
  readonly ownedSets: readonly string[]
  /** Members that stayed at a first apply: they stay until the files name them, or DingTalk has them no more. */
  readonly keptBefore: { readonly [field: string]: readonly string[] }
  /** Members that may leave a set even at its first apply (a person's former main department). */
  readonly leaving?: { readonly [field: string]: readonly string[] }
  /** Fields that DingTalk does not return of this one. */
  readonly unreadable: readonly string[]
  /** Fields that the app perhaps may not read: their absence says nothing. */
  readonly hidden: readonly string[]
  /** Fingerprints of what was sent for fields of either sort. */
  readonly sent: { readonly [field: string]: string }
  /** Digests of sealed values among them. */
  readonly sealed?: { readonly [field: string]: string }
  readonly fingerprint: Fingerprint
}

export interface Settled {
  readonly desired: Model
  readonly actual: Model | undefined
  /** Members that stay although the files leave them out, by field. */
  readonly kept: { readonly [field: string]: readonly string[] }
}

type Draft = { [field: string]: Value }

/** Both sides, ready to be compared. */
export function settle(input: SettleInput): Settled {
  if (input.actual === undefined)
    return { desired: worthMaking(input.desired, input.shapes), actual: undefined, kept: {} }
  const desired: Draft = {}
  const actual: Draft = {}
  const kept: { [field: string]: readonly string[] } = {}
  for (const [field, wanted] of Object.entries(input.desired)) {
    const found = input.actual[field]
    desired[field] = wanted
    if (found === undefined && [...input.unreadable, ...input.hidden].includes(field)) {
      // What nobody shows cannot be seen to be cleared; it is as empty as it can be known to be.
      const seemsEmpty = wanted === null && !input.unreadable.includes(field)
      const same =
        wanted instanceof Personal && wanted.closed
          ? isAsSent(wanted, field, input.sealed)
          : input.sent[field] === input.fingerprint(field, wanted)
      if (seemsEmpty || same) actual[field] = wanted
      continue
    }
    const shape = input.shapes[field] ?? 'value'
    if (shape !== 'value' && shape !== 'entries') {
      const known = new Set([...members(wanted), ...(input.leaving?.[field] ?? [])])
      const stays = input.ownedSets.includes(field) ? (input.keptBefore[field] ?? []) : members(found)
      const extra = stays.filter((member) => !known.has(member) && members(found).includes(member))
      if (extra.length > 0) {
        kept[field] = extra
        desired[field] = { ...(isEntries(wanted) ? wanted : {}), ...pick(found, extra) }
      }
    }
    const settled = settleField(desired[field], found, shape)
    if (settled !== undefined) actual[field] = settled
  }
  return { desired, actual, kept }
}

/** The actual value as far as the desired one speaks of it; undefined where there is none. */
function settleField(wanted: Value, found: Value | undefined, shape: Shape): Value | undefined {
  const empty = found === undefined || found === null || (isEntries(found) && Object.keys(found).length === 0)
  if (wanted === null) return empty ? null : found
  if (isEntries(wanted) && shape !== 'value') {
    if (shape === 'set') return empty ? {} : found
    if (shape === 'entries') return settleEntries(wanted, found)
    return settleMembers(wanted, found, shape.set)
  }
  if (empty) return equal(wanted, found ?? null) ? wanted : undefined
  return found
}

function settleEntries(wanted: { readonly [key: string]: Value }, found: Value | undefined): Value {
  const actual: Draft = {}
  for (const [key, value] of Object.entries(wanted)) {
    const settled = settleField(value, isEntries(found) ? found[key] : undefined, 'value')
    if (settled !== undefined) actual[key] = settled
  }
  return actual
}

/** Members keep their identity; the fields of a member compare like the fields of a model. */
function settleMembers(wanted: { readonly [key: string]: Value }, found: Value | undefined, shapes: Shapes): Value {
  const actual: Draft = {}
  for (const [key, value] of Object.entries(isEntries(found) ? found : {})) {
    const stated = wanted[key]
    if (!isEntries(stated) || !isEntries(value)) {
      actual[key] = value
      continue
    }
    const member: Draft = {}
    for (const [field, want] of Object.entries(stated)) {
      const settled = settleField(want, value[field], shapes[field] ?? 'value')
      if (settled !== undefined) member[field] = settled
    }
    actual[key] = member
  }
  return actual
}

/** Nothing has to be cleared or emptied on what is about to be made. */
function worthMaking(desired: Model, shapes: Shapes): Model {
  const kept = Object.entries(desired).flatMap(([field, value]): [string, Value][] => {
    if (value === null) return []
    const shape = shapes[field] ?? 'value'
    if (!isEntries(value) || shape === 'value') return [[field, value]]
    if (Object.keys(value).length === 0) return []
    if (typeof shape !== 'object') return [[field, value]]
    const memberOf = (member: Value) => (isEntries(member) ? worthMaking(member, shape.set) : member)
    return [[field, Object.fromEntries(Object.entries(value).map(([key, member]) => [key, memberOf(member)]))]]
  })
  return Object.fromEntries(kept)
}

function pick(from: Value | undefined, keys: readonly string[]): { [key: string]: Value } {
  return isEntries(from) ? Object.fromEntries(keys.map((key) => [key, from[key] as Value])) : {}
}
