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

/** Wrong usage that the argument parser cannot see; the message is printed as it is (exit 64). */
export class UsageError extends Error {
  override name = 'UsageError'
}
