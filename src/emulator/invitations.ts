import type { User } from './company.ts'
import { refuse } from './errors.ts'
import { mobileKey } from './records.ts'
import type { Request } from './request.ts'
import type { State } from './state.ts'

type Mobile = NonNullable<User['mobile']>

/** An invitation that waits for its person: what was asked for last, and how many were sent. */
export interface Invitation {
  readonly request: Request<'createUser'>
  readonly sent: number
}

/** Milliseconds for which somebody who had accepted an invitation and was removed has to accept again (FAQ 2026-07-02). */
const AGAIN = 24 * 3_600_000

/**
 * Sends an invitation instead of adding a person who has to agree first: a member of another verified organisation,
 * somebody with member protection, or one who had accepted before and was removed within the last 24 hours. A repeated
 * request sends another one (inferred).
 */
export function checkConsent(state: State, mobile: Mobile | undefined, request: Request<'createUser'>): void {
  if (mobile === undefined) return
  const key = mobileKey(mobile)
  const left = state.consent.left.get(key)
  const again = left !== undefined && state.now() - left < AGAIN
  if (!state.consent.needed.has(key) && !again) return
  state.consent.invitations.set(key, { request, sent: (state.consent.invitations.get(key)?.sent ?? 0) + 1 })
  refuse(40103)
}

/** Remembers that somebody who had accepted an invitation was removed. */
export function noteLeft(state: State, { mobile }: User): void {
  if (mobile !== undefined && state.consent.accepted.has(mobileKey(mobile)))
    state.consent.left.set(mobileKey(mobile), state.now())
}

/** The invitation is no longer open: the request to carry out if it was accepted. */
export function answered(state: State, mobile: string, answer: 'accepted' | 'declined'): Request<'createUser'> {
  const { consent, switches } = state
  const key = `86-${mobile}`
  const invitation = consent.invitations.get(key)
  if (invitation === undefined) throw new Error('no invitation waits for this mobile')
  consent.invitations.delete(key)
  if (answer === 'declined') return invitation.request
  consent.needed.delete(key)
  consent.left.delete(key)
  consent.accepted.add(key)
  const { userid: _, ...rest } = invitation.request
  return switches.acceptedUserid === 'own' ? rest : invitation.request
}
