import type { WatchNote } from '../commands/watch.ts'
import { NotComparable } from '../commands/watch-compare.ts'
import { BranchUnusable } from '../commands/watch-pull.ts'
import { maskText } from '../core/mask-text.ts'
import { renderError } from '../render/error.ts'
import { forJson, forTerminal } from '../render/escape.ts'
import type { Language } from '../render/words.ts'
import { branchWords } from './branch-words.ts'
import { refusalLines } from './pull-refused.ts'
import type { Session } from './session.ts'
import { watchWords } from './watch-words.ts'

/**
 * What a watcher does, on stderr: sentences, or with `--format json` one object a line with time, level and what
 * happened. Neither holds anything of people.
 */
export function watchLog(session: Session, time: () => number): (note: WatchNote) => void {
  const { language, options } = session
  const words = watchWords(language)
  const sentence = words as unknown as { readonly [note: string]: (note: WatchNote) => string }
  const said = (error: Error) => {
    if (error instanceof NotComparable) return words[error.why]
    const refused = unusableBranch(error, language) ?? refusalLines(error, language)?.join('\n')
    if (refused != null) return refused
    return renderError(error, { language, verbose: false, color: false }).trim()
  }
  return (note) => {
    const lines = [sentence[note.note]?.(note) ?? note.note, ...('error' in note ? [said(note.error)] : [])]
    const text = maskText(lines.join('\n'))
    const write = isTrouble(note) ? session.complain : session.note
    if (options.format !== 'json') return write(`${text.split('\n').map(forTerminal).join('\n')}\n`)
    const { error, counts, note: event, ...facts } = note as WatchNote & { error?: Error; counts?: undefined }
    const line = {
      time: new Date(time()).toISOString(),
      level: isTrouble(note) ? 'warn' : 'info',
      event,
      ...facts,
      ...('counts' in note && countsJson(note.counts)),
      message: text,
    }
    // Types of events are words of others as well.
    write(`${maskText(forJson(line, 0))}\n`)
  }
}

/** Why nothing can be committed to a branch, and what to do; null for any other error. */
export function unusableBranch(error: unknown, language: Language): string | null {
  if (!(error instanceof BranchUnusable)) return null
  return branchWords(language)[error.case](error.subject)
}

function isTrouble({ note }: WatchNote): boolean {
  return note === 'failed' || note === 'not-pulled' || note === 'unreachable' || note === 'refused'
}

function countsJson({ kept, repeated, unknown, refused }: Extract<WatchNote, { note: 'stopped' }>['counts']) {
  return { kept, repeated, unknown: Object.fromEntries(unknown), refused: Object.fromEntries(refused) }
}
