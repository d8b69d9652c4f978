import { createHash } from 'node:crypto'
import { isObject } from '../core/value.ts'

/**
 * One contact event, whichever way it came. Stream and HTTP push, captures of 2019 and the documents of today spell the
 * same fields differently, so names are compared without their case. A payload holds ids and hardly more; what changed
 * is read from DingTalk afterwards. So an event that is forged, repeated, late or out of order can cost a read and
 * cannot say anything false.
 */

/** What an event is about. Ids are DingTalk's, as text, in order and each once. */
export type Subject =
  | { readonly about: 'user'; readonly ids: readonly string[] }
  | { readonly about: 'department'; readonly ids: readonly string[] }
  /** Roles and role groups: no event says which of the two an id is. */
  | { readonly about: 'role'; readonly ids: readonly string[] }
  | { readonly about: 'organisation'; readonly dissolved: boolean }
  /** A type that is none of ours; it is counted. */
  | { readonly about: 'unknown' }

/** An event as both transports give it. */
export interface ContactEvent {
  readonly type: string
  /** DingTalk's own id, or `hash:` of type, ids and time; null where nothing tells two of them apart. */
  readonly id: string | null
  readonly corp: string | null
  /** When it happened, in Unix milliseconds; null where it does not say. */
  readonly at: number | null
  /** Userid of whoever did it, where the event says so. */
  readonly by: string | null
  readonly subject: Subject
}

/**
 * Why a payload is no event: `shape` (a contact event that does not hold what it must), `third-party` (the variant that
 * only apps of others get), `size` (a text longer than any id of DingTalk's).
 */
export type Refused = 'shape' | 'third-party' | 'size'

/** What the envelope says beside the payload: the headers of a frame; nothing for HTTP push. */
export interface Envelope {
  readonly type?: unknown
  readonly id?: unknown
  readonly corp?: unknown
  readonly born?: unknown
}

/** Longest text of an id, a type or a number: DingTalk's userids have 64 characters at most. */
const LONGEST = 64
/** Most ids of one event. An event with more is still true: the whole company is to be read then. */
const MOST_IDS = 1000

const BY_TYPE: { readonly [type: string]: readonly [about: 'user' | 'department' | 'role', field: string] } = {
  user_add_org: ['user', 'userid'],
  user_modify_org: ['user', 'userid'],
  user_leave_org: ['user', 'userid'],
  user_active_org: ['user', 'userid'],
  org_admin_add: ['user', 'userid'],
  org_admin_remove: ['user', 'userid'],
  org_dept_create: ['department', 'deptid'],
  org_dept_modify: ['department', 'deptid'],
  org_dept_remove: ['department', 'deptid'],
  label_user_change: ['role', 'labelidlist'],
  label_conf_add: ['role', 'labelidlist'],
  label_conf_modify: ['role', 'labelidlist'],
  label_conf_del: ['role', 'labelidlist'],
}

const THIRD_PARTY = [
  'org_update',
  'org_role_add',
  'org_role_modify',
  'org_role_remove',
  'user_dept_change',
  'user_role_change',
  'contact_add_org',
  'contact_modify_org',
  'contact_remove_org',
  'transfer_contact_id_job_result',
]

/**
 * The event of a parsed payload (`parseJson`, so that ids beyond 2^53 are bigints), or why it is none. Never throws.
 */
export function readEvent(
  payload: unknown,
  envelope: Envelope = {},
): { readonly event: ContactEvent } | { readonly refused: Refused; readonly type: string } {
  const fields = folded(payload)
  const type = textOf(envelope.type ?? fields?.get('eventtype'))
  if (type === null || fields === null) return { refused: 'shape', type: type ?? '' }
  if (type === '') return { refused: 'size', type }
  if (THIRD_PARTY.includes(type)) return { refused: 'third-party', type }
  const [about, field] = (Object.hasOwn(BY_TYPE, type) && BY_TYPE[type]) || []
  const found = about === undefined || field === undefined ? otherSubject(type) : subjectOf(about, fields.get(field))
  if (typeof found === 'string') return { refused: found, type }
  const at = timeOf(fields.get('timestamp') ?? fields.get('eventtime') ?? envelope.born)
  const event = {
    type,
    corp: textOf(envelope.corp ?? fields.get('corpid')) || null,
    at,
    by: textOf(fields.get('optstaffid')) || null,
    subject: found,
  }
  const stated = textOf(envelope.id ?? fields.get('eventid')) || null
  return { event: { ...event, id: stated ?? hashOf(event) } }
}

/** The fields under their names in lower case; null where this is no object, or says one name twice and differently. */
function folded(payload: unknown): ReadonlyMap<string, unknown> | null {
  if (!isObject(payload)) return null
  const fields = new Map<string, unknown>()
  for (const [name, value] of Object.entries(payload)) {
    const known = name.toLowerCase()
    if (fields.has(known) && plain(fields.get(known)) !== plain(value)) return null
    fields.set(known, value)
  }
  return fields
}

function subjectOf(about: 'user' | 'department' | 'role', value: unknown): Subject | Refused {
  // The same name with one plain id in it is what apps of third parties get.
  if (typeof value === 'string') return 'third-party'
  if (!Array.isArray(value) || value.length === 0) return 'shape'
  if (value.length > MOST_IDS) return { about: 'organisation', dissolved: false }
  const ids = value.map(textOf)
  if (ids.includes(null)) return 'shape'
  if (ids.includes('')) return 'size'
  // Ids of departments and roles are 64-bit integers.
  if (about !== 'user' && !ids.every((id) => /^\d{1,19}$/.test(id ?? ''))) return 'shape'
  return { about, ids: [...new Set(ids as string[])].sort() }
}

function otherSubject(type: string): Subject {
  if (type === 'org_change') return { about: 'organisation', dissolved: false }
  if (type === 'org_remove') return { about: 'organisation', dissolved: true }
  return { about: 'unknown' }
}

/** Text or a whole number as text; null for anything else, and '' for what is empty or longer than it may be. */
function textOf(value: unknown): string | null {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value)
  if (typeof value !== 'string') return null
  return value.length > LONGEST || /\p{Cc}/u.test(value) ? '' : value
}

/** Unix milliseconds from a number or a text of digits. */
function timeOf(value: unknown): number | null {
  const text = textOf(value)
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** Old spellings carry no id. Without a time nothing tells two events of the same kind apart. */
function hashOf({ type, at, subject }: Omit<ContactEvent, 'id'>): string | null {
  if (at === null) return null
  const ids = 'ids' in subject ? subject.ids : []
  const digest = createHash('sha256').update(JSON.stringify([type, ids, at]))
  return `hash:${digest.digest('hex').slice(0, 32)}`
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? ''
}
