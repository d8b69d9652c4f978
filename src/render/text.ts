import type { Place, Plan } from '../core/model.ts'
import { type Palette, palette } from './color.ts'
import { forTerminal } from './escape.ts'
import type { SectionId } from './sentences/fact.ts'
import { type Line, type Outlook, type Page, readPlan, type Section } from './sentences.ts'
import { columns } from './width.ts'
import type { Language } from './words.ts'

/** How text is printed: in which language, with colour or without, on how many columns. */
export interface TextOptions extends Outlook {
  readonly language: Language
  readonly color: boolean
  /** Columns of the terminal; the files a line comes from are lined up inside it. */
  readonly width?: number
}

const dangers: readonly SectionId[] = [
  'refused',
  'gaps',
  'dissolved',
  'leavers',
  'deletedRoles',
  'replaced',
  'identity',
]
const additions: readonly SectionId[] = ['newDepartments', 'newRoles', 'joiners']
const changes: readonly SectionId[] = ['movers', 'changedDepartments', 'editedPeople', 'editedDepartments', 'other']

/** A plan as people read it in a terminal: sentences, the most risky first, and the file that caused each. */
export function renderPlan(plan: Plan, options: TextOptions): string {
  return renderPage(readPlan(plan, options.language, options), { ...options, alarming: plan.refusals.length > 0 })
}

/** A page for a terminal; what is `alarming` says its state in the colour of danger. */
export function renderPage(
  page: Page,
  options: Pick<TextOptions, 'color' | 'width'> & { readonly alarming?: boolean },
): string {
  const paint = palette(options.color)
  const blocks = [
    head(page, paint, options.alarming === true),
    ...page.sections.map((section) => block(section, paint, options.width ?? 100)),
    approval(page, paint),
    page.proof.map(forTerminal),
    page.closing.map(forTerminal),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function head(page: Page, paint: Palette, refused: boolean): string[] {
  const state = page.state.map((line) => (refused ? paint.danger(forTerminal(line)) : forTerminal(line)))
  const basis = page.read ? paint.dim(forTerminal(page.basis)) : paint.warning(forTerminal(page.basis))
  return [[paint.bold(forTerminal(page.title)), ...page.counts.map(forTerminal)].join(' · '), basis, ...state]
}

function block(section: Section, paint: Palette, width: number): string[] {
  const color = colorOf(section.id, paint)
  const texts = section.lines.map((line) => `  · ${forTerminal(line.text)}`)
  const places = section.lines.map((line) => (line.place === undefined ? '' : placeText(line.place)))
  const widest = widestOf(texts)
  const longest = widestOf(places)
  const column = Math.min(widest, Math.max(0, width - longest - 2))
  return [
    paint.bold(color(forTerminal(section.title))),
    ...(section.note === undefined ? [] : [paint.dim(`  ${forTerminal(section.note)}`)]),
    ...section.lines.flatMap((line, index) => {
      const text = texts[index] ?? ''
      const place = places[index] ?? ''
      const gap = ' '.repeat(Math.max(0, column - columns(text)) + 2)
      return [place === '' ? text : `${text}${gap}${paint.dim(place)}`, ...below(line, paint)]
    }),
  ]
}

/** What to save as a file: indented alike, so that it can be copied as it stands. */
function approval({ approval: offer }: Page, paint: Palette): string[] {
  if (offer === undefined) return []
  const yaml = (offer.yaml ?? '').trimEnd().split('\n')
  return [
    paint.bold(forTerminal(offer.title)),
    `  ${forTerminal(offer.text)}`,
    '',
    ...yaml.map((line) => `    ${forTerminal(line)}`),
  ]
}

function widestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, columns(text)), 0)
}

function below(line: Line, paint: Palette): string[] {
  return [
    ...(line.under ?? []).map((text) => `    ${forTerminal(text)}`),
    ...(line.aside ?? []).map((text) => paint.dim(`    ${forTerminal(text)}`)),
  ]
}

function colorOf(id: SectionId, paint: Palette): (text: string) => string {
  if (dangers.includes(id)) return paint.danger
  if (id === 'mind') return paint.warning
  if (additions.includes(id)) return paint.added
  return changes.includes(id) ? paint.changed : (text) => text
}

/** `departments/研发部/people.yaml:12`, which editors and terminals can open. */
export function placeText({ file, line }: Place): string {
  return forTerminal(`${file}:${line}`)
}
