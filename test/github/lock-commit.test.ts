import { describe, expect, test } from 'vitest'
import { parseLock } from '../../src/core/lock-parse.ts'
import { type LockedByKind, stringifyLock } from '../../src/core/lockfile.ts'
import { connectGitHub } from '../../src/github/api.ts'
import { commitLock, type LockCommit } from '../../src/github/lock-commit.ts'
import { commitTo } from '../support/github/commits.ts'
import { type FakeGitHub, startGitHub, workflowIdentity, workflowToken } from '../support/github/server.ts'

/** The lock goes back: on top of whatever the branch is at, with nothing of anybody else lost. */

const path = 'directory/rollbook.lock.json'
const lockText = (department: LockedByKind[string]) =>
  stringifyLock({ corp: 'dingcorp0001', resources: { department } })
const base = lockText({ 研发部: { id: '10' } })
const ours = lockText({ 研发部: { id: '10' }, 市场部: { id: '11' } })
const theirs = lockText({ 研发部: { id: '10' }, 财务部: { id: '12' } })

/** A repository whose main branch has the lock `base`, and what is to be committed to it. */
async function world(files: { readonly [path: string]: string } = { [path]: base, 'README.md': 'hello\n' }) {
  const github = await startGitHub()
  commitTo(github.state, 'main', { files, message: 'begin', author: 'octo-hr' })
  const { apiUrl, graphqlUrl } = github
  const api = await connectGitHub({ token: workflowToken, repository: 'octo-org/directory', apiUrl, graphqlUrl })
  const wanted: LockCommit = {
    branch: 'main',
    path,
    base,
    ours,
    headline: 'rollbook: lock of directory',
    trailers: ['Rollbook-Applied: 1234'],
    create: false,
  }
  return { github, api, wanted }
}

const headOf = ({ state }: FakeGitHub, branch = 'main') => state.commits.get(state.branches.get(branch) ?? '')
const isCommit = ({ path: called }: { readonly path: string }) => called === 'graphql createCommitOnBranch'

/** Somebody commits this at the moment when our commit arrives. */
function race(github: FakeGitHub, text: string, file = path): void {
  github.before(isCommit, () => {
    const files = { ...headOf(github)?.files, [file]: text }
    commitTo(github.state, 'main', { files, message: 'meanwhile', author: 'octo-hr' })
  })
}

test('the lock is committed with its trailers, and every other file stays', async () => {
  const { github, api, wanted } = await world()
  expect(await commitLock(api, wanted)).toMatchObject({ end: 'committed', merged: false })
  expect(headOf(github)).toMatchObject({
    files: { [path]: ours, 'README.md': 'hello\n' },
    message: 'rollbook: lock of directory\n\nRollbook-Applied: 1234',
  })
})

test('a lock that the branch has already is not committed again', async () => {
  const { github, api, wanted } = await world({ [path]: ours })
  expect(await commitLock(api, wanted)).toEqual({ end: 'unchanged' })
  expect(github.requests.filter(isCommit)).toEqual([])
})

