import type { Desired } from '../core/desired.ts'
import { diff } from '../core/diff.ts'
import { IncompleteRead } from '../core/incomplete-read.ts'
import { type Change, type Model, type Place, type Plan, placeKey, type Ref, type Refusal } from '../core/model.ts'
import type { NotTaken, PulledThing, PullReport } from '../core/pull-report.ts'
import { choose, keyAfter, type Taking } from '../core/pull-takings.ts'
import { equal } from '../core/value.ts'
import { systemTime, type Time } from '../io/look.ts'
import type { PullEdits, Pulled } from '../io/pull/edits.ts'
import { finishPull, writePull } from '../io/pull/write.ts'
import { type Drifted, type DriftInput, drift } from './drift.ts'
import { personalValues } from './pull-personal.ts'
import { settle } from './pull-settle.ts'
import { unmanagedIn } from './pull-unmanaged.ts'
import { alone } from './seal.ts'

export interface PullInput extends Omit<DriftInput, 'whole' | 'only'> {
  /** What is to be pulled, as `kind:key`; everything when left out. */
  readonly only?: readonly string[]
  /** Also take what is in no file: all of it, or what `only` names. */
  readonly adopt?: boolean
  /** Who is right where both sides changed the same since the last apply; nobody when left out. */
  readonly take?: 'dingtalk' | 'files'
  /** Write nothing. */
  readonly dryRun?: boolean
  readonly time?: Pick<Time, 'now'>
}

/** Something about the company or the lock keeps anybody from telling what was changed in DingTalk. */
export class PullRefused extends Error {
  override name = 'PullRefused'
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => message).join('; '))
    this.refusals = refusals
  }
}

/** Refusals of a plan that are about what was read, and not about what would be changed. */
const UNSURE = ['wrong-company', 'lock-contradicted', 'lock-older', 'incomplete-read']

/** What a pull did, and the plan of the files as they were: it names what is told. */
export interface PulledOver extends PullReport {
  readonly plan: Plan
  readonly language: 'zh' | 'en'
  /** The files as they are to be, below the directory; null: one goes. */
  readonly edits: PullEdits
}

/**
 * Takes over into the files what was changed in DingTalk since the last apply. Writes nothing to DingTalk and nothing
 * into the lock: the next apply takes note of it there. The files are made in a copy first, and a plan of that copy has
 * to say that what was taken no longer differs.
 *
 * @throws InvalidDirectory, LockInvalid, BaseNotFound, IncompleteRead, PullRefused, PullUnsettled, FileChanged,
 * LeaseHeld; DingTalkError where DingTalk cannot be read at all.
 */
export async function pull(input: PullInput): Promise<PulledOver> {
  const { directory, only: _, adopt = false, take: __, dryRun = false, time = systemTime, ...rest } = input
  if (!dryRun) await alone({ directory, time }, async () => finishPull(directory))
  return takeOver(await drift({ directory, ...rest, ...(adopt && { whole: true }) }), input)
}

/**
 * The same, of a comparison that was made already.
 *
 * @throws IncompleteRead, PullRefused, PullUnsettled, FileChanged, LeaseHeld.
 */
