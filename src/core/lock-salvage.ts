import { lockedOf } from './lock-parse.ts'
import type { Locked } from './lockfile.ts'

/** An entry that was salvaged from a text which is no lock, with its kind and key. */
export interface Salvaged {
  readonly kind: string
  readonly key: string
  readonly locked: Locked
}

/**
 * What can still be read of a lock that is conflicted, cut off or of another format: it has one entry a line, so each
 * line is read by itself. Good for what is confirmed elsewhere, and for nothing else.
 */
export function salvageLock(text: string): readonly Salvaged[] {
  const found: Salvaged[] = []
  let kind = ''
  for (const line of text.split('\n')) {
    const head = /^ {4}("(?:[^"\\]|\\.)*"): \{\s*$/.exec(line)
    const entry = /^ {6}("(?:[^"\\]|\\.)*"): (\{.*\}),?\s*$/.exec(line)
    try {
      if (head?.[1] !== undefined) kind = JSON.parse(head[1]) as string
      if (entry?.[1] === undefined || entry[2] === undefined) continue
      const key = JSON.parse(entry[1]) as string
      const locked = lockedOf(JSON.parse(entry[2]))
      if (locked !== null && kind !== '') found.push({ kind, key, locked })
    } catch {
      // A line that is broken gives nothing.
    }
  }
  return found
}
