import { LOCK_FILE, parseLock } from '../core/lock-parse.ts'
import { readLockText, writeLock } from '../io/lockfile.ts'

/** Path of a directory's lock below whatever the directory's own path is below. */
export function lockPath(directory: string): string {
  return directory === '.' ? LOCK_FILE : `${directory}/${LOCK_FILE}`
}

/** The lock's text as it is on the disk; null where there is none. Throws LockInvalid for what is no ordinary file. */
export function readLockCopy(directory: string): string | null {
  return readLockText(directory)
}

/**
 * Puts a lock that was kept elsewhere in its place, for the commands that follow.
 *
 * @throws LockInvalid where it is none; the one on the disk stays then.
 */
export async function writeLockCopy(directory: string, text: string): Promise<void> {
  await writeLock(directory, parseLock(text))
}
