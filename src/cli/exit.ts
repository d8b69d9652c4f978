export { EXIT } from '../commands/exit.ts'

/** Wrong usage that the argument parser cannot see; the message is printed as it is (exit 64). */
export class UsageError extends Error {
  override name = 'UsageError'
}
