import type { OperationId, RequestOf } from '../dingtalk/operation.ts'
import type { Request } from './request.ts'
import type { State } from './state.ts'

/** Fields of the answer beside errcode, errmsg and request_id. An integer beyond 2^53 is a bigint. */
export type Answer = { readonly [field: string]: unknown }

/** Fields of a request, decoded and unchecked: lists for csv texts, texts for 64-bit integers and personal values. */
export type Fields<Id extends OperationId> = { readonly [Field in keyof RequestOf<Id>]?: unknown }

/**
 * Executes one operation on the state, or throws the vendor's error before it has changed anything. Only one during
 * which DingTalk itself asks somebody is a promise.
 */
export type Handler<Id extends OperationId> = (state: State, request: Request<Id>) => Answer | Promise<Answer>

/** Handlers by the operation they serve: a name that the contract does not know does not compile. */
export type Handlers = { readonly [Id in OperationId]?: Handler<Id> }

/** One page of a cursor-paged list. */
export function page<T>(items: readonly T[], offset: number, size: number): { items: readonly T[]; next?: number } {
  const end = offset + size
  return { items: items.slice(offset, end), ...(end < items.length && { next: end }) }
}
