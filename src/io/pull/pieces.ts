import { isMap, isScalar, isSeq, type Pair, Scalar } from 'yaml'
import { isObject } from '../../core/value.ts'
import { lineAt } from '../load-scan.ts'

/**
 * A file of YAML as pieces of its text: where each value begins and ends, so that one can be replaced and everything
 * around it stays as its author left it. The files are known to be valid.
 */

/** What a file is to say, as it would be read: texts, null, lists, mappings; and entries that are text already. */
export type Stated = string | null | Lines | readonly Stated[] | { readonly [key: string]: Stated }

/** An entry of a list as its author wrote it elsewhere: whole lines at the left edge, the dash among them. */
export class Lines {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What to put in place of a part of a text. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The file is written in a way that cannot be changed piece by piece without risking what somebody wrote. */
export class ByHand extends Error {
  override name = 'ByHand'
}

/** The text with its pieces replaced. */
export function spliced(text: string, splices: readonly Splice[], from = 0, to = text.length): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end)
  let made = ''
  let at = from
  for (const { start, end, text: piece } of sorted) {
    if (start < at || end > to) throw new ByHand()
    made += text.slice(at, start) + piece
    at = end
  }
  return made + text.slice(at, to)
}

/** What a node says. */
export function dataIn(node: unknown): Exclude<Stated, Lines> {
  if (isScalar(node)) return isNull(node) ? null : String(node.value)
  if (isSeq(node)) return node.items.map(dataIn)
  if (!isMap(node)) return null
  return Object.fromEntries(node.items.map(({ key, value }) => [keyOf({ key }), dataIn(value)]))
}

function isNull(node: Scalar): boolean {
  return node.type === Scalar.PLAIN && ['', '~', 'null'].includes(String(node.value ?? ''))
}

/** The key of a pair. */
export function keyOf({ key }: Pick<Pair, 'key'>): string {
  return isScalar(key) ? String(key.value) : ''
}

/** Whether both say the same. */
export function same(a: Stated | undefined, b: Stated | undefined): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
  if (!isObject(a) || !isObject(b) || Array.isArray(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}

/** Where a node begins. */
export function startOf(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range
  if (range?.[0] === undefined) throw new ByHand()
  return range[0]
}

/** Behind the last character of a node that says something: line breaks, spaces and comments after it do not. */
export function endOf(text: string, node: unknown): number {
  if (!isBlock(node)) {
    const end = (node as { range?: readonly number[] | null } | null)?.range?.[1]
    if (end === undefined) throw new ByHand()
    return text.slice(0, end).trimEnd().length
  }
  const last = node.items.at(-1)
  return isMap(node) ? endOfPair(text, last as Pair) : endOf(text, last)
}

/** Behind the last character of a pair; of one without a value, behind its colon. */
export function endOfPair(text: string, pair: Pair): number {
  const colon = colonOf(text, pair)
  return isScalar(pair.value) && pair.value.source === '' ? colon : Math.max(colon, endOf(text, pair.value))
}

/** Behind the colon of a pair. */
export function colonOf(text: string, { key }: Pair): number {
  const at = text.indexOf(':', (key as { range?: readonly number[] }).range?.[1] ?? 0)
  if (at < 0) throw new ByHand()
  return at + 1
}

/** Whether it is a list or mapping over several lines, and not one between brackets. */
export function isBlock(node: unknown): node is { readonly items: readonly unknown[] } {
  return (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0
}

/** Lines of a text by their offsets. */
export interface Page {
  readonly text: string
  /** Where each line begins. */
  readonly lines: readonly number[]
  /** What ends a line. */
  readonly eol: string
}

/** A text as lines. */
export function pageOf(text: string): Page {
  const lines = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1)
  return { text, lines, eol: text.includes('\r\n') ? '\r\n' : '\n' }
}

/** One line, without what ends it. */
export function lineText({ text, lines }: Page, line: number): string {
  return text.slice(lines[line], lines[line + 1]).replace(/\r?\n$/, '')
}

/** The offset at which a line ends, before its line break. */
export function lineEnd(page: Page, line: number): number {
  return (page.lines[line] ?? 0) + lineText(page, line).length
}

/** The line that an offset is on, counted from 0. */
export function lineOf({ lines }: Page, offset: number): number {
  return lineAt(lines, offset)
}

/** How far an offset is from the beginning of its line. */
export function columnOf(page: Page, offset: number): number {
  return offset - (page.lines[lineOf(page, offset)] ?? 0)
}

/** What tells an entry of a list from the others: the text itself, or what it is about. */
export function identityOf(item: Stated): string {
  if (typeof item === 'string') return item
  if (!isMapping(item)) return ''
  return String(item['userid'] ?? item['department'] ?? item['name'] ?? '')
}

/** Whether this is a mapping. */
export function isMapping(want: Stated): want is { readonly [key: string]: Stated } {
  return typeof want === 'object' && want !== null && !Array.isArray(want) && !(want instanceof Lines)
}

/** Whether this is a list. */
export function isList(want: Stated): want is readonly Stated[] {
  return Array.isArray(want)
}
