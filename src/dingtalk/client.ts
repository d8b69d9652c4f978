import type { Personal } from '../core/personal.ts'
import type { OperationId, RequestOf, ResponseOf } from './operation.ts'
import type { Paged } from './types.ts'

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
}

/** What the client is doing, for progress and `--verbose`. Holds no secret and no personal value. */
export type ClientEvent =
  | {
      readonly type: 'finished'
      readonly operation: OperationId
      readonly attempt: number
      readonly status: number
      readonly milliseconds: number
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

  constructor(options: ClientOptions) {
    this.#options = options
  }

  /** Numbers of requests so far; a live view. */
  get stats(): Stats {
    return { calls: {}, total: 0, retries: 0, throttled: 0 }
  }

  /** The decoded answer, envelope included: `(await client.call('getUser', { userid })).result`. */
  async call<Id extends OperationId>(id: Id, _request: Input<RequestOf<Id>>): Promise<ResponseOf<Id>> {
    throw new Error(`${id}: not built yet (${this.#options.oapiUrl})`)
  }

  /** The pages of a paged operation, in order, fetched as they are asked for. */
  async *pages<Id extends PagedId>(id: Id, _request: PagesRequest<Id>): AsyncGenerator<Page<ItemOf<Id>>, void, void> {
    yield Promise.reject(new Error(`${id}: not built yet`))
  }

  /** Every item of a paged operation. */
  async all<Id extends PagedId>(id: Id, request: PagesRequest<Id>): Promise<ItemOf<Id>[]> {
    const items: ItemOf<Id>[] = []
    for await (const page of this.pages(id, request)) items.push(...page.items)
    return items
  }

  /** Ends every wait and connection; calls in flight fail. */
  async close(): Promise<void> {}
}
