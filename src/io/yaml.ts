import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, Scalar, type YAMLMap } from 'yaml'
import { codePoint, invisibleAt } from '../core/characters.ts'
import type { Path } from '../core/json-schema.ts'
import type { Place } from '../core/model.ts'
import { type Finding, finding, MAX_FINDINGS, manyMistakes, type ProblemCode, type Words } from '../core/problem.ts'
import { crowded, invisible, lineAt, MAX_DEPTH, nested, type Scanned, scan } from './load-scan.ts'
import { forbidden, syntaxWords } from './load-yaml-words.ts'
import { parseDocuments } from './yaml-parse.ts'

/**
 * Files as plain data in which every scalar is the text as typed: YAML's guesses about numbers, dates and booleans would
 * change job numbers and ids, so nothing is guessed here and the schema of a field decides later. What makes a file
 * mean something else than a reader sees (anchors, aliases, tags, merge keys, repeated keys) is refused. Positions come
 * from the nodes of the one parse, looked up by path when they are needed.
 */

/** Texts, null, lists and mappings; undefined where something was refused. */
export type Data = string | null | undefined | Data[] | { [key: string]: Data }

/** One file as data, and the way from data back to lines. */
export interface YamlFile {
  readonly file: string
  /** The text as typed; empty where it could not be read. */
  readonly text: string
  /** Undefined in a file that holds nothing but comments. */
  readonly data: Data
  readonly findings: readonly Finding[]
  /** The structure could not be understood: the data is not to be used. */
  readonly broken: boolean
  /** Where the value at a path stands; for a value that has no line of its own, and where asked for, its key. */
  place(path: Path, key?: boolean): Place
}

/** What one file has turned out to be so far. */
interface State {
  readonly file: string
  readonly scanned: Scanned
  readonly findings: Finding[]
  broken: boolean
  /** Where the parser looked in vain for a closing quote, until the opening one is found. */
  unclosed: number | undefined
}

const NAMES_OF_OBJECTS = new Set(['__proto__', 'constructor', 'prototype'])
/** Syntax errors that stand alone; any other one leads to more, of which only the first is worth showing. */
const LOCAL = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'BLOCK_AS_IMPLICIT_KEY'])

/** Reads the bytes of one file. Never throws for what stands in it. */
export function readYaml(file: string, bytes: Buffer): YamlFile {
  const scanned = scan(file, bytes)
  const broken = scanned.stop || scanned.tabbed.size > 0
  const state: State = { file, scanned, findings: [...scanned.findings], broken, unclosed: undefined }
  const [document, second] = scanned.stop ? [] : parse(state)
  let data: Data
  if (document !== undefined) {
    if (second !== undefined) refuse(state, second.range[0], forbidden.documents)
    if (document.directives?.yaml.explicit) refuse(state, 0, forbidden.directive)
    reportSyntax(state, document)
    data = document.contents === null ? undefined : dataOf(state, document.contents, 1)
    if (state.unclosed !== undefined) report(state, state.unclosed, 'yaml-syntax', ...syntaxWords('MISSING_QUOTE'))
  }
  return {
    file,
    text: scanned.text,
    data,
    findings: state.findings,
    broken: state.broken,
    place: (path, key = false) => placeAt(state, offsetAt(document?.contents, path, key)),
  }
}

function parse(state: State): readonly Document.Parsed[] {
  const { documents, beyond } = parseDocuments(state.scanned.text)
  if (beyond === undefined) return documents
  if (beyond.what === 'depth') refuse(state, beyond.at, nested)
  else refuse(state, beyond.at, crowded, 'file-too-large')
  return []
}

/** One report for one mistake: a broken structure makes the parser complain about much that follows. */
function reportSyntax(state: State, document: Document.Parsed): void {
  let structural = false
  const reported = new Set<number>()
  for (const error of document.errors) {
    state.broken = true
    const line = lineAt(state.scanned.lines, error.pos[0])
    const local = LOCAL.has(error.code) && !error.message.startsWith('A block sequence')
    if (reported.has(line) || state.scanned.tabbed.size > 0 || (structural && !local)) continue
    reported.add(line)
    if (!local) structural = true
    if (error.code === 'MISSING_CHAR' && error.message.includes('quote')) state.unclosed = error.pos[0]
    else report(state, error.pos[0], 'yaml-syntax', ...syntaxWords(error.code, error.message))
  }
}

function dataOf(state: State, node: unknown, depth: number): Data {
  if (isScalar(node)) return textOf(state, node)
  if (isAlias(node)) {
    report(state, offsetOf(node) ?? 0, 'yaml-forbidden', ...forbidden.alias)
    return undefined
  }
  if (!isMap(node) && !isSeq(node)) return null
  checkProperties(state, node)
  if (depth > MAX_DEPTH) {
    refuse(state, offsetOf(node) ?? 0, nested)
    return undefined
  }
  if (isSeq(node)) return node.items.map((item) => dataOf(state, item, depth + 1))
  const map: { [key: string]: Data } = {}
  for (const pair of node.items) addEntry(state, map, pair, depth)
  return map
}

