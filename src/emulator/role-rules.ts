import type { Role, SystemRole } from './company.ts'
import type { Answer } from './handler.ts'
import type { State } from './state.ts'

/** Userids of a role's members. Those of a system role follow from facts: administrators, the owner, department heads. */
export function membersOfRole(state: State, role: Role): string[] {
  return role.system === undefined ? Object.keys(role.members) : systemMembers(state, role.system)
}

/** The roles of one person, as getUser lists them. */
export function rolesOf(state: State, userid: string): Answer[] {
  const { records } = state
  const held = [...records.roles.values()].filter((role) =>
    role.system === undefined
      ? Object.hasOwn(role.members, userid)
      : systemMembers(state, role.system, userid).length > 0,
  )
  return held.map((role) => ({ id: role.id, name: role.name, group_name: records.groups.get(role.group)?.name ?? '' }))
}

function systemMembers({ records }: State, role: SystemRole, only?: string): string[] {
  const wanted = (userid: string) => only === undefined || userid === only
  switch (role) {
    case 'super-admin':
    case 'sub-admin': {
      const level = role === 'super-admin' ? 1 : 2
      return [...records.admins].flatMap(([userid, admin]) => (admin.level === level && wanted(userid) ? [userid] : []))
    }
    case 'owner':
      return records.boss !== undefined && wanted(records.boss) ? [records.boss] : []
    case 'head': {
      const user = only === undefined ? undefined : records.users.get(only)
      const ids = user?.departments ?? [...records.departments.keys()]
      const heads = ids.flatMap((id) => records.departments.get(id)?.managers ?? [])
      return [...new Set(heads.filter(wanted))]
    }
  }
}
