import { nearest } from '../core/nearest.ts'
import { Personal } from '../core/personal.ts'
import { type Field, fieldOf, openFields, type RequestField, requestFields, typesOf } from '../dingtalk/field.ts'
import { parseJson } from '../dingtalk/json.ts'
import type { FieldSchema, Operation } from '../dingtalk/operation.ts'

/**
 * Turns `key=value` words into a request, checked against the contract before anything is sent. A value is read by
 * the type of its field: a list takes commas or a JSON list, an object takes JSON, digits stay exact. All problems are
 * found in one go; none of them repeats a value, because the value may be a mobile number or a password.
 */
export async function readArguments(
  operation: Operation,
  words: readonly string[],
  filled: readonly string[],
): Promise<{ request: { [field: string]: unknown }; problems: string[] }> {
  const problems: string[] = []
  const request: { [field: string]: unknown } = {}
  const fields = requestFields(operation)
  const open = openFields(operation)
  const known = fields.map(({ name }) => name).filter((name) => !filled.includes(name))
  for (const word of words) {
    const [, name = '', text = ''] = /^([^=]*)=([\s\S]*)$/.exec(word) ?? []
    const schema = fields.find((field) => field.name === name)?.schema ?? open
    if (name === '') problems.push(`expected key=value${suggestion(word, known)}`)
    else if (filled.includes(name)) problems.push(`${name}: --all fills it in itself`)
    else if (!schema) problems.push(`${name}: ${operation.id} has no such field${suggestion(name, known)}`)
    else if (name in request) problems.push(`${name}: given twice`)
    else request[name] = await readText(schema, text, name, problems)
  }
  requireAll(operation, fields, request, filled, problems)
  for (const { name, schema } of fields) checkTogether(fieldOf(schema), name, request, problems)
  for (const { field, max } of operation.batch) {
    const list = request[field]
    if (Array.isArray(list) && list.length > max)
      problems.push(`${field}: at most ${max} in one call, not ${list.length}`)
  }
  return { request, problems: [...new Set(problems)] }
}

function requireAll(
  operation: Operation,
  fields: readonly RequestField[],
  request: { readonly [field: string]: unknown },
  filled: readonly string[],
  problems: string[],
): void {
  for (const { name, required } of fields)
    if (required && !(name in request) && !filled.includes(name)) problems.push(`${name}: ${operation.id} needs it`)
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near) return `; did you mean ${near}?`
  // More names than a line holds help nobody: the description of the operation has them all.
  return known.length > 0 && known.length <= 12 ? `; it has ${known.join(', ')}` : ''
}

/** The value of a field as our code holds it, from what was typed. */
async function readText(schema: FieldSchema, text: string, at: string, problems: string[]): Promise<unknown> {
  const field = fieldOf(schema)
  const types = typesOf(field)
  const wire = field['x-wire']
  const list = wire === 'csv' || types.includes('array')
  const structured = types.includes('object') || types.length === 0 || wire === 'json-string'
  const looksJson = /^\s*[[{]/.test(text)
  if ((list && looksJson) || (structured && (looksJson || types.length > 0))) {
    try {
      return checkValue(schema, parseJson(text), at, problems)
    } catch {
      problems.push(`${at}: not valid JSON`)
      return undefined
    }
  }
  if (list) {
    const items = text.trim() === '' ? [] : text.split(',').map((item) => item.trim())
    return checkValue(
      schema,
      items.map((item) => scalar(itemOf(field), item)),
      at,
      problems,
    )
  }
  return checkValue(schema, scalar(field, text), at, problems)
}

/** What one element of a list is; of a csv the contract says it in `x-items`. */
function itemOf(field: Field): Field {
  return field['x-wire'] === 'csv' ? { type: field['x-items']?.type ?? 'string' } : fieldOf(field.items ?? {})
}

/** A single word as the JSON value it stands for; a word that does not fit stays text and is reported by the check. */
function scalar(field: Field, text: string): unknown {
  const types = typesOf(field)
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if (types.includes('null') && text === 'null') return null
  const number = Number(text)
  if (types.includes('integer') && /^-?\d+$/.test(text)) return Number.isSafeInteger(number) ? number : BigInt(text)
  if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(text)) return number
  return text
}

/** Checks a JSON value and gives it in our form: bigints as digits, personal values wrapped. */
function checkValue(schema: FieldSchema, value: unknown, at: string, problems: string[]): unknown {
  const field = fieldOf(schema)
  const types = typesOf(field)
  const wrong = (what: string) => {
    problems.push(`${at}: ${what}`)
  }
  if (field['x-wire'] === 'csv') return checkCsv(field, value, at, problems)
  if (field['x-wire'] === 'json-string') return checkJson(field, value, at, problems)
  if (field['x-wire'] === 'int64') {
    const digits = typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : value
    if (typeof digits !== 'string' || !/^-?\d{1,19}$/.test(digits)) wrong('must be a whole number')
    return digits
  }
  if (types.length === 0 || (value === null && types.includes('null'))) return plain(value)
  if (types.includes('array') && Array.isArray(value)) {
    checkCount(field, value.length, wrong)
    return value.map((item, index) => checkValue(field.items ?? {}, item, `${at}[${index}]`, problems))
  }
  if (types.includes('object') && isObject(value)) return checkObject(field, value, at, problems)
  if (
    types.includes('string') &&
    (typeof value === 'string' || (typeof value === 'bigint' && types.includes('integer')))
  )
    return checkText(field, String(value), wrong)
  if (types.includes('boolean') && typeof value === 'boolean') return value
  const numeric = types.includes('integer')
    ? Number.isSafeInteger(value)
    : types.includes('number') && typeof value === 'number'
  if (numeric) {
    checkNumber(field, Number(value), wrong)
    return value
  }
  wrong(`must be ${types.map(typeWord).join(' or ')}`)
  return undefined
}

function checkObject(field: Field, value: object, at: string, problems: string[]): unknown {
  const known = Object.keys(field.properties ?? {})
  const entries: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    const own = field.properties?.[name]
    const other = typeof field.additionalProperties === 'object' ? field.additionalProperties : {}
    if (!own && field.properties && !field.additionalProperties)
      problems.push(`${at}.${name}: there is no such field${suggestion(name, known)}`)
    else entries.push([name, checkValue(own ?? other, member, `${at}.${name}`, problems)])
  }
  for (const name of field.required ?? []) if (!Object.hasOwn(value, name)) problems.push(`${at}.${name}: missing`)
  return Object.fromEntries(entries)
}

