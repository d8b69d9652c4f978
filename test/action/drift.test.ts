import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writesIn } from '../support/disturbed.ts'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import { smallCompany } from '../support/workplace.ts'
import { market, numbersOf, scheduled, sentence, settled } from './drift-world.ts'
import { activeIn, hostile } from './inert.ts'
import { step } from './runner.ts'

/** The action `drift`, from what somebody does in the console to the issue about it, and to its end. */

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
