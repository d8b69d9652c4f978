import { expect, test } from 'vitest'
import { contract } from '../../src/dingtalk/contract.ts'
import { type Answered, Digits, smallCompany, start } from './caller.ts'

const person = { userid: 'wangwu', name: '王五', mobile: '10000000003', dept_id_list: '1' }

test('a person without a userid gets one, and every person a unionid that is found again', async () => {
  const { call } = await start()
  const { userid: _userid, ...nameless } = person
  const { result } = (await call('createUser', nameless)).body
  expect(result.userid).toMatch(/^\d{20}$/)
  expect((await call('getUserIdByUnionid', { unionid: result.unionId })).body.result).toEqual({
    userid: result.userid,
    contact_type: 0,
  })
  expect((await call('getUserIdByMobile', { mobile: '+86-10000000003' })).body.result.userid).toBe(result.userid)
})

test('a foreign mobile is read as country code and number', async () => {
  const { call } = await start()
  await call('createUser', { ...person, mobile: '+852-90000000' })
  expect((await call('getUser', { userid: 'wangwu' })).body.result).toMatchObject({
    state_code: '852',
    mobile: '90000000',
  })
})

test('an organisation registered abroad wants the country code', async () => {
  const { call } = await start({ switches: { registeredAbroad: true } })
  expect((await call('createUser', person)).body.errcode).toBe(60103)
  expect((await call('createUser', { ...person, mobile: '+86-10000000003' })).body.errcode).toBe(0)
})

test('a refused mobile names its owner only where the switch says so', async () => {
  const silent = await smallCompany()
  const clash = { ...person, mobile: '10000000001' }
  expect((await silent.call('createUser', clash)).body).not.toHaveProperty('userid')
  const telling = await smallCompany({ switches: { mobileClashTellsUserid: true, mailClash: 40101 } })
  expect((await telling.call('createUser', clash)).body).toMatchObject({ errcode: 60104, userid: 'lilei' })
})

test('a person of whom nothing is stated reads like the recorded answer', async () => {
  const { call } = await smallCompany()
  const { result } = (await call('getUser', { userid: 'lilei' })).body
  const empty = { avatar: '', extension: '{}', job_number: '', remark: '', telephone: '', title: '', work_place: '' }
  expect(result).toMatchObject({ ...empty, active: false, boss: false, senior: false, union_emp_ext: {} })
  for (const absent of ['email', 'org_email', 'manager_userid', 'hired_date', 'role_list']) {
    expect(result).not.toHaveProperty(absent)
  }
})

test('unset fields are left out where the switch says so', async () => {
  const { call, backend } = await smallCompany({ switches: { unsetFields: 'omitted' } })
  const { result } = (await call('getUser', { userid: 'lilei' })).body
  for (const absent of ['avatar', 'extension', 'title', 'union_emp_ext']) expect(result).not.toHaveProperty(absent)
  expect((await call('listUsers', { dept_id: backend, cursor: 0, size: 9 })).body.result).toEqual({ has_more: false })
  expect((await call('getDepartment', { dept_id: backend })).body.result).not.toHaveProperty('dept_manager_userid_list')
})

test('items of the user list carry their documented fields, relative to the department, and no others', async () => {
  const { call, emulator, rd, backend } = await smallCompany()
  await call('updateUser', {
    userid: 'lilei',
    title: '工程师',
    manager_userid: 'hanmeimei',
    dept_id_list: `${rd},${backend}`,
    dept_title_list: [{ dept_id: backend, title: '顾问' }],
    dept_order_list: [{ dept_id: backend, order: 5 }],
  })
  emulator.console('updateDepartment', { dept_id: backend, dept_manager_userid_list: ['lilei'] })
  const [item] = (await call('listUsers', { dept_id: backend, cursor: 0, size: 9 })).body.result.list
  expect(item).toMatchObject({ title: '顾问', dept_order: 5, leader: true, dept_id_list: [rd, backend] })
  const known = Object.keys(contract.schemas['UserListItem']?.properties ?? {})
  expect(Object.keys(item).filter((field) => !known.includes(field))).toEqual([])
  expect((await call('listUsersSimple', { dept_id: backend, cursor: 0, size: 9 })).body.result.list).toEqual([
    { userid: 'lilei', name: '李雷' },
  ])
  const other = (await call('listUsers', { dept_id: rd, cursor: 0, size: 9 })).body.result.list
  expect(other.find(({ userid }: { userid: string }) => userid === 'lilei')).toMatchObject({
    title: '工程师',
    leader: false,
  })
})

