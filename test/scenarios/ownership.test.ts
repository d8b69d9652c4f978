import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { InvalidDirectory } from '../../src/core/problem.ts'
import type { EmulatorOptions, Snapshot } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { type Company, startCompany } from '../support/company.ts'
import type { FileTree } from '../support/files.ts'
import { heldIn } from '../support/held.ts'

/**
 * What is not in the files stays as it is, in a company that was there before we came: snapshots of the whole company
 * before and after prove it. And what is ours stays the same resource through renames, moves, swaps and a lost lock.
 */

const open: Company[] = []
afterEach(async () => {
  for (const company of open.splice(0)) await company.close()
})

async function start(files: FileTree, emulator: EmulatorOptions = {}): Promise<Company> {
  const company = await startCompany({ files, emulator })
  open.push(company)
  return company
}

const living = (files: FileTree) => start(files, { seed: 500 })

const settings = 'version: 1\ncorp: dingcorp0001\nlanguage: en\n'
const enabled = `${settings}deletions: {users: enabled, departments: enabled, roles: enabled}\n`

async function replaceFiles(company: Company, files: FileTree): Promise<void> {
  for (const name of ['departments', 'roles']) await rm(join(company.folder, name), { recursive: true, force: true })
  await company.edit(files)
}

/** Applies, and expects that it went well and that a second plan is empty. */
async function settled(company: Company) {
  const applied = await company.apply()
  expect(applied.plan.refusals).toEqual([])
  expect(applied.outcomes.filter(({ status }) => status !== 'applied')).toEqual([])
  expect(applied.end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])
  return applied
}

const brief = (changes: Awaited<ReturnType<Company['plan']>>['plan']['changes']) =>
  changes.map(({ action, ref, temporary }) => `${temporary ? 'make room: ' : ''}${action} ${ref.kind} ${ref.key}`)

/** The snapshot without the named departments, roles and groups (by name) and people, also as members of roles. */
function others(
  snapshot: Snapshot,
  named: { departments?: readonly string[]; people?: readonly string[]; roles?: readonly string[] } = {},
): Snapshot {
  const { departments = [], people = [], roles = [] } = named
  return {
    ...snapshot,
    departments: snapshot.departments.filter(({ name }) => !departments.includes(name)),
    users: snapshot.users.filter(({ userid }) => !people.includes(userid)),
    roles: snapshot.roles
      .filter(({ name }) => !roles.includes(name))
      .map((role) => ({
        ...role,
        members: Object.fromEntries(Object.entries(role.members).filter(([userid]) => !people.includes(userid))),
      })),
    groups: snapshot.groups.filter(({ name }) => !roles.includes(name)),
  }
}

function department(snapshot: Snapshot, name: string) {
  const found = snapshot.departments.filter((entry) => entry.name === name)
  expect(found).toHaveLength(1)
  return found[0] as Snapshot['departments'][number]
}

function person(snapshot: Snapshot, userid: string) {
  return snapshot.users.find((user) => user.userid === userid)
}

