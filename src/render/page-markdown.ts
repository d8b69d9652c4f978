import type { Place, Plan } from '../core/model.ts'
import { forAddress, forMarkdown } from './escape.ts'
import type { Line, Page, Section } from './sentences.ts'
import { placeText } from './text.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** The address at which a place can be looked at, if there is one. */
export type Link = (place: Place) => string | undefined

/** How a page is printed: where its places can be seen, and what comes before its last lines. */
export interface Printing {
  readonly words: Words
  readonly link?: Link | undefined
  /** Finished blocks of Markdown: behind the sections, and at the very end. */
  readonly chart?: readonly string[]
  readonly end?: readonly string[]
}

/** A page as Markdown: the heading with its counts, then section by section. */
export function pageMarkdown(page: Page, { words, link, chart = [], end = [] }: Printing): string {
  return joined([
    [`### ${[page.title, ...page.counts].map(forMarkdown).join(' · ')}`],
    paragraph(
      page.read ? [...page.state.map(strong), `_${forMarkdown(page.basis)}_`] : [page.basis, ...page.state].map(strong),
    ),
    ...page.sections.map((section) => block(section, link)),
    approval(page, words),
    chart,
    paragraph(page.proof.map(forMarkdown)),
    paragraph(page.closing.map(forMarkdown)),
    end,
  ])
}

/** Blocks of lines, with an empty line between them. */
export function joined(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Lines that stay lines: two spaces before a line break keep it. */
export function paragraph(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('  \n')]
}

/** Markdown behind a summary that opens it. */
export function folded(summary: string, lines: readonly string[], open = false): string[] {
  return [
    `<details${open ? ' open' : ''}>`,
    `<summary>${forMarkdown(summary)}</summary>`,
    '',
    ...lines,
    '',
    '</details>',
  ]
}

/** Text that leads somewhere, or only the text where the address is none that a link may have. */
export function linked(text: string, address: string | undefined): string {
  const safe = address === undefined ? undefined : forAddress(address)
  return safe === undefined ? forMarkdown(text) : `[${forMarkdown(text)}](${safe.replaceAll('&', '&amp;')})`
}

/** Where something is written, small, behind the sentence. */
export function placeMark(place: Place | undefined, link: Link | undefined): string {
  return place === undefined ? '' : ` <sub>${linked(placeText(place), link?.(place))}</sub>`
}

function strong(line: string): string {
  return `**${forMarkdown(line)}**`
}

function block(section: Section, link: Link | undefined): string[] {
  return [
    `#### ${forMarkdown(section.title)}`,
    '',
    ...(section.note === undefined ? [] : [`_${forMarkdown(section.note)}_`, '']),
    ...section.lines.flatMap((line) => item(line, link)),
  ]
}

function item(line: Line, link: Link | undefined): string[] {
  return [
    `- ${forMarkdown(line.text)}${placeMark(line.place, link)}`,
    ...[...(line.under ?? []), ...(line.aside ?? [])].map((text) => `  - ${forMarkdown(text)}`),
  ]
}

/** What to save as a file, in a fence that nothing inside can close; where space is short, where to find it. */
function approval({ approval: offer }: Page, words: Words): string[] {
  if (offer === undefined) return []
  const head = [`#### ${forMarkdown(offer.title)}`, '']
  const { yaml } = offer
  if (yaml === undefined) return [...head, forMarkdown(offer.tooLong)]
  const longest = Math.max(2, ...[...yaml.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const lines = [`${fence}yaml`, yaml.trimEnd(), fence]
  return [...head, forMarkdown(offer.text), '', ...folded(words.page.approvalFile, lines)]
}

/** Keys, actions and the hash, in the order of execution, folded away. */
export function detailsOf(plan: Plan, language: Language): string[] {
  const { details, columns, company } = wordsOf(language).markdown
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => forMarkdown(cell)).join(' | ')} |`
  const rows = plan.changes.map(({ action, ref, place }, index) =>
    row([String(index + 1), action, ref.kind, ref.key, place === undefined ? '' : placeText(place)]),
  )
  const rule = `| ${columns.map(() => '---').join(' | ')} |`
  return folded(details, [
    `${forMarkdown(company)} ${forMarkdown(plan.corp ?? '–')} · <code>${forMarkdown(plan.hash)}</code>`,
    ...(rows.length === 0 ? [] : ['', row(columns), rule, ...rows]),
  ])
}
