import type { Api } from './api.ts'

/** A commit that GitHub makes and signs, without a clone. */
export interface BranchCommit {
  readonly branch: string
  readonly headline: string
  /** The rest of the message. */
  readonly body: string
  /** Paths in the repository, with `/`, and the whole content of each; null: the file goes. */
  readonly files: readonly { readonly path: string; readonly content: string | Buffer | null }[]
}

/** The commit's id; null where the branch is no longer at the commit that was expected, and nothing was done. */
export async function commitOn(
  { graphql, here }: Api,
  { branch, headline, body, files }: BranchCommit,
  expectedHeadOid: string,
): Promise<string | null> {
  const additions = files.flatMap(({ path, content }) =>
    content === null ? [] : [{ path, contents: Buffer.from(content).toString('base64') }],
  )
  const deletions = files.flatMap(({ path, content }) => (content === null ? [{ path }] : []))
  const input = {
    branch: { repositoryNameWithOwner: `${here.owner}/${here.repo}`, branchName: branch },
    message: { headline, body },
    fileChanges: { additions, ...(deletions.length > 0 && { deletions }) },
    expectedHeadOid,
  }
  try {
    const { createCommitOnBranch } = await graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(COMMIT, {
      input,
    })
    return createCommitOnBranch.commit.oid
  } catch (error) {
    if (isStale(error)) return null
    throw error
  }
}

const COMMIT = `mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

/** GitHub's word for a branch that is no longer at the commit that was expected. */
function isStale(error: unknown): boolean {
  const { errors } = error as { readonly errors?: readonly { readonly type?: unknown }[] }
  return Array.isArray(errors) && errors.some(({ type }) => type === 'STALE_DATA')
}
