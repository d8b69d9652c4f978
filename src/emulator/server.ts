import type { OperationId, RequestOf } from '../dingtalk/operation.ts'
import type { Company } from './company.ts'
import type { Fault } from './faults.ts'
import type { State } from './state.ts'
import type { Switches } from './switches.ts'

/** How to start an emulator. Everything has a default. */
export interface EmulatorOptions {
  /** 0 (default): a free one. */
  readonly port?: number
  /** `empty` (default): only the root department; `demo`: a small company; a number: a company of so many people. */
  readonly seed?: 'empty' | 'demo' | number
  /** Loaded at start if it exists (the seed is then ignored), and replaced after every write. */
  readonly stateFile?: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly corp?: string
  /** Calls a second for each API; default 20, as the standard edition; Infinity switches throttling off. */
  readonly rate?: number
  /** The clock, in Unix milliseconds. */
  readonly now?: () => number
  readonly switches?: Partial<Switches>
}

/** One request as it was answered. Holds no values of the request beyond the ids it names. */
export interface CallRecord {
  readonly at: number
  /** Null: no call of the contract. */
  readonly operation: OperationId | null
  readonly path: string
  readonly status: number
  /** errcode of the oapi host, code of the api host; 0 when all is well; null: no such body was sent. */
  readonly outcome: number | string | null
  /** Names of the fields that were sent. */
  readonly fields: readonly string[]
  /** The id the request names first: a userid, dept_id, role id. */
  readonly target?: string
  /** The fault that struck, by the name of its action. */
  readonly fault?: string
}

/** A running DingTalk on loopback. */
export interface Emulator {
  readonly oapiUrl: string
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly corp: string
  readonly state: State
  readonly log: readonly CallRecord[]
  inject(fault: Fault): void
  clearFaults(): void
  /** The whole company as plain JSON: equal before and after means that nothing was written. */
  snapshot(): Company
  /** Does what an administrator does in the console: no token, scope, rate, fault or log; the same rules. */
  console<Id extends OperationId>(
    operation: Id,
    request: Readonly<Record<string, unknown>> & Partial<RequestOf<Id>>,
  ): unknown
  close(): Promise<void>
}

/** Starts an emulator on 127.0.0.1; both of DingTalk's hosts are served on one port. */
export function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return Promise.reject(new Error(`not there yet: ${Object.keys(options).join()}`))
}
