import { afterEach, expect, test } from 'vitest'
import { parseLock } from '../../src/core/lock-parse.ts'
import { removeTemporaryFolders } from '../support/files.ts'
import { workflowIdentity, workflowToken } from '../support/github/server.ts'
import {
  artifactOf,
  type Changes,
  type Company,
  closeCompanies,
  companies,
  directoryOf,
  type Each,
  inMatrix,
  lockOf,
  threeCompanies,
  type World,
} from './companies.ts'
import { expectOwn, expectWhole, lockCommits } from './crossed.ts'
import type { Step } from './runner.ts'

/** Several companies in one repository, from a pull request to DingTalk: each on its own, none in the way of another. */

afterEach(async () => {
  await closeCompanies()
  await removeTemporaryFolders()
})

const people = (...lines: readonly string[]) => lines.map((line) => `- {${line}}\n`).join('')
const warehouse = 'departments/仓储部/people.yaml'
const shop = 'departments/门店部/people.yaml'
const service = 'departments/客服部/people.yaml'
const liwei = 'userid: liwei, name: 李伟, mobile: "10011110001"'
const heqing = 'userid: heqing, name: 何青, mobile: "10011110002"'
const zhaomin = 'userid: zhaomin, name: 赵敏, mobile: "10022220001"'
const sunhao = 'userid: sunhao, name: 孙浩, mobile: "10022220002"'
const chenjing = 'userid: chenjing, name: 陈静, mobile: "10033330001"'
const wangjing = 'userid: wangjing, name: 王静, mobile: "10033330003"'
const linna = 'userid: linna, name: 林娜, mobile: "10033330002"'