describe('in a company of 500 people that was there before', () => {
  test.each([
    ['no folders at all', { 'rollbook.yaml': settings }],
    ['folders with nothing in them', { 'departments/README.md': '', 'roles/README.md': '' }],
  ])('files that manage nothing (%s) change nothing', async (_, files) => {
    const company = await living(files)
    const before = company.emulator.snapshot()
    const { plan } = await settled(company)
    expect(plan.changes).toEqual([])
    expect(plan.unmanaged.length).toBeGreaterThan(500)
    expect(company.emulator.snapshot()).toEqual(before)
  })

  test('one new department with one new person adds those two, and nothing else is different', async () => {
    const company = await living({
      'rollbook.yaml': settings,
      'departments/实验室/department.yaml': 'managers: [xinren]\n',
      'departments/实验室/xinren.yaml': 'userid: xinren\nname: 新人\nmobile: "10000000001"\n',
    })
    const before = company.emulator.snapshot()
    await settled(company)
    const after = company.emulator.snapshot()
    expect(others(after, { departments: ['实验室'], people: ['xinren'] })).toEqual(before)
    expect(department(after, '实验室').managers).toEqual(['xinren'])
  })

  test('one adopted department with two of its twelve people: only what the files state is different', async () => {
    const company = await living({
      'rollbook.yaml': settings,
      'departments/研发1部/people.yaml':
        '- {userid: u000002, title: 首席工程师, name: 改名}\n- {userid: u000003, name: 原名}\n',
    })
    const before = company.emulator.snapshot()
    await settled(company)
    const after = company.emulator.snapshot()
    const named = { departments: ['研发1部'], people: ['u000002', 'u000003'] }
    expect(others(after, named)).toEqual(others(before, named))
    expect(department(after, '研发1部')).toEqual({
      ...department(before, '研发1部'),
      source_identifier: 'rollbook:研发1部',
    })
    expect(person(after, 'u000002')).toEqual({ ...person(before, 'u000002'), title: '首席工程师', name: '改名' })
    expect(person(after, 'u000003')).toEqual({ ...person(before, 'u000003'), name: '原名' })
  })

  test('an adopted person with a second department keeps it while "also" is not stated', async () => {
    const company = await living({ 'rollbook.yaml': settings })
    const two = company.emulator.snapshot().users.filter(({ departments }) => departments.length === 2)
    const [user] = two
    if (user === undefined) throw new Error('the seed has nobody in two departments')
    const { departments } = company.emulator.snapshot()
    const path = (id: number): string => {
      const found = departments.find(({ dept_id }) => dept_id === id)
      return found?.parent_id === undefined ? 'departments' : `${path(found.parent_id)}/${found.name}`
    }
    await company.edit({ [`${path(user.main)}/one.yaml`]: `userid: ${user.userid}\nname: 改名\n` })
    const before = company.emulator.snapshot()
    await settled(company)
    expect(person(company.emulator.snapshot(), user.userid)).toEqual({ ...person(before, user.userid), name: '改名' })
  })

  test('a new role for two adopted people: other roles, groups and people stay', async () => {
    const company = await living({
      'rollbook.yaml': settings,
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n- {userid: u000003, name: 乙}\n',
      'roles/项目.yaml': 'roles:\n- {name: 评审, members: [u000002, {userid: u000003, scope: [研发1部]}]}\n',
    })
    const before = company.emulator.snapshot()
    await settled(company)
    const after = company.emulator.snapshot()
    const named = { departments: ['研发1部'], people: ['u000002', 'u000003'], roles: ['项目', '评审'] }
    expect(others(after, named)).toEqual(others(before, named))
    expect(heldIn(after).roles['项目/评审']).toEqual({ u000002: null, u000003: ['研发1部'] })
  })

  test('an adopted role: the members it had stay, because a list written for the first time removes nobody', async () => {
    const company = await living({
      'rollbook.yaml': enabled,
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n',
      'roles/岗位.yaml': 'roles:\n- {name: 安全员, members: [u000002]}\n',
    })
    const before = heldIn(company.emulator.snapshot())
    const { plan } = await company.apply()
    expect(plan.kept.map(({ ref, field }) => [ref.key, field])).toContainEqual(['岗位/安全员', 'members'])
    const after = heldIn(company.emulator.snapshot())
    expect(after.roles).toEqual({
      ...before.roles,
      '岗位/安全员': { ...before.roles['岗位/安全员'], u000002: null },
    })
    // They stay: the second plan is empty. Whoever gets the role later in the console loses it again.
    const second = (await company.plan()).plan
    expect(second.changes).toEqual([])
    expect(second.kept).toEqual(plan.kept.filter(({ field }) => field === 'members'))
    const role = company.emulator.snapshot().roles.find(({ name }) => name === '安全员')
    company.emulator.console('addRolesForEmployees', { roleIds: [role?.id ?? 0], userIds: ['u000004'] })
    expect((await company.plan()).plan.changes[0]?.patch).toMatchObject([{ op: 'remove' }])
  })

  test('what a list kept stays kept when it comes under management itself, and when its folder is renamed', async () => {
    const company = await living({
      'rollbook.yaml': enabled,
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n',
      'departments/实验室/department.yaml': 'hide_dept: true\ndept_permits: []\n',
      'roles/岗位.yaml': 'roles:\n- {name: 安全员, members: [u000002]}\n',
    })
    const { departments } = company.emulator.snapshot()
    company.emulator.console('createDepartment', { name: '实验室', parent_id: 1 })
    const lab = department(company.emulator.snapshot(), '实验室').dept_id
    const market = departments.find(({ name }) => name === '市场2部')?.dept_id ?? 0
    company.emulator.console('updateDepartment', { dept_id: lab, hide_dept: true, dept_permits: [market] })
    await settled(company)
    const before = heldIn(company.emulator.snapshot()).roles['岗位/安全员']
    expect(Object.keys(before ?? {})).toContain('u000001')

    await company.edit({
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n- {userid: u000001, name: 乙}\n',
      'departments/市场2部/department.yaml': 'order: 5\n',
    })
    await settled(company)
    await replaceFiles(company, {
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n- {userid: u000001, name: 乙}\n',
      'departments/市场部/department.yaml': 'previously: [市场2部]\norder: 5\n',
      'departments/实验室/department.yaml': 'hide_dept: true\ndept_permits: []\n',
      'roles/岗位.yaml': 'roles:\n- {name: 安全员, members: [u000002]}\n',
    })
    await settled(company)
    const after = company.emulator.snapshot()
    expect(heldIn(after).roles['岗位/安全员']).toEqual(before)
    expect(department(after, '实验室').dept_permits).toEqual([market])
  })

  test('only what the lock lists is ever deleted: removed files of adopted and of made ones, and nobody else', async () => {
    const company = await living({
      'rollbook.yaml': enabled,
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n- {userid: u000003, name: 乙}\n',
      'departments/实验室/people.yaml': '- {userid: xinren, name: 新人, mobile: "10000000001"}\n',
      'roles/项目.yaml': 'roles:\n- {name: 评审, members: [u000002]}\n',
    })
    await settled(company)
    const before = company.emulator.snapshot()
    await replaceFiles(company, {
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual([
      'delete role 项目/评审',
      'delete user u000003',
      'delete user xinren',
      'delete department 实验室',
    ])
    const after = company.emulator.snapshot()
    const named = { departments: ['实验室', '研发1部'], people: ['u000002', 'u000003', 'xinren'], roles: ['评审'] }
    expect(others(after, named)).toEqual(others(before, named))
    // A person who is gone heads nothing and manages nobody; here that touches nobody else.
    expect(department(after, '研发1部')).toEqual(department(before, '研发1部'))
    expect([person(after, 'u000003'), person(after, 'xinren')]).toEqual([undefined, undefined])
    expect(plan.left).toEqual([{ kind: 'role-group', key: '项目' }])
    expect(await company.lock()).not.toMatch(/xinren|u000003|评审|实验室/)
  })

  test('without leave to delete, removed files are refused, by name, and nothing is written', async () => {
    const company = await living({
      'rollbook.yaml': settings,
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n- {userid: u000003, name: 乙}\n',
    })
    await settled(company)
    const [before, lock] = [company.emulator.snapshot(), await company.lock()]
    await replaceFiles(company, { 'departments/README.md': '' })
    const { end, plan } = await company.apply()
    expect(end).toBe('refused')
    expect(plan.refusals.map(({ code }) => code)).toEqual([
      'empty-desired',
      'deletion-plan-only',
      'deletion-plan-only',
      'unmanaged-below',
    ])
    expect(plan.refusals.flatMap(({ refs }) => refs.map(({ key }) => key))).toEqual([
      'u000002',
      'u000003',
      '研发1部',
      '研发1部',
    ])
    expect([company.emulator.snapshot(), await company.lock()]).toEqual([before, lock])
  })

  test('a department that others keep people or departments in is not dissolved', async () => {
    const company = await living({ 'rollbook.yaml': enabled, 'departments/研发1部/department.yaml': 'order: 7\n' })
    await settled(company)
    const before = company.emulator.snapshot()
    await replaceFiles(company, { 'departments/实验室/department.yaml': '' })
    const { end, plan } = await company.apply()
    expect(end).toBe('refused')
    expect(plan.refusals.map(({ code }) => code)).toEqual(['unmanaged-below'])
    expect(company.emulator.snapshot()).toEqual(before)
  })

  test('a department in which others have people is refused by DingTalk, and they stay', async () => {
    const company = await living({ 'rollbook.yaml': enabled })
    const { departments } = company.emulator.snapshot()
    const leaf = departments.find(({ dept_id }) => departments.every(({ parent_id }) => parent_id !== dept_id))
    const parent = departments.find(({ dept_id }) => dept_id === leaf?.parent_id)
    const above = departments.find(({ dept_id }) => dept_id === parent?.parent_id)
    const path = [above, parent, leaf].flatMap((entry) => (entry?.parent_id === undefined ? [] : entry.name)).join('/')
    await company.edit({ [`departments/${path}/department.yaml`]: 'order: 7\n' })
    await settled(company)
    const before = company.emulator.snapshot()
    await replaceFiles(company, { 'departments/实验室/department.yaml': '' })
    expect((await company.apply()).end).toBe('incomplete')
    const after = company.emulator.snapshot()
    expect(others(after, { departments: ['实验室'] })).toEqual(before)
  })

  test('roles of the Default group are neither changed nor listed, whatever else happens to roles', async () => {
    const company = await living({
      'rollbook.yaml': enabled,
      'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n',
      'roles/项目.yaml': 'roles:\n- {name: 主管, members: [u000002]}\n',
    })
    const before = company.emulator.snapshot().roles.filter(({ system }) => system !== undefined)
    const { plan } = await settled(company)
    expect(plan.unmanaged.filter(({ kind }) => kind.startsWith('role')).map(({ name }) => name)).not.toContain('默认')
    await replaceFiles(company, { 'departments/研发1部/people.yaml': '- {userid: u000002, name: 甲}\n' })
    expect(brief((await settled(company)).plan.changes)).toEqual(['delete role 项目/主管'])
    expect(company.emulator.snapshot().roles.filter(({ system }) => system !== undefined)).toEqual(before)
  })
})

/** A small company of ours, with a department whose folder says nothing but its name. */
const ours: FileTree = {
  'rollbook.yaml': enabled,
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [lilei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10000000002"}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", manager_userid: lilei}\n',
  ].join('\n'),
  'departments/研发部/后端组/people.yaml':
    '- {userid: zhaoqiang, name: 赵强, mobile: "10000000004", also: [{department: 市场部, title: 顾问, order: 7}]}\n',
  'departments/市场部/department.yaml': 'order: 30\n',
  'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10000000005"}\n',
  'roles/岗位.yaml': 'roles:\n- {name: 会计, members: [hanmeimei]}\n- {name: 出纳, members: [zhoujie]}\n',
}

/** Department ids by path of names. */
function idsByPath(company: Company): { readonly [path: string]: number } {
  const { departments } = company.emulator.snapshot()
  const path = (id: number): string => {
    const found = departments.find(({ dept_id }) => dept_id === id)
    return found?.parent_id === undefined ? '' : `${path(found.parent_id)}/${found.name}`
  }
  return Object.fromEntries(departments.map(({ dept_id }) => [path(dept_id), dept_id]))
}

describe('the lock', () => {
  const forgetLock = ({ folder }: Company) => rm(join(folder, LOCK_FILE))

  test('when it is lost everything is adopted again: nothing is created, changed or deleted', async () => {
    const company = await start(ours)
    await settled(company)
    const [before, lock] = [company.emulator.snapshot(), await company.lock()]
    await forgetLock(company)
    const { plan } = await settled(company)
    expect(plan.changes).toEqual([])
    const count = (kind: string) => plan.adopted.filter(({ ref }) => ref.kind === kind).length
    const kinds = ['department', 'user', 'department-settings', 'role-group', 'role']
    expect(kinds.map(count)).toEqual([3, 4, 1, 1, 2])
    expect(company.emulator.snapshot()).toEqual(before)
    // What was sent where DingTalk may not show it is not to be had back.
    const withoutSent = (text: string) => text.replaceAll(/,"sent":\{[^}]*\}/g, '')
    expect(withoutSent(await company.lock())).toBe(withoutSent(lock))
  })

  test('when it is lost while files are gone, what they named is left alone', async () => {
    const company = await start(ours)
    await settled(company)
    const before = company.emulator.snapshot()
    await forgetLock(company)
    const { 'departments/市场部/people.yaml': _people, 'roles/岗位.yaml': _roles, ...rest } = ours
    await replaceFiles(company, rest)
    const { plan } = await settled(company)
    expect(plan.changes).toEqual([])
    expect(company.emulator.snapshot()).toEqual(before)
    expect(await company.lock()).not.toMatch(/zhoujie|会计/)
  })

  test('when it is lost after a folder was renamed, the marker still tells which department it is', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    await forgetLock(company)
    await replaceFiles(company, {
      ...ours,
      'departments/市场部/department.yaml': 'name: 品牌部\norder: 30\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department 市场部'])
    expect(idsByPath(company)['/品牌部']).toBe(before['/市场部'])
  })

  test('of another company is refused, by the name in it, and by ids that do not exist here', async () => {
    const company = await start(ours)
    await settled(company)
    const lock = await company.lock()
    const other = await start(ours, { corp: 'dingcorp0002' })
    for (const [text, corp, message] of [
      [lock, 'dingcorp0002', /lock was written for dingcorp0001/],
      [lock.replace('"dingcorp0001"', 'null'), null, /nothing that the lock lists exists/],
      [lock, 'dingcorp0001', /does not belong to the company dingcorp0001/],
    ] as const) {
      await other.edit({
        [LOCK_FILE]: text,
        'rollbook.yaml': corp === null ? 'version: 1\n' : `version: 1\ncorp: ${corp}\n`,
      })
      const before = other.emulator.snapshot()
      const { end, plan } = await other.apply()
      expect(end).toBe('refused')
      expect(plan.refusals.find(({ code }) => code === 'wrong-company')?.message).toMatch(message)
      expect(other.emulator.snapshot()).toEqual(before)
      expect(await other.lock()).toBe(text)
    }
  })

  test.each([
    ['of an unresolved merge', (lock: string) => lock.replace('{\n', '{\n<<<<<<< ours\n'), /merge conflict/],
    ['cut off', (lock: string) => lock.slice(0, -20), /not JSON/],
    ['of a later version', (lock: string) => lock.replace('lock/1', 'lock/2'), /format/],
    ['with a strange entry', (lock: string) => lock.replace('"id"', '"ID"'), /another shape/],
    [
      'in which two departments are one',
      (lock: string) => {
        const { department } = JSON.parse(lock).resources
        return lock.replace(department['市场部'].id, department['研发部'].id)
      },
      /have the same id/,
    ],
  ])('%s stops the run before anything is read or written', async (_, spoil, message) => {
    const company = await start(ours)
    await settled(company)
    await company.edit({ [LOCK_FILE]: spoil(await company.lock()) })
    const calls = company.emulator.log.length
    await expect(company.apply()).rejects.toThrow(message)
    expect(company.emulator.log).toHaveLength(calls)
  })
})

