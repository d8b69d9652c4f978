import { FileChanged, PullInterrupted } from '../core/file-changed.ts'
import { JOURNAL_PATH, JournalInvalid } from '../core/journal.ts'
import type { Both } from '../core/json-schema.ts'
import { LeaseHeld } from '../core/lease.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { maskText } from '../core/mask-text.ts'
import { InvalidDirectory, worded } from '../core/problem.ts'
import { RecoveryUndecided } from '../core/recovery.ts'
import { palette } from './color.ts'
import { forTerminal } from './escape.ts'
import { vendorFailure } from './failure.ts'
import { failureText } from './failure-text.ts'
import { renderProblems } from './problems.ts'
import { undecidedLines } from './recovery.ts'
import { systemWords } from './system.ts'
import { type Language, type Words, wordsOf } from './words.ts'

export interface ErrorOptions {
  readonly language: Language
  /** Also prints the stack, and the causes below. */
  readonly verbose: boolean
  readonly color?: boolean
}

/** Anything that was thrown, as what happened, why, and what to type next. Only a bug shows a stack unasked. */
export function renderError(error: unknown, { language, verbose, color = false }: ErrorOptions): string {
  const words = wordsOf(language)
  const paint = palette(color)
  if (error instanceof InvalidDirectory) return renderProblems(error.problems, { language, color })
  if (error instanceof LockInvalid) return renderProblems(worded(error.findings, language), { language, color })
  const [what = '', ...rest] = linesOf(error, language, words)
  const stack = verbose || (isBug(error) && isUnexplained(error)) ? stackOf(error).map(paint.dim) : []
  return `${[paint.danger(safe(what)), ...rest.map((line) => `  ${safe(line)}`), ...stack].join('\n')}\n`
}

/** A message may quote what was typed, or what a library was given. */
const safe = (text: string) => forTerminal(maskText(text))

function linesOf(error: unknown, language: Language, words: Words): string[] {
  const failure = vendorFailure(error)
  if (failure !== null) {
    const { what, why, next } = failureText(failure, language)
    return [what, ...why, ...next]
  }
  const run = runLines(error, words)
  if (run !== null) return run
  const base = baseLines(error, words)
  if (base !== null) return base
  const usage = usageLines(error, words, language)
  if (usage !== null) return usage
  const message = error instanceof Error ? error.message : String(error)
  const { code, path, hint, variable } = fieldsOf(error)
  const system = systemWords(code, words)
  if (system !== undefined) {
    const what =
      path === undefined ? words.errors.unexpected(system.what) : words.errors.file({ path, message: system.what })
    return [what, message, words.advice(system.next)]
  }
  if (variable !== undefined) return variableLines(variable, message, hint, words)
  if (hint !== undefined) return [words.errors.unexpected(message), words.advice(hint)]
  if (isBug(error)) return [words.errors.bug, message, words.advice(words.errors.bugNext)]
  return [message]
}

/** Another run has the directory, somebody has changed it meanwhile, or an interrupted run cannot be looked into. */
function runLines(error: unknown, words: Words): string[] | null {
  const { recovery } = words
  if (error instanceof RecoveryUndecided) return undecidedLines(error, JOURNAL_PATH, words)
  if (error instanceof JournalInvalid)
    return [
      recovery.journal({ path: JOURNAL_PATH, line: error.line }),
      words.advice(recovery.journalNext(JOURNAL_PATH)),
    ]
  if (error instanceof PullInterrupted)
    return [
      words.errors.pullInterrupted(error),
      words.errors.pullWaits(error),
      words.advice(words.errors.pullNext(error)),
    ]
  if (error instanceof FileChanged)
    return [words.errors.fileChanged(error.file), words.advice(words.errors.fileChangedNext)]
  if (!(error instanceof LeaseHeld)) return null
  return [
    (error.work === 'watch' ? recovery.watched : recovery.held)(error.holder),
    words.advice(error.here ? recovery.heldHere : recovery.heldElsewhere(error.path)),
  ]
}

/** What is wrong with a variable is said in English alone, so it only follows where our own words do not say it. */
function variableLines(variable: string, message: string, hint: string | undefined, words: Words): string[] {
  const known: { readonly [name: string]: string } = words.errors.variables
  const next = Object.hasOwn(known, variable) ? known[variable] : undefined
  if (next !== undefined) return [words.errors.variable(variable), words.advice(next)]
  return [words.errors.variable(variable), message, ...(hint === undefined ? [] : [words.advice(hint)])]
}

/** A base commit that cannot be used; told by its fields, for what reads it is beside us. */
function baseLines(error: unknown, words: Words): string[] | null {
  if (!(error instanceof Error) || error.name !== 'BaseNotFound') return null
  const { case: which = '', subject } = error as { case?: string; subject?: unknown }
  const known: { readonly [which: string]: { what(subject: string): string; next: string } } = words.errors.base
  const said = Object.hasOwn(known, which) ? known[which] : undefined
  return said === undefined ? null : [said.what(String(subject)), words.advice(said.next)]
}

/** An operation that does not exist, or arguments that do not fit it; told by their fields, for commands are above us. */
function usageLines(error: unknown, words: Words, language: Language): string[] | null {
  if (!(error instanceof Error)) return null
  const { operation, suggestions, problems } = error as {
    operation?: unknown
    suggestions?: unknown
    problems?: unknown
  }
  if (typeof operation !== 'string') return null
  if (isTexts(suggestions))
    return [
      words.errors.noOperation(operation),
      ...(suggestions.length > 0 ? [words.errors.operations(words.first(suggestions, 0))] : []),
      words.advice(words.errors.listOperations('rollbook api')),
    ]
  if (areSaid(problems))
    return [
      words.errors.request({ operation, problems: problems.length }),
      ...problems.map((problem) => `· ${problem[language]}`),
      words.advice(words.errors.describe(`rollbook api ${operation} --describe`)),
    ]
  return null
}

function areSaid(value: unknown): value is readonly Both[] {
  return Array.isArray(value) && value.every((said) => typeof said?.en === 'string' && typeof said?.zh === 'string')
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

/** Whether an error says nothing but its message: no vendor's code, no code of the system, no hint. */
function isUnexplained(error: unknown): boolean {
  const { code, hint, variable } = fieldsOf(error)
  return vendorFailure(error) === null && code === undefined && hint === undefined && variable === undefined
}

/** Fields that errors of ours and of Node carry. */
function fieldsOf(error: unknown): { code?: string; path?: string; hint?: string; variable?: string } {
  if (typeof error !== 'object' || error === null) return {}
  const found = ['code', 'path', 'hint', 'variable'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}

/** What only a mistake in the program throws: everything that is meant for people has a class of its own. */
function isBug(error: unknown): boolean {
  return !(error instanceof Error) || ['Error', 'TypeError', 'RangeError', 'ReferenceError'].includes(error.name)
}

function stackOf(error: unknown): string[] {
  const lines: string[] = []
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    lines.push(...(at.stack ?? at.message).split('\n').map((line) => safe(line.replace(/^\s*at /, '    at '))))
  return lines
}
