import { dayInChina } from '../core/day.ts'
import type { Desired } from '../core/desired.ts'
import { diff } from '../core/diff.ts'
import { exchangedMobiles } from '../core/exchange.ts'
import type { Judged } from '../core/guard/approvals.ts'
import { takesAccounts } from '../core/guard/removal.ts'
import { type Identified, identify, namesOf } from '../core/identify.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { type Change, type Plan, placeKey, type Ref, type Snapshot } from '../core/model.ts'
import { planNames } from '../core/names.ts'
import { isHeld, type Waiting, withoutHeld } from '../core/pending.ts'
import { planChanges, planHash } from '../core/plan.ts'
import { finding, InvalidDirectory, type Problem, worded } from '../core/problem.ts'
import { proveLock } from '../core/prove.ts'
import type { Reviewable } from '../core/reviewed.ts'
import { restored, type Saved } from '../core/saved.ts'
import type { Settings } from '../core/settings.ts'
import type { Fingerprint } from '../core/settle.ts'
import { canonicalText } from '../core/value.ts'
import type { Client } from '../dingtalk/client.ts'
import { fingerprinter } from '../dingtalk/fingerprint.ts'
import { readAdministrators } from '../io/administrators.ts'
import { readBase } from '../io/base.ts'
import { proveCompany } from '../io/company.ts'
import { fetchSnapshot } from '../io/fetch.ts'
import { readJournal } from '../io/journal.ts'
import { loadDirectory } from '../io/load.ts'
import { isOlderLock } from '../io/lock-memory.ts'
import { readLock } from '../io/lockfile.ts'
import { readMarks } from '../io/marks.ts'
import { readInvitations, type Unaccepted } from '../io/pending.ts'
import { kinds } from '../kinds/index.ts'
import { judge } from './judge.ts'
import { type Open, openPlan } from './open-plan.ts'

/** What planning works with: the folder, the door to DingTalk, and the credential behind it. */
export interface PlanInput {
  readonly directory: string
  readonly client: Client
  readonly credential: { readonly clientId: string; readonly clientSecret: string }
  /** Opens sealed values before the plan is settled; without it they stay closed. */
  readonly open?: Open
  /** In which language problems of the files speak; that of rollbook.yaml when left out. */
  readonly language?: 'zh' | 'en'
  /** Name of a commit whose policy has to allow the plan as well: see `readBase`. */
  readonly base?: string
  /** The day in China, `YYYY-MM-DD`, by which approvals expire; today when left out. */
  readonly today?: string
}

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
}

/**
 * Reads the files and DingTalk and says what would change. Writes nothing.
 *
 * @throws InvalidDirectory with every problem of the files, or of rollbook.yaml at the base commit; BaseNotFound;
 * DingTalkError where DingTalk cannot be read at all.
 */
export async function plan(input: PlanInput): Promise<Planned> {
  const lock = await readLock(input.directory)
  return planLoaded(input, await loadValid(input, lock), lock)
}

/**
 * The plan of a directory that is loaded already.
 *
 * @throws InvalidDirectory where rollbook.yaml at the base commit is not valid; BaseNotFound; DingTalkError.
 */
export async function planLoaded(input: PlanInput, desired: Desired, known?: Lockfile): Promise<Planned> {
  const lock = known ?? (await readLock(input.directory))
  const base =
    input.base === undefined
      ? undefined
      : await readBase(input.directory, input.base, input.language ?? desired.settings.language)
  const journaled = readJournal(input.directory)?.saved ?? []
  const [snapshot, company] = await Promise.all([
    fetchSnapshot(input.client, kinds, desired, lock),
    proveCompany(input.client, input.credential, corpOf(desired.settings, base?.settings)),
  ])
  const saved = journaled.filter(
    ({ kind, key }) => desired.directory[kind]?.[key] !== undefined && !snapshot.remotes[kind]?.has(key),
  )
  const fingerprintOf = fingerprintsOf(input)
  const language = input.language ?? desired.settings.language
  const waiting = await readInvitations({ client: input.client, kinds, desired, lock, snapshot, fingerprintOf })
  const world: World = {
    desired,
    lock,
    snapshot,
    fingerprintOf,
    saved,
    language,
    waiting,
    corp: corpOf(desired.settings, base?.settings),
  }
  const closed = drawn(world)
  const marks = await readMarks(input.client, kinds, { lock, snapshot, desired, ids: closed.identified.ids })
  const final = input.open === undefined ? closed : await openPlan(world, closed, drawn, input.open)
  const judged = judge({
    ...final,
    changes: final.plan.changes,
    hash: final.plan.hash,
    ...(base !== undefined && { base: base.settings }),
    company,
    olderLock: isOlderLock(input.directory),
    judged: proveLock({ kinds, lock, snapshot, desired, ids: final.identified.ids, marks }),
    ...(takesAccounts(final.plan.changes) && { administrators: await readAdministrators(input.client) }),
    today: input.today ?? dayInChina(Date.now()),
  })
  return { ...final, plan: { ...final.plan, ...judged, ...(base !== undefined && { base: base.commit }) } }
}

