import { JournalInvalid } from '../core/journal.ts'
import { LeaseHeld } from '../core/lease.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { InvalidDirectory, type Problem, worded } from '../core/problem.ts'
import { RecoveryUndecided } from '../core/recovery.ts'
import { EnvironmentError } from '../dingtalk/environment.ts'
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
  if (error instanceof UsageError || error instanceof EnvironmentError || isWrongCall(error)) return EXIT.usage
  if (problems !== null || error instanceof JournalInvalid) return EXIT.invalid
  if (error instanceof LeaseHeld) return EXIT.refused
  if (error instanceof RecoveryUndecided) return EXIT.incomplete
  return EXIT.error
}

/** What is wrong with the files, the lock among them; null for any other failure. */
function problemsOf(error: unknown, language: Language): readonly Problem[] | null {
  if (error instanceof InvalidDirectory) return error.problems
  return error instanceof LockInvalid ? worded(error.findings, language) : null
}

/** What `rollbook api` or `--base` was given leads nowhere; told by name, so that no other failure loads the whole contract. */
function isWrongCall(error: unknown): boolean {
  return error instanceof Error && ['UnknownOperation', 'InvalidRequest', 'BaseNotFound'].includes(error.name)
}
