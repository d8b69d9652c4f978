import type { RequestOf } from '../../dingtalk/operation.ts'

/**
 * What each field is called by people, and what its value is made of. The names come from DingTalk's own console; a
 * field that the contract gains does not compile until it has a name in both languages.
 */
export interface FieldWords {
  readonly zh: string
  readonly en: string
  readonly as?: Form
}

/**
 * What a value is: text when left out. `switch` a boolean; `day` Unix milliseconds; `person` a userid; `people` and
 * `departments` sets of keys; `byDepartment` one text for each department; `entries` named texts; `secret` never shown,
 * not even masked; `technical` of no interest to people; `own` told by a sentence of its own.
 */
export type Form =
  | 'switch'
  | 'day'
  | 'person'
  | 'people'
  | 'departments'
  | 'byDepartment'
  | 'entries'
  | 'secret'
  | 'technical'
  | 'own'

type Fields<T> = Exclude<keyof T, 'userid' | 'dept_id' | 'force_update_fields' | 'ext_attrs_update_mode'>
type UserField = Fields<RequestOf<'createUser'>> | Fields<RequestOf<'updateUser'>> | 'main'
type DepartmentField = Fields<RequestOf<'createDepartment'>> | Fields<RequestOf<'updateDepartment'>>

/** Fields of a person, in the order in which a sentence names them. */
export const userFields: { readonly [field in UserField]: FieldWords } = {
  name: { zh: '姓名', en: 'name' },
  main: { zh: '主部门', en: 'main department', as: 'own' },
  dept_id_list: { zh: '兼任部门', en: 'also in', as: 'own' },
  title: { zh: '职位', en: 'title' },
  dept_title_list: { zh: '职位', en: 'title', as: 'byDepartment' },
  dept_position_list: { zh: '部门内职位', en: 'position', as: 'byDepartment' },
  job_number: { zh: '工号', en: 'job number' },
  mobile: { zh: '手机号', en: 'mobile' },
  hide_mobile: { zh: '隐藏手机号', en: 'hide mobile', as: 'switch' },
  telephone: { zh: '分机号', en: 'extension' },
  email: { zh: '邮箱', en: 'e-mail' },
  org_email: { zh: '企业邮箱', en: 'company e-mail' },
  org_email_type: { zh: '企业邮箱版本', en: 'company e-mail edition' },
  login_email: { zh: '登录邮箱', en: 'sign-in e-mail' },
  manager_userid: { zh: '直属主管', en: 'manager', as: 'person' },
  work_place: { zh: '办公地点', en: 'work place' },
  hired_date: { zh: '入职时间', en: 'joined on', as: 'day' },
  senior_mode: { zh: '高管模式', en: 'executive mode', as: 'switch' },
  remark: { zh: '备注', en: 'remark' },
  nickname: { zh: '昵称', en: 'nickname' },
  avatarMediaId: { zh: '头像', en: 'photo', as: 'secret' },
  extension: { zh: '自定义字段', en: 'custom field', as: 'entries' },
  extension_i18n: { zh: '自定义字段译文', en: 'translated custom field', as: 'entries' },
  dept_order_list: { zh: '排序', en: 'position in the list', as: 'byDepartment' },
  exclusive_account: { zh: '企业账号', en: 'enterprise account', as: 'switch' },
  exclusive_account_type: { zh: '企业账号类型', en: 'kind of enterprise account' },
  exclusive_mobile: { zh: '企业账号手机号', en: 'mobile of the enterprise account' },
  exclusive_mobile_verify_status: {
    zh: '企业账号手机号验证状态',
    en: 'verification of the enterprise account’s mobile',
  },
  login_id: { zh: '登录名', en: 'sign-in name' },
  loginId: { zh: '登录名', en: 'sign-in name' },
  init_password: { zh: '初始密码', en: 'initial password', as: 'secret' },
  send_password_to_user: { zh: '把密码发给本人', en: 'send the password to the person', as: 'switch' },
  outer_exclusive_corpid: { zh: '账号所属企业', en: 'company that owns the account' },
  outer_exclusive_userid: { zh: '在所属企业的 userid', en: 'userid in the company that owns the account' },
  language: { zh: '通讯录语言', en: 'directory language' },
}

