import type { Both, JsonSchema, Path } from '../core/json-schema.ts'
import { nearest } from '../core/nearest.ts'
import type { ProblemCode, Words } from '../core/problem.ts'

/** One error of the schema: what was violated, where, and by which value. */
export interface SchemaError {
  readonly keyword: string
  readonly params: { readonly [name: string]: unknown }
  readonly data: unknown
  readonly path: Path
  /** The schema that the value violates. */
  readonly schema: JsonSchema
}

interface Said {
  readonly code: ProblemCode
  readonly en: Words
  readonly zh: Words
  /** The known field that an unknown one probably means. */
  readonly meant?: string
}

/** An error of the schema in words for people: what is wrong with the value as written, what to type instead. */
export function schemaWords(error: SchemaError): Said {
  const { schema, params } = error
  const field = subjectOf(error.path)
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(String(params['additionalProperty']), schema)
    case 'required':
      return missingField(String(params['missingProperty']))
    case 'type':
      return wrongType(error, field)
    case 'maxLength':
      return tooLong([...String(error.data)].length, Number(params['limit']), field)
    case 'x-serialised':
      return tooLong(JSON.stringify(error.data).length, schema['x-serialised'] ?? 0, field)
    case 'maxItems':
      return tooMany((error.data as unknown[]).length, Number(params['limit']), field)
    case 'minLength':
      return tooShort(error, field)
    case 'uniqueItems':
      return listedTwice(error)
    case 'enum':
      return notOneOf(error, field)
    default:
      return invalid(error, field)
  }
}

function unknownField(name: string, schema: JsonSchema): Said {
  const known = Object.keys(schema.properties ?? {})
  const glued = /^(\w+):/.exec(name)?.[1]
  if (glued !== undefined && known.includes(glued)) return noSpace(glued)
  const instead = schema['x-instead']
  const hint = instead && Object.hasOwn(instead, name) ? instead[name] : undefined
  const meant = hint ? undefined : nearest(name, known)
  return {
    code: 'unknown-field',
    en: [
      `there is no field "${shorten(name)}" here`,
      hint?.en ?? (meant ? `write ${meant}, if that is what you mean` : knownFields(known).en),
    ],
    zh: [
      `这里没有“${shorten(name)}”这个字段`,
      hint?.zh ?? (meant ? `如果想写的是 ${meant}，请改过来` : knownFields(known).zh),
    ],
    ...(meant !== undefined && { meant }),
  }
}

/** What stands behind the colon is a value, and may be a password. */
function noSpace(field: string): Said {
  return {
    code: 'unknown-field',
    en: [`there is no space behind the colon of ${field}`, `write ${field}: …, with a space`],
    zh: [`${field} 的冒号后面没有空格`, `请写成 ${field}: …，冒号后加一个空格`],
    meant: field,
  }
}

function knownFields(known: readonly string[]): Both {
  if (known.includes('extension'))
    return {
      en: 'leave it out; a field of your own goes under extension',
      zh: '请删掉；企业自定义的字段写在 extension 下面',
    }
  return { en: `known fields: ${known.join(', ')}`, zh: `可用的字段：${known.join('、')}` }
}

function missingField(name: string): Said {
  return {
    code: 'missing-field',
    en: [`"${name}" is missing`, `add a line ${name}: …`],
    zh: [`缺少“${name}”`, `请加上一行 ${name}: …`],
  }
}

function wrongType({ data, schema }: SchemaError, field: Both): Said {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (data === null) {
    if (schema['x-fixed'])
      return {
        code: 'cannot-clear',
        en: [`${field.en} cannot be emptied: DingTalk has no way to do it`, 'leave the line out, or give a value'],
        zh: [`${field.zh}不能清空：钉钉没有提供清空它的办法`, '请删掉这一行，或填写内容'],
      }
    return {
      code: 'wrong-type',
      en: [`${field.en} has no value`, 'give a value, or leave the line out'],
      zh: [`${field.zh}没有内容`, '请填写内容，或删掉这一行'],
    }
  }
  const expected = types.map((type) => TYPES[type]).find((type) => type !== undefined) ?? TYPE_TEXT
  const hint = booleanHint(data, types) ?? schema['x-hint'] ?? expected.hint
  // A text in the place of fields is a field written wrong, with its value.
  const shows = typeof data === 'string' && !schema['x-personal'] && types.length > 0 && !types.includes('object')
  const text = shows ? FOUND.text : FOUND.anyText
  const found = Array.isArray(data) ? FOUND.list : typeof data === 'object' ? FOUND.map : text
  const value = shows ? ` "${shorten(data)}"` : ''
  const zhValue = value === '' ? '' : `“${shorten(String(data))}”`
  return {
    code: 'wrong-type',
    en: [`${field.en} has to be ${expected.en}, not ${found.en}${value}`, hint.en],
    zh: [`${field.zh}应该是${expected.zh}，而不是${found.zh}${zhValue}`, hint.zh],
  }
}

interface TypeWords extends Both {
  readonly hint: Both
}

const TYPE_TEXT: TypeWords = {
  en: 'a text',
  zh: '文字',
  hint: { en: 'write one value on the line', zh: '请在这一行只写一个值' },
}
const TYPES: { readonly [type: string]: TypeWords } = {
  boolean: {
    en: 'true or false',
    zh: ' true 或 false',
    hint: { en: 'write true or false', zh: '请写 true 或 false' },
  },
  integer: {
    en: 'a whole number',
    zh: '整数',
    hint: { en: 'write a whole number such as 10', zh: '请写整数，例如 10' },
  },
  array: {
    en: 'a list',
    zh: '列表',
    hint: { en: 'write [a, b], or one entry a line, each after a dash', zh: '请写成 [甲, 乙]，或每行一个、前面加“- ”' },
  },
  object: {
    en: 'a set of fields',
    zh: '一组字段',
    hint: { en: 'write one name: value a line', zh: '请每行写一个“名字: 内容”' },
  },
  string: TYPE_TEXT,
}
const FOUND = {
  list: { en: 'a list', zh: '列表' },
  map: { en: 'a set of fields', zh: '一组字段' },
  text: { en: 'the text', zh: '文字' },
  anyText: { en: 'a text', zh: '文字' },
}

