import { JournalInvalid } from '../core/journal.ts'
import { LeaseHeld } from '../core/lease.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { InvalidDirectory } from '../core/problem.ts'
import { RecoveryUndecided } from '../core/recovery.ts'
import { EnvironmentError } from '../dingtalk/environment.ts'

/** Exit codes: part of the public face (docs/cli.md), frozen by a test. */
export const EXIT = {
  done: 0,
  error: 1,
  changes: 2,
  refused: 3,
  invalid: 4,
  incomplete: 5,
  usage: 64,
  interrupted: 130,
  terminated: 143,
} as const

/** The exit code for anything that a command threw. */
export function exitOf(error: unknown): number {
  if (error instanceof EnvironmentError || isWrongCall(error)) return EXIT.usage
  if ([InvalidDirectory, LockInvalid, JournalInvalid].some((kind) => error instanceof kind)) return EXIT.invalid
  if (error instanceof LeaseHeld) return EXIT.refused
  return error instanceof RecoveryUndecided ? EXIT.incomplete : EXIT.error
}

/** What a command was given leads nowhere; told by name, so that no other failure loads the whole contract. */
function isWrongCall(error: unknown): boolean {
  return error instanceof Error && ['UnknownOperation', 'InvalidRequest', 'BaseNotFound'].includes(error.name)
}
