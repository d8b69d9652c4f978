import type { Locked } from './lockfile.ts'
import type { Model, Place, Ref } from './model.ts'
import { Personal } from './personal.ts'
import type { Fingerprint } from './settle.ts'

/**
 * Sealed values without opening them. The lock holds, of each one that was written to DingTalk, the digest of its
 * ciphertext and a keyed fingerprint of its value: as long as the file still has that ciphertext and DingTalk a value of
 * that fingerprint, the two are equal, and the value is known too: it is DingTalk's.
 */

/** A sealed value that cannot be judged without opening it, and would be compared by an apply. */
export interface Unopened {
  readonly ref: Ref
  readonly field: string
  readonly digest: string
  readonly place?: Place
}

/** A model whose sealed fields were judged. */
export interface Judged {
  readonly desired: Model
  /** Fields that nothing can be said of: the lock has no digest of them, or DingTalk could only replace the person. */
  readonly unopened: readonly string[]
  /** Fields taken to be equal because their ciphertext is, although another app's key made the fingerprint. */
  readonly assumed: readonly string[]
}

/** What the lock says of one sealed field: digests it was sealed as, and which key made the fingerprint in `sent`. */
interface Remembered {
  readonly digests: readonly string[]
  readonly key: string
}

/** Judges the sealed fields of something that exists. Fields that DingTalk does not show are left to `settle`. */
export function judgeSealed(
  desired: Model,
  actual: Model,
  locked: Locked | undefined,
  replaces: readonly string[],
  fingerprint: Fingerprint,
): Judged {
  const judged: { [field: string]: Model[string] } = {}
  const unopened: string[] = []
  const assumed: string[] = []
  for (const [field, wanted] of Object.entries(desired)) {
    const found = actual[field]
    judged[field] = wanted
    if (!(wanted instanceof Personal) || !wanted.closed || wanted.seal === undefined) continue
    if (!(found instanceof Personal) || wanted.seal.differs) continue
    const known = remembered(locked, field)
    if (known?.digests.includes(wanted.seal.digest)) {
      const own = known.key === keyName(fingerprint)
      if (!own) assumed.push(field)
      if (own && locked?.sent?.[field] !== fingerprint(field, found))
        judged[field] = new Personal(undefined, { seal: { ...wanted.seal, differs: true } })
      else judged[field] = found.under(wanted.seal)
    } else if (known === undefined || replaces.includes(field)) {
      unopened.push(field)
      delete judged[field]
    }
  }
  return { desired: judged, unopened, assumed }
}

/** Whether a field that DingTalk never shows is still sealed as it was when it was sent. */
export function isAsSent(wanted: Personal, field: string, sealed: Locked['sealed']): boolean {
  const digest = wanted.seal?.digest
  return digest !== undefined && remembered({ sealed }, field)?.digests.includes(digest) === true
}

/** Closed values among the fields of a model. */
export function closedFields(model: Model): string[] {
  return Object.keys(model).filter((field) => {
    const value = model[field]
    return value instanceof Personal && value.closed
  })
}

/**
 * What the lock remembers of a resource that now is as `model` says: fingerprints of the sealed values whose value is
 * known, with the digests of their ciphertexts. What is sealed no longer is forgotten, except the fingerprints of
 * `fields`, which are kept for reasons of their own.
 */
export function rememberSealed(
  locked: Pick<Locked, 'sent' | 'sealed'> | undefined,
  model: Model,
  fields: readonly string[],
  fingerprint: Fingerprint,
): Pick<Required<Locked>, 'sent' | 'sealed'> {
  const sent: { [field: string]: string } = { ...locked?.sent }
  const sealed: { [field: string]: string } = {}
  for (const field of new Set([...Object.keys(locked?.sealed ?? {}), ...Object.keys(model)])) {
    const value = model[field]
    if (!(value instanceof Personal) || value.seal === undefined) {
      if (locked?.sealed?.[field] !== undefined && !fields.includes(field)) delete sent[field]
    } else if (!value.closed) {
      sent[field] = fingerprint(field, value)
      sealed[field] = `${value.seal.digest}.${keyName(fingerprint)}`
    } else if (locked?.sealed?.[field] !== undefined) sealed[field] = locked.sealed[field]
  }
  return { sent, sealed }
}

/**
 * The lock's note of a value that was sealed anew without being changed: while files are being rewritten either
 * ciphertext counts, so that a run that ends in the middle leaves files and lock in agreement.
 */
export function resealedNote(note: string, from: string, to: readonly string[]): string {
  const { digests, key } = parse(note)
  return digests.includes(from) ? `${to.join('+')}.${key}` : note
}

/** Which key makes the fingerprints: an app with another secret cannot recognise those of this one. */
/** Tells which key made a fingerprint, and nothing else of it. */
export function keyName(fingerprint: Fingerprint): string {
  return fingerprint('', null).slice(0, 6)
}

function remembered(
  locked: { readonly sealed?: Locked['sealed'] | undefined } | undefined,
  field: string,
): Remembered | undefined {
  const note = locked?.sealed?.[field]
  return note === undefined ? undefined : parse(note)
}

function parse(note: string): Remembered {
  const [digests = '', key = ''] = note.split('.')
  return { digests: digests.split('+'), key }
}
