import type { Api } from './api.ts'
import { compareCommits, fileAt } from './tree.ts'

/**
 * Whether a pull request changes the lock or takes it away. Only an apply may write it: what a lock says is what
 * Rollbook may delete. A lock where there was none is that of a company which comes under management, and each of its
 * entries is proved before anything is written. What the branch got meanwhile is no change of the pull request.
 */
export async function isLockEdited(
  api: Api,
  { base, head, path }: { readonly base: string; readonly head: string; readonly path: string },
): Promise<boolean> {
  const between = await compareCommits(api, base, head)
  if (between === null) return false
  const { parted, paths } = between
  if (paths !== null && !paths.includes(path)) return false
  const before = await fileAt(api, path, parted)
  return before !== null && before !== (await fileAt(api, path, head))
}
