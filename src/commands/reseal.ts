import type { Lockfile } from '../core/lockfile.ts'
import { resealedNote } from '../core/sealed.ts'
import { sealOf } from '../core/sealed-text.ts'
import { readLock, removeHalfLocks, writeLock } from '../io/lockfile.ts'
import { openSealed, type Sealed } from '../io/open-sealed.ts'
import { type PersonalScalar, personalFiles, replacePeople, rewritten } from '../io/personal-scalars.ts'
import { openerOf, type Secrets } from './open-with.ts'
import { alone, type SealContext, type SealInput, type Sealings, sealerOf, validDirectory } from './seal.ts'

export interface ResealInput extends SealInput {
  readonly secrets: Secrets | undefined
}

/** One value under its new ciphertext. */
interface Resealed {
  readonly scalar: PersonalScalar
  readonly text: string
}

/**
 * Opens every sealed value and seals it for the recipients of today. Nothing is written before all of them are open. The
 * lock first learns the new digests beside the old ones, then the files follow one by one, then the lock drops the old
 * ones: wherever a run ends, files and lock agree, and it can be run again.
 *
 * @throws InvalidDirectory for files, recipients or sealed values that are wrong; FileChanged; LockInvalid;
 *   LeaseHeld while an apply or another reseal has the directory.
 */
export async function reseal(input: ResealInput): Promise<Sealings> {
  const context = await validDirectory(input)
  return alone(input, () => resealAlone(input, context))
}

async function resealAlone(input: ResealInput, context: SealContext): Promise<Sealings> {
  const { directory } = input
  await removeHalfLocks(directory)
  const seal = await sealerOf(directory, context)
  const lock = await readLock(directory)
  const files = await personalFiles(directory)

  const scalars = new Map<Sealed, PersonalScalar>()
  for (const scalar of files.flatMap((file) => file.scalars.filter(({ sealed }) => sealed))) {
    const ref = { kind: 'user', key: scalar.user }
    scalars.set({ ref, field: scalar.field, seal: sealOf(scalar.value), place: scalar.place }, scalar)
  }
  const found = [...scalars.keys()]
  if (found.length === 0) return { values: 0, files: 0 }
  const resealed: Resealed[] = []
  for (const { sealed, content } of await openSealed(found, await openerOf(input.secrets), context)) {
    const scalar = scalars.get(sealed)
    if (scalar !== undefined) resealed.push({ scalar, text: await seal(scalar.user, scalar.field, content.value) })
  }

  const both = noted(lock, resealed, (from, to) => [from, to])
  if (both !== lock) await writeLock(directory, both)
  const texts = new Map(resealed.map(({ scalar, text }) => [scalar, text]))
  const changed = files.filter((file) => file.scalars.some((scalar) => texts.has(scalar)))
  for (const file of changed) replacePeople(directory, file, rewritten(file, texts))
  if (both !== lock)
    await writeLock(
      directory,
      noted(lock, resealed, (_, to) => [to]),
    )
  return { values: resealed.length, files: changed.length }
}

/** The lock with the digests of values whose ciphertext changes and whose value does not. */
function noted(
  lock: Lockfile,
  resealed: readonly Resealed[],
  digests: (from: string, to: string) => readonly string[],
): Lockfile {
  const people = { ...lock.resources['user'] }
  let changed = false
  for (const { scalar, text } of resealed) {
    const locked = people[scalar.user]
    const note = locked?.sealed?.[scalar.field]
    if (locked === undefined || note === undefined) continue
    const from = sealOf(scalar.value).digest
    const next = resealedNote(note, from, digests(from, sealOf(text).digest))
    if (next === note) continue
    people[scalar.user] = { ...locked, sealed: { ...locked.sealed, [scalar.field]: next } }
    changed = true
  }
  return changed ? { ...lock, resources: { ...lock.resources, user: people } } : lock
}
