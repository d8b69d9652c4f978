import { changesNothing } from './classify.ts'
import type { ClientOptions, Input, ItemOf, Page, PagedId, PagesRequest, Stats } from './client-types.ts'
import { type Clock, systemClock } from './clock.ts'
import { contract } from './contract.ts'
import { EnvironmentError } from './environment.ts'
import { DingTalkError } from './error.ts'
import { parseJson, stringifyJson } from './json.ts'
import { Limiter, type Turn } from './limiter.ts'
import { lookupOf } from './lookup.ts'
import type { Operation, OperationId, RequestOf, ResponseOf } from './operation.ts'
import { walk } from './pages.ts'
import { type Grant, TokenCache } from './token.ts'
import { type Reply, Transport, TransportError } from './transport.ts'
import { judge, judgeSilence, type Refused, type Verdict } from './verdict.ts'
import { decodeAnswer, type Encoded, encodeRequest } from './wire.ts'

export type * from './client-types.ts'

/**
 * The one door to DingTalk: any operation of the contract by name, with token, rate, repetition and decoding settled.
 * A write whose outcome is unknown is repeated only where the contract says that this ends in the same state, and after a
 * read has shown that what it is about is still there; any other, and every create, throws a `DingTalkError` that says so.
 */
export class Client {
  readonly #options: ClientOptions
  readonly #clock: Clock
  readonly #limiter: Limiter
  readonly #tokens: TokenCache
  readonly #transport: Transport
  readonly #closing = new AbortController()
  /** When DingTalk itself last said something, be it that we are too fast. */
  /** When DingTalk last let a call of this sort through, or said itself that it does not. */
  readonly #heard = { reads: Number.NEGATIVE_INFINITY, writes: Number.NEGATIVE_INFINITY }
  /** While DingTalk blocks our address, every further call would only be one more. */
  #block: { readonly refused: Refused; readonly until: number } | undefined
  readonly #stats = { calls: {} as { [operation in OperationId]?: number }, total: 0, retries: 0, throttled: 0 }