describe('adoption', () => {
  test('never overwrites the mark that another system left on a department', async () => {
    const company = await start(
      {
        'rollbook.yaml': settings,
        'departments/财务部/department.yaml': 'order: 77\n',
        'departments/人力资源部/department.yaml': 'order: 78\n',
      },
      { seed: 'demo' },
    )
    await settled(company)
    const after = company.emulator.snapshot()
    expect(department(after, '财务部')).toMatchObject({ source_identifier: 'erp-finance-001', order: '77' })
    expect(department(after, '人力资源部')).toMatchObject({ source_identifier: 'rollbook:人力资源部', order: '78' })

    await replaceFiles(company, {
      'departments/资金部/department.yaml': 'previously: [财务部]\norder: 77\n',
      'departments/人力资源部/department.yaml': 'order: 78\n',
    })
    await settled(company)
    expect(department(company.emulator.snapshot(), '资金部')).toMatchObject({ source_identifier: 'erp-finance-001' })
  })

  test('takes the whole demo company over without a change but our marks', async () => {
    const company = await start({ 'rollbook.yaml': settings }, { seed: 'demo' })
    const before = company.emulator.snapshot()
    const paths = Object.entries(idsByPath(company)).filter(([path]) => path !== '')
    const files: Record<string, string> = {}
    for (const [path, id] of paths) {
      const people = before.users.filter(({ main }) => main === id)
      const lines = people.map(({ userid, name, title }) => `- {userid: ${userid}, name: ${name}, title: ${title}}\n`)
      files[`departments${path}/department.yaml`] =
        `managers: [${before.departments.find(({ dept_id }) => dept_id === id)?.managers}]\n`
      if (lines.length > 0) files[`departments${path}/people.yaml`] = lines.join('')
    }
    await company.edit(files)
    await settled(company)
    const unmarked = (snapshot: Snapshot) => ({
      ...snapshot,
      departments: snapshot.departments.map(({ source_identifier: _mark, ...rest }) => rest),
    })
    expect(unmarked(company.emulator.snapshot())).toEqual(unmarked(before))
  })
})

