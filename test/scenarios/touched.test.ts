import { afterEach, describe, expect, test } from 'vitest'
import type { Change } from '../../src/core/model.ts'
import { type Company, startCompany } from '../support/company.ts'
import type { FileTree } from '../support/files.ts'
import { organisationFiles } from '../support/organisation.ts'
import { replaceFiles, repository } from '../support/repository.ts'

/** `--base`: only what the files changed is read, in a handful of calls, and nothing else can change. */

const open: Company[] = []
afterEach(async () => {
  for (const company of open.splice(0)) await company.close()
})

const settings = [
  'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'deletions: {users: enabled, departments: enabled, roles: enabled}\n',
].join('')
const person = (userid: string, name: string, number: number, more = '') =>
  `- {userid: ${userid}, name: ${name}, mobile: "100${String(number).padStart(8, '0')}"${more}}\n`
const files: FileTree = {
  'rollbook.yaml': settings,
  'departments/研发部/people.yaml': person('lilei', '李雷', 1, ', title: 工程师') + person('hanmei', '韩梅', 2),
  'departments/市场部/people.yaml': person('zhoujie', '周杰', 3),
  'departments/行政部/people.yaml': person('wuyi', '吴一', 4),
  'departments/行政部/前台/people.yaml': person('zhenger', '郑二', 5),
  'roles/岗位.yaml': 'roles:\n- {name: 会计, members: [zhoujie]}\n- {name: 出纳, members: [wuyi]}\n',
}
const TOUCHED = { base: 'HEAD', refresh: 'touched' } as const
const brief = ({ action, ref }: Change) => `${action} ${ref.kind} ${ref.key}`

/** A company that was applied to the end and committed. */
async function settled(tree: FileTree = files, seed?: number): Promise<Company> {
  const company = await startCompany({ files: tree, ...(seed !== undefined && { emulator: { seed } }) })
  open.push(company)
  for (let n = 0; n < 2; n++) expect((await company.apply()).end).toBe('done')
  repository(company.folder)
  return company
}

describe('how much is read', () => {
  const change: FileTree = {
    'departments/研发部/people.yaml': person('lilei', '李雷', 1, ', title: 架构师') + person('hanmei', '韩梅', 2),
    'departments/市场部/people.yaml': person('zhoujie', '周杰', 3) + person('joiner', '王五', 6),
    'departments/研发部/后端组/department.yaml': 'order: 10\n',
  }

  test('the calls are the same among 100 people and among 5,000', async () => {
    const counted: number[] = []
    for (const seed of [100, 5000]) {
      const company = await settled(files, seed)
      await company.edit(change)
      const { plan, stats } = await company.plan(TOUCHED)
      expect([plan.refresh, plan.changes.map(brief)]).toEqual([
        'touched',
        ['create department 研发部/后端组', 'create user joiner', 'update user lilei'],
      ])
      counted.push(stats.total)
    }
    expect(new Set(counted).size).toBe(1)
    expect(counted[0]).toBeLessThanOrEqual(12)
  }, 120_000)

  test('the calls are the same in a directory of 36 people and in one of 360', async () => {
    const counted: number[] = []
    for (const people of [36, 360]) {
      const tree = organisationFiles({ people, seed: 3 })
      const company = await settled(tree)
      const path = Object.keys(tree).find((name) => name.endsWith('people.yaml')) ?? ''
      await company.edit({ [path]: (tree[path] ?? '').replace(/^ {2}work_place: .*$/m, '  work_place: 北京') })
      const { plan, stats } = await company.plan(TOUCHED)
      expect([plan.refresh, plan.changes.map(({ action }) => action)]).toEqual(['touched', ['update']])
      counted.push(stats.total)
    }
    expect(new Set(counted).size).toBe(1)
  }, 120_000)

  test('nothing changed: nothing to do, and next to nothing is asked', async () => {
    const company = await settled()
    const { plan, stats } = await company.plan(TOUCHED)
    expect([plan.refresh, plan.changes, plan.complete]).toEqual(['touched', [], true])
    expect(stats.total).toBeLessThanOrEqual(4)
  })

  test('where most of the company is touched, all of it is read', async () => {
    const company = await settled(organisationFiles({ people: 36, seed: 3 }))
    await replaceFiles(company.folder, organisationFiles({ people: 36, seed: 4 }))
    expect((await company.plan(TOUCHED)).plan.refresh).toBe('full')
  })
})

