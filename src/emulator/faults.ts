import type { Operation, OperationId } from '../dingtalk/operation.ts'
import type { Company } from './company.ts'
import type { Storm } from './storm.ts'

/**
 * What the network and DingTalk do to a call besides answering it. Exactly one of:
 * `refuse` the vendor's own error body, without executing; `throttle` the answer of a caller that is too fast;
 * `punish` the body of a blocked address; `html` a page instead of JSON; `status` a proxy's bare error page;
 * `silence` the connection stays open and no answer comes; `drop` it is destroyed before or after the call was executed;
 * `truncate` executed, and the answer ends in the middle; `delay` executed only after so many milliseconds, or once a
 * promise is fulfilled; `lag` executed, and so many following reads do not show it yet; `lagFor` executed, and no read
 * shows it, or anything written after it, for so many milliseconds of the emulator's clock; `missingPage` a page of a
 * list comes back empty although paging goes on;
 * `emptyResult` a list comes back empty and claims to be whole; `missingItem` one comes back without its nth item
 * (counted from 0), and claims to be whole; `past` a read is answered from the company as it was then.
 * `html`, `status` and `silence` do not execute the call, unless `executed` is set.
 */
export type FaultAction =
  | { readonly refuse: { readonly errcode: number; readonly errmsg?: string; readonly sub_code?: string } }
  | { readonly refuse: { readonly status: number; readonly code: string; readonly message?: string } }
  | { readonly throttle: true }
  | { readonly punish: true }
  | { readonly html: true; readonly executed?: boolean }
  | { readonly status: number; readonly executed?: boolean }
  | { readonly silence: true; readonly executed?: boolean }
  | { readonly drop: 'before' | 'after' }
  | { readonly truncate: true }
  | { readonly delay: number | Promise<void> }
  | { readonly lag: number }
  | { readonly lagFor: number }
  | { readonly missingPage: true }
  | { readonly emptyResult: true }
  | { readonly missingItem: number }
  | { readonly past: Company }

/** One planned fault: on which calls, what happens, and how many times (default once). */
export interface Fault {
  readonly match?: {
    readonly operation?: OperationId | readonly OperationId[]
    /** `write` is everything that is not a read, tokens excepted. */
    readonly effect?: 'read' | 'write'
    /** Begin with the nth call that matches otherwise, counted from 1 since `inject`. */
    readonly nth?: number
    /** Sees the decoded request; where it could not be decoded, its fields as sent. */
    readonly where?: (request: Readonly<Record<string, unknown>>) => boolean
  }
  readonly do: FaultAction
  readonly times?: number
}

/**
 * The faults that are planned. At most one strikes a call: the first injected that matches and is not used up, else
 * what the storm draws, while there is one.
 */
export class FaultPlan {
  storm: Storm | undefined
  #planned: { readonly fault: Fault; seen: number; left: number }[] = []

  inject(fault: Fault): void {
    this.#planned.push({ fault, seen: 0, left: fault.times ?? 1 })
  }

  clear(): void {
    this.#planned = []
    this.storm = undefined
  }

  /** The fault that strikes this call, if any. Every call must be shown here once: `nth` counts them. */
  strike(operation: Operation, request: Readonly<Record<string, unknown>>): FaultAction | undefined {
    const due = this.#planned.filter((planned) => {
      if (!matches(planned.fault, operation, request)) return false
      planned.seen++
      return planned.left > 0 && planned.seen >= (planned.fault.match?.nth ?? 1)
    })
    const first = due[0]
    if (first === undefined) return this.storm?.strike(operation)
    first.left--
    return first.fault.do
  }
}

function matches({ match }: Fault, operation: Operation, request: Readonly<Record<string, unknown>>): boolean {
  if (match === undefined) return true
  const { operation: wanted, effect, where } = match
  if (wanted !== undefined && ![wanted].flat().includes(operation.id)) return false
  if (effect === 'read' && operation.effect !== 'read') return false
  if (effect === 'write' && (operation.effect === 'read' || operation.area === 'auth')) return false
  return where === undefined || where(request)
}
