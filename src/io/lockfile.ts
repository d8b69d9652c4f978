import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { emptyLock, type Lockfile, parseLock, stringifyLock } from '../core/lockfile.ts'

/** The lock's file name, beside rollbook.yaml. */
export const LOCK_FILE = 'rollbook.lock.json'

/**
 * The lock of a directory; an absent file is an empty lock, an unreadable one is an error.
 *
 * @throws LockInvalid when the file is there and is not a lock.
 */
export async function readLock(folder: string): Promise<Lockfile> {
  try {
    return parseLock(await readFile(join(folder, LOCK_FILE), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyLock
    throw error
  }
}

/** Replaces the lock as a whole: written beside it, flushed, then renamed, so that no crash leaves half a lock. */
export async function writeLock(folder: string, lock: Lockfile): Promise<void> {
  const path = join(folder, LOCK_FILE)
  await mkdir(dirname(path), { recursive: true })
  await writeFileAtomic(path, stringifyLock(lock), { encoding: 'utf8', fsync: true })
}
