import { LOCK_FILE } from '../core/lock-parse.ts'
import { type Git, gitIn } from './git.ts'

/** A base commit that cannot be used; `case` says why, `subject` what was named (exit 64). */
export class BaseNotFound extends Error {
  override name = 'BaseNotFound'
  readonly case: 'ref' | 'repository' | 'commit' | 'git' | 'applied'
  readonly subject: string

  constructor(which: BaseNotFound['case'], subject: string, message: string) {
    super(message)
    this.case = which
    this.subject = subject
  }
}

/** Names, hashes and steps back from them; nothing that git could take for an option, a path, or a range. */
const REF = /^(?!-)(?!.*\.\.)[\p{L}\p{N}_./@{}~^+#-]{1,250}$/u

/**
 * The commit that a name means in the repository that the folder stands in, in full.
 *
 * @throws BaseNotFound
 */
export async function commitNamed(folder: string, ref: string): Promise<string> {
  if (!REF.test(ref)) throw new BaseNotFound('ref', ref, `"${ref}" is not the name of a commit`)
  const git = gitIn(folder)
  try {
    const inside = (await git(['rev-parse', '--is-inside-work-tree'])).toString('utf8').trim()
    if (inside !== 'true')
      throw new BaseNotFound('repository', folder, `${folder} is not in the work tree of a git repository`)
  } catch (error) {
    if (error instanceof BaseNotFound) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new BaseNotFound('git', folder, 'git is not installed')
    throw new BaseNotFound('repository', folder, `${folder} is not in a git repository`)
  }
  try {
    return await verified(git, ref)
  } catch {
    throw new BaseNotFound('commit', ref, `there is no commit ${ref} in this clone`)
  }
}

/** The same, and null where there is no such commit, no repository or no git. */
export async function commitIfAny(folder: string, ref: string): Promise<string | null> {
  try {
    return await commitNamed(folder, ref)
  } catch (error) {
    if (error instanceof BaseNotFound) return null
    throw error
  }
}

/** Whether anything of the folder was committed then. */
export async function hasFiles(folder: string, commit: string): Promise<boolean> {
  return (await gitIn(folder)(['ls-tree', '-z', commit])).length > 0
}

/** Whether the folder has the same files at both commits, but for its lock: every apply commits another one. */
export async function haveSameFiles(folder: string, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const git = gitIn(folder)
  const [a, b] = await Promise.all([one, other].map(async (commit) => objectsAt(git, commit)))
  return a === b
}

async function objectsAt(git: Git, commit: string): Promise<string> {
  const listed = (await git(['ls-tree', '-z', commit])).toString('utf8').split('\0')
  return listed.filter((line) => !line.endsWith(`\t${LOCK_FILE}`)).join('\0')
}

async function verified(git: Git, ref: string): Promise<string> {
  const found = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  return found.toString('utf8').trim()
}
