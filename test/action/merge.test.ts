import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { parseLock } from '../../src/core/lock-parse.ts'
import { Client } from '../../src/dingtalk/client.ts'
import { removeTemporaryFolders, writeFiles } from '../support/files.ts'
import { commitTo } from '../support/github/commits.ts'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import { smallCompany } from '../support/workplace.ts'
import { type Repository, startRepository } from './repository.ts'
import { pullRequest, pushed, type StepOptions, step } from './runner.ts'

/** From the preview in a pull request to DingTalk: what was reviewed is applied, the lock goes back, all are told. */

const opened: Repository[] = []
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close()
  await removeTemporaryFolders()
})

type Changes = { readonly [path: string]: string | null }
const market = 'departments/市场部/people.yaml'
const lockFile = 'directory/rollbook.lock.json'
const people = (...lines: readonly string[]) => lines.map((line) => `- {${line}}\n`).join('')
const zhoujie = 'userid: zhoujie, name: 周杰, mobile: "10012345673"'
const sunli = 'userid: sunli, name: 孙丽, mobile: "10012345674"'
const wumin = 'userid: wumin, name: 吴敏, mobile: "10012345675"'
const joiner: Changes = { [market]: people(zhoujie, sunli) }
const department: Changes = { 'departments/法务部/department.yaml': 'order: 30\n', ...joiner }

async function world() {
  const repository = await startRepository()
  opened.push(repository)
  const { github, emulator, folder } = repository
  const { state } = github
  const head = (branch = 'main') => state.branches.get(branch) ?? ''
  const filesAt = (sha: string) => state.commits.get(sha)?.files ?? {}
  /** The working copy as a fresh checkout of a commit. */
  const checkout = async (sha: string) => {
    await rm(join(folder, 'directory'), { recursive: true })
    await writeFiles(folder, filesAt(sha))
  }
  const apply = async (after = head(), options: StepOptions & { readonly before?: string } = {}) => {
    await checkout(after)
    return step(repository, 'apply', pushed(options.before ?? repository.base, after), options)
  }
  return {
    repository,
    github,
    state,
    head,
    checkout,
    apply,
    /** A pull request that was planned; its number. */
    async propose(changes: Changes = joiner, options: StepOptions = {}) {
      const number = repository.open(await repository.push(changes))
      const planned = await step(repository, 'plan', pullRequest(repository, number), options)
      return { number, planned }
    },
    /** Merges it into main as one commit; the hash of that. */
    merge: (number: number) => repository.merge(number),
    /** Works in DingTalk as somebody at its console does. */
    async atTheConsole(work: (client: Client) => Promise<unknown>) {
      const { oapiUrl, apiUrl, clientId, clientSecret } = emulator
      const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
      await work(client).finally(() => client.close())
    },
    names: () => emulator.snapshot().users.map(({ name }) => name),
    lock: (branch = 'main') => filesAt(head(branch))[lockFile] ?? '',
    comments: () => state.comments.map(({ body }) => body),
    applies: () => state.checkRuns.filter(({ name }) => name === 'Rollbook apply (directory)'),
    /** Takes the next write for this person as refused by DingTalk. */
    refuse: () => emulator.inject({ match: { operation: 'createUser' }, do: { refuse: { errcode: 60103 } } }),
  }
}

const fails = (done: { readonly code: number | null; readonly log: string }) => {
  expect(done.code).toBe(1)
  return done.log
}

