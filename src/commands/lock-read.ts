import type { Desired } from '../core/desired.ts'
import { LockInvalid, parseLock } from '../core/lock-parse.ts'
import { type Salvaged, salvageLock } from '../core/lock-salvage.ts'
import { emptyLock, type Lockfile } from '../core/lockfile.ts'
import type { Snapshot } from '../core/model.ts'
import { proveCompany } from '../io/company.ts'
import { fetchSnapshot } from '../io/fetch.ts'
import { readLockText } from '../io/lockfile.ts'
import { kinds } from '../kinds/index.ts'
import type { PlanInput } from './plan.ts'

/** Everything that a judgement on the lock needs. */
export interface LockScene {
  readonly desired: Desired
  /** The lock's text; null where there is none. */
  readonly text: string | null
  /** The lock, or why its text is none. */
  readonly lock: Lockfile | LockInvalid
  /** Its entries, as far as they can be read. */
  readonly entries: readonly Salvaged[]
  readonly snapshot: Snapshot
  readonly company: 'proven' | 'wrong' | 'unproven'
}

/**
 * As if the lock were lost and the files named a department and a group that nobody has: then every department is read
 * in detail, for it may be the one, and every role is listed, and of people no more than their lists say.
 */
const searching = { directory: { department: { '?': {} }, 'role-group': { '?': {} } }, previously: {} }

/** Reads the lock as far as it can be read, and of DingTalk all that a lock can be proven by; `desired` are the files. */
export async function readLockScene(
  { directory, client, credential }: PlanInput,
  desired: Desired,
): Promise<LockScene> {
  const text = readLockText(directory)
  const lock = parsed(text)
  const [snapshot, company] = await Promise.all([
    fetchSnapshot(client, kinds, searching, emptyLock),
    proveCompany(client, credential, desired.settings.corp),
  ])
  return {
    desired,
    text,
    lock,
    entries: lock instanceof LockInvalid ? salvageLock(text ?? '') : all(lock),
    snapshot,
    company,
  }
}

function parsed(text: string | null): Lockfile | LockInvalid {
  try {
    return text === null ? emptyLock : parseLock(text)
  } catch (error) {
    if (error instanceof LockInvalid) return error
    throw error
  }
}

function all({ resources }: Lockfile): Salvaged[] {
  return Object.entries(resources).flatMap(([kind, entries]) =>
    Object.entries(entries).map(([key, locked]) => ({ kind, key, locked })),
  )
}
