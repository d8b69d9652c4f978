import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { LOCK_FILE, LockInvalid, parseLock } from '../core/lock-parse.ts'
import { emptyLock, type Lockfile, stringifyLock } from '../core/lockfile.ts'
import { finding, type Words } from '../core/problem.ts'
import { isAbsent, readOrdinary, Unread } from './read-file.ts'
import { flushFolder, replaceFile, workspacePath } from './workspace.ts'

export { LOCK_FILE } from '../core/lock-parse.ts'

/** Bytes of a lock at most: four times what 100,000 people with sealed values need. */
const MAX_BYTES = 128 * 1024 * 1024

/**
 * The lock of a directory; an absent file is an empty lock, an unreadable one is an error.
 *
 * @throws LockInvalid when the file is there and is not a lock.
 */
export async function readLock(folder: string): Promise<Lockfile> {
  const text = readLockText(folder)
  return text === null ? emptyLock : parseLock(text)
}

/**
 * The lock's text, whatever it is; null where there is no file. A link is not followed: it could lead out of the
 * directory, and what is read there would be shown, or written over.
 *
 * @throws LockInvalid for a link, a device or a file that is too large.
 */
export function readLockText(folder: string): string | null {
  try {
    return readOrdinary(join(folder, LOCK_FILE), MAX_BYTES).toString('utf8')
  } catch (error) {
    if (isAbsent(error)) return null
    const { code } = error as NodeJS.ErrnoException
    const words = error instanceof Unread && error.size !== undefined ? tooLarge : noFile
    if (error instanceof Unread || code === 'ELOOP' || code === 'EISDIR') throw unusable(words)
    throw error
  }
}

const noFile: readonly [Words, Words] = [
  ['it is not an ordinary file, but a link, a folder or a device', 'remove it and take the last good version from git'],
  ['它不是普通文件，而是链接、文件夹或设备', '删掉它，再用 git 找回上一个好的版本'],
]
const tooLarge: readonly [Words, Words] = [
  ['it is larger than 128 MiB, so Rollbook did not write it', 'take the last good version from git'],
  ['它超过 128 MiB，不是 Rollbook 写的', '用 git 找回上一个好的版本'],
]

function unusable([en, zh]: readonly [Words, Words]): LockInvalid {
  return new LockInvalid([finding({ file: LOCK_FILE, line: 1, column: 1 }, 'lock-invalid', en, zh)])
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
