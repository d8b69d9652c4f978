import { dayInChina } from '../core/day.ts'
import type { Desired } from '../core/desired.ts'
import { type Intent, type Journal, openCount } from '../core/journal.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { placeKey, type Ref } from '../core/model.ts'
import { invitation, rememberInvitation } from '../core/pending.ts'
import type { Finding, InterruptedRun } from '../core/recovery.ts'
import type { Fingerprint } from '../core/settle.ts'
import { reasonCodes } from '../dingtalk/reason.ts'
import { proveCompany } from '../io/company.ts'
import { keepJournal, readJournal, retireJournal } from '../io/journal.ts'
import { readLock, writeLock } from '../io/lockfile.ts'
import type { Time } from '../io/look.ts'
import { recover } from '../io/recover.ts'
import { kinds } from '../kinds/index.ts'
import { fingerprintsOf, type PlanInput } from './plan.ts'

/** The interrupted run that the next apply will look into; null where there is none. */
export function interruptedRun(directory: string): InterruptedRun | null {
  const journal = readJournal(directory)
  const open = journal === null ? 0 : openCount(journal)
  return journal === null || open === 0 ? null : { started: journal.header.started, open }
}

/**
 * Before an apply plans: what an interrupted run made goes into the lock, and its journal is closed, or left
 * with what is still needed of it. Nothing is done for a credential of another company; the plan will refuse it.
 */
export async function recoverRun(
  input: PlanInput,
  desired: Desired,
  { time, lag }: { readonly time: Time; readonly lag: number },
): Promise<(InterruptedRun & { readonly findings: readonly Finding[] }) | null> {
  const journal = readJournal(input.directory)
  if (journal === null) return null
  const open = openCount(journal)
  const invited = unrecordedInvitations(journal)
  if (open + invited.length === 0) {
    retireJournal(input.directory)
    return null
  }
  const { corp } = journal.header
  const { settings, directory } = desired
  if (settings.corp !== null && corp !== null && settings.corp !== corp) return null
  if ((await proveCompany(input.client, input.credential, settings.corp ?? corp)) === 'wrong') return null
  const stated = new Set(
    Object.entries(directory).flatMap(([kind, models]) => Object.keys(models).map((key) => placeKey({ kind, key }))),
  )
  const before = await readLock(input.directory)
  const remembered = withInvitations(before, invited, desired, fingerprintsOf(input))
  const { findings, lock, saved, started } = await recover({
    client: input.client,
    kinds,
    journal,
    lock: remembered,
    time,
    lag,
    wanted: (ref) => stated.has(placeKey(ref)),
  })
  if (lock !== before) await writeLock(input.directory, { ...lock, corp: lock.corp ?? corp })
  if (saved.length > 0) keepJournal(input.directory, journal.header, saved)
  else retireJournal(input.directory)
  return open === 0 ? null : { started, open, findings }
}

/** Who was invited although the lock does not know it yet: the next plan must not invite them again. */
function unrecordedInvitations({ entries }: Journal): readonly Intent[] {
  return entries
    .filter(({ result, recorded }) => !recorded && reasonCodes[result?.code ?? ''] === 'invite-pending')
    .map(({ intent }) => intent)
}

function withInvitations(
  lock: Lockfile,
  invited: readonly Intent[],
  { directory }: Desired,
  fingerprintOf: (ref: Ref) => Fingerprint,
): Lockfile {
  return invited.reduce((next, { kind, key, time }) => {
    const model = directory[kind]?.[key] ?? {}
    const invitee = kinds.find(({ name }) => name === kind)?.invitee?.(model)
    const since = dayInChina(Date.parse(time))
    return rememberInvitation(next, { kind, key }, invitation(since, invitee, fingerprintOf({ kind, key })))
  }, lock)
}