describe('a pull request that is merged', () => {
  test('is applied, the lock is committed, and the comment becomes the result', async () => {
    const { propose, merge, apply, names, lock, comments, applies, state, head } = await world()
    const { number, planned } = await propose()
    expect(planned.code).toBe(0)
    expect(comments()[0]).toContain('"mode":"plan"')
    const merged = await merge(number)
    const done = await apply()
    expect(done).toMatchObject({ code: 0, outputs: { applied: '1', 'lock-path': lockFile } })
    expect(names()).toContain('孙丽')
    expect(parseLock(lock()).resources['user']).toHaveProperty('sunli')
    expect(state.commits.get(head())).toMatchObject({
      parents: [merged],
      message: expect.stringMatching(new RegExp(`^rollbook: lock of directory .*\n\nRollbook-Applied: ${merged}\n`)),
    })
    expect(comments()).toHaveLength(1)
    expect(comments()[0]).toContain('"mode":"result"')
    expect(applies()).toMatchObject([{ sha: merged, conclusion: 'success' }])
  })

  test('goes on after a failure by running it again, with what is left and nothing else', async () => {
    const { propose, merge, apply, names, refuse, comments, applies, lock } = await world()
    const merged = await merge((await propose(department)).number)
    refuse()
    expect(fails(await apply())).toContain('run it again')
    expect(parseLock(lock()).resources['department']).toHaveProperty('法务部')
    expect(comments()[0]).toContain('"mode":"result"')
    expect(names()).not.toContain('孙丽')
    expect(await apply(merged)).toMatchObject({ code: 0, outputs: { changes: '1', applied: '1' } })
    expect(names()).toContain('孙丽')
    expect(applies().map(({ conclusion }) => conclusion)).toEqual(['failure', 'success'])
    expect(comments()).toHaveLength(1)
  })

  test('is applied together with one whose run failed, and both are told', async () => {
    const { propose, merge, apply, names, refuse, state } = await world()
    await merge((await propose()).number)
    refuse()
    fails(await apply())
    await merge((await propose({ [market]: people(zhoujie, sunli, wumin) })).number)
    expect(await apply()).toMatchObject({ code: 0, outputs: { applied: '2' } })
    expect(names()).toEqual(expect.arrayContaining(['孙丽', '吴敏']))
    const results = state.comments.filter(({ body }) => body.includes('"mode":"result"'))
    expect(results.map(({ issue }) => issue).sort()).toEqual([1, 2])
  })

  test('is told nothing where it had nothing to say and asked to be left alone then', async () => {
    const { propose, merge, apply, comments } = await world()
    const inputs = { comment: 'changes-only' }
    await merge((await propose({ [market]: `# 1F\n${people(zhoujie)}` }, { inputs })).number)
    expect(await apply(undefined, { inputs })).toMatchObject({ code: 0, outputs: { changes: '0' } })
    expect(comments()).toEqual([])
  })

  test('is done when somebody did it by hand meanwhile', async () => {
    const { propose, merge, apply, atTheConsole } = await world()
    const title = '- {userid: zhoujie, name: 周杰, title: 顾问}\n'
    await merge((await propose({ [market]: title })).number)
    await atTheConsole((client) => client.call('updateUser', { userid: 'zhoujie', title: '顾问' }))
    expect(await apply()).toMatchObject({ code: 0, outputs: { changes: '0' } })
  })
})

