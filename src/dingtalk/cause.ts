import { DingTalkError } from './error.ts'

/**
 * Where a failed call has to be mended: between us and DingTalk (`network`), in the app's list of addresses
 * (`address`), by waiting (`blocked`, `rate`), in the credential, by enabling app or company (`app`, `company`), in the
 * app's permissions or contact scope, or with the monthly quota.
 */
export type Cause =
  | 'network'
  | 'address'
  | 'blocked'
  | 'rate'
  | 'credential'
  | 'app'
  | 'company'
  | 'permission'
  | 'scope'
  | 'quota'
  | 'other'

const causes: { readonly [code: string]: Cause } = {
  timeout: 'network',
  'connection-lost': 'network',
  'not-connected': 'network',
  'not-http': 'network',
  'not-json': 'network',
  redirected: 'network',
  'unexpected-answer': 'network',
  'http-502': 'network',
  'http-503': 'network',
  'http-504': 'network',
  'ip-blocked': 'blocked',
  '60020': 'address',
  'Forbidden.AccessDenied.IpNotInWhiteList': 'address',
  '40001': 'credential',
  '40089': 'credential',
  invalidClientIdOrSecret: 'credential',
  'invalid.client': 'credential',
  '50003': 'app',
  '48004': 'company',
  '50005': 'company',
  '70001': 'company',
  '60011': 'permission',
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': 'permission',
  '50002': 'scope',
  '50004': 'scope',
  '90020': 'quota',
  'Forbidden.AccessDenied.ApiCountLimitForOrg': 'quota',
}

/** The cause of a failed call; `other` for what no administrator can mend by its code, and for bugs. */
export function causeOf(error: Error): Cause {
  if (!(error instanceof DingTalkError)) return 'other'
  // The gateway's code is a wrapper: its sub code tells what is meant.
  const code = error.code === '88' ? (error.subCode ?? error.code) : error.code
  return (Object.hasOwn(causes, code) ? causes[code] : undefined) ?? (error.action === 'retry' ? 'rate' : 'other')
}

/** The address that DingTalk says a refused call came from; undefined where it names none. */
export function addressIn(error: Error): string | undefined {
  if (!(error instanceof DingTalkError)) return undefined
  const four = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/
  const six = /(?<![\da-f:])(?:[\da-f]{1,4}:){2,7}:?[\da-f]{1,4}(?![\da-f:])/i
  return (four.exec(error.said ?? '') ?? six.exec(error.said ?? ''))?.[0]
}

/** Calls made and calls allowed, where the refusal of a used-up quota names both (help page 1061621972: 调用量, 额度). */
export function quotaIn(error: Error): { readonly used: string; readonly limit: string } | undefined {
  if (!(error instanceof DingTalkError)) return undefined
  const [, used, limit] = /调用量\D{0,3}(\d+)\D{1,6}额度\D{0,3}(\d+)/.exec(error.said ?? '') ?? []
  return used === undefined || limit === undefined ? undefined : { used, limit }
}
