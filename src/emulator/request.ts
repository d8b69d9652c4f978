import type { Personal } from '../core/personal.ts'
import { isObject } from '../core/value.ts'
import { contract } from '../dingtalk/contract.ts'
import type { FieldSchema, Operation, OperationId, RequestOf } from '../dingtalk/operation.ts'
import { parsed, type Sent } from './body.ts'
import { ApiError, VendorError } from './errors.ts'

/**
 * Checks a request against the contract and decodes it. Three wire forms mean the same: JSON with real types, JSON whose
 * scalars are all text (the official Java SDK), and form encoding with lists as JSON text. In all of them a csv field is
 * one text, never a list. `null` is a field left out. What the schema refuses answers the field's `x-invalid-code`, else
 * 400002; the few codes for a missing or empty parameter and for paging stand in the operation's error table.
 */
export function decode<Id extends OperationId>(
  operation: Operation & { readonly id: Id },
  sent: Sent,
  refuseUnknown: boolean,
): Request<Id> {
  const schema = bodySchema(operation)
  const properties = schema.properties ?? {}
  const given = Object.entries(sent.fields).filter(([, value]) => value !== null)
  const decoded: Record<string, unknown> = {}
  if (given.length === 0 && schema.required?.length) throw emptyBody(operation)
  for (const [name, value] of given) {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (field === undefined) {
      if (refuseUnknown && name !== 'access_token' && !undocumented.has(name)) throw invalid(operation, name, {})
      continue
    }
    if (value === '' && schema.required?.includes(name)) throw missing(operation, name, field)
    const result = value === '' && field.type !== 'string' ? undefined : decodeValue(field, value, sent.form)
    if (result === undefined) throw invalid(operation, name, field, value)
    decoded[name] = result
  }
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(decoded, name)) throw missing(operation, name, properties[name] ?? {})
  }
  for (const [name, field] of Object.entries(properties)) {
    const together = field['x-max-together']
    if (together === undefined || !Object.hasOwn(decoded, name)) continue
    const count = [name, ...together.with].reduce((sum, list) => sum + lengthOf(decoded[list]), 0)
    if (count > together.max) throw invalid(operation, name, field)
  }
  return decoded as Request<Id>
}

/** A request as a handler sees it: the contract's types with personal values in clear. */
export type Request<Id extends OperationId> = Clear<RequestOf<Id>>
type Clear<T> = T extends Personal
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Clear<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Clear<T[K]> }
      : T

/** Fields without a description that official samples set: DingTalk takes them, so they are ignored. */
const undocumented = new Set([
  'check_user_protect',
  'ext_attrs',
  'ext_attrs_update_mode',
  'gender',
  'limited',
  'has_subordinate',
  'dept_name',
  'flower_name',
])

function resolve(schema: FieldSchema): FieldSchema {
  return schema.$ref === undefined ? schema : resolve(contract.schemas[schema.$ref] ?? {})
}

/** Path and query parameters stand beside the body's fields: no operation has one name in two places. */
function bodySchema(operation: Operation): FieldSchema {
  const body = resolve(operation.body ?? { type: 'object' })
  const parameters = operation.parameters.filter((parameter) => parameter.in !== 'header')
  return {
    ...body,
    properties: { ...Object.fromEntries(parameters.map((p) => [p.name, p.schema])), ...body.properties },
    required: [...parameters.filter((p) => p.required).map((p) => p.name), ...(body.required ?? [])],
  }
}

/** The decoded value, or undefined where it breaks the schema. */
function decodeValue(reference: FieldSchema, value: unknown, form: boolean): unknown {
  const schema = resolve(reference)
  if (schema['x-wire'] === 'csv') return decodeCsv(schema, value)
  if (schema['x-wire'] === 'json-string') return decodeJsonText(schema, value)
  switch (schema.type) {
    case 'integer':
      return decodeInteger(schema, value)
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
    case 'string':
      return typeof value === 'string' && fits(schema, value) ? value : undefined
    case 'array':
      return decodeList(schema, form && typeof value === 'string' ? parsed(value) : value)
    case 'object':
      return decodeObject(schema, form && typeof value === 'string' ? parsed(value) : value)
    default:
      return undefined
  }
}

function fits(schema: FieldSchema, text: string): boolean {
  const length = [...text].length
  return (
    length >= (schema.minLength ?? 0) &&
    length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)) &&
    (schema.enum === undefined || schema.enum.includes(text))
  )
}

