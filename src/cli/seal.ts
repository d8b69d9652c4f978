import { newKey, plainValues, sealableFields, sealFiles, sealValue } from '../commands/seal.ts'
import { unsealedJson } from '../render/json.ts'
import { EXIT, UsageError } from './exit.ts'
import { typedSecretly } from './secrets.ts'
import type { Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook seal`: personal values sealed in the files, one value sealed to stdout, or a key to seal for. */
export async function sealDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const {
    check,
    user,
    field,
    newKey: keyFile,
  } = options as {
    check?: boolean
    user?: string
    field?: string
    newKey?: string
  }
  const words = doorWords(session.language).seal
  const chosen = [check, user ?? field, keyFile].filter((option) => option !== undefined)
  if (chosen.length > 1 || (user === undefined) !== (field === undefined)) throw new UsageError(words.choose)
  const { directory, lang } = session.options
  const input = { directory, ...(lang !== undefined && { language: lang }) }

  if (keyFile !== undefined) {
    const made = await newKey(input, keyFile)
    if ('refused' in made) throw new UsageError(words.keyRefused[made.refused](keyFile))
    session.print(`${made.recipient}\n`)
    session.note(`${words.keyMade(keyFile)}\n`)
    return EXIT.done
  }
  if (user !== undefined && field !== undefined) {
    if (!sealableFields.includes(field)) throw new UsageError(words.notSealable(field, sealableFields))
    const value = await typedSecretly(words.value(user, field))
    session.print(`${await sealValue(input, user, field, value)}\n`)
    return EXIT.done
  }
  if (check) {
    const plain = await plainValues(input)
    if (session.options.format === 'json') session.print(unsealedJson(plain))
    else
      for (const { place, user, field } of plain)
        session.print(`${place.file}:${place.line}:${place.column} ${user} ${field}\n`)
    session.note(`${plain.length > 0 ? words.plain(plain.length) : words.nonePlain}\n`)
    return plain.length > 0 ? EXIT.changes : EXIT.done
  }
  const { values, files } = await sealFiles(input)
  session.print(`${values > 0 ? words.sealed(values, files) : words.nonePlain}\n`)
  if (values > 0) session.note(`${words.history}\n`)
  return EXIT.done
}