const settings = (company: Company) => `version: 1\ncorp: dingcorp000${company}\nlanguage: en\n`
const founded = {
  a: { 'rollbook.yaml': settings('a'), [warehouse]: people(liwei) },
  b: { 'rollbook.yaml': settings('b'), [shop]: people(zhaomin) },
  c: {
    'rollbook.yaml': `${settings('c')}deletions: {users: enabled}\nprotected: {users: [linna]}\n`,
    [service]: people(chenjing, linna),
  },
}
const at = (company: Company, files: Changes): Changes =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directoryOf(company)}/${path}`, text]))
const joinerInA = at('a', { [warehouse]: people(liwei, heqing) })
const departmentInB = at('b', {
  'departments/法务部/department.yaml': 'order: 30\n',
  'departments/法务部/people.yaml': people(sunhao),
})
// Whoever leaves is taken out of the settings as well; those of the base commit protect her all the same.
const leaverInC = at('c', {
  [service]: people(chenjing),
  'rollbook.yaml': `${settings('c')}deletions: {users: enabled}\n`,
})

const codes = ({ a, b, c }: Each<Step>) => [a.code, b.code, c.code]
const applied = ({ a, b, c }: Each<Step>) => [a, b, c].map(({ outputs }) => outputs['applied'])
const modes = (world: World, number = 1) =>
  companies.map((company) => /"mode":"(\w+)"/.exec(world.comment(company, number))?.[1])
const isCommit = ({ path }: { readonly path: string }) => path === 'graphql createCommitOnBranch'

/** The checks that GitHub shows at the last commit of the pull request, by company. */
function checks({ state }: World, number = 1) {
  const head = state.pulls.find((each) => each.number === number)?.head.sha
  return companies.map(
    (company) =>
      state.checkRuns.findLast(({ name, sha }) => name === `Rollbook plan (${directoryOf(company)})` && sha === head)
        ?.conclusion,
  )
}

test('three companies in one pull request are shown, stopped, approved, applied and repeated each on its own', async () => {
  const world = await threeCompanies(founded)
  const { github, comment, comments, names } = world

  // Opened: one comment for each company, and the check of the one that a limit stops fails alone.
  const number = world.propose({ ...joinerInA, ...leaverInC })
  const opened = await inMatrix(world.plan(number))
  expect(codes(opened)).toEqual([0, 0, 1])
  expect(checks(world)).toEqual(['neutral', 'success', 'action_required'])
  expect(comment('a')).toContain('何青 joins 仓储部')
  expect(comment('b')).toContain('Nothing will change in DingTalk')
  expect(comment('c')).toContain('This change was stopped')
  const ids = comments().map(({ id }) => id)
  expect(ids).toHaveLength(3)

  // Pushed again, with the approval that the plan itself wrote and a change of the third one: the same comments.
  const { approval } = (await artifactOf(opened.c, 'plan-json-path')) as { approval: { file: string; yaml: string } }
  world.push(number, { ...departmentInB, ...at('c', { [approval.file]: approval.yaml }) })
  const again = await inMatrix(world.plan(number))
  expect(codes(again)).toEqual([0, 0, 0])
  expect(checks(world)).toEqual(['neutral', 'neutral', 'neutral'])
  expect(comments().map(({ id }) => id)).toEqual(ids)
  expect(comment('b')).toContain('孙浩 joins 法务部')
  expect(comment('c')).not.toContain('This change was stopped')
  expect([again.a.outputs['plan-hash'], again.c.outputs['plan-hash']]).toEqual([
    opened.a.outputs['plan-hash'],
    opened.c.outputs['plan-hash'],
  ])

  // Merged: all three bring their locks back at the same moment, and one DingTalk refuses in part.
  const push = world.merge(number)
  world.emulators.b.inject({ match: { operation: 'createUser' }, do: { refuse: { errcode: 60103 } } })
  github.gather(isCommit, 3)
  const merged = await inMatrix(world.apply(push))
  expect([codes(merged)[0], codes(merged)[2], applied(merged)]).toEqual([0, 0, ['1', '1', '1']])
  expect(merged.b).toMatchObject({ code: 1, outputs: { failed: '1' } })
  expect(github.requests.filter(isCommit).length).toBeGreaterThanOrEqual(5)
  expect(lockCommits(world).sort()).toEqual(companies.map(lockOf))
  expect(parseLock(world.lock('b')).resources['department']).toHaveProperty('法务部')
  expect([names('a'), names('b'), names('c')]).toEqual([['李伟', '何青'], ['赵敏'], ['陈静']])
  expect(modes(world)).toEqual(['result', 'result', 'result'])
  expect([comment('a'), comment('c')].filter((body) => body.includes('failed'))).toEqual([])
  expect(comment('b')).toContain('孙浩')

  // Repeated for the one that failed: what is left of it, and not a word to the others.
  const [calls, others] = [world.calls(), [comment('a'), comment('c')]]
  expect(await world.apply(push)('b')).toMatchObject({ code: 0, outputs: { changes: '1', applied: '1' } })
  expect(names('b')).toEqual(['赵敏', '孙浩'])
  expect(world.calls()).toEqual({ ...calls, b: expect.any(Number) })
  expect([comment('a'), comment('c')]).toEqual(others)
  expect(lockCommits(world).slice(3)).toEqual([lockOf('b')])
  expect(comments().map(({ id }) => id)).toEqual(ids)

  // The next merge is about one of them: the others have nothing to do, and ask their DingTalk nothing.
  const next = world.propose(at('a', { [warehouse]: people(`${liwei}, title: 组长`, heqing) }))
  await inMatrix(world.plan(next))
  const before = world.calls()
  const quiet = await inMatrix(world.apply(world.merge(next)))
  expect([codes(quiet), quiet.a.outputs['applied']]).toEqual([[0, 0, 0], '1'])
  expect(world.calls()).toEqual({ ...before, a: expect.any(Number) })
  expect(modes(world, next)).toEqual(['result', 'plan', 'plan'])

  await expectWhole(world)
})

test('a company whose DingTalk is down fails alone, before the merge and after it, and is made up for', async () => {
  const world = await threeCompanies(founded)
  const { emulators, comment } = world
  const down = () =>
    emulators.b.inject({ do: { refuse: { errcode: 40089, errmsg: 'refused' } }, times: Number.POSITIVE_INFINITY })
  const number = world.propose({ ...joinerInA, ...departmentInB, ...at('c', { [service]: people(linna, chenjing) }) })
  down()
  expect(codes(await inMatrix(world.plan(number)))).toEqual([0, 1, 0])
  expect(checks(world)).toEqual(['neutral', 'failure', 'success'])
  expect(comment('b')).toContain('No preview could be made this time')
  emulators.b.clearFaults()
  expect((await world.plan(number)('b')).code).toBe(0)
  expect(comment('b')).toContain('孙浩 joins 法务部')

  const push = world.merge(number)
  down()
  const before = world.lock('b')
  const merged = await inMatrix(world.apply(push))
  expect(codes(merged)).toEqual([0, 1, 0])
  expect(modes(world)).toEqual(['result', 'result', 'result'])
  expect(comment('b')).toContain('The apply broke off')
  expect([world.lock('b'), world.names('b')]).toEqual([before, ['赵敏']])
  expect([world.names('a'), world.names('c')]).toEqual([
    ['李伟', '何青'],
    ['陈静', '林娜'],
  ])
  emulators.b.clearFaults()
  expect((await world.apply(push)('b')).code).toBe(0)
  expect(world.names('b')).toEqual(['赵敏', '孙浩'])
  expect(comment('b')).not.toContain('The apply broke off')
  await expectWhole(world)
})

test('a pull request from a fork is previewed without any secret, and nothing of it is applied for having been merged', async () => {
  const world = await threeCompanies(founded)
  const { state, names } = world
  const number = world.propose({ ...joinerInA, ...leaverInC }, 'octo-guest/companies')
  const before = world.calls()
  state.tokens.set(workflowToken, { ...workflowIdentity, permissions: { pull_requests: 'read', contents: 'read' } })
  const planned = await inMatrix(world.plan(number, { noSecrets: true, inputs: { comment: 'off' } }))
  state.tokens.set(workflowToken, workflowIdentity)
  for (const company of companies) {
    const { summary, outputs } = planned[company]
    expect(summary.split('\n')[0]).toContain('Nothing was read from DingTalk, for pull requests from forks')
    expect([outputs['read'], outputs['guard']]).toEqual(['nothing', company === 'c' ? 'refused' : 'passed'])
  }
  expect(planned.a.summary).toContain('何青 joins 仓储部')
  expect([world.calls(), world.comments(), state.checkRuns]).toEqual([before, [], []])
  const merged = await inMatrix(world.apply(world.merge(number)))
  expect(codes(merged)).toEqual([1, 0, 1])
  expect(merged.a.log).toContain(`no preview on record for the last push to #${number}`)
  expect([names('a'), names('c')]).toEqual([['李伟'], ['陈静', '林娜']])
  for (const company of companies) expectOwn(world, company)
})

test('locks that are kept on a branch of their own are all there, whoever makes it first', async () => {
  const world = await threeCompanies(founded)
  const inputs = { 'lock-store': 'branch' }
  const joinerInC = at('c', { [service]: people(chenjing, linna, wangjing) })
  const number = world.propose({ ...joinerInA, ...departmentInB, ...joinerInC })
  expect(codes(await inMatrix(world.plan(number, { inputs })))).toEqual([0, 0, 0])
  const push = world.merge(number)
  world.github.gather(({ method, path }) => method === 'POST' && path.endsWith('/git/refs'), 3)
  expect(codes(await inMatrix(world.apply(push, { inputs })))).toEqual([0, 0, 0])
  expect(Object.keys(world.filesAt(world.head('dingtalk-state'))).sort()).toEqual(companies.map(lockOf))
  expect(world.head()).toBe(push.after)
  expect(parseLock(world.lock('a', 'dingtalk-state')).resources['user']).toHaveProperty('heqing')
  expect(parseLock(world.lock('b', 'dingtalk-state')).resources['user']).toHaveProperty('sunhao')
  const again = await inMatrix(world.apply(push, { inputs }))
  expect(codes(again)).toEqual([0, 0, 0])
  for (const company of companies) expectOwn(world, company)
})
