import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import type { Company } from '../support/company.ts'
import { heldIn } from '../support/held.ts'
import {
  brief,
  department,
  enabled,
  idsByPath,
  living,
  others,
  ours,
  person,
  replaceFiles,
  settings,
  settled,
  start,
} from '../support/settled.ts'

/**
 * What is not in the files stays as it is, in a company that was there before we came: snapshots of the whole company
 * before and after prove it. A lost lock leads to adoption, and never to a deletion.
 */

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

  test('a department in which others have people is refused beforehand, by name, and they stay', async () => {
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
    const { end, plan } = await company.apply()
    expect([end, ...plan.refusals.map(({ code }) => code)]).toEqual(['refused', 'unmanaged-below'])
    const members = before.users.filter((user) => user.departments.includes(leaf?.dept_id ?? 0))
    expect(plan.refusals[0]?.blocking?.map(({ key }) => key).sort()).toEqual(
      members.map(({ userid }) => `#${userid}`).sort(),
    )
    expect(company.emulator.snapshot()).toEqual(before)
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

  test('when it is lost while a role is renamed, nobody whom the files no longer name loses that role', async () => {
    const company = await start(ours)
    await settled(company)
    await rm(join(company.folder, LOCK_FILE))
    await company.edit({
      'roles/岗位.yaml':
        'roles:\n- {name: 主办会计, previously: [会计], members: [lilei]}\n- {name: 出纳, members: [zhoujie]}\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update role 岗位/主办会计'])
    const role = company.emulator.snapshot().roles.find(({ name }) => name === '主办会计')
    expect(Object.keys(role?.members ?? {}).sort()).toEqual(['hanmeimei', 'lilei'])
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
    [
      'of an unresolved merge',
      (lock: string) => lock.replace('{\n', '{\n<<<<<<< ours\n'),
      /lock\.json:2:1 .*conflict was not resolved/,
    ],
    ['cut off', (lock: string) => lock.slice(0, -20), /lock\.json:\d+:\d+ .*cut off/],
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
