import type { Model, Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import { isEntries } from '../../core/value.ts'
import { fieldsOf } from '../body.ts'

const CREATE = fieldsOf('UserCreate')
const BY_DEPARTMENT = ['dept_id_list', 'dept_order_list', 'dept_title_list']
/** What people write there is anybody's guess, and may be personal. */
const FREE = ['extension', 'remark']

/** What may be written down of a person: fields that a create takes, nothing personal, departments by id. */
export function saveUser(fields: Model, idOf: (kind: string, key: string) => string | undefined): Model {
  const kept = Object.entries(fields).filter(
    ([field, value]) => CREATE[field] !== undefined && !FREE.includes(field) && !(value instanceof Personal),
  )
  return Object.fromEntries(
    kept.map(([field, value]) => [field, renamed(field, value, (key) => idOf('department', key) ?? null)]),
  )
}

/** The same with keys in place of ids, without what is gone: a department, the manager. */
export function restoreUser(fields: Model, keyOf: (kind: string, id: string) => string | null): Model {
  const manager = fields['manager_userid']
  const kept = Object.entries(fields).filter(
    ([field]) => field !== 'manager_userid' || (typeof manager === 'string' && keyOf('user', manager) !== null),
  )
  return Object.fromEntries(
    kept.map(([field, value]) => [field, renamed(field, value, (id) => keyOf('department', id))]),
  )
}

function renamed(field: string, value: Value, nameOf: (name: string) => string | null): Value {
  if (!BY_DEPARTMENT.includes(field) || !isEntries(value)) return value
  const named = Object.entries(value).map(([name, inner]) => [nameOf(name), inner] as const)
  return Object.fromEntries(named.filter(([name]) => name !== null))
}
