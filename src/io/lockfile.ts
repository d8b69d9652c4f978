import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { LOCK_FILE, parseLock } from '../core/lock-parse.ts'
import { emptyLock, type Lockfile, stringifyLock } from '../core/lockfile.ts'
import { flushFolder, replaceFile, workspacePath } from './workspace.ts'

export { LOCK_FILE } from '../core/lock-parse.ts'

/**
 * The lock of a directory; an absent file is an empty lock, an unreadable one is an error.
 *
 * @throws LockInvalid when the file is there and is not a lock.
 */
export async function readLock(folder: string): Promise<Lockfile> {
  const text = await readLockText(folder)
  return text === null ? emptyLock : parseLock(text)
}

/** The lock's text, whatever it is; null where there is no file. */
export async function readLockText(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, LOCK_FILE), 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Keeps a lock that is about to be replaced; the result is the copy's name below the directory. */
export function backupLock(folder: string, text: string, at: Date): string {
  const name = `rollbook.lock.${at.toISOString().replace(/[:.]/g, '-')}.json`
  replaceFile(workspacePath(folder, name), text)
  return `.rollbook/${name}`
}

/**
 * Replaces the lock as a whole: written beside it, flushed, renamed, and the folder flushed, so that no crash leaves half
 * a lock and none brings back an older one.
 */
export async function writeLock(folder: string, lock: Lockfile): Promise<void> {
  const path = join(folder, LOCK_FILE)
  await mkdir(dirname(path), { recursive: true })
  await writeFileAtomic(path, stringifyLock(lock), { encoding: 'utf8', fsync: true })
  flushFolder(folder)
}

/** Removes what a process that was killed left of a lock it was writing; only while nobody else can be writing one. */
export async function removeHalfLocks(folder: string): Promise<void> {
  const halves = (await readdir(folder)).filter((name) => /^rollbook\.lock\.json\.\d+$/.test(name))
  await Promise.all(halves.map((name) => rm(join(folder, name), { force: true })))
}
