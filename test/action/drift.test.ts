import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { writesIn } from '../support/disturbed.ts'
import { removeTemporaryFolders, writeFiles } from '../support/files.ts'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import type { Issue } from '../support/github/state.ts'
import { smallCompany } from '../support/workplace.ts'
import { activeIn, hostile } from './inert.ts'
import { type Repository, startRepository } from './repository.ts'
import { pullRequest, type Step, type StepOptions, step, type TestEvent } from './runner.ts'

/** The action `drift`, from what somebody does in the console to the issue about it, and to its end. */

const opened: Repository[] = []
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close()
  await removeTemporaryFolders()
})

const market = 'departments/市场部/people.yaml'

const scheduled = (head: string, name = 'schedule'): TestEvent => ({
  name,
  payload: { schedule: '23 23 * * *' },
  env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: head },
})

/** A company that is as its files say, and the action run for what main is at. */
async function settled(files: { readonly [path: string]: string } = smallCompany) {
  const repository = await startRepository(files)
  opened.push(repository)
  const { emulator, github } = repository
  const { issues, branches } = github.state
  const look = (options: StepOptions = {}, event = scheduled(branches.get('main') ?? '')) =>
    step(repository, 'drift', event, options)
  /** Somebody gives 李雷 another title in the console. */
  const retitle = (title: string) => void emulator.console('updateUser', { userid: 'lilei', title })
  return { repository, emulator, github, issues, look, retitle }
}

/** An issue that our token wrote, or somebody else. */
function put({ github: { state } }: Repository, body: string, more: Partial<Issue> = {}): Issue {
  const { login, type } = workflowIdentity
  const number = Math.max(100, ...state.issues.map((issue) => issue.number)) + 1
  const issue: Issue = { number, author: { login, type }, title: 'other', body, state: 'open', labels: [], ...more }
  state.issues.push(issue)
  return issue
}

const sentence = ({ commands }: Step) => commands.filter(({ name }) => name === 'error').at(-1)?.text ?? ''
const numbersOf = (issues: readonly Issue[]) => issues.map(({ number, state }) => [number, state])

describe('files and DingTalk agree', () => {
  test('and no issue says otherwise: nothing is written anywhere', async () => {
    const { look, issues, emulator, github } = await settled()
    const before = emulator.log.length
    const done = await look()
    expect(done).toMatchObject({ code: 0, outputs: { drift: 'false', changes: '0', guard: 'passed' } })
    expect(done.outputs).not.toHaveProperty('issue-number')
    expect(done.summary).toContain('Files and DingTalk agree&#58; there is no drift')
    expect(issues).toEqual([])
    expect(github.requests.filter(({ method, path }) => method !== 'GET' && path !== 'graphql viewer')).toEqual([])
    expect([emulator.log.length > before, writesIn(emulator, before)]).toEqual([true, []])
  })

  test('again: the issue says so and is closed', async () => {
    const { look, issues, retitle } = await settled()
    retitle('总监')
    await look()
    retitle('工程师')
    const done = await look()
    expect(done).toMatchObject({ code: 0, outputs: { drift: 'false', 'issue-number': '1' } })
    expect(issues).toMatchObject([{ number: 1, state: 'closed', reason: 'completed' }])
    expect(issues[0]?.body).toContain('**Files and DingTalk agree&#58; there is no drift**')
    expect(issues[0]?.body).not.toContain('总监')
  })
})

