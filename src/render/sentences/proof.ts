import type { Plan } from '../../core/model.ts'
import { among } from './stopped.ts'
import type { Speech } from './values.ts'

/**
 * What was counted to prove that the read was whole: wherever something is deleted, or was not seen. How the parts of a
 * read fit together is claimed only of one without a gap. Where nothing was read: what nobody looked into;
 * where little was: how much.
 */
export function proofLines({ reading, changes, complete, refresh }: Plan, speech: Speech): string[] {
  const deletes = changes.some(({ action, departs }) => action === 'delete' || action === 'replace' || departs)
  if (refresh === 'none' && changes.length > 0) return [speech.words.proof.unjudged]
  if (refresh === 'touched') {
    const { departments, people } = reading.proof
    // The root is counted without having been asked for.
    return [speech.words.proof.touched({ departments: Math.max(0, departments - 1), people })]
  }
  if (refresh !== 'full' || (complete && !deletes)) return []
  const words = speech.words.proof
  const { scope, departments, levels, pages, people, headCount, gone } = reading.proof
  return [
    headCount === null
      ? words.uncounted({ departments, people })
      : headCount === people
        ? words.agrees({ departments, people })
        : words.differs({ departments, people, headCount }),
    ...(complete ? [words.counted({ levels, pages })] : []),
    ...(scope === null ? [] : [scope === 'company' ? words.company : words.part]),
    ...(gone.length > 0 ? [words.gone(among(gone, speech))] : []),
  ]
}
