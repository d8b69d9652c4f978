import { folded } from './page-markdown.ts'
import type { Language } from './words.ts'

/** Chinese, English, or Chinese first and English folded below it. */
export type Languages = Language | 'both'

/** The languages in the order in which they are read. */
export function languagesOf(language: Languages): readonly [Language, ...Language[]] {
  return language === 'both' ? ['zh', 'en'] : [language]
}

/** One Markdown text for all languages: the first as it is, the second folded below it. */
export function inTurn([first = '', second]: readonly string[]): string {
  return second === undefined ? first : `${first}\n---\n\n${folded('English', [second.trimEnd()]).join('\n')}\n`
}
