import { getOctokit } from '@actions/github'
import { expect, test } from 'vitest'
import { commitTo } from './commits.ts'
import { startGitHub, workflowIdentity, workflowToken } from './server.ts'
import type { Identity } from './state.ts'

/** The fake GitHub as the real client sees it: what a test of the action builds on. */

const here = { owner: 'octo-org', repo: 'directory' }
const viewer = 'query { viewer { login } }'
const minimize =
  'mutation($input: MinimizeCommentInput!) { minimizeComment(input: $input) { minimizedComment { isMinimized } } }'
const commit =
  'mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid url } } }'

async function world() {
  const github = await startGitHub()
  const author = { login: 'octo-hr', type: 'User' } as const
  const first = commitTo(github.state, 'main', { files: { 'a.yaml': 'a\n' }, message: 'begin', author: 'octo-hr' })
  github.state.pulls.push({
    number: 7,
    title: 'A joiner',
    state: 'open',
    merged: false,
    mergeSha: null,
    author,
    base: { branch: 'main', sha: first.sha },
    head: { branch: 'joiner', sha: first.sha, repository: 'octo-org/directory' },
  })
  return { github, first, octokit: getOctokit(workflowToken, { baseUrl: github.apiUrl }) }
}

/** A token of somebody else, with these permissions. */
function clientOf(github: Awaited<ReturnType<typeof world>>['github'], identity: Partial<Identity>) {
  const token = `token-${github.state.id()}`
  github.state.tokens.set(token, { login: 'octo-hr', type: 'User', permissions: {}, ...identity })
  return getOctokit(token, { baseUrl: github.apiUrl })
}

test('comments are made, listed over pages, changed and deleted', async () => {
  const { github, octokit } = await world()
  for (let n = 1; n <= 35; n += 1) await octokit.rest.issues.createComment({ ...here, issue_number: 7, body: `${n}` })
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...here, issue_number: 7 })
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 35 }, (_, index) => String(index + 1)))
  const [first, second] = all
  await octokit.rest.issues.updateComment({ ...here, comment_id: first?.id ?? 0, body: 'changed' })
  await octokit.rest.issues.deleteComment({ ...here, comment_id: second?.id ?? 0 })
  expect(github.state.comments.slice(0, 2).map(({ body }) => body)).toEqual(['changed', '3'])
  expect(github.state.comments[0]?.author.login).toBe('github-actions[bot]')
})

test.each([
  ['a body one character too long', { body: 'x'.repeat(65_537) }, 422],
  ['no body', { body: '' }, 422],
  ['a pull request that is not there', { body: 'x', issue_number: 8 }, 404],
])('a comment with %s is refused', async (_, wrong, status) => {
  const { octokit } = await world()
  const comment = { ...here, issue_number: 7, body: 'x' }
  await expect(octokit.rest.issues.createComment({ ...comment, ...wrong })).rejects.toMatchObject({ status })
  await octokit.rest.issues.createComment({ ...comment, body: 'x'.repeat(65_536) })
})

test('a token that is unknown or may only read is refused, and one that may write may change what others wrote', async () => {
  const { github, octokit } = await world()
  const { data: comment } = await octokit.rest.issues.createComment({ ...here, issue_number: 7, body: 'x' })
  const unknown = getOctokit('nobody', { baseUrl: github.apiUrl })
  const reader = clientOf(github, { permissions: { pull_requests: 'read' } })
  const other = clientOf(github, { permissions: { pull_requests: 'write' } })
  await expect(unknown.graphql(viewer)).rejects.toMatchObject({ status: 401 })
  expect((await reader.rest.issues.listComments({ ...here, issue_number: 7 })).data).toHaveLength(1)
  const change = { ...here, comment_id: comment.id, body: 'y' }
  await expect(reader.rest.issues.updateComment(change)).rejects.toMatchObject({ status: 403 })
  const subjectId = comment.node_id
  await expect(reader.graphql(minimize, { input: { subjectId, classifier: 'OUTDATED' } })).rejects.toThrow(
    'Resource not accessible by integration',
  )
  expect(github.state.comments[0]).toMatchObject({ body: 'x' })
  await other.rest.issues.updateComment(change)
  await octokit.graphql(minimize, { input: { subjectId, classifier: 'OUTDATED' } })
  expect(github.state.comments[0]).toMatchObject({ body: 'y', minimized: 'OUTDATED' })
})

