import { DIRECTORY_NAME, type InitFile, init } from '../commands/init.ts'
import { isOwner } from '../core/owners-schema.ts'
import { EXIT, UsageError } from './exit.ts'
import { initWords } from './init-words.ts'
import { lines } from './lines.ts'
import type { Session } from './session.ts'

/** So many lines of a difference are shown; git shows all of them. */
const SHOWN = 8

/** `rollbook init`: a ready repository, or what is missing to one. */
export async function initDoor(session: Session, options: Record<string, unknown>, folder = '.'): Promise<number> {
  const words = initWords(session.language)
  const { actions = '', admins } = options as { actions?: string; admins?: string }
  const { directory, lang } = session.options
  const [, repository, sha] = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+)@([0-9a-f]{40})$/.exec(actions) ?? []
  if (repository === undefined || sha === undefined) throw new UsageError(words.noActions)
  if (!DIRECTORY_NAME.test(directory)) throw new UsageError(words.noName(directory))
  if (admins !== undefined && !isOwner(admins)) throw new UsageError(words.noOwner(admins))
  const named = { actions: { repository, sha }, language: lang ?? 'zh', ...(admins !== undefined && { admins }) }
  const made = await init({ folder, directory, ...named })

  const count = (state: InitFile['state']) => made.files.filter((file) => file.state === state).length
  session.print(lines(...made.files.flatMap((file) => fileLines(file, words))))
  session.print(lines(words.counts(count('written'), count('kept'))))
  if (made.codeowners === 'nobody') session.note(lines(words.nobody))
  else if (made.codeowners !== 'current') session.note(lines(words.problems(made.codeowners.length)))
  session.note(lines(...words.next))
  return EXIT.done
}

function fileLines({ path, state, difference }: InitFile, words: ReturnType<typeof initWords>): string[] {
  const first = `${path}  ${words.state[state]}`
  if (difference.length === 0) return [first]
  const more = difference.length > SHOWN ? [`    ${words.more(difference.length - SHOWN)}`] : []
  return [first, `    ${words.would}`, ...difference.slice(0, SHOWN).map((line) => `    ${line}`), ...more]
}