test('a sort weight that nobody set is a number beyond 2^53, the same in list and detail', async () => {
  const { call, rd } = await smallCompany()
  const detail = await call('getUser', { userid: 'lilei' })
  const digits = /"dept_id":\d+,"order":(\d{18})\}/.exec(detail.text)?.[1] ?? ''
  expect(BigInt(digits)).not.toBe(BigInt(Number(digits)))
  expect((await call('listUsers', { dept_id: rd, cursor: 0, size: 1 })).text).toContain(`"dept_order":${digits}`)
})

test('list items leave out an unset sort weight where the switch says so', async () => {
  const { call, rd } = await smallCompany({ switches: { hidesUnsetOrder: true } })
  await call('updateUser', {
    userid: 'hanmeimei',
    dept_order_list: [{ dept_id: rd, order: new Digits('176322897889314512') }],
  })
  const { text, body } = await call('listUsers', { dept_id: rd, cursor: 0, size: 9 })
  expect(body.result.list.map(({ userid }: { userid: string }) => userid)).toEqual(['hanmeimei', 'lilei'])
  expect(text.match(/"dept_order":\d+/g)).toEqual(['"dept_order":176322897889314512'])
})

test('what an update leaves out stays', async () => {
  const { call, emulator, rd } = await smallCompany()
  await call('updateUser', {
    userid: 'lilei',
    title: '工程师',
    email: 'li@example.com',
    manager_userid: 'hanmeimei',
    extension: '{"爱好":"旅游"}',
    hired_date: 1614528000000,
    senior_mode: true,
    dept_order_list: [{ dept_id: rd, order: 7 }],
  })
  const before = emulator.snapshot()
  expect((await call('updateUser', { userid: 'lilei', name: '李雷', senior_mode: true })).body).not.toHaveProperty(
    'errmsg',
  )
  expect(emulator.snapshot()).toEqual(before)
})

test('an update that leaves out senior_mode switches it off, or not, as the switch says', async () => {
  for (const seniorModeDefaultsToFalse of [true, false]) {
    const { call } = await smallCompany({ switches: { seniorModeDefaultsToFalse } })
    await call('updateUser', { userid: 'lilei', senior_mode: true })
    await call('updateUser', { userid: 'lilei', title: '工程师' })
    expect((await call('getUser', { userid: 'lilei' })).body.result.senior).toBe(!seniorModeDefaultsToFalse)
  }
})

test('orders and titles of departments that an update does not name are dropped, or kept, as the switches say', async () => {
  for (const choice of ['drop', 'keep'] as const) {
    const { call, emulator, rd, backend } = await smallCompany({
      switches: { unlistedOrders: choice, unlistedTitles: choice },
    })
    await call('updateUser', {
      userid: 'lilei',
      dept_id_list: `${rd},${backend}`,
      dept_order_list: [rd, backend].map((dept_id) => ({ dept_id, order: dept_id })),
      dept_title_list: [rd, backend].map((dept_id) => ({ dept_id, title: '顾问' })),
    })
    await call('updateUser', {
      userid: 'lilei',
      dept_order_list: [{ dept_id: rd, order: 1 }],
      dept_title_list: [{ dept_id: rd, title: '工程师' }],
    })
    const kept = choice === 'keep' ? { order: String(backend), title: '顾问' } : {}
    expect(emulator.state.records.users.get('lilei')?.memberships).toEqual({
      [rd]: { order: '1', title: '工程师' },
      [backend]: kept,
    })
  }
})

test('a stated set of departments replaces the old one, with what the person had in those left', async () => {
  const { call, emulator, rd, backend, market } = await smallCompany()
  await call('updateUser', {
    userid: 'lilei',
    dept_id_list: `${rd},${backend}`,
    dept_order_list: [{ dept_id: rd, order: 7 }],
  })
  await call('updateUser', { userid: 'lilei', dept_id_list: `${market}` })
  await call('updateUser', { userid: 'lilei', dept_id_list: `${market},${rd}` })
  expect(emulator.state.records.users.get('lilei')?.memberships).toEqual({ [market]: {}, [rd]: {} })
})