describe('somebody changed DingTalk', () => {
  test('an issue says what was changed, where the files say otherwise, and what to do', async () => {
    const { look, issues, retitle, emulator, repository } = await settled()
    retitle('总监')
    emulator.console('deleteUser', { userid: 'zhoujie' })
    const before = emulator.snapshot()
    const calls = emulator.log.length
    const done = await look({ inputs: { label: 'drift' } })
    expect(done.code).toBe(0)
    const [{ body = '', ...issue } = {}] = issues
    expect(issue).toMatchObject({
      number: 1,
      title: 'Drift: directory and DingTalk differ',
      labels: ['drift'],
      state: 'open',
    })
    expect(body).toMatch(/^<!-- rollbook: \{"v":1,"env":"directory",.*"mode":"drift","truncated":false\} -->\n/)
    expect(body).toContain(
      `### Drift (since HEAD, commit ${repository.base.slice(0, 12)}) · 2 changed in DingTalk (1 leaving and 1 person edited)`,
    )
    expect(body).toMatch(/#### Changed in DingTalk · Leaving\n\n- 周杰 leaves 市场部/)
    expect(body).toMatch(/#### Changed in DingTalk · People edited\n\n- .*工程师.*总监/)
    const home = `https://github.com/octo-org/directory/blob/${repository.base}`
    expect(body).toContain(`(${home}/directory/departments/${encodeURIComponent('市场部')}/people.yaml#L1)`)
    expect(body).toContain('start the workflow apply by hand')
    expect(body).toContain(done.outputs['plan-hash']?.replace('sha256:', ''))
    expect(body).toContain('To accept the drift, run rollbook pull')
    expect(body).not.toContain('10012345673')
    expect(done.outputs).toMatchObject({ drift: 'true', changes: '2', 'issue-number': '1', guard: 'passed' })
    const json = JSON.parse(await readFile(done.outputs['plan-json-path'] ?? '', 'utf8'))
    expect(json).toMatchObject({ format: 'rollbook.plan/1', hash: done.outputs['plan-hash'] })
    expect([emulator.snapshot(), writesIn(emulator, calls)]).toEqual([before, []])
  })

  test('and is accepted with the branch that the issue offers: merged, both sides agree', async () => {
    const { look, issues, retitle, emulator, repository, github } = await settled()
    const { state } = github
    retitle('总监')
    emulator.console('deleteUser', { userid: 'zhoujie' })
    const calls = emulator.log.length
    const before = await readFile(join(repository.folder, 'directory/departments/研发部/people.yaml'), 'utf8')
    expect((await look()).code).toBe(0)
    const [branch = ''] = [...state.branches.keys()].filter((name) => name.startsWith('rollbook/accept-'))
    const link = `(https://github.com/octo-org/directory/compare/main...${branch}?expand=1)`
    expect(issues[0]?.body).toContain(link)
    const offered = state.commits.get(state.branches.get(branch) ?? '')
    expect(offered?.parents).toEqual([repository.base])
    expect(writesIn(emulator, calls)).toEqual([])
    // The working copy is as it was, and the same drift makes no second branch.
    expect(await readFile(join(repository.folder, 'directory/departments/研发部/people.yaml'), 'utf8')).toBe(before)
    await look()
    expect([...state.branches.keys()].filter((name) => name.startsWith('rollbook/'))).toEqual([branch])
    const was = state.commits.get(repository.base)?.files ?? {}
    const now = offered?.files ?? {}
    const changed = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((path) => was[path] !== now[path])
    expect(now['directory/rollbook.lock.json']).toBe(was['directory/rollbook.lock.json'])
    const changes = changed.map((path) => [path.slice('directory/'.length), now[path] ?? null])
    await repository.push(Object.fromEntries(changes), 'main')
    expect(await look()).toMatchObject({ code: 0, outputs: { drift: 'false' } })
    expect(issues).toMatchObject([{ number: 1, state: 'closed', reason: 'completed' }])
  })

  test('and a token that may not make a branch, or an input that wants none, leaves the issue without one', async () => {
    const { look, issues, retitle, github } = await settled()
    retitle('总监')
    const permissions = { contents: 'read', issues: 'write' } as const
    github.state.tokens.set(workflowToken, { ...workflowIdentity, permissions })
    const refused = await look()
    expect([refused.code, refused.log]).toEqual([0, expect.stringContaining('permissions: contents: write')])
    github.state.tokens.set(workflowToken, workflowIdentity)
    expect((await look({ inputs: { accept: 'none' } })).code).toBe(0)
    expect([...github.state.branches.keys()].filter((name) => name.startsWith('rollbook/'))).toEqual([])
    expect(issues).toHaveLength(1)
    expect(issues[0]?.body).not.toContain('/compare/')
  })

  test('in Chinese, English or both, as the company reads', async () => {
    const { look, issues, retitle } = await settled()
    retitle('总监')
    await look({ inputs: { language: 'zh' } })
    expect(issues[0]?.title).toBe('线下改动：directory')
    expect(issues[0]?.body).toContain('#### 钉钉里改了 · 修改资料')
    await look({ inputs: { language: 'both' } })
    expect(issues[0]?.body).toMatch(/### 线下改动[\s\S]*### Drift/)
    await look({ inputs: { language: '' } })
    expect(issues[0]?.body).toContain('#### Changed in DingTalk · People edited')
    expect(issues[0]?.body).not.toContain('线下改动')
  })

  test('and again: the same issue is brought up to date, and left as it is while nothing moves', async () => {
    const { look, issues, retitle, github } = await settled()
    retitle('总监')
    await look()
    const [first] = structuredClone(issues)
    expect(await look()).toMatchObject({ code: 0, outputs: { 'issue-number': '1' } })
    expect(issues).toEqual([first])
    expect(github.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
    if (issues[0] !== undefined) issues[0].title = 'as somebody called it'
    retitle('副总')
    await look()
    expect(issues).toMatchObject([{ number: 1, state: 'open', title: 'as somebody called it' }])
    expect(issues[0]?.body).toContain('副总')
    expect(issues[0]?.body).not.toContain('总监')
  })

  test('and is put back by an apply with the hash that the issue names: it is closed', async () => {
    const { look, issues, retitle, repository, emulator } = await settled()
    retitle('总监')
    const { outputs } = await look()
    const [, digits] = /plan&#45;hash is sha256&#58;([0-9a-f]{64})/.exec(issues[0]?.body ?? '') ?? []
    expect(`sha256:${digits}`).toBe(outputs['plan-hash'])
    const event = scheduled(repository.base, 'workflow_dispatch')
    const applied = await step(repository, 'apply', event, { inputs: { 'plan-hash': `sha256:${digits}` } })
    expect(applied).toMatchObject({ code: 0, outputs: { applied: '1' } })
    expect(emulator.snapshot().users.find(({ userid }) => userid === 'lilei')).toMatchObject({ title: '工程师' })
    await look({}, scheduled(repository.github.state.branches.get('main') ?? '', 'workflow_dispatch'))
    expect(numbersOf(issues)).toEqual([[1, 'closed']])
  })

  test('and is accepted by files that say the same: it is closed', async () => {
    const { look, issues, retitle, repository } = await settled()
    retitle('总监')
    await look()
    const path = 'departments/研发部/people.yaml'
    await repository.push({ [path]: (smallCompany[path] ?? '').replace('工程师', '总监') }, 'main')
    await look()
    expect(numbersOf(issues)).toEqual([[1, 'closed']])
  })

  test('by adding somebody whom the files never knew: that is no drift', async () => {
    const { look, issues, emulator } = await settled()
    emulator.console('createUser', { userid: 'wumin', name: '吴敏', mobile: '10012345675', dept_id_list: [1] })
    expect(await look()).toMatchObject({ code: 0, outputs: { drift: 'false' } })
    expect(issues).toEqual([])
  })

  test('such that a safety limit would stop an apply: the issue says why and how to go on', async () => {
    const { look, issues, repository } = await settled()
    await repository.push({ [market]: null }, 'main')
    const done = await look()
    expect(done).toMatchObject({ code: 0, outputs: { drift: 'true', guard: 'refused' } })
    expect(issues[0]?.body).toContain('An apply would be stopped now')
    expect(issues[0]?.body).toContain('#### Stopped')
    expect(issues[0]?.body).toContain('deal with the reasons above first')
    expect(issues[0]?.body).not.toContain('start the workflow apply')
  })

  test('with names that mean harm: they are inert in issue, summary and log', async () => {
    const people = hostile.map((_, at) => `- {userid: u${at}, name: 员工, mobile: "100555500${10 + at}", title: x}\n`)
    const { look, issues, emulator } = await settled({ ...smallCompany, [market]: people.join('') })
    for (const [at, title] of hostile.entries()) emulator.console('updateUser', { userid: `u${at}`, title })
    const done = await look()
    const pages = [issues[0]?.body ?? '', done.summary]
    for (const page of pages) expect(page).toContain('evil')
    expect(pages.map(activeIn)).toEqual([[], []])
    expect(done.commands.filter(({ name }) => !['add-mask', 'notice'].includes(name))).toEqual([])
    expect(done.log).not.toMatch(/##\[/)
  })

  test('so much that it does not fit: the issue is as long as GitHub takes, with the counts', async () => {
    const { look, issues, repository } = await settled()
    const crowd = Array.from(
      { length: 900 },
      (_, at) => `- {userid: new${at}, name: 新人${at}, mobile: "1005555${String(at).padStart(4, '0')}"}\n`,
    )
    await repository.push({ [market]: (smallCompany[market] ?? '') + crowd.join('') }, 'main')
    expect(await look({ inputs: { language: 'both' } })).toMatchObject({ code: 0, outputs: { changes: '900' } })
    const { body = '' } = issues[0] ?? {}
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('线下改动 900 处（离职 900 人）')
    expect(body).toContain('"truncated":true')
    expect(body).toContain('/actions/runs/77')
  })
})

describe('the lock says what was applied last', () => {
  /** A company whose files were applied at the commit that the lock names, with other files on main since. */
  async function merged(title: string) {
    const world = await settled()
    const { repository, github } = world
    const inputs = { 'require-review': 'false' }
    const applied = await step(repository, 'apply', scheduled(repository.base, 'workflow_dispatch'), { inputs })
    expect(applied.code).toBe(0)
    expect(
      github.state.commits.get(github.state.branches.get('main') ?? '')?.files['directory/rollbook.lock.json'],
    ).toContain(`"applied": "${repository.base}"`)
    const path = 'departments/研发部/people.yaml'
    await repository.push({ [path]: (smallCompany[path] ?? '').replace('工程师', title) }, 'main')
    return world
  }

  test('what was merged and waits for an apply is no drift: the run is silent', async () => {
    const { look, issues } = await merged('总监')
    const done = await look()
    expect(done).toMatchObject({ code: 0, outputs: { drift: 'false', changes: '1' } })
    expect(done.summary).toContain('There is no drift; below is what was changed in the files')
    expect(issues).toEqual([])
  })

  test('what DingTalk changed as well is a conflict, shown apart from drift and from what waits', async () => {
    const { look, issues, retitle, emulator } = await merged('总监')
    retitle('副总')
    emulator.console('updateUser', { userid: 'zhoujie', name: '周捷' })
    expect(await look()).toMatchObject({ code: 0, outputs: { drift: 'true' } })
    const { body = '' } = issues[0] ?? {}
    expect(body).toMatch(/#### Conflicts[\s\S]*DingTalk&#58; .*工程师 to 副总[\s\S]*Files&#58; .*工程师 to 总监/)
    expect(body.indexOf('#### Changed in DingTalk')).toBeGreaterThan(body.indexOf('#### Conflicts'))
    retitle('总监')
    emulator.console('updateUser', { userid: 'zhoujie', name: '周杰' })
    await look()
    expect(numbersOf(issues)).toEqual([[1, 'closed']])
  })

  test('a checkout without that commit fails and says what to set; the issue is as it was', async () => {
    const { look, issues, repository, github } = await merged('总监')
    const main = github.state.commits.get(github.state.branches.get('main') ?? '')
    const lock = main?.files['directory/rollbook.lock.json'] ?? ''
    await repository.push({ 'rollbook.lock.json': lock.replace(repository.base, '1'.repeat(40)) }, 'main')
    const done = await look()
    expect(done.code).toBe(1)
    expect(sentence(done)).toContain('fetch-depth: 0')
    expect(issues).toEqual([])
  })
})

describe('the issue', () => {
  test.each([
    ['a person', { login: 'octo-guest', type: 'User' }],
    ['a person who is called nearly as we are', { login: 'github-actions', type: 'User' }],
    ['another app', { login: 'octo-app[bot]', type: 'Bot' }],
  ] as const)('with our marker, written by %s, is a text like any other', async (_, author) => {
    const { look, issues, retitle, repository } = await settled()
    retitle('总监')
    await look()
    const [copied] = issues.splice(0)
    const spoofed = put(repository, copied?.body ?? '', { author })
    const before = structuredClone(spoofed)
    retitle('副总')
    await look()
    expect(issues).toHaveLength(2)
    expect(spoofed).toEqual(before)
    retitle('工程师')
    await look()
    expect(numbersOf(issues)).toEqual([
      [101, 'open'],
      [102, 'closed'],
    ])
  })

  test('that somebody closed is left alone, and a new one is opened', async () => {
    const { look, issues, retitle } = await settled()
    retitle('总监')
    await look()
    Object.assign(issues[0] ?? {}, { state: 'closed' })
    const before = structuredClone(issues[0])
    await look()
    expect(numbersOf(issues)).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
    expect(issues[0]).toEqual(before)
  })

  test('that was deleted while we looked is opened anew', async () => {
    const { look, issues, retitle, github } = await settled()
    retitle('总监')
    await look()
    retitle('副总')
    github.refuse(({ method }) => method === 'PATCH', 410, 'This issue was deleted')
    expect(await look()).toMatchObject({ code: 0, outputs: { 'issue-number': '2' } })
    expect(issues).toHaveLength(2)
  })

  test('is one: of two that match the older one is kept and the other closed', async () => {
    const { look, issues, retitle, repository } = await settled()
    retitle('总监')
    await look()
    put(repository, issues[0]?.body ?? '')
    retitle('副总')
    await look()
    expect(numbersOf(issues)).toEqual([
      [1, 'open'],
      [101, 'closed'],
    ])
    expect(issues[0]?.body).toContain('副总')
  })

  test('is found behind many others, and a pull request with its words is none', async () => {
    const { look, issues, retitle, repository, github } = await settled()
    retitle('总监')
    await look()
    for (let n = 0; n < 130; n += 1) put(repository, `remark ${n}`)
    const number = repository.open(repository.base)
    Object.assign(github.state.pulls[number - 1] ?? {}, { author: workflowIdentity })
    retitle('副总')
    expect(await look()).toMatchObject({ outputs: { 'issue-number': '1' } })
    expect(issues).toHaveLength(131)
  })

  test('is one for each company, and one that agrees closes none of another', async () => {
    const { look, issues, retitle, repository, github } = await settled()
    const other = await startRepository()
    opened.push(other)
    await writeFiles(other.folder, { 'companies/README.md': '' })
    await rename(join(other.folder, 'directory'), join(other.folder, 'companies/east'))
    const east = () =>
      step({ ...other, github }, 'drift', scheduled(repository.base), { inputs: { directory: 'companies/east' } })
    retitle('总监')
    other.emulator.console('updateUser', { userid: 'lilei', title: '经理' })
    await look()
    await east()
    expect(issues.map(({ title, body }) => [title, /经理/.test(body)])).toEqual([
      ['Drift: directory and DingTalk differ', false],
      ['Drift: companies/east and DingTalk differ', true],
    ])
    retitle('工程师')
    await look()
    await east()
    expect(numbersOf(issues)).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
  })
})

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
