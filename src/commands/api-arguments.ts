import type { Both } from '../core/json-schema.ts'
import { nearest } from '../core/nearest.ts'
import { Personal } from '../core/personal.ts'
import { isObject } from '../core/value.ts'
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
): Promise<{ request: { [field: string]: unknown }; problems: Both[] }> {
  const problems: Both[] = []
  const request: { [field: string]: unknown } = {}
  const fields = requestFields(operation)
  const open = openFields(operation)
  const known = fields.map(({ name }) => name).filter((name) => !filled.includes(name))
  for (const word of words) {
    const [, name = '', text = ''] = /^([^=]*)=([\s\S]*)$/.exec(word) ?? []
    const schema = fields.find((field) => field.name === name)?.schema ?? open
    if (name === '')
      problems.push(joined({ en: 'expected key=value', zh: '应写成 key=value' }, suggestion(word, known)))
    else if (filled.includes(name))
      problems.push(about(name, { en: '--all fills it in itself', zh: '--all 会自己填写' }))
    else if (!schema)
      problems.push(
        about(
          name,
          joined(
            { en: `${operation.id} has no such field`, zh: `${operation.id} 没有这个字段` },
            suggestion(name, known),
          ),
        ),
      )
    else if (name in request) problems.push(about(name, { en: 'given twice', zh: '写了两次' }))
    else request[name] = await readText(schema, text, name, problems)
  }
  requireAll(operation, fields, request, filled, problems)
  for (const { name, schema } of fields) checkTogether(fieldOf(schema), name, request, problems)
  for (const { field, max } of operation.batch) {
    const list = request[field]
    if (Array.isArray(list) && list.length > max)
      problems.push(
        about(field, {
          en: `at most ${max} in one call, not ${list.length}`,
          zh: `一次调用最多 ${max} 个，现在有 ${list.length} 个`,
        }),
      )
  }
  return { request, problems: [...new Map(problems.map((problem) => [problem.en, problem])).values()] }
}

function requireAll(
  operation: Operation,
  fields: readonly RequestField[],
  request: { readonly [field: string]: unknown },
  filled: readonly string[],
  problems: Both[],
): void {
  for (const { name, required } of fields)
    if (required && !(name in request) && !filled.includes(name))
      problems.push(about(name, { en: `${operation.id} needs it`, zh: `${operation.id} 必须有它` }))
}

function suggestion(name: string, known: readonly string[]): Both {
  const near = nearest(name, known)
  if (near) return { en: `; did you mean ${near}?`, zh: `；是不是想写 ${near}？` }
  // More names than a line holds help nobody: the description of the operation has them all.
  if (known.length === 0 || known.length > 12) return { en: '', zh: '' }
  return { en: `; it has ${known.join(', ')}`, zh: `；可用的有 ${known.join('、')}` }
}

