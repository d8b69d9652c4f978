import { contract } from './contract.ts'
import type { ErrorRule, Operation } from './operation.ts'

/**
 * The contract's entry for a code: the operation's own first, then those of its host, then the global table. Undefined
 * where none names it. The gateway's code 88 is a wrapper: with a sub code, that one tells what is meant.
 */
export function ruleFor(operation: Operation, code: string, subCode = ''): ErrorRule | undefined {
  const shared = [...contract.commonErrors[operation.host], ...contract.globalErrors]
  const all = [...operation.errors, ...shared]
  const plain = (rules: readonly ErrorRule[], wanted: string) =>
    rules.find((rule) => String(rule.code) === wanted && !rule.sub_code)
  if (subCode === '') return plain(all, code)
  const exact = all.find((rule) => String(rule.code) === code && rule.sub_code === subCode)
  return exact ?? (code === '88' ? plain(shared, subCode) : plain(all, code))
}

/** How long the vendor wants silence after a code that speaks of the rate, and whether for all calls or for one API. */
export function throttleOf(code: string, subCode = ''): { pause: number; everywhere: boolean } | undefined {
  const cause = code === '88' ? subCode : code
  if (!/^900(0\d|1[0-47-9])$|^45009$|Qp[sm]Limit|^invokeFrequent/.test(cause)) return undefined
  const perMinute = cause === '90006' || cause.includes('QpmLimit')
  return { pause: perMinute ? 60_000 : 1000, everywhere: /^900(01|03|04|17)$/.test(cause) }
}

/** Whether a call can be sent twice without harm: it changes nothing. */
export function changesNothing(operation: Operation): boolean {
  return operation.effect === 'read' || operation.id === 'getAppAccessToken'
}
