import type { Value } from './model.ts'
import { Personal } from './personal.ts'
import { isEntries, members } from './value.ts'

/** What a file is to say, in the form in which files are read: texts, lists and mappings. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written }

/** What becomes of a personal value that is to be written into a file: its text, or nothing. */
export type Reveal = (field: string, value: Personal) => string | undefined

/**
 * The value of a field as a file states it; undefined where it holds nothing. A flag that is off, an empty text and an
 * empty list hold nothing: DingTalk's answers do not tell them from a field that was never set.
 */
export function written(field: string, value: Value | undefined, reveal: Reveal): Written | undefined {
  if (value === undefined || value === null || value === false || value === '') return undefined
  if (value instanceof Personal) return reveal(field, value)
  if (Array.isArray(value)) return some(value.map((item) => written(field, item, reveal)).filter(isWritten))
  if (!isEntries(value)) return String(value)
  const entries = Object.entries(value).map(([key, item]) => [key, written(field, item, reveal)] as const)
  const kept = entries.filter((entry): entry is [string, Written] => isWritten(entry[1]))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** The members of a set that have a key of ours, in the order of their keys. */
export function writtenSet(value: Value | undefined): readonly string[] | undefined {
  return some(
    members(value)
      .filter((key) => !key.startsWith('#'))
      .sort(),
  )
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

function isWritten(value: Written | undefined): value is Written {
  return value !== undefined
}
