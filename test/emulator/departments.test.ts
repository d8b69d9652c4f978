import { expect, test } from 'vitest'
import { Digits, smallCompany, start } from './caller.ts'

test('a department of which nothing is stated has its defaults, and an order of its own', async () => {
  const { call, market } = await smallCompany()
  expect((await call('getDepartment', { dept_id: market })).body.result).toMatchObject({
    dept_id: market,
    name: '市场',
    parent_id: 1,
    hide_dept: false,
    outer_dept: false,
    create_dept_group: false,
    dept_manager_userid_list: [],
    member_count: 0,
  })
  expect((await call('getDepartment', { dept_id: 1 })).body.result).not.toHaveProperty('parent_id')
})

test('everything that can be stated at creation is read back, extension under its misspelled name', async () => {
  const { call } = await smallCompany()
  const { body } = await call('createDepartment', {
    name: '设计',
    parent_id: 1,
    order: new Digits('176322897889314512'),
    hide_dept: true,
    user_permits: 'lilei,hanmeimei',
    outer_dept: true,
    outer_permit_depts: '1',
    create_dept_group: true,
    auto_approve_apply: true,
    source_identifier: 'rollbook:设计',
    extension: '{"a":"b"}',
    brief: '做设计',
    telephone: '8001',
  })
  const { text, body: read } = await call('getDepartment', { dept_id: body.result.dept_id })
  expect(text).toContain('"order":176322897889314512,')
  expect(read.result).toMatchObject({
    hide_dept: true,
    user_permits: ['lilei', 'hanmeimei'],
    dept_permits: [],
    outer_dept: true,
    outer_permit_depts: [1],
    create_dept_group: true,
    dept_group_chat_id: expect.any(String),
    auto_approve_apply: true,
    source_identifier: 'rollbook:设计',
    extention: '{"a":"b"}',
    brief: '做设计',
    telephone: '8001',
  })
})

test('permit lists are kept, and read only while they have an effect', async () => {
  for (const permitsShown of ['when-effective', 'always'] as const) {
    const { call, rd } = await smallCompany({ switches: { permitsShown } })
    const permits = async () => (await call('getDepartment', { dept_id: rd })).body.result.user_permits
    await call('updateDepartment', { dept_id: rd, user_permits: 'lilei' })
    expect(await permits()).toEqual(permitsShown === 'always' ? ['lilei'] : [])
    await call('updateDepartment', { dept_id: rd, hide_dept: true })
    expect(await permits()).toEqual(['lilei'])
  }
})

test('an update changes what it states and nothing else; lists are replaced', async () => {
  const { call, emulator, rd, market } = await smallCompany()
  await call('updateDepartment', {
    dept_id: rd,
    hide_dept: true,
    user_permits: 'lilei',
    code: 'D1',
    order: 3,
    auto_add_user: true,
  })
  await call('updateDepartment', {
    dept_id: rd,
    user_permits: 'hanmeimei',
    dept_permits: String(market),
    name: '研发中心',
  })
  expect(emulator.state.records.departments.get(rd)).toMatchObject({
    name: '研发中心',
    hide_dept: true,
    user_permits: ['hanmeimei'],
    dept_permits: [market],
    code: 'D1',
    order: '3',
    auto_add_user: true,
  })
})

test('an empty list or text clears, or is ignored, as the switch says', async () => {
  for (const emptyValue of ['clears', 'ignored'] as const) {
    const { call, emulator, rd } = await smallCompany({ switches: { emptyValue } })
    const stated = { user_permits: ['lilei'], code: 'D1', org_dept_owner: 'lilei' }
    await call('updateDepartment', { dept_id: rd, ...stated, user_permits: 'lilei' })
    await call('updateDepartment', { dept_id: rd, user_permits: '', code: '', org_dept_owner: '' })
    const { user_permits, code, org_dept_owner } = emulator.state.records.departments.get(rd) ?? {}
    const cleared = { user_permits: [], code: undefined, org_dept_owner: undefined }
    expect({ user_permits, code, org_dept_owner }).toEqual(emptyValue === 'clears' ? cleared : stated)
  }
})

