import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nearest } from '../core/nearest.ts'
import { type Finding, finding, type ProblemCode, type Words } from '../core/problem.ts'
import {
  anotherFolder,
  crowded,
  folded,
  MAX_FILES,
  MAX_FOLDERS,
  noFile,
  noFolder,
  notReadable,
} from './load-files-words.ts'
import { clash, foldedName, wrongName } from './load-names.ts'
import { MAX_BYTES, tooLarge } from './load-scan.ts'
import { readOrdinary, Unread } from './read-file.ts'

/**
 * What stands in a directory, before anything is read: every folder below departments/ is a department, every YAML file
 * has one meaning by its place. A file with no meaning is a mistake worth saying, because whoever wrote it expects it
 * to count; only notes and hidden files are passed over. Reading is synchronous: for thousands of small files that is
 * several times faster than handing each to the thread pool.
 */

/** A department's folder. Names are NFC: some systems store `é` as two characters. */
export interface Folder {
  /** Path relative to the directory, with `/`. */
  readonly path: string
  readonly name: string
  /** `department.yaml`, where there is one. */
  readonly settings?: string
  readonly people: readonly string[]
  readonly folders: readonly Folder[]
}

export interface Listing {
  readonly settings?: string
  readonly departments?: Folder
  readonly roles: readonly string[]
  readonly approvals: readonly string[]
  readonly findings: readonly Finding[]
  /** Not everything was listed, so what is not here may still be there. */
  readonly incomplete: boolean
}

/** Files by their path as shown; the path on disk may spell it otherwise. */
interface Walk {
  readonly root: string
  readonly findings: Finding[]
  /** Entries so far. */
  count: number
  incomplete: boolean
}

const KNOWN = ['rollbook.yaml', 'rollbook.lock.json', 'departments', 'roles', 'approvals']
const YAML = /\.ya?ml$/
/** Notes, and what editors and systems leave behind. */
const PASSED_OVER = /^\.|\.(?:md|txt)$|^(?:README|LICENSE|CODEOWNERS|Thumbs\.db|desktop\.ini)$/i
/** The lock, and what stands beside it for a moment while it is written. */
const LOCK = /^rollbook\.lock\.json/

/** Lists the directory. Never throws for what it finds there. */
export function listFiles(root: string): Listing {
  const walk: Walk = { root, findings: [], count: 0, incomplete: false }
  const entries = entriesOf(walk, '')
  if (entries === undefined) return { roles: [], approvals: [], findings: walk.findings, incomplete: true }
  let settings: string | undefined
  let departments: Folder | undefined
  let roles: string[] = []
  let approvals: string[] = []
  if (!entries.some(({ name }) => KNOWN.includes(name) || nearest(name, KNOWN))) {
    report(walk, '.', 'file-not-readable', ...anotherFolder)
    return { roles, approvals, findings: walk.findings, incomplete: true }
  }
  for (const entry of entries) {
    const { name } = entry
    if (refused(walk, name, entry)) continue
    if (name === 'rollbook.yaml' && entry.isFile()) settings = name
    else if (name === 'departments' && entry.isDirectory()) departments = listFolder(walk, name, name)
    else if (name === 'roles' && entry.isDirectory()) roles = listFlat(walk, name)
    else if (name === 'approvals' && entry.isDirectory()) approvals = listFlat(walk, name)
    else if (!LOCK.test(name)) unexpectedAtTop(walk, name, entry)
  }
  return {
    ...(settings !== undefined && { settings }),
    ...(departments !== undefined && { departments }),
    roles,
    approvals,
    findings: walk.findings,
    incomplete: walk.incomplete,
  }
}

/** The bytes of a listed file, or what keeps us from reading them. */
export function readBytes(root: string, path: string): Buffer | Finding {
  const place = { file: path.normalize('NFC'), line: 1, column: 1 }
  try {
    return readOrdinary(join(root, path), MAX_BYTES)
  } catch (error) {
    if (!(error instanceof Unread)) return finding(place, 'file-not-readable', ...notReadable(error))
    return error.size === undefined
      ? finding(place, 'unexpected-file', ...noFile)
      : finding(place, 'file-too-large', ...tooLarge(error.size))
  }
}

function listFolder(walk: Walk, path: string, name: string, depth = 1): Folder {
  let settings: string | undefined
  const people: string[] = []
  const folders: Folder[] = []
  for (const entry of entriesOf(walk, path) ?? []) {
    const inner = `${path}/${entry.name}`
    if (refused(walk, inner, entry)) continue
    if (entry.isDirectory() && depth >= MAX_FOLDERS) beyond(walk, inner, ...folded)
    else if (entry.isDirectory()) folders.push(listFolder(walk, inner, entry.name.normalize('NFC'), depth + 1))
    else if (/^department\.ya?ml$/.test(entry.name) && settings === undefined) settings = inner
    else if (/^department\.ya?ml$/i.test(entry.name)) misnamed(walk, inner, settings)
    else if (YAML.test(entry.name)) people.push(inner)
    else unread(walk, inner)
  }
  return { path, name, people, folders, ...(settings !== undefined && { settings }) }
}

/** The files of a folder that has no folders in it. */
function listFlat(walk: Walk, path: string): string[] {
  const files: string[] = []
  for (const entry of entriesOf(walk, path) ?? []) {
    const inner = `${path}/${entry.name}`
    if (refused(walk, inner, entry)) continue
    if (entry.isFile() && YAML.test(entry.name)) files.push(inner)
    else if (entry.isFile()) unread(walk, inner)
    else report(walk, inner, 'unexpected-file', ...(path === 'roles' ? noFolderInRoles : noFolderInApprovals))
  }
  return files
}