const INT64_MAX = 2n ** 63n - 1n

function decodeInteger(schema: FieldSchema, value: unknown): number | string | undefined {
  const digits = typeof value === 'bigint' || Number.isInteger(value) ? String(value) : value
  if (typeof digits !== 'string' || !/^-?\d{1,19}$/.test(digits)) return undefined
  const integer = BigInt(digits)
  if (integer > INT64_MAX || integer < -INT64_MAX) return undefined
  if (schema.minimum !== undefined && integer < BigInt(schema.minimum)) return undefined
  if (schema.maximum !== undefined && integer > BigInt(schema.maximum)) return undefined
  if (schema.enum !== undefined && !schema.enum.includes(Number(integer))) return undefined
  return schema['x-wire'] === 'int64' ? String(integer) : Number(integer)
}

function decodeCsv(schema: FieldSchema, value: unknown): readonly (string | number)[] | undefined {
  if (typeof value !== 'string' || !fits(schema, value)) return undefined
  const items = value === '' ? [] : [...new Set(value.split(','))]
  if (!counts(schema, items)) return undefined
  if (schema['x-items']?.type !== 'integer') return items
  const numbers = items.map(Number)
  return numbers.every(Number.isSafeInteger) ? numbers : undefined
}

/** A JSON object in a text; the official SDK sends it as the object itself. Its length counts as text either way. */
function decodeJsonText(schema: FieldSchema, value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const object = parsed(text)
  return fits(schema, text) && isObject(object) ? object : undefined
}

function decodeList(schema: FieldSchema, value: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(value) || !counts(schema, value)) return undefined
  const items = value.map((item) => decodeValue(schema.items ?? {}, item, false))
  return items.includes(undefined) ? undefined : items
}

/** Members that a nested shape does not know are left alone: the contract says that its shapes are incomplete. */
function decodeObject(schema: FieldSchema, value: unknown): Record<string, unknown> | undefined {
  if (!isObject(value)) return undefined
  const decoded: Record<string, unknown> = schema.additionalProperties ? { ...value } : {}
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (!Object.hasOwn(value, name) || value[name] === null) continue
    const result = decodeValue(field, value[name], false)
    if (result === undefined) return undefined
    decoded[name] = result
  }
  return (schema.required ?? []).every((name) => Object.hasOwn(decoded, name)) ? decoded : undefined
}

function counts(schema: FieldSchema, items: readonly unknown[]): boolean {
  return items.length >= (schema.minItems ?? 0) && items.length <= (schema.maxItems ?? Number.POSITIVE_INFINITY)
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

// ---- what a broken request answers ----

function invalid(operation: Operation, name: string, field: FieldSchema, value?: unknown): Error {
  const illegalName =
    name === 'name' && operation.area === 'departments' && typeof value === 'string' && /[-,，]/u.test(value)
  const paging = name === operation.page?.size ? 40069 : name === operation.page?.cursor ? 40068 : undefined
  const known = name === 'dept_id' ? 40009 : paging
  const code = illegalName ? 60009 : declared(operation, known) ? known : field['x-invalid-code']
  return broken(operation, code, `parameter ${name} is invalid`)
}

function missing(operation: Operation, name: string, field: FieldSchema): Error {
  if (operation.id === 'getToken') return broken(operation, name === 'appkey' ? 90002 : 90003, `${name} is empty`)
  const code = [34018, 660000, 40036].find((candidate) => declared(operation, candidate))
  return broken(operation, code ?? field['x-invalid-code'], `parameter ${name} is missing`)
}

function emptyBody(operation: Operation): Error {
  if (operation.id === 'getToken') return missing(operation, 'appkey', {})
  const code = [40035, 34018, 660000, 40036].find((candidate) => declared(operation, candidate))
  return broken(operation, code, 'no parameters')
}

/** A body that is not what its content type says. */
export function unreadable(operation: Operation): Error {
  return broken(operation, declared(operation, 40035) ? 40035 : undefined, 'the body cannot be read')
}

function broken(operation: Operation, code: number | undefined, detail: string): Error {
  if (operation.host === 'oapi') return new VendorError(code ?? 400002, detail)
  const rule = operation.errors.find((error) => error.status === 400 && /param/i.test(String(error.code)))
  return new ApiError(400, String(rule?.code ?? 'MissingParameter'), detail)
}

function declared(operation: Operation, code: number | undefined): code is number {
  return code !== undefined && operation.errors.some((error) => error.code === code)
}