describe('what nobody has reviewed is not written', () => {
  test('a change at the console since the preview stops everything, and dispatching its hash goes on', async () => {
    const { propose, merge, apply, names, atTheConsole, comments, repository, head, lock, checkout } = await world()
    await merge((await propose()).number)
    const before = lock()
    await atTheConsole((client) => client.call('updateUser', { userid: 'lilei', title: '总监' }))
    const stopped = await apply()
    expect(fails(stopped)).toMatch(/nobody has reviewed .*李雷.*Since the preview something changed/)
    expect([names().includes('孙丽'), lock()]).toEqual([false, before])
    expect(comments()[0]).toContain('nobody has reviewed what would change about 李雷')
    const { 'plan-hash': hash = '' } = stopped.outputs
    await checkout(head())
    const event = { name: 'workflow_dispatch', payload: {}, env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: head() } }
    const dispatched = (planHash: string) => step(repository, 'apply', event, { inputs: { 'plan-hash': planHash } })
    expect(fails(await dispatched(`sha256:${'0'.repeat(64)}`))).toContain('not the one that was reviewed')
    expect(await dispatched(hash)).toMatchObject({ code: 0, outputs: { applied: '2' } })
    expect(names()).toContain('孙丽')
  })

  test('a plan that was dispatched and failed is run again with the same hash', async () => {
    const { repository, apply, names, refuse, head, checkout } = await world()
    await repository.push(department, 'main')
    const { 'plan-hash': hash = '' } = (await apply()).outputs
    const event = { name: 'workflow_dispatch', payload: {}, env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: head() } }
    const dispatch = async () => {
      await checkout(event.env.GITHUB_SHA)
      return step(repository, 'apply', event, { inputs: { 'plan-hash': hash } })
    }
    refuse()
    fails(await dispatch())
    expect(await dispatch()).toMatchObject({ code: 0, outputs: { changes: '1', applied: '1' } })
    expect(names()).toContain('孙丽')
  })

  test('a push without a pull request', async () => {
    const { repository, apply, names } = await world()
    await repository.push(joiner, 'main')
    expect(fails(await apply())).toContain('No pull request was merged since the last apply')
    expect(names()).not.toContain('孙丽')
    expect(await apply(undefined, { inputs: { 'require-review': 'false' } })).toMatchObject({ code: 0 })
    expect(names()).toContain('孙丽')
  })

  test('a pull request whose last push has no preview', async () => {
    const { propose, repository, merge, apply, names } = await world()
    const { number } = await propose()
    await repository.push({ [market]: people(zhoujie, sunli, wumin) })
    await merge(number)
    expect(fails(await apply())).toContain('no preview on record for the last push to #1')
    expect(names()).not.toContain('孙丽')
  })

  test('a preview that another app recorded', async () => {
    const { propose, merge, apply, names, state } = await world()
    const { number } = await propose()
    for (const run of state.checkRuns) Object.assign(run, { app: 4711 })
    await merge(number)
    expect(fails(await apply())).toContain('no preview on record')
    expect(names()).not.toContain('孙丽')
  })

  test('what an apply did is not done again because of its review', async () => {
    const { propose, merge, apply, atTheConsole, repository } = await world()
    const title = '- {userid: zhoujie, name: 周杰, title: 顾问}\n'
    await merge((await propose({ [market]: title })).number)
    expect(await apply()).toMatchObject({ code: 0 })
    await atTheConsole((client) => client.call('updateUser', { userid: 'zhoujie', title: '总监' }))
    await repository.push({ 'departments/市场部/department.yaml': 'order: 30\n' }, 'main')
    expect(fails(await apply())).toContain('周杰')
  })

  test('a pull request that edits the lock fails, and its preview is not recorded', async () => {
    const { propose, merge, apply, state, names } = await world()
    const empty = '{\n  "corp": "dingcorp0001",\n  "format": "rollbook.lock/1",\n  "resources": {}\n}\n'
    const { number, planned } = await propose({ ...joiner, 'rollbook.lock.json': empty })
    expect(fails(planned)).toContain('This pull request changes the lock')
    expect(planned.commands).toContainEqual(
      expect.objectContaining({ name: 'error', properties: expect.objectContaining({ file: lockFile }) }),
    )
    expect(state.checkRuns).toEqual([])
    await merge(number)
    fails(await apply())
    expect(names()).not.toContain('孙丽')
  })

  test('another branch than the default one', async () => {
    const { propose, repository, names, state } = await world()
    await propose()
    const sha = state.branches.get('change') ?? ''
    const event = { name: 'workflow_dispatch', payload: {}, env: { GITHUB_REF: 'refs/heads/change', GITHUB_SHA: sha } }
    const hash = { 'plan-hash': `sha256:${'0'.repeat(64)}` }
    expect(fails(await step(repository, 'apply', event, { inputs: hash }))).toContain('Only what is on the branch main')
    expect(names()).not.toContain('孙丽')
  })
})