const noFolderInRoles: [en: Words, zh: Words] = [
  ['roles/ holds files only, one for each role group', 'move the files of this folder up into roles/'],
  ['roles/ 里只放文件，一个角色组一个文件', '请把这个文件夹里的文件移到 roles/ 下'],
]
const noFolderInApprovals: [en: Words, zh: Words] = [
  ['approvals/ holds files only, one for each plan', 'move the files of this folder up into approvals/'],
  ['approvals/ 里只放文件，一次变更预览一个文件', '请把这个文件夹里的文件移到 approvals/ 下'],
]

/** In the order of their names, so that "the first one counts" is the same everywhere. */
function entriesOf(walk: Walk, path: string): Dirent[] | undefined {
  if (walk.count > MAX_FILES) return undefined
  let entries: Dirent[]
  try {
    // The directory itself may be a link: whoever names it, means it.
    if (path === '' && !statSync(walk.root).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    entries = readdirSync(join(walk.root, path), { withFileTypes: true })
  } catch (error) {
    const missing = path === '' && (error as NodeJS.ErrnoException).code === 'ENOENT'
    report(walk, path || '.', 'file-not-readable', ...(missing ? noFolder(walk.root) : notReadable(error)))
    walk.incomplete = true
    return undefined
  }
  walk.count += entries.length
  if (walk.count > MAX_FILES) {
    beyond(walk, path || '.', ...crowded)
    return undefined
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  checkNames(walk, path, entries)
  return entries
}

/** Names that not every system takes, and names that another system takes for one; hidden files have no say. */
function checkNames(walk: Walk, path: string, entries: readonly Dirent[]): void {
  const seen = new Map<string, string>()
  for (const entry of entries) {
    const { name } = entry
    if (passedOver(entry)) continue
    const folded = foldedName(name)
    const other = seen.get(folded)
    const wrong = wrongName(name) ?? (other === undefined ? undefined : clash(other))
    if (wrong !== undefined) report(walk, path === '' ? name : `${path}/${name}`, ...wrong)
    seen.set(folded, name)
  }
}

function beyond(walk: Walk, path: string, en: Words, zh: Words): void {
  report(walk, path, 'directory-too-large', en, zh)
  walk.incomplete = true
}

/** Whether an entry is passed over, for no reason or for one that was reported. */
function refused(walk: Walk, path: string, entry: Dirent): boolean {
  if (entry.isSymbolicLink() && !entry.name.startsWith('.')) {
    report(
      walk,
      path,
      'unexpected-file',
      ['this is a symbolic link; links are not followed', 'put the file or folder itself here'],
      ['这是一个符号链接，Rollbook 不跟随链接', '请放入文件或文件夹本身'],
    )
    return true
  }
  if (passedOver(entry)) return true
  if (entry.isFile() || entry.isDirectory()) return false
  report(walk, path, 'unexpected-file', ...noFile)
  return true
}

function passedOver(entry: Dirent): boolean {
  return entry.name.startsWith('.') || (entry.isFile() && PASSED_OVER.test(entry.name))
}

function unexpectedAtTop(walk: Walk, name: string, entry: Dirent): void {
  const meant = KNOWN.includes(name) ? undefined : nearest(name, KNOWN)
  const shown = entry.isDirectory() ? `${name}/` : name
  const better = meant && (meant.includes('.') ? meant : `${meant}/`)
  report(
    walk,
    name,
    'unexpected-file',
    [
      `"${shown}" has no meaning here`,
      better
        ? `rename it to ${better}, if that is what you mean`
        : KNOWN.includes(name)
          ? `${name} has to be a ${name.includes('.') ? 'file' : 'folder'}`
          : 'people and departments stand in departments/, roles in roles/, approvals in approvals/; move everything else elsewhere',
    ],
    [
      `“${shown}”放在这里没有意义`,
      better
        ? `如果想写的是 ${better}，请改名`
        : KNOWN.includes(name)
          ? `${name} 必须是${name.includes('.') ? '文件' : '文件夹'}`
          : '员工和部门放在 departments/，角色放在 roles/，批准放在 approvals/；其他内容请移到别处',
    ],
  )
}

function unread(walk: Walk, path: string): void {
  report(
    walk,
    path,
    'unexpected-file',
    ['this file is not read: only files ending in .yaml or .yml count here', 'rename it, or move it elsewhere'],
    ['这个文件不会被读取：这里只读 .yaml 和 .yml 文件', '请改名，或移到别处'],
  )
}

/** A file that is meant as the settings of its department, beside the one that counts or under another spelling. */
function misnamed(walk: Walk, path: string, other: string | undefined): void {
  if (other === undefined)
    report(
      walk,
      path,
      'unexpected-file',
      ['the settings of a department stand in department.yaml, in small letters', 'rename the file'],
      ['部门设置的文件名是 department.yaml，全部小写', '请改名'],
    )
  else
    report(
      walk,
      path,
      'unexpected-file',
      [`${other} stands beside it, and a department has one such file`, 'put the two together'],
      [`旁边已有 ${other}，一个部门只能有一个这样的文件`, '请合并成一个'],
    )
}

function report(walk: Walk, path: string, code: ProblemCode, en: Words, zh: Words): void {
  walk.findings.push(finding({ file: path.normalize('NFC'), line: 1, column: 1 }, code, en, zh))
}
