import type { Plan } from '../core/model.ts'
import { forMarkdown } from './escape.ts'
import type { SectionId } from './sentences/fact.ts'
import { type Line, type Outlook, type Page, readPlan, type Section } from './sentences.ts'
import { placeText } from './text.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** How Markdown is printed; with a `limit` of characters, for a comment that may not be longer. */
export interface MarkdownOptions extends Outlook {
  readonly language: Language
  readonly limit?: number
}

/** Sections that are never shortened: what cannot be taken back must be seen without opening anything. */
const whole: readonly SectionId[] = ['refused', 'gaps', 'dissolved', 'leavers', 'deletedRoles', 'replaced', 'identity']

/**
 * A plan as Markdown, for pull requests and job summaries. Over the limit it first drops the technical details, then
 * shortens the long harmless lists further and further, and says how much is missing; deletions and counts stay.
 */
export function renderMarkdown(plan: Plan, options: MarkdownOptions): string {
  const words = wordsOf(options.language)
  const page = readPlan(plan, options.language, options)
  const { limit = Number.POSITIVE_INFINITY } = options
  const full = print(page, Number.POSITIVE_INFINITY, words, details(plan, words))
  if (full.length <= limit) return full
  for (const most of [Number.POSITIVE_INFINITY, 100, 30, 10, 3, 0]) {
    const shorter = print(page, most, words, [])
    if (shorter.length <= limit) return shorter
  }
  return print({ ...page, sections: [] }, 0, words, [`_${forMarkdown(words.markdown.tooLong)}_`])
}

function print(page: Page, most: number, words: Words, end: readonly string[]): string {
  const blocks = [
    [`### ${[page.title, ...page.counts].map(forMarkdown).join(' · ')}`],
    paragraph(page.state.map((line) => `**${forMarkdown(line)}**`)),
    ...page.sections.map((section) => block(section, most, words)),
    approval(page, most),
    paragraph(page.proof.map(forMarkdown)),
    paragraph(page.closing.map(forMarkdown)),
    end,
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Lines that stay lines: two spaces before a line break keep it. */
function paragraph(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('  \n')]
}

function block(section: Section, most: number, words: Words): string[] {
  const shown = whole.includes(section.id) ? section.lines : section.lines.slice(0, most)
  const rest = section.lines.length - shown.length
  return [
    `#### ${forMarkdown(section.title)}`,
    '',
    ...(section.note === undefined ? [] : [`_${forMarkdown(section.note)}_`, '']),
    ...shown.flatMap(item),
    ...(rest > 0 ? [`- _${forMarkdown(words.markdown.cut(rest))}_`] : []),
  ]
}

/** What to save as a file, in a fence that nothing inside can close; where space is short, where to find it. */
function approval({ approval: offer }: Page, most: number): string[] {
  if (offer === undefined) return []
  const head = [`#### ${forMarkdown(offer.title)}`, '']
  if (most < 10) return [...head, forMarkdown(offer.tooLong)]
  const longest = Math.max(2, ...[...offer.yaml.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [...head, forMarkdown(offer.text), '', `${fence}yaml`, offer.yaml.trimEnd(), fence]
}

function item(line: Line): string[] {
  const place = line.place === undefined ? '' : ` <sub>${forMarkdown(placeText(line.place))}</sub>`
  return [
    `- ${forMarkdown(line.text)}${place}`,
    ...[...(line.under ?? []), ...(line.aside ?? [])].map((text) => `  - ${forMarkdown(text)}`),
  ]
}

/** Keys, actions and the hash, in the order of execution, folded away. */
function details(plan: Plan, words: Words): string[] {
  const { details, columns, company } = words.markdown
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => forMarkdown(cell)).join(' | ')} |`
  const rows = plan.changes.map(({ action, ref, place }, index) =>
    row([String(index + 1), action, ref.kind, ref.key, place === undefined ? '' : placeText(place)]),
  )
  return [
    '<details>',
    `<summary>${forMarkdown(details)}</summary>`,
    '',
    `${forMarkdown(company)} ${forMarkdown(plan.corp ?? '–')} · <code>${forMarkdown(plan.hash)}</code>`,
    '',
    ...(rows.length === 0 ? [] : [row(columns), row(columns.map(() => '---')).replaceAll('&#45;', '-'), ...rows, '']),
    '</details>',
  ]
}
