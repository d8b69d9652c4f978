import { type Model, placeKey, type Ref } from '../core/model.ts'
import { Personal } from '../core/personal.ts'
import { InvalidDirectory } from '../core/problem.ts'
import type { NotTaken } from '../core/pull-report.ts'
import type { Taking } from '../core/pull-takings.ts'
import { sealOf } from '../core/sealed-text.ts'
import { changedFields } from '../core/value.ts'
import type { Scene } from '../io/pull/scene.ts'
import type { Planned } from './draw.ts'
import { plainly } from './import.ts'
import { sealerOf } from './seal.ts'

/** How personal values are to be written, and which of them nobody can write. */
interface PersonalTexts {
  readonly takings: readonly Taking[]
  readonly notTaken: readonly NotTaken[]
  readonly reveal: Scene['reveal']
  /** Values under their new seals. */
  readonly sealed: readonly {
    readonly sealed: { readonly ref: Ref; readonly field: string }
    readonly value: Personal
  }[]
}

/**
 * Personal values stay as they stand in the files: what is left out stays so, what is in clear stays in clear, and what
 * is sealed is sealed anew, before any file is made.
 * Where nobody is there to seal for, or the list of recipients is wrong, sealed values are not taken.
 */
export async function personalValues(
  { desired }: Planned,
  takings: readonly Taking[],
  { directory, language }: { readonly directory: string; readonly language?: 'zh' | 'en' },
): Promise<PersonalTexts> {
  const context = { corp: desired.settings.corp, language: language ?? desired.settings.language }
  const inFiles = (ref: Ref, field: string) => {
    const value = desired.directory[ref.kind]?.[ref.key]?.[field]
    return value instanceof Personal ? value : undefined
  }
  const sealed = new Map<string, PersonalTexts['sealed'][number]>()
  const notTaken: NotTaken[] = []
  const kept: Taking[] = []
  let seal: Awaited<ReturnType<typeof sealerOf>> | null | undefined
  for (const taking of takings) {
    if (taking.what !== 'fields') {
      kept.push(taking)
      continue
    }
    const { ref, before } = taking
    const after: Record<string, Model[string]> = { ...taking.after }
    for (const field of changedFields(before, after)) {
      const value = after[field]
      if (inFiles(ref, field)?.seal === undefined || !(value instanceof Personal)) continue
      seal ??= seal === null ? null : await sealerOf(directory, context).catch(unlessNobody)
      if (seal !== null) {
        const text = await seal(ref.key, field, plainly(value))
        sealed.set(placeKey(ref, field), { sealed: { ref, field }, value: value.under(sealOf(text)) })
      } else {
        notTaken.push({ ref, field, why: 'no-recipients' })
        delete after[field]
        if (before[field] !== undefined) after[field] = before[field]
      }
    }
    if (changedFields(before, after).length > 0) kept.push({ ...taking, after })
  }
  return {
    takings: kept,
    notTaken,
    sealed: [...sealed.values()],
    reveal(ref, field, value) {
      const stated = inFiles(ref, field)
      if (stated === undefined) return undefined
      if (stated.seal !== undefined) return sealed.get(placeKey(ref, field))?.value.seal?.text
      return stated.written().startsWith('+') ? value.reveal() : plainly(value)
    },
  }
}

/** Sealing for nobody is no reason to leave everything else. */
function unlessNobody(error: unknown): null {
  if (error instanceof InvalidDirectory && error.problems.every(({ code }) => code === 'recipients-invalid'))
    return null
  throw error
}
