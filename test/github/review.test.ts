import { describe, expect, test } from 'vitest'
import type { Reviewed } from '../../src/core/reviewed.ts'
import { type Api, connectGitHub } from '../../src/github/api.ts'
import { changeCheck, checkName, readChecks, readReview, reviewText, writeCheck } from '../../src/github/check-run.ts'
import { isLockEdited } from '../../src/github/lock-edited.ts'
import { mergedPulls, unapplied } from '../../src/github/merged.ts'
import { commitTo } from '../support/github/commits.ts'
import { startGitHub, workflowIdentity, workflowToken } from '../support/github/server.ts'
import type { Pull } from '../support/github/state.ts'

/** What GitHub remembers for us: what a plan showed, how far an apply got, and which pull requests that was. */

const digest = (n: number) => String(n).padStart(32, 'x')
const review: Reviewed = { hash: `sha256:${'a'.repeat(64)}`, operations: [digest(1), digest(2)] }
const company = 'directory'

async function world() {
  const github = await startGitHub()
  const { state, apiUrl, graphqlUrl } = github
  const connect = (token: string) => connectGitHub({ token, repository: state.repository, apiUrl, graphqlUrl })
  /** A commit on a branch of its own history, with these files on top of the others. */
  const commit = (files: { readonly [path: string]: string }, branch = 'main') => {
    const before = state.commits.get(state.branches.get(branch) ?? '')?.files
    return commitTo(state, branch, { files: { ...before, ...files }, message: 'x', author: 'octo-hr' }).sha
  }
  const first = commit({ 'a.yaml': 'a\n' })
  const api = await connect(workflowToken)
  return { github, state, api, connect, commit, first }
}
const check = (head: string, more: object = {}) =>
  ({ kind: 'plan', company, head, title: 'x', summary: 'x', review, conclusion: 'neutral', ...more }) as const

async function read(api: Api, head: string, kind: 'plan' | 'apply' = 'plan') {
  return readChecks(api, { kind, company, head, app: workflowIdentity.app ?? 0 })
}

describe('a check run', () => {
  test('gives back what was shown', async () => {
    const { api, first } = await world()
    const { id, app } = await writeCheck(api, check(first))
    expect(app).toBe(workflowIdentity.app)
    expect(await read(api, first)).toEqual([{ id, conclusion: 'neutral', review }])
  })

  test('is there while the run goes on, and is changed at its end', async () => {
    const { api, first } = await world()
    const { id } = await writeCheck(api, { kind: 'apply', company, head: first, title: 'x', summary: 'x' })
    expect(await read(api, first, 'apply')).toEqual([{ id, conclusion: null, review: null }])
    await changeCheck(api, id, { title: 'y', summary: 'y', review, conclusion: 'success' })
    expect(await read(api, first, 'apply')).toEqual([{ id, conclusion: 'success', review }])
  })

  test.each([
    ['another app', { app: 4711 }],
    ['another company', { name: checkName('plan', 'elsewhere') }],
    ['an apply', { name: checkName('apply', company) }],
  ])('of %s is no word about this plan', async (_, other) => {
    const { api, state, first } = await world()
    await writeCheck(api, check(first))
    Object.assign(state.checkRuns[0] ?? {}, other)
    expect(await read(api, first)).toEqual([])
  })

  test('with more operations than GitHub has room for keeps the hash', () => {
    const most = { ...review, operations: Array.from({ length: 1800 }, (_, n) => digest(n)) }
    expect(readReview(reviewText(most))).toEqual(most)
    const many = { ...review, operations: Array.from({ length: 2000 }, (_, n) => digest(n)) }
    expect(readReview(reviewText(many))).toEqual({ hash: review.hash, operations: null })
    expect(reviewText(most).length).toBeLessThan(65_535)
  })

  test.each([
    ['nothing', ''],
    ['prose before it', `Approved.\n${reviewText(review)}`],
    ['prose behind it', `${reviewText(review)}Approved.`],
    ['another format', reviewText(review).replace('review/1', 'review/2')],
    ['a hash that is none', reviewText({ ...review, hash: 'sha256:1' })],
    ['a digest that is none', reviewText({ ...review, operations: ['all'] })],
    ['half of it', reviewText(review).slice(0, 90)],
  ])('whose text is %s says nothing', (_, text) => expect(readReview(text)).toBeNull())
})

