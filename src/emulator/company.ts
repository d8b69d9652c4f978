import type { Int64 } from '../dingtalk/operation.ts'

/** A department as DingTalk keeps it. Fields carry the names of the write API; what is unset is left out. */
export interface Department {
  readonly dept_id: number
  readonly name: string
  /** Left out for the root. */
  readonly parent_id?: number
  readonly order: Int64
  readonly hide_dept: boolean
  readonly dept_permits: readonly number[]
  readonly user_permits: readonly string[]
  readonly outer_dept: boolean
  readonly outer_dept_only_self: boolean
  readonly outer_permit_depts: readonly number[]
  readonly outer_permit_users: readonly string[]
  readonly create_dept_group: boolean
  readonly auto_add_user: boolean
  readonly auto_approve_apply: boolean
  readonly group_contain_sub_dept: boolean
  readonly group_contain_outer_dept: boolean
  readonly group_contain_hidden_dept: boolean
  readonly managers: readonly string[]
  readonly org_dept_owner?: string
  readonly source_identifier?: string
  readonly code?: string
  readonly brief?: string
  readonly telephone?: string
  readonly extension?: string
}

/** What a person has in one department: none of it exists elsewhere in DingTalk. */
export interface Membership {
  /** Left out until somebody sets it; reads then show a large number that DingTalk made up. */
  readonly order?: Int64
  readonly title?: string
  readonly work_place?: string
}

/** Executive mode beyond its flag: who may still reach the person, and what is protected. */
export interface Senior {
  readonly protectScenes: readonly string[]
  readonly whiteList: readonly { readonly type: 1 | 2 | 3; readonly id: string }[]
}

/** A member of the company. Texts may be empty: DingTalk does not tell "empty" from "unset". */
export interface User {
  readonly userid: string
  readonly unionid: string
  readonly name: string
  /** Absent for an enterprise account and for a person known by mail only. */
  readonly mobile?: { readonly code: string; readonly number: string }
  readonly hide_mobile: boolean
  readonly telephone: string
  readonly job_number: string
  readonly title: string
  readonly email: string
  readonly org_email: string
  readonly org_email_type?: string
  readonly work_place: string
  readonly remark: string
  readonly extension: { readonly [attribute: string]: string }
  readonly extension_i18n?: { readonly [attribute: string]: unknown }
  readonly senior: boolean
  readonly seniorSetting?: Senior
  readonly hired_date?: number
  readonly manager_userid?: string
  /** The departments in the order they were sent; the keys of `memberships` are the same. */
  readonly departments: readonly number[]
  readonly memberships: { readonly [dept: string]: Membership }
  readonly main: number
  readonly active: boolean
  readonly account?: { readonly type: 'sso' | 'dingtalk'; readonly login_id?: string; readonly corp?: string }
  readonly avatar: string
  readonly nickname?: string
  readonly create_time: string
  /** Position in the sequence of joiners: decides listing order and made-up sort weights. */
  readonly joined: number
  readonly modified: number
}

export interface RoleGroup {
  readonly id: number
  readonly name: string
  /** DingTalk's own: its roles follow from facts and cannot be written. */
  readonly system?: true
}

/** A role's members by userid. `scope` holds department ids; `null` is the whole organisation; absent: never set. */
export interface Role {
  readonly id: number
  readonly group: number
  readonly name: string
  readonly system?: SystemRole
  readonly members: { readonly [userid: string]: { readonly scope?: readonly number[] | null } }
}

/** Roles of the Default group: super administrator, sub-administrator, owner, department head. */
export type SystemRole = 'super-admin' | 'sub-admin' | 'owner' | 'head'

export interface Admin {
  readonly level: 1 | 2
  /** Departments the administrator manages. */
  readonly scope: readonly number[]
}

/** Everything the emulator remembers, as plain JSON: what a state file holds. */
export interface Company {
  readonly format: 'rollbook.emulator/1'
  readonly corp: string
  readonly departments: readonly Department[]
  readonly users: readonly User[]
  readonly groups: readonly RoleGroup[]
  readonly roles: readonly Role[]
  readonly admins: { readonly [userid: string]: Admin }
  readonly boss?: string
  /** Counters for ids, joiners and changes: nothing that was used comes back. */
  readonly counters: {
    readonly department: number
    readonly role: number
    readonly user: number
    readonly change: number
  }
}
