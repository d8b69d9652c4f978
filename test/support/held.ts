import type { Company } from '../../src/emulator/company.ts'
import type { Snapshot } from '../../src/emulator/server.ts'

/**
 * What a company holds, in names instead of ids: departments by path, people by userid, roles by group and name. Two
 * companies that were made in a different order, or by more runs than one, hold the same.
 */
export interface Held {
  readonly departments: { readonly [path: string]: object }
  readonly people: { readonly [userid: string]: object }
  readonly roles: { readonly [name: string]: { readonly [userid: string]: readonly string[] | null } }
}

/** Describes a snapshot. What DingTalk makes up by itself (ids, times, default orders) is left out. */
export function heldIn(snapshot: Snapshot): Held {
  const byId = new Map(snapshot.departments.map((department) => [department.dept_id, department]))
  const path = (id: number): string => {
    const department = byId.get(id)
    if (department?.parent_id === undefined) return '/'
    const above = path(department.parent_id)
    return above === '/' ? department.name : `${above}/${department.name}`
  }
  const groups = new Map(snapshot.groups.map(({ id, name }) => [id, name]))
  const departments = snapshot.departments.map(({ dept_id, parent_id: _parent, order, ...rest }) => [
    path(dept_id),
    {
      ...rest,
      order: order === String(dept_id) ? null : order,
      dept_permits: rest.dept_permits.map(path),
      managers: [...rest.managers].sort(),
    },
  ])
  const people = snapshot.users.map(({ unionid: _union, joined: _joined, create_time: _time, ...user }) => [
    user.userid,
    {
      ...user,
      main: path(user.main),
      departments: user.departments.map(path).sort(),
      memberships: Object.fromEntries(
        Object.entries(user.memberships).map(([id, member]) => [path(Number(id)), member]),
      ),
    },
  ])
  const roles = snapshot.roles.map((role) => [`${groups.get(role.group)}/${role.name}`, scopes(role.members, path)])
  return {
    departments: Object.fromEntries(departments),
    people: Object.fromEntries(people),
    roles: Object.fromEntries(roles),
  }
}

function scopes(members: Company['roles'][number]['members'], path: (id: number) => string) {
  const entries = Object.entries(members).map(
    ([userid, { scope }]) => [userid, scope?.map(path).sort() ?? null] as const,
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Where two values of plain data differ, one line each. */
export function differences(wanted: unknown, found: unknown, at = ''): string[] {
  if (typeof wanted !== 'object' || typeof found !== 'object' || wanted === null || found === null)
    return wanted === found ? [] : [`${at}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`]
  const [a, b] = [wanted as Record<string, unknown>, found as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], `${at}/${key}`),
  )
}
