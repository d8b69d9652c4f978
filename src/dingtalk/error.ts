import type { ErrorAction, OperationId } from './operation.ts'

/** What is known about a refused or failed call; every text in it is fit to print. */
export interface Failure {
  readonly operation: OperationId
  /** The vendor's code as text (`60020`, `Forbidden.AccessDenied.IpNotInWhiteList`), or one of ours (`timeout`). */
  readonly code: string
  readonly subCode?: string
  readonly action: ErrorAction
  /** What the contract says about the code. */
  readonly meaning: string
  /** The request was taken and waits for a person: do not send it again. */
  readonly pending: boolean
  readonly requestId?: string
  /** The HTTP status; 0 where no answer came. */
  readonly status: number
  /** `unknown`: the vendor may have done what was asked. Reads are always `refused`. */
  readonly outcome: 'refused' | 'unknown'
  /** No answer of DingTalk's own came back: the same call may well go through the next time. */
  readonly lost?: true
  readonly requiredScopes?: readonly string[]
  /** What the vendor wrote about it, with personal values and secrets masked. */
  readonly said?: string
}

/** DingTalk said no, or what it did is not known. The message carries no URL, token, secret or personal value. */
export class DingTalkError extends Error {
  override name = 'DingTalkError'
  readonly operation: OperationId
  readonly code: string
  readonly subCode?: string
  readonly action: ErrorAction
  readonly meaning: string
  readonly pending: boolean
  readonly requestId?: string
  readonly status: number
  readonly outcome: 'refused' | 'unknown'
  readonly lost?: true
  readonly requiredScopes?: readonly string[]
  readonly said?: string

  constructor(failure: Failure) {
    super(describe(failure))
    this.operation = failure.operation
    this.code = failure.code
    if (failure.subCode !== undefined) this.subCode = failure.subCode
    this.action = failure.action
    this.meaning = failure.meaning
    this.pending = failure.pending
    if (failure.requestId !== undefined) this.requestId = failure.requestId
    this.status = failure.status
    this.outcome = failure.outcome
    if (failure.lost) this.lost = true
    if (failure.requiredScopes !== undefined) this.requiredScopes = failure.requiredScopes
    if (failure.said !== undefined) this.said = failure.said
  }
}

function describe(failure: Failure): string {
  const code = failure.subCode ? `${failure.code}/${failure.subCode}` : failure.code
  const what = failure.outcome === 'unknown' ? 'has an unknown outcome' : failure.pending ? 'is pending' : 'failed'
  const scopes = failure.requiredScopes?.length ? `; needs permission ${failure.requiredScopes.join(', ')}` : ''
  const said = failure.said ? ` ("${failure.said}")` : ''
  const request = failure.requestId ? ` [request ${failure.requestId}]` : ''
  return `${failure.operation} ${what}: ${code}, ${failure.meaning}${scopes}${said}${request}`
}
