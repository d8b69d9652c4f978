import type { Value } from '../../core/model.ts'
import { mask, Personal } from '../../core/personal.ts'
import { isEntries } from '../../core/value.ts'
import { shorten } from '../width.ts'
import { fieldWords } from '../words/fields.ts'
import type { Language, Words } from '../words.ts'
import type { Namer } from './names.ts'

/** What sentences are built with: the language, its words, and the names of a plan. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly names: Namer
}

/** A text longer than this says more than a line can; its beginning is enough to recognise it. */
const longest = 80

/** Personal fields, for plans read from a file: there the values have become text, masked already. */
const personal = new Set(['mobile', 'telephone', 'email', 'org_email', 'login_email', 'exclusive_mobile'])

const chinaOffset = 8 * 60 * 60 * 1000

/** Whether a value says nothing: absent, cleared, or an empty text or set. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return isEntries(value) && Object.keys(value).length === 0
}

/** A value as people read it; personal ones stay masked. */
export function valueText(kind: string, field: string, value: Value, speech: Speech): string {
  if (value instanceof Personal && value.closed) return speech.words.field.sealed
  const form = fieldWords(kind, field).as
  if (form === 'secret') return '***'
  if (value instanceof Personal) return value.toString()
  if (form === 'person' && typeof value === 'string') return speech.names.person(value)
  if (form === 'day' && (typeof value === 'number' || typeof value === 'string')) return day(value)
  if (isEntries(value)) return speech.words.list(Object.entries(value).map(([name, entry]) => named(name, entry)))
  if (Array.isArray(value)) return speech.words.list(value.map((item) => scalar(item)))
  if (personal.has(field) && typeof value === 'string' && !value.includes('*')) return mask(value)
  return scalar(value)
}

/** A day in China, where DingTalk's dates are midnight. */
function day(value: number | string): string {
  const time = new Date(Number(value) + chinaOffset)
  return Number.isNaN(time.getTime()) ? String(value) : time.toISOString().slice(0, 10)
}

function named(name: string, value: Value): string {
  return value === true || isEmpty(value) ? name : `${name} ${scalar(value)}`
}

function scalar(value: Value): string {
  const text =
    value instanceof Personal || typeof value !== 'object' || value === null ? String(value) : JSON.stringify(value)
  return shorten(text, longest)
}
