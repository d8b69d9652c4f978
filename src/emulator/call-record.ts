import type { OperationId } from '../dingtalk/operation.ts'

/** One request as it was answered. Holds no values of the request beyond the id it names. */
export interface CallRecord {
  readonly at: number
  /** Null: no call of the contract. */
  readonly operation: OperationId | null
  readonly path: string
  readonly status: number
  /** errcode of the oapi host, code of the api host; 0 when all is well; null: no such body was sent. */
  readonly outcome: number | string | null
  /** DingTalk did what was asked, whether or not it said so. */
  readonly done: boolean
  /** Names of the fields that were sent. */
  readonly fields: readonly string[]
  /** The id the request names first: a userid, dept_id, role id. */
  readonly target?: string
  /** The fault that struck, by the name of its action. */
  readonly fault?: string
}
