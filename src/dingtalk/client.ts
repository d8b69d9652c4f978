import type { Personal } from '../core/personal.ts'
import { changesNothing } from './classify.ts'
import { type Clock, systemClock } from './clock.ts'
import { contract } from './contract.ts'
import { DingTalkError } from './error.ts'
import { stringifyJson } from './json.ts'
import { Limiter } from './limiter.ts'
import type { Operation, OperationId, RequestOf, ResponseOf } from './operation.ts'
import { walk } from './pages.ts'
import { type Grant, TokenCache } from './token.ts'
import { type Reply, Transport, TransportError } from './transport.ts'
import type { Paged } from './types.ts'
import { judge, judgeSilence, type Verdict } from './verdict.ts'
import { type Encoded, encodeRequest } from './wire.ts'

/** How to reach DingTalk and as whom. */
export interface ClientOptions {
  readonly oapiUrl: string
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Calls per second for each API; 15 when left out. */
  readonly rate?: number
  /** The token of a person, for the few operations that refuse an app's. */
  readonly userToken?: string
  readonly onEvent?: (event: ClientEvent) => void
  /** Milliseconds to wait for an answer; 20000 when left out. */
  readonly timeout?: number
  /** How often one call is sent at most; 5 when left out. */
  readonly attempts?: number
  /** Time and chance, where a test holds them. */
  readonly clock?: Clock
}

/** What the client is doing, for progress and `--verbose`. Holds no secret and no personal value. */
export type ClientEvent =
  | {
      readonly type: 'finished'
      readonly operation: OperationId
      readonly attempt: number
      readonly status: number
      readonly milliseconds: number
      /** The server's own time, by the Date header of its answer, in Unix milliseconds. */
      readonly at?: number
      /** The error code of a refused or failed attempt. */
      readonly code?: string
    }
  | { readonly type: 'throttled'; readonly operation: OperationId; readonly code: string; readonly pause: number }
  | { readonly type: 'retrying'; readonly operation: OperationId; readonly code: string; readonly attempt: number }

/** Every HTTP request so far, those for tokens and repetitions included. */
export interface Stats {
  readonly calls: { readonly [operation in OperationId]?: number }
  readonly total: number
  readonly retries: number
  readonly throttled: number
}

/** A request as callers may write it: read-only lists will do, and plain text for a personal value. */
export type Input<T> = T extends Personal
  ? Personal | string
  : T extends readonly (infer Item)[]
    ? readonly Input<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Input<T[Key]> }
      : T

/** Operations that answer in pages. */
export type PagedId = keyof Paged & OperationId

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? At<NonNullable<T>[Head & keyof NonNullable<T>], Rest>
  : NonNullable<T>[Path & keyof NonNullable<T>]

/** What the list of a paged operation holds. */
export type ItemOf<Id extends PagedId> =
  NonNullable<At<ResponseOf<Id>, Paged[Id]['items']>> extends readonly (infer Item)[] ? Item : unknown

/** The request of a paged operation without the fields that the walk itself fills in. */
export type PagesRequest<Id extends PagedId> = Input<
  Omit<RequestOf<Id>, Extract<Paged[Id]['cursor'] | Paged[Id]['size'], string>>
>

/** One page of a walk. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly number: number
}

/**
 * The one door to DingTalk: any operation of the contract by name, with token, rate, repetition and decoding settled.
 * A write whose outcome is unknown is never repeated here; it throws a `DingTalkError` that says so.
 */
export class Client {
  readonly #options: ClientOptions
  readonly #clock: Clock
  readonly #limiter: Limiter
  readonly #tokens: TokenCache
  readonly #transport: Transport
  readonly #closing = new AbortController()
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
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      const token = await this.#token(operation)
      const verdict = await this.#attempt(operation, encoded, body, token, attempt)
      if ('answer' in verdict) return verdict.answer
      const { failure, repeat } = verdict
      const stale = repeat === 'token' && operation.token !== 'none' && operation.tokenKind === 'app' && !renewed
      if (stale) {
        renewed = true
        this.#tokens.refused(token)
      } else {
        const again = repeat === 'always' || (repeat === 'read' && changesNothing(operation))
        if (!again || attempt >= (this.#options.attempts ?? attempts)) throw new DingTalkError(failure)
      }
      this.#stats.retries++
      this.#options.onEvent?.({ type: 'retrying', operation: operation.id, code: failure.code, attempt: attempt + 1 })
      if (!stale) await this.#clock.sleep(this.#clock.random() * Math.min(30_000, 1000 * 2 ** (attempt - 1)))
    }
  }

  /** One request: waits for its turn, sends it, and judges what came back. */
  async #attempt(
    operation: Operation,
    encoded: Encoded,
    body: string | undefined,
    token: string,
    attempt: number,
  ): Promise<Verdict> {
    const { id } = operation
    await this.#limiter.take(id)
    this.#closing.signal.throwIfAborted()
    this.#stats.total++
    this.#stats.calls[id] = (this.#stats.calls[id] ?? 0) + 1
    const began = this.#clock.now()
    let reply: Reply | undefined
    let verdict: Verdict
    try {
      reply = await this.#send(operation, encoded, body, token)
      verdict = await judge(operation, reply, [...encoded.hidden, token, this.#options.clientSecret])
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      verdict = judgeSilence(operation, error)
    }
    const refused = 'answer' in verdict ? undefined : verdict
    if (refused?.throttle) {
      const { pause, everywhere } = refused.throttle
      this.#stats.throttled++
      this.#limiter.throttled(id, pause, everywhere)
      this.#options.onEvent?.({ type: 'throttled', operation: id, code: refused.failure.code, pause })
    } else if (reply) this.#limiter.succeeded(id)
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
  }

  async #send(operation: Operation, encoded: Encoded, body: string | undefined, token: string): Promise<Reply> {
    const base = operation.host === 'oapi' ? this.#options.oapiUrl : this.#options.apiUrl
    const query = new URLSearchParams(encoded.query)
    if (operation.token === 'query') query.set('access_token', token)
    const search = query.size > 0 ? `?${query}` : ''
    return await this.#transport.send({
      method: operation.method,
      url: `${base.replace(/\/+$/, '')}${encoded.path}${search}`,
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
      throw new Error(`${operation.id} refuses the token of an app: it needs the token of a person who signed in`)
    return this.#options.userToken
  }

  async #grant(): Promise<Grant> {
    const { clientId, clientSecret } = this.#options
    const grant = await this.call('getAppAccessToken', { appKey: clientId, appSecret: clientSecret })
    return { token: grant.accessToken.reveal(), seconds: grant.expireIn }
  }
}

type Fields = { readonly [field: string]: unknown }

/** How often one call is sent at most; a repetition with a fresh token counts too. */
const attempts = 5
