import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder `.rollbook` in a directory: what a run needs on this machine and nobody else should have. It keeps itself
 * out of git, and only its owner can read it. Everything here is synchronous: it is little, and nothing may happen
 * between two of its steps.
 */

/** The folder's name. */
export const WORKSPACE = '.rollbook'

/**
 * A path in the folder, which is made if it is missing. The directory itself has to exist.
 *
 * @throws Error where something else has the folder's name; a link could lead anywhere.
 */
export function workspacePath(directory: string, name: string): string {
  const folder = join(directory, WORKSPACE)
  unlessThere(() => mkdirSync(folder, { mode: 0o700 }))
  if (!lstatSync(folder).isDirectory())
    throw Object.assign(new Error(`${folder} is no folder`), { code: 'ENOTDIR', path: folder })
  unlessThere(() => writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx', mode: 0o600 }))
  return join(folder, name)
}

function unlessThere(make: () => void): void {
  try {
    make()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Replaces a file as a whole and for good: written beside it, flushed, renamed, and the folder flushed too. */
export function replaceFile(path: string, text: string, { beside = `${path}.next`, mode = 0o600 } = {}): void {
  rmSync(beside, { force: true })
  const file = openSync(beside, 'wx', mode)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
  flushFolder(dirname(path))
}

/** Makes a rename, or a new file, in a folder survive a power cut. Not every system lets a folder be flushed. */
export function flushFolder(folder: string): void {
  let handle: number | undefined
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(String((error as NodeJS.ErrnoException).code)))
      throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
