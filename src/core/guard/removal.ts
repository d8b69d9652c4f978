import type { Change, Ref, Value } from '../model.ts'
import { isEntries, members } from '../value.ts'

/** Whether a change ends something in the company: a delete, or a move into the department of the departed. */
export function isRemoval(change: Change): boolean {
  return change.action === 'delete' || change.departs === true
}

/** Whether a person loses their present account: they leave, or are deleted and added again. */
export function losesAccount(change: Change): boolean {
  return change.ref.kind === 'user' && (isRemoval(change) || change.action === 'replace')
}

/** Whether a plan takes an account away from anybody: then the administrators have to be known. */
export function takesAccounts(changes: readonly Change[]): boolean {
  return changes.some(losesAccount)
}

/** The changes without the steps that only make room. */
export function lasting(changes: readonly Change[]): Change[] {
  return changes.filter((change) => !change.temporary)
}

/** Members of a set that a change takes out of it; a delete takes them all. */
export function lostFrom({ action, before, after }: Change, field: string): string[] {
  if (action !== 'delete' && after?.[field] === undefined) return []
  const kept = new Set(members(after?.[field]))
  return members(before?.[field]).filter((member) => !kept.has(member))
}

/** Members of a role who stay, and look after less of the company than before: no scope at all is the whole of it. */
export function narrowedIn({ ref, before, after }: Change): string[] {
  const [had, has] = [before?.['members'], after?.['members']]
  if (ref.kind !== 'role' || !isEntries(had) || !isEntries(has)) return []
  return Object.keys(had).filter((userid) => {
    const [wide, narrow] = [scopeOf(had[userid]), scopeOf(has[userid])]
    if (has[userid] === undefined || narrow === undefined) return false
    return wide === undefined || wide.some((department) => !narrow.includes(department))
  })
}

/** The departments of a member's scope; undefined for the whole company, which is what DingTalk takes none for. */
function scopeOf(member: Value | undefined): string[] | undefined {
  const departments = isEntries(member) ? members(member['scope']) : []
  return departments.length === 0 ? undefined : departments
}

/** Departments, main or further, that somebody who stays is no longer in. */
export function leftDepartments({ ref, before, after }: Change): string[] {
  if (ref.kind !== 'user' || before === undefined || after === undefined) return []
  const placed = (side: typeof before) =>
    new Set([...members(side['dept_id_list']), ...(typeof side['main'] === 'string' ? [side['main']] : [])])
  const kept = placed(after)
  return [...placed(before)].filter((key) => !kept.has(key))
}

/** Names of the fields that a change changes; none for a create or a delete. */
export function fieldsOf({ patch }: Change): string[] {
  const fields = patch.map(({ path }) => path.split('/')[3]).filter((field) => field !== undefined)
  return [...new Set(fields)].map((field) => field.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Each ref once, in the order of first mention. */
export function distinct(refs: readonly Ref[]): Ref[] {
  return [...new Map(refs.map((ref) => [`${ref.kind}\u0000${ref.key}`, ref])).values()]
}
