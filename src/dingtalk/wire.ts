import { Personal } from '../core/personal.ts'
import { isObject } from '../core/value.ts'
import { type Field, fieldOf, openFields, requestFields, typesOf } from './field.ts'
import { parseJson } from './json.ts'
import type { FieldSchema, Operation } from './operation.ts'

/**
 * The one place that knows how a value of ours travels, driven by the marks of the contract alone. In our code a csv is
 * a list, JSON inside a text is an object, a 64-bit integer is a text of digits, and a personal value or secret is a
 * `Personal`. On the wire (as `json.ts` reads and writes it) a 64-bit integer is a number or a bigint.
 *
 * An answer must have the types the contract promises: a guess that turns out wrong here would be written back later.
 * DingTalk leaves out what is empty, and at times sends null or an empty text instead; these count as left out.
 */

/** A request as it travels. `hidden` are the personal values and secrets in it, so that no message repeats them. */
export interface Encoded {
  readonly path: string
  readonly query: readonly [name: string, value: string][]
  /** Absent where the operation takes none. */
  readonly body?: unknown
  readonly hidden: readonly string[]
}

/** Spreads a request over path, query and body. A request the contract does not know is a bug of the caller. */
export function encodeRequest(operation: Operation, request: { readonly [field: string]: unknown }): Encoded {
  const hidden: string[] = []
  const fields = requestFields(operation)
  const open = openFields(operation)
  let path = operation.path
  const query: [string, string][] = []
  const body: [string, unknown][] = []
  for (const [name, value] of Object.entries(request)) {
    if (value === undefined) continue
    const field = fields.find((field) => field.name === name)
    const schema = field?.schema ?? open
    if (!schema) throw new TypeError(`${operation.id}: the contract has no field ${name}`)
    const wire = encode(schema, value, `${operation.id}: ${name}`, hidden)
    if (field?.in === 'path') path = path.replace(`{${name}}`, encodeURIComponent(text(wire)))
    else if (field?.in === 'query') query.push([name, text(wire)])
    else body.push([name, wire])
  }
  const missing = /\{(\w+)\}/.exec(path)
  if (missing) throw new TypeError(`${operation.id}: ${missing[1]} is missing`)
  if (!operation.body) return { path, query, hidden }
  const list = body.find(([name]) => name === '$body')
  return { path, query, hidden, body: list ? list[1] : Object.fromEntries(body) }
}

function encode(schema: FieldSchema, value: unknown, at: string, hidden: string[]): unknown {
  const field = fieldOf(schema)
  const types = typesOf(field)
  if (value instanceof Personal) {
    hidden.push(value.written())
    if (value.reveal() !== value.written()) hidden.push(value.reveal())
    return value.written()
  }
  if ((field['x-personal'] || field['x-secret']) && typeof value === 'string') hidden.push(value)
  if (field['x-wire'] === 'csv') return encodeCsv(value, at)
  if (field['x-wire'] === 'json-string') return JSON.stringify(encodeFree(value, at, hidden))
  if (field['x-wire'] === 'int64') return encodeInt64(value, at)
  if (value === null && types.includes('null')) return null
  if (types.length === 0) return encodeFree(value, at, hidden)
  if (types.includes('array') && Array.isArray(value))
    return value.map((item, index) => encode(field.items ?? {}, item, `${at}[${index}]`, hidden))
  if (types.includes('object') && isObject(value)) return encodeObject(field, value, at, hidden)
  if (types.includes('integer') && typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (types.includes('number') && typeof value === 'number' && Number.isFinite(value)) return value
  if (types.includes('string') && typeof value === 'string') return value
  if (types.includes('boolean') && typeof value === 'boolean') return value
  throw new TypeError(`${at} must be ${types.join(' or ')}, not ${kindOf(value)}`)
}

function encodeObject(field: Field, value: object, at: string, hidden: string[]): unknown {
  const entries: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    const known = field.properties?.[name]
    const other = typeof field.additionalProperties === 'object' ? field.additionalProperties : {}
    if (!known && field.properties && !field.additionalProperties)
      throw new TypeError(`${at}: the contract has no field ${name} there`)
    entries.push([name, encode(known ?? other, member, `${at}.${name}`, hidden)])
  }
  return Object.fromEntries(entries)
}

function encodeCsv(value: unknown, at: string): string {
  if (!Array.isArray(value)) throw new TypeError(`${at} must be a list, not ${kindOf(value)}`)
  const parts = value.map((item) => (typeof item === 'string' || Number.isSafeInteger(item) ? String(item) : ','))
  if (parts.some((part) => part.includes(',')))
    throw new TypeError(`${at} must be a list of texts without commas, or of whole numbers`)
  return parts.join(',')
}

function encodeInt64(value: unknown, at: string): number | bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (typeof value !== 'string' || !/^-?\d{1,19}$/.test(value)) throw new TypeError(`${at} must be a text of digits`)
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : BigInt(value)
}

