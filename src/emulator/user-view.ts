import { contract } from '../dingtalk/contract.ts'
import type { Department, User } from './company.ts'
import type { Answer } from './handler.ts'
import { rolesOf } from './role-rules.ts'
import type { State } from './state.ts'
import { withoutUnset } from './unset.ts'

/** The result of getUser. */
export function userAnswer(state: State, user: User): Answer {
  const { records, switches } = state
  const leads = (id: number) => records.departments.get(id)?.managers.includes(user.userid) ?? false
  const positions = user.departments.map((dept_id) => {
    const { title, work_place } = user.memberships[dept_id] ?? {}
    const texts = { ...(title !== undefined && { title }), ...(work_place !== undefined && { work_place }) }
    return { dept_id, ...texts, is_main: dept_id === user.main }
  })
  const roles = rolesOf(state, user.userid)
  return readable(state, 'User', {
    ...common(state, user),
    title: user.title,
    dept_order_list: user.departments.map((dept_id) => ({ dept_id, order: orderIn(user, dept_id) })),
    ...(switches.multiplePositions && { dept_position_list: positions }),
    leader_in_dept: user.departments.map((dept_id) => ({ dept_id, leader: leads(dept_id) })),
    ...(user.manager_userid !== undefined && { manager_userid: user.manager_userid }),
    ...(user.org_email_type !== undefined && { org_email_type: user.org_email_type }),
    ...(user.extension_i18n && { extension_i18n: user.extension_i18n }),
    real_authed: user.active,
    senior: user.senior,
    ...(roles.length > 0 && { role_list: roles }),
    union_emp_ext: {},
    create_time: user.create_time,
  })
}

/** An item of the user list: what it says is relative to the department that was asked for. */
export function userItem(state: State, user: User, department: Department): Answer {
  const { title, order } = user.memberships[department.dept_id] ?? {}
  const hidden = order === undefined && state.switches.hidesUnsetOrder
  return readable(state, 'UserListItem', {
    ...common(state, user),
    title: title ?? user.title,
    ...(!hidden && { dept_order: orderIn(user, department.dept_id) }),
    leader: department.managers.includes(user.userid),
  })
}

function common(state: State, user: User): Answer {
  const { records, corp } = state
  const { account, mobile } = user
  return {
    userid: user.userid,
    unionid: user.unionid,
    name: user.name,
    avatar: user.avatar,
    ...(mobile && { state_code: mobile.code, mobile: mobile.number }),
    hide_mobile: user.hide_mobile,
    telephone: user.telephone,
    job_number: user.job_number,
    ...(user.email && { email: user.email }),
    ...(user.org_email && state.switches.enterpriseMail && { org_email: user.org_email }),
    work_place: user.work_place,
    remark: user.remark,
    dept_id_list: user.departments,
    extension: JSON.stringify(user.extension),
    ...(user.hired_date !== undefined && { hired_date: user.hired_date }),
    active: user.active,
    admin: records.admins.has(user.userid),
    boss: records.boss === user.userid,
    exclusive_account: account !== undefined,
    ...(account && {
      exclusive_account_type: account.type,
      exclusive_account_corp_id: account.corp ?? corp,
      exclusive_account_corp_name: records.departments.get(1)?.name ?? '',
      disable_status: false,
      ...(account.login_id !== undefined && { login_id: account.login_id }),
      ...(user.nickname !== undefined && { nickname: user.nickname }),
    }),
  }
}

/**
 * The sort weight of a person in a department. Where nobody set one DingTalk shows a number of its own, far beyond
 * 2^53; people who joined later stand lower.
 */
export function orderIn(user: User, department: number): bigint {
  const set = user.memberships[department]?.order
  return set === undefined ? 176_322_897_889_314_511n - BigInt(user.joined) * 1_000_002n : BigInt(set)
}

/** Leaves out what the app has no field permission for, and what is unset. */
function readable(state: State, schema: 'User' | 'UserListItem', answer: Answer): Answer {
  const properties = contract.schemas[schema]?.properties ?? {}
  const missing = (field: string) => {
    const permission = properties[field === 'state_code' ? 'mobile' : field]?.['x-field-permission']
    return permission !== undefined && state.missingPermissions.has(permission)
  }
  if (state.missingPermissions.size === 0) return withoutUnset(state, answer)
  return withoutUnset(state, Object.fromEntries(Object.entries(answer).filter(([field]) => !missing(field))))
}
