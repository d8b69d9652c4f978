import type { ItemOf } from '../../dingtalk/client.ts'
import type { Int64, ResponseOf } from '../../dingtalk/operation.ts'
import { fieldsOf, readableNames } from '../body.ts'

/** What getUser answers: every readable field. */
export type UserDetail = NonNullable<ResponseOf<'getUser'>['result']>

/** A person as read from the lists of their departments, and in detail where a managed field needs it. */
export interface UserRemote {
  readonly item: ItemOf<'listUsers'>
  readonly departments: readonly number[]
  /** Weight in each department, as far as the department was ever sorted. */
  readonly orders: ReadonlyMap<number, Int64>
  /** The lists showed more than one title, so none of them is surely the person's own. */
  readonly titleUnsure: boolean
  readonly detail?: UserDetail
}

/**
 * Fields that only getUser returns, under the names that writes use: what a list item lacks of them (contract,
 * 2026-06-08). Orders are not among them: each department's list gives its own.
 */
export const DETAIL_FIELDS: ReadonlySet<string> = new Set(
  Object.entries(fieldsOf('UserUpdate'))
    .filter(([field, spec]) => {
      const readName = spec['x-read-name'] ?? field
      return fieldsOf('User')[readName] !== undefined && fieldsOf('UserListItem')[readName] === undefined
    })
    .map(([field]) => field)
    .filter((field) => field !== 'dept_order_list' && field !== 'dept_position_list'),
)

const USED: ReadonlySet<string> = new Set([
  ...Object.keys(readableNames('User', 'UserCreate')),
  ...['userid', 'name', 'state_code', 'senior', 'dept_id_list', 'leader_in_dept'],
])

/** What is used of an answer in detail: a read of a whole company holds everybody's, and half of each is never asked for. */
export function usedOf(detail: UserDetail): UserDetail {
  return Object.fromEntries(Object.entries(detail).filter(([field]) => USED.has(field))) as UserDetail
}

/** What is used of a list item of somebody whose details were read. */
export function usedOfItem({ userid, name, title }: UserRemote['item']): UserRemote['item'] {
  return { userid, name, ...(title !== undefined && { title }) }
}
