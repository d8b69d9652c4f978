import { maskText } from './mask-text.ts'
import type { Place } from './model.ts'

/** Codes of what can be wrong in the user's files. `rollbook explain <code>` says more about each. */
export const problemCodes = [
  'file-not-readable',
  'file-too-large',
  'directory-too-large',
  'yaml-syntax',
  'yaml-forbidden',
  'duplicate-yaml-key',
  'unexpected-file',
  'unportable-name',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'invalid-value',
  'too-long',
  'too-many',
  'forbidden-characters',
  'cannot-clear',
  'root-not-writable',
  'unknown-department',
  'unknown-person',
  'unknown-role-group',
  'duplicate-person',
  'duplicate-mobile',
  'duplicate-email',
  'duplicate-telephone',
  'duplicate-key',
  'duplicate-name',
  'duplicate-entry',
  'conflicting-fields',
  'manager-cycle',
  'manager-not-member',
  'too-deep',
  'ambiguous-rename',
  'reserved-name',
  'lock-invalid',
  'sealed-invalid',
  'sealed-unopened',
  'sealed-foreign',
  'recipients-invalid',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/**
 * Something wrong in the user's files. Problems are collected and reported all at once, never thrown one by one.
 * `message` says what is wrong with the value as written, `hint` what to type instead.
 */
export interface Problem extends Place {
  readonly code: ProblemCode
  readonly message: string
  readonly hint?: string
}

/** What is said about a problem in one language: what is wrong, and what to type instead. */
export type Words = readonly [message: string, hint?: string]

/** A problem before it is known which language its reader prefers. */
export interface Finding extends Place {
  readonly code: ProblemCode
  readonly en: Words
  readonly zh: Words
}

/** Most characters of a sentence: names in it, and lists of them, may be as long as a file. */
const LONGEST = 1000

/** A finding at a place, its words in both languages. */
export function finding(place: Place, code: ProblemCode, en: Words, zh: Words): Finding {
  return { code, file: place.file, line: place.line, column: place.column, en: bounded(en), zh: bounded(zh) }
}

function bounded([message, hint]: Words): Words {
  return hint === undefined ? [cut(message)] : [cut(message), cut(hint)]
}

/** Beginning and end stay: the end often says what to do. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text
  const characters = [...text]
  return `${characters.slice(0, LONGEST - 200).join('')} … ${characters.slice(-200).join('')}`
}

/**
 * Most mistakes of one file that are shown. Beyond so many it is not worth more lines; it keeps a broken file from filling
 * the memory, too.
 */
export const MAX_FINDINGS = 100

/** The words for the last mistake of a file that is shown. */
export const manyMistakes: [en: Words, zh: Words] = [
  ['there are more mistakes from here on', 'mend those above first; the next run shows the rest'],
  ['从这里起还有更多错误', '请先改好上面的，下次检查会显示其余的'],
]

/** The findings that are shown: of each file the first ones, and where the others begin. */
export function shown(findings: readonly Finding[]): Finding[] {
  const countOf = new Map<string, number>()
  return sortProblems(findings).flatMap((each) => {
    const count = countOf.get(each.file) ?? 0
    countOf.set(each.file, count + 1)
    if (count > MAX_FINDINGS) return []
    return count < MAX_FINDINGS ? [each] : [finding(each, each.code, ...manyMistakes)]
  })
}

/**
 * Findings as problems in the reader's language, in the order a reader meets them. A message may quote a word of a file,
 * and that word may be a mobile in the wrong place.
 */
export function worded(findings: readonly Finding[], language: 'zh' | 'en'): Problem[] {
  return sortProblems(
    findings.map(({ code, file, line, column, [language]: [message, hint] }) => ({
      code,
      file,
      line,
      column,
      message: maskText(message),
      ...(hint !== undefined && { hint }),
    })),
  )
}

/** Problems in the order a reader meets them: by file, line, column, then code. */
export function sortProblems<T extends Problem | Finding>(problems: readonly T[]): T[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : 1),
  )
}

/** The files cannot be used; thrown by commands once all problems are known (exit 4). */
export class InvalidDirectory extends Error {
  override name = 'InvalidDirectory'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problem(s) in the files`)
    this.problems = sortProblems(problems)
  }
}
