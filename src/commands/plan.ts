import { dayInChina } from '../core/day.ts'
import type { Desired } from '../core/desired.ts'
import { takesAccounts } from '../core/guard/removal.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Ref } from '../core/model.ts'
import { InvalidDirectory } from '../core/problem.ts'
import { proveLock } from '../core/prove.ts'
import type { Settings } from '../core/settings.ts'
import type { Fingerprint } from '../core/settle.ts'
import type { Stranger } from '../core/touched.ts'
import { canonicalText } from '../core/value.ts'
import type { Client } from '../dingtalk/client.ts'
import { fingerprinter } from '../dingtalk/fingerprint.ts'
import { readAdministrators } from '../io/administrators.ts'
import { readBase } from '../io/base.ts'
import { proveCompany } from '../io/company.ts'
import { fetchSnapshot } from '../io/fetch.ts'
import { fetchTouched } from '../io/fetch-touched.ts'
import { readJournal } from '../io/journal.ts'
import { loadDirectory } from '../io/load.ts'
import { isOlderLock } from '../io/lock-memory.ts'
import { readLock } from '../io/lockfile.ts'
import { readMarks } from '../io/marks.ts'
import { readInvitations } from '../io/pending.ts'
import { kinds } from '../kinds/index.ts'
import { draw, type Planned, type World } from './draw.ts'
import { judge } from './judge.ts'
import { type Open, openPlan } from './open-plan.ts'
import { pendingOf, touchedByEvents, touchedSince } from './touched.ts'

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
  /** `touched` reads only what the files changed since `base`, which has to be given then. The whole company otherwise. */
  readonly refresh?: 'full' | 'touched'
  /** Nothing will be applied: what the files lack for making somebody anew is no problem of theirs. */
  readonly comparing?: boolean
  /** Everything is read with every field, also what the files do not manage: where it may come under management. */
  readonly whole?: boolean
  /** What has to be looked at besides: what an interrupted run was about. */
  readonly also?: readonly Ref[]
  /** Reads only these, by DingTalk's ids, and what they rely on: what events name. Not together with `base`. */
  readonly only?: readonly Stranger[]
  /** The day in China, `YYYY-MM-DD`, by which approvals expire; today when left out. */
  readonly today?: string
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
  const journal = readJournal(input.directory)
  const touched =
    input.only !== undefined
      ? touchedByEvents(input.only, { desired, lock })
      : base && (await touchedSince(input, { desired, lock, base, journal }))
  const [snapshot, company] = await Promise.all([
    touched === undefined
      ? fetchSnapshot(input.client, kinds, desired, lock, { whole: input.whole === true })
      : fetchTouched(input.client, kinds, desired, lock, touched),
    proveCompany(input.client, input.credential, corpOf(desired.settings, base?.settings)),
  ])
  const saved = (journal?.saved ?? []).filter(
    ({ kind, key }) => desired.directory[kind]?.[key] !== undefined && !snapshot.remotes[kind]?.has(key),
  )
  const fingerprintOf = fingerprintsOf(input)
  const language = input.language ?? desired.settings.language
  const invited = touched === undefined ? lock : { ...lock, pending: pendingOf(lock, touched) }
  const waiting = await readInvitations({
    client: input.client,
    kinds,
    desired,
    lock: invited,
    snapshot,
    fingerprintOf,
  })
  const world: World = {
    kinds,
    refresh: touched === undefined ? 'full' : 'touched',
    desired,
    lock,
    snapshot,
    fingerprintOf,
    saved,
    language,
    waiting,
    corp: corpOf(desired.settings, base?.settings),
    ...(touched !== undefined && { touched }),
    ...(input.comparing && { comparing: true as const }),
  }
  const closed = draw(world)
  const marks = await readMarks(input.client, kinds, { lock, snapshot, desired, ids: closed.identified.ids })
  const final = input.open === undefined ? closed : await openPlan(world, closed, draw, input.open)
  const proven = proveLock({ kinds, lock, snapshot, desired, ids: final.identified.ids, marks })
  const judged = judge({
    ...final,
    changes: final.plan.changes,
    hash: final.plan.hash,
    ...(base !== undefined && { base: base.settings }),
    company,
    olderLock: isOlderLock(input.directory),
    // Of what was not read nothing is known to be gone.
    judged: proven.filter(({ ref, verdict }) => verdict !== 'gone' || touched?.has(ref) !== false),
    ...(takesAccounts(final.plan.changes) && { administrators: await readAdministrators(input.client) }),
    today: input.today ?? dayInChina(Date.now()),
  })
  return { ...final, plan: { ...final.plan, ...judged, ...(base !== undefined && { base: base.commit }) } }
}

/** Keyed digests of values by what they belong to; the key comes from the credential. */
export function fingerprintsOf({ credential }: Pick<PlanInput, 'credential'>): (ref: Ref) => Fingerprint {
  const fingerprint = fingerprinter(credential.clientSecret)
  return (ref) => (field, value) => fingerprint(`${ref.kind}/${ref.key}/${field}`, canonicalText(value))
}

/**
 * The directory. What an exchange of mobiles is, the lock has to tell; whoever makes a lock anew has none to ask.
 *
 * @throws InvalidDirectory with all that is wrong with it; LockInvalid.
 */
export async function loadValid(
  { directory, language }: Pick<PlanInput, 'directory' | 'language'>,
  known?: Lockfile,
): Promise<Desired> {
  const lock = known ?? (await readLock(directory))
  const desired = await loadDirectory(directory, { lock, ...(language !== undefined && { language }) })
  if (desired.problems.length > 0) throw new InvalidDirectory(desired.problems)
  return desired
}

/** The company that the files name, or named at the base commit: leaving it out proves nothing. */
export function corpOf(settings: Settings, base: Settings | undefined): string | null {
  return settings.corp ?? base?.corp ?? null
}
