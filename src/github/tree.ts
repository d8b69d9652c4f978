import { type Api, causeOf } from './api.ts'

/** Branches and files of the repository as GitHub has them now, whatever the working copy holds. */

/** The commit that a branch is at; null where there is no such branch. */
export async function branchHead({ octokit, here }: Api, branch: string): Promise<string | null> {
  const found = await orGone(octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }))
  return found === null ? null : found.data.object.sha
}

/** The text of a file at a commit; null where it is not there. Files of up to 100 MB; raw, because JSON ends at 1 MB. */
export async function fileAt({ octokit, here }: Api, path: string, ref: string): Promise<string | null> {
  const found = await orGone(octokit.rest.repos.getContent({ ...here, path, ref, mediaType: { format: 'raw' } }))
  if (found === null) return null
  // The library gives bytes where GitHub names no character set.
  const data: unknown = found.data
  return data instanceof ArrayBuffer ? Buffer.from(data).toString('utf8') : String(data)
}

/** What lies between two commits. */
export interface Comparison {
  /** The commit where the two parted: the first of them, where the second one is built on it. */
  readonly parted: string
  /** Paths that differ between that commit and the second one; null where there are more than GitHub lists (300). */
  readonly paths: readonly string[] | null
}

/** Compares two commits as a pull request does; null where one of them is gone, or they have nothing in common. */
export async function compareCommits({ octokit, here }: Api, base: string, head: string): Promise<Comparison | null> {
  const basehead = `${base}...${head}`
  const found = await orGone(octokit.rest.repos.compareCommitsWithBasehead({ ...here, basehead }))
  if (found === null) return null
  const { data } = found
  const files = data.files ?? []
  const paths = files.flatMap(({ filename, previous_filename: former }) => [filename, ...(former ? [former] : [])])
  return { parted: data.merge_base_commit.sha, paths: files.length >= 300 ? null : paths }
}

/** The branch that pull requests go into unless they say otherwise. */
export async function defaultBranch({ octokit, here }: Api): Promise<string> {
  return (await octokit.rest.repos.get({ ...here })).data.default_branch
}

/**
 * A new branch whose first commit has no parent and one file; the result is that commit, or null where somebody else
 * made the branch meanwhile.
 */
export async function orphanBranch(
  api: Api,
  branch: string,
  { path, text, message }: { readonly path: string; readonly text: string; readonly message: string },
): Promise<string | null> {
  const { octokit, here } = api
  const { data: tree } = await octokit.rest.git.createTree({
    ...here,
    tree: [{ path, mode: '100644', type: 'blob', content: text }],
  })
  const { data: commit } = await octokit.rest.git.createCommit({ ...here, message, tree: tree.sha, parents: [] })
  return (await makeBranch(api, branch, commit.sha)) ? commit.sha : null
}

/** A branch of this name at that commit; false where there is one of the name already, wherever it is. */
export async function makeBranch({ octokit, here }: Api, branch: string, sha: string): Promise<boolean> {
  try {
    await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha })
    return true
  } catch (error) {
    if (causeOf(error) === 'refused' && /already exists/i.test((error as Error).message)) return false
    throw error
  }
}

async function orGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (causeOf(error) === 'gone') return null
    throw error
  }
}
