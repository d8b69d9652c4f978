import type { OperationId } from '../dingtalk/operation.ts'
import { attendance } from './attendance.ts'
import { auth } from './auth.ts'
import { departments } from './departments.ts'
import type { Answer, Handler, Handlers } from './handler.ts'
import { leavers } from './leavers.ts'
import { organisation } from './organisation.ts'
import { roles } from './roles.ts'
import type { State } from './state.ts'
import { subscriptions } from './subscriptions.ts'
import { userWrites } from './user-write.ts'
import { userReads } from './users.ts'

/** Every operation that is emulated. Those of the contract that are missing here answer so, with HTTP 501. */
export const handlers: Handlers = {
  ...auth,
  ...userReads,
  ...userWrites,
  ...departments,
  ...roles,
  ...organisation,
  ...attendance,
  ...leavers,
  ...subscriptions,
}

/** Operations during which DingTalk asks somebody else: they are answered later. */
type Asking = 'registerCallback' | 'updateCallback'
/** All others, which an administrator or a seed can have done at once. */
export type AtOnce = Exclude<OperationId, Asking>

/** Runs an operation on a request that `decode` has accepted. */
export function answer(id: OperationId, state: State, request: unknown): Answer | Promise<Answer> {
  const handler = handlers[id] as Handler<OperationId> | undefined
  if (handler === undefined) throw new Error(`${id} is not emulated`)
  return handler(state, request as never)
}

/** The same where nobody can wait. */
export function execute(id: AtOnce, state: State, request: unknown): Answer {
  return answer(id, state, request) as Answer
}
