import { describe, expect, test } from 'vitest'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import { changed, crowd, market, ofLevel, own, people, zhoujie } from './plan-world.ts'
import { pullRequest, step } from './runner.ts'

/** The action `plan` where GitHub refuses, or has moved on meanwhile. */

describe('GitHub says no', () => {
  test('to commenting at all: a warning names the permission, and the preview stands in the summary', async () => {
    const { github, plan, bodies } = await changed()
    github.state.tokens.set(workflowToken, {
      ...workflowIdentity,
      permissions: { pull_requests: 'read', contents: 'read', checks: 'write' },
    })
    const done = await plan()
    expect(done.code).toBe(0)
    expect(bodies()).toEqual([])
    expect(ofLevel(done, 'warning').map(({ text }) => text)).toEqual([
      'This token may not comment; the preview is in the job summary. Give the job "permissions: pull-requests: write".',
    ])
    expect(done.summary).toContain('孙丽 joins 市场部')
  })

  test.each([
    ['a token that it does not know', 401, 'Bad credentials', 'does not know this github-token'],
    ['too many calls', 403, 'API rate limit exceeded for installation', 'too many calls'],
    ['a pull request that it does not know', 404, 'Not Found', 'no such pull request'],
  ])('because of %s: a warning says so', async (_, status, message, said) => {
    const { github, plan, bodies } = await changed()
    github.refuse(({ path }) => path.includes('/pulls/'), status, message)
    const done = await plan()
    expect([done.code, bodies()]).toEqual([0, []])
    expect(ofLevel(done, 'warning').map(({ text }) => text)).toEqual([expect.stringContaining(said)])
    expect(done.summary).toContain('孙丽 joins 市场部')
  })

  test('to a page that is too long by its own count: a shorter one is written', async () => {
    const { github, plan, bodies } = await changed(crowd(500))
    github.refuse(({ method, path }) => method === 'POST' && path.endsWith('/comments'), 422, 'body is too long', 2)
    const done = await plan()
    expect(done.code).toBe(0)
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]?.length).toBeLessThanOrEqual(30_000)
    expect(bodies()[0]).toContain('"truncated":true')
    expect(bodies()[0]).toContain('500 joining')
  })

  test('to any page: a warning says so', async () => {
    const { github, plan, bodies } = await changed()
    github.refuse(({ method, path }) => method === 'POST' && path.endsWith('/comments'), 422, 'locked', 99)
    const done = await plan()
    expect([done.code, bodies()]).toEqual([0, []])
    expect(ofLevel(done, 'warning')[0]?.text).toContain('does not take the comment')
  })

  test('for a moment only: it is asked again', async () => {
    const { github, plan, bodies } = await changed()
    github.refuse(({ path }) => path.includes('/pulls/'), 502, 'Server Error')
    const done = await plan()
    expect([done.code, ofLevel(done, 'warning'), bodies().length]).toEqual([0, [], 1])
  })

  test('to folding a comment away: it stays, and the newest is updated all the same', async () => {
    const { repository, github, plan, bodies } = await changed()
    await plan()
    own(repository, 1, bodies()[0] ?? '')
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    github.refuse(({ path }) => path === 'graphql minimizeComment', 403, 'Resource not accessible by integration')
    const done = await plan()
    expect([done.code, bodies().length]).toEqual([0, 2])
    expect(bodies()[1]).toContain('经理')
  })

  test('because the comment was deleted a moment ago: it is written anew', async () => {
    const { repository, github, plan, bodies } = await changed()
    await plan()
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    github.before(
      ({ method }) => method === 'PATCH',
      () => github.state.comments.splice(0),
    )
    const done = await plan()
    expect(done.code).toBe(0)
    expect(bodies()).toEqual([expect.stringContaining('经理')])
  })
})

describe('a pull request that has moved on', () => {
  test('to a newer push keeps the comment of that push', async () => {
    const { repository, github, number, plan, bodies } = await changed()
    const late = pullRequest(repository, number)
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    const before = bodies()
    const done = await step(repository, 'plan', late)
    expect(done.code).toBe(0)
    expect(bodies()).toEqual(before)
    expect(ofLevel(done, 'notice').map(({ text }) => text)).toEqual([expect.stringContaining('a newer push')])
    expect(github.state.comments).toHaveLength(1)
  })

  test('to being merged keeps its comment', async () => {
    const { repository, github, number, plan, bodies } = await changed()
    await plan()
    const before = bodies()
    const event = pullRequest(repository, number)
    Object.assign(github.state.pulls[0] ?? {}, { state: 'closed', merged: true })
    const done = await step(repository, 'plan', event, { inputs: { language: 'zh' } })
    expect([done.code, bodies()]).toEqual([0, before])
  })

  test('to a comment that tells the result keeps that', async () => {
    const { github, plan, bodies } = await changed()
    await plan()
    const [comment] = github.state.comments
    const result = comment?.body.replace('"mode":"plan"', '"mode":"result"') ?? ''
    Object.assign(comment ?? {}, { body: result })
    await plan({ inputs: { language: 'zh' } })
    expect(bodies()).toEqual([result])
  })

  test('and is closed is not previewed, and nothing is read', async () => {
    const { repository, github, number, plan } = await changed()
    Object.assign(github.state.pulls.find((pull) => pull.number === number) ?? {}, { state: 'closed' })
    const calls = repository.emulator.log.length
    const done = await plan()
    expect(done.code).toBe(0)
    expect(ofLevel(done, 'notice').map(({ text }) => text)).toEqual([expect.stringContaining('is closed')])
    expect([repository.emulator.log.length, github.requests.length]).toEqual([calls, 0])
  })
})
