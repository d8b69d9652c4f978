import { CODEOWNERS, codeowners } from '../commands/codeowners.ts'
import { EXIT } from '../commands/exit.ts'
import { InvalidDirectory } from '../core/problem.ts'
import type { Note } from '../github/annotations.ts'
import type { Language } from '../render/words.ts'
import { type Ending, type Inputs, said } from './job.ts'
import { words } from './words.ts'

/** What is to be said of CODEOWNERS, and how the step ends for it. */
export interface OwnersChecked {
  readonly notes: readonly Note[]
  readonly ending: Ending
}

/**
 * Whether CODEOWNERS names the heads of departments of the files, in the working copy that the step runs in. Whoever
 * changes a head in the browser cannot run a program, so that need not fail.
 */
export async function checkOwners(
  { codeowners: asked, directory }: Inputs,
  languages: readonly Language[],
): Promise<OwnersChecked> {
  const level = asked === 'fail' ? 'error' : 'warning'
  const done = { exit: EXIT.done }
  if (asked === 'off') return { notes: [], ending: done }
  try {
    const [language] = languages
    const { current } = await codeowners({ directory, repository: '.', check: true, ...(language && { language }) })
    if (current) return { notes: [], ending: done }
    const notes = [
      { level, title: 'CODEOWNERS', file: CODEOWNERS, line: 1, text: said(words.owners, languages) } as const,
    ]
    return { notes, ending: asked === 'fail' ? { exit: EXIT.changes, said: words.owners } : done }
  } catch (error) {
    if (!(error instanceof InvalidDirectory)) throw error
    const notes = error.problems.map(({ file, line, column, code, message, hint }): Note => {
      const text = hint === undefined ? message : `${message}\n${hint}`
      return { level, title: code, file, line, column, text }
    })
    return { notes, ending: asked === 'fail' ? { exit: EXIT.invalid, said: words.ownersInvalid } : done }
  }
}