/** What a plan is made of once everything was read. */
export interface World extends Pick<Planned, 'desired' | 'lock' | 'snapshot' | 'fingerprintOf' | 'saved'> {
  /** The company that the files name, here or at the base commit. */
  readonly corp: string | null
  /** The plan as it was before something was opened; its hash stays the hash. */
  readonly closed?: Reviewable
  readonly language: 'zh' | 'en'
  readonly waiting: readonly Unaccepted[]
}

/** Keyed digests of values by what they belong to; the key comes from the credential. */
export function fingerprintsOf({ credential }: Pick<PlanInput, 'credential'>): (ref: Ref) => Fingerprint {
  const fingerprint = fingerprinter(credential.clientSecret)
  return (ref) => (field, value) => fingerprint(`${ref.kind}/${ref.key}/${field}`, canonicalText(value))
}

/** A plan that nobody has judged yet: what would change, and not whether it may. */
export interface Drawn extends Omit<Planned, 'plan'> {
  readonly plan: Omit<Plan, keyof Judged | 'base'>
}

function drawn(world: World): Drawn {
  const { desired, lock, snapshot, fingerprintOf, saved, language } = world
  const held = world.waiting.filter(isHeld).map(({ ref }) => ref)
  const { directory, named } = withoutHeld(kinds, desired.directory, held)
  const waiting = world.waiting.map((each): Waiting => {
    const place = desired.places.get(placeKey(each.ref))
    return { ...each, named: named.get(placeKey(each.ref)) ?? [], ...(place !== undefined && { place }) }
  })
  const found = identify(kinds, { ...desired, directory }, snapshot, lock, fingerprintOf)
  const nameOf = namesOf(found.ids)
  const keyOf = (kind: string, id: string) => (snapshot.remotes[kind]?.has(id) ? nameOf(kind, id) : null)
  const identified = { ...found, whole: new Map([...found.whole, ...restored(kinds, saved, keyOf)]) }
  if (identified.problems.length > 0) throw new InvalidDirectory(identified.problems)

  const patch = diff(identified.actual, identified.desired)
  const changes = planChanges(kinds, patch, identified, desired.places)
  const impossible = [
    ...missingToCreate(changes, language),
    ...worded([...exchangedMobiles(changes, desired.places)], language),
  ]
  if (impossible.length > 0) throw new InvalidDirectory(impossible)
  const { adopted, kept, unmanaged, left, unopened } = identified
  const sealed = unopened.length > 0 && { unopened }
  const closed = world.closed ?? { hash: planHash(changes, unopened), changes, ...sealed }
  return {
    plan: {
      corp: world.corp ?? lock.corp,
      hash: closed.hash,
      refresh: 'full',
      complete: snapshot.reading.gaps.length === 0,
      reading: snapshot.reading,
      changes,
      adopted,
      kept,
      ...sealed,
      unmanaged,
      left,
      waiting,
      names: planNames(identified, desired.directory),
    },
    desired,
    lock,
    snapshot,
    identified,
    fingerprintOf,
    saved,
    closed,
  }
}

/**
 * The directory. What an exchange of mobiles is, the lock has to tell; whoever makes a lock anew has none to ask.
 *
 * @throws InvalidDirectory with all that is wrong with it; LockInvalid.
 */
export async function loadValid({ directory, language }: PlanInput, known?: Lockfile): Promise<Desired> {
  const lock = known ?? (await readLock(directory))
  const desired = await loadDirectory(directory, { lock, ...(language !== undefined && { language }) })
  if (desired.problems.length > 0) throw new InvalidDirectory(desired.problems)
  return desired
}

/** The company that the files name, or named at the base commit: leaving it out proves nothing. */
function corpOf(settings: Settings, base: Settings | undefined): string | null {
  return settings.corp ?? base?.corp ?? null
}

/** What the files must still say of those who are to be made: DingTalk would refuse them, so it is said now. */
function missingToCreate(changes: readonly Change[], language: 'zh' | 'en'): Problem[] {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const findings = changes.flatMap(({ action, ref, after, place }) => {
    if (action !== 'create' && action !== 'replace') return []
    const words = byName.get(ref.kind)?.lacking?.(after ?? {})
    return words ? [finding(place ?? { file: '', line: 1, column: 1 }, 'missing-field', words.en, words.zh)] : []
  })
  return worded(findings, language)
}
