import type { Model, Ref, Value } from '../../core/model.ts'
import { changedFields, isEntries, members, withKeys } from '../../core/value.ts'
import type { JsonObject, RequestOf } from '../../dingtalk/operation.ts'
import { readableNames, readFields, updateBody } from '../body.ts'
import type { Kind, Names, Writer } from '../kind.ts'
import type { DepartmentDetail } from './remote.ts'

/** Sets of people, and sets of departments: on the wire lists of ids. */
const PEOPLE = ['dept_manager_userid_list', 'user_permits', 'outer_permit_users']
const DEPARTMENTS = ['dept_permits', 'outer_permit_depts']
const WRITE_ONLY = ['group_contain_outer_dept', 'group_contain_hidden_dept']
/** Lists that mean something only in a hidden department, and in one whose members see a part of the directory. */
const HIDING = ['user_permits', 'dept_permits']
const RESTRICTING = ['outer_permit_users', 'outer_permit_depts']
const FLAGS = ['auto_add_user', 'group_contain_sub_dept']

const READ_NAMES = Object.fromEntries(
  Object.entries(readableNames('Department', 'DepartmentUpdate')).filter(([, field]) =>
    [...PEOPLE, ...DEPARTMENTS, ...FLAGS, 'org_dept_owner', 'code'].includes(field),
  ),
)

/**
 * What can be said of a department only once its people and all other departments exist: its heads, the owner of its
 * chat, who may see it; and what only an update takes. A setting of its own, so that departments can come before people
 * and people before heads.
 */
export const departmentSettings: Kind<DepartmentDetail> = {
  name: 'department-settings',
  shapes: Object.fromEntries([...PEOPLE, ...DEPARTMENTS].map((field) => [field, 'set' as const])),
  moves: [],
  replaces: [],
  createOnly: [],
  remembered: [...WRITE_ONLY, ...HIDING, ...RESTRICTING],
  /** Permits are shown only while they have an effect (contract: Department, recorded and documented). */
  unreadable: ({ hide_dept, outer_dept }) => [
    ...WRITE_ONLY,
    ...(hide_dept === true ? [] : HIDING),
    ...(outer_dept === true ? [] : RESTRICTING),
  ],
  deletable: false,
  settingOf: 'department',

  /** Costs no call: the department's own read has the details where they are needed. */
  async read(reader) {
    for await (const [id, remote] of reader.seen('department')) {
      const { detail } = remote as { detail?: DepartmentDetail }
      if (detail !== undefined) reader.found(id, detail)
    }
  },

  identify({ desired, ids, remotes }) {
    const owners = Object.entries(ids['department'] ?? {})
    return { ids: Object.fromEntries(owners.filter(([key, id]) => desired[key] !== undefined && remotes.has(id))) }
  },

  model(detail, names) {
    const model: Record<string, Value> = { ...flagsOff(), ...readFields(detail, READ_NAMES) }
    for (const field of PEOPLE) setOf(model, field, 'user', names)
    for (const field of DEPARTMENTS) setOf(model, field, 'department', names)
    const owner = model['org_dept_owner']
    if (typeof owner === 'string') {
      const key = names('user', owner)
      if (key === null) delete model['org_dept_owner']
      else model['org_dept_owner'] = key
    }
    return model
  },

  unmanagedName: () => null,

  /** The department itself is in it under its own key, which `ref` has and the model has not: see `plan`. */
  *references(model: Model) {
    for (const field of PEOPLE) for (const key of members(model[field])) yield { kind: 'user', key }
    for (const field of DEPARTMENTS) for (const key of members(model[field])) yield { kind: 'department', key }
    if (typeof model['org_dept_owner'] === 'string') yield { kind: 'user', key: model['org_dept_owner'] }
  },

  asStated(model, names) {
    const stated = Object.entries(model).flatMap(([field, value]): [string, Value][] => {
      if (isEntries(value) && PEOPLE.includes(field)) return [[field, withKeys(value, (key) => names('user', key))]]
      if (isEntries(value) && DEPARTMENTS.includes(field))
        return [[field, withKeys(value, (key) => names('department', key))]]
      if (field !== 'org_dept_owner' || typeof value !== 'string') return [[field, value]]
      const owner = names('user', value)
      return owner === null ? [] : [[field, owner]]
    })
    return Object.fromEntries(stated)
  },

  omit(model, missing) {
    const without = Object.entries(model).map(([field, value]): [string, Value] | null => {
      if (field === 'org_dept_owner' && missing.kind === 'user' && value === missing.key) return null
      const holds = (missing.kind === 'user' ? PEOPLE : DEPARTMENTS).includes(field)
      return holds
        ? [
            field,
            Object.fromEntries(
              members(value)
                .filter((key) => key !== missing.key)
                .map((key) => [key, true]),
            ),
          ]
        : [field, value]
    })
    return Object.fromEntries(without.filter((entry) => entry !== null))
  },

  slots: () => [],
  park: (model) => model,

  async create(writer, ref, after) {
    await write(writer, ref, {}, after)
    return writer.id('department', ref.key)
  },
  update: write,
  async delete() {},
  /** Part of its department: there is nothing to look for. */
  naturalKey: () => ({}),
  find: async () => [],
}

async function write(writer: Writer, ref: Ref, before: Model, after: Model): Promise<void> {
  const body = updateBody('DepartmentUpdate', wire(writer, after), changedFields(before, after))
  const request: JsonObject = { ...body, dept_id: Number(writer.id('department', ref.key)) }
  await writer.client.call('updateDepartment', request as RequestOf<'updateDepartment'>)
}

/** Sets of keys as lists of ids. */
function wire(writer: Writer, model: Model): Model {
  const ids = Object.entries(model).map(([field, value]): [string, Value] => {
    if (value === null) return [field, null]
    if (PEOPLE.includes(field)) return [field, members(value).map((key) => writer.id('user', key))]
    if (DEPARTMENTS.includes(field)) return [field, members(value).map((key) => Number(writer.id('department', key)))]
    return [field, value]
  })
  return Object.fromEntries(ids)
}

function setOf(model: Record<string, Value>, field: string, kind: string, names: Names): void {
  const list = model[field]
  if (!Array.isArray(list)) return
  const keys = list.map((id) => names(kind, String(id))).filter((key) => key !== null)
  model[field] = Object.fromEntries(keys.map((key) => [key, true]))
}

function flagsOff(): Record<string, Value> {
  return Object.fromEntries(FLAGS.map((flag) => [flag, false]))
}
