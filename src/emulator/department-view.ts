import type { Department } from './company.ts'
import type { Answer } from './handler.ts'
import type { State } from './state.ts'
import { withoutUnset } from './unset.ts'

/** The result of getDepartment. */
export function departmentAnswer(state: State, department: Department): Answer {
  const { records, switches } = state
  const { dept_id, code, brief, telephone, org_dept_owner, parent_id, source_identifier, extension } = department
  const people = new Set(records.subtree(dept_id).flatMap((id) => [...records.members(id)]))
  const shown = (effective: boolean) => effective || switches.permitsShown === 'always'
  const permits = <T>(list: readonly T[], effective: boolean) => (shown(effective) ? list : [])
  return withoutUnset(state, {
    dept_id,
    name: department.name,
    ...(parent_id !== undefined && { parent_id }),
    ...(switches.sourceIdentifierReadable && source_identifier !== undefined && { source_identifier }),
    ...(code !== undefined && { code }),
    order: BigInt(department.order),
    create_dept_group: department.create_dept_group,
    ...(department.create_dept_group && {
      dept_group_chat_id: `chat${state.fingerprint('chat', dept_id).slice(0, 28)}`,
    }),
    auto_add_user: department.auto_add_user,
    auto_approve_apply: department.auto_approve_apply,
    emp_apply_join_dept: false,
    group_contain_sub_dept: department.group_contain_sub_dept,
    ...(org_dept_owner !== undefined && { org_dept_owner }),
    dept_manager_userid_list: department.managers,
    hide_dept: department.hide_dept,
    dept_permits: permits(department.dept_permits, department.hide_dept),
    user_permits: permits(department.user_permits, department.hide_dept),
    outer_dept: department.outer_dept,
    outer_permit_depts: permits(department.outer_permit_depts, department.outer_dept),
    outer_permit_users: permits(department.outer_permit_users, department.outer_dept),
    ...(brief !== undefined && { brief }),
    ...(telephone !== undefined && { telephone }),
    ...(extension !== undefined && { extention: extension }),
    member_count: people.size,
    owning_member_count: records.members(dept_id).size,
  })
}

/** An item of listsub: the five official fields and nothing else. */
export function departmentItem({ dept_id, name, parent_id, create_dept_group, auto_add_user }: Department): Answer {
  return { dept_id, name, parent_id, create_dept_group, auto_add_user }
}
