import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desired } from '../../core/desired.ts'
import { JournalInvalid } from '../../core/journal.ts'
import { emptyLock, type Lockfile } from '../../core/lockfile.ts'
import { loadDirectory } from '../../io/load.ts'
import { LOCK_FILE, readLock } from '../../io/lockfile.ts'
import { WORKSPACE } from '../../io/workspace.ts'
import { interruptedRun } from '../recover.ts'
import type { FilesEvidence } from './evidence.ts'

/** A folder as it was found: what there is to judge, and the files and the lock themselves. */
export interface Looked {
  readonly evidence: FilesEvidence
  readonly desired: Desired
  /** Empty where it cannot be read. */
  readonly lock: Lockfile
}

/** What the folder says, and whether apply could write to it. */
export async function lookAtFiles(folder: string): Promise<Looked> {
  const desired = await loadDirectory(folder)
  const lock = await readLock(folder).catch((error: Error) => error)
  const count = (kind: string) => Object.keys(desired.directory[kind] ?? {}).length
  const people = Object.values(desired.directory['user'] ?? {})
  const states = (...fields: readonly string[]) =>
    people.some((person) => fields.some((field) => person[field] !== undefined))
  const evidence: FilesEvidence = {
    counts: { departments: Math.max(0, count('department') - 1), people: count('user'), roles: count('role') },
    problems: desired.problems.length,
    files: new Set(desired.problems.map(({ file }) => file)).size,
    corp: desired.settings.corp,
    lock:
      lock instanceof Error
        ? { error: lock }
        : { present: await exists(join(folder, LOCK_FILE)), corp: lock.corp, entries: entriesOf(lock) },
    ...interruptedIn(folder),
    locked: await notWritable(folder),
    states: {
      mobile: states('mobile'),
      profile: states('email', 'work_place', 'remark', 'extension'),
      replace: desired.replaceable.length > 0,
    },
  }
  return { evidence, desired, lock: lock instanceof Error ? emptyLock : lock }
}

function interruptedIn(folder: string): Pick<FilesEvidence, 'interrupted'> {
  try {
    const run = interruptedRun(folder)
    return run === null ? {} : { interrupted: run }
  } catch (error) {
    if (error instanceof JournalInvalid) return { interrupted: { line: error.line } }
    // Whatever else keeps the folder from being read is said of the folder itself.
    return {}
  }
}

function entriesOf(lock: Lockfile): number {
  return Object.values(lock.resources).reduce((sum, entries) => sum + Object.keys(entries).length, 0)
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

/** Folders that apply writes to and may not; asked of the system, nothing is written. A missing folder is made by apply. */
async function notWritable(folder: string): Promise<string[]> {
  const checked = await Promise.all(
    [folder, join(folder, WORKSPACE)].map(async (path) => {
      const found = await stat(path).catch(() => undefined)
      if (found === undefined) return []
      const writable = await access(path, constants.W_OK | constants.X_OK).then(
        () => true,
        () => false,
      )
      return found.isDirectory() && writable ? [] : [path]
    }),
  )
  return checked.flat()
}
