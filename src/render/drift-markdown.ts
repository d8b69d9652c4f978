import type { Drift } from '../core/drift.ts'
import { pageMarkdown } from './page-markdown.ts'
import { type DriftOutlook, readDrift } from './sentences/drift-page.ts'
import { type Language, wordsOf } from './words.ts'

/** Drift as Markdown, with everything in it. */
export function renderDriftMarkdown(drift: Drift, options: DriftOutlook & { readonly language: Language }): string {
  return pageMarkdown(readDrift(drift, options.language, options), { words: wordsOf(options.language) })
}
