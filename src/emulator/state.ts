import { createHash } from 'node:crypto'
import type { Company, User } from './company.ts'
import { FailedPushes } from './events/failed.ts'
import type { Callback, Unfit } from './events/push.ts'
import { Tickets } from './events/tickets.ts'
import type { Invitation } from './invitations.ts'
import type { Leaver } from './leavers.ts'
import { Records, ROOT } from './records.ts'
import { defaultSwitches, type Switches } from './switches.ts'
import { Tokens } from './tokens.ts'

/** Contact scope of the app: these departments with all below them, and these people. `[1]` is the whole company. */
export interface Scope {
  readonly departments: readonly number[]
  readonly users: readonly string[]
}

/**
 * The company and what the app may do in it. Handlers are functions over it. Tests look into it, and change what an
 * administrator changes outside the API: `scope`, `missingPermissions`, `allowedAddresses`, `disabled`, `extensionAttributes`, `records`.
 */
export class State {
  readonly records: Records
  readonly corp: string
  readonly clientId: string
  readonly clientSecret: string
  readonly switches: Switches
  readonly now: () => number
  readonly tokens: Tokens
  readonly tickets: Tickets
  /** Where a ticket opens a Stream connection; known once the server listens. */
  streamUrl = ''
  /** How events are pushed; `hosts` are those that DingTalk would push to, null: any. */
  readonly push: {
    /** The URL that was registered by a call or in the console, and its keys. */
    callback: Callback | undefined
    hosts: readonly string[] | null
    /** Asks a URL whether events can be pushed there; known once there is somebody who can ask. */
    check: (callback: Callback) => Promise<Unfit>
    readonly failed: FailedPushes
  }
  scope: Scope = { departments: [ROOT], users: [] }
  /** Scope codes the app was not granted (`qyapi_manage_addresslist`), and field permissions by their contract text. */
  readonly missingPermissions = new Set<string>()
  /** The app's list of server addresses, each with at most one `*`; null: no list, any address may call. */
  allowedAddresses: readonly string[] | null = null
  /** An administrator has disabled the app. */
  disabled = false
  /** Words that no text may hold: DingTalk moderates texts, and tells nobody by which rules. */
  moderatedWords: readonly string[] = []
  /**
   * Whoever has to agree before they join, by mobile (`86-10012345678`): `needed` is what a test says of them,
   * `invitations` wait for an answer, `accepted` have joined that way, `left` were removed afterwards (Unix ms).
   */
  readonly consent = {
    needed: new Set<string>(),
    invitations: new Map<string, Invitation>(),
    accepted: new Set<string>(),
    left: new Map<string, number>(),
  }
  /** Who was removed, the earliest first. */
  readonly leavers: Leaver[] = []
  /** Clock-ins (Unix ms) by userid that nothing was planned for: what a test says somebody did. */
  readonly clockIns = new Map<string, readonly number[]>()
  /** Custom attributes that the console defines; null: any name is one. */
  extensionAttributes: readonly string[] | null = null

  constructor(
    company: Company,
    app: { readonly clientId: string; readonly clientSecret: string },
    now: () => number,
    switches: Partial<Switches> = {},
  ) {
    this.records = new Records(company)
    this.corp = company.corp
    this.clientId = app.clientId
    this.clientSecret = app.clientSecret
    this.now = now
    this.tokens = new Tokens(now)
    this.tickets = new Tickets(now)
    this.push = { callback: undefined, hosts: null, check: async () => 71012, failed: new FailedPushes(now) }
    this.switches = { ...defaultSwitches, ...switches }
  }

  /** The token that was given out is refused from now on. */
  expireToken(): void {
    this.tokens.expire()
  }

  /** Whether the app may see and change a department. */
  seesDepartment(id: number): boolean {
    const { departments } = this.scope
    return departments.includes(ROOT) || this.records.chain(id).some((ancestor) => departments.includes(ancestor))
  }

  seesUser(user: User): boolean {
    return this.scope.users.includes(user.userid) || user.departments.some((id) => this.seesDepartment(id))
  }

  /** Whether the app may be used from this address. */
  allows(address: string): boolean {
    if (this.allowedAddresses === null) return true
    return this.allowedAddresses.some((allowed) => {
      const [start = '', end] = allowed.split('*')
      return end === undefined
        ? address === allowed
        : address.length >= start.length + end.length && address.startsWith(start) && address.endsWith(end)
    })
  }

  /** A text that DingTalk would make up: the same for the same company and input. */
  fingerprint(...input: readonly (string | number)[]): string {
    return createHash('sha256')
      .update([this.corp, ...input].join('\n'))
      .digest('base64url')
  }

  /** The same state over other records: what a lagging read sees, or a company without limits on the app. */
  with(changed: { readonly records?: Records; readonly scope?: Scope }): State {
    return Object.assign(Object.create(State.prototype) as State, this, changed)
  }
}