describe('renames and moves', () => {
  test('a renamed folder keeps its dept_id, its people and its chat, and so do folders below it', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/技术中心/department.yaml': 'order: 10\nmanagers: [lilei]\n',
      'departments/技术中心/people.yaml': ours['departments/研发部/people.yaml'] ?? '',
      'departments/技术中心/后端组/people.yaml': ours['departments/研发部/后端组/people.yaml'] ?? '',
      'departments/市场部/department.yaml': 'order: 30\n',
      'departments/市场部/people.yaml': ours['departments/市场部/people.yaml'] ?? '',
      'roles/岗位.yaml': ours['roles/岗位.yaml'] ?? '',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department 技术中心', 'update department 技术中心/后端组'])
    expect(idsByPath(company)).toEqual({
      '': 1,
      '/市场部': before['/市场部'],
      '/技术中心': before['/研发部'],
      '/技术中心/后端组': before['/研发部/后端组'],
    })
  })

  test('a folder that is moved and renamed at once keeps its dept_id', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    const { 'departments/研发部/后端组/people.yaml': people = '', ...rest } = ours
    await replaceFiles(company, {
      ...rest,
      'departments/市场部/平台组/people.yaml': people.replace('市场部', '研发部'),
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['move department 市场部/平台组', 'update user zhaoqiang'])
    expect(idsByPath(company)['/市场部/平台组']).toBe(before['/研发部/后端组'])
  })

  test('a renamed folder without people or sub-departments needs "previously"', async () => {
    const files = { 'rollbook.yaml': enabled, 'departments/甲部/department.yaml': 'order: 5\n' }
    const company = await start(files)
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, { 'departments/乙部/department.yaml': 'previously: [甲部]\norder: 5\n' })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department 乙部'])
    expect(idsByPath(company)).toEqual({ '': 1, '/乙部': before['/甲部'] })
  })

  test('two siblings with keys of their own swap their names, by way of a temporary one', async () => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲部/department.yaml': 'key: a\norder: 1\n',
      'departments/乙部/department.yaml': 'key: b\norder: 2\n',
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/甲部/department.yaml': 'key: b\norder: 2\n',
      'departments/乙部/department.yaml': 'key: a\norder: 1\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual([
      'make room: update department a',
      'update department b',
      'update department a',
    ])
    expect(idsByPath(company)).toEqual({ '': 1, '/甲部': before['/乙部'], '/乙部': before['/甲部'] })
  })

  test.each([1, 2, 3])('a swap of names that stops after %i steps goes on from there', async (steps) => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲部/department.yaml': 'key: a\norder: 1\n',
      'departments/乙部/department.yaml': 'key: b\norder: 2\n',
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/甲部/department.yaml': 'key: b\norder: 2\n',
      'departments/乙部/department.yaml': 'key: a\norder: 1\n',
    })
    let asked = 0
    await company.apply({ stopped: () => asked++ === steps })
    await settled(company)
    expect(idsByPath(company)).toEqual({ '': 1, '/甲部': before['/乙部'], '/乙部': before['/甲部'] })
  })

  test('a role takes the name that another one gives up in the same change: both keep their ids', async () => {
    const company = await start(ours)
    await settled(company)
    const ids = () =>
      Object.fromEntries(
        company.emulator.snapshot().roles.flatMap(({ id, name, system }) => (system ? [] : [[name, id]])),
      )
    const before = ids()
    await company.edit({
      'roles/岗位.yaml': [
        'roles:',
        '- {name: 主办会计, previously: [会计], members: [hanmeimei]}',
        '- {name: 会计, previously: [出纳], members: [zhoujie]}\n',
      ].join('\n'),
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update role 岗位/主办会计', 'update role 岗位/会计'])
    expect(ids()).toEqual({ 主办会计: before['会计'], 会计: before['出纳'] })
  })

  test.each([true, false])(
    'a department takes the name that another one gives up: both keep their ids (marker readable: %s)',
    async (sourceIdentifierReadable) => {
      const company = await start(
        {
          'rollbook.yaml': enabled,
          'departments/甲部/department.yaml': 'order: 1\n',
          'departments/乙部/department.yaml': 'order: 2\n',
        },
        { switches: { sourceIdentifierReadable } },
      )
      await settled(company)
      const before = idsByPath(company)
      await replaceFiles(company, {
        'departments/丙部/department.yaml': 'previously: [甲部]\norder: 1\n',
        'departments/甲部/department.yaml': 'previously: [乙部]\norder: 2\n',
      })
      await settled(company)
      expect(idsByPath(company)).toEqual({ '': 1, '/丙部': before['/甲部'], '/甲部': before['/乙部'] })
    },
  )

  test('two roles exchange their members when their names are exchanged in the file: nothing is made or removed', async () => {
    const company = await start(ours)
    await settled(company)
    const before = company.emulator.snapshot().roles.map(({ id, name }) => [id, name])
    await company.edit({
      'roles/岗位.yaml': 'roles:\n- {name: 出纳, members: [hanmeimei]}\n- {name: 会计, members: [zhoujie]}\n',
    })
    await settled(company)
    expect(company.emulator.snapshot().roles.map(({ id, name }) => [id, name])).toEqual(before)
    expect(heldIn(company.emulator.snapshot()).roles).toMatchObject({
      '岗位/会计': { zhoujie: null },
      '岗位/出纳': { hanmeimei: null },
    })
  })

  test('when two departments fit a new folder, the plan stops at the file and asks', async () => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲部/people.yaml': '- {userid: lilei, name: 李雷, mobile: "10000000002", also: [乙部]}\n',
      'departments/乙部/people.yaml': '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", also: [甲部]}\n',
    })
    await settled(company)
    const before = company.emulator.snapshot()
    await replaceFiles(company, {
      'departments/丙部/people.yaml': [
        '- {userid: lilei, name: 李雷, mobile: "10000000002", also: []}',
        '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", also: []}\n',
      ].join('\n'),
    })
    const failure = await company.apply().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(InvalidDirectory)
    expect((failure as InvalidDirectory).problems).toMatchObject([
      { code: 'ambiguous-rename', file: 'departments/丙部', hint: expect.stringContaining('previously') },
    ])
    expect(company.emulator.snapshot()).toEqual(before)

    await company.edit({ 'departments/丙部/department.yaml': 'previously: [甲部]\n' })
    const ids = idsByPath(company)
    await settled(company)
    expect(idsByPath(company)).toEqual({ '': 1, '/丙部': ids['/甲部'] })
  })
})

