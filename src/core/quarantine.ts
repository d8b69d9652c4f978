import { type Outcome, placeKey, type Ref } from './model.ts'

/**
 * Why one change could not be made while all others could: named, because a person has to act on it. Whatever is not
 * here (the app, its permissions, the network, the quota) concerns every change, and ends the run.
 */
export const reasons = [
  'invite-pending',
  'mobile-taken',
  'account-taken',
  'mobile-elsewhere',
  'mobile-limit',
  'mobile-invalid',
  'mobile-differs',
  'mobile-fixed',
  'no-contact',
  'mail-taken',
  'mail-invalid',
  'telephone-taken',
  'userid-taken',
  'name-invalid',
  'name-taken',
  'moderation',
  'field-invalid',
  'custom-field',
  'smart-hr',
  'person-missing',
  'person-disabled',
  'manager-missing',
  'head-missing',
  'chat-owner',
  'permits-refused',
  'department-missing',
  'department-full',
  'department-not-empty',
  'departments-full',
  'too-deep',
  'department-cycle',
  'company-full',
  'role-missing',
  'role-fixed',
  'outside-scope',
  'already-there',
  'changed-meanwhile',
  'unclear',
  'rejected',
  'unexpected',
] as const
export type Reason = (typeof reasons)[number]

/**
 * DingTalk has become another than the one that was planned for, so a write would do harm and was not sent. `holder` is
 * the userid of whoever has the mobile that somebody was to get.
 */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'
  readonly holder?: string

  constructor(message: string, holder?: string) {
    super(message)
    if (holder !== undefined) this.holder = holder
  }
}

/**
 * What waits for a change that was not made: changes that were skipped because of it, at whatever distance, and changes
 * that were written without what it would have made. By the place key of its ref.
 */
export function waitingFor(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Ref[]> {
  const because = new Map<string, Ref>()
  for (const outcome of outcomes)
    if (outcome.status === 'skipped' && placeKey(outcome.because) !== placeKey(outcome.change.ref))
      because.set(placeKey(outcome.change.ref), outcome.because)
  const rootOf = (ref: Ref): Ref => {
    let root = ref
    for (let depth = 0; depth < because.size; depth += 1) root = because.get(placeKey(root)) ?? root
    return root
  }
  const waiting = new Map<string, Ref[]>()
  const add = (cause: Ref, ref: Ref) => {
    const key = placeKey(rootOf(cause))
    const found = waiting.get(key) ?? []
    if (!found.some((known) => placeKey(known) === placeKey(ref))) waiting.set(key, [...found, ref])
  }
  for (const outcome of outcomes) {
    const { ref } = outcome.change
    if (outcome.status === 'skipped') add(outcome.because, ref)
    if (outcome.status === 'applied') for (const cause of outcome.without ?? []) add(cause, ref)
  }
  return waiting
}
