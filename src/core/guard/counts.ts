import type { Change, Ref } from '../model.ts'
import type { LimitName } from '../settings.ts'
import { equal, members } from '../value.ts'
import type { GuardInput } from './input.ts'
import { fieldsOf, isRemoval, leftDepartments, losesAccount, lostFrom } from './removal.ts'

/**
 * What each limit counts, and of how many that are managed and exist in DingTalk. One entry is one thing that changes:
 * `ref` is what the refusal names, `subject` the person, department or role that the count is of, by which it belongs
 * to a department. Everything counts that takes something away or changes it on somebody; creating never does.
 */
export interface Counted {
  readonly ref: Ref
  readonly subject: Ref
}

export interface Tally {
  readonly changed: readonly Counted[]
  readonly managed: readonly Ref[]
}

export const HEADS = 'dept_manager_userid_list'
/** Where somebody is, and what they have in each of their departments: changing along with a move. */
const PLACE = ['main', 'dept_id_list', 'dept_order_list', 'dept_title_list']
/** What a replacement is about; it has a limit of its own. */
const REPLACING = ['mobile']

/** The tally of every limit that counts over the whole company. */
export function tallies(input: GuardInput): { readonly [name in Exclude<LimitName, 'subtree.remove'>]: Tally } {
  const { changes, identified } = input
  const all = (kind: string): Ref[] =>
    Object.keys(identified.actual[kind] ?? {})
      .filter((key) => key !== '/')
      .map((key) => ({ kind, key }))
  const of = (kind: string, test: (change: Change) => boolean): Tally => ({
    changed: changes.filter((change) => change.ref.kind === kind && test(change)).map(({ ref }) => once(ref)),
    managed: all(kind),
  })
  return {
    'users.remove': of('user', isRemoval),
    'users.move': of('user', moves),
    'users.change': of('user', edits),
    'users.replace': of('user', ({ action }) => action === 'replace'),
    'departments.remove': of('department', isRemoval),
    'roles.remove': of('role', isRemoval),
    'managers.change': headsTally(input),
    'members.remove': membersTally(input),
  }
}

/** Somebody who stays and gets another main department, or is taken out of a further one. */
function moves(change: Change): boolean {
  return !change.departs && (change.action === 'move' || leftDepartments(change).length > 0)
}

/** Somebody whose own fields change, whatever else happens to them. */
function edits(change: Change): boolean {
  if (change.departs) return false
  if (change.action === 'update') return true
  if (change.action !== 'move' && change.action !== 'replace') return false
  return fieldsOf(change).some((field) => !PLACE.includes(field) && !REPLACING.includes(field))
}

/**
 * Departments that lose or exchange a head: because the files say so, or because the account of a head goes that the
 * files do not mention. A department that gets its first head, or is dissolved, does not count here.
 */
function headsTally(input: GuardInput): Tally {
  const { changes, identified } = input
  const stated = changes
    .filter(({ ref }) => ref.kind === 'department-settings')
    .filter(({ before, after }) => members(before?.[HEADS]).length > 0 && !equal(before?.[HEADS], after?.[HEADS]))
    .map(({ ref }) => ref)
  const counted = new Set(stated.map(({ key }) => key))
  const unstated = bereft(input).filter(({ key }) => !counted.has(key))
  const settings = Object.entries(identified.actual['department-settings'] ?? {})
  return {
    changed: [...stated, ...unstated].map((ref) => ({ ref, subject: { kind: 'department', key: ref.key } })),
    managed: settings
      .filter(([, model]) => members(model[HEADS]).length > 0)
      .map(([key]) => ({ kind: 'department', key })),
  }
}

/** Departments that stay and lose a head together with the head's account, whether the files speak of heads or not. */
export function bereft({ changes, identified, headsOf }: GuardInput): Ref[] {
  const gone = new Set(changes.filter(losesAccount).map(({ ref }) => ref.key))
  if (gone.size === 0) return []
  const dissolved = new Set(changes.filter((c) => c.ref.kind === 'department' && isRemoval(c)).map((c) => c.ref.key))
  // Who is added again becomes head again where the files say so.
  const again = (key: string, head: string) =>
    members(identified.desired['department-settings']?.[key]?.[HEADS]).includes(head)
  return Object.keys(identified.actual['department'] ?? {})
    .filter((key) => !dissolved.has(key) && headsOf(key).some((head) => gone.has(head) && !again(key, head)))
    .map((key) => ({ kind: 'department-settings', key }))
}

/** Each role that each person loses, one by one; a role that is deleted is lost by all its members. */
function membersTally({ changes, identified }: GuardInput): Tally {
  const held = Object.values(identified.actual['role'] ?? {}).flatMap((model) => members(model['members']))
  return {
    changed: changes
      .filter(({ ref }) => ref.kind === 'role')
      .flatMap((change) =>
        lostFrom(change, 'members').map((key) => ({ ref: change.ref, subject: { kind: 'user', key } })),
      ),
    managed: held.map((key) => ({ kind: 'user', key })),
  }
}

function once(ref: Ref): Counted {
  return { ref, subject: ref }
}
