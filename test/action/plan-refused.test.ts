import { describe, expect, test } from 'vitest'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import { smallCompany } from '../support/workplace.ts'
import { changed, joiner, market, ofLevel, people, zhoujie } from './plan-world.ts'
import { step } from './runner.ts'

/** The action `plan` without a credential, and for changes that may not be. */

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
