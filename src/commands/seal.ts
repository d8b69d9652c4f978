import { InvalidDirectory, worded } from '../core/problem.ts'
import { contentText } from '../core/sealed-content.ts'
import { SEALED } from '../core/sealed-text.ts'
import { newIdentity, sealerFor } from '../io/age.ts'
import { type KeyRefusal, keyRefusal, writeKeyFile } from '../io/key-file.ts'
import { takeLease } from '../io/lease.ts'
import { loadDirectory } from '../io/load.ts'
import { validate } from '../io/load-schema.ts'
import { systemTime, type Time } from '../io/look.ts'
import {
  type PersonalFile,
  type PersonalScalar,
  personalFiles,
  replacePeople,
  rewritten,
} from '../io/personal-scalars.ts'
import { addRecipient, readRecipients } from '../io/recipients.ts'
import { personalUserFields, personSchema } from '../kinds/user/schema.ts'

export interface SealInput {
  readonly directory: string
  readonly language?: 'zh' | 'en'
  readonly time?: Pick<Time, 'now'>
}

/** How many values were sealed, in how many files. */
export interface Sealings {
  readonly values: number
  readonly files: number
}

/** Fields that can be sealed, in the order of the alphabet. */
export const sealableFields: readonly string[] = [...personalUserFields].sort()

/** What the settings say that concerns sealing, and in which language problems are told. */
export interface SealContext {
  readonly corp: string | null
  readonly language: 'zh' | 'en'
}

/** Makes the sealed text of one value. */
export type Sealer = (user: string, field: string, value: string) => Promise<string>

/**
 * Seals every personal value that stands in the files in clear, file by file: a run that ends in the middle is run again.
 *
 * @throws InvalidDirectory for files or recipients that are wrong; FileChanged; LeaseHeld.
 */
export async function sealFiles(input: SealInput): Promise<Sealings> {
  const seal = await sealerOf(input.directory, await validDirectory(input))
  return alone(input, () => sealWith(input, seal))
}

async function sealWith(input: SealInput, seal: Sealer): Promise<Sealings> {
  let [values, files] = [0, 0]
  for (const file of await personalFiles(input.directory)) {
    const texts = new Map<PersonalScalar, string>()
    for (const scalar of file.scalars)
      if (!scalar.sealed) texts.set(scalar, await seal(scalar.user, scalar.field, scalar.value))
    if (texts.size === 0) continue
    replacePeople(input.directory, file, rewritten(file, texts))
    values += texts.size
    files += 1
  }
  return { values, files }
}

/**
 * Works while nobody else on this machine writes the directory's files or lock.
 *
 * @throws LeaseHeld while an apply, a seal or a reseal does.
 */
export async function alone<T>({ directory, time = systemTime }: SealInput, work: () => Promise<T>): Promise<T> {
  const release = takeLease(directory, time.now())
  try {
    return await work()
  } finally {
    release()
  }
}

/** Personal values that stand in the files in clear: where, whose, and never what. */
export async function plainValues(input: SealInput): Promise<readonly Omit<PersonalScalar, 'value'>[]> {
  await validDirectory(input)
  const files: readonly PersonalFile[] = await personalFiles(input.directory)
  return files.flatMap(({ scalars }) => scalars.filter(({ sealed }) => !sealed).map(({ value: _, ...rest }) => rest))
}

/**
 * The sealed text of one value for one person, who need not have a file yet.
 *
 * @throws InvalidDirectory, at the place `stdin`, for a value that the field does not take.
 */
export async function sealValue(input: SealInput, user: string, field: string, value: string): Promise<string> {
  const { settings } = await loadDirectory(input.directory)
  const language = input.language ?? settings.language
  const place = { file: 'stdin', line: 1, column: 1 }
  const { findings } = validate(personSchema, { userid: user, [field]: value }, () => place)
  if (findings.length > 0) throw new InvalidDirectory(worded(findings, language))
  const seal = await sealerOf(input.directory, { corp: settings.corp, language })
  return seal(user, field, value)
}

/**
 * Makes a key of its own for whoever runs `apply`, and lets values be sealed for it from now on.
 *
 * @returns why the key was not made, or the public half of it.
 */
export async function newKey(
  { directory }: SealInput,
  path: string,
): Promise<{ readonly refused: KeyRefusal } | { readonly recipient: string }> {
  const refused = await keyRefusal(path, directory)
  if (refused !== null) return { refused }
  const { secret, recipient } = await newIdentity()
  await writeKeyFile(path, secret, recipient)
  await addRecipient(directory, recipient)
  return { recipient }
}

/** Seals for everybody in `.recipients`. */
export async function sealerOf(directory: string, { corp, language }: SealContext): Promise<Sealer> {
  const { recipients, findings } = await readRecipients(directory)
  if (findings.length > 0) throw new InvalidDirectory(worded(findings, language))
  const encrypt = await sealerFor(recipients)
  return async (user, field, value) => {
    const content = { user, field, value, ...(corp !== null && { corp }) }
    return SEALED + Buffer.from(await encrypt(contentText(content))).toString('base64')
  }
}

/** What must hold before a value disappears from sight: a mistake in it would only show when it is opened. */
export async function validDirectory({ directory, language }: SealInput): Promise<SealContext> {
  const { problems, settings } = await loadDirectory(directory, language === undefined ? {} : { language })
  if (problems.length > 0) throw new InvalidDirectory(problems)
  return { corp: settings.corp, language: language ?? settings.language }
}
