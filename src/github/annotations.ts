import { workflowCommand } from '../render/escape.ts'

/** A note beside a line of a pull request, or above the run where it is about no line. */
export interface Note {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title?: string
  readonly text: string
  /** Path in the repository, with `/`. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/**
 * GitHub shows ten errors and ten warnings of a step and drops the others without a word; the tenth error is kept for
 * the sentence that a step fails with.
 */
const MOST = { error: 9, warning: 10, notice: 10 } as const

/** The notes as lines for the runner, as many as GitHub shows, and how many there were beyond. */
export function annotate(notes: readonly Note[]): { readonly lines: string; readonly rest: number } {
  const left = { ...MOST } as { [level in Note['level']]: number }
  const shown = notes.filter(({ level }) => {
    left[level] -= 1
    return left[level] >= 0
  })
  const lines = shown.map(({ level, title, text, file, line, column }) =>
    workflowCommand(
      level,
      {
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { col: column }),
        ...(title !== undefined && { title }),
      },
      text,
    ),
  )
  return { lines: lines.join(''), rest: notes.length - shown.length }
}
