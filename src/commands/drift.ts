import type { Desired } from '../core/desired.ts'
import { type ChangedBy, type Difference, type Drift, type DriftBase, differencesOf } from '../core/drift.ts'
import { identifyBase } from '../core/drift-base.ts'
import { isSure } from '../core/drift-doubt.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { placeKey, type Ref } from '../core/model.ts'
import { isHeld, withoutHeld } from '../core/pending.ts'
import { loadBase } from '../io/base-directory.ts'
import { BaseNotFound, commitIfAny, commitNamed, hasFiles } from '../io/commit.ts'
import { readLock } from '../io/lockfile.ts'
import { kinds } from '../kinds/index.ts'
import type { Planned } from './draw.ts'
import { loadValid, type PlanInput, planLoaded } from './plan.ts'

/** What looking for drift works with. */
export interface DriftInput
  extends Pick<PlanInput, 'directory' | 'client' | 'credential' | 'language' | 'today' | 'whole' | 'only'> {
  /** Name of the commit that stands for what was applied last; found in the lock where left out. */
  readonly base?: string
  /** Who changed what in DingTalk, by `placeKey`, as far as events told it. */
  readonly changedBy?: ReadonlyMap<string, ChangedBy>
}

/** The comparison, and what it was made from. */
export interface Drifted extends Planned {
  readonly drift: Drift
  /** False where the read has holes or is of another company: then there are no differences that anybody could trust. */
  readonly sure: boolean
}

/**
 * Compares files, DingTalk and the files that were applied last. Reads the whole company, or what `only` names, and
 * writes nothing.
 *
 * @throws InvalidDirectory with every problem of the files, at hand or of the base; BaseNotFound; LockInvalid;
 * DingTalkError where DingTalk cannot be read at all.
 */
export async function drift(input: DriftInput): Promise<Drifted> {
  const { base: named, changedBy = new Map(), ...rest } = input
  const lock = await readLock(input.directory)
  const desired = await loadValid(input, lock)
  const base = await baseOf(input.directory, named, lock)
  const then = await filesOf(base, input, desired, lock)
  const planned = await planLoaded({ ...rest, comparing: true }, desired, lock)
  const { plan } = planned
  const sure = isSure(plan)
  const found = sure ? differences(planned, then) : []
  const withAuthor = (difference: Difference): Difference => {
    const by = difference.state === 'intended' ? undefined : changedBy.get(placeKey(difference.ref))
    return by === undefined ? difference : { ...difference, by }
  }
  return { ...planned, drift: { base, differences: found.map(withAuthor), plan }, sure }
}

function differences(planned: Planned, base: Desired): readonly Difference[] {
  const { identified, plan, desired, snapshot, lock, fingerprintOf, touched } = planned
  // Who has not accepted yet is left out of one side, and so of the other.
  const held: readonly Ref[] = plan.waiting.filter(isHeld).map(({ ref }) => ref)
  const then = identifyBase({
    kinds,
    base: { ...base, directory: withoutHeld(kinds, base.directory, held).directory },
    previously: desired.previously,
    head: identified,
    snapshot,
    lock,
    fingerprintOf,
    ...(touched !== undefined && { focus: touched }),
  })
  return differencesOf({ identified, changes: plan.changes, places: desired.places, base: then })
}

/**
 * What stands for the last apply: the commit that was named, else the one in the lock, else HEAD; without a repository,
 * nothing.
 */
async function baseOf(directory: string, named: string | undefined, lock: Lockfile): Promise<DriftBase> {
  if (named !== undefined) return { from: 'option', commit: await commitNamed(directory, named) }
  const head = await commitIfAny(directory, 'HEAD')
  if (head === null) return { from: 'none' }
  if (lock.applied !== undefined) {
    const commit = await commitIfAny(directory, lock.applied)
    if (commit === null)
      throw new BaseNotFound('applied', lock.applied.slice(0, 12), `commit ${lock.applied} is not in this clone`)
    return { from: 'lock', commit }
  }
  return (await hasFiles(directory, head)) ? { from: 'head', commit: head } : { from: 'none' }
}

async function filesOf({ commit }: DriftBase, input: DriftInput, desired: Desired, lock: Lockfile): Promise<Desired> {
  if (commit === undefined) return desired
  const language = input.language ?? desired.settings.language
  return loadBase({ folder: input.directory, commit, lock, language, whole: true })
}