describe('what was merged since the last apply', () => {
  const pull = (number: number, mergeSha: string, more: Partial<Pull> = {}): Pull => ({
    number,
    title: 'x',
    state: 'closed',
    merged: true,
    mergeSha,
    author: { login: 'octo-hr', type: 'User' },
    base: { branch: 'main', sha: mergeSha },
    head: { branch: 'x', sha: `${number}`.repeat(40).slice(0, 40), repository: 'octo-org/directory' },
    ...more,
  })
  const applied = (api: Api, head: string, conclusion: 'success' | 'failure') =>
    writeCheck(api, { kind: 'apply', company, head, title: 'x', summary: 'x', conclusion })
  const since = (api: Api, head: string) => unapplied(api, { head, company, app: workflowIdentity.app ?? 0 })

  test('is what came after it, with what a failed one left', async () => {
    const { api, state, commit, first } = await world()
    const [second, third, fourth] = [commit({ b: '1' }), commit({ b: '2' }), commit({ b: '3' })]
    state.pulls.push(pull(2, second), pull(3, third), pull(4, fourth))
    await applied(api, first, 'success')
    await applied(api, second, 'success')
    await applied(api, third, 'failure')
    expect(await since(api, fourth)).toEqual({ since: second, commits: [fourth, third] })
    const numbers = (await mergedPulls(api, [fourth, third], 'main')).map(({ number }) => number)
    expect(numbers).toEqual([4, 3])
  })

  test('is everything where the whole history is in sight, and the last commit where it is not', async () => {
    const { api, commit, first } = await world()
    const second = commit({ b: '1' })
    expect(await since(api, second)).toEqual({ since: null, commits: [second, first] })
    let last = second
    for (let n = 0; n < 50; n++) last = commit({ b: `${n}` })
    expect(await since(api, last)).toEqual({ since: null, commits: [last] })
  })

  test('counts an apply of our own app alone', async () => {
    const { api, state, commit, first } = await world()
    await applied(api, first, 'success')
    Object.assign(state.checkRuns[0] ?? {}, { app: 4711 })
    const second = commit({ b: '1' })
    expect((await since(api, second)).since).toBeNull()
  })

  test('has no pull request that was not merged, or was merged into another branch', async () => {
    const { api, state, first } = await world()
    state.pulls.push(
      pull(2, first, { merged: false, state: 'open' }),
      pull(3, first, { base: { branch: 'elsewhere', sha: first } }),
      pull(4, first),
    )
    expect((await mergedPulls(api, [first], 'main')).map(({ number }) => number)).toEqual([4])
  })
})

describe('the lock of a pull request', () => {
  const path = 'directory/rollbook.lock.json'
  const edited = async (before: object, after: object) => {
    const { state, api, commit } = await world()
    const base = commit({ ...before })
    state.branches.set('joiner', base)
    const head = commit({ ...after }, 'joiner')
    return { commit, api, base, head, of: (main: string) => isLockEdited(api, { base: main, head, path }) }
  }

  test.each([
    ['changed', { [path]: '{}' }, { [path]: '{"a":1}' }, true],
    ['left alone', { [path]: '{}' }, { 'directory/people.yaml': '' }, false],
    ['new, where there was none', {}, { [path]: '{}' }, false],
    ['another company’s', { 'other/rollbook.lock.json': '{}' }, { 'other/rollbook.lock.json': '{"a":1}' }, false],
  ])('is %s', async (_, before, after, expected) => {
    const { of, base } = await edited(before, after)
    expect(await of(base)).toBe(expected)
  })

  test('is not edited by what the branch got meanwhile', async () => {
    const { of, commit } = await edited({ [path]: '{}' }, { 'directory/people.yaml': '' })
    expect(await of(commit({ [path]: '{"applied":1}' }))).toBe(false)
  })

  test('is edited where it is taken away', async () => {
    const { state, api, commit } = await world()
    const base = commit({ [path]: '{}' })
    state.branches.set('joiner', base)
    const { sha } = commitTo(state, 'joiner', { files: { 'a.yaml': 'a\n' }, message: 'x', author: 'octo-hr' })
    expect(await isLockEdited(api, { base, head: sha, path })).toBe(true)
  })
})
