import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { FileChanged, PullInterrupted } from '../../core/file-changed.ts'
import { isObject } from '../../core/value.ts'
import { isAbsent } from '../read-file.ts'
import { flushFolder, replaceFile, WORKSPACE, workspacePath } from '../workspace.ts'
import type { PullEdits } from './edits.ts'

/**
 * Many files as one step: all new texts are put into the workspace first, then a list of what goes where, and only then
 * does any file change, each as a whole. A run that dies before the list is there has changed nothing; what one left
 * behind that died after it, the next one finishes. What lies there in clear stands in the files in clear as well.
 */

/** The folder in the workspace that holds the texts, and the list in it. */
const STAGE = 'pull'
const LIST = 'list.json'

/** One file: its path, the number of its text (null: it goes), and what it was when the texts were made. */
interface Step {
  readonly path: string
  readonly text: number | null
  readonly was: string | null
  readonly becomes: string | null
}

/**
 * Writes files, or takes them away.
 *
 * @throws FileChanged where one no longer is as it was read; nothing was written then.
 */
export function writePull(directory: string, edits: PullEdits, wasRead: ReadonlyMap<string, Buffer | null>): void {
  const stage = workspacePath(directory, STAGE)
  rmSync(stage, { recursive: true, force: true })
  if (edits.size === 0) return
  mkdirSync(stage, { mode: 0o700 })
  const steps = [...edits].map(([path, content], index): Step => {
    const was = digest(wasRead.get(path) ?? null)
    if (digest(bytesAt(join(directory, path))) !== was) throw new FileChanged(path)
    if (content !== null) writeSynced(join(stage, String(index)), content)
    return { path, text: content === null ? null : index, was, becomes: content === null ? null : digest(content) }
  })
  replaceFile(join(stage, LIST), JSON.stringify(steps))
  finishPull(directory)
}

/**
 * Finishes what a run left behind that died while it wrote; says whether there was anything.
 *
 * @throws PullInterrupted where somebody changed a file since: it is left as it is, and so is everything else.
 */
export function finishPull(directory: string): boolean {
  if (!existsSync(join(directory, WORKSPACE, STAGE))) return false
  const stage = workspacePath(directory, STAGE)
  const list = bytesAt(join(stage, LIST))
  const steps = list === null ? [] : stepsIn(list)
  const found = steps.map((step) => ({ ...step, now: digest(bytesAt(join(directory, step.path))) }))
  const edited = found.find(({ was, becomes, now }) => now !== was && now !== becomes)
  if (edited !== undefined) {
    const written = found.filter(({ becomes, now }) => now === becomes).length
    throw new PullInterrupted(edited.path, `${WORKSPACE}/${STAGE}`, { written, files: steps.length })
  }
  for (const { path, text, becomes } of steps) {
    const whole = join(directory, path)
    if (text === null || digest(bytesAt(whole)) === becomes) continue
    mkdirSync(dirname(whole), { recursive: true })
    const mode = existsSync(whole) ? statSync(whole).mode & 0o777 : 0o666
    // The text itself stays until the end, so that the next run finds it again.
    const beside = join(stage, `${text}.next`)
    rmSync(beside, { force: true })
    writeSynced(beside, readFileSync(join(stage, String(text))), mode)
    renameSync(beside, whole)
    flushFolder(dirname(whole))
  }
  for (const { path, text } of steps) if (text === null) rmSync(join(directory, path), { force: true })
  for (const { path, text } of steps) if (text === null) removeEmpty(directory, posix.dirname(path))
  rmSync(stage, { recursive: true, force: true })
  return steps.length > 0
}

/** An empty folder would be a department. */
function removeEmpty(directory: string, folder: string): void {
  if (!folder.includes('/')) return
  const whole = join(directory, folder)
  if (!existsSync(whole) || readdirSync(whole).length > 0) return
  rmdirSync(whole)
  removeEmpty(directory, posix.dirname(folder))
}

function stepsIn(list: Buffer): readonly Step[] {
  const steps: unknown = JSON.parse(list.toString('utf8'))
  if (!Array.isArray(steps) || !steps.every(isStep)) throw new Error('the list of an interrupted pull cannot be read')
  return steps
}

/** Whatever wrote the list, it leads nowhere outside of what a pull writes. */
function isStep(value: unknown): value is Step {
  if (!isObject(value)) return false
  const { path, text, was, becomes } = value
  const isDigest = (each: unknown) => each === null || typeof each === 'string'
  const inside = typeof path === 'string' && /^(?:departments|roles)\//.test(path) && posix.normalize(path) === path
  return inside && (text === null || Number.isInteger(text)) && isDigest(was) && isDigest(becomes)
}

function writeSynced(path: string, content: string | Buffer, mode = 0o600): void {
  const file = openSync(path, 'wx', mode)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What these files below the directory hold now; those that are not there are left out. */
export function contentsOf(directory: string, paths: readonly string[]): ReadonlyMap<string, Buffer> {
  return new Map(
    paths.flatMap((path) => {
      const bytes = bytesAt(join(directory, path))
      return bytes === null ? [] : [[path, bytes] as const]
    }),
  )
}

function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

function digest(content: string | Buffer | null): string | null {
  return content === null ? null : createHash('sha256').update(content).digest('hex')
}