describe('the lock goes back', () => {
  const isCommit = ({ path }: { readonly path: string }) => path === 'graphql createCommitOnBranch'

  test.each([1, 5])('when the branch moves %i times meanwhile', async (times) => {
    const { propose, merge, apply, github, state, head, lock } = await world()
    await merge((await propose()).number)
    for (let n = 0; n < times; n++)
      github.before(isCommit, () => {
        const files = { ...state.commits.get(head())?.files, 'README.md': `${n}\n` }
        commitTo(state, 'main', { files, message: 'meanwhile', author: 'octo-hr' })
      })
    expect(await apply()).toMatchObject({ code: 0 })
    expect(parseLock(lock()).resources['user']).toHaveProperty('sunli')
    expect(state.commits.get(head())?.files['README.md']).toBe(`${times - 1}\n`)
  })

  test('to a state branch, from which plan and apply take it', async () => {
    const { propose, merge, apply, lock, names, state } = await world()
    const inputs = { 'lock-store': 'branch' }
    const first = lock()
    const merged = await merge((await propose(department, { inputs })).number)
    expect(await apply(merged, { inputs })).toMatchObject({ code: 0 })
    expect([lock(), parseLock(lock('dingtalk-state')).resources['user']]).toEqual([
      first,
      expect.objectContaining({ sunli: expect.anything() }),
    ])
    const kept = lock('dingtalk-state')
    const leaver = {
      [market]: people(zhoujie),
      'rollbook.yaml': `${smallCompany['rollbook.yaml']}deletions: {users: enabled}\n`,
    }
    const settled = state.branches.get('main') ?? ''
    const { number, planned } = await propose(leaver, { inputs: { ...inputs, base: '' } })
    expect(planned.outputs).toMatchObject({ deletes: '1' })
    expect(kept).toContain('sunli')
    expect([number, settled]).toEqual([2, merged])
    expect(names()).toContain('孙丽')
  })

  test('or the step fails, says what to do, and names the file', async () => {
    const { propose, merge, apply, github, names, applies } = await world()
    await merge((await propose()).number)
    github.refuse(isCommit, 200, 'Repository rule violations found: changes must be made through a pull request')
    const done = await apply()
    expect(fails(done)).toMatch(/lock-store: branch.*lock-path/s)
    expect(done.outputs).toMatchObject({ applied: '1', 'lock-path': lockFile })
    expect(names()).toContain('孙丽')
    expect(applies()).toMatchObject([{ conclusion: 'failure' }])
  })

  test('with a token of its own, where one is given', async () => {
    const { propose, merge, apply, state, head } = await world()
    state.tokens.set(workflowToken, {
      ...workflowIdentity,
      permissions: { checks: 'write', pull_requests: 'write', issues: 'write', contents: 'read' },
    })
    const token = 'ghs_fakeAppToken000000000000000000000000'
    state.tokens.set(token, { login: 'octo-lock[bot]', type: 'Bot', app: 99, permissions: { contents: 'write' } })
    await merge((await propose()).number)
    expect(await apply(undefined, { inputs: { 'lock-token': token } })).toMatchObject({ code: 0 })
    expect(state.commits.get(head())?.author).toBe('octo-lock[bot]')
  })

  test('and the push of it starts nothing', async () => {
    const { propose, merge, apply, head, github, applies, repository } = await world()
    const merged = await merge((await propose()).number)
    await apply()
    const from = repository.emulator.log.length
    const done = await apply(head(), { before: merged })
    expect(done).toMatchObject({ code: 0 })
    expect(done.log).toContain('nothing but the lock')
    expect([repository.emulator.log.length, applies().length]).toEqual([from, 1])
    expect(github.requests.filter(isCommit)).toHaveLength(1)
  })
})

describe('a run whose turn is over', () => {
  test('because main has newer files does nothing', async () => {
    const { propose, merge, apply, names } = await world()
    const first = await merge((await propose()).number)
    await merge((await propose({ [market]: people(zhoujie, wumin) })).number)
    const done = await apply(first)
    expect([done.code, names().includes('孙丽')]).toEqual([0, false])
    expect(done.log).toContain('The branch has newer contents')
    expect(await apply()).toMatchObject({ code: 0, outputs: { applied: '1' } })
    expect(names()).toContain('吴敏')
  })

  test('because nothing changed since the last apply does nothing', async () => {
    const { propose, merge, apply } = await world()
    const merged = await merge((await propose()).number)
    await apply()
    const done = await apply(merged)
    expect([done.code, done.log]).toEqual([0, expect.stringContaining('have not changed since the last apply')])
  })
})

test.each([
  ['checks', 'checks: write'],
  ['contents', 'contents: write'],
] as const)('a token without the permission %s is told, and nothing is written', async (name, told) => {
  const { propose, merge, apply, state, names } = await world()
  await merge((await propose()).number)
  const { [name]: _, ...permissions } = workflowIdentity.permissions
  state.tokens.set(workflowToken, { ...workflowIdentity, permissions })
  expect(fails(await apply())).toContain(told)
  expect(names()).not.toContain('孙丽')
})
