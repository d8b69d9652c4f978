import { posix } from 'node:path'
import { EXIT } from '../commands/exit.ts'
import { LOCK_FILE } from '../core/lock-parse.ts'
import type { Api } from '../github/api.ts'
import type { GitHubEvent } from '../github/event.ts'
import { branchHead, type Comparison, compareCommits, defaultBranch } from '../github/tree.ts'
import { applyWords } from './apply-words.ts'
import type { Ending, Inputs, Job } from './job.ts'

/** That an apply may begin, or why it has nothing to do; `branch` is the one that is applied. */
export type Turn = { readonly branch: string } | { readonly ending: Ending; readonly because?: 'newer' | 'lock' }

/**
 * Whether it is this run's turn. Only what stands on the default branch is applied, and only as the branch is now: a run
 * that is repeated after later changes would take them back.
 */
export async function turnOf(api: Api, { env }: Job, { directory }: Inputs, event: GitHubEvent): Promise<Turn> {
  const branch = await defaultBranch(api)
  const ref = env['GITHUB_REF'] ?? ''
  if (ref !== `refs/heads/${branch}`)
    return { ending: { exit: EXIT.refused, said: applyWords.otherBranch(ref, branch) } }
  if (await isOvertaken(api, directory, { head: event.head, branch }))
    return { ending: { exit: EXIT.done }, because: 'newer' }
  if (event.name === 'push' && event.before !== undefined) {
    const pushed = await compareCommits(api, event.before, event.head)
    const paths = pushed?.parted === event.before ? (pushed.paths ?? []) : []
    if (paths.length > 0 && paths.every((path) => posix.basename(path) === LOCK_FILE))
      return { ending: { exit: EXIT.done }, because: 'lock' }
  }
  return { branch }
}

/** Whether the branch has newer files of a company than the commit of a run. */
export async function isOvertaken(
  api: Api,
  directory: string,
  { head, branch }: { readonly head: string; readonly branch: string },
): Promise<boolean> {
  const now = await branchHead(api, branch)
  return now !== null && now !== head && touches(directory, head, await compareCommits(api, head, now))
}

/** Whether the files of a company, its lock aside, may be others at the second commit than at the first one. */
export function touches(directory: string, first: string, between: Comparison | null): boolean {
  if (between === null) return true
  const { parted, paths } = between
  const within = (path: string) => directory === '.' || path.startsWith(`${directory}/`)
  return parted !== first || paths === null || paths.some((path) => within(path) && posix.basename(path) !== LOCK_FILE)
}
