import { found, type Route } from './handler.ts'
import type { Pull, State } from './state.ts'

/** Pull requests, by number and by a commit of theirs. */
export const pullRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/pulls/:number',
    needs: ['pull_requests'],
    answer: ({ state, path }) =>
      view(state, found(state.pulls.find(({ number }) => String(number) === path['number']))),
  },
  {
    method: 'GET',
    path: '/commits/:sha/pulls',
    needs: ['pull_requests', 'contents'],
    answer: ({ state, path }) =>
      state.pulls
        .filter(({ head, mergeSha }) => mergeSha === path['sha'] || head.sha === path['sha'])
        .map((pull) => view(state, pull)),
  },
]

function view({ repository }: State, { number, title, state, merged, mergeSha, author, base, head }: Pull) {
  return {
    number,
    html_url: `https://github.com/${repository}/pull/${number}`,
    title,
    state,
    merged,
    merged_at: merged ? '2026-11-21T00:00:00Z' : null,
    merge_commit_sha: mergeSha,
    user: author,
    base: { ref: base.branch, sha: base.sha, repo: { full_name: repository } },
    head: { ref: head.branch, sha: head.sha, repo: { full_name: head.repository } },
  }
}
