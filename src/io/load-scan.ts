import { codePoint, invisibleAt } from '../core/characters.ts'
import { type Finding, finding, MAX_FINDINGS, manyMistakes, type ProblemCode, type Words } from '../core/problem.ts'
import { excess } from './load-measure.ts'

/**
 * The look at a file before any parser sees it: one pass over its bytes and one over its text, linear in its size, so
 * that no file can make the parser slow or deep. It bounds size, length of lines, nesting and entries, finds what YAML
 * allows and we do not (tabs, characters that cannot be seen), and remembers where lines begin.
 */

/** Most bytes of one file. */
export const MAX_BYTES = 1024 * 1024
const MAX_LINE_BYTES = 64 * 1024
/** Most levels of lists and mappings inside each other. */
export const MAX_DEPTH = 64
/** Most entries of lists and mappings in one file; a person in a list is one, and each of its fields is another. */
export const MAX_ENTRIES = 30_000
/** Most backslashes of one file: each may become a mistake of its own, which costs the parser more than an entry. */
const MAX_ESCAPES = 20_000
/** Most lines of one file; comments and empty lines count. */
const MAX_LINES = 100_000

export interface Scanned {
  readonly text: string
  /** Offset of the first character of every line. */
  readonly lines: readonly number[]
  readonly findings: readonly Finding[]
  /** Nothing is to be parsed: a finding says why. */
  readonly stop: boolean
  /** Lines, from 0, about which something has been said. */
  readonly tabbed: ReadonlySet<number>
}

/** Looks at the bytes of one file. */
export function scan(file: string, bytes: Buffer): Scanned {
  const whole = (code: ProblemCode, en: Words, zh: Words, line = 1): Scanned => {
    const found = finding({ file, line, column: 1 }, code, en, zh)
    return { text: '', lines: [0], findings: [found], stop: true, tabbed: new Set() }
  }
  if (bytes.length > MAX_BYTES) return whole('file-too-large', ...tooLarge(bytes.length))
  const long = longLine(bytes)
  if (long > 0)
    return whole(
      'file-too-large',
      [`the line is longer than ${MAX_LINE_BYTES / 1024} KiB`, 'break it into several lines'],
      [`这一行超过 ${MAX_LINE_BYTES / 1024} KiB`, '请拆成多行'],
      long,
    )
  const text = decode(bytes)
  if (text === undefined)
    return whole(
      'file-not-readable',
      ['the file is not UTF-8 text', 'save it again with the encoding UTF-8'],
      ['文件不是 UTF-8 编码', '请用 UTF-8 编码重新保存'],
    )
  return look(file, text)
}

/** The words for a file that is too large. */
export function tooLarge(size: number): [en: Words, zh: Words] {
  const kib = Math.ceil(size / 1024)
  return [
    [`the file has ${kib} KiB; ${MAX_BYTES / 1024} KiB is the most`, 'split it into several files'],
    [`文件有 ${kib} KiB，最多 ${MAX_BYTES / 1024} KiB`, '请拆成多个文件'],
  ]
}

function longLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    if ((end < 0 ? bytes.length : end) - start > MAX_LINE_BYTES) return line
    if (end < 0) break
    start = end + 1
  }
  return 0
}

