import { type Problem, problemCodes } from '../../src/core/problem.ts'
import { loadDirectory } from '../../src/io/load.ts'
import { type Data, readYaml } from '../../src/io/yaml.ts'
import { renderProblems } from '../../src/render/problems.ts'
import type { Input } from './input.ts'

/** Everything that a terminal obeys; halves of a character pair are no text. */
const OBEYED = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u
/** So many places of one file are looked up. */
const LOOKED_UP = 200
/** A sentence is bounded, whatever the file holds; see `finding`. */
const LONGEST = 1100

/** How many lines a file of the directory may be said to have, when one of them is hostile. */
export function linesWith({ path, bytes }: Input): (file: string) => number {
  const lines = bytes.toString('latin1').split('\n').length + 1
  return (file) => (file === path ? lines : 100)
}

/** What a directory says that it should not, as values and as print: nothing, or sentences about it. */
export async function judgeFolder(folder: string, lines: (file: string) => number): Promise<string[]> {
  const { problems, directory } = await loadDirectory(folder, { language: 'en' })
  const wrong = problems.flatMap((problem) => judgeProblem(problem, lines))
  for (const [kind, models] of Object.entries(directory))
    for (const [key, model] of Object.entries(models))
      if (!isPlain(model)) wrong.push(`${kind} ${key} inherits from something else`)
  for (const language of ['zh', 'en'] as const) {
    const printed = renderProblems(problems, { language, color: false })
    if (OBEYED.test(printed.replaceAll('\n', ''))) wrong.push('the print holds a character that a terminal obeys')
    if (printed.split('\n').length > 3 * problems.length + 2 * 100_000)
      wrong.push('the print has more lines than it should')
  }
  return wrong
}

function judgeProblem({ code, file, line, column, message, hint }: Problem, lines: (file: string) => number): string[] {
  const at = `${code} at ${file}:${line}:${column}`
  const faults: [boolean, string][] = [
    [!problemCodes.includes(code), 'has an unknown code'],
    [file.startsWith('/') || file.split('/').includes('..'), 'leads out of the directory'],
    [!Number.isInteger(line) || line < 1 || line > lines(file), 'stands on no line'],
    [!Number.isInteger(column) || column < 1, 'stands in no column'],
    [message === '' || hint === '', 'says nothing'],
    [message.length > LONGEST || (hint ?? '').length > LONGEST, 'says too much'],
    [
      /undefined|\[object|NaN|RangeError|TypeError/.test(`${message} ${hint}`.replaceAll(/"[^"]*"/g, '')),
      'speaks of the program',
    ],
  ]
  return faults.filter(([is]) => is).map(([, what]) => `${at} ${what}`)
}

/** What one file is by itself: data of plain objects, each with a place in the text. */
export function judgeText({ path, bytes }: Input): string[] {
  const lines = bytes.toString('latin1').split('\n')
  const { data, broken, findings, place } = readYaml(path, bytes)
  const wrong: string[] = []
  if (broken && findings.length === 0) wrong.push('a broken file without a word about it')
  for (const at of pathsOf(data, LOOKED_UP, wrong)) {
    const { line, column } = place(at)
    if (line < 1 || line > lines.length || column < 1 || column > (lines[line - 1]?.length ?? 0) + 2)
      wrong.push(`${JSON.stringify(at).slice(0, 80)} stands at ${line}:${column}`)
  }
  return wrong
}

function pathsOf(data: Data, most: number, wrong: string[]): (string | number)[][] {
  const found: (string | number)[][] = []
  const waiting: [Data, (string | number)[]][] = [[data, []]]
  for (let next = waiting.pop(); next !== undefined && found.length < most; next = waiting.pop()) {
    const [value, path] = next
    found.push(path)
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value) && !isPlain(value)) wrong.push(`${path.join('.')} inherits from something else`)
    const inner: [string | number, Data][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    for (const [key, member] of inner.slice(0, most)) waiting.push([member, [...path, key]])
  }
  return found
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype
}
