import { describe, expect, test } from 'vitest'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import { smallCompany } from '../support/workplace.ts'
import { market, scheduled, sentence, settled } from './drift-world.ts'
import { pullRequest, type StepOptions } from './runner.ts'

/** Runs of the action `drift` that find nothing out, and must not pretend to. */

describe('what is no drift: the step fails with a sentence, and the issue is as it was', () => {
  type World = Awaited<ReturnType<typeof settled>>

  /** An issue is open, then something goes wrong. */
  async function failing(spoil: (world: World) => unknown, options: StepOptions = {}) {
    const world = await settled()
    world.retitle('总监')
    await world.look()
    const before = structuredClone(world.issues)
    await spoil(world)
    const done = await world.look(options)
    expect(done.code).toBe(1)
    expect(world.issues).toEqual(before)
    return { done, ...world }
  }

  test('DingTalk was not read as a whole', async () => {
    const { done } = await failing(({ emulator }) => {
      const [, department] = emulator.snapshot().departments
      emulator.state.scope = { departments: [department?.dept_id ?? 0], users: [] }
    })
    expect(sentence(done)).toContain('not read as a whole')
    expect(done.summary).toContain('may not see the whole company')
    expect(done.outputs).not.toHaveProperty('drift')
  })

  test('it is another company', async () => {
    const { done } = await failing(({ repository }) =>
      repository.push({ 'rollbook.yaml': 'version: 1\ncorp: dingcorp9999\nlanguage: en\n' }, 'main'),
    )
    expect(sentence(done)).toContain('not the company of the files')
    expect(done.summary).not.toContain('总监')
  })

  test('a call to DingTalk is refused', async () => {
    const { done } = await failing(({ emulator }) =>
      emulator.inject({ match: { operation: 'listSubDepartments' }, do: { refuse: { errcode: 60011 } }, times: 1000 }),
    )
    expect(sentence(done)).toContain('60011')
  })

  test('the files have problems', async () => {
    const { done } = await failing(({ repository }) =>
      repository.push({ [market]: '- {userid: zhoujie, mobile: "1"}\n' }, 'main'),
    )
    expect(done.outputs).toMatchObject({ problems: '1' })
    expect(sentence(done)).toContain('The files have 1 problem')
  })

  test('there is no credential', async () => {
    const { done } = await failing(() => {}, { noSecrets: true })
    expect(sentence(done)).toContain('DINGTALK_CLIENT_ID')
  })

  test('there is no token', async () => {
    const { done } = await failing(() => {}, { inputs: { 'github-token': '' } })
    expect(sentence(done)).toContain('github-token is empty')
  })

  test('the token may not read the branch', async () => {
    const { done } = await failing(({ github }) => {
      github.state.tokens.set(workflowToken, { ...workflowIdentity, permissions: { issues: 'write' } })
    })
    expect(sentence(done)).toContain('contents: read')
  })

  test.each([
    [403, 'Resource not accessible by integration', 'permissions: issues: write'],
    [401, 'Bad credentials', 'does not know this github-token'],
    [410, 'Issues has been disabled in this repository', 'has no issues'],
    [403, 'API rate limit exceeded for installation', 'too many calls'],
  ])('GitHub says %d to the issue, %s', async (status, message, expected) => {
    const { done } = await failing(({ github, retitle }) => {
      retitle('副总')
      github.refuse(({ path }) => path.includes('/issues'), status, message)
    })
    expect(sentence(done)).toContain(expected)
    expect(done.summary).toContain('副总')
    expect(done.outputs).toMatchObject({ drift: 'true' })
  })
})

test('a token without the permission opens no issue, fails and names it; what was found stands in the summary', async () => {
  const { look, issues, retitle, github } = await settled()
  const permissions = { contents: 'read', issues: 'read' } as const
  github.state.tokens.set(workflowToken, { ...workflowIdentity, permissions })
  retitle('总监')
  const done = await look()
  expect(done).toMatchObject({ code: 1, outputs: { drift: 'true' } })
  expect(sentence(done)).toContain('issues: write')
  expect(done.summary).toContain('总监')
  expect(issues).toEqual([])
})

describe('only the default branch is looked at', () => {
  test.each(['pull_request', 'pull_request_target', 'push', 'merge_group', 'issues', ''])(
    'not for the event "%s"',
    async (name) => {
      const { look, issues, retitle, emulator, repository } = await settled()
      retitle('总监')
      const calls = emulator.log.length
      const done = await look({}, scheduled(repository.base, name))
      expect(done.code).toBe(1)
      expect(sentence(done)).toContain(`for the event "${name}"`)
      expect([issues, emulator.log.length]).toEqual([[], calls])
    },
  )

  test('not for a pull request that calls itself scheduled', async () => {
    const { look, issues, repository } = await settled()
    const event = pullRequest(repository, repository.open(repository.base))
    expect((await look({}, { ...event, name: 'schedule' })).code).toBe(1)
    expect(issues).toEqual([])
  })

  test('not for another branch that somebody starts it on', async () => {
    const { look, issues, retitle } = await settled()
    retitle('总监')
    const done = await look({ env: { GITHUB_REF: 'refs/heads/trial' } })
    expect(done.code).toBe(1)
    expect(sentence(done)).toContain('Run it on main')
    expect(issues).toEqual([])
  })

  test('as it is now: a run that waited until there were newer files does nothing', async () => {
    const { look, issues, retitle, repository } = await settled()
    retitle('总监')
    await repository.push({ [market]: `# later\n${smallCompany[market]}` }, 'main')
    const done = await look({}, scheduled(repository.base))
    expect(done.code).toBe(0)
    expect(done.commands.map(({ text }) => text).join()).toContain('newer contents')
    expect(issues).toEqual([])
  })
})
