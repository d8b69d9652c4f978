import type { Refusal, RefusalCode } from '../model.ts'
import type { Settings } from '../settings.ts'
import { ownAccess } from './access.ts'
import { administrators } from './administrators.ts'
import { company } from './company.ts'
import { deletions, departedChanged, replacements } from './deletions.ts'
import type { GuardInput } from './input.ts'
import { limits } from './limits.ts'
import { doubtfulLock } from './lock.ts'
import { type Places, placesOf } from './places.ts'
import { protectedRefs } from './protected.ts'
import { incompleteRead } from './reading.ts'
import { lasting } from './removal.ts'
import { unmanagedBelow } from './unmanaged.ts'

/**
 * Reasons to stop before the first write. They are computed with every plan and printed in it; only apply stops.
 * A read that was not whole, or a company that is not ours, refuses everything; limits refuse their own kind of change,
 * but nothing is written then either: a plan is applied as a whole or not at all. What `rollbook.yaml` allows is judged
 * twice where a base commit is named, so that a change cannot lift its own limit.
 */
export function guard(everything: GuardInput): readonly Refusal[] {
  if (everything.changes.length === 0 && everything.adopted === 0) return []
  const input = { ...everything, changes: lasting(everything.changes) }
  const places = placesOf(input)
  const here = policy(input, input.settings, places)
  const base = input.base === undefined ? [] : policy(input, input.base, places)
  const found = [
    ...company(input),
    ...doubtfulLock(input),
    ...incompleteRead(input),
    ...replacements(input),
    ...administrators(input),
    ...ownAccess(input),
    ...unmanagedBelow(input),
    ...departedChanged(input),
    ...here.filter((refusal) => !base.some((other) => says(other, refusal) && !says(refusal, other))),
    ...base.filter((refusal) => !here.some((other) => says(other, refusal))).map(atBase),
  ]
  return found.sort((a, b) => readingOrder.indexOf(a.code) - readingOrder.indexOf(b.code))
}

/** What may be wrong altogether first, what is merely much last. */
const readingOrder: readonly RefusalCode[] = [
  'wrong-company',
  'lock-contradicted',
  'lock-older',
  'empty-desired',
  'incomplete-read',
  'own-access',
  'administrators',
  'departed-changed',
  'deletion-plan-only',
  'mobile-replacement',
  'protected',
  'protected-identity',
  'unmanaged-below',
  'limit-exceeded',
]

/** What `rollbook.yaml` decides: all that counts twice where a base commit is named. */
function policy(input: GuardInput, settings: Settings, places: Places): Refusal[] {
  return [
    ...deletions(input.changes, settings),
    ...protectedRefs(input, settings, places),
    ...limits(input, settings, places),
  ]
}

/** Whether a refusal says at least what another one says: of the same rule, at least as much, and as strictly. */
function says(refusal: Refusal, other: Refusal): boolean {
  const [rule, another] = [refusal, other].map(({ code, limit, case: which }) =>
    [code, which, limit?.name, limit?.subtree].join('\u0000'),
  )
  if (rule !== another || (refusal.limit?.most ?? 0) > (other.limit?.most ?? 0)) return false
  const named = new Set(refusal.refs.map(({ kind, key }) => `${kind}\u0000${key}`))
  return other.refs.every(({ kind, key }) => named.has(`${kind}\u0000${key}`))
}

/** The words of a refusal by the base commit: this change cannot allow it, whatever it writes. */
function atBase(refusal: Refusal): Refusal {
  const { hint: _, ...rest } = refusal
  return {
    ...rest,
    message: `${refusal.message} (by rollbook.yaml at the base commit)`,
    hint: 'change rollbook.yaml in a change of its own and let that be merged first; this change cannot lift its own limit',
    base: true,
  }
}