describe('what can change', () => {
  test('an edit in DingTalk beside the change is left alone, by the plan, the apply and the lock', async () => {
    const company = await settled()
    company.emulator.console('updateUser', { userid: 'zhoujie', title: '控制台' })
    await company.edit({ 'departments/行政部/people.yaml': person('wuyi', '吴一', 4, ', title: 主任') })
    const before = JSON.parse(await company.lock()).resources
    const { outcomes } = await company.apply(TOUCHED)
    expect(outcomes.map(({ change }) => brief(change))).toEqual(['update user wuyi'])
    expect(JSON.parse(await company.lock()).resources.user.zhoujie).toEqual(before.user.zhoujie)
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('who is gone in DingTalk and touched is added again; who is gone beside the change is not', async () => {
    const company = await settled()
    for (const userid of ['lilei', 'zhenger']) company.emulator.console('deleteUser', { userid })
    await company.edit({
      'departments/研发部/people.yaml': person('lilei', '李雷', 1, ', title: 总监') + person('hanmei', '韩梅', 2),
    })
    const { plan } = await company.plan(TOUCHED)
    expect(plan.changes.map(brief)).toEqual(['create user lilei'])
    expect(plan.reading.proof.gone).toEqual([{ kind: 'user', key: 'lilei' }])
  })

  test('what the base commit has and no apply has made is made with the change that names it, and only that', async () => {
    const company = await settled()
    await company.edit({
      'departments/新部/department.yaml': 'order: 5\n',
      'departments/别部/department.yaml': 'order: 6\n',
    })
    const git = repository(company.folder)
    expect(git('status', '--porcelain')).toBe('')
    await company.edit({ 'departments/新部/people.yaml': person('joiner', '王五', 6) })
    expect((await company.plan(TOUCHED)).plan.changes.map(brief)).toEqual([
      'create department 新部',
      'create user joiner',
    ])
  })

  test('a department that is new in the files and already in DingTalk is adopted, not made twice', async () => {
    const company = await settled()
    company.emulator.console('createDepartment', { name: '新部', parent_id: 1 })
    await company.edit({ 'departments/新部/department.yaml': 'order: 5\n' })
    const { plan } = await company.plan(TOUCHED)
    expect(plan.adopted.map(({ ref }) => ref)).toContainEqual({ kind: 'department', key: '新部' })
    expect(plan.changes.map(({ action }) => action)).toEqual(['update'])
  })
})

describe('what is refused', () => {
  test('a department that would be dissolved and holds somebody who is not ours', async () => {
    const company = await settled()
    const { 市场部: market } = JSON.parse(await company.lock()).resources.department
    company.emulator.console('createUser', {
      userid: 'guest',
      name: '访客',
      mobile: '10000000099',
      dept_id_list: [Number(market.id)],
    })
    await replaceFiles(company.folder, {
      ...Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('市场部'))),
      'departments/行政部/people.yaml': person('wuyi', '吴一', 4) + person('zhoujie', '周杰', 3),
    })
    const { plan } = await company.plan(TOUCHED)
    expect(plan.changes.map(brief)).toEqual(['move user zhoujie', 'delete department 市场部'])
    expect(plan.refusals.map(({ code }) => code)).toEqual(['unmanaged-below'])
  })

  test('a lock that gives one department the id of another', async () => {
    const company = await settled()
    const lock = await company.lock()
    const { 市场部: market, 行政部: office } = JSON.parse(lock).resources.department
    await company.edit({
      'rollbook.lock.json': lock
        .replace(`"市场部": {"id":"${market.id}"`, `"市场部": {"id":"${office.id}"`)
        .replace(`"行政部": {"id":"${office.id}"`, `"行政部": {"id":"${market.id}"`),
      'departments/市场部/department.yaml': 'order: 77\n',
    })
    const { plan } = await company.plan(TOUCHED)
    expect(plan.refusals.map(({ code }) => code)).toContain('lock-contradicted')
  })

  test('limits count the whole company, as in a plan that reads it', async () => {
    const limited = `${settings}limits: {users.change: {floor: 0, percent: 20, ceiling: 100}}\n`
    const company = await settled({ ...files, 'rollbook.yaml': limited })
    const edited = (title: string) => ({
      'departments/研发部/people.yaml':
        person('lilei', '李雷', 1, `, title: ${title}`) + person('hanmei', '韩梅', 2, ', title: 助理'),
    })
    await company.edit(edited('工程师'))
    expect((await company.plan(TOUCHED)).plan.refusals).toEqual([])
    await company.edit(edited('总监'))
    const [full, narrow] = [await company.plan(), await company.plan(TOUCHED)]
    expect(full.plan.refusals.map(({ limit }) => limit?.managed)).toEqual([5])
    expect(narrow.plan.refusals).toEqual(full.plan.refusals)
  })

  test('an app that sees only a part of the company', async () => {
    const company = await settled()
    company.emulator.inject({ match: { operation: 'getUser' }, do: { refuse: { errcode: 50002 } } })
    await company.edit({ 'departments/市场部/people.yaml': person('zhoujie', '周杰', 3, ', title: 销售') })
    const { plan } = await company.plan(TOUCHED)
    expect([plan.complete, plan.reading.gaps.map(({ code }) => code)]).toEqual([false, ['scope']])
  })
})
