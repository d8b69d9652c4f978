import type { Outcome } from '../core/model.ts'
import { type Palette, palette } from './color.ts'
import { forTerminal } from './escape.ts'
import { readResult, type Status, type StepLine, statusWord, stepReader } from './result.ts'
import type { Nameable } from './sentences/names.ts'
import { placeText } from './text.ts'
import { type Language, wordsOf } from './words.ts'

export interface OutcomeOptions {
  readonly language: Language
  readonly color: boolean
  /** The command that goes on with the rest; `rollbook apply` when left out. */
  readonly next?: string
}

/** One line for each step of an apply as it ends: `[3/17] 完成 李雷 从 销售部 调到 市场部`. */
export function stepLines(
  plan: Nameable,
  { language, color }: OutcomeOptions,
): (outcome: Outcome, done: number) => string {
  const read = stepReader(plan, language)
  const paint = palette(color)
  const total = plan.changes.length
  return (outcome, done) => {
    const count = paint.dim(`[${String(done).padStart(String(total).length)}/${total}]`)
    const { status, text } = read(outcome)
    return `${count} ${painted(status, language, paint)} ${forTerminal(text)}`
  }
}

/** What an apply came to, for a terminal. */
export function renderOutcome(plan: Nameable, outcomes: readonly Outcome[], options: OutcomeOptions): string {
  const { language } = options
  const paint = palette(options.color)
  if (plan.changes.length === 0) return `${wordsOf(language).outcome.nothing}\n`
  const page = readResult(plan, outcomes, options)
  if (page.whole) return `${paint.added(page.counts)}\n`
  const head = ({ status, text, place }: StepLine) =>
    [
      `${painted(status, language, paint)} ${forTerminal(text)}`,
      ...(place === undefined ? [] : [paint.dim(placeText(place))]),
    ].join('  ')
  const blocks = [
    [paint.warning(paint.bold(page.counts))],
    ...page.failed.map((line) => [head(line), ...line.under.map((text) => `  ${forTerminal(text)}`)]),
    page.rest.map(head),
    [forTerminal(page.closing)],
  ]
  return print(blocks)
}

function print(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function painted(status: Status, language: Language, paint: Palette): string {
  const colors = {
    applied: paint.added,
    recovered: paint.added,
    partial: paint.warning,
    pending: paint.warning,
    failed: paint.danger,
    skipped: paint.warning,
  }
  return colors[status](statusWord(status, language))
}
