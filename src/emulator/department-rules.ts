import type { Department } from './company.ts'
import { refuse } from './errors.ts'
import type { State } from './state.ts'

const MAX_LEVELS = 20
const MAX_CHILDREN = 1000
const MAX_PERMITS = 50

/** The department, or its refusal: 60003 when it is not there, 50004 when the app may not see it. */
export function departmentOf(state: State, id: number, absent = 60003): Department {
  const department = state.records.departments.get(id) ?? refuse(absent)
  if (!state.seesDepartment(id)) refuse(50004)
  return department
}

/** Whether a department fits below a parent, by depth, number of siblings and name. */
export function checkPlace(state: State, place: { parent: number; name: string; id?: number }): void {
  const { records, switches } = state
  const { parent, name, id } = place
  departmentOf(state, parent, 60004)
  const below = id === undefined ? [] : records.subtree(id)
  if (below.includes(parent)) refuse(60010)
  const level = records.chain(parent).length
  const height = Math.max(0, ...below.map((descendant) => records.chain(descendant).indexOf(id ?? 0)))
  if (level + height > MAX_LEVELS) refuse(60002)
  const comes = id === undefined || records.departments.get(id)?.parent_id !== parent
  if (comes && records.countChildren(parent) >= MAX_CHILDREN) refuse(60110)
  if (records.children(parent).some((sibling) => sibling.name === name && sibling.dept_id !== id)) {
    refuse(switches.nameClash)
  }
}

type Permits = Pick<Department, 'dept_permits' | 'user_permits' | 'outer_permit_depts' | 'outer_permit_users'>

/** Whether everything on the lists exists. On update a list and its twin share one ceiling. */
export function checkPermits({ records }: State, lists: Partial<Permits>, becomes?: Permits): void {
  const departments = [...(lists.dept_permits ?? []), ...(lists.outer_permit_depts ?? [])]
  if (departments.some((id) => !records.departments.has(id))) refuse(60109)
  const users = [...(lists.user_permits ?? []), ...(lists.outer_permit_users ?? [])]
  if (users.some((userid) => !records.users.has(userid))) refuse(becomes ? 40031 : 60109)
  if (becomes === undefined) return
  const inside = lists.dept_permits ?? lists.user_permits
  const outside = lists.outer_permit_depts ?? lists.outer_permit_users
  if (inside && becomes.dept_permits.length + becomes.user_permits.length > MAX_PERMITS) refuse(60109)
  if (outside && becomes.outer_permit_depts.length + becomes.outer_permit_users.length > MAX_PERMITS) refuse(60109)
}

/** Managers must be there already; an empty list is refused, clearing them goes by force_update_fields. */
export function checkManagers({ records }: State, id: number, managers: readonly string[]): void {
  const members = records.members(id)
  if (managers.length === 0 || managers.some((userid) => !members.has(userid))) refuse(40031)
}

/** Takes people out of a department: who is not in it cannot manage it or own its chat. */
export function leave({ records }: State, userid: string, ids: readonly number[]): void {
  for (const id of ids) {
    const department = records.departments.get(id)
    if (department === undefined) continue
    const { org_dept_owner, ...rest } = department
    const managers = department.managers.filter((manager) => manager !== userid)
    if (managers.length === department.managers.length && org_dept_owner !== userid) continue
    records.putDepartment({ ...rest, managers, ...(org_dept_owner && org_dept_owner !== userid && { org_dept_owner }) })
  }
}

/** Removes every mention of departments that are gone: permits, and scopes of role members. */
export function forgetDepartments({ records }: State, gone: readonly number[]): void {
  const stays = (id: number) => !gone.includes(id)
  for (const department of records.departments.values()) {
    const { dept_permits, outer_permit_depts } = department
    if (dept_permits.every(stays) && outer_permit_depts.every(stays)) continue
    records.putDepartment({
      ...department,
      dept_permits: dept_permits.filter(stays),
      outer_permit_depts: outer_permit_depts.filter(stays),
    })
  }
  for (const role of records.roles.values()) {
    const members = Object.entries(role.members).map(([userid, member]) => [
      userid,
      member.scope ? { scope: member.scope.filter(stays) } : member,
    ])
    records.roles.set(role.id, { ...role, members: Object.fromEntries(members) })
  }
}
