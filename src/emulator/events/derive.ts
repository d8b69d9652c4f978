import { isDeepStrictEqual } from 'node:util'
import type { Change, Changes } from '../changes.ts'
import type { Admin, Department, Role, RoleGroup, User } from '../company.ts'
import { type Records, ROOT } from '../records.ts'
import type { Diff, EventFacts, Label } from './event.ts'

/**
 * What DingTalk tells about changes: the one place where a change of the company becomes events. What a write does to
 * others is told too: a deletion takes the person from roles and departments, and each of those is a change of its own.
 */
export function eventsOf(changes: Changes, records: Records): EventFacts[] {
  return [
    ...changes.departments.flatMap(({ key, before, after }) => {
      if (after === undefined) return goesAlone(before, changes) ? [departmentEvent('org_dept_remove', key)] : []
      if (before === undefined) return [departmentEvent('org_dept_create', key)]
      if (key === ROOT && before.name !== after.name)
        return [{ type: 'org_change' } as const, departmentEvent('org_dept_modify', key)]
      return differs(before, after, silentInDepartments) ? [departmentEvent('org_dept_modify', key)] : []
    }),
    ...changes.users.flatMap(userEvents),
    ...changes.admins.flatMap((change) => adminEvents(change, records)),
    ...changes.groups.flatMap(groupEvents),
    ...changes.roles.flatMap(roleEvents),
  ]
}

/** Fields whose change no event was found for: visibility, and what restricts it. */
const silentInDepartments: readonly (keyof Department)[] = [
  'hide_dept',
  'dept_permits',
  'user_permits',
  'outer_dept',
  'outer_dept_only_self',
  'outer_permit_depts',
  'outer_permit_users',
]

/** The same for people: the personal profile, executive mode, a hidden mobile; and what the emulator counts by itself. */
const silentInUsers: readonly (keyof User)[] = [
  'avatar',
  'nickname',
  'unionid',
  'senior',
  'seniorSetting',
  'hide_mobile',
  'active',
  'modified',
  'joined',
]

function differs<T extends object>(before: T, after: T, silent: readonly (keyof T)[]): boolean {
  const loud = (record: T) => Object.entries(record).filter(([field]) => !silent.includes(field as keyof T))
  return !isDeepStrictEqual(new Map(loud(before)), new Map(loud(after)))
}

function departmentEvent(type: 'org_dept_create' | 'org_dept_modify' | 'org_dept_remove', id: number): EventFacts {
  return { type, departments: [id] }
}

/** Of a branch that is removed only the top is named: whoever hears of it has to drop all below. */
function goesAlone(gone: Department | undefined, { departments }: Changes): boolean {
  return !departments.some(({ key, after }) => key === gone?.parent_id && after === undefined)
}

function userEvents({ key, before, after }: Change<string, User>): EventFacts[] {
  if (after === undefined) return [{ type: 'user_leave_org', users: [key] }]
  if (before === undefined) return [{ type: 'user_add_org', users: [key] }, ...activated(after)]
  const diff = diffOf(before, after)
  return [
    ...(differs(before, after, silentInUsers)
      ? [{ type: 'user_modify_org', users: [key], ...(diff && { diff }) } as const]
      : []),
    ...(before.active ? [] : activated(after)),
  ]
}

function activated({ userid, active }: User): EventFacts[] {
  return active ? [{ type: 'user_active_org', users: [userid] }] : []
}

/** Fields that a diff was seen to carry, by their names in it. Moves and titles were not. */
const diffFields: { readonly [name: string]: (user: User) => string } = {
  name: ({ name }) => name,
  telephone: ({ telephone }) => telephone,
  email: ({ email }) => email,
  jobNumber: ({ job_number }) => job_number,
  workPlace: ({ work_place }) => work_place,
  managerUserid: ({ manager_userid = '' }) => manager_userid,
  hiredDate: ({ hired_date = '' }) => String(hired_date),
  remark: ({ remark }) => remark,
  extFields: ({ extension }) => (Object.keys(extension).length > 0 ? JSON.stringify(extension) : ''),
}

function diffOf(before: User, after: User): Diff | undefined {
  const changed = Object.entries(diffFields).filter(([, of]) => of(before) !== of(after))
  if (changed.length === 0) return undefined
  const side = (user: User) =>
    Object.fromEntries(changed.flatMap(([name, of]) => (of(user) === '' ? [] : [[name, of(user)]])))
  return { userid: after.userid, prev: side(before), curr: side(after) }
}

/** Being an administrator is also holding one of DingTalk's own roles, and both are told. */
function adminEvents({ key, before, after }: Change<string, Admin>, { roles }: Records): EventFacts[] {
  if (before?.level === after?.level) return []
  const held = (admin: Admin | undefined, change: 'added' | 'removed'): EventFacts[] => {
    const wanted = admin && (admin.level === 1 ? 'super-admin' : 'sub-admin')
    const role = [...roles.values()].find(({ system }) => system !== undefined && system === wanted)
    return role ? [{ type: 'label_user_change', users: [key], labels: [role.id], change }] : []
  }
  return [
    ...(before === undefined ? [{ type: 'org_admin_add', users: [key] } as const] : []),
    ...(after === undefined ? [{ type: 'org_admin_remove', users: [key] } as const] : []),
    ...held(before, 'removed'),
    ...held(after, 'added'),
  ]
}

function groupEvents({ key, before, after }: Change<number, RoleGroup>): EventFacts[] {
  return labelEvents(key, before, after)
}

function roleEvents({ key, before, after }: Change<number, Role>): EventFacts[] {
  const configured = labelEvents(key, before && labelOf(before), after && labelOf(after))
  if (after === undefined) return configured
  const [had, has] = [Object.keys(before?.members ?? {}), Object.keys(after.members)]
  const added = has.filter((userid) => !had.includes(userid))
  const removed = had.filter((userid) => !has.includes(userid))
  const told = (users: readonly string[], change: 'added' | 'removed'): EventFacts[] =>
    users.length > 0 ? [{ type: 'label_user_change', users, labels: [key], change }] : []
  return [...configured, ...told(removed, 'removed'), ...told(added, 'added')]
}

function labelOf({ id, name, group }: Role): Label {
  return { id, name, group }
}

function labelEvents(id: number, before: Label | undefined, after: Label | undefined): EventFacts[] {
  if (after === undefined) return [{ type: 'label_conf_del', labels: [id] }]
  if (before === undefined) return [{ type: 'label_conf_add', labels: [id] }]
  if (before.name === after.name && before.group === after.group) return []
  return [{ type: 'label_conf_modify', labels: [id], before, after }]
}
