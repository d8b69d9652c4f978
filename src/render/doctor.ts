import type { CheckName, Diagnosis, Finding, State } from '../core/doctor.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { worded } from '../core/problem.ts'
import { permissionNames } from '../dingtalk/permissions.ts'
import { type Palette, palette } from './color.ts'
import { duration } from './duration.ts'
import { forJson, forMarkdown, forTerminal } from './escape.ts'
import { vendorFailure } from './failure.ts'
import { type FailureText, failureText } from './failure-text.ts'
import { systemWords } from './system.ts'
import { columns } from './width.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** How a diagnosis is printed: `next` and `again` are the commands to type when all is well, and when it is not. */
export interface DoctorOptions {
  readonly language: Language
  readonly color?: boolean
  readonly next: string
  readonly again: string
}

/** Marks that say the same as the words beside them. */
const MARKS: { readonly [state in State]: string } = { ok: '✓', warning: '!', problem: '✗', unknown: '?', skipped: '–' }

/** A finding as sentences: what, and below it why and what to do. */
export interface Sentence {
  readonly what: string
  readonly why: readonly string[]
  /** What to do, without the word that leads it. */
  readonly fix?: string
}

/** A diagnosis for a terminal: a line for each finding, the fix under it, and at the end what to do next. */
export function renderDoctor(diagnosis: Diagnosis, options: DoctorOptions): string {
  const words = wordsOf(options.language)
  const { states, checks, title } = words.doctor
  const paint = palette(options.color ?? false)
  const widest = (texts: readonly string[]) => Math.max(...texts.map(columns))
  const [stateWidth, checkWidth] = [widest(Object.values(states)), widest(Object.values(checks))]
  const indent = ' '.repeat(2 + stateWidth + 2 + checkWidth + 2)
  const lines = diagnosis.checks.flatMap(({ name, findings }) =>
    findings.flatMap((finding, index) => {
      const { what, why, fix } = sentence(finding, options.language)
      const head = `${MARKS[finding.state]} ${padded(states[finding.state], stateWidth)}`
      const about = padded(index === 0 ? checks[name] : '', checkWidth)
      return [
        `${colored(finding.state, paint)(head)}  ${paint.bold(about)}  ${forTerminal(what)}`,
        ...[...why, ...(fix === undefined ? [] : [words.advice(fix)])].map((line) => `${indent}${forTerminal(line)}`),
      ]
    }),
  )
  return `${[paint.bold(title), '', ...lines, '', ...closing(diagnosis, options, words).map(forTerminal)].join('\n')}\n`
}

/** The same for a job summary or an issue. */
export function doctorMarkdown(diagnosis: Diagnosis, options: DoctorOptions): string {
  const words = wordsOf(options.language)
  const { states, checks, title } = words.doctor
  const items = diagnosis.checks.flatMap(({ name, findings }) =>
    findings.flatMap((finding) => {
      const { what, why, fix } = sentence(finding, options.language)
      const head = `**${MARKS[finding.state]} ${forMarkdown(`${checks[name]}${words.aside(states[finding.state])}`)}**`
      const under = [...why, ...(fix === undefined ? [] : [words.advice(fix)])]
      return [`- ${head} ${forMarkdown(what)}`, ...under.map((line) => `  - ${forMarkdown(line)}`)]
    }),
  )
  const end = closing(diagnosis, options, words).map((line) => `**${forMarkdown(line)}**`)
  return `${[`### ${forMarkdown(title)}`, items.join('\n'), end.join('  \n')].join('\n\n')}\n`
}

/** The same as one JSON document, `rollbook.doctor/1`. */
export function doctorJson(diagnosis: Diagnosis, { language }: { readonly language: Language }): string {
  const document = {
    format: 'rollbook.doctor/1',
    healthy: diagnosis.healthy,
    checks: diagnosis.checks.map(({ name, state, findings }) => ({
      name,
      state,
      findings: findings.map((finding) => {
        const { what, why, fix } = sentence(finding, language)
        return {
          code: finding.code,
          state: finding.state,
          message: what,
          ...(why.length > 0 && { why }),
          ...(fix !== undefined && { fix }),
          evidence: Object.fromEntries(Object.entries(finding.facts).map(([key, fact]) => [key, evidence(fact)])),
        }
      }),
    })),
  }
  return `${forJson(document)}\n`
}

