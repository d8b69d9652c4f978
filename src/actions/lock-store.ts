import { lockPath, readLockCopy, writeLockCopy } from '../commands/lock-copy.ts'
import type { Both } from '../core/json-schema.ts'
import type { Api } from '../github/api.ts'
import { commitLock, type LockCommitted, STATE_BRANCH } from '../github/lock-commit.ts'
import { branchHead, fileAt } from '../github/tree.ts'
import { applyWords } from './apply-words.ts'
import type { Inputs } from './job.ts'

/** A lock that was fetched for a run: from which branch, and its text then; null where there was none. */
export interface FetchedLock {
  /** null where it is kept in the working copy alone. */
  readonly branch: string | null
  readonly text: string | null
}

/**
 * Puts the lock as the branch has it now into the working copy. The commit that was checked out may be older than the
 * last lock: a run that is repeated checks out the same commit again, and what it did before stands in the lock only.
 * Where the branch has none, the lock of the working copy is the one to start from.
 *
 * @throws LockInvalid where what the branch has is no lock.
 */
export async function fetchLock(api: Api, { directory, lockStore }: Inputs, branch: string): Promise<FetchedLock> {
  if (lockStore === 'none') return { branch: null, text: readLockCopy(directory) }
  const store = lockStore === 'branch' ? STATE_BRANCH : branch
  const head = await branchHead(api, store)
  const text = head === null ? null : await fileAt(api, lockPath(directory), head)
  if (text === null) return { branch: store, text: readLockCopy(directory) }
  await writeLockCopy(directory, text)
  return { branch: store, text }
}

/** Commits the lock where it came from, if the run changed it; null where it did not. */
export async function returnLock(
  api: Api,
  { directory, lockStore }: Inputs,
  fetched: FetchedLock,
  head: string,
): Promise<LockCommitted | null> {
  const ours = readLockCopy(directory)
  const { branch } = fetched
  if (branch === null || ours === null || ours === fetched.text) return null
  return commitLock(api, {
    branch,
    path: lockPath(directory),
    base: fetched.text,
    ours,
    headline: `rollbook: lock of ${directory} after ${head.slice(0, 12)}`,
    trailers: [`Rollbook-Applied: ${head}`, `Rollbook-Directory: ${directory}`],
    create: lockStore === 'branch',
  })
}

/** Why the lock did not go back, and what to do; null where it did. */
export function lockFailure(committed: LockCommitted, branch: string | null): Both | null {
  if (committed.end === 'committed' || committed.end === 'unchanged') return null
  const { lock } = applyWords
  const why =
    committed.end === 'conflict'
      ? lock.conflict(committed.conflicts.map((one) => ('key' in one ? one.key : one.about === 'id' ? one.id : 'corp')))
      : committed.end === 'failed'
        ? lock.failed[committed.cause]
        : lock[committed.end]
  const kept = lock.kept(branch ?? '')
  return { zh: `${why.zh}${kept.zh}`, en: `${why.en} ${kept.en}` }
}
