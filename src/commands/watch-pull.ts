import type { Ref } from '../core/model.ts'
import type { Attributed } from '../core/watch.ts'
import { readLock } from '../io/lockfile.ts'
import { BranchUnusable, commitTo, type Start, startOf } from '../io/own-branch.ts'
import { pullMessage } from '../render/pull-message.ts'
import type { Drifted } from './drift.ts'
import { type PullInput, PullRefused, takeOver } from './pull.ts'
import { PullUnsettled } from './pull-settle.ts'

export { BranchUnusable }

/** Where a watcher puts what was changed in DingTalk. */
export interface PullBranch {
  readonly branch: string
  /** Also take in what is in no file. */
  readonly adopt: boolean
}

/** What was committed to the branch, and how much was left alone. */
export interface PulledToBranch {
  readonly branch: string
  /** In full. */
  readonly commit: string
  readonly changes: number
  /** Changed on both sides, or not to be written by a machine. */
  readonly left: number
}

export interface PullIntoInput extends Pick<PullInput, 'directory' | 'client' | 'credential' | 'language'> {
  readonly into: PullBranch
}

/**
 * Looks at the start whether anything can ever be pulled. That somebody else committed to the branch ends nobody's work:
 * then it is only reported, until the branch is merged or gone.
 *
 * @throws BranchUnusable
 */
export async function assertPullable(input: Pick<PullIntoInput, 'directory' | 'into'>): Promise<void> {
  try {
    await beginPull(input)
  } catch (error) {
    if (!(error instanceof BranchUnusable) || error.case !== 'foreign') throw error
  }
}

/**
 * Where a pull would begin, before anything is read: what is read has to be the files that are checked out.
 *
 * @throws BranchUnusable; also where no apply ever noted what the files and DingTalk last agreed on, for then nobody can
 * tell an edit of the files from one in DingTalk.
 */
export async function beginPull({ directory, into }: Pick<PullIntoInput, 'directory' | 'into'>): Promise<Start> {
  const start = await startOf({ folder: directory, branch: into.branch })
  if ((await readLock(directory)).applied === undefined) throw new BranchUnusable('never-applied', directory)
  return start
}

/**
 * Commits the files as DingTalk is now to the branch, beside what is checked out; null where it says so already, so a
 * pull that is made twice is one commit. Nothing is written below the directory.
 *
 * @throws BranchUnusable, PullRefused, PullUnsettled, IncompleteRead.
 */
export async function pullInto(
  input: PullIntoInput,
  start: Start,
  drifted: Drifted,
  attributed: (ref: Ref) => Attributed,
): Promise<PulledToBranch | null> {
  const { branch, adopt } = input.into
  const { directory, client, credential, language } = input
  const done = await takeOver(drifted, {
    directory,
    client,
    credential,
    ...(language !== undefined && { language }),
    adopt,
    dryRun: true,
  })
  let changes = 0
  const commit = await commitTo({ folder: directory, branch }, start, done.edits, (files) => {
    // What stands on the branch already was told by the commit that brought it.
    const things = done.taken.filter(({ place }) => place === undefined || files.has(place.file))
    changes = things.length
    return pullMessage({ things, attributed, plan: done.plan }, done.language)
  })
  const left = done.conflicts.length + done.notTaken.length
  return commit === null ? null : { branch, commit, changes, left }
}

/** Whether a pull was refused for a reason that another attempt will not change by itself. */
export function isPullRefusal(error: unknown): error is Error {
  if (error instanceof BranchUnusable) return error.case !== 'moved'
  return error instanceof PullRefused || error instanceof PullUnsettled
}