function decode(bytes: Buffer): string | undefined {
  // UTF-16 without a mark looks like text with zeros in between.
  if (bytes.includes(0)) return undefined
  try {
    // A byte order mark at the start is dropped by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function look(file: string, text: string): Scanned {
  const lines = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1)
  const findings: Finding[] = []
  const tabbed = new Set<number>()
  if (lines.length > MAX_LINES) {
    const place = { file, line: MAX_LINES, column: 1 }
    return { text, lines, findings: [finding(place, 'file-too-large', ...manyLines)], stop: true, tabbed }
  }
  const report = (line: number, column: number, code: ProblemCode, en: Words, zh: Words) =>
    void (
      findings.length < MAX_FINDINGS &&
      findings.push(finding({ file, line: line + 1, column: column + 1 }, code, en, zh))
    )

  if (invisibleAt(text) >= 0)
    eachLine(text, lines, (line, content) => {
      const column = invisibleAt(content)
      if (column < 0) return
      report(line, column, 'forbidden-characters', ...invisible(codePoint(content, column)))
    })
  if (text.includes('\t'))
    eachLine(text, lines, (line, content) => {
      const column = content.indexOf('\t')
      const comment = content.search(/(^|\s)#/)
      if (column < 0 || (comment >= 0 && comment <= column && !/^\t/.test(content))) return
      tabbed.add(line)
      report(
        line,
        column,
        'yaml-forbidden',
        ['there is a tab', 'indent and separate with spaces'],
        ['这里有制表符(Tab)', '请改用空格'],
      )
    })
  const last = findings.at(-1)
  if (last !== undefined && findings.length >= MAX_FINDINGS)
    return { text, lines, findings: [...findings, finding(last, last.code, ...manyMistakes)], stop: true, tabbed }
  const backslash = nth(text, '\\', MAX_ESCAPES)
  if (backslash >= 0) {
    const line = lineAt(lines, backslash)
    report(line, backslash - (lines[line] ?? 0), 'file-too-large', ...escaped)
    return { text, lines, findings, stop: true, tabbed }
  }
  const conflict = /^(?:<{7}|={7}|>{7})(?:\s|$)/m.exec(text)
  if (conflict) {
    const line = lineAt(lines, conflict.index)
    report(
      line,
      0,
      'yaml-syntax',
      ['a merge conflict is not resolved', 'decide which lines stay, and delete the marks'],
      ['有尚未解决的合并冲突', '请决定保留哪些行，并删掉冲突标记'],
    )
    return { text, lines, findings, stop: true, tabbed }
  }
  const beyond = excess(text, { depth: MAX_DEPTH, entries: MAX_ENTRIES })
  if (beyond !== undefined) {
    const line = lineAt(lines, beyond.at)
    const column = beyond.at - (lines[line] ?? 0)
    if (beyond.what === 'depth') report(line, column, 'yaml-forbidden', ...nested)
    else report(line, column, 'file-too-large', ...crowded)
  }
  return { text, lines, findings, stop: beyond !== undefined, tabbed }
}

/** The words for nesting beyond the limit. */
export const nested: [en: Words, zh: Words] = [
  [`the nesting is deeper than ${MAX_DEPTH} levels`, 'flatten it'],
  [`嵌套超过 ${MAX_DEPTH} 层`, '请减少层级'],
]

/** The words for a file with too many entries. */
export const crowded: [en: Words, zh: Words] = [
  [`the file has more than ${MAX_ENTRIES} entries`, 'split it into several files'],
  [`文件里的条目超过 ${MAX_ENTRIES} 个`, '请拆成多个文件'],
]

const manyLines: [en: Words, zh: Words] = [
  [`the file has more than ${MAX_LINES} lines`, 'split it into several files'],
  [`文件超过 ${MAX_LINES} 行`, '请拆成多个文件'],
]

const escaped: [en: Words, zh: Words] = [
  [
    `the file has more than ${MAX_ESCAPES} backslashes`,
    'write characters as themselves, or split it into several files',
  ],
  [`文件里的反斜杠超过 ${MAX_ESCAPES} 个`, '请直接写出字符，或拆成多个文件'],
]

/** The words for a character that cannot be seen. */
export function invisible(code: string): [en: Words, zh: Words] {
  return [
    [`there is an invisible or control character (${code})`, 'delete it, or type the line again'],
    [`这里有看不见的字符或控制字符(${code})`, '请删掉它，或重新输入这一行'],
  ]
}

/** The line, from 0, in which an offset lies. */
export function lineAt(lines: readonly number[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Offset of the character behind the first `count` of its kind, or -1. */
function nth(text: string, character: string, count: number): number {
  let at = text.indexOf(character)
  for (let seen = 0; seen < count && at >= 0; seen++) at = text.indexOf(character, at + 1)
  return at
}

function eachLine(text: string, lines: readonly number[], look: (line: number, content: string) => void): void {
  for (const [line, start] of lines.entries()) look(line, text.slice(start, lines[line + 1]))
}
