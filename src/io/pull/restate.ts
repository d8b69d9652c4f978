import { isMap, isScalar, isSeq, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Written } from '../../core/manifest.ts'
import { flowText, quotedText, yamlText } from '../save/text.ts'
import { parseDocuments } from '../yaml-parse.ts'
import { restateLines } from './list-lines.ts'
import {
  ByHand,
  colonOf,
  columnOf,
  dataIn,
  endOf,
  endOfPair,
  identityOf,
  isBlock,
  isList,
  isMapping,
  keyOf,
  lineEnd,
  lineOf,
  type Page,
  type Splice,
  type Stated,
  same,
  spliced,
  startOf,
} from './pieces.ts'

/** Names of fields in the order in which new ones are put beside those that are there. */
export type Order = readonly string[]

/**
 * What has to change in a text so that a node of it says something else: each value that stays keeps its line, its quotes
 * and the comments around it.
 *
 * @throws ByHand where that cannot be done.
 */
export function restate(page: Page, node: unknown, want: Stated, order: Order): Splice[] {
  if (same(dataIn(node), want)) return []
  if (isScalar(node) && typeof want === 'string') return [scalarSplice(page, node, want, false)]
  if (isMap(node) && isMapping(want))
    return node.flow ? flowMap(page, node, want, order) : blockMap(page, node, want, order)
  if (isSeq(node) && isList(want)) {
    if (node.flow) return flowList(page, node, want, order)
    return restateLines(page, node, want, (item, wanted) => restate(page, item, wanted, order))
  }
  return [{ start: startOf(node), end: endOf(page.text, node), text: flowText(plain(want)) }]
}

function blockMap(page: Page, node: YAMLMap, want: { readonly [key: string]: Stated }, order: Order): Splice[] {
  const { text, eol, lines } = page
  const splices: Splice[] = []
  const kept = node.items.filter((pair) => Object.hasOwn(want, keyOf(pair)))
  const first = kept[0]
  if (first === undefined) throw new ByHand()
  const column = columnOf(page, startOf(first.key))
  const indent = ' '.repeat(columnOf(page, startOf(node)))
  // What stands behind a dash cannot go as a line: the next field takes its place.
  const head = node.items.indexOf(first)
  const begin = startOf(node.items[0]?.key)
  const shared = text.slice(lines[lineOf(page, begin)], begin).trim() !== ''
  if (head > 0 && shared) {
    const between = text.slice(endOfPair(text, node.items[head - 1] as Pair), startOf(first.key))
    if (between.includes('#') || column !== indent.length) throw new ByHand()
    splices.push({ start: begin, end: startOf(first.key), text: '' })
  }
  for (const [index, pair] of node.items.entries()) {
    const wanted = want[keyOf(pair)]
    if (wanted !== undefined && Object.hasOwn(want, keyOf(pair)))
      splices.push(...pairSplices(page, pair, wanted, order))
    else if (!(shared && index < head)) splices.push(wholeLines(page, startOf(pair.key), endOfPair(text, pair)))
  }
  for (const [field, value] of inOrder(missing(node, want), order)) {
    const before = order.slice(0, Math.max(0, order.indexOf(field)))
    const after =
      kept.filter((pair) => before.includes(keyOf(pair))).at(-1) ?? (order.includes(field) ? first : kept.at(-1))
    const at = lineEnd(page, lineOf(page, endOfPair(text, after as Pair)))
    const shown = yamlText({ [field]: plain(value) })
      .trimEnd()
      .split('\n')
    splices.push({ start: at, end: at, text: shown.map((line) => eol + (line === '' ? '' : indent + line)).join('') })
  }
  return splices
}

/** A field that is there: its value is changed in place, or replaced as a whole where it becomes of another sort. */
function pairSplices(page: Page, pair: Pair, want: Stated, order: Order): Splice[] {
  const { text, eol } = page
  const { value } = pair
  if (same(dataIn(value), want)) return []
  const inPlace =
    (isScalar(value) && value.source !== '' && typeof want === 'string') ||
    (isMap(value) && isMapping(want) && (value.flow || value.items.some((each) => Object.hasOwn(want, keyOf(each))))) ||
    (isSeq(value) && isList(want) && (value.flow || keepsAny(value, want)))
  if (inPlace) return restate(page, value, want, order)
  const start = colonOf(text, pair)
  const end = endOfPair(text, pair)
  const column = columnOf(page, startOf(pair.key))
  const [shown = '', ...rest] = yamlText({ k: plain(want) })
    .trimEnd()
    .split('\n')
  const head = shown.slice('k:'.length)
  const below = rest.map((line) => eol + ' '.repeat(column) + line).join('')
  if (!isBlock(value)) return [{ start, end, text: head + below }]
  // What was noted behind the field's name speaks of the field, not of what was in it.
  return [
    { start, end: start, text: head },
    { start: lineEnd(page, lineOf(page, start)), end, text: below },
  ]
}

function keepsAny(value: YAMLSeq, want: readonly Stated[]): boolean {
  const wanted = new Set(want.map(identityOf))
  return value.items.some((item) => wanted.has(identityOf(dataIn(item))))
}

