import { isObject } from '../core/value.ts'
import { contract } from '../dingtalk/contract.ts'
import type { Operation } from '../dingtalk/operation.ts'
import { ApiError, VendorError } from './errors.ts'
import type { Answer } from './handler.ts'
import type { Route } from './route.ts'

/** What goes back to the caller: an HTTP status and a JSON body, or a page that is none. */
export interface Reply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>> | string
}

type Context = { readonly host: Operation['host']; readonly path: string; readonly requestId: string }

/** The answer of an executed operation. `errmsg` may be missing on success; updateUser is known for it. */
export function success(operation: Operation, answer: Answer, requestId: string): Reply {
  if (operation.host === 'api') return { status: 200, body: answer }
  const errmsg = operation.id === 'updateUser' ? {} : { errmsg: 'ok' }
  return { status: 200, body: { errcode: 0, ...errmsg, ...answer, ...tracing({ path: operation.path, requestId }) } }
}

/** The vendor's body of an error; undefined for an error that is not the vendor's. */
export function refusal(
  error: unknown,
  operation: Operation,
  requestId: string,
  gatewayCodes: readonly number[],
): Reply | undefined {
  const { host, path } = operation
  if (error instanceof VendorError && host === 'oapi') {
    const { errcode, extra } = error
    const message = [meaning(operation, errcode), error.detail].filter((text) => text !== '').join(': ')
    const body = gatewayCodes.includes(errcode)
      ? {
          errcode: 88,
          sub_code: String(errcode),
          sub_msg: message,
          errmsg: `ding talk error[subcode=${errcode},submsg=${message}]`,
        }
      : { errcode, errmsg: message }
    return { status: 200, body: { ...body, ...extra, ...tracing({ path, requestId }) } }
  }
  if (error instanceof ApiError) {
    const message = error.detail || meaning(operation, error.code)
    return { status: error.status, body: { requestid: requestId, code: error.code, message, ...error.extra } }
  }
  return undefined
}

/** Calls that the contract does not know, or knows by another method. */
export function unknownPath(route: Extract<Route, { operation: null }>, context: Omit<Context, 'host'>): Reply {
  const { path, requestId } = context
  if (route.host === 'api') {
    const message = 'Specified api is not found, please check your url and method.'
    return { status: 404, body: { requestid: requestId, code: 'InvalidAction.NotFound', message } }
  }
  if (route.otherMethod !== undefined) {
    const errcode = route.otherMethod === 'GET' ? 43001 : 43002
    return { status: 200, body: { errcode, errmsg: `${route.otherMethod} required`, ...tracing(context) } }
  }
  const message = `Invalid method[${path}]`
  return { status: 200, body: { errcode: 22, sub_msg: message, errmsg: message, request_id: requestId } }
}

/** DingTalk has this call, the emulator does not: nothing that DingTalk would ever answer. */
export function notEmulated(operation: Operation): Reply {
  const message = `${operation.id} is in the contract, and the emulator does not implement it`
  return { status: 501, body: { emulator: 'not emulated', operation: operation.id, message } }
}

/** What a blocked egress address gets instead of an envelope. */
export const punished: Reply = {
  status: 200,
  body: { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: '0a67c6e1-0000-0000-0000-000000000000' },
}

/** A page of a proxy or of the risk control in front of DingTalk. */
export function htmlPage(status: number): Reply {
  return {
    status,
    body: `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`,
  }
}

/** A list answer without its items. `whole`: it claims that there is nothing more. */
export function emptied(reply: Reply, whole: boolean): Reply {
  if (typeof reply.body === 'string') return reply
  const { result } = reply.body
  const without = (holder: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(holder).flatMap(([name, value]) => {
        if (Array.isArray(value)) return [[name, []]]
        if (whole && (name === 'next_cursor' || name === 'nextCursor')) return []
        return [[name, whole && (name === 'has_more' || name === 'hasMore') ? false : value]]
      }),
    )
  if (isObject(result)) return { ...reply, body: { ...reply.body, result: without(result) } }
  return { ...reply, body: Array.isArray(result) ? { ...reply.body, result: [] } : without({ ...reply.body }) }
}

/** An answer whose lists lack one item, and say nothing of it. */
export function shortened(reply: Reply, item: number): Reply {
  if (typeof reply.body === 'string') return reply
  const { result } = reply.body
  const without = (value: unknown) => (Array.isArray(value) ? value.filter((_, index) => index !== item) : value)
  const inside = (holder: object) => Object.fromEntries(Object.entries(holder).map(([k, value]) => [k, without(value)]))
  if (isObject(result)) return { ...reply, body: { ...reply.body, result: inside(result) } }
  return { ...reply, body: { ...inside(reply.body), ...(Array.isArray(result) && { result: without(result) }) } }
}

/** The contract's words for a code: those of the operation, or of its host. */
function meaning(operation: Operation, code: number | string): string {
  const rules = [...operation.errors, ...contract.commonErrors[operation.host], ...contract.globalErrors]
  return rules.find((rule) => rule.code === code && rule.sub_code === undefined)?.meaning ?? ''
}

/** A request_id stands on topapi calls, not on the older ones. */
function tracing({ path, requestId }: Pick<Context, 'path' | 'requestId'>): { request_id?: string } {
  return path.startsWith('/topapi/') ? { request_id: requestId } : {}
}
