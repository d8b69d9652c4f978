import type { VendorFailure } from './failure.ts'
import { systemWords } from './system.ts'
import { type AnswerWords, answerWords } from './words/answers.ts'
import { vendorAdvice } from './words/vendor-advice.ts'
import { vendorMeaningsZh } from './words/vendor-zh.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** Why a call failed and what to do, line by line, in the reader's language; `reason` is the why in one phrase. */
export interface FailureText {
  readonly what: string
  readonly reason: string
  readonly why: readonly string[]
  readonly next: readonly string[]
  /** The first of what to do, without the word that leads it. */
  readonly advice: string
}

/** A refused, lost or unclear call as sentences. */
export function failureText(failure: VendorFailure, language: Language): FailureText {
  const words = wordsOf(language)
  const answer = failure.subCode === undefined ? answerWords(failure.code, language) : undefined
  if (answer !== undefined) return answerText(failure, answer, words)
  const { operation, requestId, requiredScopes, outcome, pending } = failure
  const { vendor, vendorUnclear, pending: waiting } = words.errors
  const what = (pending ? waiting : outcome === 'unknown' ? vendorUnclear : vendor)({ operation })
  const code = failure.subCode === undefined ? failure.code : `${failure.code}/${failure.subCode}`
  const advice = adviceOf(failure, language, words)
  const reason = words.errors.code({ code, meaning: meaningOf(failure, language, words) })
  return {
    what,
    reason,
    why: [
      reason,
      ...(requiredScopes.length > 0 ? [words.errors.scopes(words.list(requiredScopes))] : []),
      ...(requestId === undefined ? [] : [words.errors.requestId(requestId)]),
    ],
    advice,
    next: [words.advice(advice), words.footer.explain(`rollbook explain ${code}`)],
  }
}

/** Candidates under which a code may stand in a table, the most exact first. */
export function codeNames(code: string, subCode?: string): string[] {
  return subCode === undefined ? [code] : [`${code}/${subCode}`, subCode, code]
}

/** DingTalk refused nothing here: it was not reached, or what came back is not from it or not as documented. */
function answerText(
  { operation, code, meaning, outcome }: VendorFailure,
  answer: AnswerWords,
  words: Words,
): FailureText {
  const { noAnswer, vendorUnclear, because, detail } = words.errors
  const unknown = outcome === 'unknown'
  // The client puts the code of the layer below into parentheses at the end.
  const below = code === 'not-connected' ? /\(([A-Z][A-Z0-9_]+)\)$/.exec(meaning)?.[1] : undefined
  const system = systemWords(below, words)
  const advice = unknown ? words.actions.check.you : (system?.next ?? answer.next)
  return {
    what: unknown ? vendorUnclear({ operation }) : noAnswer({ what: answer.what, operation }),
    reason: answer.what,
    why: [
      ...(unknown ? [answer.what] : []),
      ...(system !== undefined && below !== undefined ? [because({ what: system.what, code: below })] : []),
      ...(code === 'unexpected-answer' ? [detail(meaning)] : []),
    ],
    advice,
    next: [words.advice(advice), words.footer.explain(`rollbook explain ${code}`)],
  }
}

function meaningOf(failure: VendorFailure, language: Language, words: Words): string {
  if (language === 'en') return failure.meaning
  return lookUp(vendorMeaningsZh, failure) ?? words.errors.noMeaning
}

function adviceOf(failure: VendorFailure, language: Language, words: Words): string {
  return lookUp(vendorAdvice, failure)?.[language] ?? words.actions[failure.action]?.you ?? words.actions.check.you
}

function lookUp<T>(table: { readonly [code: string]: T }, { code, subCode }: VendorFailure): T | undefined {
  const found = codeNames(code, subCode).find((name) => Object.hasOwn(table, name))
  return found === undefined ? undefined : table[found]
}