/** Fields of a department and of its settings. */
export const departmentFields: { readonly [field in DepartmentField]: FieldWords } = {
  name: { zh: '名称', en: 'name', as: 'own' },
  parent_id: { zh: '上级部门', en: 'parent department', as: 'own' },
  dept_manager_userid_list: { zh: '部门主管', en: 'department head', as: 'own' },
  hide_dept: { zh: '隐藏部门', en: 'hidden department', as: 'own' },
  user_permits: { zh: '能看到这个隐藏部门的人', en: 'people who may see it', as: 'people' },
  dept_permits: { zh: '能看到这个隐藏部门的部门', en: 'departments that may see it', as: 'departments' },
  outer_dept: { zh: '限制本部门成员查看通讯录', en: 'members see only part of the directory', as: 'own' },
  outer_dept_only_self: {
    zh: '本部门成员只能看到本部门及下级',
    en: 'members see their own department and those below',
    as: 'switch',
  },
  outer_permit_users: { zh: '本部门成员还能看到的人', en: 'other people whom members see', as: 'people' },
  outer_permit_depts: { zh: '本部门成员还能看到的部门', en: 'other departments that members see', as: 'departments' },
  create_dept_group: { zh: '部门群', en: 'department chat', as: 'switch' },
  org_dept_owner: { zh: '群主', en: 'owner of the department chat', as: 'person' },
  auto_add_user: { zh: '新成员自动加入部门群', en: 'new members join the department chat', as: 'switch' },
  auto_approve_apply: { zh: '自动通过加入申请', en: 'requests to join are approved by themselves', as: 'switch' },
  group_contain_sub_dept: { zh: '部门群包含子部门', en: 'chat includes sub-departments', as: 'switch' },
  group_contain_outer_dept: { zh: '部门群包含外包部门', en: 'chat includes outsourced departments', as: 'switch' },
  group_contain_hidden_dept: { zh: '部门群包含隐藏部门', en: 'chat includes hidden departments', as: 'switch' },
  code: { zh: '部门编码', en: 'department code' },
  brief: { zh: '部门简介', en: 'department brief' },
  telephone: { zh: '部门电话', en: 'department telephone' },
  extension: { zh: '自定义字段', en: 'custom field', as: 'entries' },
  order: { zh: '排序', en: 'position in the list' },
  source_identifier: { zh: '识别标记', en: 'mark', as: 'technical' },
  language: { zh: '通讯录语言', en: 'directory language' },
}

/** Fields of a role; that of a role group is its name. */
export const roleFields: { readonly [field in 'name' | 'group' | 'members']: FieldWords } = {
  name: { zh: '名称', en: 'name', as: 'own' },
  group: { zh: '角色组', en: 'role group', as: 'own' },
  members: { zh: '成员', en: 'members', as: 'own' },
}

const fieldsOf: { readonly [kind: string]: { readonly [field: string]: FieldWords } } = {
  user: userFields,
  department: departmentFields,
  'department-settings': departmentFields,
  role: roleFields,
  'role-group': roleFields,
}

/** The words of a field; one that we know nothing of goes by its own name. */
export function fieldWords(kind: string, field: string): FieldWords {
  const fields = fieldsOf[kind] ?? {}
  return (Object.hasOwn(fields, field) ? fields[field] : undefined) ?? { zh: field, en: field }
}

/** Fields in the order of the tables above, unknown ones last, by name. */
export function inOrder(kind: string, fields: readonly string[]): string[] {
  const known = Object.keys(fieldsOf[kind] ?? {})
  const rank = (field: string) => (known.includes(field) ? known.indexOf(field) : known.length)
  return [...fields].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0))
}
