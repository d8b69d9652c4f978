import type { Role } from './company.ts'
import { refuse } from './errors.ts'
import { type Handlers, page } from './handler.ts'
import { membersOfRole } from './role-rules.ts'
import type { State } from './state.ts'

const DEFAULT_SIZE = 20

/** Role groups, roles and who holds them. Answers of this area are camelCase, requests of two minds. */
export const roles = {
  createRoleGroup(state, { name }) {
    const { records } = state
    if ([...records.groups.values()].some((group) => group.name === name)) refuse(34021)
    const id = nextId(state)
    records.groups.set(id, { id, name })
    return { groupId: id }
  },

  createRole(state, { roleName, groupId }) {
    const group = state.records.groups.get(groupId)
    if (group === undefined || group.system) refuse(34020)
    checkName(state, roleName, group.id)
    const id = nextId(state)
    state.records.roles.set(id, { id, group: group.id, name: roleName, members: {} })
    return { roleId: id }
  },

  updateRole(state, { roleId, roleName }) {
    const role = editable(state, roleId)
    checkName(state, roleName, role.group, role.id)
    state.records.roles.set(role.id, { ...role, name: roleName })
    return {}
  },

  deleteRole(state, { role_id }) {
    const role = editable(state, role_id)
    // The page says to remove the members first and prints no code for it; 23004 is its only "cannot be deleted".
    const kept = state.switches.roleWithMembers === 'refused' && Object.keys(role.members).length > 0
    if (kept) refuse(23004, 'the role still has members')
    state.records.roles.delete(role.id)
    return {}
  },

  addRolesForEmployees(state, { roleIds, userIds }) {
    for (const role of grantable(state, roleIds, userIds)) {
      const added = userIds.map((userid) => [userid, Object.hasOwn(role.members, userid) ? role.members[userid] : {}])
      state.records.roles.set(role.id, { ...role, members: { ...role.members, ...Object.fromEntries(added) } })
    }
    return {}
  },

  removeRolesForEmployees(state, { roleIds, userIds }) {
    const gone = new Set(userIds)
    for (const role of grantable(state, roleIds, userIds)) {
      const stay = Object.entries(role.members).filter(([userid]) => !gone.has(userid))
      state.records.roles.set(role.id, { ...role, members: Object.fromEntries(stay) })
    }
    return {}
  },

  updateRoleMemberScope(state, { userid, role_id, dept_ids }) {
    const { records } = state
    if (!records.users.has(userid)) refuse(46004)
    const role = records.roles.get(role_id)
    if (role === undefined || role.system) refuse(60301)
    if (dept_ids?.some((id) => !records.departments.has(id))) refuse(60003)
    if (!Object.hasOwn(role.members, userid)) refuse(400002, 'not a member of the role')
    records.roles.set(role.id, { ...role, members: { ...role.members, [userid]: { scope: dept_ids ?? null } } })
    return {}
  },

  getRoleGroup(state, { group_id }) {
    const group = state.records.groups.get(group_id) ?? refuse(400002)
    const inside = rolesIn(state, group.id).map(({ id, name }) => ({ role_id: id, role_name: name }))
    return { role_group: { group_name: group.name, roles: inside } }
  },

  getRole(state, { roleId }) {
    const role = state.records.roles.get(roleId) ?? refuse(33011)
    return { role: { name: role.name, groupId: role.group } }
  },

  listRoles(state, { size = DEFAULT_SIZE, offset }) {
    const groups = [...state.records.groups.values()].map((group) => ({
      groupId: group.id,
      name: group.name,
      roles: rolesIn(state, group.id).map(({ id, name }) => ({ id, name })),
    }))
    const rows =
      state.switches.roleListUnit === 'groups'
        ? groups
        : groups.flatMap((group) =>
            group.roles.length > 0 ? group.roles.map((role) => ({ ...group, roles: [role] })) : group,
          )
    const { items, next } = window(rows, offset, size)
    const merged = new Map<number, (typeof groups)[number]>()
    for (const row of items) {
      const known = merged.get(row.groupId)
      merged.set(row.groupId, known ? { ...known, roles: [...known.roles, ...row.roles] } : row)
    }
    return { result: { hasMore: next !== undefined, list: [...merged.values()] } }
  },

  listRoleMembers(state, { role_id, size = DEFAULT_SIZE, offset }) {
    const role = state.records.roles.get(role_id) ?? refuse(33011)
    const { items, next } = window(membersOfRole(state, role), offset, size)
    const list = items.map((userid) => ({
      userid,
      name: state.records.users.get(userid)?.name ?? '',
      ...manageScopes(state, role, userid),
    }))
    return { result: { hasMore: next !== undefined, list } }
  },
} satisfies Handlers

/** A size without an offset has no effect: then the first page has the default size. */
function window<T>(
  rows: readonly T[],
  offset: number | undefined,
  size: number,
): { items: readonly T[]; next?: number } {
  return offset === undefined ? page(rows, 0, DEFAULT_SIZE) : page(rows, offset, size)
}

function nextId({ records }: State): number {
  return 1_507_113_000 + ++records.counters.role * 29
}

function rolesIn(state: State, group: number): Role[] {
  return [...state.records.roles.values()].filter((role) => role.group === group)
}

function editable(state: State, id: number): Role {
  const role = state.records.roles.get(id) ?? refuse(33011)
  return role.system ? refuse(23004) : role
}

function checkName(state: State, name: string, group: number, id?: number): void {
  const pool = state.switches.roleNamesUnique === 'group' ? rolesIn(state, group) : [...state.records.roles.values()]
  if (pool.some((role) => role.name === name && role.id !== id)) refuse(34021)
}

/** All roles and people of a batch, or a refusal of the whole batch: nothing is reported per item. */
function grantable(state: State, roleIds: readonly number[], userIds: readonly string[]): Role[] {
  const wanted = roleIds.map((id) => state.records.roles.get(id) ?? refuse(33011))
  if (wanted.some((role) => role.system)) refuse(33011, 'a system role cannot be granted')
  if (userIds.some((userid) => !state.records.users.has(userid))) refuse(33012)
  return wanted
}

function manageScopes({ records, switches }: State, role: Role, userid: string): object {
  const scope = Object.hasOwn(role.members, userid) ? role.members[userid]?.scope : undefined
  const ids = scope === null && switches.wholeScope === 'root' ? [1] : (scope ?? [])
  const named = ids.map((dept_id) => ({ dept_id, name: records.departments.get(dept_id)?.name ?? '' }))
  return named.length > 0 ? { manageScopes: named } : {}
}