describe('a person whose file is gone', () => {
  const leaving = `${enabled}departed: {move_to: 离职}\n`

  test('is moved into the department of the departed, not deleted, and stays there', async () => {
    const company = await start({
      ...ours,
      'rollbook.yaml': leaving,
      'departments/离职/department.yaml': 'order: 99\n',
    })
    await settled(company)
    const before = company.emulator.snapshot()
    await replaceFiles(company, {
      ...ours,
      'rollbook.yaml': leaving,
      'departments/离职/department.yaml': 'order: 99\n',
      'departments/研发部/后端组/people.yaml': '- {userid: xinren, name: 新人, mobile: "10000000009"}\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['create user xinren', 'move user zhaoqiang'])
    const after = company.emulator.snapshot()
    const grave = department(after, '离职').dept_id
    expect(person(after, 'zhaoqiang')).toMatchObject({ departments: [grave], main: grave, name: '赵强' })
    expect(after.users).toHaveLength(before.users.length + 1)
  })
})

describe('what a file leaves out of a person stays', () => {
  /** u000060: two departments, an order in the first, a title in the second, an extension and a hired date. */
  const userid = 'u000060'

  async function withPerson(lines: string, emulator: EmulatorOptions = {}, elsewhere?: string) {
    const company = await start({ 'rollbook.yaml': settings }, { seed: 500, ...emulator })
    const { departments, users } = company.emulator.snapshot()
    const path = (id: number | undefined): string => {
      const found = departments.find(({ dept_id }) => dept_id === id)
      return found?.parent_id === undefined ? 'departments' : `${path(found.parent_id)}/${found.name}`
    }
    const main = users.find((user) => user.userid === userid)?.main
    await company.edit({ [`${elsewhere ?? path(main)}/one.yaml`]: `userid: ${userid}\nname: 改名\n${lines}` })
    company.emulator.console('updateUser', {
      userid,
      senior_mode: true,
      hide_mobile: true,
      telephone: '60',
      extension: { 工位: 'A-060', 爱好: '旅游' },
    })
    return company
  }

  const everything: readonly (readonly [string, string, object])[] = [
    ['only the name', '', {}],
    ['a title', 'title: 首席\n', { title: '首席' }],
    ['a cleared work place', 'work_place: null\n', { work_place: '' }],
    ['the head of somebody', 'manager_userid: null\n', { manager_userid: undefined }],
  ]
  describe.each([
    ['with multiple positions', {}],
    ['without multiple positions', { multiplePositions: false }],
    ['where unset fields are left out', { unsetFields: 'omitted', hidesUnsetOrder: true }],
  ] as const)('%s', (_, switches) => {
    test.each(everything)('while the file states %s', async (_, lines, changed) => {
      const company = await withPerson(lines, { switches })
      const before = company.emulator.snapshot()
      await settled(company)
      const after = company.emulator.snapshot()
      expect(person(after, userid)).toEqual({ ...person(before, userid), name: '改名', ...changed })
      const marks = after.departments.filter(({ source_identifier }) => source_identifier).map(({ name }) => name)
      const named = { departments: marks, people: [userid] }
      expect(others(after, named)).toEqual(others(before, named))
    })

    test('while the file states an order in the main department: order and title in the other one stay', async () => {
      const company = await withPerson('order: 5\n', { switches })
      const before = person(company.emulator.snapshot(), userid)
      await settled(company)
      const after = person(company.emulator.snapshot(), userid)
      const [main = '', other = ''] = [
        String(before?.main),
        String(before?.departments.find((id) => id !== before.main)),
      ]
      expect(after?.memberships[main]?.order).toBe('5')
      expect(after?.memberships[other]?.title).toBe(before?.memberships[other]?.title)
      expect(after).toMatchObject({ main: before?.main, departments: before?.departments, senior: true })
    })

    test('while the file moves to another folder: only the main department is another one', async () => {
      const company = await withPerson('', { switches }, 'departments/实验室')
      const before = person(company.emulator.snapshot(), userid)
      await settled(company)
      const after = person(company.emulator.snapshot(), userid)
      const lab = department(company.emulator.snapshot(), '实验室').dept_id
      expect(after?.departments).toContain(lab)
      if (!('multiplePositions' in switches)) {
        const other = Number(before?.departments.find((id) => id !== before.main))
        expect(after).toMatchObject({ main: lab, departments: [lab, other] })
        expect(after?.memberships[other]).toEqual(before?.memberships[other])
      }
      expect(after).toMatchObject({ senior: true, telephone: '60', extension: before?.extension })
    })
  })

  test('while the file states one custom field: the others stay at the first apply', async () => {
    const company = await withPerson('extension: {工位: B-1}\n')
    const before = person(company.emulator.snapshot(), userid)
    const { end, plan } = await company.apply()
    expect([end, plan.kept]).toEqual([
      'done',
      [{ ref: { kind: 'user', key: userid }, field: 'extension', members: ['爱好'] }],
    ])
    expect(person(company.emulator.snapshot(), userid)).toEqual({
      ...before,
      name: '改名',
      extension: { 工位: 'B-1', 爱好: '旅游' },
    })
  })

  test('while the file exchanges main and further department: order and title in each stay', async () => {
    const company = await start({ ...ours })
    await settled(company)
    const before = person(company.emulator.snapshot(), 'zhaoqiang')
    const { 'departments/研发部/后端组/people.yaml': _, ...rest } = ours
    await replaceFiles(company, {
      ...rest,
      'departments/研发部/后端组/department.yaml': '',
      'departments/市场部/zhao.yaml': 'userid: zhaoqiang\nname: 赵强\nalso: [研发部/后端组]\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['move user zhaoqiang'])
    const after = person(company.emulator.snapshot(), 'zhaoqiang')
    expect(after).toMatchObject({ main: idsByPath(company)['/市场部'], memberships: before?.memberships ?? {} })
  })

  test('a mobile that the app may not read is neither compared nor replaced', async () => {
    const company = await withPerson('mobile: "10000009999"\n')
    company.emulator.state.missingPermissions.add('employee mobile number')
    const before = person(company.emulator.snapshot(), userid)
    const { plan } = await settled(company)
    expect(brief(plan.changes).filter((change) => change.includes('user'))).toEqual([`update user ${userid}`])
    expect(person(company.emulator.snapshot(), userid)).toEqual({ ...before, name: '改名' })
  })

  test('a field that the app may not read is written once, and then taken to be what was sent', async () => {
    const company = await withPerson('email: neu@example.com\n')
    company.emulator.state.missingPermissions.add('mail and other profile information')
    await settled(company)
    expect(person(company.emulator.snapshot(), userid)?.email).toBe('neu@example.com')
    expect(await company.lock()).not.toContain('neu@example.com')
  })
})

describe('somebody who leaves', () => {
  const grave = { 'departments/离职/department.yaml': 'order: 99\n' }
  const without: FileTree = {
    ...ours,
    ...grave,
    'departments/研发部/后端组/people.yaml': '- {userid: xinren, name: 新人, mobile: "10000000009"}\n',
  }

  test.each([
    ['plan-only', `${settings}departed: {move_to: 离职}\n`, 'deletion-plan-only'],
    [
      'above the limit',
      `${enabled}departed: {move_to: 离职}\nlimits: {users.remove: {floor: 0, percent: 0}}\n`,
      'limit-exceeded',
    ],
  ])('is not moved into the department of the departed either while that is %s', async (_, text, code) => {
    const company = await start({ ...ours, ...grave })
    await settled(company)
    await replaceFiles(company, { ...without, 'rollbook.yaml': text })
    const [before, lock] = [company.emulator.snapshot(), await company.lock()]
    const { end, plan } = await company.apply()
    expect(end).toBe('refused')
    expect(plan.refusals.map((refusal) => [refusal.code, refusal.refs.map(({ key }) => key)])).toEqual([
      [code, ['zhaoqiang']],
    ])
    expect([company.emulator.snapshot(), await company.lock()]).toEqual([before, lock])
  })

  test('leaves every department, also those that no file stated', async () => {
    const departed = `${enabled}departed: {move_to: 离职}\n`
    const company = await start({ ...ours, ...grave, 'rollbook.yaml': departed })
    await settled(company)
    const ids = idsByPath(company)
    company.emulator.console('updateUser', {
      userid: 'hanmeimei',
      dept_id_list: [ids['/研发部'], ids['/市场部']].map(Number),
    })
    await replaceFiles(company, {
      ...ours,
      ...grave,
      'rollbook.yaml': departed,
      'departments/研发部/people.yaml': '- {userid: lilei, name: 李雷}\n',
      'roles/岗位.yaml': 'roles:\n- {name: 会计, members: []}\n- {name: 出纳, members: [zhoujie]}\n',
    })
    const { plan } = await settled(company)
    expect(plan.kept).toEqual([])
    expect(heldIn(company.emulator.snapshot()).people['hanmeimei']).toMatchObject({
      main: '离职',
      departments: ['离职'],
    })
  })

  test('and comes back: the file moves the person out of the department of the departed again', async () => {
    const company = await start({ ...ours, ...grave, 'rollbook.yaml': `${enabled}departed: {move_to: 离职}\n` })
    await settled(company)
    const before = heldIn(company.emulator.snapshot()).people['zhaoqiang']
    await replaceFiles(company, { ...without, 'rollbook.yaml': `${enabled}departed: {move_to: 离职}\n` })
    await settled(company)
    expect(heldIn(company.emulator.snapshot()).people['zhaoqiang']).toMatchObject({ departments: ['离职'] })
    await replaceFiles(company, { ...ours, ...grave, 'rollbook.yaml': `${enabled}departed: {move_to: 离职}\n` })
    await settled(company)
    expect(heldIn(company.emulator.snapshot()).people['zhaoqiang']).toMatchObject({
      main: '研发部/后端组',
      departments: Object(before).departments,
    })
  })

  test('is deleted where nothing else is said, and their roles and headships go with them', async () => {
    const company = await start(ours)
    await settled(company)
    await replaceFiles(company, {
      ...ours,
      'departments/研发部/department.yaml': 'order: 10\nmanagers: []\n',
      'departments/研发部/people.yaml': '- {userid: lilei, name: 李雷, mobile: "10000000002"}\n',
      'roles/岗位.yaml': 'roles:\n- {name: 会计, members: []}\n- {name: 出纳, members: [zhoujie]}\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toContain('delete user hanmeimei')
    expect(person(company.emulator.snapshot(), 'hanmeimei')).toBeUndefined()
    expect(department(company.emulator.snapshot(), '研发部').managers).toEqual([])
  })
})

test('the file of a protected person cannot be removed while the settings name them', async () => {
  const company = await start({ ...ours, 'rollbook.yaml': `${enabled}protected: {users: [zhaoqiang]}\n` })
  await settled(company)
  const before = company.emulator.snapshot()
  await company.edit({
    'departments/研发部/后端组/people.yaml': '- {userid: xinren, name: 新人, mobile: "10000000009"}\n',
  })
  await expect(company.apply()).rejects.toThrow(InvalidDirectory)
  expect(company.emulator.snapshot()).toEqual(before)
})

test.each([
  ['not stated', ''],
  ['stated for the first time', ', also: []'],
])('a dissolved department lets go of people who were in it besides their own ("also" is %s)', async (_, also) => {
  const company = await start(ours)
  await settled(company)
  const ids = idsByPath(company)
  const both = [ids['/研发部'], ids['/市场部']]
  company.emulator.console('updateUser', { userid: 'lilei', dept_id_list: both.map(Number) })
  const { 'departments/市场部/department.yaml': _department, 'departments/市场部/people.yaml': _people, ...rest } = ours
  await replaceFiles(company, {
    ...rest,
    'departments/研发部/people.yaml': [
      `- {userid: lilei, name: 李雷, mobile: "10000000002"${also}}`,
      '- {userid: zhoujie, name: 周杰}\n',
    ].join('\n'),
    'departments/研发部/后端组/people.yaml': '- {userid: zhaoqiang, name: 赵强, also: []}\n',
    'roles/岗位.yaml': 'roles:\n- {name: 会计, members: []}\n- {name: 出纳, members: [zhoujie]}\n',
  })
  await settled(company)
  expect(idsByPath(company)).toEqual({ '': 1, '/研发部': ids['/研发部'], '/研发部/后端组': ids['/研发部/后端组'] })
  expect(heldIn(company.emulator.snapshot()).people['lilei']).toMatchObject({ departments: ['研发部'] })
})

describe('a mobile that goes from one person to another', () => {
  const limits = 'limits: {users.replace: {floor: 5}, users.remove: {floor: 5}}\n'
  const one = '- {userid: lilei, name: 李雷, mobile: "10000000001", email: lilei@example.com}\n'
  const two = '- {userid: zhoujie, name: 周杰, mobile: "10000000002", email: zhoujie@example.com}\n'
  const file = 'departments/people.yaml'

  async function begin() {
    const company = await start({ 'rollbook.yaml': enabled + limits, [file]: one + two })
    await settled(company)
    return company
  }

  test.each([
    [
      'who gets another userid',
      two + one.replace('lilei, name', 'li-lei, name'),
      ['delete user lilei', 'create user li-lei'],
    ],
    [
      'who joins while the other one leaves',
      two + one.replace('lilei, name: 李雷', 'xinren, name: 新人').replace('lilei@', 'xinren@'),
      ['delete user lilei', 'create user xinren'],
    ],
    [
      'who stays while the other one leaves',
      two.replace('10000000002"', '10000000001", replace: mobile'),
      ['delete user lilei', 'replace user zhoujie'],
    ],
    [
      'while the other one gets a new one',
      one.replace('10000000001"', '10000000002", replace: mobile') +
        two.replace('10000000002"', '10000000003", replace: mobile'),
      ['replace user zhoujie', 'replace user lilei'],
    ],
  ])('%s is free when it is needed', async (_, people, changes) => {
    const company = await begin()
    await company.edit({ [file]: people })
    expect(brief((await settled(company)).plan.changes)).toEqual(changes)
  })

  test('and back is nothing that DingTalk can do: nobody is deleted, and nobody loses anything', async () => {
    const company = await begin()
    const before = company.emulator.snapshot()
    await company.edit({
      [file]:
        one.replace('10000000001"', '10000000002", replace: mobile') +
        two.replace('10000000002"', '10000000001", replace: mobile'),
    })
    expect((await company.apply()).end).toBe('incomplete')
    expect(company.emulator.snapshot()).toEqual(before)
  })
})

describe('departments that change places', () => {
  const [a, b] = ['key: a\norder: 1\n', 'key: b\norder: 2\n']

  test('a parent and its child: both keep their ids', async () => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲/department.yaml': a,
      'departments/甲/乙/department.yaml': b,
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, { 'departments/乙/department.yaml': b, 'departments/乙/甲/department.yaml': a })
    await settled(company)
    expect(idsByPath(company)).toEqual({ '': 1, '/乙': before['/甲/乙'], '/乙/甲': before['/甲'] })
  })

  test('a parent and its child exchange only their names', async () => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲/department.yaml': a,
      'departments/甲/乙/department.yaml': b,
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, { 'departments/乙/department.yaml': a, 'departments/乙/甲/department.yaml': b })
    await settled(company)
    expect(idsByPath(company)).toEqual({ '': 1, '/乙': before['/甲'], '/乙/甲': before['/甲/乙'] })
  })

  test('a folder gets a key of its own, and another name, and stays the same department', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    const { 'departments/市场部/department.yaml': _, 'departments/市场部/people.yaml': people = '', ...rest } = ours
    await replaceFiles(company, {
      ...rest,
      'departments/研发部/后端组/people.yaml': '- {userid: zhaoqiang, name: 赵强, also: [mkt]}\n',
      'departments/market/department.yaml': 'key: mkt\nname: 市场部\norder: 30\n',
      'departments/market/people.yaml': people,
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department mkt'])
    expect(idsByPath(company)).toEqual(before)
  })
})
