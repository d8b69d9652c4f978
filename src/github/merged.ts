import type { Api } from './api.ts'
import { readChecks } from './check-run.ts'

/** A pull request that was merged, and the commit of it that was last planned. */
export interface MergedPull {
  readonly number: number
  readonly head: string
}

/** Commits that no apply has been through yet. */
export interface Unapplied {
  /** The last commit that was applied as a whole; null where none is in sight. */
  readonly since: string | null
  /** Commits after it, the newest first; the last one alone where nobody knows since when. */
  readonly commits: readonly string[]
}

/** Commits that one apply looks back at most; more than that wait only where applies failed for long. */
const MOST_COMMITS = 50

/**
 * What was merged since the last apply that was whole. An apply makes true what the files say now, so a run that was
 * dropped or failed loses no change: the next one does its part as well. Of merge commits the first parent is followed,
 * so that each commit is one that the branch itself was at.
 */
export async function unapplied(
  api: Api,
  { head, company, app }: { readonly head: string; readonly company: string; readonly app: number },
): Promise<Unapplied> {
  const { data } = await api.octokit.rest.repos.listCommits({ ...api.here, sha: head, per_page: MOST_COMMITS })
  const parents = new Map(data.map(({ sha, parents: [first] }) => [sha, first?.sha]))
  const commits: string[] = []
  for (let at: string | undefined = head; at !== undefined; at = parents.get(at)) {
    if (!parents.has(at)) return { since: null, commits: [head] }
    const applies = await readChecks(api, { kind: 'apply', company, head: at, app })
    if (applies.some(({ conclusion }) => conclusion === 'success')) return { since: at, commits }
    commits.push(at)
  }
  return { since: null, commits }
}

/**
 * The pull requests by which these commits came into the branch, whether they were merged, squashed or rebased. One that
 * went into another branch first was reviewed as that, and is not among them.
 */
export async function mergedPulls(api: Api, commits: readonly string[], branch: string): Promise<MergedPull[]> {
  const pulls = new Map<number, MergedPull>()
  for (const commit_sha of commits) {
    const { data } = await api.octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...api.here, commit_sha })
    for (const { number, merged_at, base, head } of data)
      if (merged_at !== null && base.ref === branch) pulls.set(number, { number, head: head.sha })
  }
  return [...pulls.values()]
}