test('who a token speaks for is named as authors are', async () => {
  const { github, octokit } = await world()
  expect(await octokit.graphql(viewer)).toEqual({ viewer: { login: workflowIdentity.login } })
  expect(await clientOf(github, {}).graphql(viewer)).toEqual({ viewer: { login: 'octo-hr' } })
})

test('a check run is made by an app, found by name and changed by that app alone', async () => {
  const { github, first, octokit } = await world()
  const made = { ...here, name: 'rollbook', head_sha: first.sha }
  const { data } = await octokit.rest.checks.create({ ...made, external_id: 'sha256:1', conclusion: 'success' })
  const { data: list } = await octokit.rest.checks.listForRef({ ...here, ref: first.sha, check_name: 'rollbook' })
  expect(list.check_runs).toMatchObject([{ external_id: 'sha256:1', status: 'completed', app: { id: 15368 } }])
  const other = clientOf(github, { app: 99, permissions: { checks: 'write' } })
  const person = clientOf(github, { permissions: { checks: 'write' } })
  await expect(other.rest.checks.update({ ...here, check_run_id: data.id })).rejects.toMatchObject({ status: 403 })
  await expect(person.rest.checks.create(made)).rejects.toMatchObject({ status: 403 })
  await expect(octokit.rest.checks.create({ ...made, head_sha: '0'.repeat(40) })).rejects.toMatchObject({ status: 422 })
  const output = { title: 't', summary: 'x'.repeat(65_536) }
  await expect(octokit.rest.checks.create({ ...made, output })).rejects.toMatchObject({ status: 422 })
})

test('issues are opened, found by label, changed and closed; pull requests are listed among them', async () => {
  const { octokit } = await world()
  const { data } = await octokit.rest.issues.create({ ...here, title: 'Drift', body: 'x', labels: ['drift'] })
  expect(data.number).toBe(8)
  const open = async (labels?: string) => {
    const { data: list } = await octokit.rest.issues.listForRepo({ ...here, ...(labels && { labels }) })
    return list.map(({ number, pull_request }) => [number, pull_request !== undefined])
  }
  expect(await open()).toEqual([
    [8, false],
    [7, true],
  ])
  expect(await open('drift')).toEqual([[8, false]])
  await octokit.rest.issues.update({ ...here, issue_number: 8, body: 'y', state: 'closed' })
  expect(await open('drift')).toEqual([])
})

test('a pull request is found by its number and by the commit that its merge made', async () => {
  const { github, octokit } = await world()
  const merge = commitTo(github.state, 'main', { files: {}, message: 'merge', author: 'octo-hr' })
  Object.assign(github.state.pulls[0] ?? {}, { state: 'closed', merged: true, mergeSha: merge.sha })
  const { data: pull } = await octokit.rest.pulls.get({ ...here, pull_number: 7 })
  expect(pull).toMatchObject({ state: 'closed', merged: true, head: { repo: { full_name: 'octo-org/directory' } } })
  const { data: found } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...here,
    commit_sha: merge.sha,
  })
  expect(found.map(({ number }) => number)).toEqual([7])
})

test('a commit goes on top of its branch, unless the branch has moved', async () => {
  const { github, first, octokit } = await world()
  const input = {
    branch: { repositoryNameWithOwner: 'octo-org/directory', branchName: 'main' },
    message: { headline: 'lock' },
    fileChanges: { additions: [{ path: 'lock.json', contents: Buffer.from('{}\n').toString('base64') }] },
    expectedHeadOid: first.sha,
  }
  await octokit.graphql(commit, { input })
  const head = github.state.commits.get(github.state.branches.get('main') ?? '')
  expect(head).toMatchObject({ parents: [first.sha], files: { 'a.yaml': 'a\n', 'lock.json': '{}\n' } })
  await expect(octokit.graphql(commit, { input })).rejects.toMatchObject({ errors: [{ type: 'STALE_DATA' }] })
  expect(github.state.branches.get('main')).toBe(head?.sha)
})

test('a test can refuse a request, and do something just before one is answered', async () => {
  const { github, octokit } = await world()
  github.refuse(({ method }) => method === 'GET', 502, 'Server Error')
  await expect(octokit.rest.pulls.get({ ...here, pull_number: 7 })).rejects.toMatchObject({ status: 502 })
  github.before(
    ({ path }) => path.endsWith('/pulls/7'),
    () => github.state.pulls.splice(0),
  )
  await expect(octokit.rest.pulls.get({ ...here, pull_number: 7 })).rejects.toMatchObject({ status: 404 })
  expect(github.requests.map(({ status }) => status)).toEqual([502, 404])
})