function flowMap(page: Page, node: YAMLMap, want: { readonly [key: string]: Stated }, order: Order): Splice[] {
  const { text } = page
  const kept = node.items.filter((pair) => Object.hasOwn(want, keyOf(pair)))
  const inner = kept.map((pair) => flowPair(page, pair, want[keyOf(pair)] as Stated, order))
  const added = inOrder(missing(node, want), order)
  if (kept.length === node.items.length && added.length === 0) return inner.flat()
  const pieces = kept.map((pair, index) => ({
    field: keyOf(pair),
    text: spliced(text, inner[index] ?? [], startOf(pair.key), endOfPair(text, pair)),
  }))
  for (const [field, value] of added) {
    const before = order.slice(0, Math.max(0, order.indexOf(field)))
    const after = pieces.findLastIndex((piece) => before.includes(piece.field))
    const at = order.includes(field) ? Math.max(after, 0) + (pieces.length === 0 ? 0 : 1) : pieces.length
    pieces.splice(at, 0, { field, text: flowText({ [field]: plain(value) }).slice(1, -1) })
  }
  const spans = node.items.map((pair): Span => [startOf(pair.key), endOfPair(text, pair)])
  return [
    between(
      page,
      node,
      spans,
      pieces.map((piece) => piece.text),
    ),
  ]
}

function flowPair(page: Page, pair: Pair, want: Stated, order: Order): Splice[] {
  const { value } = pair
  if (same(dataIn(value), want)) return []
  if (isScalar(value) && value.source !== '' && typeof want === 'string') return [scalarSplice(page, value, want, true)]
  if ((isMap(value) && isMapping(want)) || (isSeq(value) && isList(want))) return restate(page, value, want, order)
  const start = colonOf(page.text, pair)
  return [{ start, end: endOfPair(page.text, pair), text: ` ${flowText(plain(want))}` }]
}

function flowList(page: Page, node: YAMLSeq, want: readonly Stated[], order: Order): Splice[] {
  const { text } = page
  const wanted = new Map(want.map((item) => [identityOf(item), item]))
  const kept = node.items.filter((item) => wanted.has(identityOf(dataIn(item))))
  const inner = kept.map((item) => flowItem(page, item, wanted.get(identityOf(dataIn(item))) as Stated, order))
  const known = new Set(kept.map((item) => identityOf(dataIn(item))))
  const added = want.filter((item) => !known.has(identityOf(item)))
  if (kept.length === node.items.length && added.length === 0) return inner.flat()
  const pieces = kept.map((item, index) => spliced(text, inner[index] ?? [], startOf(item), endOf(text, item)))
  const spans = node.items.map((item): Span => [startOf(item), endOf(text, item)])
  return [between(page, node, spans, [...pieces, ...added.map((item) => flowText(plain(item)))])]
}

function flowItem(page: Page, item: unknown, want: Stated, order: Order): Splice[] {
  if (same(dataIn(item), want)) return []
  if (isScalar(item) && typeof want === 'string') return [scalarSplice(page, item, want, true)]
  return restate(page, item, want, order)
}

type Span = readonly [start: number, end: number]

/** What stands between brackets, put together anew from its pieces; what separates them stays as it was written. */
function between({ text }: Page, node: unknown, spans: readonly Span[], pieces: readonly string[]): Splice {
  const start = startOf(node) + 1
  const end = endOf(text, node) - 1
  const [first, second] = spans
  const last = spans.at(-1)
  const gaps = [start, ...spans.flat(), end]
  const apart = gaps.flatMap((at, index) => (index % 2 === 0 ? [text.slice(at, gaps[index + 1])] : []))
  if (apart.some((gap) => gap.includes('#'))) throw new ByHand()
  if (first === undefined || last === undefined || pieces.length === 0) return { start, end, text: pieces.join(', ') }
  const comma = second === undefined ? ', ' : text.slice(first[1], second[0])
  return { start: first[0], end: last[1], text: pieces.join(comma) }
}

/** A text in the place of another one, quoted as that was where this can be. */
function scalarSplice({ text }: Page, node: Scalar, want: string, flow: boolean): Splice {
  const start = startOf(node)
  const end = endOf(text, node)
  const splice = (shown: string) => ({ start, end, text: shown })
  const simple = /^[^\p{C}\u2028\u2029]*$/u.test(want)
  if (node.type === Scalar.QUOTE_SINGLE && simple) return splice(`'${want.replaceAll("'", "''")}'`)
  const likeOthers = flowText(want) === want || flowText(String(node.value)) !== String(node.value)
  if (node.type === Scalar.PLAIN && simple && likeOthers && isPlain(want, flow)) return splice(want)
  return splice(quotedText(want))
}

/** Whether a text is read as itself where it stands without quotes. */
function isPlain(want: string, flow: boolean): boolean {
  const { documents } = parseDocuments(flow ? `[${want}]` : `k: ${want}`)
  const [document] = documents
  const root = document?.contents
  const value = isSeq(root) && root.items.length === 1 ? root.items[0] : isMap(root) ? root.items[0]?.value : undefined
  const read = isScalar(value) && value.type === Scalar.PLAIN && !value.tag && !value.anchor ? value.value : undefined
  return documents.length === 1 && document?.errors.length === 0 && read === want && dataIn(value) === want
}

/** Takes whole lines out. */
function wholeLines(page: Page, start: number, end: number): Splice {
  const { text, lines } = page
  const [first, last] = [lineOf(page, start), lineOf(page, Math.max(start, end - 1))]
  return { start: lines[first] ?? 0, end: lines[last + 1] ?? text.length, text: '' }
}

function missing(node: YAMLMap, want: { readonly [key: string]: Stated }): [string, Stated][] {
  const known = new Set(node.items.map(keyOf))
  return Object.entries(want).filter(([field]) => !known.has(field))
}

function inOrder(fields: readonly [string, Stated][], order: Order): readonly [string, Stated][] {
  return [...fields].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
}

/** What is written anew; null and entries that are text already are never among it. */
function plain(want: Stated): Written {
  return want as Written
}
