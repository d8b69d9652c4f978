import type { Both, JsonSchema, Referred } from './json-schema.ts'
import { described } from './json-schema.ts'

/**
 * From a field of the vendor contract to the field that people write. The contract knows types, lengths, counts and
 * whether a field can be emptied; only the words are ours, so a limit that DingTalk changes is changed in one place.
 */

/** What is read of a contract field. */
export interface ContractField {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly pattern?: string
  readonly 'x-wire'?: string
  readonly 'x-clear'?: string
  readonly 'x-immutable'?: true
  readonly 'x-personal'?: true
  readonly 'x-secret'?: true
}

/** The words of a field, and what the contract says only in prose. */
export interface FieldText {
  readonly title: Both
  readonly about: Both
  readonly examples?: readonly unknown[]
  readonly hint?: Both
  readonly format?: string
  readonly pattern?: string
  /** What the text, or each text of the list, is the key of. */
  readonly refers?: Referred
}

/** Text as people type it. Editors read `007` as a number, so a number is no mistake to them; we keep its characters. */
export const text = ['string', 'number'] as const

/** An id or key in a list of references. */
export const reference: JsonSchema = { type: text, minLength: 1 }

/** The same, where it is known what it refers to. */
export function referenceTo(what: Referred): JsonSchema {
  return { ...reference, 'x-refers': what }
}

/**
 * Whether an update can empty a field: DingTalk documents a way, or documents nothing and accepts an empty text. The
 * field is the one of the update call; one that only a create takes can never be emptied.
 */
export function clearable(field: ContractField | undefined): boolean {
  if (field === undefined || field['x-immutable']) return false
  const way = field['x-clear']
  if (way === 'empty-string' || way === 'empty-object' || way === 'force_update_fields') return true
  return way === 'unknown' && field.type === 'string' && admitsEmpty(field)
}

function admitsEmpty(field: ContractField): boolean {
  if ((field.minLength ?? 0) > 0 || field.enum !== undefined) return false
  return field.pattern === undefined || new RegExp(field.pattern, 'u').test('')
}

/** The schema of a field, from what create and update say of it and from our words. */
export function fieldSchema(
  create: ContractField | undefined,
  update: ContractField | undefined,
  words: FieldText,
): JsonSchema {
  const field = create ?? update ?? {}
  const shape = shapeOf(field, words)
  const types = shape.type as readonly string[]
  const empties = clearable(update)
  return {
    ...described(words.title, withLimit(words.about, shape)),
    ...(words.examples && { examples: words.examples }),
    ...shape,
    type: empties ? [...types, 'null'] : types.length === 1 ? (types[0] as string) : types,
    ...(!empties && { 'x-fixed': true as const }),
    ...((field['x-personal'] || field['x-secret']) && { 'x-personal': true as const }),
    ...(words.hint && { 'x-hint': words.hint }),
  }
}

function withLimit(about: Both, { maxLength, maxItems, 'x-serialised': serialised }: JsonSchema): Both {
  const characters = maxLength ?? serialised
  if (characters !== undefined)
    return { en: `${about.en} At most ${characters} characters.`, zh: `${about.zh}最多 ${characters} 个字符。` }
  if (maxItems !== undefined)
    return { en: `${about.en} At most ${maxItems} entries.`, zh: `${about.zh}最多 ${maxItems} 个。` }
  return about
}

function shapeOf(field: ContractField, words: FieldText): JsonSchema {
  const pattern = words.pattern ?? field.pattern
  switch (field['x-wire']) {
    case 'csv':
      // The contract's pattern is that of the joined text; a comma inside an id is refused where the id is defined.
      return {
        type: ['array'],
        items: words.refers === undefined ? reference : referenceTo(words.refers),
        uniqueItems: true,
        ...(field.maxItems !== undefined && { maxItems: field.maxItems }),
      }
    case 'json-string':
      return {
        type: ['object'],
        additionalProperties: { type: text, minLength: 1, 'x-personal': true },
        ...(field.maxLength !== undefined && { 'x-serialised': field.maxLength }),
      }
    case 'int64':
      return { type: ['integer', 'string'], format: 'int64' }
    case 'ms-timestamp':
      return { type: ['string', 'integer'], ...(words.format && { format: words.format }) }
  }
  if (field.type === 'boolean') return { type: ['boolean'] }
  if (field.type === 'object')
    return { type: ['object'], additionalProperties: { type: 'object', additionalProperties: { type: text } } }
  if (field.enum) return { type: ['string'], enum: field.enum }
  return {
    type: [...text],
    minLength: Math.max(1, field.minLength ?? 0),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...(words.format && { format: words.format }),
    ...(words.refers && { 'x-refers': words.refers }),
  }
}
