import { type Changes, Tracked } from './changes.ts'
import type { Admin, Company, Department, Role, RoleGroup, User } from './company.ts'

/** The root department: every company has it, and only it has no parent. */
export const ROOT = 1

/**
 * The company's records with the indexes that DingTalk's rules need (who has this mobile, who is in this department).
 * Records are never changed, only replaced: `put` it again with other fields. The rules themselves stand in the
 * handlers; whoever writes here directly acts as the administration console would, unchecked.
 */
export class Records {
  readonly departments = new Tracked<number, Department>()
  readonly users = new Tracked<string, User>()
  readonly groups = new Tracked<number, RoleGroup>()
  readonly roles = new Tracked<number, Role>()
  readonly admins = new Tracked<string, Admin>()
  boss: string | undefined
  readonly counters = { department: 0, role: 0, user: 0, change: 0 }
  readonly #children = new Map<number, Set<number>>()
  readonly #members = new Map<number, Set<string>>()
  readonly #holders = new Map<string, string>()

  constructor(company: Company) {
    for (const department of company.departments) this.putDepartment(department)
    for (const user of company.users) this.putUser(user)
    for (const group of company.groups) this.groups.set(group.id, group)
    for (const role of company.roles) this.roles.set(role.id, role)
    for (const [userid, admin] of Object.entries(company.admins)) this.admins.set(userid, admin)
    this.boss = company.boss
    Object.assign(this.counters, company.counters)
    this.takeChanges()
  }

  /** What became different since the last call, or since the company was loaded. */
  takeChanges(): Changes {
    return {
      departments: this.departments.takeChanges(),
      users: this.users.takeChanges(),
      groups: this.groups.takeChanges(),
      roles: this.roles.takeChanges(),
      admins: this.admins.takeChanges(),
    }
  }

  /** Plain JSON of everything, in order of ids, so that equal companies give equal text. */
  company(corp: string): Company {
    const byId = <T>(values: Iterable<T>, id: (value: T) => number) => [...values].sort((a, b) => id(a) - id(b))
    return {
      format: 'rollbook.emulator/1',
      corp,
      departments: byId(this.departments.values(), (department) => department.dept_id),
      users: byId(this.users.values(), (user) => user.joined),
      groups: byId(this.groups.values(), (group) => group.id),
      roles: byId(this.roles.values(), (role) => role.id),
      admins: Object.fromEntries(this.admins),
      ...(this.boss !== undefined && { boss: this.boss }),
      counters: { ...this.counters },
    }
  }

  putDepartment(department: Department): void {
    const before = this.departments.get(department.dept_id)
    if (before?.parent_id !== undefined) this.#children.get(before.parent_id)?.delete(before.dept_id)
    this.departments.set(department.dept_id, department)
    if (department.parent_id !== undefined) setOf(this.#children, department.parent_id).add(department.dept_id)
  }

  dropDepartment(id: number): void {
    const department = this.departments.get(id)
    if (department?.parent_id !== undefined) this.#children.get(department.parent_id)?.delete(id)
    this.departments.delete(id)
    this.#children.delete(id)
    this.#members.delete(id)
  }

  putUser(user: User): void {
    this.#forget(user.userid)
    this.users.set(user.userid, user)
    for (const id of user.departments) setOf(this.#members, id).add(user.userid)
    for (const key of unique(user)) this.#holders.set(key, user.userid)
  }

  dropUser(userid: string): void {
    this.#forget(userid)
    this.users.delete(userid)
  }

  #forget(userid: string): void {
    const before = this.users.get(userid)
    if (before === undefined) return
    for (const id of before.departments) this.#members.get(id)?.delete(userid)
    for (const key of unique(before)) this.#holders.delete(key)
  }

  /** Direct sub-departments, as the console sorts them: smaller `order` first. */
  children(id: number): Department[] {
    const children = [...(this.#children.get(id) ?? [])].flatMap((child) => this.departments.get(child) ?? [])
    return children.sort((a, b) => compare(BigInt(a.order), BigInt(b.order)) || a.dept_id - b.dept_id)
  }

  countChildren(id: number): number {
    return this.#children.get(id)?.size ?? 0
  }

  /** The department and everything below it. */
  subtree(id: number): number[] {
    return [id, ...[...(this.#children.get(id) ?? [])].flatMap((child) => this.subtree(child))]
  }

  /** The department, its parent, and so on up to the root. */
  chain(id: number): number[] {
    const parent = this.departments.get(id)?.parent_id
    return parent === undefined ? [id] : [id, ...this.chain(parent)]
  }

  /** People directly in a department, in no particular order. */
  members(id: number): ReadonlySet<string> {
    return this.#members.get(id) ?? new Set()
  }

  /** Who holds a value that only one person may have. */
  holder(kind: 'mobile' | 'email' | 'telephone' | 'unionid', value: string): User | undefined {
    const userid = this.#holders.get(`${kind} ${value}`)
    return userid === undefined ? undefined : this.users.get(userid)
  }
}

/** A mobile as the key of uniqueness: `86-10000000001`. */
export function mobileKey(mobile: { readonly code: string; readonly number: string }): string {
  return `${mobile.code}-${mobile.number}`
}

function* unique(user: User): Iterable<string> {
  yield `unionid ${user.unionid}`
  if (user.mobile) yield `mobile ${mobileKey(user.mobile)}`
  if (user.email) yield `email ${user.email.toLowerCase()}`
  if (user.telephone) yield `telephone ${user.telephone}`
}

/** For sorting integers of any size. */
export function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key)
  if (known) return known
  const created = new Set<V>()
  map.set(key, created)
  return created
}
