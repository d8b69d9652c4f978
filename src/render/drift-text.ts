import { countDrift, type Drift } from '../core/drift.ts'
import { isSure } from '../core/drift-doubt.ts'
import { type DriftOutlook, readDrift } from './sentences/drift-page.ts'
import { renderPage, type TextOptions } from './text.ts'

/** Drift as people read it in a terminal. */
export function renderDrift(
  drift: Drift,
  options: DriftOutlook & Pick<TextOptions, 'language' | 'color' | 'width'>,
): string {
  const { conflict } = countDrift(drift.differences)
  return renderPage(readDrift(drift, options.language, options), {
    ...options,
    alarming: !isSure(drift.plan) || conflict > 0,
  })
}
