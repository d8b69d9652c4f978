import { reseal } from '../commands/reseal.ts'
import { secretsFromEnvironment } from '../commands/secrets.ts'
import { EXIT } from './exit.ts'
import type { Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook reseal`: every sealed value, sealed for the recipients of today. */
export async function resealDoor(session: Session): Promise<number> {
  const { directory, lang } = session.options
  const words = doorWords(session.language).seal
  const { values, files } = await reseal({
    directory,
    secrets: secretsFromEnvironment(process.env),
    ...(lang !== undefined && { language: lang }),
  })
  session.print(`${values > 0 ? words.resealed(values, files) : words.noneSealed}\n`)
  if (values > 0) session.note(`${words.oldHistory}\n`)
  return EXIT.done
}
