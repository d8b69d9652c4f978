import { JsonBroken, plainJson, readJson } from '../core/json-text.ts'
import type { Plan } from '../core/model.ts'
import { planSchema } from '../core/plan-schema.ts'
import { misfit } from '../io/load-schema.ts'
import { readOrdinary, Unread } from '../io/read-file.ts'

/** Bytes of a saved plan at most: some hundred thousand changes. */
const MAX_BYTES = 64 * 1024 * 1024

/** A file that is not a saved plan; `at` is the line and column, or the path in it, where that shows. */
export class PlanFileInvalid extends Error {
  override name = 'PlanFileInvalid'
  readonly reason: 'no-file' | 'too-large' | 'no-json' | 'no-plan' | 'offline'
  readonly at: string

  constructor(reason: PlanFileInvalid['reason'], at = '') {
    super(`${reason} ${at}`)
    this.reason = reason
    this.at = at
  }
}

/**
 * The hash of a plan that `rollbook plan --out` saved. The file says what was reviewed, so it has to be a plan as a
 * whole: a text that merely holds a hash somewhere, or says it twice, was not.
 *
 * @throws PlanFileInvalid; the error of the system where the file cannot be opened.
 */
export function savedPlanHash(file: string): string {
  const text = contents(file)
  const document = parsed(text)
  const wrong = misfit(planSchema, document)
  if (wrong !== null) throw new PlanFileInvalid('no-plan', wrong)
  const { hash, refresh } = document as { hash: string; refresh: Plan['refresh'] }
  if (refresh === 'none') throw new PlanFileInvalid('offline')
  return hash
}

function contents(file: string): string {
  try {
    return readOrdinary(file, MAX_BYTES).toString('utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof Unread) throw new PlanFileInvalid(error.size === undefined ? 'no-file' : 'too-large')
    if (code === 'ELOOP' || code === 'EISDIR') throw new PlanFileInvalid('no-file')
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return plainJson(readJson(text))
  } catch (error) {
    if (!(error instanceof JsonBroken)) throw error
    const before = text.slice(0, error.at).split('\n')
    throw new PlanFileInvalid('no-json', `${before.length}:${(before.at(-1) ?? '').length + 1}`)
  }
}