test('who leaves a department no longer manages it or owns its chat', async () => {
  const { call, rd, market } = await smallCompany()
  await call('updateDepartment', { dept_id: rd, dept_manager_userid_list: 'lilei,hanmeimei', org_dept_owner: 'lilei' })
  await call('updateUser', { userid: 'lilei', dept_id_list: String(market) })
  const { result } = (await call('getDepartment', { dept_id: rd })).body
  expect(result.dept_manager_userid_list).toEqual(['hanmeimei'])
  expect(result).not.toHaveProperty('org_dept_owner')
})

test('the main position names the main department, where the organisation has positions', async () => {
  const positions = (rd: number, backend: number) => ({
    userid: 'lilei',
    dept_id_list: `${rd},${backend}`,
    dept_position_list: [{ dept_id: rd }, { dept_id: backend, title: '组长', work_place: '杭州', is_main: true }],
  })
  const several = await smallCompany()
  await several.call('updateUser', positions(several.rd, several.backend))
  expect((await several.call('getUser', { userid: 'lilei' })).body.result.dept_position_list).toEqual([
    { dept_id: several.rd, is_main: false },
    { dept_id: several.backend, title: '组长', work_place: '杭州', is_main: true },
  ])
  const one = await smallCompany({ switches: { multiplePositions: false } })
  await one.call('updateUser', positions(one.rd, one.backend))
  expect((await one.call('getUser', { userid: 'lilei' })).body.result).not.toHaveProperty('dept_position_list')
})

test('custom attributes are replaced as a whole, or appended on request', async () => {
  const { call, emulator } = await smallCompany()
  const extension = () => emulator.state.records.users.get('lilei')?.extension
  await call('updateUser', { userid: 'lilei', extension: '{"爱好":"旅游","工位":"A-1"}' })
  await call('updateUser', { userid: 'lilei', extension: '{"工位":"A-2"}', ext_attrs_update_mode: 1 })
  expect(extension()).toEqual({ 爱好: '旅游', 工位: 'A-2' })
  await call('updateUser', { userid: 'lilei', extension: '{"__proto__":"x"}' })
  expect(Object.keys(extension() ?? {})).toEqual(['__proto__'])
  await call('updateUser', { userid: 'lilei', extension: '{}' })
  expect(extension()).toEqual({})
})

test('manager and enterprise mail are emptied by force_update_fields alone', async () => {
  const { call } = await smallCompany()
  await call('updateUser', { userid: 'lilei', manager_userid: 'hanmeimei', org_email: 'li@corp.example' })
  await call('updateUser', { userid: 'lilei', manager_userid: '', org_email: '' })
  const stated = { manager_userid: 'hanmeimei', org_email: 'li@corp.example' }
  expect((await call('getUser', { userid: 'lilei' })).body.result).toMatchObject(stated)
  await call('updateUser', { userid: 'lilei', force_update_fields: 'manager_userid,org_email' })
  const { result } = (await call('getUser', { userid: 'lilei' })).body
  expect([result.manager_userid, result.org_email]).toEqual([undefined, undefined])
})

test('an empty text clears, or is ignored, as the switch says', async () => {
  for (const emptyValue of ['clears', 'ignored'] as const) {
    const { call } = await smallCompany({ switches: { emptyValue } })
    await call('updateUser', { userid: 'lilei', title: '工程师', email: 'li@example.com' })
    await call('updateUser', { userid: 'lilei', title: '', email: '' })
    const { result } = (await call('getUser', { userid: 'lilei' })).body
    const kept = emptyValue === 'ignored'
    expect([result.title, result.email]).toEqual(kept ? ['工程师', 'li@example.com'] : ['', undefined])
  }
})

test('the same mobile in an update is no change', async () => {
  const { call } = await smallCompany()
  expect((await call('updateUser', { userid: 'lilei', mobile: '+86-10000000001' })).body.errcode).toBe(0)
})

test('an enterprise account has a login in place of a mobile', async () => {
  const { call } = await start()
  await call('createUser', {
    userid: 'robot',
    name: '机器人',
    dept_id_list: '1',
    exclusive_account: true,
    exclusive_account_type: 'dingtalk',
    login_id: 'robot01',
    init_password: 'abc12345',
    exclusive_mobile: '+86-10000000009',
  })
  await call('updateUser', { userid: 'robot', loginId: 'robot02', nickname: '小机', avatarMediaId: '@abc' })
  const { result } = (await call('getUser', { userid: 'x', login_id: 'robot02' })).body
  expect(result).toMatchObject({ exclusive_account: true, exclusive_account_type: 'dingtalk', nickname: '小机' })
  expect(result.avatar).toMatch(/^https:.*abc/)
  expect(result).not.toHaveProperty('mobile')
})

