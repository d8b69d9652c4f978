import { createHash } from 'node:crypto'
import type { Plan } from '../core/model.ts'
import { type Branch, chartOf } from './chart.ts'
import { forAddress, forHtml } from './escape.ts'
import { type Languages, languagesOf } from './languages.ts'
import type { Link } from './page-markdown.ts'
import type { SectionId } from './sentences/fact.ts'
import { type Line, type Outlook, type Page, readPlan, type Section } from './sentences.ts'
import { deletions } from './shorten.ts'
import { placeText } from './text.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** How the page is written. */
export interface HtmlOptions extends Outlook {
  readonly language: Languages
  readonly link?: Link
}

const style = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;
margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-bottom:.2rem}.state{font-weight:600}.note,.place,
.under{opacity:.75;font-size:.9rem}.danger h2{color:#cf222e}.sides{display:flex;flex-wrap:wrap;gap:2rem}pre{overflow:auto}
table{border-collapse:collapse}td,th{border:1px solid #8c959f;padding:.1rem .5rem;text-align:left}`

/** No script, nothing from elsewhere: only this one style, known by its digest. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`

const dangers: readonly SectionId[] = ['refused', 'gaps', ...deletions]

/** A plan as one HTML page of its own, for an artifact or an attachment: the same sentences, and nothing that runs. */
export function renderHtml(plan: Plan, options: HtmlOptions): string {
  const languages = languagesOf(options.language)
  const { title } = readPlan(plan, languages[0], options)
  return [
    '<!doctype html>',
    `<html lang="${languages[0]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${forHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    element('title', title),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...languages.flatMap((language) => article(plan, language, options)),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function article(plan: Plan, language: Language, options: HtmlOptions): string[] {
  const page = readPlan(plan, language, options)
  const words = wordsOf(language)
  return [
    `<article lang="${language}">`,
    element('h1', [page.title, ...page.counts].join(' · ')),
    ...page.state.map((line) => element('p', line, 'state')),
    element('p', page.basis, page.read ? 'note' : 'state'),
    ...page.sections.flatMap((section) => block(section, options.link)),
    ...approval(page),
    ...chart(plan, language, words),
    ...[...page.proof, ...page.closing].map((line) => element('p', line)),
    ...details(plan, words),
    '</article>',
  ]
}

function element(name: string, text: string, kind?: string): string {
  return `<${name}${kind === undefined ? '' : ` class="${kind}"`}>${forHtml(text)}</${name}>`
}

function block({ id, title, note, lines }: Section, link: Link | undefined): string[] {
  return [
    `<section${dangers.includes(id) ? ' class="danger"' : ''}>`,
    element('h2', title),
    ...(note === undefined ? [] : [element('p', note, 'note')]),
    '<ul>',
    ...lines.map((line) => item(line, link)),
    '</ul>',
    '</section>',
  ]
}

function item({ text, place, under = [], aside = [] }: Line, link: Link | undefined): string {
  const below = [...under, ...aside].map((line) => element('div', line, 'under')).join('')
  if (place === undefined) return `<li>${forHtml(text)}${below}</li>`
  const address = link?.(place)
  const safe = address === undefined ? undefined : forAddress(address)
  const at =
    safe === undefined ? forHtml(placeText(place)) : `<a href="${forHtml(safe)}">${forHtml(placeText(place))}</a>`
  return `<li>${forHtml(text)} <span class="place">${at}</span>${below}</li>`
}

function approval({ approval: offer }: Page): string[] {
  if (offer === undefined) return []
  return [element('h2', offer.title), element('p', offer.text), element('pre', offer.yaml ?? '')]
}

/** Both sides as lists: a page without scripts cannot draw. */
function chart(plan: Plan, language: Language, words: Words): string[] {
  const drawn = chartOf(plan, language)
  if (drawn === undefined) return []
  const side = (title: string, branch: Branch) => [
    '<div>',
    element('h3', title),
    `<ul>${branchItem(branch)}</ul>`,
    '</div>',
  ]
  return [
    '<details>',
    element('summary', words.chart.title),
    '<div class="sides">',
    ...side(words.chart.before, drawn.before),
    ...side(words.chart.after, drawn.after),
    '</div>',
    element('p', words.chart.legend, 'note'),
    '</details>',
  ]
}

function branchItem({ label, mark, children }: Branch): string {
  const text = forHtml(mark === undefined ? label : `${mark} ${label}`)
  return `<li>${text}${children.length === 0 ? '' : `<ul>${children.map(branchItem).join('')}</ul>`}</li>`
}

/** Keys, actions and the hash, folded away. */
function details(plan: Plan, { markdown }: Words): string[] {
  const row = (name: 'td' | 'th', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => element(name, cell)).join('')}</tr>`
  return [
    '<details>',
    element('summary', markdown.details),
    element('p', `${markdown.company} ${plan.corp ?? '–'} · ${plan.hash}`),
    '<table>',
    row('th', markdown.columns),
    ...plan.changes.map(({ action, ref, place }, index) =>
      row('td', [String(index + 1), action, ref.kind, ref.key, place === undefined ? '' : placeText(place)]),
    ),
    '</table>',
    '</details>',
  ]
}
