import { bodyText, type Call, found, Refused, type Route } from './handler.ts'
import type { Issue, State } from './state.ts'

/** Issues. GitHub numbers them together with pull requests; a list of issues has those as well, marked. */
export const issueRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/issues',
    needs: ['issues'],
    answer({ state, query }) {
      const wanted = (query.get('labels') ?? '').split(',').filter((label) => label !== '')
      const shown = query.get('state') ?? 'open'
      const creator = query.get('creator')
      const pulls = state.pulls.map(({ number, title, state: open, author }) => ({
        ...view(state, { number, title, state: open, author, body: '', labels: [] }),
        pull_request: {},
      }))
      return [...state.issues.map((issue) => view(state, issue)), ...pulls].filter(
        (issue) =>
          (shown === 'all' || issue.state === shown) &&
          (creator === null || issue.user.login === creator) &&
          wanted.every((label) => issue.labels.some(({ name }) => name === label)),
      )
    },
  },
  {
    method: 'POST',
    path: '/issues',
    needs: ['issues'],
    status: 201,
    answer({ state, who, body }) {
      if (typeof body['title'] !== 'string' || body['title'] === '') throw new Refused(422, 'Validation Failed: title')
      const issue: Issue = {
        number: nextNumber(state),
        author: { login: who.login, type: who.type },
        title: body['title'],
        body: bodyText(body['body']),
        state: 'open',
        labels: (body['labels'] as string[] | undefined) ?? [],
      }
      state.issues.push(issue)
      return view(state, issue)
    },
  },
  {
    method: 'PATCH',
    path: '/issues/:number',
    needs: ['issues'],
    answer({ state, path, body }: Call) {
      const issue = found(state.issues.find(({ number }) => String(number) === path['number']))
      if (body['title'] !== undefined) issue.title = String(body['title'])
      if (body['body'] !== undefined) issue.body = bodyText(body['body'])
      if (body['state'] !== undefined) issue.state = body['state'] as Issue['state']
      if (body['state_reason'] !== undefined) issue.reason = String(body['state_reason'])
      if (body['labels'] !== undefined) issue.labels = body['labels'] as string[]
      return view(state, issue)
    },
  },
]

/** The number that the next issue or pull request gets. */
export function nextNumber({ issues, pulls }: State): number {
  return Math.max(0, ...issues.map(({ number }) => number), ...pulls.map(({ number }) => number)) + 1
}

function view({ repository }: State, { number, author, title, body, state, labels }: Issue) {
  return {
    number,
    html_url: `https://github.com/${repository}/issues/${number}`,
    user: author,
    title,
    body,
    state,
    labels: labels.map((name) => ({ name })),
  }
}
