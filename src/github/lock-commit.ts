import { type LockConflict, mergeLocks } from '../core/lock-merge.ts'
import { LockInvalid, parseLock } from '../core/lock-parse.ts'
import { emptyLock, stringifyLock } from '../core/lockfile.ts'
import { type Api, type Cause, causeOf } from './api.ts'
import { commitOn } from './branch-commit.ts'
import { branchHead, fileAt, orphanBranch } from './tree.ts'

/** The branch that holds locks where they do not go to the branch that is applied. */
export const STATE_BRANCH = 'dingtalk-state'

/** A lock that is to go back, and where to. */
export interface LockCommit {
  readonly branch: string
  /** Path of the lock in the repository, with `/`. */
  readonly path: string
  /** The lock's text when the run began; null where there was none. */
  readonly base: string | null
  readonly ours: string
  readonly headline: string
  /** `Name: value` lines at the end of the message. */
  readonly trailers: readonly string[]
  /** The branch is made where there is none; it holds locks and nothing else. */
  readonly create: boolean
}

/**
 * What came of it. `conflict`: somebody else wrote something else about the same thing; `broken`: the branch has a lock
 * that is none; `raced`: the branch moved each time; `failed`: GitHub refused. The lock is on the disk in every case.
 */
export type LockCommitted =
  | { readonly end: 'committed'; readonly commit: string; readonly merged: boolean }
  | { readonly end: 'unchanged' }
  | { readonly end: 'conflict'; readonly conflicts: readonly LockConflict[] }
  | { readonly end: 'broken' }
  | { readonly end: 'raced' }
  | { readonly end: 'failed'; readonly cause: Cause; readonly message: string }

/**
 * How often a commit is tried; each time the branch moved, its lock is read and merged once more. Companies of one
 * repository that end at the same moment get in each other's way: each round lets one of them through.
 */
const ATTEMPTS = 24

/**
 * Commits the lock on top of what the branch is at, and nothing else. Where the branch moved meanwhile nothing of it is
 * lost: what others wrote into the lock is merged by key.
 */
export async function commitLock(api: Api, wanted: LockCommit): Promise<LockCommitted> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const done = await attemptCommit(api, wanted)
      if (done !== null) return done
    }
    return { end: 'raced' }
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return { end: 'failed', cause, message: (error as Error).message }
  }
}

/** null where the branch moved between the question and the commit. */
async function attemptCommit(api: Api, wanted: LockCommit): Promise<LockCommitted | null> {
  const { branch, path, base, ours, create } = wanted
  const head = await branchHead(api, branch)
  if (head === null && create) {
    const commit = await orphanBranch(api, branch, { path, text: ours, message: messageOf(wanted) })
    return commit === null ? null : { end: 'committed', commit, merged: false }
  }
  const theirs = head === null ? null : await fileAt(api, path, head)
  if (theirs === ours) return { end: 'unchanged' }
  const text = theirs === base || theirs === null ? ours : mergedText(base, ours, theirs)
  if (typeof text !== 'string') return text
  if (text === theirs) return { end: 'unchanged' }
  const { headline, trailers } = wanted
  const commit = await commitOn(
    api,
    { branch, headline, body: trailers.join('\n'), files: [{ path, content: text }] },
    head ?? '',
  )
  return commit === null ? null : { end: 'committed', commit, merged: text !== ours }
}

function mergedText(base: string | null, ours: string, theirs: string): string | LockCommitted {
  try {
    const { lock, conflicts } = mergeLocks(
      base === null ? emptyLock : parseLock(base),
      parseLock(ours),
      parseLock(theirs),
    )
    return lock === null ? { end: 'conflict', conflicts } : stringifyLock(lock)
  } catch (error) {
    if (!(error instanceof LockInvalid)) throw error
    return { end: 'broken' }
  }
}

const messageOf = ({ headline, trailers }: LockCommit) => `${headline}\n\n${trailers.join('\n')}`