/** A finding in words; each of its facts is first made a text. */
export function sentence({ code, facts }: Finding, language: Language): Sentence {
  const words = wordsOf(language)
  const { what, fix } = words.doctor.findings[code] as { what: Message; fix?: Message }
  const failure = 'error' in facts ? vendorFailure(facts.error) : null
  const local = code === 'lock-unreadable' ? lockText(facts.error, language) : undefined
  const told = failure === null ? local : failureText(failure, language)
  const parameters = parametersOf(facts, words, told?.reason)
  const variable: { readonly [name: string]: string } = words.errors.variables
  const advice = fix?.(parameters) ?? told?.advice ?? ('name' in facts ? variable[String(facts.name)] : undefined)
  return {
    what: what(parameters),
    why: told?.why.filter((line) => line !== told.reason) ?? [],
    ...(advice !== undefined && { fix: advice }),
  }
}

/** Why the lock cannot be used, and what to do: where it is broken, or what the system says of the file. */
function lockText(error: Error, language: Language): Told {
  const words = wordsOf(language)
  const [problem] = error instanceof LockInvalid ? worded(error.findings, language) : []
  const system = systemWords(String(Reflect.get(error, 'code')), words)
  if (problem === undefined) return { reason: system?.what ?? error.message, why: [], advice: system?.next }
  const { line, column, message, hint } = problem
  return { reason: `${line}:${column} ${message}`, why: [], advice: hint }
}

type Told = Pick<FailureText, 'reason' | 'why'> & { readonly advice: string | undefined }

type Message = (parameters: { readonly [name: string]: string }) => string

function parametersOf(facts: Finding['facts'], words: Words, reason: string | undefined) {
  const texts: Record<string, string> = {}
  for (const [name, fact] of Object.entries(facts)) {
    if (fact instanceof Error) texts['reason'] = reason ?? fact.message
    else texts[name] = Array.isArray(fact) ? words.list(fact.map((each) => named(name, String(each)))) : String(fact)
  }
  if ('permission' in facts) texts['permission'] = named('permissions', facts.permission)
  if ('check' in facts) texts['check'] = words.doctor.checks[facts.check as CheckName]
  if ('more' in facts && facts.more > 0) texts['departments'] = words.first(facts.departments, facts.more)
  if ('seconds' in facts) {
    const off = duration(Math.abs(facts.seconds), words)
    Object.assign(texts, facts.seconds > 0 ? { ahead: off, behind: '' } : { ahead: '', behind: off })
  }
  return texts

  function named(name: string, text: string): string {
    const known = name === 'permissions' ? permissionNames[text] : undefined
    return known === undefined ? text : words.doctor.permission({ name: known, code: text })
  }
}

/** What to do next: the first check with a problem is what the others rest on. */
function closing({ checks }: Diagnosis, { next, again }: DoctorOptions, words: Words): string[] {
  const { doctor } = words
  const ill = checks.filter(({ state }) => state === 'problem')
  const warned = checks.filter(({ state }) => state === 'warning').length
  const [first] = ill
  const main = first ? doctor.ill({ n: ill.length, check: doctor.checks[first.name], again }) : doctor.healthy(next)
  return [...(warned > 0 ? [doctor.warned(warned)] : []), main]
}

function evidence(fact: unknown): unknown {
  if (!(fact instanceof Error)) return fact
  const failure = vendorFailure(fact)
  if (failure === null) return { message: fact.message }
  const { operation, code, subCode, requestId } = failure
  return { operation, code, ...(subCode !== undefined && { subCode }), ...(requestId !== undefined && { requestId }) }
}

function colored(state: State, paint: Palette): (text: string) => string {
  return { ok: paint.added, warning: paint.warning, problem: paint.danger, unknown: paint.warning, skipped: paint.dim }[
    state
  ]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}
