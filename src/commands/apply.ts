import { dayInChina } from '../core/day.ts'
import type { Desired } from '../core/desired.ts'
import { headerOf } from '../core/journal.ts'
import {
  adopt,
  changedEntry,
  changeEntries,
  confirm,
  confirmSealed,
  type KeptMembers,
  type Locked,
  type Lockfile,
  record,
  stringifyLock,
} from '../core/lockfile.ts'
import { type Outcome, type Plan, placeKey, type Ref } from '../core/model.ts'
import { dropInvitations, invitation, noteInvitation } from '../core/pending.ts'
import { compareReviewed, type Reviewable, type Reviewed } from '../core/reviewed.ts'
import { type Saved, savedOf } from '../core/saved.ts'
import type { Settings } from '../core/settings.ts'
import { execute } from '../io/execute.ts'
import { beginJournal, readJournal, retireJournal } from '../io/journal.ts'
import { takeLease } from '../io/lease.ts'
import { rememberLock, rememberRun } from '../io/lock-memory.ts'
import { removeHalfLocks, writeLock } from '../io/lockfile.ts'
import { READ_LAG, systemTime, type Time } from '../io/look.ts'
import { kinds } from '../kinds/index.ts'
import { noteApplied } from './applied.ts'
import type { Drawn, Planned } from './draw.ts'
import { openWith, type Secrets } from './open-with.ts'
import { loadValid, type PlanInput, planLoaded } from './plan.ts'
import { interruptedRun, recoverRun } from './recover.ts'

export interface ApplyInput extends Omit<PlanInput, 'open'> {
  /** Keys that open sealed values; without them an apply stops where one has to be opened. */
  readonly secrets?: Secrets
  /** The hash of the plan that was reviewed; another one is refused. */
  readonly planHash?: string
  /** What was reviewed; a plan that does anything else is not executed. Left out: nobody asks. */
  readonly reviewed?: readonly Reviewed[]
  /** Shown the plan before the first write, and as a review shows it; false writes nothing. */
  readonly approve: (plan: Plan, settings: Settings, closed: Reviewable) => Promise<boolean>
  readonly onOutcome?: (outcome: Outcome, done: number, total: number) => void
  /** Told what an interrupted run left behind, before the plan is made. */
  readonly onRecovery?: (recovery: Recovery) => void
  /** True ends the run after the call in flight. */
  readonly stopped?: () => boolean
  readonly time?: Time
  /** Milliseconds by which DingTalk's reads may lag behind its writes; 5000 when left out. */
  readonly lag?: number
}

export type Recovery = NonNullable<Awaited<ReturnType<typeof recoverRun>>>

export interface Applied {
  readonly plan: Plan
  readonly settings: Settings
  readonly outcomes: readonly Outcome[]
  /** What an interrupted run before this one had left behind; null where there was none. */
  readonly recovery: Recovery | null
  readonly end: 'done' | 'incomplete' | 'refused' | 'declined' | 'plan-changed' | 'unreviewed' | 'interrupted'
  /** Of `unreviewed`: what would change without anybody having seen it. */
  readonly extra?: readonly Ref[]
}

/**
 * Finds out what an interrupted run did, plans, asks, executes and records. What is about to be written is in the
 * journal before the call, what came of it before the next one, and the lock is replaced after every outcome: so a run
 * that ends anywhere leaves a lock that is true, or a journal that says what to look for.
 *
 * @throws LeaseHeld while another run on this machine applies the directory; RecoveryUndecided and JournalInvalid where
 * an interrupted run cannot be looked into. Nothing was written then.
 */
export async function apply(input: ApplyInput): Promise<Applied> {
  const desired = await loadValid(input)
  const release = takeLease(input.directory, (input.time ?? systemTime).now())
  try {
    return await applyAlone(input, desired)
  } finally {
    release()
  }
}

