import type { Lockfile } from './lockfile.ts'
import { type Directory, type Model, type Outcome, type Place, placeKey, type Ref, type Value } from './model.ts'
import { Personal } from './personal.ts'
import { keyName } from './sealed.ts'
import type { Fingerprint } from './settle.ts'
import { isObject } from './value.ts'

/**
 * People who were invited and have to accept before they are there (40103). DingTalk has no call that lists invitations,
 * and asking to add the person again may send another one (inferred; legacy guide, section 5). So the lock remembers
 * them, and a plan leaves them out until they are there or the files say something new of them.
 */

/** An invitation as the lock remembers it. `since` is a day in China. */
export interface Invited {
  readonly since: string
  /** Keyed digest of the mobile or mail that it went to, and the name of that key; no value that was left out. */
  readonly to?: string
  readonly key?: string
}

/** Invitations by kind and key. */
export type Invitations = { readonly [kind: string]: { readonly [key: string]: Invited } }

/** Somebody whom the lock remembers as invited, and what a plan makes of it. */
export interface Waiting {
  readonly ref: Ref
  readonly since: string
  /**
   * `invited`: nothing is done until they accept. `elsewhere`: they are there, under the userid in `id`, and the files
   * have to say so. `readdressed`: the files have another mobile, so they are invited anew. `withdrawn`: the files no
   * longer name them, and only the console can take the invitation back.
   */
  readonly state: 'invited' | 'elsewhere' | 'readdressed' | 'withdrawn'
  readonly id?: string
  readonly place?: Place
  /** What names them, and goes without them until they are there. */
  readonly named: readonly Ref[]
}

/** Whether a plan leaves somebody out. */
export function isHeld({ state }: Pick<Waiting, 'state'>): boolean {
  return state === 'invited' || state === 'elsewhere'
}

/** The invitation to somebody: the day, and a digest of whom it went to. */
export function invitation(since: string, invitee: Value | undefined, fingerprint: Fingerprint): Invited {
  if (invitee === undefined || isClosed(invitee)) return { since }
  return { since, to: fingerprint('invitee', invitee), key: keyName(fingerprint) }
}

/**
 * Whether the files have another mobile or mail than the one that was invited. A digest that another app's secret made,
 * and a value that is sealed, tell nothing: then nobody is invited a second time.
 */
export function isReaddressed(invited: Invited, invitee: Value | undefined, fingerprint: Fingerprint): boolean {
  if (invited.to === undefined || invitee === undefined || isClosed(invitee)) return false
  return invited.key === keyName(fingerprint) && invited.to !== fingerprint('invitee', invitee)
}

/** Whether it is known that an invitation went to this mobile or mail. */
export function wentTo(invited: Invited, invitee: Value | undefined, fingerprint: Fingerprint): boolean {
  if (invited.to === undefined || invitee === undefined || isClosed(invitee)) return false
  return invited.key === keyName(fingerprint) && invited.to === fingerprint('invitee', invitee)
}

/** The part of a kind that leaving somebody out needs. */
export interface Leavable {
  readonly name: string
  references(model: Model): Iterable<Ref>
  omit(model: Model, missing: Ref): Model | null
}

/** A directory without those who are held, and what named each of them, by place key. */
export function withoutHeld(
  kinds: readonly Leavable[],
  directory: Directory,
  held: readonly Ref[],
): { readonly directory: Directory; readonly named: ReadonlyMap<string, readonly Ref[]> } {
  const missing = new Map(held.map((ref) => [placeKey(ref), ref]))
  const named = new Map<string, Ref[]>()
  if (held.length === 0) return { directory, named }
  const result: Record<string, Record<string, Model>> = {}
  for (const { name, references, omit } of kinds) {
    const models: Record<string, Model> = {}
    for (const [key, stated] of Object.entries(directory[name] ?? {})) {
      const ref = { kind: name, key }
      if (missing.has(placeKey(ref))) continue
      let model = stated
      for (const mentioned of new Map([...references(stated)].map((each) => [placeKey(each), each])).values()) {
        const gone = missing.get(placeKey(mentioned))
        if (gone === undefined) continue
        model = omit(model, gone) ?? model
        named.set(placeKey(gone), [...(named.get(placeKey(gone)) ?? []), ref])
      }
      models[key] = model
    }
    result[name] = models
  }
  return { directory: { ...directory, ...result }, named }
}

/** The lock after one outcome: who was invited by it, and who no longer waits. */
export function noteInvitation(lock: Lockfile, outcome: Outcome, invited: () => Invited): Lockfile {
  const { ref, action } = outcome.change
  if (outcome.status === 'failed' && outcome.reason === 'invite-pending')
    return rememberInvitation(lock, ref, invited())
  const made = action === 'create' || action === 'replace'
  const unknown = outcome.status !== 'applied' && (outcome.status === 'skipped' || outcome.reason === 'unclear')
  return made && !unknown ? dropInvitations(lock, (each) => placeKey(each) === placeKey(ref)) : lock
}

/** The lock without the invitations that need not be remembered any longer. */
export function dropInvitations(lock: Lockfile, over: (ref: Ref) => boolean): Lockfile {
  const all = Object.entries(lock.pending ?? {}).flatMap(([kind, entries]) =>
    Object.entries(entries).map(([key, invited]) => ({ ref: { kind, key }, invited })),
  )
  const kept = all.filter(({ ref }) => !over(ref))
  if (kept.length === all.length) return lock
  const { pending: _, ...rest } = lock
  return kept.reduce<Lockfile>((next, { ref, invited }) => rememberInvitation(next, ref, invited), rest)
}

/** Whether a part of a lock's text has the shape of invitations. */
export function isInvitations(value: unknown): value is Invitations {
  return isObject(value) && Object.values(value).every((each) => isObject(each) && Object.values(each).every(isInvited))
}

function isInvited(value: unknown): value is Invited {
  if (!isObject(value)) return false
  const { since, to, key, ...rest } = value
  const digests = [to, key].every((digest) => digest === undefined || typeof digest === 'string')
  return Object.keys(rest).length === 0 && digests && typeof since === 'string' && /^\d{4}-\d\d-\d\d$/.test(since)
}

/** The lock with an invitation. */
export function rememberInvitation(lock: Lockfile, { kind, key }: Ref, { since, to, key: name }: Invited): Lockfile {
  const invited = { since, ...(to !== undefined && { to }), ...(name !== undefined && { key: name }) }
  return { ...lock, pending: { ...lock.pending, [kind]: { ...lock.pending?.[kind], [key]: invited } } }
}

function isClosed(value: Value): boolean {
  return value instanceof Personal && value.closed
}
