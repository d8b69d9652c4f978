import { expect, test } from 'vitest'
import type { EmulatorOptions } from '../../src/emulator/server.ts'
import { smallCompany } from './caller.ts'

/** The small company with a group 岗位 and its roles 会计 and 出纳. */
async function withRoles(options: EmulatorOptions = {}) {
  const company = await smallCompany(options)
  const groupId: number = (await company.call('createRoleGroup', { name: '岗位' })).body.groupId
  const create = async (roleName: string): Promise<number> =>
    (await company.call('createRole', { groupId, roleName })).body.roleId
  return { ...company, groupId, accountant: await create('会计'), cashier: await create('出纳') }
}

const system = ['主管理员', '子管理员', '负责人', '主管'].map((name) => ({ id: expect.any(Number), name }))

test('groups are listed with their roles, the system group first', async () => {
  const { call, groupId, accountant, cashier } = await withRoles()
  expect((await call('listRoles')).body.result).toEqual({
    hasMore: false,
    list: [
      { groupId: expect.any(Number), name: '默认', roles: system },
      {
        groupId,
        name: '岗位',
        roles: [
          { id: accountant, name: '会计' },
          { id: cashier, name: '出纳' },
        ],
      },
    ],
  })
  expect((await call('getRoleGroup', { group_id: groupId })).body.role_group).toEqual({
    group_name: '岗位',
    roles: [
      { role_id: accountant, role_name: '会计' },
      { role_id: cashier, role_name: '出纳' },
    ],
  })
  expect((await call('getRole', { roleId: accountant })).body.role).toEqual({ name: '会计', groupId })
})

test('pages of the role list split a group; an empty group has a place of its own', async () => {
  const { call } = await withRoles()
  await call('createRoleGroup', { name: '空' })
  const names = async (offset: number) => {
    const { result } = (await call('listRoles', { offset, size: 5 })).body
    return [
      result.hasMore,
      result.list.map(({ name, roles }: { name: string; roles: unknown[] }) => `${name} ${roles.length}`),
    ]
  }
  expect(await names(0)).toEqual([true, ['默认 4', '岗位 1']])
  expect(await names(5)).toEqual([false, ['岗位 1', '空 0']])
})

test('the role list pages by groups where the switch says so', async () => {
  const { call } = await withRoles({ switches: { roleListUnit: 'groups' } })
  const { result } = (await call('listRoles', { offset: 0, size: 1 })).body
  expect([result.hasMore, result.list.length, result.list[0].roles.length]).toEqual([true, 1, 4])
})

test('a size without an offset has no effect', async () => {
  const { call, emulator, rd, accountant } = await withRoles()
  for (let at = 0; at < 25; at++) {
    const userid = `p${at}`
    const mobile = `100${String(at + 100).padStart(8, '0')}`
    emulator.console('createUser', { userid, name: userid, mobile, dept_id_list: [rd] })
    emulator.console('addRolesForEmployees', { roleIds: [accountant], userIds: [userid] })
  }
  const page = async (more: object) => {
    const { result } = (await call('listRoleMembers', { role_id: accountant, ...more })).body
    return [result.list.length, result.hasMore]
  }
  expect(await page({ size: 25 })).toEqual([20, true])
  expect(await page({ size: 25, offset: 0 })).toEqual([25, false])
  expect(await page({ size: 10, offset: 20 })).toEqual([5, false])
})

test('roles are granted and revoked in batches, repeatedly without harm', async () => {
  const { call, accountant, cashier } = await withRoles()
  const batch = { roleIds: `${accountant},${cashier}`, userIds: 'lilei,hanmeimei' }
  for (let time = 0; time < 2; time++) expect((await call('addRolesForEmployees', batch)).body.errcode).toBe(0)
  expect((await call('getUser', { userid: 'lilei' })).body.result.role_list).toEqual([
    { id: accountant, name: '会计', group_name: '岗位' },
    { id: cashier, name: '出纳', group_name: '岗位' },
  ])
  for (let time = 0; time < 2; time++) {
    await call('removeRolesForEmployees', { roleIds: String(accountant), userIds: 'lilei' })
  }
  expect((await call('listRoleMembers', { role_id: accountant })).body.result.list).toEqual([
    { userid: 'hanmeimei', name: '韩梅梅' },
  ])
})

