import type { Settings } from '../core/settings.ts'
import { en } from './words/en.ts'
import { type Words, zh } from './words/zh.ts'

export type { Words } from './words/zh.ts'

/** The languages that people can read plans in. */
export type Language = Settings['language']

/** The catalogue of a language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en
}
