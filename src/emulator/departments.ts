import type { Department } from './company.ts'
import { checkManagers, checkPermits, checkPlace, departmentOf, forgetDepartments } from './department-rules.ts'
import { departmentAnswer, departmentItem } from './department-view.ts'
import { refuse } from './errors.ts'
import type { Handlers } from './handler.ts'
import { checkWording } from './moderation.ts'
import { ROOT } from './records.ts'
import type { Request } from './request.ts'
import type { State } from './state.ts'

/** Departments: read, written and walked. */
export const departments = {
  createDepartment(state, request) {
    checkPlace(state, { parent: request.parent_id, name: request.name })
    checkOrder(request.order)
    checkPermits(state, request)
    const dept_id = nextId(state)
    const { parent_id, name } = request
    const blank: Department = { ...blankDepartment, dept_id, parent_id, name, order: String(dept_id) }
    const department = written(state, blank, request)
    checkWording(state, [name, department.brief])
    state.records.putDepartment(department)
    return { result: { dept_id } }
  },

  updateDepartment(state, request) {
    const { dept_id, org_dept_owner, dept_manager_userid_list: managers } = request
    if (dept_id === ROOT) refuse(60018)
    const before = departmentOf(state, dept_id)
    const parent_id = request.parent_id ?? before.parent_id ?? ROOT
    const name = request.name ?? before.name
    if (parent_id !== before.parent_id || name !== before.name) {
      checkPlace(state, { parent: parent_id, name, id: dept_id })
    }
    checkOrder(request.order)
    const after = written(state, { ...before, parent_id, name }, request)
    checkPermits(state, request, after)
    checkWording(state, [request.name, request.brief])
    const forced = request.force_update_fields ?? []
    if (forced.some((field) => field !== 'dept_manager_userid_list')) refuse(400002)
    if (managers) checkManagers(state, dept_id, managers)
    if (org_dept_owner && !state.records.members(dept_id).has(org_dept_owner)) refuse(40093)
    state.records.putDepartment({ ...after, managers: managers ?? (forced.length > 0 ? [] : before.managers) })
    return {}
  },

  deleteDepartment(state, { dept_id }) {
    if (dept_id === ROOT) refuse(60007)
    departmentOf(state, dept_id)
    const gone = state.records.subtree(dept_id)
    if (gone.some((id) => state.records.members(id).size > 0)) refuse(60005)
    for (const id of gone) state.records.dropDepartment(id)
    forgetDepartments(state, gone)
    return {}
  },

  getDepartment(state, { dept_id }) {
    return { result: departmentAnswer(state, departmentOf(state, dept_id)) }
  },

  listSubDepartments(state, { dept_id = ROOT }) {
    if (!state.records.departments.has(dept_id)) refuse(60003)
    const filtered = dept_id === ROOT && state.switches.rootOutsideScope === 'filtered'
    if (!filtered && !state.seesDepartment(dept_id)) refuse(50004)
    const visible = state.records.children(dept_id).filter((child) => state.seesDepartment(child.dept_id))
    return { result: visible.map(departmentItem) }
  },

  listSubDepartmentIds(state, { dept_id }) {
    if (!state.records.departments.has(dept_id)) refuse(60003)
    return { result: { dept_id_list: state.records.children(dept_id).map((child) => child.dept_id) } }
  },

  listParentsByDept(state, { dept_id }) {
    if (!state.records.departments.has(dept_id)) refuse(60003)
    return { result: { parent_id_list: state.records.chain(dept_id) } }
  },

  listParentsByUser(state, { userid }) {
    const user = state.records.users.get(userid) ?? refuse(33012)
    const chains = user.departments.map((id) => ({ parent_dept_id_list: state.records.chain(id) }))
    return { result: { parent_list: chains } }
  },
} satisfies Handlers

/** A department of which nothing is stated but its place. */
export const blankDepartment: Omit<Department, 'dept_id' | 'name' | 'order'> = {
  hide_dept: false,
  dept_permits: [],
  user_permits: [],
  outer_dept: false,
  outer_dept_only_self: false,
  outer_permit_depts: [],
  outer_permit_users: [],
  create_dept_group: false,
  auto_add_user: false,
  auto_approve_apply: false,
  group_contain_sub_dept: false,
  group_contain_outer_dept: false,
  group_contain_hidden_dept: false,
  managers: [],
}

/** Ids are never consecutive in DingTalk, and never used twice. */
function nextId({ records }: State): number {
  return 371_046_100 + ++records.counters.department * 10_007
}

function checkOrder(order: string | undefined): void {
  if (order !== undefined && BigInt(order) <= 0n) refuse(40011)
}

const replaced = [
  'order',
  'hide_dept',
  'dept_permits',
  'user_permits',
  'outer_dept',
  'outer_dept_only_self',
  'outer_permit_depts',
  'outer_permit_users',
  'create_dept_group',
  'auto_add_user',
  'auto_approve_apply',
  'group_contain_sub_dept',
  'group_contain_outer_dept',
  'group_contain_hidden_dept',
] as const

const texts = ['source_identifier', 'code', 'brief', 'telephone', 'org_dept_owner', 'extension'] as const

/** What a request makes of a department, managers aside. What it leaves out stays. */
function written(
  state: State,
  before: Department,
  request: Partial<Request<'createDepartment'> & Request<'updateDepartment'>>,
): Department {
  const clears = state.switches.emptyValue === 'clears'
  const after: Record<string, unknown> = { ...before }
  for (const field of replaced) {
    const value = request[field]
    if (value === undefined || (Array.isArray(value) && value.length === 0 && !clears)) continue
    after[field] = value
  }
  for (const field of texts) {
    const value = request[field]
    if (value === undefined) continue
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (text !== '' && text !== '{}') after[field] = text
    else if (clears) delete after[field]
  }
  return after as unknown as Department
}
