import type { YAMLSeq } from 'yaml'
import type { Written } from '../../core/manifest.ts'
import { yamlText } from '../save/text.ts'
import {
  ByHand,
  columnOf,
  dataIn,
  endOf,
  identityOf,
  Lines,
  lineEnd,
  lineOf,
  lineText,
  type Page,
  type Splice,
  type Stated,
  spliced,
  startOf,
} from './pieces.ts'

/** An entry of a list over several lines: where it begins, with the comments that belong to it, and ends. */
export interface Entry {
  readonly identity: string
  readonly node: unknown
  /** First and last line, counted from 0. */
  readonly first: number
  readonly last: number
}

/**
 * The entries of a list whose dashes stand below each other. Comments right above a dash, and such as stand deeper below
 * it, are the entry's own; those at the head of the file are the file's.
 *
 * @throws ByHand where the list is written in another way.
 */
export function entriesOf(page: Page, list: YAMLSeq): { readonly column: number; readonly entries: readonly Entry[] } {
  const { text } = page
  const dashes = list.items.map((item) => {
    const dash = text.slice(0, startOf(item)).trimEnd().length - 1
    const column = columnOf(page, dash)
    if (text[dash] !== '-' || text.slice(dash - column, dash).trim() !== '') throw new ByHand()
    return { line: lineOf(page, dash), column }
  })
  const column = dashes[0]?.column ?? 0
  if (list.flow || dashes.some((dash) => dash.column !== column)) throw new ByHand()
  const isNote = (line: number) => lineText(page, line).trimStart().startsWith('#')
  const depth = (line: number) => lineText(page, line).search(/\S/)
  let free = 0
  const entries = list.items.map((item, index): Entry => {
    const dash = dashes[index]?.line ?? 0
    let first = dash
    while (first > free && isNote(first - 1) && depth(first - 1) <= column) first--
    // A comment that opens the file speaks of all of it.
    if (first === 0) first = dash
    let last = lineOf(page, Math.max(endOf(text, item) - 1, startOf(item)))
    const next = dashes[index + 1]?.line ?? page.lines.length
    while (last + 1 < next && isNote(last + 1) && depth(last + 1) > column) last++
    free = last + 1
    return { identity: identityOf(dataIn(item)), node: item, first, last }
  })
  return { column, entries }
}

/** The lines of one entry at the left edge, with some of its pieces replaced. */
export function takenOut(page: Page, { first, last }: Entry, column: number, splices: readonly Splice[]): Lines {
  const end = lineEnd(page, last)
  // What goes with whole lines takes the break at the end of the entry along, which is no part of it.
  const within = splices.map((splice) =>
    page.text.slice(end, splice.end).trim() === '' ? { ...splice, end: Math.min(splice.end, end) } : splice,
  )
  const own = spliced(page.text, within, page.lines[first] ?? 0, end).trimEnd()
  const lines = own.split(/\r?\n/).map((line) => (line.trim() === '' ? '' : line.slice(column)))
  return new Lines(`${lines.join('\n')}\n`)
}

/** Makes a list over several lines say something else: entries go, stay (`inside` changes them) and come at its end. */
export function restateLines(
  page: Page,
  list: YAMLSeq,
  want: readonly Stated[],
  inside: (item: unknown, want: Stated) => Splice[],
): Splice[] {
  const { column, entries } = entriesOf(page, list)
  const wanted = new Map(want.filter((item) => !(item instanceof Lines)).map((item) => [identityOf(item), item]))
  const known = new Set(entries.map(({ identity }) => identity))
  if (known.size < entries.length) throw new ByHand()
  const kept = entries.filter(({ identity }) => wanted.has(identity))
  const anchor = kept.at(-1)
  if (anchor === undefined) throw new ByHand()
  const splices = [...removed(page, entries, (entry) => !kept.includes(entry))]
  for (const { identity, node } of kept) splices.push(...inside(node, wanted.get(identity) as Stated))
  const added = want.filter((item) => item instanceof Lines || !known.has(identityOf(item)))
  const at = lineEnd(page, anchor.last)
  const isApart = entries.some(({ first }, index) => index > 0 && lineText(page, first - 1).trim() === '')
  const apart = isApart || (entries.length === 1 && list.items[0] !== undefined && added.some(isLong)) ? page.eol : ''
  for (const item of added) splices.push({ start: at, end: at, text: page.eol + apart + indented(page, item, column) })
  return splices
}

/** The text of a list of its own. */
export function listText(items: readonly Stated[]): string {
  const texts = items.map((item) => (item instanceof Lines ? item.text : yamlText([item as Written])))
  return texts.join(items.some(isLong) ? '\n' : '')
}

/** A person, rather than a name: such entries are told apart more easily with a line between them. */
function isLong(item: Stated): boolean {
  return item instanceof Lines ? item.text.trimEnd().includes('\n') : typeof item === 'object'
}

function indented({ eol }: Page, item: Stated, column: number): string {
  const text = item instanceof Lines ? item.text : yamlText([item as Written])
  const lines = text.trimEnd().split('\n')
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(eol)
}

/** Takes entries out, and one of the two empty lines that would meet. */
function* removed(page: Page, entries: readonly Entry[], goes: (entry: Entry) => boolean): Iterable<Splice> {
  const { lines, text } = page
  const gone = new Set<number>()
  const isBlank = (line: number) => lineText(page, line).trim() === ''
  for (const entry of entries) {
    if (!goes(entry)) continue
    for (let line = entry.first; line <= entry.last; line++) gone.add(line)
    let before = entry.first - 1
    while (gone.has(before)) before--
    if (before >= 0 && !isBlank(before)) continue
    for (let line = entry.last + 1; line < lines.length - 1 && isBlank(line); line++) gone.add(line)
  }
  // Nothing but empty lines may be left at the end of the file.
  let end = lines.length - 1
  while (end >= 0 && (gone.has(end) || isBlank(end))) end--
  const tail = [...gone].some((line) => line > end)
  for (const line of [...gone].filter((line) => line < end))
    yield { start: lines[line] ?? 0, end: lines[line + 1] ?? text.length, text: '' }
  if (tail) yield { start: lines[end + 1] ?? text.length, end: text.length, text: '' }
}