describe('where the branch moves meanwhile', () => {
  test.each([1, 5])('%i times with another file, the lock is committed on top', async (times) => {
    const { github, api, wanted } = await world()
    for (let n = 0; n < times; n++) race(github, `${n}\n`, `file${n}.md`)
    expect(await commitLock(api, wanted)).toMatchObject({ end: 'committed', merged: false })
    expect(headOf(github)?.files).toMatchObject({ [path]: ours, [`file${times - 1}.md`]: `${times - 1}\n` })
  })

  test('again and again, it is told, and nothing is overwritten', async () => {
    const { github, api, wanted } = await world()
    for (let n = 0; n < 24; n++) race(github, `${n}\n`, `file${n}.md`)
    expect(await commitLock(api, wanted)).toEqual({ end: 'raced' })
    expect(headOf(github)?.files).toMatchObject({ [path]: base, 'file23.md': '23\n' })
  })

  test('by the locks of nine other companies at the same moment, all of them are there in the end', async () => {
    const { github, api, wanted } = await world()
    for (let waiting = 10; waiting > 1; waiting--) github.gather(isCommit, waiting)
    const paths = Array.from({ length: 10 }, (_, n) => `corps/${n}/rollbook.lock.json`)
    const done = await Promise.all(paths.map((each) => commitLock(api, { ...wanted, path: each, base: null })))
    expect(done.map(({ end }) => end)).toEqual(paths.map(() => 'committed'))
    expect(headOf(github)?.files).toMatchObject(Object.fromEntries(paths.map((each) => [each, ours])))
  })

  test('with entries of others, both sides are in the lock', async () => {
    const { github, api, wanted } = await world()
    race(github, theirs)
    expect(await commitLock(api, wanted)).toMatchObject({ end: 'committed', merged: true })
    const { resources } = parseLock(headOf(github)?.files[path] ?? '')
    expect(Object.keys(resources['department'] ?? {}).sort()).toEqual(['研发部', '市场部', '财务部'].sort())
  })

  test('with another entry of the same thing, the conflict is named and theirs stays', async () => {
    const { github, api, wanted } = await world()
    const other = lockText({ 研发部: { id: '10' }, 市场部: { id: '99' } })
    race(github, other)
    expect(await commitLock(api, wanted)).toEqual({
      end: 'conflict',
      conflicts: [{ about: 'entry', kind: 'department', key: '市场部' }],
    })
    expect(headOf(github)?.files[path]).toBe(other)
  })

  test('with something that is no lock, it is told and left as it is', async () => {
    const { github, api, wanted } = await world()
    race(github, '<<<<<<< HEAD\n')
    expect(await commitLock(api, wanted)).toEqual({ end: 'broken' })
    expect(headOf(github)?.files[path]).toBe('<<<<<<< HEAD\n')
  })
})

describe('a state branch', () => {
  const toState = { branch: 'dingtalk-state', create: true } as const

  test('that is not there is made without a parent and with the lock alone', async () => {
    const { github, api, wanted } = await world()
    expect(await commitLock(api, { ...wanted, ...toState })).toMatchObject({ end: 'committed' })
    expect(headOf(github, 'dingtalk-state')).toMatchObject({ parents: [], files: { [path]: ours } })
    expect(headOf(github)?.files[path]).toBe(base)
  })

  test('that somebody else makes at the same moment keeps both locks', async () => {
    const { github, api, wanted } = await world()
    github.before(
      ({ path: called }) => called.endsWith('/git/refs'),
      () =>
        commitTo(github.state, 'dingtalk-state', {
          files: { 'other/rollbook.lock.json': theirs },
          message: 'x',
          author: 'x',
        }),
    )
    expect(await commitLock(api, { ...wanted, ...toState })).toMatchObject({ end: 'committed' })
    expect(headOf(github, 'dingtalk-state')?.files).toEqual({ 'other/rollbook.lock.json': theirs, [path]: ours })
  })

  test('that is there already gets another commit', async () => {
    const { github, api, wanted } = await world()
    commitTo(github.state, 'dingtalk-state', { files: { [path]: base }, message: 'x', author: 'x' })
    expect(await commitLock(api, { ...wanted, ...toState })).toMatchObject({ end: 'committed' })
    expect(headOf(github, 'dingtalk-state')).toMatchObject({ parents: [expect.any(String)], files: { [path]: ours } })
  })
})

describe('what GitHub refuses is told and not thrown', () => {
  test('a token that may not write', async () => {
    const { github, api, wanted } = await world()
    github.state.tokens.set(workflowToken, { ...workflowIdentity, permissions: { contents: 'read' } })
    expect(await commitLock(api, wanted)).toMatchObject({ end: 'failed', cause: 'permission' })
  })

  test('a branch that takes pull requests only', async () => {
    const { github, api, wanted } = await world()
    github.refuse(isCommit, 200, 'Repository rule violations found: changes must be made through a pull request')
    expect(await commitLock(api, wanted)).toMatchObject({ end: 'failed', cause: 'refused', message: /pull request/ })
  })

  test('a branch that is not there and is not to be made', async () => {
    const { api, wanted } = await world()
    expect(await commitLock(api, { ...wanted, branch: 'gone' })).toMatchObject({ end: 'failed', cause: 'gone' })
  })
})
