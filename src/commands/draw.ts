import { aroundOf } from '../core/around.ts'
import type { Desired } from '../core/desired.ts'
import { diff } from '../core/diff.ts'
import { exchangedMobiles } from '../core/exchange.ts'
import type { Judged } from '../core/guard/approvals.ts'
import { type Identified, identify, namesOf } from '../core/identify.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { type Change, type Plan, placeKey, type Ref, type Snapshot } from '../core/model.ts'
import { planNames } from '../core/names.ts'
import { isHeld, type Waiting, withoutHeld } from '../core/pending.ts'
import { planChanges, planHash } from '../core/plan.ts'
import { finding, InvalidDirectory, type Problem, worded } from '../core/problem.ts'
import type { Reviewable } from '../core/reviewed.ts'
import { restored, type Saved } from '../core/saved.ts'
import type { Fingerprint } from '../core/settle.ts'
import type { Touched } from '../core/touched.ts'
import type { Unaccepted } from '../io/pending.ts'
import type { AnyKind } from '../kinds/kind.ts'

/** A plan, and what it was made from: apply goes on with it. */
export interface Planned {
  readonly plan: Plan
  readonly desired: Desired
  readonly lock: Lockfile
  readonly snapshot: Snapshot
  readonly identified: Identified
  readonly fingerprintOf: (ref: Ref) => Fingerprint
  /** What an interrupted run saved of people who are not in DingTalk now and whom the files want. */
  readonly saved: readonly Saved[]
  /** The plan as a review shows it: with nothing opened. */
  readonly closed: Reviewable
  /** What may change, where not everything was read. */
  readonly touched?: Touched
}

/** What a plan is made of once everything was read. */
export interface World extends Pick<Planned, 'desired' | 'lock' | 'snapshot' | 'fingerprintOf' | 'saved' | 'touched'> {
  readonly kinds: readonly AnyKind[]
  /** How much of DingTalk the snapshot is of. */
  readonly refresh: Plan['refresh']
  /** The company that the files name, here or at the base commit. */
  readonly corp: string | null
  /** The plan as it was before something was opened; its hash stays the hash. */
  readonly closed?: Reviewable
  readonly language: 'zh' | 'en'
  readonly waiting: readonly Unaccepted[]
  /** Nothing will be applied: whether it could be is not asked. */
  readonly comparing?: true
}

/** A plan that nobody has judged yet: what would change, and not whether it may. */
export interface Drawn extends Omit<Planned, 'plan'> {
  readonly plan: Omit<Plan, keyof Judged | 'base' | 'unjudged'>
}

/**
 * The plan of a world, unjudged.
 *
 * @throws InvalidDirectory where only both sides together show that the files cannot be applied.
 */
export function draw(world: World): Drawn {
  const { kinds, desired, lock, snapshot, fingerprintOf, saved, language, touched } = world
  const held = world.waiting.filter(isHeld).map(({ ref }) => ref)
  const { directory, named } = withoutHeld(kinds, desired.directory, held)
  const waiting = world.waiting.map((each): Waiting => {
    const place = desired.places.get(placeKey(each.ref))
    return { ...each, named: named.get(placeKey(each.ref)) ?? [], ...(place !== undefined && { place }) }
  })
  const found = identify(kinds, { ...desired, directory }, snapshot, lock, fingerprintOf, touched)
  const nameOf = namesOf(found.ids)
  const keyOf = (kind: string, id: string) => (snapshot.remotes[kind]?.has(id) ? nameOf(kind, id) : null)
  const identified = { ...found, whole: new Map([...found.whole, ...restored(kinds, saved, keyOf)]) }
  if (identified.problems.length > 0) throw new InvalidDirectory(identified.problems)

  const patch = diff(identified.actual, identified.desired)
  const changes = planChanges(kinds, patch, identified, desired.places)
  if (touched !== undefined) refuseUntouched(changes, touched)
  const impossible = world.comparing
    ? []
    : [
        ...missingToCreate(kinds, changes, language),
        ...worded([...exchangedMobiles(changes, desired.places)], language),
      ]
  if (impossible.length > 0) throw new InvalidDirectory(impossible)
  const { adopted, kept, unmanaged, left, unopened } = identified
  const names = planNames(identified, desired.directory)
  const sealed = unopened.length > 0 && { unopened }
  const closed = world.closed ?? { hash: planHash(changes, unopened), changes, ...sealed }
  return {
    plan: {
      corp: world.corp ?? lock.corp,
      hash: closed.hash,
      refresh: world.refresh,
      complete: world.refresh !== 'none' && snapshot.reading.gaps.length === 0,
      reading: snapshot.reading,
      changes,
      adopted,
      kept,
      ...sealed,
      unmanaged,
      left,
      waiting,
      names,
      around: aroundOf(kinds, snapshot, identified, nameOf, names['user']),
    },
    desired,
    lock,
    snapshot,
    identified,
    fingerprintOf,
    saved,
    closed,
    ...(touched !== undefined && { touched }),
  }
}

/** What was not read is not changed: whatever else is wrong, this is where it ends. */
function refuseUntouched(changes: readonly Change[], touched: Touched): void {
  const outside = changes.find(({ ref }) => !touched.has(ref))
  if (outside !== undefined)
    throw new Error(`the plan would change ${outside.ref.kind} ${outside.ref.key}, which was not read`)
}

/** What the files must still say of those who are to be made: DingTalk would refuse them, so it is said now. */
function missingToCreate(kinds: readonly AnyKind[], changes: readonly Change[], language: 'zh' | 'en'): Problem[] {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const findings = changes.flatMap(({ action, ref, after, place }) => {
    if (action !== 'create' && action !== 'replace') return []
    const words = byName.get(ref.kind)?.lacking?.(after ?? {})
    return words ? [finding(place ?? { file: '', line: 1, column: 1 }, 'missing-field', words.en, words.zh)] : []
  })
  return worded(findings, language)
}
