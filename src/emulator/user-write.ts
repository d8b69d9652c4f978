import type { User } from './company.ts'
import { leave } from './department-rules.ts'
import { refuse } from './errors.ts'
import type { Handlers } from './handler.ts'
import { checkConsent, noteLeft } from './invitations.ts'
import { noteLeaver } from './leavers.ts'
import { checkWording } from './moderation.ts'
import { placed } from './positions.ts'
import { mobileKey } from './records.ts'
import type { Request } from './request.ts'
import type { State } from './state.ts'
import {
  checkDepartments,
  checkExtension,
  checkManager,
  checkPassword,
  checkUnique,
  forgetUser,
  parseMobile,
} from './user-rules.ts'

/** Creates, updates and deletes people. */
export const userWrites = {
  createUser(state, request) {
    const { records } = state
    checkDepartments(state, request.dept_id_list)
    if (request.userid !== undefined && records.users.has(request.userid)) refuse(60102)
    const identity = identify(state, request)
    const joined = records.counters.user + 1
    const userid = request.userid ?? `16203020${String(joined).padStart(12, '0')}`
    const unionid = `${state.fingerprint('union', userid, joined).slice(0, 22)}iEiE`
    const created: User = {
      ...blankUser,
      ...identity,
      ...placed(undefined, request, state.switches),
      userid,
      unionid,
      name: request.name,
      create_time: new Date(state.now()).toISOString(),
      joined,
      modified: 0,
    }
    const user = written(state, created, request)
    checkWording(state, [user.name, user.title, user.work_place, user.remark])
    checkConsent(state, user.mobile, request)
    records.counters.user = joined
    records.putUser({ ...user, modified: ++records.counters.change })
    return { result: { userid, unionId: unionid } }
  },

  updateUser(state, request) {
    const { records, switches } = state
    const before = records.users.get(request.userid) ?? refuse(60121)
    if (!state.seesUser(before)) refuse(50002)
    if (request.mobile !== undefined) {
      const mobile = parseMobile(request.mobile)
      if (!mobile || !before.mobile || mobileKey(mobile) !== mobileKey(before.mobile)) refuse(41054)
    }
    if (request.dept_id_list) checkDepartments(state, request.dept_id_list, before.departments)
    const senior = request.senior_mode ?? (switches.seniorModeDefaultsToFalse ? false : before.senior)
    const place = placed(before, request, switches)
    const after = written(state, { ...before, ...place, senior, name: request.name ?? before.name }, request)
    const left = before.departments.filter((id) => !after.departments.includes(id))
    leave(state, before.userid, left)
    records.putUser({ ...after, modified: ++records.counters.change })
    return {}
  },

  deleteUser(state, { userid }) {
    const user = state.records.users.get(userid) ?? refuse(33012)
    if (!state.seesUser(user)) refuse(50002)
    noteLeft(state, user)
    noteLeaver(state, user)
    forgetUser(state, user)
    return {}
  },
} satisfies Handlers

/** A person of whom nothing is stated: the fields that DingTalk shows empty. */
export const blankUser: Pick<
  User,
  | 'hide_mobile'
  | 'telephone'
  | 'job_number'
  | 'title'
  | 'email'
  | 'org_email'
  | 'work_place'
  | 'remark'
  | 'extension'
  | 'senior'
  | 'active'
  | 'avatar'
> = {
  hide_mobile: false,
  telephone: '',
  job_number: '',
  title: '',
  email: '',
  org_email: '',
  work_place: '',
  remark: '',
  extension: {},
  senior: false,
  active: false,
  avatar: '',
}

/** Who a new person is: a mobile or a mail for a member of their own, neither for an enterprise account. */
function identify(state: State, request: Request<'createUser'>): Pick<User, 'mobile' | 'account'> {
  const { outer_exclusive_corpid: corp, outer_exclusive_userid: outer, login_id, exclusive_account_type } = request
  if (request.exclusive_account || corp !== undefined || outer !== undefined) {
    if (request.mobile !== undefined || request.login_email !== undefined) refuse(400002, 'enterprise account')
    if (corp !== undefined || outer !== undefined) {
      if (corp === undefined || outer === undefined) refuse(400002, 'an invitation names organisation and userid')
      return { account: { type: exclusive_account_type ?? 'sso', corp } }
    }
    checkPassword(request.init_password)
    if (exclusive_account_type === 'dingtalk' && (!login_id || !request.init_password)) refuse(400002, 'login_id')
    return { account: { type: exclusive_account_type ?? 'sso', ...(login_id !== undefined && { login_id }) } }
  }
  if (exclusive_account_type !== undefined) refuse(400002, 'exclusive_account_type needs exclusive_account')
  if (request.mobile) return { mobile: parseMobile(request.mobile, state.switches.registeredAbroad) ?? refuse(60103) }
  if (request.email || request.login_email) return {}
  return refuse(60113)
}

const clearable = ['telephone', 'job_number', 'title', 'email', 'work_place', 'remark'] as const

/** What a request makes of a person, checked. What it leaves out stays. */
function written(
  state: State,
  before: User,
  request: Omit<Request<'updateUser'>, 'userid'> & { readonly force_update_fields?: readonly string[] },
): User {
  const { switches } = state
  const { extension, hired_date, manager_userid, org_email, force_update_fields: forced = [] } = request
  if (forced.some((field) => field !== 'manager_userid' && field !== 'org_email')) refuse(400002)
  checkManager(state, manager_userid)
  checkPassword(request.init_password)
  const texts = Object.fromEntries(
    clearable.flatMap((field) => {
      const value = request[field]
      return value === undefined || (value === '' && switches.emptyValue === 'ignored') ? [] : [[field, value]]
    }),
  )
  const attributes = extension && checkExtension(state, extension)
  const appends = request.ext_attrs_update_mode === 1
  const { manager_userid: managerBefore, ...rest } = before
  const manager = manager_userid || (forced.includes('manager_userid') ? undefined : managerBefore)
  const mail = org_email || (forced.includes('org_email') ? '' : before.org_email)
  const after: User = {
    ...rest,
    ...texts,
    ...(manager !== undefined && { manager_userid: manager }),
    org_email: switches.enterpriseMail ? mail : before.org_email,
    hide_mobile: request.hide_mobile ?? before.hide_mobile,
    senior: request.senior_mode ?? before.senior,
    ...(request.org_email_type !== undefined && { org_email_type: request.org_email_type }),
    ...(hired_date !== undefined && { hired_date }),
    ...(attributes && { extension: appends ? { ...before.extension, ...attributes } : attributes }),
    ...(request.extension_i18n !== undefined && { extension_i18n: request.extension_i18n }),
    ...(before.account && enterprise(before.account, request)),
  }
  checkUnique(state, after, before.userid)
  return after
}

/** Fields that only enterprise accounts have; for everybody else they have no effect. */
function enterprise(
  account: NonNullable<User['account']>,
  request: Pick<Request<'updateUser'>, 'loginId' | 'nickname' | 'avatarMediaId'>,
): Partial<User> {
  const { loginId, nickname, avatarMediaId } = request
  return {
    ...(account.type === 'dingtalk' && loginId && { account: { ...account, login_id: loginId } }),
    ...(nickname !== undefined && { nickname }),
    ...(avatarMediaId && { avatar: `https://static-legacy.dingtalk.com/media/${avatarMediaId.replace(/^@/, '')}.jpg` }),
  }
}
