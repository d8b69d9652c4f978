import { type Case, csv, refuses, type World } from './refusals.ts'

const role = ({ emulator }: World, roleName = '会计') => {
  const groups = [...emulator.state.records.groups.values()]
  const known = groups.find((group) => group.name === '岗位')?.id
  const groupId = known ?? emulator.console('createRoleGroup', { name: '岗位' })['groupId']
  return { groupId, roleId: emulator.console('createRole', { groupId, roleName })['roleId'] }
}
const roleId = ({ emulator }: World, name: string) =>
  [...emulator.state.records.roles.values()].find((found) => found.name === name)?.id ?? 0

const cases: readonly Case[] = [
  ['a role without a name', 34018, 'createRole', { groupId: 1 }],
  ['a role with an empty name', 34018, 'createRole', { groupId: 1, roleName: '' }],
  ['a role in an unknown group', 34020, 'createRole', { groupId: 1, roleName: '会计' }],
  [
    'a role in the system group',
    34020,
    'createRole',
    ({ emulator }) => ({ groupId: [...emulator.state.records.groups.keys()][0], roleName: '会计' }),
  ],
  ['a role that its group has', 34021, 'createRole', (world) => ({ groupId: role(world).groupId, roleName: '会计' })],
  ['a group that exists', 34021, 'createRoleGroup', { name: '岗位' }, (world) => role(world)],
  ['a group without a name', 400002, 'createRoleGroup', {}],
  ['a rename to nothing', 660000, 'updateRole', (world) => ({ roleId: role(world).roleId, roleName: '' })],
  ['a rename of an unknown role', 33011, 'updateRole', { roleId: 1, roleName: '会计' }],
  ['a rename of a system role', 23004, 'updateRole', (world) => ({ roleId: roleId(world, '主管'), roleName: '会计' })],
  [
    'a rename to a name in the group',
    34021,
    'updateRole',
    (world) => ({ roleId: role(world, '出纳').roleId, roleName: '会计' }),
    (world) => role(world),
  ],
  ['granting an unknown role', 33011, 'addRolesForEmployees', { roleIds: '1', userIds: 'lilei' }],
  [
    'granting a system role',
    33011,
    'addRolesForEmployees',
    (world) => ({ roleIds: String(roleId(world, '主管理员')), userIds: 'lilei' }),
  ],
  [
    'granting to nobody',
    33012,
    'addRolesForEmployees',
    (world) => ({ roleIds: String(role(world).roleId), userIds: 'lilei,nobody' }),
  ],
  ['granting 21 roles', 400002, 'addRolesForEmployees', { roleIds: csv(21, (at) => at + 1), userIds: 'lilei' }],
  [
    'granting to 21 people',
    400002,
    'addRolesForEmployees',
    (world) => ({ roleIds: String(role(world).roleId), userIds: csv(21, (at) => `p${at}`) }),
  ],
  [
    'revoking from 101 people',
    400002,
    'removeRolesForEmployees',
    (world) => ({ roleIds: String(role(world).roleId), userIds: csv(101, (at) => `p${at}`) }),
  ],
  ['revoking an unknown role', 33011, 'removeRolesForEmployees', { roleIds: '1', userIds: 'lilei' }],
  [
    'revoking from nobody',
    33012,
    'removeRolesForEmployees',
    (world) => ({ roleIds: String(role(world).roleId), userIds: 'nobody' }),
  ],
  ['deleting an unknown role', 33011, 'deleteRole', { role_id: 1 }],
  ['deleting a system role', 23004, 'deleteRole', (world) => ({ role_id: roleId(world, '负责人') })],
  [
    'deleting a role that has members',
    23004,
    'deleteRole',
    (world) => ({ role_id: roleId(world, '会计') }),
    (world) => world.emulator.console('addRolesForEmployees', { roleIds: [role(world).roleId], userIds: ['lilei'] }),
  ],
  ['a scope without a role', 34018, 'updateRoleMemberScope', { userid: 'lilei' }],
  ['a scope in an unknown role', 60301, 'updateRoleMemberScope', { userid: 'lilei', role_id: 1 }],
  [
    'a scope for nobody',
    46004,
    'updateRoleMemberScope',
    (world) => ({ userid: 'nobody', role_id: role(world).roleId }),
  ],
  [
    'a scope over an unknown department',
    60003,
    'updateRoleMemberScope',
    (world) => ({ userid: 'lilei', role_id: role(world).roleId, dept_ids: '99' }),
  ],
  [
    'a scope over 51 departments',
    400002,
    'updateRoleMemberScope',
    (world) => ({ userid: 'lilei', role_id: role(world).roleId, dept_ids: csv(51, (at) => at + 1) }),
  ],
  [
    'a scope for who does not hold the role',
    400002,
    'updateRoleMemberScope',
    (world) => ({ userid: 'lilei', role_id: role(world).roleId }),
  ],
  ['reading an unknown group', 400002, 'getRoleGroup', { group_id: 1 }],
  ['reading an unknown role', 33011, 'getRole', { roleId: 1 }],
  ['a role list of 201', 40069, 'listRoles', { offset: 0, size: 201 }],
  ['a role list from before the start', 40068, 'listRoles', { offset: -1, size: 20 }],
  ['members of an unknown role', 33011, 'listRoleMembers', { role_id: 1 }],
  ['a member page of 101', 40069, 'listRoleMembers', { role_id: 1, offset: 0, size: 101 }],
]

refuses(cases)
