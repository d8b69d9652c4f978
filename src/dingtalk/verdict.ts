import { changesNothing, ruleFor, throttleOf } from './classify.ts'
import type { Failure } from './error.ts'
import { hide } from './hide.ts'
import { parseJson } from './json.ts'
import type { ErrorAction, Operation } from './operation.ts'
import type { Reply, TransportError } from './transport.ts'
import { decodeAnswer, ShapeError } from './wire.ts'

/**
 * What an answer means. DingTalk has one shape of error per host, HTTP statuses that say little, and an edge that
 * answers with pages of its own when an address is blocked. So the code decides, and the contract says what each code
 * asks for. `repeat`: `always` for a request refused before anything was done, `read` for one that may be asked again
 * only if it changes nothing.
 */
export interface Refused {
  readonly failure: Failure
  readonly repeat: 'always' | 'read' | 'token' | 'never'
  /** Milliseconds of silence the vendor asks for, of this API or of all calls. */
  readonly throttle?: { readonly pause: number; readonly everywhere: boolean }
}

/** The decoded answer, or why there is none. */
export type Verdict = { readonly answer: unknown } | Refused

type Fields = { readonly [lowerCaseName: string]: unknown }

/** Judges an answer. `hidden` are texts that no message may repeat. */
export async function judge(operation: Operation, reply: Reply, hidden: readonly string[]): Promise<Verdict> {
  const { status, text } = reply
  const good = status >= 200 && status < 300
  if (status >= 300 && status < 400) return redirected(operation, status)
  let body: unknown
  try {
    body = good && operation.host === 'api' && text.trim() === '' ? {} : parseJson(text)
  } catch (error) {
    return error instanceof RangeError ? tooDeep(operation, status) : notJson(operation, reply)
  }
  const fields = lowerCaseKeys(body)
  if (fields['status'] === 1111 || fields['punish'] === 'deny') return blocked(operation, status)
  const code = operation.host === 'oapi' ? codeOf(fields['errcode']) : good ? '0' : codeOf(fields['code'])
  if (code !== undefined && code !== '0') return vendorError(operation, status, code, fields, hidden)
  if (code === undefined || !good)
    return (
      gateway(operation, status) ?? ours(operation, status, 'unexpected-answer', 'it carries no error code', 'never')
    )
  try {
    return { answer: decodeAnswer(operation, body) }
  } catch (error) {
    if (error instanceof ShapeError) return ours(operation, status, 'unexpected-answer', error.message, 'never')
    throw error
  }
}

/** Judges a request that got no answer. */
export function judgeSilence(operation: Operation, error: TransportError): Refused {
  const meaning = {
    timeout: 'no answer in time',
    'connection-lost': 'the connection ended before the answer',
    'not-connected': 'could not connect; check the network, the proxy and the base URL',
    'not-http': 'the answer could not be understood',
  }[error.code]
  const detailed = `${meaning} (${error.message})`
  if (error.delivery === 'maybe') return ours(operation, 0, error.code, detailed, 'read')
  if (error.delivery === 'never') return ours(operation, 0, error.code, detailed, 'always', 'retry')
  return ours(operation, 0, error.code, detailed, 'never', 'config')
}

/** A failure that DingTalk has no code for. */
function ours(
  operation: Operation,
  status: number,
  code: string,
  meaning: string,
  repeat: Refused['repeat'],
  action: ErrorAction = 'check',
): Refused {
  const outcome = action === 'check' && !changesNothing(operation) ? 'unknown' : 'refused'
  const lost = repeat === 'read' && { lost: true as const }
  return {
    failure: { operation: operation.id, code, meaning, action, status, outcome, pending: false, ...lost },
    repeat,
  }
}

function notJson(operation: Operation, { status, text }: Reply): Refused {
  if (/punish|x5sec|\bstatus\W{0,3}1111\b/i.test(text)) return blocked(operation, status)
  const meaning = 'the answer is not JSON; a proxy or gateway may have written it'
  return gateway(operation, status) ?? ours(operation, status, 'not-json', meaning, 'read')
}

/** Wherever it points to would get the token. */
function redirected(operation: Operation, status: number): Refused {
  const meaning = 'redirects are not followed; check the base URL and the proxy'
  return ours(operation, status, 'redirected', meaning, 'never')
}

function tooDeep(operation: Operation, status: number): Refused {
  return ours(operation, status, 'unexpected-answer', 'it is nested too deeply', 'never')
}

function gateway(operation: Operation, status: number): Refused | undefined {
  if (status < 502 || status > 504) return undefined
  return ours(operation, status, `http-${status}`, 'the gateway did not reach the service', 'read')
}

function blocked(operation: Operation, status: number): Refused {
  const meaning =
    'DingTalk blocks this network address for too many calls; wait five minutes, and mind that others behind the same address count too'
  return ours(operation, status, 'ip-blocked', meaning, 'never', 'config')
}

function vendorError(
  operation: Operation,
  status: number,
  code: string,
  fields: Fields,
  hidden: readonly string[],
): Refused {
  const subCode = codeOf(fields['sub_code']) ?? ''
  const rule = ruleFor(operation, code, subCode)
  const action = rule?.action ?? (changesNothing(operation) ? 'item' : 'check')
  const base = gateway(operation, status)
  const known = rule !== undefined
  const repeats: { [action in ErrorAction]?: Refused['repeat'] } = { retry: 'always', token: 'token', check: 'read' }
  const throttle = action === 'retry' ? throttleOf(code, subCode) : undefined
  const requestId = codeOf(fields['request_id'] ?? fields['requestid'])
  const scopes = action === 'config' ? neededScopes(operation, code, subCode, fields) : []
  const said = [fields['sub_msg'], fields['errmsg'], fields['message']].find((text) => typeof text === 'string')
  const { failure } = ours(
    operation,
    status,
    code,
    rule?.meaning ?? 'a code the contract does not know',
    'never',
    action,
  )
  return {
    failure: {
      ...failure,
      pending: rule?.pending ?? false,
      ...(subCode === '' ? {} : { subCode }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(scopes.length === 0 ? {} : { requiredScopes: scopes }),
      ...(typeof said === 'string' && said !== '' ? { said: hide(said, hidden) } : {}),
    },
    repeat: known ? (repeats[action] ?? 'never') : (base?.repeat ?? 'never'),
    ...(throttle ? { throttle } : {}),
  }
}

/** The permissions an administrator has to grant: as the vendor names them, else as the contract does. */
function neededScopes(operation: Operation, code: string, subCode: string, fields: Fields): readonly string[] {
  const named = lowerCaseKeys(fields['accessdenieddetail'])['requiredscopes']
  if (Array.isArray(named)) return named.filter((scope) => typeof scope === 'string' && /^[\w.:-]{1,80}$/.test(scope))
  if (code !== '60011' && subCode !== '60011' && !code.endsWith('PermissionDenied')) return []
  return operation.permissions.filter((scope) => scope !== 'unknown')
}

/** A code or id as text; undefined for anything that does not look like one. */
function codeOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && /^-?[\w.:-]{1,100}$/.test(value.trim()) ? value.trim() : undefined
}

function lowerCaseKeys(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
}
