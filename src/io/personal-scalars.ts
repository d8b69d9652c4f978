import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, parseAllDocuments, Scalar } from 'yaml'
import { FileChanged } from '../core/file-changed.ts'
import type { Place } from '../core/model.ts'
import { isSealed } from '../core/sealed-text.ts'
import { personalUserFields } from '../kinds/user/schema.ts'
import { type Folder, listFiles } from './load-files.ts'
import { lineAt } from './load-scan.ts'
import { replaceFile, workspacePath } from './workspace.ts'

/**
 * The personal values in the files as pieces of their text: so that sealing one replaces its characters and nothing else,
 * and comments, order and quoting stay as their authors left them. The files are known to be valid.
 */

/** One personal value as it stands in a file. */
export interface PersonalScalar {
  readonly place: Place
  /** The userid of the person. */
  readonly user: string
  readonly field: string
  /** The value as typed, or the sealed text. */
  readonly value: string
  readonly sealed: boolean
  /** Where it begins and ends in the text, quotes included, and how it is written there. */
  readonly range: readonly [start: number, end: number]
  readonly style: 'plain' | 'single' | 'double' | 'block'
}

/** One file that holds personal values. */
export interface PersonalFile {
  /** Relative to the directory, as it is spelt on disk. */
  readonly path: string
  readonly text: string
  readonly scalars: readonly PersonalScalar[]
}

/** Every file of people that holds at least one personal value. */
export async function personalFiles(folder: string): Promise<readonly PersonalFile[]> {
  const { departments } = listFiles(folder)
  const found: PersonalFile[] = []
  for (const path of departments === undefined ? [] : peopleFiles(departments)) {
    const text = await readFile(join(folder, path), 'utf8')
    const scalars = scalarsIn(path, text)
    if (scalars.length > 0) found.push({ path, text, scalars })
  }
  return found
}

/** The file's text with some of its values written otherwise. */
export function rewritten(file: PersonalFile, values: ReadonlyMap<PersonalScalar, string>): string {
  let text = ''
  let at = 0
  for (const scalar of file.scalars) {
    const value = values.get(scalar)
    if (value === undefined) continue
    const [start, end] = scalar.range
    text += file.text.slice(at, start) + QUOTED[scalar.style](value)
    at = end
  }
  return text + file.text.slice(at)
}

/**
 * Replaces a file as a whole. It is written in the folder of the run first: half a file beside the others would be taken
 * for one of theirs.
 *
 * @throws FileChanged when it no longer is as it was read.
 */
export function replacePeople(folder: string, { path, text: read }: PersonalFile, text: string): void {
  const whole = join(folder, path)
  if (readFileSync(whole, 'utf8') !== read) throw new FileChanged(path)
  replaceFile(whole, text, { beside: workspacePath(folder, 'people.next'), mode: statSync(whole).mode & 0o777 })
}

const QUOTED: { readonly [style in PersonalScalar['style']]: (value: string) => string } = {
  plain: (value) => value,
  single: (value) => `'${value}'`,
  double: (value) => `"${value}"`,
  block: (value) => `${value}\n`,
}

function peopleFiles({ people, folders }: Folder): string[] {
  return [...people, ...folders.flatMap(peopleFiles)]
}

function scalarsIn(path: string, whole: string): PersonalScalar[] {
  // The parser counts from behind the mark that some editors put at the front.
  const mark = whole.startsWith('\uFEFF') ? 1 : 0
  const text = whole.slice(mark)
  const [document] = parseAllDocuments(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
  const contents = document !== undefined && 'contents' in document ? document.contents : null
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (isSeq(contents) ? contents.items : [contents]).flatMap((person) => {
    if (!isMap(person)) return []
    const userid = person.get('userid')
    return person.items.flatMap(({ key, value }): PersonalScalar[] => {
      const field = isScalar(key) ? String(key.value) : ''
      if (!personalUserFields.has(field) || !isScalar(value) || value.range == null) return []
      const typed = String(value.value ?? '')
      const style = STYLES[value.type ?? ''] ?? 'plain'
      if (typed === '' || (style === 'plain' && ['~', 'null'].includes(typed))) return []
      const [start, end] = value.range
      const line = lineAt(lines, start)
      return [
        {
          place: { file: path.normalize('NFC'), line: line + 1, column: start - (lines[line] ?? 0) + 1 },
          user: String(userid),
          field,
          value: typed,
          sealed: isSealed(typed),
          range: [start + mark, end + mark],
          style,
        },
      ]
    })
  })
}

const STYLES: { readonly [type: string]: PersonalScalar['style'] } = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'block',
  [Scalar.BLOCK_FOLDED]: 'block',
}
