import type { Answer, Fields } from './handler.ts'
import type { AtOnce } from './handlers.ts'
import { ROOT } from './records.ts'
import type { State } from './state.ts'

/** Runs an operation while a seed is built. */
export type Build = <Id extends AtOnce>(operation: Id, request: Fields<Id>) => Answer

/** A mainland number of a prefix that belongs to nobody. */
export function syntheticMobile(at: number): string {
  return `1005${String(at).padStart(7, '0')}`
}

/** The userid of whoever registered the company: its main administrator. */
export const FOUNDER = 'manager01'

/** The main administrator as a member: whoever registered the company is in its root department. */
export function addFounder(state: State, build: Build): string {
  const userid = FOUNDER
  build('createUser', { userid, name: '陈总', mobile: syntheticMobile(0), dept_id_list: [ROOT], title: '总经理' })
  state.records.admins.set(userid, { level: 1, scope: [ROOT] })
  state.records.boss = userid
  return userid
}
