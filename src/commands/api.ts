import type { Both } from '../core/json-schema.ts'
import { maskText } from '../core/mask-text.ts'
import { nearest } from '../core/nearest.ts'
import { mask, Personal } from '../core/personal.ts'
import type { Client } from '../dingtalk/client.ts'
import { contract } from '../dingtalk/contract.ts'
import { type Field, fieldOf, openFields, requestFields, typesOf } from '../dingtalk/field.ts'
import type { ErrorRule, FieldSchema, Operation, OperationId, Paging } from '../dingtalk/operation.ts'
import { readArguments, typeWord } from './api-arguments.ts'

/** An operation in a list. */
export interface OperationLine {
  readonly id: OperationId
  readonly area: string
  readonly summary: string
  readonly effect: Operation['effect']
  readonly metered: Operation['metered']
  readonly permissions: readonly string[]
  readonly confidence: Operation['confidence']
  /** What the vendor recommends instead, for an operation it has given up. */
  readonly replacedBy?: OperationId
  /** Rows of the API tables of the product overview that it serves. */
  readonly overviewRows: readonly string[]
}

/** One field, as a person needs to know it to fill it in or to read it. */
export interface FieldDescription {
  readonly name: string
  /** Where it travels; absent for a field inside another, and in answers. */
  readonly in?: 'path' | 'query' | 'header' | 'body'
  readonly required: boolean
  /** In words: `text`, `list of whole number`, `object`. */
  readonly type: string
  readonly description?: string
  /** Limits and marks in the contract's own words: `maxLength`, `enum`, `x-clear`, `x-personal`. */
  readonly limits: { readonly [name: string]: unknown }
  readonly fields?: readonly FieldDescription[]
}

/** All that the contract says about an operation. */
export interface OperationDescription extends OperationLine {
  readonly description?: string
  readonly notes: readonly string[]
  readonly status?: string
  readonly method: string
  readonly host: string
  readonly path: string
  readonly tokenKind: Operation['tokenKind']
  readonly appTypes: readonly string[]
  readonly idempotent: boolean
  readonly naturalKey: readonly string[]
  readonly lookup?: OperationId
  readonly batch: Operation['batch']
  readonly page?: Paging
  readonly parameters: readonly FieldDescription[]
  readonly answer: readonly FieldDescription[]
  readonly errors: readonly ErrorRule[]
}

/** No operation has this name; `suggestions` are those that may have been meant. */
export class UnknownOperation extends Error {
  override name = 'UnknownOperation'
  readonly operation: string
  readonly suggestions: readonly string[]

  constructor(id: string, suggestions: readonly string[]) {
    super(`there is no operation ${JSON.stringify(id)}`)
    this.operation = id
    this.suggestions = suggestions
  }
}

/** The arguments do not make a request; every problem is fit to print. */
export class InvalidRequest extends Error {
  override name = 'InvalidRequest'
  readonly operation: string
  readonly problems: readonly Both[]

  constructor(operation: string, problems: readonly Both[]) {
    super(`${operation}: ${problems.length} problem(s) with the arguments`)
    this.operation = operation
    this.problems = problems
  }
}

/** A request that fits the contract, with personal values wrapped. */
export type CheckedRequest = { readonly [field: string]: unknown }