function checkCsv(field: Field, value: unknown, at: string, problems: string[]): unknown {
  const integers = field['x-items']?.type === 'integer'
  const fits = (item: unknown) =>
    integers ? Number.isSafeInteger(item) : typeof item === 'string' && !item.includes(',')
  if (!Array.isArray(value) || !value.every(fits)) {
    problems.push(`${at}: must be a list of ${integers ? 'whole numbers' : 'texts without commas'}`)
    return undefined
  }
  const wrong = (what: string) => {
    problems.push(`${at}: ${what}`)
  }
  checkCount(field, value.length, wrong)
  if (field.pattern && value.length > 0 && !new RegExp(field.pattern, 'u').test(value.join(',')))
    wrong(`must match ${field.pattern}`)
  return value
}

function checkJson(field: Field, value: unknown, at: string, problems: string[]): unknown {
  const fits = field['x-items'] ? Array.isArray(value) : isObject(value)
  if (!fits) problems.push(`${at}: must be ${field['x-items'] ? 'a list' : 'an object'} in JSON`)
  const inner = plain(value)
  if (field.maxLength !== undefined && JSON.stringify(inner).length > field.maxLength)
    problems.push(`${at}: at most ${field.maxLength} characters as JSON`)
  return inner
}

function checkText(field: Field, text: string, wrong: (what: string) => void): unknown {
  const length = [...text].length
  if (field.minLength !== undefined && length < field.minLength) wrong(`at least ${field.minLength} characters`)
  if (field.maxLength !== undefined && length > field.maxLength)
    wrong(`at most ${field.maxLength} characters, not ${length}`)
  if (field.pattern && !new RegExp(field.pattern, 'u').test(text)) wrong(`must match ${field.pattern}`)
  if (field.enum && !field.enum.includes(text)) wrong(`must be one of ${field.enum.join(', ')}`)
  return field['x-personal'] || field['x-secret'] ? new Personal(text, { secret: field['x-secret'] === true }) : text
}

function checkNumber(field: Field, value: number, wrong: (what: string) => void): void {
  if (field.minimum !== undefined && value < field.minimum) wrong(`at least ${field.minimum}`)
  if (field.maximum !== undefined && value > field.maximum) wrong(`at most ${field.maximum}`)
  if (field.enum && !field.enum.includes(value)) wrong(`must be one of ${field.enum.join(', ')}`)
}

function checkCount(field: Field, count: number, wrong: (what: string) => void): void {
  if (field.minItems !== undefined && count < field.minItems) wrong(`at least ${field.minItems} in the list`)
  if (field.maxItems !== undefined && count > field.maxItems)
    wrong(`at most ${field.maxItems} in the list, not ${count}`)
}

function checkTogether(
  field: Field,
  name: string,
  request: { readonly [field: string]: unknown },
  problems: string[],
): void {
  const limit = field['x-max-together']
  if (!limit) return
  const names = [name, ...limit.with].sort()
  const count = names.reduce((sum, each) => sum + (Array.isArray(request[each]) ? request[each].length : 0), 0)
  if (count > limit.max) problems.push(`${names.join(', ')}: at most ${limit.max} together, not ${count}`)
}

/** A value the contract leaves open, with large integers as text of digits. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How a JSON type is called in messages and descriptions. */
export function typeWord(type: string): string {
  const words: { [type: string]: string } = {
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    null: 'null',
  }
  return words[type] ?? type
}
