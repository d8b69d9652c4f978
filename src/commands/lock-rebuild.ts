import type { Desired } from '../core/desired.ts'
import { identify } from '../core/identify.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { isWritten, rebuildLock } from '../core/lock-rebuild.ts'
import type { NewLock } from '../core/lock-report.ts'
import { emptyLock, type Locked, type Lockfile } from '../core/lockfile.ts'
import { InvalidDirectory } from '../core/problem.ts'
import { proveLock, strays } from '../core/prove.ts'
import { takeLease } from '../io/lease.ts'
import { rememberLock } from '../io/lock-memory.ts'
import { backupLock, writeLock } from '../io/lockfile.ts'
import { kinds } from '../kinds/index.ts'
import { type LockScene, readLockScene } from './lock-read.ts'
import { loadValid, type PlanInput } from './plan.ts'

export interface RebuildLockInput extends PlanInput {
  /** Shown the difference before anything is written; false writes nothing. */
  readonly approve: (proposal: Proposal) => Promise<boolean>
  /** For the backup's name. */
  readonly now: () => Date
}

/** The lock that would be written, and in which language it is to be shown. */
export interface Proposal extends NewLock {
  readonly language: 'zh' | 'en'
}

export interface RebuiltLock {
  readonly proposal: Proposal
  readonly end: 'written' | 'same' | 'declined' | 'refused'
  /** Where the former lock is kept, below the directory. */
  readonly backup?: string
}

/**
 * Makes the lock anew from DingTalk and the files. Entries of the lock so far that DingTalk proves stay; every other key
 * is recognised by marker, then by parent and name, and people by userid. A hole in the read refuses it, because what
 * was not seen would be taken for unmanaged; so does anything that fits twice.
 *
 * @throws InvalidDirectory where the files are invalid, or a folder fits several departments; LockInvalid for a lock
 * that a newer Rollbook wrote, or that is no file; LeaseHeld while another run on this machine has the directory.
 */
export async function rebuild(input: RebuildLockInput): Promise<RebuiltLock> {
  const desired = await loadValid(input, emptyLock)
  const release = takeLease(input.directory, input.now().getTime())
  try {
    return await rebuildAlone(input, desired)
  } finally {
    release()
  }
}

async function rebuildAlone(input: RebuildLockInput, desired: Desired): Promise<RebuiltLock> {
  const scene = await readLockScene(input, desired)
  const { snapshot, lock, text } = scene
  if (lock instanceof LockInvalid && lock.newer) throw lock
  const proposal = propose(scene, input.language ?? desired.settings.language)
  const refused = snapshot.reading.gaps.length > 0 || scene.company === 'wrong' || proposal.doubtful.length > 0
  if (refused) return { proposal, end: 'refused' }
  if (isWritten(proposal.lock, text)) {
    rememberLock(input.directory)
    return { proposal, end: 'same' }
  }
  if (!(await input.approve(proposal))) return { proposal, end: 'declined' }
  const backup = text === null ? undefined : backupLock(input.directory, text, input.now())
  await writeLock(input.directory, proposal.lock)
  rememberLock(input.directory)
  return { proposal, end: 'written', ...(backup !== undefined && { backup }) }
}

function propose({ desired, snapshot, entries, lock, company }: LockScene, language: 'zh' | 'en'): Proposal {
  const known = lock instanceof LockInvalid ? null : lock.corp
  const corp = desired.settings.corp ?? known
  // Of another company's lock nothing is kept: the same key and id mean somebody else there.
  const former = known !== null && corp !== known ? [] : entries
  const proven = provenEntries(former, { desired, snapshot })
  const found = identify(kinds, desired, snapshot, proven, () => () => '')
  if (found.problems.length > 0) throw new InvalidDirectory(found.problems)
  const rebuilt = rebuildLock({ kinds, desired, snapshot, ids: found.ids, former, corp })
  // Nothing in DingTalk tells who was invited, or which commit was applied: only the lock so far does, where it can be
  // read and is of this company.
  const { pending, applied } = lock instanceof LockInvalid || corp !== known ? emptyLock : lock
  const more = { ...(pending !== undefined && { pending }), ...(applied !== undefined && { applied }) }
  const made = { ...rebuilt, lock: { ...rebuilt.lock, ...more } }
  const base = { kinds, lock: made.lock, snapshot, marks: new Map() }
  return {
    ...made,
    corp,
    reading: snapshot.reading,
    strays: strays(base),
    company,
    doubtful: proveLock({ ...base, desired, ids: found.ids }).filter(({ verdict }) => verdict === 'contradicted'),
    language,
  }
}

/** Entries of the lock so far that DingTalk itself proves; the files still have to name them. */
function provenEntries(
  entries: LockScene['entries'],
  { desired, snapshot }: Pick<LockScene, 'desired' | 'snapshot'>,
): Lockfile {
  const resources: Record<string, Record<string, Locked>> = {}
  for (const { kind, key, locked } of entries) {
    const remote = snapshot.remotes[kind]?.get(locked.id)
    const mark = remote === undefined ? undefined : kinds.find(({ name }) => name === kind)?.witness?.(remote).mark
    if (mark !== key || desired.directory[kind]?.[key] === undefined) continue
    const proven = resources[kind] ?? {}
    proven[key] = { id: locked.id }
    resources[kind] = proven
  }
  return { corp: null, resources }
}
