import type { VendorFailure } from './failure.ts'
import { vendorAdvice } from './words/vendor-advice.ts'
import { vendorMeaningsZh } from './words/vendor-zh.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** Why a call failed and what to do, line by line, in the reader's language. */
export interface FailureText {
  readonly what: string
  readonly why: readonly string[]
  readonly next: readonly string[]
}

/** A refused or unclear call as sentences. */
export function failureText(failure: VendorFailure, language: Language): FailureText {
  const words = wordsOf(language)
  const { operation, requestId, requiredScopes, outcome, pending } = failure
  const { vendor, vendorUnclear, pending: waiting } = words.errors
  const what = (pending ? waiting : outcome === 'unknown' ? vendorUnclear : vendor)({ operation })
  const code = failure.subCode === undefined ? failure.code : `${failure.code}/${failure.subCode}`
  return {
    what,
    why: [
      words.errors.code({ code, meaning: meaningOf(failure, language, words) }),
      ...(requiredScopes.length > 0 ? [words.errors.scopes(words.list(requiredScopes))] : []),
      ...(requestId === undefined ? [] : [words.errors.requestId(requestId)]),
    ],
    next: [words.advice(adviceOf(failure, language, words)), words.footer.explain(`rollbook explain ${code}`)],
  }
}

/** Candidates under which a code may stand in a table, the most exact first. */
export function codeNames(code: string, subCode?: string): string[] {
  return subCode === undefined ? [code] : [`${code}/${subCode}`, subCode, code]
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