function addEntry(state: State, map: { [key: string]: Data }, pair: Pair, depth: number): void {
  const key = isScalar(pair.key) ? textOf(state, pair.key) : undefined
  const said = refusedKey(pair.key, key) ?? (key && Object.hasOwn(map, key) ? forbidden.repeated(key) : undefined)
  // Also behind a refused key, so that mistakes in the value are reported in the same run.
  const value = dataOf(state, pair.value, depth + 1)
  if (said === undefined) map[key as string] = value
  else {
    const repeated = key && Object.hasOwn(map, key)
    const at = offsetOf(pair.key) ?? offsetOf(pair.value) ?? 0
    report(state, at, repeated ? 'duplicate-yaml-key' : 'yaml-forbidden', ...said)
  }
}

function refusedKey(node: unknown, key: string | null | undefined) {
  if (isAlias(node)) return forbidden.alias
  if (key === undefined || key === null || key === '') return forbidden.key
  if (key === '<<') return forbidden.merge
  return isFieldName(key) ? undefined : forbidden.name(key)
}

/** Whether a mapping of a file may have a field of this name. */
export function isFieldName(key: string): boolean {
  return key !== '' && key !== '<<' && !NAMES_OF_OBJECTS.has(key)
}

function textOf(state: State, node: Scalar): string | null {
  const start = offsetOf(node) ?? 0
  checkProperties(state, node)
  const text = String(node.value ?? '')
  if (node.type === Scalar.PLAIN) return text === '' || text === '~' || text === 'null' ? null : text
  if (state.unclosed !== undefined && (node.range?.[1] ?? 0) >= state.unclosed) state.unclosed = start
  // Typed as they are they were found by the scan; an escape in quotes shows only in the value.
  if (node.type === Scalar.QUOTE_DOUBLE) {
    const at = escapedAt(text)
    if (at >= 0 && !state.scanned.findings.some(({ line }) => line === lineAt(state.scanned.lines, start) + 1))
      report(state, start, 'forbidden-characters', ...invisible(codePoint(text, at)))
  }
  return text
}

/** Where a text has what only an escape can bring into it: a tab too, and half of a character pair. */
export function escapedAt(text: string): number {
  const [hidden, half] = [invisibleAt(text), text.search(/[\t\p{Cs}]/u)]
  return hidden < 0 ? half : half < 0 ? hidden : Math.min(hidden, half)
}

function checkProperties(state: State, node: { anchor?: string; tag?: string }): void {
  if (node.anchor) report(state, markBefore(state, node, '&'), 'yaml-forbidden', ...forbidden.anchor)
  if (node.tag) report(state, markBefore(state, node, '!'), 'yaml-forbidden', ...forbidden.tag)
}

/** Where the property of a node begins: its range leaves out what stands before the value. */
function markBefore({ scanned: { text } }: State, node: unknown, mark: string): number {
  let at = text.lastIndexOf(mark, offsetOf(node) ?? 0)
  while (at > 0 && text[at - 1] === mark) at--
  return Math.max(at, 0)
}

function report(state: State, offset: number, code: ProblemCode, en: Words, zh: Words): void {
  const place = placeAt(state, offset)
  if (state.findings.length > MAX_FINDINGS) return
  // Where a line could not be parsed, what came of it is not worth a second complaint.
  if (state.findings.some((found) => found.code === 'yaml-syntax' && found.line === place.line)) return
  const last = state.findings.length === MAX_FINDINGS
  state.findings.push(last ? finding(place, code, ...manyMistakes) : finding(place, code, en, zh))
}

function refuse(
  state: State,
  offset: number,
  words: readonly [en: Words, zh: Words],
  code: ProblemCode = 'yaml-forbidden',
): void {
  report(state, offset, code, ...words)
  state.broken = true
}

function placeAt({ file, scanned: { lines } }: State, offset: number): Place {
  const line = lineAt(lines, offset)
  return { file, line: line + 1, column: offset - (lines[line] ?? 0) + 1 }
}

function offsetAt(root: unknown, path: Path, key: boolean): number {
  let node = root
  let at = offsetOf(node) ?? 0
  for (const [index, segment] of path.entries()) {
    if (isSeq(node)) node = node.items[Number(segment)]
    else if (isMap(node)) {
      const pair = entryOf(node, segment)
      if (pair === undefined) return at
      at = offsetOf(pair.key) ?? at
      node = pair.value
      const inline = isScalar(node) && node.source !== ''
      if (!inline || (key && index === path.length - 1)) continue
    } else return at
    at = offsetOf(node) ?? at
  }
  return at
}

/** Maps with more entries are indexed: each of their fields may be asked for. */
const SMALL = 32
const indexes = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>()

function entryOf(map: YAMLMap, key: unknown): Pair | undefined {
  if (map.items.length <= SMALL) return map.items.find((item) => isScalar(item.key) && item.key.value === key)
  let index = indexes.get(map)
  if (index === undefined) {
    // The first of two entries of one name counts.
    index = new Map(map.items.map((item) => [isScalar(item.key) ? item.key.value : item, item] as const).reverse())
    indexes.set(map, index)
  }
  return index.get(key)
}

function offsetOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0]
}
