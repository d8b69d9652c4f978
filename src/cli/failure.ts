import { exitOf } from '../commands/exit.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { InvalidDirectory, type Problem, worded } from '../core/problem.ts'
import { renderError } from '../render/error.ts'
import { problemsJson } from '../render/json.ts'
import type { Language } from '../render/words.ts'
import { EXIT, UsageError } from './exit.ts'
import type { Session } from './session.ts'

/** Says what went wrong, on stderr (problems of files in JSON: on stdout), and gives the exit code for it. */
export async function reportFailure(session: Session, error: unknown): Promise<number> {
  const { language, options, color } = session
  const problems = problemsOf(error, language)
  if (problems !== null && options.format === 'json') {
    session.print(problemsJson(problems))
    return EXIT.invalid
  }
  session.complain(renderError(error, { language, verbose: options.verbose === true, color }))
  return error instanceof UsageError ? EXIT.usage : exitOf(error)
}

/** What is wrong with the files, the lock among them; null for any other failure. */
function problemsOf(error: unknown, language: Language): readonly Problem[] | null {
  if (error instanceof InvalidDirectory) return error.problems
  return error instanceof LockInvalid ? worded(error.findings, language) : null
}
