import type { Outcome } from '../core/model.ts'
import { commentLimit, type Fitted, type Step, sizeOf } from './comment.ts'
import { countPhrases } from './counts.ts'
import { forMarkdown } from './escape.ts'
import { inTurn, type Languages, languagesOf } from './languages.ts'
import { folded, joined, type Link, linked, paragraph, placeMark } from './page-markdown.ts'
import { type ResultPage, readResult, type Status, type StepLine, stepReader } from './result.ts'
import type { Nameable } from './sentences/names.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** How the result is printed: where it leads, how long it may be, and how to go on with what is left. */
export interface ResultOptions {
  readonly language: Languages
  /** How much the text may have; `commentLimit` when left out. */
  readonly limit?: number
  readonly unit?: 'characters' | 'bytes'
  readonly link?: Link
  /** The command that goes on with the rest, for readers at a terminal. */
  readonly next?: string
  /** The address where the run can be started again. */
  readonly rerun?: string
}

/** What is not done, in the order in which it is read. */
const unfinished = ['failed', 'partial', 'pending', 'skipped'] as const satisfies readonly Status[]

/**
 * What became of a plan, as Markdown for the comment that showed the plan: what failed with its reason and what to do,
 * what is left out or waits, what was done, and how to go on. Over the limit it first drops what was done, then shortens
 * the other lists; how much there is of each is in every form.
 */
export function renderResult(plan: Nameable, outcomes: readonly Outcome[], options: ResultOptions): Fitted {
  const { limit = commentLimit, unit = 'characters' } = options
  const readers = languagesOf(options.language).map((language) => reader(plan, outcomes, language, options))
  const forms: readonly (readonly [Step, Form])[] = [
    ['full', { most: Number.POSITIVE_INFINITY, done: true }],
    ['without-details', { most: Number.POSITIVE_INFINITY, done: false }],
    ...[100, 30, 10, 3].map((most) => ['most-risky', { most, done: false }] as const),
  ]
  for (const [step, form] of forms) {
    const text = inTurn(readers.map((read) => read(form)))
    if (sizeOf(text, unit) <= limit) return { step, text }
  }
  return { step: 'paragraph', text: inTurn(readers.map((read) => read({ most: 0, done: false }))) }
}

interface Form {
  /** How many lines of each list there are. */
  readonly most: number
  /** Whether what was done is listed, folded. */
  readonly done: boolean
}

function reader(plan: Nameable, outcomes: readonly Outcome[], language: Language, options: ResultOptions) {
  const words = wordsOf(language)
  const { next, link } = options
  const page = readResult(plan, outcomes, { language, ...(next !== undefined && { next }) })
  const lines = [...page.failed, ...page.rest]
  const step = stepReader(plan, language)
  const done = outcomes.map(step).filter(({ status }) => status === 'applied' || status === 'recovered')
  const nothing = plan.changes.length === 0
  return ({ most, done: listed }: Form): string =>
    joined([
      [`### ${headOf(plan, page, words).map(forMarkdown).join(' · ')}`],
      paragraph(page.whole || nothing ? [] : [`**${forMarkdown(page.counts)}**`]),
      ...(most === 0 ? [] : unfinished.map((status) => block(status, lines, most, words, link))),
      paragraph(nothing ? [] : nextLines(page, words, options)),
      listed && done.length > 0 ? folded(words.result.done(done.length), done.map(doneItem)) : [],
    ])

  function doneItem({ text, place }: StepLine): string {
    return `- ${forMarkdown(text)}${placeMark(place, link)}`
  }
}

function headOf(plan: Nameable, page: ResultPage, words: Words): string[] {
  if (plan.changes.length === 0) return [words.outcome.nothing]
  return page.whole ? [words.result.whole, ...countPhrases(plan, words)] : [words.result.partly]
}

function block(
  status: (typeof unfinished)[number],
  lines: readonly StepLine[],
  most: number,
  words: Words,
  link: Link | undefined,
): string[] {
  const all = lines.filter((line) => line.status === status)
  const rest = all.length - most
  if (all.length === 0) return []
  return [
    `#### ${forMarkdown(words.result[status])}`,
    '',
    ...all
      .slice(0, most)
      .flatMap(({ text, place, under }) => [
        `- ${forMarkdown(text)}${placeMark(place, link)}`,
        ...under.map((line) => `  - ${forMarkdown(line)}`),
      ]),
    ...(rest > 0 ? [`- ${forMarkdown(words.result.more(rest))}`] : []),
  ]
}

function nextLines(page: ResultPage, words: Words, { next, rerun }: ResultOptions): string[] {
  if (page.whole) return [forMarkdown(words.result.enough)]
  if (next !== undefined) return [forMarkdown(page.closing)]
  const text = page.failed.length > 0 ? words.result.againAfter : words.result.again
  return [forMarkdown(text), ...(rerun === undefined ? [] : [linked(words.result.rerun, rerun)])]
}
