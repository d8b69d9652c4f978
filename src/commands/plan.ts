import type { Desired } from '../core/desired.ts'
import { diff } from '../core/diff.ts'
import { guard } from '../core/guard.ts'
import { type Identified, identify } from '../core/identify.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Change, Plan, Ref, Snapshot } from '../core/model.ts'
import { planNames } from '../core/names.ts'
import { planChanges, planHash } from '../core/plan.ts'
import { finding, InvalidDirectory, type Problem, worded } from '../core/problem.ts'
import { type Marks, proveLock } from '../core/prove.ts'
import type { Fingerprint } from '../core/settle.ts'
import { canonicalText } from '../core/value.ts'
import type { Client } from '../dingtalk/client.ts'
import { fingerprinter } from '../dingtalk/fingerprint.ts'
import { proveCompany } from '../io/company.ts'
import { fetchSnapshot } from '../io/fetch.ts'
import { loadDirectory } from '../io/load.ts'
import { isOlderLock } from '../io/lock-memory.ts'
import { readLock } from '../io/lockfile.ts'
import { readMarks } from '../io/marks.ts'
import { kinds } from '../kinds/index.ts'
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
}

/** A plan, and what it was made from: apply goes on with it. */
export interface Planned {
  readonly plan: Plan
  readonly desired: Desired
  readonly lock: Lockfile
  readonly snapshot: Snapshot
  readonly identified: Identified
  readonly fingerprintOf: (ref: Ref) => Fingerprint
}

/**
 * Reads the files and DingTalk and says what would change. Writes nothing.
 *
 * @throws InvalidDirectory with every problem of the files; DingTalkError where DingTalk cannot be read at all.
 */
export async function plan(input: PlanInput): Promise<Planned> {
  return planLoaded(input, await loadValid(input))
}

/** The plan of a directory that is loaded already. */
export async function planLoaded(input: PlanInput, desired: Desired): Promise<Planned> {
  const lock = await readLock(input.directory)
  const [snapshot, company] = await Promise.all([
    fetchSnapshot(input.client, kinds, desired, lock),
    proveCompany(input.client, input.credential, desired.settings.corp),
  ])
  const fingerprint = fingerprinter(input.credential.clientSecret)
  const language = input.language ?? desired.settings.language
  const fingerprintOf =
    (ref: Ref): Fingerprint =>
    (field, value) =>
      fingerprint(`${ref.kind}/${ref.key}/${field}`, canonicalText(value))
  const olderLock = isOlderLock(input.directory)
  const unmarked: World = { desired, lock, olderLock, snapshot, company, marks: new Map(), fingerprintOf, language }
  const first = planned(unmarked)
  const marks = await readMarks(input.client, kinds, { lock, snapshot, desired, ids: first.identified.ids })
  const world = { ...unmarked, marks }
  const closed = marks.size === 0 ? first : planned(world)
  return input.open === undefined ? closed : openPlan(world, closed, planned, input.open)
}

/** What a plan is made of once everything was read. */
export interface World extends Pick<Planned, 'desired' | 'lock' | 'snapshot' | 'fingerprintOf'> {
  /** Whether this machine had the lock before, and a later one since. */
  readonly olderLock: boolean
  readonly company: Awaited<ReturnType<typeof proveCompany>>
  /** Marks of departments that the read did without and the proof of the lock needs. */
  readonly marks: Marks
  /** The hash of the plan, where it is that of the plan before something was opened. */
  readonly hash?: string
  readonly language: 'zh' | 'en'
}

function planned(world: World): Planned {
  const { desired, lock, olderLock, snapshot, company, marks, fingerprintOf, language } = world
  const identified = identify(kinds, desired, snapshot, lock, fingerprintOf)
  if (identified.problems.length > 0) throw new InvalidDirectory(identified.problems)

  const patch = diff(identified.actual, identified.desired)
  const changes = planChanges(kinds, patch, identified, desired.places)
  const lacking = missingToCreate(changes, language)
  if (lacking.length > 0) throw new InvalidDirectory(lacking)
  const refusals = guard({
    changes,
    reading: snapshot.reading,
    settings: desired.settings,
    identified,
    lock,
    judged: proveLock({ kinds, lock, snapshot, desired, ids: identified.ids, marks }),
    olderLock,
    company,
    exists: (kind, id) => snapshot.remotes[kind === 'department-settings' ? 'department' : kind]?.has(id) ?? false,
    replaceable: desired.replaceable,
    adopted: identified.adopted.length,
    unmanagedIn: unmanagedIn(snapshot, identified),
  })
  const { adopted, kept, unmanaged, left, unopened } = identified
  return {
    plan: {
      corp: desired.settings.corp ?? lock.corp,
      hash: world.hash ?? planHash(changes, unopened),
      refresh: 'full',
      complete: snapshot.reading.gaps.length === 0,
      reading: snapshot.reading,
      changes,
      adopted,
      kept,
      ...(unopened.length > 0 && { unopened }),
      unmanaged,
      left,
      refusals,
      names: planNames(identified),
    },
    desired,
    lock,
    snapshot,
    identified,
    fingerprintOf,
  }
}

/**
 * The directory.
 *
 * @throws InvalidDirectory with all that is wrong with it.
 */
export async function loadValid({ directory, language }: PlanInput): Promise<Desired> {
  const desired = await loadDirectory(directory, language === undefined ? {} : { language })
  if (desired.problems.length > 0) throw new InvalidDirectory(desired.problems)
  return desired
}

/** Departments below another one that no key of ours stands for. */
function unmanagedIn(snapshot: Snapshot, { ids }: Identified): (key: string) => readonly string[] {
  const ours = new Set(Object.values(ids['department'] ?? {}))
  const remotes = [...(snapshot.remotes['department'] ?? new Map())] as [string, { name: string; parent?: number }][]
  return (key) =>
    remotes
      .filter(([id, { parent }]) => String(parent) === ids['department']?.[key] && !ours.has(id))
      .map(([, { name }]) => name)
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