/** The value of a field as our code holds it, from what was typed. */
async function readText(schema: FieldSchema, text: string, at: string, problems: Both[]): Promise<unknown> {
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
      problems.push(about(at, { en: 'not valid JSON', zh: '不是有效的 JSON' }))
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
function checkValue(schema: FieldSchema, value: unknown, at: string, problems: Both[]): unknown {
  const field = fieldOf(schema)
  const types = typesOf(field)
  const wrong = (what: Both) => {
    problems.push(about(at, what))
  }
  if (field['x-wire'] === 'csv') return checkCsv(field, value, at, problems)
  if (field['x-wire'] === 'json-string') return checkJson(field, value, at, problems)
  if (field['x-wire'] === 'int64') {
    const digits = typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : value
    if (typeof digits !== 'string' || !/^-?\d{1,19}$/.test(digits))
      wrong({ en: 'must be a whole number', zh: '必须是整数' })
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
  wrong({ en: `must be ${types.map(typeWord).join(' or ')}`, zh: `必须是${types.map(typeWordZh).join('或')}` })
  return undefined
}

function checkObject(field: Field, value: object, at: string, problems: Both[]): unknown {
  const known = Object.keys(field.properties ?? {})
  const entries: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    const own = field.properties?.[name]
    const other = typeof field.additionalProperties === 'object' ? field.additionalProperties : {}
    if (!own && field.properties && !field.additionalProperties)
      problems.push(
        about(`${at}.${name}`, joined({ en: 'there is no such field', zh: '没有这个字段' }, suggestion(name, known))),
      )
    else entries.push([name, checkValue(own ?? other, member, `${at}.${name}`, problems)])
  }
  for (const name of field.required ?? [])
    if (!Object.hasOwn(value, name)) problems.push(about(`${at}.${name}`, { en: 'missing', zh: '缺少' }))
  return Object.fromEntries(entries)
}

function checkCsv(field: Field, value: unknown, at: string, problems: Both[]): unknown {
  const integers = field['x-items']?.type === 'integer'
  const fits = (item: unknown) =>
    integers ? Number.isSafeInteger(item) : typeof item === 'string' && !item.includes(',')
  if (!Array.isArray(value) || !value.every(fits)) {
    problems.push(
      about(at, {
        en: `must be a list of ${integers ? 'whole numbers' : 'texts without commas'}`,
        zh: `必须是${integers ? '整数' : '不含逗号的文字'}的列表`,
      }),
    )
    return undefined
  }
  const wrong = (what: Both) => {
    problems.push(about(at, what))
  }
  checkCount(field, value.length, wrong)
  if (field.pattern && value.length > 0 && !new RegExp(field.pattern, 'u').test(value.join(',')))
    wrong({ en: `must match ${field.pattern}`, zh: `必须符合 ${field.pattern}` })
  return value
}

function checkJson(field: Field, value: unknown, at: string, problems: Both[]): unknown {
  const fits = field['x-items'] ? Array.isArray(value) : isObject(value)
  if (!fits)
    problems.push(
      about(at, {
        en: `must be ${field['x-items'] ? 'a list' : 'an object'} in JSON`,
        zh: `必须是 JSON ${field['x-items'] ? '列表' : '对象'}`,
      }),
    )
  const inner = plain(value)
  if (field.maxLength !== undefined && JSON.stringify(inner).length > field.maxLength)
    problems.push(
      about(at, {
        en: `at most ${field.maxLength} characters as JSON`,
        zh: `写成 JSON 最多 ${field.maxLength} 个字符`,
      }),
    )
  return inner
}

function checkText(field: Field, text: string, wrong: (what: Both) => void): unknown {
  const length = [...text].length
  if (field.minLength !== undefined && length < field.minLength)
    wrong({ en: `at least ${field.minLength} characters`, zh: `至少 ${field.minLength} 个字符` })
  if (field.maxLength !== undefined && length > field.maxLength)
    wrong({
      en: `at most ${field.maxLength} characters, not ${length}`,
      zh: `最多 ${field.maxLength} 个字符，现在有 ${length} 个`,
    })
  if (field.pattern && !new RegExp(field.pattern, 'u').test(text))
    wrong({ en: `must match ${field.pattern}`, zh: `必须符合 ${field.pattern}` })
  if (field.enum && !field.enum.includes(text))
    wrong({ en: `must be one of ${field.enum.join(', ')}`, zh: `只能是 ${field.enum.join('、')}` })
  return field['x-personal'] || field['x-secret'] ? new Personal(text, { secret: field['x-secret'] === true }) : text
}

function checkNumber(field: Field, value: number, wrong: (what: Both) => void): void {
  if (field.minimum !== undefined && value < field.minimum)
    wrong({ en: `at least ${field.minimum}`, zh: `不能小于 ${field.minimum}` })
  if (field.maximum !== undefined && value > field.maximum)
    wrong({ en: `at most ${field.maximum}`, zh: `不能大于 ${field.maximum}` })
  if (field.enum && !field.enum.includes(value))
    wrong({ en: `must be one of ${field.enum.join(', ')}`, zh: `只能是 ${field.enum.join('、')}` })
}

function checkCount(field: Field, count: number, wrong: (what: Both) => void): void {
  if (field.minItems !== undefined && count < field.minItems)
    wrong({ en: `at least ${field.minItems} in the list`, zh: `列表里至少 ${field.minItems} 个` })
  if (field.maxItems !== undefined && count > field.maxItems)
    wrong({
      en: `at most ${field.maxItems} in the list, not ${count}`,
      zh: `列表里最多 ${field.maxItems} 个，现在有 ${count} 个`,
    })
}

function checkTogether(
  field: Field,
  name: string,
  request: { readonly [field: string]: unknown },
  problems: Both[],
): void {
  const limit = field['x-max-together']
  if (!limit) return
  const names = [name, ...limit.with].sort()
  const count = names.reduce((sum, each) => sum + (Array.isArray(request[each]) ? request[each].length : 0), 0)
  if (count > limit.max)
    problems.push(
      about(names.join(', '), {
        en: `at most ${limit.max} together, not ${count}`,
        zh: `合计最多 ${limit.max} 个，现在有 ${count} 个`,
      }),
    )
}

/** A value the contract leaves open, with large integers as text of digits. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
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

function typeWordZh(type: string): string {
  const words: { [type: string]: string } = {
    string: '文字',
    integer: '整数',
    number: '数字',
    boolean: ' true 或 false ',
    array: '列表',
    object: '对象',
    null: ' null ',
  }
  return words[type] ?? type
}

function about(field: string, { en, zh }: Both): Both {
  return { en: `${field}: ${en}`, zh: `${field}：${zh}` }
}

function joined(one: Both, other: Both): Both {
  return { en: one.en + other.en, zh: one.zh + other.zh }
}