async function applyAlone(input: ApplyInput, desired: Desired): Promise<Applied> {
  const { time = systemTime, lag = READ_LAG } = input
  await removeHalfLocks(input.directory)
  // Recovery closes the journal; what it was about is looked at all the same.
  const also = (readJournal(input.directory)?.entries ?? []).map(({ intent: { kind, key } }) => ({ kind, key }))
  const recovery = await recoverRun(input, desired, { time, lag })
  if (recovery !== null) input.onRecovery?.(recovery)
  const replan = () => planLoaded({ ...input, also, open: openWith(input.secrets) }, desired)
  let planned = await replan()
  // What was only just made by another run is not shown yet, and would be made again: so gone is what stays gone.
  if (planned.plan.reading.proof.gone.length > 0 && lag > 0) {
    await time.sleep(lag)
    planned = await replan()
  }
  const { plan: made } = planned
  const { settings } = planned.desired
  const nothing = { plan: made, settings, outcomes: [], recovery }
  if (made.refusals.length > 0) return { ...nothing, end: 'refused' }
  if (input.planHash !== undefined && input.planHash !== made.hash) return { ...nothing, end: 'plan-changed' }
  const compared = input.reviewed === undefined ? 'equal' : compareReviewed(input.reviewed, planned.closed)
  if (typeof compared === 'object') return { ...nothing, end: 'unreviewed', extra: compared.extra }
  if (!(await input.approve(made, settings, planned.closed))) return { ...nothing, end: 'declined' }

  rememberRun(input.directory)
  let lock: Lockfile = { ...adopt(planned.lock, made.adopted), corp: made.corp }
  const save = async (next: Lockfile) => {
    if (next === lock) return
    lock = next
    await writeLock(input.directory, lock)
  }
  // Also without an adoption: what cannot be recorded must not be begun.
  if (made.adopted.length + made.changes.length > 0) await writeLock(input.directory, lock)

  const keptOf = keptMembers(planned)
  const note = (ended: Lockfile) => noteIn(input.directory, planned, ended)
  if (made.changes.length === 0) {
    await save(settleLock(lock, planned, [], keptOf))
    await save(await note(lock))
    rememberLock(input.directory)
    if (planned.saved.length === 0) retireJournal(input.directory)
    return { ...nothing, end: 'done' }
  }
  const started = new Date(time.now()).toISOString()
  const journal = beginJournal(input.directory, headerOf(made.corp, made.hash, made.changes, started), planned.saved)
  const outcomes: Outcome[] = []
  const { snapshot, identified } = planned
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  try {
    for await (const outcome of execute({
      client: input.client,
      kinds,
      plan: made,
      ids: identified.ids,
      snapshot,
      note(line) {
        journal.write(line)
        const lasting = line.type === 'intent' && line.action === 'replace' ? savedFor(planned, line) : null
        if (lasting !== null) journal.write(lasting)
      },
      time,
      lag,
      ...(input.stopped !== undefined && { stopped: input.stopped }),
    })) {
      const { ref } = outcome.change
      const kind = byName.get(ref.kind)
      if (kind === undefined) throw new Error(`the plan names the unknown kind ${ref.kind}`)
      const stated = planned.desired.directory[ref.kind]?.[ref.key] ?? outcome.change.after ?? {}
      const fingerprint = planned.fingerprintOf(ref)
      const recorded = record(lock, outcome, kind, stated, keptOf(ref), snapshot.hidden[ref.kind] ?? [], fingerprint)
      const invited = () => invitation(dayInChina(time.now()), kind.invitee?.(outcome.change.after ?? {}), fingerprint)
      await save(noteInvitation(recorded, outcome, invited))
      outcomes.push(outcome)
      if (outcome.status !== 'skipped') journal.write({ type: 'recorded', step: outcomes.length })
      input.onOutcome?.(outcome, outcomes.length, made.changes.length)
    }
    await save(settleLock(lock, planned, outcomes, keptOf))
    if (endOf(made, outcomes) === 'done') await save(await note(lock))
  } finally {
    journal.close()
  }
  rememberLock(input.directory)
  // A create of which nobody knows the end yet is looked up once more by the next run.
  if (interruptedRun(input.directory) === null) retireJournal(input.directory)
  return { ...nothing, outcomes, end: endOf(made, outcomes) }
}

/**
 * What the lock learns although nothing was written: that a resource equals its files, that something it listed is gone
 * from files and DingTalk alike, and that somebody who was invited is there, or is no longer wanted.
 */
