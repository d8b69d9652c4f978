import type { ServerResponse } from 'node:http'
import type { Operation } from '../dingtalk/operation.ts'
import type { Sent } from './body.ts'
import type { CallRecord } from './call-record.ts'
import { ApiError, VendorError } from './errors.ts'
import type { Events } from './events/events.ts'
import type { FaultAction, FaultPlan } from './faults.ts'
import { answer, handlers } from './handlers.ts'
import { writeJson } from './json.ts'
import { Lag } from './lag.ts'
import type { Rate } from './rate.ts'
import { Records } from './records.ts'
import {
  emptied,
  htmlPage,
  notEmulated,
  punished,
  type Reply,
  refusal,
  shortened,
  success,
  unknownPath,
} from './reply.ts'
import { decode, unreadable } from './request.ts'
import type { Route } from './route.ts'
import type { State } from './state.ts'

/** One request, taken apart: where it leads, as whom, and what it brought (undefined: a body nobody can read). */
export interface Call {
  readonly route: Route
  readonly path: string
  readonly header: string | undefined
  readonly query: string | undefined
  /** Where the request came from. */
  readonly address: string
  readonly sent: Sent | undefined
}

interface Parts {
  readonly state: State
  readonly faults: FaultPlan
  readonly rate: Rate
  readonly log: CallRecord[]
  readonly events: Events
  /** Fulfilled once what was written is safe. */
  readonly save: () => Promise<void>
}

type Decoded = { readonly request: Readonly<Record<string, unknown>> } | { readonly error: unknown }

/**
 * What stands between the network and the handlers, in the order of DingTalk's own gateway: route, token, app and
 * address, permission, rate, parameters. A planned fault comes before all of them, so that a test gets what it asked for.
 */
export class Gateway {
  readonly #parts: Parts
  readonly #lag: Lag
  #requests = 0

  constructor(parts: Parts) {
    this.#parts = parts
    this.#lag = new Lag(parts.state.now)
  }

  async answer(call: Call, response: ServerResponse): Promise<void> {
    const { state, faults } = this.#parts
    const at = state.now()
    const requestId = state
      .fingerprint('request', ++this.#requests)
      .slice(0, 16)
      .toLowerCase()
    const { operation } = call.route
    if (operation === null) {
      const reply = unknownPath(call.route, { path: call.path, requestId })
      return this.#finish(response, { at, call, reply, done: false })
    }
    if (faults.storm?.endsToken()) state.expireToken()
    const decoded = this.#decode(operation, call.sent)
    const fault = faults.strike(operation, 'request' in decoded ? decoded.request : (call.sent?.fields ?? {}))
    if (fault !== undefined && 'delay' in fault) await pause(fault.delay)
    const instead = fault && planned(fault, operation, requestId)
    const skipped =
      fault !== undefined &&
      (('drop' in fault && fault.drop === 'before') || ((instead || 'silence' in fault) && !executed(fault)))
    const real = skipped ? undefined : await this.#execute(call, operation, decoded, requestId, fault)
    const unanswered = fault !== undefined && ('drop' in fault || 'silence' in fault)
    const reply = unanswered ? undefined : (instead ?? (real && spoiled(real, fault)))
    this.#finish(response, { at, call, reply, fault, done: real !== undefined && outcomeOf(real) === 0 })
  }

  #decode(operation: Operation, sent: Sent | undefined): Decoded {
    try {
      if (sent === undefined) throw unreadable(operation)
      return { request: decode(operation, sent, this.#parts.state.switches.unknownFields === 'refused') }
    } catch (error) {
      return { error }
    }
  }

  async #execute(
    call: Call,
    operation: Operation,
    decoded: Decoded,
    requestId: string,
    fault?: FaultAction,
  ): Promise<Reply> {
    const { state, save, events } = this.#parts
    if (handlers[operation.id] === undefined) return notEmulated(operation)
    try {
      this.#admit(call, operation)
      if ('error' in decoded) throw decoded.error
      if (operation.effect === 'read') {
        const records = fault && 'past' in fault ? new Records(fault.past) : this.#lag.read()
        const seen = records === undefined ? state : state.with({ records })
        return success(operation, await answer(operation.id, seen, decoded.request), requestId)
      }
      const lags = fault !== undefined && ('lag' in fault || 'lagFor' in fault)
      const before = lags ? new Records(state.records.company(state.corp)) : undefined
      // What a test changed by hand since is not what the app does now.
      events.note()
      // Waited for only where there is something to wait for: nothing may come between a write and what is told of it.
      const given = answer(operation.id, state, decoded.request)
      const answered = given instanceof Promise ? await given : given
      if (state.switches.ownWrites === 'emitted') events.note()
      else events.conceal()
      if (before && fault) this.#lag.fallBehind(before, fault)
      if (operation.area !== 'auth') await save()
      return success(operation, answered, requestId)
    } catch (error) {
      const reply = refusal(error, operation, requestId, state.switches.gatewayCodes)
      if (reply === undefined) throw error
      return reply
    }
  }

  /** Token, app, address, permission and rate. */
  #admit(call: Call, operation: Operation): void {
    const { state, rate } = this.#parts
    const oapi = operation.host === 'oapi'
    if (operation.token !== 'none') {
      const body = call.sent?.fields['access_token']
      const token =
        operation.token === 'header' ? call.header : (call.query ?? (typeof body === 'string' ? body : undefined))
      if (!token) throw oapi ? new VendorError(41001) : new ApiError(400, 'InvalidAuthentication')
      const verdict = state.tokens.judge(token)
      if (verdict !== 'valid' && !oapi) throw new ApiError(400, 'InvalidAuthentication')
      if (verdict === 'expired') throw new VendorError(state.switches.expiredToken)
      if (verdict === 'invalid') throw new VendorError(40014)
      // For the newer host no code of a disabled app is known.
      if (state.disabled && oapi) throw new VendorError(50003)
      if (!state.allows(call.address))
        throw oapi ? new VendorError(60020) : new ApiError(403, 'Forbidden.AccessDenied.IpNotInWhiteList')
    }
    const { permissions } = operation
    if (permissions.length > 0 && permissions.every((permission) => state.missingPermissions.has(permission))) {
      const detail = { accessdenieddetail: { requiredScopes: [...permissions] } }
      if (oapi) throw new VendorError(60011)
      throw new ApiError(403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied', '', detail)
    }
    if (!rate.admits(operation.id)) throw tooFast(operation)
  }

  #finish(
    response: ServerResponse,
    ended: { at: number; call: Call; reply: Reply | undefined; fault?: FaultAction | undefined; done: boolean },
  ): void {
    const { at, call, reply, fault, done } = ended
    const fields = call.sent?.fields ?? {}
    const target = targets.map((name) => fields[name]).find((value) => value !== undefined)
    this.#parts.log.push({
      at,
      operation: call.route.operation?.id ?? null,
      path: call.path,
      status: reply?.status ?? 0,
      outcome: reply === undefined ? null : outcomeOf(reply),
      done,
      fields: Object.keys(fields).filter((name) => name !== 'access_token'),
      ...(target !== undefined && { target: String(target) }),
      ...(fault && { fault: Object.keys(fault)[0] ?? '' }),
    })
    if (fault && 'silence' in fault) return
    if (reply === undefined) return void response.destroy()
    const html = typeof reply.body === 'string'
    const bytes = Buffer.from(html ? String(reply.body) : writeJson(reply.body))
    response.writeHead(reply.status, {
      'content-type': html ? 'text/html;charset=utf-8' : 'application/json;charset=utf-8',
      'content-length': bytes.length,
      date: new Date(this.#parts.state.now()).toUTCString(),
    })
    if (fault && 'truncate' in fault) {
      response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
    } else response.end(bytes)
  }
}

