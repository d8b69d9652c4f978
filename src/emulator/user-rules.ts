import type { User } from './company.ts'
import { departmentOf, leave } from './department-rules.ts'
import { refuse, VendorError } from './errors.ts'
import { mobileKey } from './records.ts'
import type { State } from './state.ts'

const MAX_MEMBERS = 1000

/** A mobile as DingTalk reads it: mainland numbers plain or with +86, others with their country code. */
export function parseMobile(text: string, registeredAbroad = false): { code: string; number: string } | undefined {
  const plain = /^1\d{10}$/.exec(text)
  if (plain) return registeredAbroad ? undefined : { code: '86', number: text }
  const [, code, number] = /^\+(\d{1,4})-(\d{4,14})$/.exec(text) ?? []
  if (code === undefined || number === undefined) return undefined
  return code !== '86' || /^1\d{10}$/.test(number) ? { code, number } : undefined
}

/** The departments a person comes to must exist, be visible to the app, and have room. */
export function checkDepartments(state: State, ids: readonly number[], before: readonly number[] = []): void {
  for (const id of ids) {
    if (!state.records.departments.has(id)) refuse(60003)
    if (before.includes(id)) continue
    departmentOf(state, id)
    if (state.records.members(id).size >= MAX_MEMBERS) refuse(40023)
  }
}

/** Refuses a mobile, mail or extension number that is malformed or that another person has. */
export function checkUnique(
  state: State,
  values: { readonly mobile?: User['mobile']; readonly email?: string; readonly telephone?: string },
  userid?: string,
): void {
  const { records, switches } = state
  const { mobile, email, telephone } = values
  const owner = mobile && records.holder('mobile', mobileKey(mobile))
  if (owner && owner.userid !== userid) {
    throw new VendorError(60104, '', switches.mobileClashTellsUserid ? { userid: owner.userid } : {})
  }
  if (email) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) refuse(60105)
    if (taken(records.holder('email', email.toLowerCase()), userid)) refuse(switches.mailClash)
  }
  if (telephone && taken(records.holder('telephone', telephone), userid)) refuse(40100)
}

function taken(owner: User | undefined, userid: string | undefined): boolean {
  return owner !== undefined && owner.userid !== userid
}

/** Custom attributes: texts only, and defined in the console where the console's list is known. */
export function checkExtension(state: State, extension: Readonly<Record<string, unknown>>): Record<string, string> {
  const checked: Record<string, string> = {}
  for (const [attribute, value] of Object.entries(extension)) {
    if (typeof value !== 'string') refuse(60122)
    if (state.extensionAttributes && !state.extensionAttributes.includes(attribute)) refuse(60122)
    Object.defineProperty(checked, attribute, { value, enumerable: true, configurable: true, writable: true })
  }
  return checked
}

export function checkManager(state: State, userid: string | undefined): void {
  if (userid && !state.records.users.has(userid)) refuse(60128)
}

/** A password of a DingTalk-built account is neither all letters nor all digits. */
export function checkPassword(password: string | undefined): void {
  if (password !== undefined && /^(\p{L}*|\d*)$/u.test(password)) refuse(400002, 'parameter init_password is invalid')
}

/** Removes a person and every mention: manager flags, chats, permits, roles, and as somebody's manager. */
export function forgetUser(state: State, user: User): void {
  const { records } = state
  const { userid } = user
  leave(state, userid, user.departments)
  const others = (list: readonly string[]) => list.filter((entry) => entry !== userid)
  for (const department of records.departments.values()) {
    const { user_permits, outer_permit_users } = department
    if (!user_permits.includes(userid) && !outer_permit_users.includes(userid)) continue
    records.putDepartment({
      ...department,
      user_permits: others(user_permits),
      outer_permit_users: others(outer_permit_users),
    })
  }
  for (const role of records.roles.values()) {
    if (!Object.hasOwn(role.members, userid)) continue
    const { [userid]: _gone, ...members } = role.members
    records.roles.set(role.id, { ...role, members })
  }
  for (const other of records.users.values()) {
    if (other.manager_userid !== userid) continue
    const { manager_userid: _manager, ...rest } = other
    records.putUser(rest)
  }
  records.admins.delete(userid)
  if (records.boss === userid) records.boss = undefined
  records.dropUser(userid)
}
