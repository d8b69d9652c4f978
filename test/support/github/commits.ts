import { Refused, type Resolver } from './handler.ts'
import type { Commit, State } from './state.ts'

/** A commit without git: files put in and taken out of a branch, if that still is where the caller thinks. */
export const commitResolvers: readonly Resolver[] = [
  {
    field: 'createCommitOnBranch',
    needs: ['contents'],
    answer({ state, who, input }) {
      const { branch, message, fileChanges, expectedHeadOid } = input as unknown as CommitInput
      if (branch.repositoryNameWithOwner !== state.repository) {
        throw new Refused(404, `Could not resolve to a Repository with the name '${branch.repositoryNameWithOwner}'.`)
      }
      const name = branch.branchName.replace(/^refs\/heads\//, '')
      const head = state.branches.get(name)
      if (head === undefined) throw new Refused(404, `Branch "${name}" not found`)
      if (head !== expectedHeadOid) {
        const stale = `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`
        throw new Refused(200, stale, 'STALE_DATA')
      }
      const files = { ...state.commits.get(head)?.files }
      for (const { path } of fileChanges.deletions ?? []) delete files[path]
      for (const { path, contents } of fileChanges.additions ?? []) {
        files[path] = Buffer.from(contents, 'base64').toString('utf8')
      }
      const text = [message.headline, message.body].filter((part) => part).join('\n\n')
      const commit = commitTo(state, name, { files, message: text, author: who.login })
      return { commit: { oid: commit.sha, url: `https://github.com/${state.repository}/commit/${commit.sha}` } }
    },
  },
]

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly fileChanges: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions?: readonly { readonly path: string }[]
  }
  readonly expectedHeadOid: string
}

/** Puts a commit on top of a branch, which is made where there is none; for tests too. */
export function commitTo(
  state: State,
  branch: string,
  { files, message, author }: Pick<Commit, 'files' | 'message' | 'author'>,
): Commit {
  const parent = state.branches.get(branch)
  const parents = parent === undefined ? [] : [parent]
  const commit = addCommit(state, { message, parents, files, author })
  state.branches.set(branch, commit.sha)
  return commit
}

/** A commit that no branch is at yet. */
export function addCommit(state: State, given: Omit<Commit, 'sha'>): Commit {
  const commit = { sha: state.nameOf(given), ...given }
  state.commits.set(commit.sha, commit)
  return commit
}