/** Ids a request may name, the telling ones first. */
const targets = ['userid', 'dept_id', 'role_id', 'roleId', 'group_id', 'groupId', 'parent_id', 'seniorStaffId']

function outcomeOf({ body }: Reply): number | string | null {
  if (typeof body === 'string') return null
  const outcome = body['errcode'] ?? body['code'] ?? (body['status'] === 1111 || body['emulator'] ? null : 0)
  return typeof outcome === 'number' || typeof outcome === 'string' ? outcome : null
}

function tooFast(operation: Operation): VendorError | ApiError {
  if (operation.host === 'oapi') return new VendorError(90018)
  return new ApiError(403, 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi')
}

async function pause(delay: number | Promise<void>): Promise<void> {
  await (typeof delay === 'number' ? new Promise((resolve) => setTimeout(resolve, delay)) : delay)
}

/** What a fault answers in place of the real thing. */
function planned(fault: FaultAction, operation: Operation, requestId: string): Reply | undefined {
  if ('html' in fault) return htmlPage(200)
  if ('status' in fault) return htmlPage(fault.status)
  if ('punish' in fault) return punished
  if ('throttle' in fault) return refusal(tooFast(operation), operation, requestId, [])
  if (!('refuse' in fault)) return undefined
  const { refuse } = fault
  if (!('errcode' in refuse)) {
    return refusal(new ApiError(refuse.status, refuse.code, refuse.message), operation, requestId, [])
  }
  const extra = refuse.sub_code === undefined ? {} : { sub_code: refuse.sub_code, sub_msg: refuse.errmsg ?? '' }
  return refusal(new VendorError(refuse.errcode, refuse.errmsg, extra), operation, requestId, [])
}

function executed(fault: FaultAction): boolean {
  return 'executed' in fault && fault.executed === true
}

function spoiled(reply: Reply, fault: FaultAction | undefined): Reply {
  if (fault === undefined || outcomeOf(reply) !== 0) return reply
  if ('missingPage' in fault) return emptied(reply, false)
  if ('missingItem' in fault) return shortened(reply, fault.missingItem)
  return 'emptyResult' in fault ? emptied(reply, true) : reply
}
