import { atBase } from '../core/at-base.ts'
import { dayInChina } from '../core/day.ts'
import type { Desired } from '../core/desired.ts'
import { approve } from '../core/guard/approvals.ts'
import { HEADS } from '../core/guard/counts.ts'
import { guard } from '../core/guard/index.ts'
import { needsDingTalk, type Plan, placeKey } from '../core/model.ts'
import { offlineHash } from '../core/plan.ts'
import { members } from '../core/value.ts'
import { readBase } from '../io/base.ts'
import { loadBase } from '../io/base-directory.ts'
import { isOlderLock } from '../io/lock-memory.ts'
import { readLock } from '../io/lockfile.ts'
import { kinds } from '../kinds/index.ts'
import { type Drawn, draw } from './draw.ts'
import { corpOf, loadValid, type PlanInput } from './plan.ts'

/** What a plan without DingTalk works with: two states of the files, and no credential. */
export interface OfflineInput extends Pick<PlanInput, 'directory' | 'language' | 'today'> {
  /** Name of the commit that stands for what DingTalk has. */
  readonly base: string
}

/**
 * What the files at hand would change if DingTalk were as the base commit says. Asks nobody and needs nothing but git;
 * what only DingTalk can refuse is left open (`Plan.unjudged`), and its hash is that of no plan that could be applied.
 *
 * @throws InvalidDirectory with every problem of the files, at hand or at the base commit; BaseNotFound; LockInvalid.
 */
export async function planOffline(input: OfflineInput): Promise<{ readonly plan: Plan; readonly desired: Desired }> {
  const { directory } = input
  const lock = await readLock(directory)
  const desired = await loadValid(input, lock)
  const language = input.language ?? desired.settings.language
  const { commit, settings } = await readBase(directory, input.base, language)
  const then = await loadBase({ folder: directory, commit, lock, language })
  const corp = corpOf(desired.settings, settings)
  const drawn = draw({
    ...atBase(kinds, then, desired, lock.corp),
    desired,
    refresh: 'none',
    corp,
    saved: [],
    language,
    waiting: [],
  })
  const { plan } = drawn
  const hash = offlineHash(plan.hash)
  const judged = approve(refusalsOf(drawn, directory, settings), [], hash, input.today ?? dayInChina(Date.now()))
  // A file of approvals names a plan that can be applied: none is offered for this one.
  const { approval: _, ...rest } = judged
  return { plan: { ...plan, ...rest, hash, base: commit, unjudged: needsDingTalk }, desired }
}

/** What files and policy alone refuse; of what needs DingTalk's word, nothing is said. */
function refusalsOf({ plan, desired, lock, identified }: Drawn, directory: string, base: Desired['settings']) {
  return guard({
    changes: plan.changes,
    adopted: identified.adopted.length,
    reading: plan.reading,
    settings: desired.settings,
    base,
    identified,
    lock,
    company: 'unproven',
    exists: () => true,
    judged: [],
    olderLock: isOlderLock(directory),
    replaceable: desired.replaceable,
    unmanagedIn: () => [],
    headsOf: (key) => members(identified.whole.get(placeKey({ kind: 'department-settings', key }))?.[HEADS]),
    administrators: { super: [], sub: [] },
    access: { departments: [], users: [] },
  })
}
