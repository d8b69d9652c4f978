import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isUnmerged, readEvent } from '../../src/github/event.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/files.ts'

afterEach(removeTemporaryFolders)

const [head, base] = ['a'.repeat(40), 'b'.repeat(40)]
const repo = (full_name: string) => ({ full_name })
const pull = {
  number: 7,
  state: 'open',
  head: { sha: head, repo: repo('octo-org/directory') },
  base: { sha: base, repo: repo('octo-org/directory') },
}

/** The event of this name with this payload, as the runner hands it over. */
async function eventOf(name: string, payload: unknown, env: NodeJS.ProcessEnv = {}) {
  const path = join(await temporaryFolder(), 'event.json')
  await writeFile(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  return () => readEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_SHA: head, ...env })
}

describe('is read', () => {
  test.each([
    ['a pull request', 'pull_request', { pull_request: pull }, { number: 7, head, base, closed: false }],
    ['one that is closed', 'pull_request', { pull_request: { ...pull, state: 'closed' } }, { closed: true }],
    [
      'one from a fork',
      'pull_request',
      { pull_request: { ...pull, head: { sha: head, repo: repo('octo-guest/directory') } } },
      { stranger: 'fork' },
    ],
    [
      'one from a fork that is gone',
      'pull_request',
      { pull_request: { ...pull, head: { sha: head, repo: null } } },
      { stranger: 'fork' },
    ],
    ['a push', 'push', { before: base, after: head }, { name: 'push', head, before: base }],
    ['a merge queue', 'merge_group', { merge_group: { head_sha: head, base_sha: base } }, { head, base }],
    ['a schedule', 'schedule', {}, { name: 'schedule', head }],
    ['a start by hand', 'workflow_dispatch', {}, { name: 'workflow_dispatch' }],
    ['anything else', 'workflow_run', {}, { name: 'other', called: 'workflow_run' }],
  ])('%s', async (_, name, payload, expected) => {
    expect((await eventOf(name, payload))()).toMatchObject(expected)
  })

  test('a first push of a branch, which has nothing before', async () => {
    expect((await eventOf('push', { before: '0'.repeat(40), after: head }))()).toEqual({ name: 'push', head })
  })

  test('a run that Dependabot set off', async () => {
    const read = await eventOf('pull_request', { pull_request: pull }, { GITHUB_ACTOR: 'dependabot[bot]' })
    expect(read()).toMatchObject({ stranger: 'dependabot' })
  })
})

describe('is refused, by the name of what is wrong', () => {
  test.each([
    ['no JSON', '{', 'GITHUB_EVENT_PATH (JSON)'],
    ['an empty file', '', 'GITHUB_EVENT_PATH (JSON)'],
    ['a list', [], 'GITHUB_EVENT_PATH (JSON)'],
    ['null', null, 'GITHUB_EVENT_PATH (JSON)'],
    ['no pull request', {}, 'pull_request'],
    ['a number that is a text', { pull_request: { ...pull, number: '7' } }, 'pull_request.number'],
    ['a number below one', { pull_request: { ...pull, number: -7 } }, 'pull_request.number'],
    ['an unknown state', { pull_request: { ...pull, state: 'draft' } }, 'pull_request.state'],
    [
      'an option for git as a commit',
      { pull_request: { ...pull, base: { ...pull.base, sha: '--upload-pack=x' } } },
      'pull_request.base.sha',
    ],
    [
      'a branch as a commit',
      { pull_request: { ...pull, head: { ...pull.head, sha: 'main' } } },
      'pull_request.head.sha',
    ],
    ['no repository', { pull_request: { ...pull, base: { sha: base } } }, 'pull_request.base.repo'],
  ])('%s', async (_, payload, part) => {
    expect(await eventOf('pull_request', payload)).toThrow(expect.objectContaining({ name: 'EventInvalid', part }))
  })

  test.each([
    ['no file is named', {}, 'GITHUB_EVENT_PATH'],
    ['the file is not there', { GITHUB_EVENT_PATH: '/nowhere/event.json' }, 'GITHUB_EVENT_PATH (ENOENT)'],
  ])('%s', (_, env, part) => {
    expect(() => readEvent({ GITHUB_EVENT_NAME: 'push', ...env })).toThrow(expect.objectContaining({ part }))
  })
})

test.each([
  ['push', 'refs/heads/main', false],
  ['schedule', 'refs/heads/main', false],
  ['workflow_dispatch', 'refs/heads/main', false],
  ['push', 'refs/pull/7/merge', true],
  ['pull_request', 'refs/pull/7/merge', true],
  ['pull_request_target', 'refs/heads/main', true],
  ['pull_request_review', 'refs/heads/main', true],
  ['pull_request_something_new', 'refs/heads/main', true],
  ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', true],
])('%s at %s is not merged yet: %s', (name, ref, unmerged) => {
  expect(isUnmerged({ GITHUB_EVENT_NAME: name, GITHUB_REF: ref })).toBe(unmerged)
})
