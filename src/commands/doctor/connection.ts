import { type Finding, found } from '../../core/doctor.ts'
import { addressIn, causeOf } from '../../dingtalk/cause.ts'
import { contract } from '../../dingtalk/contract.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import { permissionOf } from '../../dingtalk/permissions.ts'
import { type Answers, failed, failures } from './evidence.ts'

/** Whether DingTalk is reached, and whether it lets this address through. */
export function judgeNetwork(answers: Answers): Finding[] {
  const errors = failures(answers)
  const of = (cause: string) => errors.filter((error) => causeOf(error) === cause)
  const unreachable = new Map(of('network').map((error) => [hostOf(answers, error), error]))
  const [refused] = of('address')
  const [throttled] = of('rate')
  // Without a token the older host is not asked.
  const asked = 'error' in answers.token ? [answers.hosts.api] : Object.values(answers.hosts)
  const reached = [...new Set(asked)].filter((host) => !unreachable.has(host))
  return [
    ...(reached.length > 0 ? [found('ok', 'reached', { hosts: reached })] : []),
    ...[...unreachable].map(([host, error]) => found('problem', 'unreachable', { host, error })),
    ...(refused ? [found('problem', 'address-refused', { address: namedAddress(errors) })] : []),
    ...(of('blocked').length > 0 ? [found('problem', 'address-blocked', {})] : []),
    ...(throttled ? [found('warning', 'throttled', { operation: operationOf(throttled) })] : []),
  ]
}

/** Whether DingTalk takes the credential, whether its app may work, and whose app it is. */
export function judgeCredential(answers: Answers, corp: string | null): Finding[] {
  const errors = failures(answers)
  const disabled = errors.some((error) => causeOf(error) === 'app')
  const unavailable = errors.find((error) => causeOf(error) === 'company')
  if (disabled) return [found('problem', 'app-disabled', {})]
  if (unavailable) return [found('problem', 'company-unavailable', { error: unavailable })]
  if ('error' in answers.token) {
    const { error } = answers.token
    const cause = causeOf(error)
    if (cause === 'credential') return [found('problem', 'credential-wrong', {})]
    if (cause === 'permission')
      return [found('problem', 'permission-missing', { permission: permissionOf('getAppAccessToken') })]
    const finding = failed(error)
    return [finding.code === 'call-failed' ? { ...finding, state: 'problem' } : finding]
  }
  return [found('ok', 'credential', {}), ...judgeCompany(answers, corp)]
}

function judgeCompany({ company }: Answers, corp: string | null): Finding[] {
  if (corp === null) return [found('warning', 'company-unnamed', {})]
  if (company === undefined) return []
  if ('error' in company) return [failed(company.error)]
  if (company.value === 'wrong') return [found('problem', 'company-wrong', { corp })]
  return [
    company.value === 'proven' ? found('ok', 'company', { corp }) : found('unknown', 'company-unproven', { corp }),
  ]
}

function hostOf({ hosts }: Answers, error: Error): string {
  return error instanceof DingTalkError ? hosts[contract.operations[error.operation].host] : ''
}

function operationOf(error: Error): string {
  return error instanceof DingTalkError ? error.operation : ''
}

function namedAddress(errors: readonly Error[]): string {
  const named = errors.filter((error) => causeOf(error) === 'address').map(addressIn)
  return named.find((address) => address !== undefined) ?? ''
}
