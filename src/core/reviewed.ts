import { createHash } from 'node:crypto'
import { pointer } from './diff.ts'
import type { Change, Model, PatchOperation, Plan, Ref, Value } from './model.ts'
import { publicValue } from './plan.ts'
import type { Unopened } from './sealed.ts'
import { isEntries } from './value.ts'

/** What a review has to be told of a plan: the plan with everything sealed, which everybody can make without a key. */
export type Reviewable = Pick<Plan, 'hash' | 'changes' | 'unopened'>

/**
 * What somebody looked at: the hash of the plan, and a digest of each operation in it; null where those were too many to
 * keep, and then only an equal plan is one that was reviewed. Nothing in it is personal, and nothing can be guessed from
 * it that the plan does not show: values enter the digests as they enter the hash, masked.
 */
export interface Reviewed {
  readonly hash: string
  readonly operations: readonly string[] | null
}

/** How a plan stands to what was reviewed; `extra` names what nobody has seen, and is never empty where it stands. */
export type Compared = 'equal' | 'subset' | { readonly extra: readonly Ref[] }

/** Bytes of a digest. No two texts that anybody can make have the same first 24 bytes of SHA-256. */
const DIGEST_BYTES = 24

/** What a digest looks like: 32 characters of base64url. */
export const DIGEST = /^[\w-]{32}$/

/** As many digests as are kept of one plan: what a check run of GitHub has room for. */
const MOST = 1_800

/** A plan as it was shown. Where there is not room for everything, parts of what is made go first, and then all but the hash. */
export function reviewOf({ hash, changes, unopened = [] }: Reviewable): Reviewed {
  const coarse = [...changes.flatMap(shown), ...unopened.map(compared)]
  for (const operations of [[...coarse, ...changes.flatMap(partsMade)], coarse]) {
    const distinct = [...new Set(operations)]
    if (distinct.length <= MOST) return { hash, operations: distinct.sort() }
  }
  return { hash, operations: null }
}

/**
 * Whether all that a plan would do now was shown in one review or another. Less than was shown is allowed: a run that
 * was cut off leaves the rest, and somebody may have done a part by hand. A plan that does nothing needs no review.
 */
export function compareReviewed(reviews: readonly Reviewed[], now: Reviewable): Compared {
  if (reviews.some(({ hash }) => hash === now.hash)) return 'equal'
  const seen = new Set(reviews.flatMap(({ operations }) => operations ?? []))
  const unseen = [
    ...now.changes.filter((change) => !isCovered(change, seen)),
    ...(now.unopened ?? []).filter((one) => !seen.has(compared(one))),
  ]
  const extra = [...new Map(unseen.map(({ ref }) => [`${ref.kind}/${ref.key}`, ref])).values()]
  return extra.length === 0 ? 'subset' : { extra }
}

/** What a change does: an update each of its operations, because a part of it may be done already; else what is made. */
function shown(change: Change): string[] {
  if (change.action === 'update' || change.action === 'move') return change.patch.map(operation)
  const made = change.after === undefined ? [] : [madeOf(change.ref, change.after)]
  return change.action === 'create' ? made : [wholeOf(change), ...made]
}

/** Each field of what is made, and each member of it: what was made without some of them gets them by an update. */
function partsMade({ action, ref, after = {} }: Change): string[] {
  if (action !== 'create' && action !== 'replace') return []
  return partsOf(pointer(ref.kind, ref.key), after)
}

function partsOf(path: string, value: { readonly [key: string]: Value }): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = path + pointer(key)
    return [operation({ op: 'add', path: below, value: inner }), ...(isEntries(inner) ? partsOf(below, inner) : [])]
  })
}

function isCovered(change: Change, seen: ReadonlySet<string>): boolean {
  if (change.action === 'delete' || change.action === 'replace') return seen.has(wholeOf(change))
  if (change.action === 'create') return change.after !== undefined && seen.has(madeOf(change.ref, change.after))
  return change.patch.every((one) => seen.has(operation(one)))
}

/** What is so afterwards: whether something was there before makes no difference. */
function operation({ op, path, value }: PatchOperation): string {
  return op === 'remove' ? digest('remove', path) : digest('set', path, publicValue(value ?? null))
}

function wholeOf({ action, ref, patch }: Change): string {
  return digest(action, ref.kind, ref.key, patch.map(operation))
}

function madeOf({ kind, key }: Ref, after: Model): string {
  return digest('made', kind, key, publicValue(after))
}

function compared({ ref, field, digest: sealed }: Unopened): string {
  return digest('compare', ref.kind, ref.key, field, sealed)
}

function digest(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, DIGEST_BYTES).toString('base64url')
}