/** The operations that hold every word of the filter in their name, area, summary or overview rows. */
export function listOperations(filter = ''): OperationLine[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return Object.values(contract.operations)
    .filter(({ id, area, summary, overviewRows }) => {
      const text = [id, area, summary, ...overviewRows].join(' ').toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .map(line)
}

/** The operation of this name. Throws `UnknownOperation` with the nearest names. */
export function operationNamed(id: string): Operation {
  const known: { readonly [id: string]: Operation } = contract.operations
  const operation = Object.hasOwn(known, id) ? known[id] : undefined
  if (operation) return operation
  const names = Object.keys(known)
  const near = nearest(id, names)
  const containing = names.filter((name) => id.length > 2 && name.toLowerCase().includes(id.toLowerCase())).slice(0, 5)
  throw new UnknownOperation(id, [...new Set([...(near ? [near] : []), ...containing])])
}

/** Everything the contract says about an operation, as data. */
export function describeOperation(id: string): OperationDescription {
  const operation = operationNamed(id)
  const { description, notes, status, method, host, path, tokenKind, appTypes, idempotent, naturalKey, lookup, page } =
    operation
  const open = openFields(operation)
  return {
    ...line(operation),
    ...(description === undefined ? {} : { description }),
    notes,
    ...(status === undefined ? {} : { status }),
    method,
    host,
    path,
    tokenKind,
    appTypes,
    idempotent,
    naturalKey,
    ...(lookup === undefined ? {} : { lookup }),
    batch: operation.batch,
    ...(page === undefined ? {} : { page }),
    parameters: [
      ...requestFields(operation).map((field) => ({
        ...describe(field.name, field.schema, field.required),
        in: field.in,
      })),
      ...(open ? [{ ...describe('(any name)', open, false), in: 'body' as const }] : []),
    ],
    answer: describe('answer', operation.response, true).fields ?? [],
    errors: [...operation.errors, ...contract.commonErrors[operation.host]],
  }
}

/** Whether a person must agree before it is called: everything that is not a plain read. */
export function needsConfirmation(id: string): boolean {
  return operationNamed(id).effect !== 'read'
}

/**
 * A request from `key=value` words. Throws `InvalidRequest` with all problems at once. With `all`, the fields that a
 * walk over all pages fills in must be left out.
 */
export async function parseArguments(
  id: string,
  words: readonly string[],
  options: { readonly all?: boolean } = {},
): Promise<CheckedRequest> {
  const operation = operationNamed(id)
  const { page } = operation
  const walked = options.all === true && page !== undefined && page.step !== 'unknown'
  const filled = walked ? [page.step === 'repeat' ? null : page.cursor, page.size] : []
  const names = filled.filter((name) => name !== null)
  const { request, problems } = await readArguments(operation, words, names)
  if (options.all && !walked)
    problems.push(
      page
        ? { en: '--all: how its pages are walked is not documented', zh: '--all：文档没有写怎样翻页' }
        : { en: '--all: it does not answer in pages', zh: '--all：它的结果不分页' },
    )
  if (problems.length > 0) throw new InvalidRequest(id, problems)
  return request
}

/** Calls an operation and gives its answer as plain JSON (with `all`: its items), personal values and secrets masked. */
export async function callOperation(
  client: Client,
  id: string,
  request: CheckedRequest,
  options: { readonly all?: boolean } = {},
): Promise<unknown> {
  const operation = operationNamed(id)
  if (!options.all) return masked(operation.response, await client.call(operation.id, request as never))
  const items = await client.all(operation.id as 'listUsers', request as never)
  const path = operation.page?.items.split('.') ?? []
  return items.map((item) => masked(fieldOf(fieldAt(operation.response, path)).items ?? {}, item))
}

function line(operation: Operation): OperationLine {
  const { id, area, summary, effect, metered, permissions, confidence, replacedBy, overviewRows } = operation
  const base = { id, area, summary, effect, metered, permissions, confidence, overviewRows }
  return replacedBy === undefined ? base : { ...base, replacedBy }
}

const structure = new Set(['type', 'description', 'properties', 'items', 'required', 'allOf', '$ref', 'x-items'])

function describe(name: string, schema: FieldSchema, required: boolean): FieldDescription {
  const field = fieldOf(schema)
  const holder = typesOf(field).includes('array') ? fieldOf(field.items ?? {}) : field
  const fields = Object.entries(holder.properties ?? {}).map(([inner, innerSchema]) =>
    describe(inner, innerSchema, holder.required?.includes(inner) ?? false),
  )
  const limits = Object.entries(field).filter(([key]) => !structure.has(key))
  return {
    name,
    required,
    type: typeOf(field),
    ...(field.description === undefined ? {} : { description: field.description }),
    limits: Object.fromEntries(limits),
    ...(fields.length === 0 ? {} : { fields }),
  }
}

function typeOf(field: Field): string {
  const types = typesOf(field)
  if (field['x-wire'] === 'csv' || (field['x-wire'] === 'json-string' && field['x-items']))
    return `list of ${typeWord(field['x-items']?.type ?? 'string')}`
  if (field['x-wire'] === 'json-string') return 'an object'
  if (field['x-wire'] === 'ms-timestamp') return 'a time in Unix milliseconds'
  if (types.includes('array')) return `list of ${typeOf(fieldOf(field.items ?? {}))}`
  return types.map(typeWord).join(' or ') || 'anything'
}

function fieldAt(schema: FieldSchema, path: readonly string[]): FieldSchema {
  return path.reduce<FieldSchema>((at, name) => fieldOf(at).properties?.[name] ?? {}, schema)
}

/** The answer without anything personal. What the contract does not describe is searched for numbers and addresses. */
function masked(schema: FieldSchema, value: unknown): unknown {
  const field = fieldOf(schema)
  if (field['x-secret'] || (field['x-personal'] && !(value instanceof Personal))) return '***'
  if (value instanceof Personal) return value.toString()
  const described = field.properties !== undefined || typesOf(field).length > 0
  if (typeof value === 'string' && (!described || field['x-wire'] === 'json-string')) return maskText(value)
  if (Array.isArray(value)) return value.map((item) => masked(field.items ?? {}, item))
  if (typeof value === 'number' && !described) return /^1\d{10}$/.test(String(value)) ? mask(String(value)) : value
  if (typeof value !== 'object' || value === null) return value
  const other = typeof field.additionalProperties === 'object' ? field.additionalProperties : {}
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, masked(field.properties?.[name] ?? other, member)]),
  )
}
