import { contract } from '../dingtalk/contract.ts'
import type { Operation } from '../dingtalk/operation.ts'
import type { FaultAction } from './faults.ts'
import { randomNumbers } from './random.ts'

/** Trouble at random, the same for the same seed and order of calls. Shares are of all calls, tokens included. */
export interface StormOptions {
  readonly seed: number
  /** Refused for their rate, each with one of the codes that the contract knows for it. */
  readonly throttled?: number
  /** Answered with HTTP 500, 502, 503 or 504 and a page; half of them were executed. */
  readonly failed?: number
  /** Never answered; half of them were executed. */
  readonly silent?: number
  /** Answered with HTTP 200 and a page; half of them were executed. */
  readonly pages?: number
  /** After so many calls the token that was given out is refused. */
  readonly tokenCalls?: number
  /** After every `calls` calls that got through, the next `seconds` let none through: gusts instead of rain. */
  readonly gusts?: { readonly calls: number; readonly seconds: number }
}

/** Draws what becomes of each call. */
export class Storm {
  readonly #options: StormOptions
  readonly #now: () => number
  readonly #random: () => number
  #calls = 0
  #passed = 0
  #gust: { readonly until: number; readonly kind: 'throttled' | 'failed' } | undefined

  constructor(options: StormOptions, now: () => number) {
    this.#options = options
    this.#now = now
    this.#random = randomNumbers(options.seed)
  }

  /** Whether the token is refused from this call on; asked once for each call. */
  endsToken(): boolean {
    const { tokenCalls = Number.POSITIVE_INFINITY } = this.#options
    return ++this.#calls % tokenCalls === 0
  }

  /** What becomes of this call; undefined: it is let through. */
  strike(operation: Operation): FaultAction | undefined {
    const struck = this.#gusty(operation) ?? this.#rainy(operation)
    if (struck === undefined) this.#passed++
    return struck
  }

  #gusty(operation: Operation): FaultAction | undefined {
    const { gusts } = this.#options
    if (gusts === undefined) return undefined
    if (this.#gust === undefined && this.#passed >= gusts.calls) {
      this.#gust = { until: this.#now() + gusts.seconds * 1000, kind: this.#random() < 0.5 ? 'throttled' : 'failed' }
    }
    if (this.#gust === undefined) return undefined
    if (this.#now() < this.#gust.until)
      return this.#gust.kind === 'throttled' ? this.#throttled(operation) : { status: 503 }
    this.#gust = undefined
    this.#passed = 0
    return undefined
  }

  #rainy(operation: Operation): FaultAction | undefined {
    const { throttled = 0, failed = 0, silent = 0, pages = 0 } = this.#options
    const [drawn, executed] = [this.#random(), this.#random() < 0.5]
    if (drawn < throttled) return this.#throttled(operation)
    if (drawn < throttled + failed) return { status: this.#one([500, 502, 503, 504]), executed }
    if (drawn < throttled + failed + silent) return { silence: true, executed }
    return drawn < throttled + failed + silent + pages ? { html: true, executed } : undefined
  }

  #throttled({ host }: Operation): FaultAction {
    const { code, sub_code, status = 403 } = this.#one(rateCodes[host])
    if (typeof code === 'string') return { refuse: { status, code } }
    return { refuse: { errcode: code, ...(sub_code !== undefined && { sub_code }) } }
  }

  #one<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T
  }
}

/** The codes of either host that speak of the rate: those that ask for a repetition and are not merely busy. */
const rateCodes = {
  oapi: [...contract.commonErrors.oapi, ...contract.globalErrors].filter(
    ({ code, sub_code, action }) => action === 'retry' && /^(900\d\d|45009)$/.test(String(sub_code ?? code)),
  ),
  api: contract.commonErrors.api.filter(({ code }) => /Qp[sm]Limit/.test(String(code))),
}
