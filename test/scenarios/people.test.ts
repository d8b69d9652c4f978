import { describe, expect, test } from 'vitest'
import { InvalidDirectory } from '../../src/core/problem.ts'
import type { EmulatorOptions } from '../../src/emulator/server.ts'
import type { FileTree } from '../support/files.ts'
import { heldIn } from '../support/held.ts'
import {
  brief,
  department,
  enabled,
  idsByPath,
  others,
  ours,
  person,
  replaceFiles,
  settings,
  settled,
  start,
} from '../support/settled.ts'

/** People: what a file leaves out of them stays, and what becomes of them when they leave, come back or hand things on. */

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
  const { end, plan } = await company.apply()
  expect([end, plan.refusals]).toMatchObject(['refused', [{ code: 'protected', refs: [{ key: 'zhaoqiang' }] }]])
  expect(company.emulator.snapshot()).toEqual(before)
  // A misspelt name is in neither files nor lock, and still a mistake in the files.
  await company.edit({ 'rollbook.yaml': `${enabled}protected: {users: [zhaoqing]}\n` })
  await expect(company.apply()).rejects.toThrow(InvalidDirectory)
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

  test('and back is nothing that DingTalk can do: it is refused before anything is written', async () => {
    const company = await begin()
    const before = company.emulator.snapshot()
    await company.edit({
      [file]:
        one.replace('10000000001"', '10000000002", replace: mobile') +
        two.replace('10000000002"', '10000000001", replace: mobile'),
    })
    const failed = await company.apply().catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(InvalidDirectory)
    expect((failed as InvalidDirectory).problems.map(({ code }) => code)).toEqual([
      'conflicting-fields',
      'conflicting-fields',
    ])
    expect(company.emulator.snapshot()).toEqual(before)
  })
})
