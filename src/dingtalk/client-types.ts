import type { Personal } from '../core/personal.ts'
import type { Clock } from './clock.ts'
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
  /** Milliseconds to wait for an answer; 20000 when left out. */
  readonly timeout?: number
  /** How often one call is sent at most. Left out: 5, and 20 while DingTalk answers calls at all. */
  readonly attempts?: number
  /** Answers that an earlier run kept, and that a later one may want. */
  readonly kept?: KeptAnswers
  /** Time and chance, where a test holds them. */
  readonly clock?: Clock
}

/** A memory of answers beyond one run. It holds what people would not have known: see `io/import-draft.ts`. */
export interface KeptAnswers {
  /** The answer, as DingTalk wrote it, to a call with the same body; undefined where none is kept. */
  take(operation: OperationId, body: string): string | undefined
  keep(operation: OperationId, body: string, answer: string): void
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
