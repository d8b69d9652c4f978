import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readLockText } from './lockfile.ts'
import { isAbsent, readOrdinary } from './read-file.ts'
import { replaceFile, WORKSPACE, workspacePath } from './workspace.ts'

/**
 * Which locks this machine has seen, as digests in `.rollbook/locks`, the last one at the end. A lock that equals an
 * earlier one and not the last was put back from an older commit or backup, and knows less than DingTalk. Only a memory
 * that is there proves something: on a machine without one, the markers have to.
 */
const MEMORY = 'locks'
/** Stands at the end while a run replaces the lock: which is the last one is not known then, nor if the run died. */
const RUNNING = 'running'
/** So many are remembered: years of applies, in 65 KB. */
const MOST = 1000
/** Far more than that takes. */
const MAX_BYTES = 1024 * 1024

/** Remembers the lock as it is now as the last one; nothing where there is no lock. */
export function rememberLock(directory: string): void {
  const digest = digestOf(directory)
  const lines = remembered(directory)
  if (digest === null || lines.at(-1) === digest) return
  write(directory, [...lines.filter((line) => line !== RUNNING), digest])
}

/** Remembers the lock that a run begins with, and that the run is about to replace it. */
export function rememberRun(directory: string): void {
  const digest = digestOf(directory)
  const lines = remembered(directory).filter((line) => line !== RUNNING)
  write(directory, [...lines, ...(digest === null || lines.at(-1) === digest ? [] : [digest]), RUNNING])
}

function write(directory: string, lines: readonly string[]): void {
  replaceFile(workspacePath(directory, MEMORY), `${lines.slice(-MOST).join('\n')}\n`)
}

/** Whether the lock is one that this machine had before, and not the last. */
export function isOlderLock(directory: string): boolean {
  const digest = digestOf(directory)
  const lines = remembered(directory)
  return digest !== null && ![digest, RUNNING].includes(lines.at(-1) ?? '') && lines.includes(digest)
}

function digestOf(directory: string): string | null {
  const text = readLockText(directory)
  return text === null ? null : createHash('sha256').update(text).digest('hex')
}

function remembered(directory: string): readonly string[] {
  const lines = contents(join(directory, WORKSPACE, MEMORY)).split('\n')
  return lines.filter((line) => line === RUNNING || /^[0-9a-f]{64}$/.test(line))
}

function contents(path: string): string {
  try {
    return readOrdinary(path, MAX_BYTES).toString('utf8')
  } catch (error) {
    if (isAbsent(error)) return ''
    throw error
  }
}
