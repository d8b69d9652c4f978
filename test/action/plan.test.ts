import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import { smallCompany } from '../support/workplace.ts'
import { type Repository, startRepository } from './repository.ts'
import { pullRequest, type Step, type StepOptions, step } from './runner.ts'

/** The action `plan`, from the event to what stands in the pull request. */

const opened: Repository[] = []
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close()
  await removeTemporaryFolders()
})

type Changes = { readonly [path: string]: string | null }

const people = (...lines: readonly string[]) => lines.map((line) => `- {${line}}\n`).join('')
const zhoujie = 'userid: zhoujie, name: 周杰, mobile: "10012345673"'
const sunli = 'userid: sunli, name: 孙丽, mobile: "10012345674"'
const market = 'departments/市场部/people.yaml'
const joiner: Changes = { [market]: people(zhoujie, sunli) }

/** A pull request with these changes, and the action run for it. */
async function changed(changes: Changes = joiner, { from }: { from?: string } = {}) {
  const repository = await startRepository()
  opened.push(repository)
  const number = repository.open(await repository.push(changes), from)
  const { github } = repository
  const plan = (options: StepOptions = {}) => step(repository, 'plan', pullRequest(repository, number), options)
  return { repository, github, number, plan, bodies: () => github.state.comments.map(({ body }) => body) }
}

const ofLevel = ({ commands }: Step, level: string) => commands.filter(({ name }) => name === level)

/** Many people who join at once. */
function crowd(n: number): Changes {
  const lines = Array.from(
    { length: n },
    (_, at) => `userid: new${at}, name: 新人${at}, mobile: "1005555${String(at).padStart(4, '0')}"`,
  )
  return { [market]: people(zhoujie, ...lines) }
}

