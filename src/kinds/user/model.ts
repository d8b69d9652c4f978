import type { Completed, Ends } from '../../core/identify.ts'
import type { Model, Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import { isEntries, members, withKeys } from '../../core/value.ts'
import { readableNames, readFields } from '../body.ts'
import type { Locked, Names } from '../kind.ts'
import type { UserRemote } from './remote.ts'

const LIST_NAMES = readableNames('UserListItem', 'UserCreate')
const DETAIL_NAMES = readableNames('User', 'UserCreate')
/** Fields that models hold in a form of their own, and one whose answer (a URL) is not what was written (a media id). */
const OWN_FORM = ['dept_id_list', 'dept_order_list', 'dept_title_list', 'dept_position_list', 'mobile', 'avatarMediaId']

/** The remote person as a model with every field that could be read. */
export function modelOf(remote: UserRemote, names: Names, locked: Locked | undefined): Model {
  const { item, detail } = remote
  const model: Record<string, Value> = {
    hide_mobile: false,
    ...(detail !== undefined && { senior_mode: false }),
    ...readFields(item, LIST_NAMES),
    ...(detail !== undefined && readFields(detail, DETAIL_NAMES)),
  }
  for (const field of OWN_FORM) delete model[field]
  // The lists show the titles of departments: where they differ, only the person's own answer has the person's.
  if (remote.titleUnsure && (detail?.title ?? '') === '') delete model['title']
  const mobile = mobileOf(detail ?? item)
  if (mobile !== undefined) model['mobile'] = mobile

  const key = (id: number) => names('department', id) ?? `#${id}`
  model['dept_id_list'] = Object.fromEntries(remote.departments.map((id) => [key(id), true]))
  const orders = new Map(remote.orders)
  for (const { dept_id, order } of detail?.dept_order_list ?? []) if (order !== undefined) orders.set(dept_id, order)
  if (orders.size > 0) model['dept_order_list'] = Object.fromEntries([...orders].map(([id, order]) => [key(id), order]))
  const positions = detail?.dept_position_list ?? []
  const titles = positions.filter(({ title }) => title !== undefined && title !== '')
  if (titles.length > 0)
    model['dept_title_list'] = Object.fromEntries(titles.map(({ dept_id, title }) => [key(dept_id), title as string]))

  const manager = model['manager_userid']
  if (typeof manager === 'string') {
    const managerKey = names('user', manager)
    if (managerKey === null) delete model['manager_userid']
    else model['manager_userid'] = managerKey
  }
  const main = mainOf(remote, locked, members(model['dept_id_list']), key)
  return main === undefined ? model : { ...model, main }
}

/** No field says which department is the main one: the lock remembers, or a position says so, or there is only one. */
function mainOf(remote: UserRemote, locked: Locked | undefined, keys: readonly string[], key: (id: number) => string) {
  if (locked?.main !== undefined && keys.includes(locked.main)) return locked.main
  const position = remote.detail?.dept_position_list?.find(({ is_main }) => is_main === true)
  if (position !== undefined && keys.includes(key(position.dept_id))) return key(position.dept_id)
  return keys.length === 1 ? keys[0] : undefined
}

/** Answers split a mobile into country code and number; we hold it in one form. */
function mobileOf({ mobile, state_code }: { mobile?: Personal; state_code?: string }): Personal | undefined {
  const number = mobile?.reveal() ?? ''
  if (number === '') return undefined
  return new Personal(number.startsWith('+') ? number : `+${state_code || '86'}-${number}`)
}

/**
 * Where the files place an existing person. The folder gives the main department; when `also` is not stated, the other
 * departments are not managed and stay, except the main department that the person leaves, and departments that are
 * dissolved. A mobile that cannot be read cannot be compared, and one that exists cannot be changed: then it is not
 * managed.
 */
export function completeUser(desired: Model, actual: Model, _locked: Locked | undefined, ends: Ends): Completed {
  const { mobile, ...rest } = desired
  const wanted = mobile !== undefined && actual['mobile'] !== undefined ? { ...rest, mobile } : rest
  const main = wanted['main']
  if (typeof main !== 'string') return { desired: wanted, actual }
  const present = members(actual['dept_id_list'])
  // Nothing tells which of several departments is the main one: take the files' word where it can be true.
  const formerly = actual['main'] ?? (present.includes(main) ? main : undefined)
  const leaving = present.filter((key) => (key === formerly && key !== main) || ends('department', key))
  const departments = wanted['dept_id_list'] ?? {
    ...Object.fromEntries(present.filter((key) => !leaving.includes(key)).map((key) => [key, true])),
    [main]: true,
  }
  const known = formerly === undefined ? actual : { ...actual, main: formerly }
  return {
    desired: { ...wanted, dept_id_list: departments },
    actual: known,
    leaving: { dept_id_list: leaving },
  }
}

/** What the files said of a person at another commit: without `also` they named the main department alone. */
export function statedUser(model: Model, names: Names): Model {
  const { main, manager_userid: manager, ...rest } = model
  const key = (department: string) => names('department', department)
  const byDepartment = ['dept_order_list', 'dept_title_list'].flatMap((field): [string, Value][] =>
    isEntries(rest[field]) ? [[field, withKeys(rest[field], key)]] : [],
  )
  const place = typeof main === 'string' ? key(main) : null
  const others = rest['dept_id_list'] ?? (typeof main === 'string' ? { [main]: true } : {})
  const named = typeof manager === 'string' ? names('user', manager) : manager
  return {
    ...rest,
    ...Object.fromEntries(byDepartment),
    dept_id_list: withKeys(others, key),
    ...(place !== null && { main: place }),
    ...(named !== null && named !== undefined && { manager_userid: named }),
  }
}

/** The departments of a person, the main one first: the order in which DingTalk is told. */
export function departmentsOf(model: Model): string[] {
  const main = model['main']
  const others = isEntries(model['dept_id_list']) ? members(model['dept_id_list']) : []
  return typeof main === 'string' ? [main, ...others.filter((key) => key !== main)] : others
}
