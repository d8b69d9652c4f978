import { type Outcome, placeKey, type Ref } from '../core/model.ts'
import { type Reason, waitingFor } from '../core/quarantine.ts'
import { vendorFailure } from './failure.ts'
import { type Language, wordsOf } from './words.ts'

/** A failed change that stopped nothing but what waits for it: why, what to do, and what that is. */
export interface Quarantined {
  readonly outcome: Outcome & { readonly status: 'failed' }
  readonly reason: Reason
  readonly message: string
  readonly hint: string
  /** DingTalk's own code, where it gave one. */
  readonly code?: string
  readonly waiting: readonly Ref[]
}

/** Everything that was left out of a run, in the order of the plan. */
export function quarantined(outcomes: readonly Outcome[], language: Language): Quarantined[] {
  const { reasons } = wordsOf(language)
  const waiting = waitingFor(outcomes)
  return outcomes.flatMap((outcome) => {
    if (outcome.status !== 'failed' || outcome.reason === undefined) return []
    const { reason, change, error } = outcome
    const failure = vendorFailure(error)
    const code = failure === null ? undefined : [failure.code, failure.subCode].filter(Boolean).join('/')
    return [
      {
        outcome,
        reason,
        message: reasons[reason].what,
        hint: reasons[reason].next,
        ...(code !== undefined && { code }),
        waiting: waiting.get(placeKey(change.ref)) ?? [],
      },
    ]
  })
}
