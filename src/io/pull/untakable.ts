import { placeKey } from '../../core/model.ts'
import type { NotTaken } from '../../core/pull-report.ts'
import { type Taking, withoutField } from '../../core/pull-takings.ts'
import { equal } from '../../core/value.ts'

/** What cannot be taken ends the attempt; another one is made without it. */
export class Untakable extends Error {
  override name = 'Untakable'
  readonly left: readonly NotTaken[]

  constructor(left: readonly NotTaken[]) {
    super(left.map(({ ref, why }) => `${ref.kind} ${ref.key}: ${why}`).join('; '))
    this.left = left
  }
}

/** What is still to be taken, and what is said of the rest. */
export interface Remaining {
  readonly takings: readonly Taking[]
  readonly notTaken: readonly NotTaken[]
}

/**
 * Takings without what cannot be taken: of something of which only a field has to stay behind, the rest is still taken.
 * They are as many as before where none of it was asked for.
 */
export function without(takings: readonly Taking[], left: readonly NotTaken[]): Remaining {
  const about = (taking: Taking) => left.filter(({ ref }) => placeKey(ref) === placeKey(taking.ref))
  const partsOf = (taking: Taking) => about(taking).filter(({ field }) => field !== undefined && states(taking, field))
  if (!takings.some((taking) => partsOf(taking).length > 0))
    return { takings: takings.filter((taking) => about(taking).length === 0), notTaken: left }
  const notTaken: NotTaken[] = []
  const rest = takings.flatMap((taking) => {
    const parts = partsOf(taking)
    const whole = about(taking).filter(({ field }) => field === undefined)
    notTaken.push(...parts, ...whole)
    if (whole.length > 0) return []
    const smaller = parts.reduce<Taking | null>((then, { field = '' }) => then && withoutField(then, field), taking)
    return smaller === null ? [] : [smaller]
  })
  return { takings: rest, notTaken }
}

/** Whether a field of something is among what is taken of it. */
function states(taking: Taking, field: string): boolean {
  return taking.what === 'fields' && !equal(taking.before[field], taking.after[field])
}