export function settleLock(
  lock: Lockfile,
  { desired, identified, plan: made, snapshot, fingerprintOf, touched }: Drawn,
  outcomes: readonly Outcome[],
  keptOf: (ref: Ref) => KeptMembers,
): Lockfile {
  // What an incomplete read did not show may be there all the same: it teaches nothing.
  if (!made.complete) return lock
  const open = new Set(made.changes.map((change) => placeKey(change.ref)))
  for (const outcome of outcomes)
    if (outcome.status === 'applied' && outcome.without === undefined && !outcome.change.temporary)
      open.delete(placeKey(outcome.change.ref))
  // What was not looked at stays as it was.
  const wasSeen = (ref: Ref) => touched === undefined || touched.has(ref)
  const changes: [Ref, Locked | undefined][] = []
  for (const kind of kinds) {
    const remembered = [...kind.remembered, ...(snapshot.hidden[kind.name] ?? [])]
    for (const [key, model] of Object.entries(desired.directory[kind.name] ?? {})) {
      const ref = { kind: kind.name, key }
      if (open.has(placeKey(ref)) || !wasSeen(ref)) continue
      const sealed = identified.desired[kind.name]?.[key] ?? {}
      const changed = changedEntry(lock, ref, (alone) =>
        confirmSealed(confirm(alone, ref, model, keptOf(ref), kind), ref, sealed, remembered, fingerprintOf(ref)),
      )
      if (changed !== undefined) changes.push([ref, changed])
    }
    for (const key of Object.keys(lock.resources[kind.name] ?? {})) {
      const ref = { kind: kind.name, key }
      const known = identified.desired[kind.name]?.[key] ?? identified.ids[kind.name]?.[key]
      const stays = known !== undefined || made.left.some((left) => placeKey(left) === placeKey(ref))
      if (!stays && wasSeen(ref)) changes.push([ref, undefined])
    }
  }
  const invited = outcomes.flatMap((outcome) =>
    outcome.status === 'failed' && outcome.reason === 'invite-pending' ? [outcome.change.ref] : [],
  )
  const waiting = made.waiting.flatMap(({ ref, state }) => (state === 'withdrawn' ? [] : [ref]))
  const waits = new Set([...invited, ...waiting].map((ref) => placeKey(ref)))
  return dropInvitations(changeEntries(lock, changes), (ref) => wasSeen(ref) && !waits.has(placeKey(ref)))
}

/** What has to be written down before somebody is deleted to be made again. */
function savedFor({ desired, identified }: Planned, { kind: name, key }: Ref): Saved | null {
  const kind = kinds.find((each) => each.name === name)
  const stated = desired.directory[name]?.[key] ?? {}
  return kind === undefined ? null : savedOf(kind, { kind: name, key }, stated, identified)
}

/** The lock of a run that left nothing over, with the commit that it applied where that is known. */
function noteIn(directory: string, { desired, plan: made, lock: before }: Planned, lock: Lockfile): Promise<Lockfile> {
  const changed = made.changes.length > 0 || stringifyLock(lock) !== stringifyLock(before)
  return noteApplied({ directory, desired, plan: made, lock, changed })
}

function endOf(made: Plan, outcomes: readonly Outcome[]): Applied['end'] {
  if (outcomes.length < made.changes.length) return 'interrupted'
  const whole = outcomes.every((outcome) => outcome.status === 'applied' && outcome.without === undefined)
  return whole ? 'done' : 'incomplete'
}

/** What the plan leaves in the sets of each resource, as `#` and the id: keys change with folders, ids do not. */
export function keptMembers({ plan: made, identified }: Pick<Drawn, 'plan' | 'identified'>): (ref: Ref) => KeptMembers {
  const byRef = new Map<string, Record<string, readonly string[]>>()
  for (const { ref, field, members } of made.kept) {
    const kind = kinds.find(({ name }) => name === ref.kind)
    const idOf = (member: string) => {
      const [named] = kind?.references({ [field]: { [member]: true } }) ?? []
      const id = named && identified.ids[named.kind]?.[named.key]
      return id === undefined ? member : `#${id}`
    }
    byRef.set(placeKey(ref), { ...byRef.get(placeKey(ref)), [field]: members.map(idOf).sort() })
  }
  return (ref) => byRef.get(placeKey(ref)) ?? {}
}
