import type { Command } from 'commander'
import { completion, shells } from '../commands/completion.ts'
import { EXIT, UsageError } from './exit.ts'
import type { Session } from './session.ts'

/** The choices of a command's first argument, if it has any. */
function wordsOf(command: Command): { words?: readonly string[] } {
  const words = command.registeredArguments[0]?.argChoices
  return words === undefined ? {} : { words }
}

/** `rollbook completion <shell>`: written from the program itself, so it cannot miss an option. */
export const completionDoor =
  (program: Command) =>
  async (session: Session, _options: object, shell: string): Promise<number> => {
    const known = shells.find((name) => name === shell)
    if (known === undefined) throw new UsageError(`no completion for "${shell}"; there is one for ${shells.join(', ')}`)
    const commands = program.commands.map((command) => ({
      name: command.name(),
      summary: command.description(),
      ...wordsOf(command),
      options: command.options.flatMap(({ short, long }) => [short, long]).filter((flag) => flag != null),
    }))
    session.print(completion(known, commands))
    return EXIT.done
  }