/** A value whose shape the contract leaves open. */
function encodeFree(value: unknown, at: string, hidden: string[]): unknown {
  if (value instanceof Personal) return encode({}, value, at, hidden)
  if (Array.isArray(value)) return value.map((item) => encodeFree(item, at, hidden))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encodeFree(member, at, hidden)]))
}

function text(wire: unknown): string {
  return typeof wire === 'object' ? JSON.stringify(wire) : String(wire)
}

/** The answer is not what the contract promises. `at` names the field; no value is repeated. */
export class ShapeError extends Error {
  override name = 'ShapeError'

  constructor(at: string, expected: string, found: unknown) {
    super(`${at} of the answer is ${kindOf(found)}, expected ${expected}`)
  }
}

/** The answer as our code sees it. JSON inside texts is read as exactly as the answer itself. */
export function decodeAnswer(operation: Operation, body: unknown): unknown {
  return decode(operation.response, body, '')
}

function decode(schema: FieldSchema, value: unknown, at: string): unknown {
  const field = fieldOf(schema)
  const types = typesOf(field)
  switch (field['x-wire']) {
    case 'csv':
      return decodeCsv(field, value, at)
    case 'int64':
      if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) throw new ShapeError(at, 'integer', value)
      return String(value)
    case 'bool-string':
      if (typeof value === 'boolean') return value
      if (value !== 'true' && value !== 'false') throw new ShapeError(at, 'boolean', value)
      return value === 'true'
    case 'json-string':
      if (!field['x-personal']) return decodeJson(value, at)
  }
  if (types.length === 0) return decodeFree(value, at)
  if (types.includes('string') && typeof value === 'string')
    return field['x-personal'] || field['x-secret']
      ? new Personal(value, { secret: field['x-secret'] === true })
      : value
  if (types.includes('array') && Array.isArray(value))
    return value.map((item, index) => decode(field.items ?? {}, item, `${at}[${index}]`))
  if (types.includes('object') && isObject(value)) return decodeObject(field, value, at)
  if (types.includes('integer') && Number.isSafeInteger(value)) return value
  if (types.includes('number') && typeof value === 'number') return value
  if (types.includes('boolean') && typeof value === 'boolean') return value
  throw new ShapeError(at || 'the whole', types.join(' or '), value)
}

function decodeObject(field: Field, value: object, at: string): unknown {
  const entries: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    const known = field.properties?.[name]
    const other = typeof field.additionalProperties === 'object' ? field.additionalProperties : undefined
    if (isLeftOut(known, member)) continue
    const schema = known ?? other
    const where = at ? `${at}.${name}` : name
    entries.push([name, schema ? decode(schema, member, known ? where : at) : decodeFree(member, at)])
  }
  const result = Object.fromEntries(entries)
  const missing = field.required?.find((name) => !(name in result))
  if (missing !== undefined) throw new ShapeError(at ? `${at}.${missing}` : missing, 'a value', undefined)
  return result
}

/** Null where the contract knows no null, and empty text where an empty value could not be told from a real one. */
function isLeftOut(schema: FieldSchema | undefined, value: unknown): boolean {
  if (value === undefined) return true
  if (value !== null && value !== '') return false
  const field = schema ? fieldOf(schema) : {}
  if (value === null) return !typesOf(field).includes('null')
  return Boolean(field['x-personal'] || field['x-secret']) || field['x-wire'] === 'json-string'
}

function decodeCsv(field: Field, value: unknown, at: string): unknown {
  if (typeof value !== 'string') throw new ShapeError(at, 'string', value)
  if (value === '') return []
  const parts = value.split(',')
  if (field['x-items']?.type !== 'integer') return parts
  const numbers = parts.map(Number)
  if (!numbers.every(Number.isSafeInteger)) throw new ShapeError(at, 'a list of integers', value)
  return numbers
}

function decodeJson(value: unknown, at: string): unknown {
  if (typeof value !== 'string') throw new ShapeError(at, 'JSON in a text', value)
  let inner: unknown
  try {
    inner = parseJson(value)
  } catch {
    throw new ShapeError(at, 'JSON in a text', value)
  }
  if (!isObject(inner) && !Array.isArray(inner)) throw new ShapeError(at, 'an object in a text', inner)
  return decodeFree(inner, at)
}

/** Levels of a value that the contract does not describe; the deepest one of it has four. */
const DEEPEST = 64

/** A value the contract does not describe: kept, with large integers as text. */
function decodeFree(value: unknown, at: string, level = 1): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (level > DEEPEST) throw new ShapeError(at || 'a part', `at most ${DEEPEST} levels`, value)
  if (Array.isArray(value)) return value.map((item) => decodeFree(item, at, level + 1))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decodeFree(member, at, level + 1)]))
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'bigint' || Number.isInteger(value) ? 'an integer' : `a ${typeof value}`
}
