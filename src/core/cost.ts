import type { Change, Model, Plan, Value } from './model.ts'
import { placeKey } from './model.ts'
import { changedFields, equal, isEntries, members } from './value.ts'

/** What writing a plan to DingTalk is expected to take: API calls, and seconds at the rate they are sent. */
export interface Cost {
  readonly calls: number
  readonly seconds: number
}

/** Calls in a second when nobody says otherwise; `ROLLBOOK_RATE` does. */
export const usualRate = 15

/** How many people one call gives a role to, and takes one from (contract, `batch`). */
const [granted, revoked] = [20, 100]

/** Fields that no list of people has: where one of them was compared, the person was read in full already. */
const inDetail = ['manager_userid', 'dept_title_list', 'senior_mode', 'extension_i18n', 'org_email_type']

/**
 * The calls that writing takes when nothing fails, by the formulas of docs/calls.md, and the time of so many at `rate`
 * calls a second. An estimate: writes go one after another, so a slow network takes longer; the reading that an apply
 * begins with, and repetitions, come on top.
 */
export function estimateCost({ changes }: Pick<Plan, 'changes'>, rate: number = usualRate): Cost {
  const made = new Set(changes.filter(({ action }) => action === 'create').map(({ ref }) => placeKey(ref)))
  const calls = changes.reduce((sum, change) => sum + callsOf(change, made), 0)
  return { calls, seconds: calls / rate }
}

function callsOf({ action, ref, before = {}, after = {} }: Change, made: ReadonlySet<string>): number {
  if (ref.kind === 'department') {
    if (action === 'delete') return 2
    if (action !== 'create') return 1
    // What a parent holds is listed before a department is made in it, unless the parent is new itself.
    return made.has(placeKey({ kind: 'department', key: String(after['parent_id']) })) ? 1 : 2
  }
  if (ref.kind === 'user') {
    // A replacement asks who has the new mobile, deletes, and makes again.
    if (action === 'replace') return 3
    if (action === 'create' || action === 'delete') return 1
    return inDetail.some((field) => field in before) ? 1 : 2
  }
  return ref.kind === 'role' ? callsOfRole(action, before, after) : 1
}

function callsOfRole(action: Change['action'], before: Model, after: Model): number {
  const [had, has] = [new Set(members(before['members'])), new Set(members(after['members']))]
  const gained = [...has].filter((key) => !had.has(key)).length
  const lost = [...had].filter((key) => !has.has(key)).length
  const scopes = [...has].filter((key) => {
    const scope = scopeOf(after, key)
    return scope !== undefined && !equal(scope, scopeOf(before, key) ?? null)
  }).length
  const people = Math.ceil(gained / granted) + Math.ceil(lost / revoked) + scopes
  if (action === 'update' && !changedFields(before, after).includes('name')) return people
  return people + 1
}

function scopeOf(model: Model, key: string): Value | undefined {
  const all = model['members']
  const member = isEntries(all) ? all[key] : undefined
  return isEntries(member) ? member['scope'] : undefined
}
