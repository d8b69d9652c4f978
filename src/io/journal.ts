import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Header,
  JOURNAL_PATH,
  type Journal,
  type JournalLine,
  journalLine,
  parseJournal,
} from '../core/journal.ts'
import type { Saved } from '../core/saved.ts'
import { isAbsent } from './read-file.ts'
import { replaceFile, workspacePath } from './workspace.ts'

/** Takes down what a run does, each line on the disk before it returns. */
export interface JournalWriter {
  write(line: JournalLine): void
  close(): void
}

/**
 * Begins the journal of a run. One that is there is replaced: what it left open has been looked into, and what it
 * `saved` and is still needed goes along.
 */
export function beginJournal(directory: string, header: Header, saved: readonly Saved[]): JournalWriter {
  const path = keepJournal(directory, header, saved)
  const file = openSync(path, 'a', 0o600)
  return {
    write(line) {
      writeSync(file, journalLine(line))
      // Losing this mark costs the next run one look at what is in the lock already.
      if (line.type !== 'recorded') fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** Leaves of a journal only what it saved; the path of the file. */
export function keepJournal(directory: string, header: Header, saved: readonly Saved[]): string {
  const path = workspacePath(directory, 'journal.jsonl')
  replaceFile(path, [header, ...saved].map(journalLine).join(''))
  return path
}

/**
 * The journal that a run left; null where none did.
 *
 * @throws JournalInvalid when the file is there and is not a journal.
 */
export function readJournal(directory: string): Journal | null {
  try {
    return parseJournal(readFileSync(join(directory, JOURNAL_PATH), 'utf8'))
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** Keeps the journal of a run that ended as `last-run.jsonl`, to be read by people: nothing is open in it. */
export function retireJournal(directory: string): void {
  try {
    renameSync(join(directory, JOURNAL_PATH), workspacePath(directory, 'last-run.jsonl'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