test('a deleted person is gone from roles, managers, permits and as a manager; the userid is free again', async () => {
  const { call, emulator, rd } = await smallCompany()
  const { groupId } = emulator.console('createRoleGroup', { name: '岗位' })
  const { roleId } = emulator.console('createRole', { groupId, roleName: '会计' })
  emulator.console('addRolesForEmployees', { roleIds: [roleId], userIds: ['lilei'] })
  emulator.console('updateDepartment', { dept_id: rd, dept_manager_userid_list: ['lilei'], user_permits: ['lilei'] })
  emulator.console('updateUser', { userid: 'hanmeimei', manager_userid: 'lilei' })
  expect((await call('deleteUser', { userid: 'lilei' })).body.errcode).toBe(0)
  expect(JSON.stringify(emulator.snapshot())).not.toContain('lilei')
  expect((await call('deleteUser', { userid: 'lilei' })).body.errcode).toBe(33012)
  expect((await call('createUser', { ...person, userid: 'lilei', mobile: '10000000001' })).body.errcode).toBe(0)
})

test('pages follow the cursor, in the order that was asked for', async () => {
  const { call } = await start({ seed: 50 })
  const { dept_id_list: ids } = (await call('listSubDepartmentIds', { dept_id: 1 })).body.result
  for (const order_field of ['custom', 'entry_asc', 'entry_desc', 'modify_asc', 'modify_desc']) {
    const found: string[] = []
    for (let cursor: number | undefined = 0; cursor !== undefined; ) {
      const answer: Answered = await call('listUsersSimple', { dept_id: ids[0], cursor, size: 5, order_field })
      const { result } = answer.body
      found.push(...result.list.map(({ userid }: { userid: string }) => userid))
      expect(result.has_more).toBe('next_cursor' in result)
      cursor = result.next_cursor
    }
    const all = (await call('listUserIds', { dept_id: ids[0] })).body.result.userid_list
    expect([...found].sort()).toEqual([...all].sort())
    const ascending = [...found].sort()
    if (order_field.startsWith('entry'))
      expect(found).toEqual(order_field.endsWith('asc') ? ascending : ascending.reverse())
  }
})

test('people are counted, and split into those who signed in and those who did not', async () => {
  const now = Date.UTC(2026, 5, 15, 4)
  const { call, emulator } = await start({ seed: 30, now: () => now })
  emulator.console('createUser', { ...person, dept_id_list: [1] })
  expect((await call('countUsers', { only_active: false })).body.result.count).toBe(31)
  expect((await call('countUsers', { only_active: true })).body.result.count).toBe(30)
  const ask = async (is_active: boolean, query_date: string, more = {}) =>
    (await call('listInactiveUsers', { is_active, offset: 0, size: 100, query_date, ...more })).body.result
  expect((await ask(true, '20260614')).list).toHaveLength(30)
  expect(await ask(false, '20260614')).toEqual({ has_more: false, list: ['wangwu'] })
  expect((await ask(true, '20260615')).list).toEqual([])
  expect((await ask(true, '20260614', { dept_ids: '1' })).list).toEqual(['manager01'])
  expect(await ask(true, '20260614', { size: 20 })).toMatchObject({ has_more: true, next_cursor: 20 })
})

test('administrators are listed with what they manage', async () => {
  const { call, emulator } = await start({ seed: 30 })
  emulator.state.records.admins.set('u000003', { level: 2, scope: [371056107] })
  expect((await call('listAdmins')).body.result).toEqual([
    { sys_level: 1, userid: 'manager01' },
    { sys_level: 2, userid: 'u000003' },
  ])
  expect((await call('getAdminScope', { userid: 'u000003' })).body.dept_ids).toEqual([371056107])
  expect((await call('getAdminScope', { userid: 'u000004' })).body.dept_ids).toEqual([])
  expect((await call('getUser', { userid: 'manager01' })).body.result).toMatchObject({
    admin: true,
    boss: true,
    role_list: [
      { name: '主管理员', group_name: '默认' },
      { name: '负责人', group_name: '默认' },
    ],
  })
})