export async function takeOver(drifted: Drifted, input: PullInput): Promise<PulledOver> {
  const { directory, only, adopt = false, take, dryRun = false, time = systemTime } = input
  refuseUnsure(drifted)
  const { plan, base, differences } = drifted.drift
  const named = selection(only)
  const chosen = choose(differences, drifted, { wants: named.wants, conflicts: take === 'dingtalk' })
  const strangers = unmanagedIn(drifted)
  const adopted = adopt ? strangers.filter(({ ref }) => named.wants(ref)) : []
  const personal = await personalValues(drifted, chosen.takings, input)
  const scene = { ...drifted, directory, ids: drifted.identified.ids, reveal: personal.reveal }
  const { pulled, wasRead, after, changes, leftOut } = await settle(
    drifted,
    scene,
    [...personal.takings, ...adopted],
    personal.sealed,
  )
  const isNew = pulled.edits.size > 0
  if (isNew && !dryRun) await alone({ directory, time }, async () => writePull(directory, pulled.edits, wasRead))
  return {
    plan,
    language: drifted.desired.settings.language,
    edits: pulled.edits,
    corp: plan.corp,
    base,
    written: isNew && !dryRun,
    taken: pulled.taken.map((taking) => thingOf(taking, pulled, drifted, after)),
    conflicts: chosen.conflicts,
    notTaken: distinct([...chosen.notTaken, ...personal.notTaken, ...pulled.notTaken, ...leftOut]),
    intended: chosen.intended,
    unmanaged: strangers.map(({ ref }) => ref).filter((ref) => !pulled.keys.has(placeKey(ref))),
    same: named.unseen([...differences, ...strangers].map(({ ref }) => ref)),
    files: [...pulled.edits]
      .map(([file, content]) => ({ file, change: content === null ? ('removed' as const) : ('written' as const) }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    changes,
  }
}

function refuseUnsure({ snapshot, drift: { plan } }: Drifted): void {
  if (snapshot.reading.gaps.length > 0) throw new IncompleteRead(snapshot.reading.gaps)
  const refusals = plan.refusals.filter((refusal) => UNSURE.includes(refusal.code) && !isOfRoles(refusal))
  if (refusals.length > 0) throw new PullRefused(refusals)
}

/**
 * Nothing but its name tells which role is which, so roles that took each other's names look like a lock that was changed.
 * Files that name the former names settle that, and where they cannot, those roles stay out.
 */
function isOfRoles({ code, entries = [] }: Refusal): boolean {
  return code === 'lock-contradicted' && entries.length > 0 && entries.every(({ ref }) => ref.kind === 'role')
}

/** What `only` names. A department's settings are the department, and a `#` before an id may be left out. */
function selection(only: readonly string[] | undefined) {
  const names = (ref: Ref) => {
    const kind = ref.kind === 'department-settings' ? 'department' : ref.kind
    return [`${kind}:${ref.key}`, `${kind}:${ref.key.replace(/^#/, '')}`]
  }
  const asked = new Set((only ?? []).map((name) => name.normalize('NFC')))
  return {
    wants: (ref: Ref) => only === undefined || names(ref).some((name) => asked.has(name)),
    unseen: (refs: readonly Ref[]) => {
      const found = new Set(refs.flatMap(names))
      return [...asked].filter((name) => !found.has(name))
    },
  }
}

function thingOf(taking: Taking, pulled: Pulled, { desired }: Drifted, after: Desired): PulledThing {
  const { ref, what } = taking
  const now = keyAfter(taking, pulled.keys)
  const place = placed(what === 'gone' ? desired : after, now)
  const modelIn = ({ directory }: Desired, of: Ref) => directory[of.kind]?.[of.key] ?? {}
  if (what === 'fields')
    return { ref: now, what: 'changed', change: changeOf(now, taking.before, taking.after), ...place }
  if (what === 'gone')
    return { ref, what: 'removed', change: changeOf(ref, modelIn(desired, ref), undefined), ...place }
  return { ref: now, what: 'added', change: changeOf(now, undefined, modelIn(after, now)), ...place }
}

function changeOf(ref: Ref, before: Model | undefined, after: Model | undefined): Change {
  const moves = ['main', 'parent_id'].some((field) => !equal(before?.[field], after?.[field]))
  const action = before === undefined ? 'create' : after === undefined ? 'delete' : moves ? 'move' : 'update'
  const side = (model: Model | undefined) => ({ [ref.kind]: model === undefined ? {} : { [ref.key]: model } })
  const sides = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  return { action, ref, ...sides, patch: diff(side(before), side(after)), needs: [] }
}

function placed({ places }: Desired, ref: Ref): { readonly place?: Place } {
  const place = places.get(placeKey(ref))
  return place === undefined ? {} : { place }
}

function distinct(list: readonly NotTaken[]): readonly NotTaken[] {
  const named = list.map((each) => [JSON.stringify([each.ref, each.why, each.field, each.names]), each] as const)
  return [...new Map(named).values()]
}