test('managers are replaced by a list and cleared by force_update_fields', async () => {
  const { call, rd } = await smallCompany()
  const managers = async () => (await call('getDepartment', { dept_id: rd })).body.result.dept_manager_userid_list
  await call('updateDepartment', { dept_id: rd, dept_manager_userid_list: 'lilei' })
  await call('updateDepartment', { dept_id: rd, dept_manager_userid_list: 'hanmeimei' })
  expect(await managers()).toEqual(['hanmeimei'])
  expect((await call('getUser', { userid: 'hanmeimei' })).body.result.leader_in_dept).toEqual([
    { dept_id: rd, leader: true },
  ])
  await call('updateDepartment', { dept_id: rd, force_update_fields: 'dept_manager_userid_list' })
  expect(await managers()).toEqual([])
})

test('a moved department takes its name, its people and what is below it along', async () => {
  const { call, rd, backend, market } = await smallCompany()
  await call('updateDepartment', { dept_id: rd, parent_id: market })
  expect((await call('listParentsByDept', { dept_id: backend })).body.result.parent_id_list).toEqual([
    backend,
    rd,
    market,
    1,
  ])
  expect((await call('listParentsByUser', { userid: 'lilei' })).body.result.parent_list).toEqual([
    { parent_dept_id_list: [rd, market, 1] },
  ])
  expect((await call('getDepartment', { dept_id: market })).body.result).toMatchObject({
    member_count: 2,
    owning_member_count: 0,
  })
})

test('two siblings swap their names only by way of a third name', async () => {
  const { call, rd, market } = await smallCompany()
  expect((await call('updateDepartment', { dept_id: rd, name: '市场' })).body.errcode).toBe(60021)
  await call('updateDepartment', { dept_id: rd, name: '暂' })
  await call('updateDepartment', { dept_id: market, name: '研发' })
  expect((await call('updateDepartment', { dept_id: rd, name: '市场' })).body.errcode).toBe(0)
})

test('the clash of names answers the code of the old table where the switch says so', async () => {
  const { call } = await smallCompany({ switches: { nameClash: 60008 } })
  expect((await call('createDepartment', { name: '研发', parent_id: 1 })).body.errcode).toBe(60008)
})

test('a deleted department takes its empty sub-departments and every mention along', async () => {
  const { call, emulator, rd, backend, market } = await smallCompany()
  const { groupId } = emulator.console('createRoleGroup', { name: '岗位' })
  const { roleId } = emulator.console('createRole', { groupId, roleName: '会计' })
  emulator.console('addRolesForEmployees', { roleIds: [roleId], userIds: ['lilei'] })
  emulator.console('updateRoleMemberScope', { userid: 'lilei', role_id: roleId, dept_ids: [backend] })
  emulator.console('updateDepartment', { dept_id: market, dept_permits: [backend] })
  for (const userid of ['lilei', 'hanmeimei']) emulator.console('updateUser', { userid, dept_id_list: [market] })
  expect((await call('deleteDepartment', { dept_id: rd })).body.errcode).toBe(0)
  expect((await call('getDepartment', { dept_id: backend })).body.errcode).toBe(60003)
  expect(JSON.stringify(emulator.snapshot())).not.toContain(String(backend))
})

test('an id is never given again', async () => {
  const { call, market } = await smallCompany()
  await call('deleteDepartment', { dept_id: market })
  expect((await call('createDepartment', { name: '市场', parent_id: 1 })).body.result.dept_id).not.toBe(market)
})

test('sub-departments are listed by order with their five fields', async () => {
  const { call, rd, market } = await smallCompany()
  await call('updateDepartment', { dept_id: market, order: 1 })
  const flags = { parent_id: 1, create_dept_group: false, auto_add_user: false }
  expect((await call('listSubDepartments')).body.result).toEqual([
    { dept_id: market, name: '市场', ...flags },
    { dept_id: rd, name: '研发', ...flags },
  ])
  expect((await call('listSubDepartmentIds', { dept_id: 1 })).body.result.dept_id_list).toEqual([market, rd])
})

test('the marker can be made unreadable', async () => {
  const { call } = await start({ seed: 'demo', switches: { sourceIdentifierReadable: false } })
  const { result } = (await call('listSubDepartments')).body
  const finance = result.find(({ name }: { name: string }) => name === '财务部')
  expect((await call('getDepartment', { dept_id: finance.dept_id })).body.result).not.toHaveProperty(
    'source_identifier',
  )
})
