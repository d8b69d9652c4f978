import type { Operations } from './types.ts'

/** The name of a vendor call, as the contract spells it: `createDepartment`. */
export type OperationId = keyof Operations

/** A 64-bit integer as a text of digits: beyond 2^53 a JavaScript number would change it. */
export type Int64 = string

export type JsonObject = { [key: string]: unknown }

/**
 * What to do about an error code (the contract's words):
 * `retry` back off and repeat; `token` fetch a new token once and repeat; `config` an administrator must act;
 * `item` this object failed, go on with others; `absent` the target does not exist; `exists` look it up and compare;
 * `quota` stop metered calls until next month; `check` the outcome is unknown: read before writing again.
 */
export type ErrorAction = 'retry' | 'token' | 'config' | 'item' | 'absent' | 'exists' | 'quota' | 'check'

/** One documented error code of one operation. `basis` says how sure the contract is that it belongs here. */
export interface ErrorRule {
  readonly status?: number
  readonly code: number | string
  readonly sub_code?: string
  readonly meaning: string
  readonly action: ErrorAction
  readonly basis: string
  readonly pending?: boolean
}

/** A field or body of the contract: JSON Schema plus the contract's `x-` marks. `$ref` names an entry of `schemas`. */
export interface FieldSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly additionalProperties?: boolean | FieldSchema
  readonly items?: FieldSchema
  readonly allOf?: readonly FieldSchema[]
  readonly oneOf?: readonly FieldSchema[]
  readonly anyOf?: readonly FieldSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly deprecated?: boolean
  readonly readOnly?: boolean
  readonly writeOnly?: boolean
  readonly 'x-wire'?: 'csv' | 'json-string' | 'int64' | 'ms-timestamp' | 'bool-string'
  readonly 'x-items'?: { readonly type: string; readonly format?: string }
  readonly 'x-read-name'?: string
  readonly 'x-write-name'?: string
  readonly 'x-write-only'?: true
  readonly 'x-read-only'?: true
  readonly 'x-immutable'?: true
  readonly 'x-clear'?: 'empty-string' | 'empty-object' | 'force_update_fields' | 'unknown' | 'never'
  readonly 'x-clear-confidence'?: string
  readonly 'x-set'?: 'replace' | 'merge' | 'unknown'
  readonly 'x-set-confidence'?: string
  readonly 'x-personal'?: true
  readonly 'x-secret'?: true
  readonly 'x-field-permission'?: string
  readonly 'x-max-together'?: { readonly with: readonly string[]; readonly max: number }
  readonly 'x-invalid-code'?: number
}

/** How a paged call is walked; the marks are explained in schema/dingtalk/README.md. */
export interface Paging {
  readonly cursor: string | null
  readonly first: string | number | null
  readonly size: string | null
  readonly max: number | null
  readonly next: string | null
  readonly more: string | null
  readonly items: string
  readonly step: 'cursor' | 'size' | 'repeat' | 'unknown'
}

/** One vendor call: where it goes, what it takes and gives, what it may answer, and how sure that is. */
export interface Operation {
  readonly id: OperationId
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  readonly path: string
  readonly host: 'oapi' | 'api'
  readonly token: 'query' | 'header' | 'none'
  readonly tokenKind: 'app' | 'user'
  readonly area: string
  readonly summary: string
  readonly description?: string
  readonly notes: readonly string[]
  readonly permissions: readonly string[]
  readonly appTypes: readonly string[]
  readonly metered: boolean | 'unknown'
  readonly effect: 'read' | 'create' | 'update' | 'delete' | 'action'
  readonly idempotent: boolean
  readonly naturalKey: readonly string[]
  readonly lookup?: OperationId
  readonly batch: readonly { readonly field: string; readonly max: number }[]
  readonly page?: Paging
  readonly replacedBy?: OperationId
  readonly status?: string
  readonly confidence: 'high' | 'medium' | 'low'
  /** Rows of the API tables of the product overview that it serves. */
  readonly overviewRows: readonly string[]
  readonly errors: readonly ErrorRule[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'query' | 'path' | 'header'
    readonly required: boolean
    readonly schema: FieldSchema
  }[]
  readonly body?: FieldSchema
  readonly response: FieldSchema
}

export interface Contract {
  readonly operations: Readonly<Record<OperationId, Operation>>
  readonly schemas: Readonly<Record<string, FieldSchema>>
  readonly commonErrors: Readonly<Record<Operation['host'], readonly ErrorRule[]>>
  readonly globalErrors: readonly ErrorRule[]
}

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : unknown
type Part<T, K extends string> = T extends { parameters: { [key in K]?: infer P } } ? NonNullable<P> : unknown
type Known<T> = [T] extends [never] ? unknown : T

type BodyOf<T> = T extends { requestBody?: infer B } ? NonNullable<B> : never
type BodyFields<Body> = [Body] extends [never] ? unknown : Body extends readonly unknown[] ? { $body: Body } : Body

/** The request of an operation: path, query and body fields in one object; a body that is a list stands under `$body`. */
export type RequestOf<Id extends OperationId> = Known<Part<Operations[Id], 'path'>> &
  Known<Part<Operations[Id], 'query'>> &
  BodyFields<Json<BodyOf<Operations[Id]>>>

/** The decoded answer of an operation, envelope included: `(await client.call('getUser', { userid })).result`. */
export type ResponseOf<Id extends OperationId> = Operations[Id] extends { responses: { 200: infer R } }
  ? Json<R>
  : unknown
