/** The oapi host's refusal. Without a detail the server says what the contract says about the code. */
export class VendorError extends Error {
  override name = 'VendorError'
  readonly errcode: number
  readonly detail: string
  /** Further fields of the body, such as sub_code. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(errcode: number, detail = '', extra: Readonly<Record<string, unknown>> = {}) {
    super(`refused with errcode ${errcode} ${detail}`.trimEnd())
    this.errcode = errcode
    this.detail = detail
    this.extra = extra
  }
}

/** The api host's refusal: an HTTP status and a code in words. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly extra: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, detail = '', extra: Readonly<Record<string, unknown>> = {}) {
    super(`refused with ${code} ${detail}`.trimEnd())
    this.status = status
    this.code = code
    this.detail = detail
    this.extra = extra
  }
}

/** Stops a handler with one of the contract's codes. */
export function refuse(errcode: number, detail?: string): never {
  throw new VendorError(errcode, detail)
}