/** YAML once read these as true and false, and many people still write them. */
function booleanHint(data: unknown, types: readonly string[]): Both | undefined {
  if (!types.includes('boolean') || typeof data !== 'string') return undefined
  const word = data.toLowerCase()
  if (['yes', 'y', 'on', 'true', '1', '是'].includes(word)) return { en: 'write true', zh: '请写 true' }
  if (['no', 'n', 'off', 'false', '0', '否'].includes(word)) return { en: 'write false', zh: '请写 false' }
  return undefined
}

function tooLong(length: number, limit: number, field: Both): Said {
  return {
    code: 'too-long',
    en: [`${field.en} has ${length} characters; ${limit} is the most`, `shorten it by ${length - limit}`],
    zh: [`${field.zh}有 ${length} 个字符，最多 ${limit} 个`, `请删减 ${length - limit} 个字符`],
  }
}

function tooMany(count: number, limit: number, field: Both): Said {
  return {
    code: 'too-many',
    en: [`${field.en} has ${count} entries; ${limit} is the most`, `take out ${count - limit}`],
    zh: [`${field.zh}有 ${count} 项，最多 ${limit} 项`, `请去掉 ${count - limit} 项`],
  }
}

function tooShort({ data, schema, params }: SchemaError, field: Both): Said {
  const clears = Array.isArray(schema.type) && schema.type.includes('null')
  if (data !== '')
    return {
      code: 'invalid-value',
      en: [`${field.en} has fewer than ${params['limit']} characters`, 'make it longer'],
      zh: [`${field.zh}不足 ${params['limit']} 个字符`, '请写长一些'],
    }
  return {
    code: 'invalid-value',
    en: [`${field.en} is an empty text`, clears ? 'to clear it write null' : 'give a value, or leave the line out'],
    zh: [`${field.zh}是空的`, clears ? '要清空它，请写 null' : '请填写内容，或删掉这一行'],
  }
}

function listedTwice({ data, path, params }: SchemaError): Said {
  const item = (data as unknown[])[Number(params['i'])]
  const field = subjectOf(path.slice(0, -1))
  return {
    code: 'duplicate-entry',
    en: [`"${shorten(String(item))}" stands twice in ${field.en}`, 'keep one of the two entries'],
    zh: [`“${shorten(String(item))}”在${field.zh}里写了两次`, '只保留其中一处'],
  }
}

function notOneOf({ data, schema }: SchemaError, field: Both): Said {
  const allowed = (schema.enum ?? []).filter((value) => value !== null).map(String)
  const meant = nearest(String(data), allowed)
  return {
    code: 'invalid-value',
    en: [
      `${field.en} cannot be "${shorten(String(data))}"`,
      meant ? `write ${meant}, if that is what you mean` : `write ${allowed.join(' or ')}`,
    ],
    zh: [
      `${field.zh}不能是“${shorten(String(data))}”`,
      meant ? `如果想写的是 ${meant}，请改过来` : `请写 ${allowed.join(' 或 ')}`,
    ],
  }
}

function invalid({ data, schema, keyword, params }: SchemaError, field: Both): Said {
  const hint = schema['x-hint'] ?? limitHint(keyword, params) ?? TYPE_HINTS[schema.format ?? '']
  const shown = typeof data === 'object' || schema['x-personal'] ? undefined : shorten(String(data))
  return {
    code: 'invalid-value',
    en: [
      `${field.en} cannot be written like this${shown === undefined ? '' : `: "${shown}"`}`,
      hint?.en ?? 'write it otherwise',
    ],
    zh: [`${field.zh}不能这样写${shown === undefined ? '' : `：“${shown}”`}`, hint?.zh ?? '请换一种写法'],
  }
}

const TYPE_HINTS: { readonly [format: string]: Both | undefined } = {
  int64: {
    en: 'write a whole number, of at most 64 bits',
    zh: '请写整数，不能超过 64 位整数的范围',
  },
}

function limitHint(keyword: string, params: { readonly [name: string]: unknown }): Both | undefined {
  if (keyword === 'minimum') return { en: `write ${params['limit']} or more`, zh: `请写不小于 ${params['limit']} 的数` }
  if (keyword === 'maximum') return { en: `write ${params['limit']} or less`, zh: `请写不大于 ${params['limit']} 的数` }
  return undefined
}

/** A value as the subject of a sentence: its field, or an entry of it. The line says which of several. */
function subjectOf(path: Path): Both {
  const names = path.filter((segment) => !/^\d+$/.test(String(segment))).join('.')
  if (names === '') return { en: 'this', zh: '这里' }
  const entry = names !== '' && /^\d+$/.test(String(path.at(-1)))
  return entry ? { en: `an entry of "${names}"`, zh: `“${names}”中的一项` } : { en: `"${names}"`, zh: `“${names}”` }
}

/** A text of the file as it stands in the middle of a sentence. */
export function shorten(text: string): string {
  const characters = [...text]
  return characters.length <= 40 ? text : `${characters.slice(0, 39).join('')}…`
}