  constructor(options: ClientOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock(this.#closing.signal)
    this.#limiter = new Limiter(options.rate ?? 15, this.#clock)
    this.#transport = new Transport(options.timeout ?? 20_000)
    this.#tokens = new TokenCache(() => this.#grant(), this.#clock)
  }

  /** Numbers of requests so far; a live view. */
  get stats(): Stats {
    return this.#stats
  }

  /** The decoded answer, envelope included: `(await client.call('getUser', { userid })).result`. */
  async call<Id extends OperationId>(id: Id, request: Input<RequestOf<Id>>): Promise<ResponseOf<Id>> {
    const operation = contract.operations[id]
    return (await this.#perform(operation, request as Fields)) as ResponseOf<Id>
  }

  /** The pages of a paged operation, in order, fetched as they are asked for. */
  async *pages<Id extends PagedId>(id: Id, request: PagesRequest<Id>): AsyncGenerator<Page<ItemOf<Id>>, void, void> {
    const operation = contract.operations[id]
    let number = 0
    for await (const items of walk(operation, request as Fields, (filled) => this.#perform(operation, filled)))
      yield { items: items as readonly ItemOf<Id>[], number: ++number }
  }

  /** Every item of a paged operation. */
  async all<Id extends PagedId>(id: Id, request: PagesRequest<Id>): Promise<ItemOf<Id>[]> {
    const items: ItemOf<Id>[] = []
    for await (const page of this.pages(id, request)) items.push(...page.items)
    return items
  }

  /** Ends every wait, lets requests in flight finish, and closes the connections. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#transport.close()
  }

  async #perform(operation: Operation, request: Fields): Promise<unknown> {
    const encoded = encodeRequest(operation, request)
    const body = operation.body ? await stringifyJson(encoded.body) : undefined
    const kept = this.#options.kept?.take(operation.id, body ?? '')
    if (kept !== undefined) return decodeAnswer(operation, parseJson(kept))
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      const verdict = await this.#attempt(operation, encoded, body, attempt)
      if ('answer' in verdict) return verdict.answer
      const { failure, repeat } = verdict
      // A token is replaced; one that is new and refused as well is no matter of time.
      const stale: boolean =
        repeat === 'token' && operation.token !== 'none' && operation.tokenKind === 'app' && !renewed
      const last = !stale && attempt >= this.#most(operation, failure.code)
      const again = stale || repeat === 'always' || (repeat === 'read' && changesNothing(operation))
      if (last || !(again || (repeat === 'read' && (await this.#isThere(operation, request)))))
        throw new DingTalkError(failure)
      renewed = stale
      this.#stats.retries++
      this.#options.onEvent?.({ type: 'retrying', operation: operation.id, code: failure.code, attempt: attempt + 1 })
    }
  }

  /**
   * Asks for what a write is about of which nobody knows whether it was done. True: DingTalk answers again and has it,
   * and the contract says that the same write once more ends in the same state.
   *
   * @throws DingTalkError `absent` where it is gone, which is all that a deletion wanted.
   */
  async #isThere(operation: Operation, request: Fields): Promise<boolean> {
    const lookup = lookupOf(operation, request)
    if (lookup === undefined) return false
    try {
      await this.#perform(contract.operations[lookup.id], lookup.request)
      return true
    } catch (error) {
      if (!(error instanceof DingTalkError) || error.action === 'absent') throw error
      return false
    }
  }

  /**
   * How often a call is sent at most, as things stand: DingTalk that answers calls of this sort at all is worth waiting
   * for. Reads that pass say nothing of writes, which something on the way may keep out for good.
   */
  #most(operation: Operation, code: string): number {
    // Whoever cannot even connect has a wrong address or no network, whatever the other host says.
    const alive = code !== 'not-connected' && this.#clock.now() - this.#heard[sortOf(operation)] < patience
    return this.#options.attempts ?? (alive ? patientAttempts : attempts)
  }

  /** One request: waits for its turn, sends it, and judges what came back. */
  async #attempt(operation: Operation, encoded: Encoded, body: string | undefined, attempt: number): Promise<Verdict> {
    const { id } = operation
    const { turn, token } = await this.#turn(operation, attempt > 1)
    try {
      this.#closing.signal.throwIfAborted()
      if (this.#block !== undefined && this.#clock.now() < this.#block.until) return blockedToo(this.#block.refused, id)
      this.#stats.total++
      this.#stats.calls[id] = (this.#stats.calls[id] ?? 0) + 1
      const began = this.#clock.now()
      let reply: Reply | undefined
      let verdict: Verdict
      try {
        reply = await this.#send(operation, encoded, body, token)
        verdict = await judge(operation, reply, [...encoded.hidden, token, this.#options.clientSecret])
        if ('answer' in verdict) this.#options.kept?.keep(id, body ?? '', reply.text)
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        verdict = judgeSilence(operation, error)
      }
      const refused = 'answer' in verdict ? undefined : verdict
      this.#learn(operation, turn, token, refused)
      this.#options.onEvent?.({
        type: 'finished',
        operation: id,
        attempt,
        status: reply?.status ?? 0,
        milliseconds: Math.round(this.#clock.now() - began),
        ...(reply?.at === undefined ? {} : { at: reply.at }),
        ...(refused ? { code: refused.failure.code } : {}),
      })
      return verdict
    } finally {
      turn.unused()
    }
  }

  /** What one answer, or none, says about the calls to come. */
  #learn(operation: Operation, turn: Turn, token: string, refused: Refused | undefined): void {
    if (refused?.throttle) {
      const { pause, everywhere } = refused.throttle
      this.#stats.throttled++
      turn.throttled(pause, everywhere)
      this.#heard[sortOf(operation)] = this.#clock.now()
      this.#options.onEvent?.({ type: 'throttled', operation: operation.id, code: refused.failure.code, pause })
    } else if (refused !== undefined && ['retry', 'check'].includes(refused.failure.action)) turn.lost()
    else {
      turn.passed()
      this.#heard[sortOf(operation)] = this.#clock.now()
    }
    if (refused?.repeat === 'token' && operation.tokenKind === 'app') this.#tokens.refused(token)
    if (refused?.failure.code === 'ip-blocked') this.#block = { refused, until: this.#clock.now() + blockade }
  }

  /** The right to send a call, and the token to send it with: not an older one than there is when its turn comes. */
  async #turn(operation: Operation, again: boolean): Promise<{ turn: Turn; token: string }> {
    for (;;) {
      await this.#token(operation)
      const turn = await this.#limiter.take(operation.id, again)
      const token =
        operation.token !== 'none' && operation.tokenKind === 'app' ? this.#tokens.held : await this.#token(operation)
      if (token !== undefined) return { turn, token }
      turn.unused()
    }
  }

  async #send(operation: Operation, encoded: Encoded, body: string | undefined, token: string): Promise<Reply> {
    const base = operation.host === 'oapi' ? this.#options.oapiUrl : this.#options.apiUrl
    const query = new URLSearchParams(encoded.query)
    if (operation.token === 'query') query.set('access_token', token)
    const search = query.size > 0 ? `?${query}` : ''
    return await this.#transport.send({
      method: operation.method,
      url: `${base.replace(/(?<!\/)\/+$/, '')}${encoded.path}${search}`,
      headers: {
        accept: 'application/json',
        'user-agent': 'rollbook',
        ...(operation.token === 'header' ? { 'x-acs-dingtalk-access-token': token } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    })
  }

  async #token(operation: Operation): Promise<string> {
    if (operation.token === 'none') return ''
    if (operation.tokenKind === 'app') return await this.#tokens.get()
    if (this.#options.userToken === undefined)
      throw new EnvironmentError(
        'DINGTALK_USER_TOKEN',
        `${operation.id} refuses the token of an app and needs the token of a person`,
        'set DINGTALK_USER_TOKEN to the token of a person who signed in to the app',
        true,
      )
    return this.#options.userToken
  }

  async #grant(): Promise<Grant> {
    const { clientId, clientSecret } = this.#options
    const grant = await this.call('getAppAccessToken', { appKey: clientId, appSecret: clientSecret })
    return { token: grant.accessToken.reveal(), seconds: grant.expireIn }
  }
}

type Fields = { readonly [field: string]: unknown }

function sortOf(operation: Operation): 'reads' | 'writes' {
  return changesNothing(operation) ? 'reads' : 'writes'
}

/** The same refusal, for a call that was not even sent. */
function blockedToo(refused: Refused, operation: OperationId): Refused {
  return { ...refused, failure: { ...refused.failure, operation } }
}

/** How often one call is sent at most; a repetition with a fresh token counts too. */
const attempts = 5
/** The same while DingTalk answers, and for how many milliseconds an answer counts. */
const patientAttempts = 20
const patience = 120_000
/** For how many milliseconds DingTalk blocks an address. */
const blockade = 300_000