describe('the comment', () => {
  test('says what a merge would change, as do summary and outputs', async () => {
    const { plan, bodies, github, number } = await changed()
    const done = await plan()
    expect(done.code).toBe(0)
    expect(done.commands.map(({ name }) => name)).toEqual(['add-mask'])
    const [body = ''] = bodies()
    expect(bodies()).toHaveLength(1)
    expect(body.split('\n')[0]).toMatch(
      /^<!-- rollbook: \{"v":1,"env":"directory",.*"mode":"plan","truncated":false\} -->$/,
    )
    expect(body.split('\n')[1]).toBe(
      '**directory** · Compared with DingTalk as it is now; read only, nothing was changed.',
    )
    expect(body).toContain('孙丽 joins 市场部')
    expect(github.state.comments[0]).toMatchObject({ issue: number, author: { login: 'github-actions[bot]' } })
    expect(done.summary).toContain('孙丽 joins 市场部')
    expect(done.outputs).toMatchObject({ changes: '1', creates: '1', deletes: '0', guard: 'passed', read: 'dingtalk' })
    const json = JSON.parse(await readFile(done.outputs['plan-json-path'] ?? '', 'utf8'))
    expect(json).toMatchObject({ format: 'rollbook.plan/1', hash: done.outputs['plan-hash'] })
    expect(body).toContain(done.outputs['plan-hash'])
    expect(await readFile(done.outputs['summary-path'] ?? '', 'utf8')).toBe(done.summary)
  })

  test('writes nothing to DingTalk', async () => {
    const { plan, repository } = await changed()
    const before = repository.emulator.snapshot()
    await plan()
    expect(repository.emulator.snapshot()).toEqual(before)
  })

  test('is the same one after the next push, and as it was when a run is repeated', async () => {
    const { repository, github, plan } = await changed()
    await plan()
    const [first] = structuredClone(github.state.comments)
    await plan()
    expect(github.state.comments).toEqual([first])
    const head = await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    expect(github.state.comments).toHaveLength(1)
    const [comment] = github.state.comments
    expect(comment?.id).toBe(first?.id)
    expect(comment?.body).toContain(`"head":"${head}"`)
    expect(comment?.body).toContain('经理')
    expect(comment?.body).not.toContain('孙丽')
  })

  test('is in both languages where that is wanted, Chinese first, each as whole as the other', async () => {
    const { plan, bodies } = await changed()
    const done = await plan({ inputs: { language: 'both' } })
    const [zh = '', en = ''] = bodies()[0]?.split('\n---\n') ?? []
    expect(zh).toContain('孙丽 加入')
    expect(zh).toContain('Compared with DingTalk as it is now')
    expect(en).toContain('孙丽 joins 市场部')
    expect(done.log).toContain('已对照钉钉里现在的数据')
  })

  test('says clearly that nothing will change', async () => {
    const { plan, bodies } = await changed({ [market]: `# a remark\n${people(zhoujie)}` })
    const done = await plan()
    expect(done).toMatchObject({ code: 0, outputs: { changes: '0' } })
    expect(bodies()[0]).toContain('**Nothing will change in DingTalk**')
    expect(done.summary).toContain('**Nothing will change in DingTalk**')
  })

  test.each([
    ['changes-only', 0],
    ['sticky', 1],
    ['off', 0],
  ])('where nothing changes, and as %s: %d', async (comment, expected) => {
    const { plan, bodies } = await changed({ [market]: `# a remark\n${people(zhoujie)}` })
    const { code } = await plan({ inputs: { comment } })
    expect([code, bodies().length]).toEqual([0, expected])
  })

  test('as changes-only is put right when a later push takes the changes back', async () => {
    const { repository, plan, bodies } = await changed()
    await plan({ inputs: { comment: 'changes-only' } })
    await repository.push({ [market]: people(zhoujie) })
    await plan({ inputs: { comment: 'changes-only' } })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('Nothing will change in DingTalk')
  })

  test('as always-new is a new one each time, and the former ones are folded away', async () => {
    const { github, plan } = await changed()
    await plan({ inputs: { comment: 'always-new' } })
    await plan({ inputs: { comment: 'always-new' } })
    expect(github.state.comments.map(({ minimized }) => minimized)).toEqual(['OUTDATED', undefined])
  })

  test('of another company in the same pull request is left alone', async () => {
    const { repository, github, plan } = await changed()
    const other = { v: 1, env: 'corps/other', head: '0', planHash: null, truncated: false, mode: 'plan' }
    own(repository, 1, `<!-- rollbook: ${JSON.stringify(other)} -->\nother`)
    await plan()
    expect(github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual([
      'other',
      expect.stringContaining('**directory**'),
    ])
  })
})

/** A comment that our token wrote, or somebody else. */
function own(
  { github: { state } }: Repository,
  issue: number,
  body: string,
  author: object = workflowIdentity,
): number {
  const id = state.id()
  const { login, type } = { ...workflowIdentity, ...author }
  state.comments.push({ id, issue, body, author: { login, type }, created: state.now(), updated: state.now() })
  return id
}

describe('other comments', () => {
  test('of ours that match as well are folded away, and the newest is updated', async () => {
    const { repository, github, plan } = await changed()
    await plan()
    const [first] = github.state.comments
    own(repository, 1, first?.body ?? '')
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    const [older, newest] = github.state.comments
    expect(github.state.comments).toHaveLength(2)
    expect([older?.minimized, newest?.minimized]).toEqual(['OUTDATED', undefined])
    expect(newest?.body).toContain('经理')
    expect(older?.body).toBe(first?.body)
  })

  test.each([
    ['a person', { login: 'octo-guest', type: 'User' }],
    ['a person who is called nearly as we are', { login: 'github-actions', type: 'User' }],
    ['another app', { login: 'octo-app[bot]', type: 'Bot' }],
  ])('with our marker, written by %s, are texts like any other', async (_, author) => {
    const { repository, github, plan } = await changed()
    await plan()
    const [{ body: copied = '' } = {}] = github.state.comments
    github.state.comments.splice(0)
    const id = own(repository, 1, copied, author)
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    expect(github.state.comments.map((each) => [each.id === id, each.body === copied, each.minimized])).toEqual([
      [true, true, undefined],
      [false, false, undefined],
    ])
  })

  test('with our marker anywhere but on the first line do not match', async () => {
    const { repository, github, plan, bodies } = await changed()
    await plan()
    const [first = ''] = bodies()
    github.state.comments.splice(0)
    own(repository, 1, `> quoted\n${first}`)
    await plan()
    expect(bodies()).toHaveLength(2)
  })

  test('are looked through to the last page', async () => {
    const { repository, plan, bodies } = await changed()
    for (let n = 0; n < 150; n += 1) own(repository, 1, `remark ${n}`, { login: 'octo-hr', type: 'User' })
    await plan()
    await plan()
    expect(bodies()).toHaveLength(151)
  })
})

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

describe('without a credential', () => {
  test('a pull request from a fork is told in the first line that DingTalk was not read', async () => {
    const { repository, github, plan, bodies } = await changed(joiner, { from: 'octo-guest/directory' })
    github.state.tokens.set(workflowToken, {
      ...workflowIdentity,
      permissions: { pull_requests: 'read', contents: 'read' },
    })
    const calls = repository.emulator.log.length
    const done = await plan({ noSecrets: true })
    expect(done).toMatchObject({ code: 0, outputs: { read: 'nothing' } })
    expect(done.summary.split('\n')[0]).toContain('Nothing was read from DingTalk, for pull requests from forks')
    expect(done.log).toContain('Nothing was read from DingTalk')
    expect(done.summary).toContain('孙丽 joins 市场部')
    expect(ofLevel(done, 'notice').map(({ text }) => text)).toEqual([expect.stringContaining('may not comment')])
    expect(ofLevel(done, 'warning')).toEqual([])
    expect([repository.emulator.log.length, bodies()]).toEqual([calls, []])
  })

  test('a pull request of Dependabot is told so, too', async () => {
    const { plan, bodies } = await changed()
    await plan({ noSecrets: true, env: { GITHUB_ACTOR: 'dependabot[bot]' } })
    expect(bodies()[0]).toContain('pull requests of Dependabot get no secrets')
  })

  test('any other one is told which variables are missing', async () => {
    const { plan, bodies } = await changed()
    await plan({ noSecrets: true })
    expect(bodies()[0]).toContain('there is no credential (DINGTALK&#95;CLIENT&#95;ID, DINGTALK&#95;CLIENT&#95;SECRET)')
  })

  test('and without a commit to compare with, the files are only checked', async () => {
    const { repository } = await changed()
    const event = { name: 'schedule', payload: {}, env: { GITHUB_SHA: repository.base } }
    const done = await step(repository, 'plan', event, { noSecrets: true })
    expect(done).toMatchObject({ code: 0, outputs: { problems: '0', read: 'nothing' } })
    expect(done.summary).toContain('The files are fine')
  })

  test('half of one is a mistake and not the lack of one', async () => {
    const { plan } = await changed()
    const done = await plan({ env: { DINGTALK_CLIENT_SECRET: '' } })
    expect(done.code).toBe(1)
    expect(ofLevel(done, 'error').map(({ text }) => text)).toEqual([expect.stringContaining('DINGTALK_CLIENT_SECRET')])
  })
})

describe('a change that may not be', () => {
  test('is stopped: the step fails, and comment, summary and a note at the line say why', async () => {
    const { plan, bodies } = await changed({ [market]: null })
    const done = await plan()
    expect(done).toMatchObject({ code: 1, outputs: { guard: 'refused', deletes: '1' } })
    const [refusal, sentence] = ofLevel(done, 'error')
    expect(refusal?.properties['title']).toBe('deletion-plan-only')
    expect(sentence?.text).toBe(
      'A safety limit stops this; nothing was written to DingTalk. The job summary says why, and what to do.',
    )
    for (const page of [bodies()[0], done.summary]) expect(page).toContain('This change was stopped')
  })

  test('does not fail the step where fail-on leaves it out', async () => {
    const { plan } = await changed({ [market]: null })
    expect(await plan({ inputs: { 'fail-on': 'invalid' } })).toMatchObject({ code: 0, outputs: { guard: 'refused' } })
  })

  test('cannot lift its own limit: rollbook.yaml of the base commit counts', async () => {
    const settings = `${smallCompany['rollbook.yaml']}deletions: {users: enabled}\n`
    const { plan, bodies } = await changed({ [market]: null, 'rollbook.yaml': settings })
    expect(await plan()).toMatchObject({ code: 1, outputs: { guard: 'refused' } })
    expect(bodies()[0]).toContain('This change was stopped')
  })

  test('because its files have problems is told in the comment, in the place of the former preview', async () => {
    const { repository, plan, bodies } = await changed()
    await plan()
    await repository.push({ [market]: people(zhoujie, 'userid: sunli, name: 孙丽, mobil: "10012345674"') })
    const done = await plan()
    expect(done).toMatchObject({ code: 1, outputs: { problems: '1' } })
    const [problem, sentence] = ofLevel(done, 'error')
    expect(problem?.properties).toMatchObject({ file: `directory/${market}`, line: '2', title: 'unknown-field' })
    expect(sentence?.text).toContain('The files have 1 problem')
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('"planHash":null')
    expect(bodies()[0]).toContain('mobil')
    expect(bodies()[0]).not.toContain('joins')
  })

  test('with anything at all fails where fail-on says so', async () => {
    const { plan } = await changed()
    const done = await plan({ inputs: { 'fail-on': 'changes' } })
    expect([done.code, ofLevel(done, 'error').map(({ text }) => text)]).toEqual([
      1,
      ['There is something to change, and fail-on names changes.'],
    ])
  })
})

test('DingTalk that cannot be read leaves no former preview standing', async () => {
  const { repository, plan, bodies } = await changed()
  await plan()
  await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
  const done = await plan({ env: { DINGTALK_CLIENT_SECRET: 'another-secret-of-nobody' } })
  expect(done.code).toBe(1)
  expect(ofLevel(done, 'error')).toHaveLength(1)
  expect(bodies()[0]).toContain('No preview could be made this time')
  expect(bodies()[0]).not.toContain('孙丽')
})