test('a scope is read with the member; granting again does not lose it', async () => {
  const { call, rd, accountant } = await withRoles()
  const grant = { roleIds: String(accountant), userIds: 'lilei' }
  await call('addRolesForEmployees', grant)
  await call('updateRoleMemberScope', { userid: 'lilei', role_id: accountant, dept_ids: String(rd) })
  await call('addRolesForEmployees', grant)
  expect((await call('listRoleMembers', { role_id: accountant })).body.result.list).toEqual([
    { userid: 'lilei', name: '李雷', manageScopes: [{ dept_id: rd, name: '研发' }] },
  ])
})

test('a scope without departments is the whole company, read as the switch says', async () => {
  for (const wholeScope of ['omitted', 'root'] as const) {
    const { call, emulator, accountant } = await withRoles({ switches: { wholeScope } })
    await call('addRolesForEmployees', { roleIds: String(accountant), userIds: 'lilei' })
    await call('updateRoleMemberScope', { userid: 'lilei', role_id: accountant })
    expect(emulator.state.records.roles.get(accountant)?.members).toEqual({ lilei: { scope: null } })
    const [member] = (await call('listRoleMembers', { role_id: accountant })).body.result.list
    expect(member.manageScopes).toEqual(wholeScope === 'root' ? [{ dept_id: 1, name: '示例公司' }] : undefined)
  }
})

test('role names are unique in their group, or in the organisation, as the switch says', async () => {
  for (const roleNamesUnique of ['group', 'organisation'] as const) {
    const { call } = await withRoles({ switches: { roleNamesUnique } })
    const { groupId } = (await call('createRoleGroup', { name: '职级' })).body
    const { errcode } = (await call('createRole', { groupId, roleName: '会计' })).body
    expect(errcode).toBe(roleNamesUnique === 'group' ? 0 : 34021)
  }
})

test('a role is renamed in place, and deleted once nobody has it', async () => {
  const { call, accountant } = await withRoles()
  await call('addRolesForEmployees', { roleIds: String(accountant), userIds: 'lilei' })
  await call('updateRole', { roleId: accountant, roleName: '总账会计' })
  expect((await call('getRole', { roleId: accountant })).body.role.name).toBe('总账会计')
  await call('removeRolesForEmployees', { roleIds: String(accountant), userIds: 'lilei' })
  expect((await call('deleteRole', { role_id: accountant })).body.errcode).toBe(0)
  expect((await call('getRole', { roleId: accountant })).body.errcode).toBe(33011)
})

test('deleting a role with members takes it from them where the switch says so', async () => {
  const { call, accountant } = await withRoles({ switches: { roleWithMembers: 'deleted' } })
  await call('addRolesForEmployees', { roleIds: String(accountant), userIds: 'lilei' })
  expect((await call('deleteRole', { role_id: accountant })).body.errcode).toBe(0)
  expect((await call('getUser', { userid: 'lilei' })).body.result).not.toHaveProperty('role_list')
})

test('system roles follow from facts', async () => {
  const { call, rd } = await smallCompany({ switches: { defaultGroup: 'Default' } })
  await call('updateDepartment', { dept_id: rd, dept_manager_userid_list: 'lilei' })
  const [group] = (await call('listRoles')).body.result.list
  expect(group.name).toBe('Default')
  const head = group.roles.find(({ name }: { name: string }) => name === '主管').id
  expect((await call('listRoleMembers', { role_id: head })).body.result.list).toEqual([
    { userid: 'lilei', name: '李雷' },
  ])
  expect((await call('getUser', { userid: 'lilei' })).body.result.role_list).toEqual([
    { id: head, name: '主管', group_name: 'Default' },
  ])
})
