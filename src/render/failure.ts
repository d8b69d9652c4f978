import type { ErrorAction } from '../dingtalk/operation.ts'

/** What an error tells about a call that DingTalk refused, or whose outcome is not known. */
export interface VendorFailure {
  readonly operation: string
  readonly code: string
  readonly subCode?: string
  readonly action: ErrorAction
  readonly meaning: string
  readonly outcome: 'refused' | 'unknown'
  readonly pending: boolean
  readonly requestId?: string
  readonly requiredScopes: readonly string[]
}

/** The vendor's failure that an error is, or was caused by; told by its fields, for an error may come from elsewhere. */
export function vendorFailure(error: unknown): VendorFailure | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const fields = at as Error & { readonly [field: string]: unknown }
    const { operation, code, action, meaning } = fields as Record<string, unknown>
    if (typeof operation !== 'string' || typeof action !== 'string' || typeof meaning !== 'string') continue
    const { subCode, outcome, pending, requestId, requiredScopes } = fields as Record<string, unknown>
    return {
      operation,
      code: String(code),
      ...(typeof subCode === 'string' && subCode !== '' && { subCode }),
      action: action as ErrorAction,
      meaning,
      outcome: outcome === 'unknown' ? 'unknown' : 'refused',
      pending: pending === true,
      ...(typeof requestId === 'string' && { requestId }),
      requiredScopes: Array.isArray(requiredScopes) ? requiredScopes.map(String) : [],
    }
  }
  return null
}
