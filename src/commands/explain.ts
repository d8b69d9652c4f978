import { maskText } from '../core/mask-text.ts'
import { refusalCodes } from '../core/model.ts'
import { nearest } from '../core/nearest.ts'
import { problemCodes } from '../core/problem.ts'
import { contract } from '../dingtalk/contract.ts'
import type { ErrorRule, Operation } from '../dingtalk/operation.ts'
import { codeNames } from '../render/failure-text.ts'
import { answers, answerWords } from '../render/words/answers.ts'
import { type Explanation, exitCodes } from '../render/words/explanation.ts'
import { explanationsEn } from '../render/words/explanations-en.ts'
import { explanationsZh } from '../render/words/explanations-zh.ts'
import { vendorAdvice } from '../render/words/vendor-advice.ts'
import { vendorMeaningsZh } from '../render/words/vendor-zh.ts'
import { type Language, type Words, wordsOf } from '../render/words.ts'

/** The explanation of a code, or what comes nearest to a code that is not known. */
export interface Explained {
  readonly known: boolean
  readonly text: string
}

/** A rule of the contract, and where it applies: to one operation, or to all of a host. */
interface Found {
  readonly rule: ErrorRule
  readonly operation?: Operation
  readonly host?: Operation['host']
}

/** More operations than this are counted rather than named. */
const most = 8

const hosts = { oapi: 'oapi.dingtalk.com', api: 'api.dingtalk.com' } as const

/**
 * Explains a problem, a refusal, an exit code or an error code of DingTalk. A code that is several things at once (22
 * is none of ours, 2 is an exit code) is explained as each of them.
 */
export function explain(code: string, language: Language): Explained {
  const words = wordsOf(language)
  const wanted = code.trim()
  const texts = [...ownTexts(wanted, language, words), ...vendorTexts(wanted, language, words)]
  if (texts.length > 0) return { known: true, text: texts.join('\n\n') }
  const near = nearest(wanted, knownCodes())
  const lines = [
    words.explain.unknown(maskText(wanted)),
    ...(near === undefined ? [] : [words.explain.nearest(near)]),
    words.explain.kinds,
  ]
  return { known: false, text: lines.join('\n') }
}

/** Every code that can be explained. */
export function knownCodes(): string[] {
  return [...new Set([...problemCodes, ...refusalCodes, ...exitCodes, ...rules().map(nameOf), ...Object.keys(answers)])]
}

function ownTexts(code: string, language: Language, words: Words): string[] {
  const tables = language === 'zh' ? explanationsZh : explanationsEn
  const entries: readonly (readonly [string, { readonly [code: string]: Explanation }])[] = [
    [words.explain.problem, tables.problems],
    [words.explain.refusal, tables.refusals],
    [words.explain.exit, tables.exits],
  ]
  return entries.flatMap(([kind, table]) => {
    const found = Object.hasOwn(table, code) ? table[code] : undefined
    return found === undefined ? [] : [`${code} · ${kind} · ${found.title}\n\n${found.text}`]
  })
}

/** One block for each meaning of a vendor's code: an action that differs from call to call is told apart. */
function vendorTexts(code: string, language: Language, words: Words): string[] {
  const found = rules().filter(
    ({ rule }) => nameOf({ rule }) === code || (rule.sub_code === undefined && String(rule.code) === code),
  )
  if (found.length === 0) return answerTexts(code, language, words)
  const byAction = new Map<ErrorRule['action'], Found[]>()
  for (const entry of found) byAction.set(entry.rule.action, [...(byAction.get(entry.rule.action) ?? []), entry])
  const meanings = language === 'zh' ? [vendorMeaningsZh[code] ?? words.errors.noMeaning] : meaningsOf(found)
  const title = `${code} · ${words.explain.vendor}`
  const advice = adviceFor(code)?.[language]
  const blocks = [...byAction].map(([action, entries]) =>
    [
      ...whereLines(entries, words),
      words.explain.does(words.actions[action].does),
      ...(advice === undefined ? [words.explain.you(words.actions[action].you)] : []),
    ].join('\n'),
  )
  return [
    [title, meanings.join('\n'), ...blocks, ...(advice === undefined ? [] : [words.explain.you(advice)])].join('\n\n'),
  ]
}

/** Codes that the client gives to answers, and to silence, for which DingTalk has none. */
function answerTexts(code: string, language: Language, words: Words): string[] {
  const answer = answerWords(code, language)
  return answer === undefined
    ? []
    : [[`${code} · ${words.explain.answer}`, answer.what, words.explain.you(answer.next)].join('\n\n')]
}

function adviceFor(code: string) {
  const [plain = '', sub] = code.split('/')
  const name = codeNames(plain, sub).find((candidate) => Object.hasOwn(vendorAdvice, candidate))
  return name === undefined ? undefined : vendorAdvice[name]
}

function whereLines(found: readonly Found[], words: Words): string[] {
  const names = [...new Set(found.flatMap(({ operation }) => operation?.id ?? []))]
  const everywhere = [...new Set(found.flatMap(({ host }) => host ?? []))]
  return [
    ...everywhere.map((host) => words.explain.everywhere(hosts[host])),
    ...(names.length > 0
      ? [words.explain.operations(words.first(names.slice(0, most), Math.max(0, names.length - most)))]
      : []),
  ]
}

function meaningsOf(found: readonly Found[]): string[] {
  return [...new Set(found.map(({ rule }) => rule.meaning))]
}

function rules(): Found[] {
  const { operations, commonErrors, globalErrors } = contract
  return [
    ...(['oapi', 'api'] as const).flatMap((host) => commonErrors[host].map((rule) => ({ rule, host }))),
    ...globalErrors.map((rule) => ({ rule, host: 'oapi' as const })),
    ...Object.values(operations).flatMap((operation) => operation.errors.map((rule) => ({ rule, operation }))),
  ]
}

function nameOf({ rule }: Found): string {
  return rule.sub_code === undefined ? String(rule.code) : `${rule.code}/${rule.sub_code}`
}
