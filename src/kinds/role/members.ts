import type { Model, Ref, Value } from '../../core/model.ts'
import { equal, isEntries, members } from '../../core/value.ts'
import { contract } from '../../dingtalk/contract.ts'
import type { OperationId } from '../../dingtalk/operation.ts'
import type { Writer } from '../kind.ts'

/**
 * Brings the members of a role from `before` to `after`: grants in batches, revokes in batches, then the scopes of
 * those whose scope differs. A scope that is cleared means the whole company, and so does a call without departments
 * (contract, 2026-05-27): that is why an empty list never gets here.
 */
export async function writeMembers(
  writer: Writer,
  roleId: number,
  before: Value | undefined,
  after: Value,
): Promise<void> {
  const had = new Set(members(before))
  const has = new Set(members(after))
  const id = (key: string) => writer.id('user', key)
  for (const userIds of batches(
    'addRolesForEmployees',
    members(after)
      .filter((key) => !had.has(key))
      .map(id),
  ))
    await writer.client.call('addRolesForEmployees', { roleIds: [roleId], userIds })
  const lost = members(before).filter((key) => !has.has(key))
  await removeMembers(writer, roleId, lost)
  for (const key of members(after)) {
    const scope = scopeOf(after, key)
    if (scope === undefined || equal(scope, had.has(key) ? scopeOf(before, key) : undefined)) continue
    await writer.client.call('updateRoleMemberScope', {
      role_id: roleId,
      userid: id(key),
      ...(scope !== null && {
        dept_ids: members(scope).map((department) => Number(writer.id('department', department))),
      }),
    })
  }
}

/** Takes the role from people, named by key (`#` and the userid where they are not ours). */
export async function removeMembers(writer: Writer, roleId: number, keys: readonly string[]): Promise<void> {
  const userids = keys.map((key) => writer.id('user', key))
  for (const userIds of batches('removeRolesForEmployees', userids))
    await writer.client.call('removeRolesForEmployees', { roleIds: [roleId], userIds })
}

/** People and scope departments that a members field names. */
export function* namedIn(value: Value | undefined): Iterable<Ref> {
  for (const key of members(value)) {
    if (!key.startsWith('#')) yield { kind: 'user', key }
    for (const department of members(scopeOf(value, key)))
      if (department !== '/' && !department.startsWith('#')) yield { kind: 'department', key: department }
  }
}

/** The members without one person, or with a department taken out of every scope. */
export function withoutMember(value: Value, missing: Ref): Value {
  if (!isEntries(value)) return value
  const kept = Object.entries(value).flatMap(([key, member]): [string, Value][] => {
    if (missing.kind === 'user' && key === missing.key) return []
    const scope = isEntries(member) ? member['scope'] : undefined
    if (missing.kind !== 'department' || !isEntries(scope) || scope[missing.key] === undefined) return [[key, member]]
    const rest = Object.fromEntries(Object.entries(scope).filter(([department]) => department !== missing.key))
    // A scope with nothing left would mean the whole company: rather leave it unset for now.
    return [[key, Object.keys(rest).length > 0 ? { scope: rest } : {}]]
  })
  return Object.fromEntries(kept)
}

function scopeOf(value: Value | undefined, key: string): Value | undefined {
  const member: Model | Value | undefined = isEntries(value) ? value[key] : undefined
  return isEntries(member) ? member['scope'] : undefined
}

function batches(operation: OperationId, ids: readonly string[]): string[][] {
  const size = contract.operations[operation].batch.find(({ field }) => field === 'userIds')?.max ?? 1
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size))
}
