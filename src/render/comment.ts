import type { Plan } from '../core/model.ts'
import { type Branch, chartOf } from './chart.ts'
import { forMarkdown } from './escape.ts'
import { inTurn, type Languages, languagesOf } from './languages.ts'
import { mermaidOf } from './mermaid.ts'
import { detailsOf, folded, joined, type Link, linked, pageMarkdown } from './page-markdown.ts'
import { type Outlook, type Page, readPlan } from './sentences.ts'
import { barely, byDepartment, mostRisky, withoutDetails } from './shorten.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/**
 * A plan as Markdown for a place that holds only so much: a comment of a pull request, the summary of a job, standard
 * output. It goes down steps, each shorter than the one before, until it fits; counts, refusals and deletions are in
 * every one of them.
 */

/** The steps, from everything to a single paragraph. */
export const steps = ['full', 'without-chart', 'without-details', 'by-department', 'most-risky', 'paragraph'] as const
export type Step = (typeof steps)[number]

/** Characters of a comment that plans keep to. GitHub refuses a comment of more than 65,536. */
export const commentLimit = 60_000

/** Bytes of a job's summary that plans keep to. GitHub drops a step's summary of more than 1 MiB as a whole. */
export const summaryLimit = 1_000_000

/** What a comment says, where it leads, and how long it may be. */
export interface CommentOptions extends Outlook {
  readonly language: Languages
  /** How much the text may have; `commentLimit` when left out. */
  readonly limit?: number
  /** What the limit counts; characters when left out. */
  readonly unit?: 'characters' | 'bytes'
  /** Where a file and line can be looked at. */
  readonly link?: Link
  /** Whether the touched branches are drawn, before and after; where there is space for it. */
  readonly chart?: boolean
  /** Where the whole plan can be read, for texts that leave something out. */
  readonly fullPlan?: string
}

/** A text that fits, and how much was left out for it. */
export interface Fitted {
  readonly text: string
  readonly step: Step
}

/** The longest form of a plan that the limit allows. */
export function renderComment(plan: Plan, options: CommentOptions): Fitted {
  const chart = options.chart ? chartLines(plan, options.language) : []
  return longestFitting({ page: (language) => readPlan(plan, language, options), plan, chart }, options)
}

/** What is to fit: a page in any language, the plan behind its details, and a chart, if there is one. */
export interface Telling {
  readonly page: (language: Language) => Page
  readonly plan: Plan
  readonly chart?: readonly string[]
}

/** How a page is to fit, and into how much. */
export type Fitting = Pick<CommentOptions, 'language' | 'limit' | 'unit' | 'link' | 'fullPlan'>

/** The longest form of a page that the limit allows. */
export function longestFitting(telling: Telling, options: Fitting): Fitted {
  const { limit = commentLimit, unit = 'characters' } = options
  const size = (text: string) => sizeOf(text, unit)
  for (const [step, text] of forms(telling, options)) if (size(text) <= limit) return { step, text }
  return { step: 'paragraph', text: inOneParagraph(telling, options, (text) => size(text) <= limit) }
}

/** The size of a text as its place counts it; no character counts less here than at GitHub. */
export function sizeOf(text: string, unit: 'characters' | 'bytes'): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length
}

/** The longest form of a plan that the summary of a job can hold. */
export function renderSummary(plan: Plan, options: Omit<CommentOptions, 'limit' | 'unit'>): Fitted {
  return renderComment(plan, { ...options, limit: summaryLimit, unit: 'bytes' })
}

/** One form of a plan: how its page is shortened, and what goes along. */
interface Form {
  readonly shorten?: (page: Page, words: Words) => Page
  readonly linked?: boolean
  readonly chart?: readonly string[]
  readonly details?: boolean
}

/** Every form but the last, the longest first. */
function* forms({ page, plan, chart = [] }: Telling, options: Fitting): Iterable<readonly [Step, string]> {
  const languages = languagesOf(options.language)
  const pages = languages.map((language) => ({ page: page(language), words: wordsOf(language) }))
  const { link, fullPlan } = options
  const print = ({ shorten = (page) => page, linked = false, chart = [], details = false }: Form) =>
    inTurn(
      pages.map(({ page, words }, index) => {
        const end = details ? detailsOf(plan, languages[0]) : fullPlanLine(words, fullPlan)
        const once = index === 0 ? { end, chart } : {}
        return pageMarkdown(shorten(page, words), { words, link: linked ? link : undefined, ...once })
      }),
    )
  yield ['full', print({ linked: true, details: true, chart })]
  if (chart.length > 0) yield ['without-chart', print({ linked: true, details: true })]
  for (const linked of [true, false]) yield ['without-details', print({ linked, shorten: withoutDetails })]
  for (const all of [false, true]) {
    const shorten = (page: Page, words: Words) => byDepartment(withoutDetails(page), words, all)
    yield ['by-department', print({ shorten })]
  }
  for (const most of [100, 30, 10, 3]) {
    const shorten = (page: Page, words: Words) => mostRisky(withoutDetails(page), words, most)
    yield ['most-risky', print({ shorten })]
  }
}

/** Both sides as Mermaid, folded; with both languages, their words stand side by side. */
function chartLines(plan: Plan, language: Languages): string[] {
  const chart = chartOf(plan, languagesOf(language)[0])
  if (chart === undefined) return []
  const say = (text: (words: Words) => string) =>
    languagesOf(language)
      .map((each) => text(wordsOf(each)))
      .join(' · ')
  const side = (title: string, branch: Branch) => [
    `**${forMarkdown(title)}**`,
    '',
    '```mermaid',
    mermaidOf(branch),
    '```',
    '',
  ]
  return folded(
    say(({ chart }) => chart.title),
    [
      ...side(
        say(({ chart }) => chart.before),
        chart.before,
      ),
      ...side(
        say(({ chart }) => chart.after),
        chart.after,
      ),
      ...languagesOf(language).map((each) => `_${forMarkdown(wordsOf(each).chart.legend)}_  `),
    ],
  )
}

/** Counts first, then as many sentences as fit, the most important ones first. */
function inOneParagraph(telling: Telling, options: Fitting, fits: (text: string) => boolean): string {
  const all = languagesOf(options.language).map((language) => {
    const words = wordsOf(language)
    const page = telling.page(language)
    return { page, words, texts: barely(page, words) }
  })
  const print = (most: number) =>
    joined(
      all.map(({ page, words, texts }) => [
        [
          `**${[page.title, ...page.counts].map(forMarkdown).join(' · ')}**`,
          ...(most === 0 ? [] : [forMarkdown(texts.slice(0, most).map(words.page.sentence).join(''))]),
          ...fullPlanLine(words, options.fullPlan),
        ].join(' '),
      ]),
    )
  const longest = Math.max(...all.map(({ texts }) => texts.length))
  for (let most = longest; most > 0; most--) if (fits(print(most))) return print(most)
  return print(0)
}

function fullPlanLine(words: Words, address: string | undefined): string[] {
  return address === undefined ? [] : [linked(words.page.full, address)]
}
