import type { Drift } from '../core/drift.ts'
import { shown } from '../core/drift-doubt.ts'
import { type Fitted, type Fitting, longestFitting } from './comment.ts'
import { type DriftOutlook, readDrift } from './sentences/drift-page.ts'
import type { Language } from './words.ts'

/** Drift as Markdown: everything, or the longest form that a given limit allows. */
export function renderDriftMarkdown(drift: Drift, options: DriftOutlook & Fitting): Fitted {
  const page = (language: Language) => readDrift(drift, language, options)
  return longestFitting({ page, plan: shown(drift.plan) }, options)
}
