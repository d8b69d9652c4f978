/** A text in both languages that people read. */
export interface Both {
  readonly en: string
  readonly zh: string
}

/** What a text in the files can be the key of. */
export type Referred = 'department' | 'user' | 'role-group' | 'role'

/** A position inside a document: names of fields and positions in lists. */
export type Path = readonly (string | number)[]

/**
 * The part of JSON Schema (draft-07) in which the file formats are described, with marks of ours. The marks serve the
 * words of a problem and are left out of what is published for editors.
 */
export interface JsonSchema {
  readonly $schema?: string
  readonly $ref?: string
  readonly definitions?: { readonly [name: string]: JsonSchema }
  readonly title?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly oneOf?: readonly JsonSchema[]
  readonly required?: readonly string[]
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
  /** Never show the value in a message. */
  readonly 'x-personal'?: true
  /** The value may also stand sealed: `age:` and base64. */
  readonly 'x-sealable'?: true
  /** DingTalk has no documented way to empty the field. */
  readonly 'x-fixed'?: true
  /** Most characters of the value once it is written as JSON. */
  readonly 'x-serialised'?: number
  /** What to type when the value does not fit. */
  readonly 'x-hint'?: Both
  /** The value names one of these: an editor can offer those that there are. */
  readonly 'x-refers'?: Referred
  /** Names that people try here, and what stands in their place. */
  readonly 'x-instead'?: { readonly [name: string]: Both }
}

/** Our formats as patterns: what an editor can check of them. */
export const formatPatterns: { readonly [format: string]: string } = {
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  int64: '^-?\\d{1,19}$',
  'hired-date': '^(?:\\d{4}-\\d{2}-\\d{2}|\\d+)$',
  // 11 digits alone are a mainland number; some people keep the trunk prefix 0.
  mobile: '^(?:0?1\\d{10}|\\+86-0?1\\d{10}|\\+(?!86-)[1-9]\\d{0,3}-\\d{4,14})$',
}

const DRAFT = 'http://json-schema.org/draft-07/schema#'

/** The schema as published for editors: standard keywords only. */
export function published(schema: JsonSchema): JsonSchema {
  return { $schema: DRAFT, ...standard(schema) }
}

function standard(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => {
      if (key.startsWith('x-')) return undefined
      if (value?.['x-sealable']) return sealable(value)
      const pattern = typeof value?.format === 'string' ? formatPatterns[value.format] : undefined
      if (pattern === undefined) return value
      const { format: _, ...rest } = value
      return { ...rest, pattern }
    }),
  )
}

/** The field as its owner may write it: in clear, or sealed. */
function sealable({ 'x-sealable': _, title, description, examples, ...plain }: JsonSchema): object {
  return { title, description, examples, anyOf: [plain, { type: 'string', pattern: '^age:[A-Za-z0-9+/]+={0,2}$' }] }
}

/** Title and description as an editor shows them when the pointer rests on a field. */
export function described(title: Both, about: Both): Pick<JsonSchema, 'title' | 'description'> {
  return { title: `${title.zh} · ${title.en}`, description: `${about.zh}\n\n${about.en}` }
}
