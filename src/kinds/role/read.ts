import pLimit from 'p-limit'
import type { Client, ItemOf } from '../../dingtalk/client.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { Locked, Reader } from '../kind.ts'
import { isSystemGroup, type RoleGroupRemote } from './group.ts'

const WIDTH = 12

/** A role as listed in its group, with its members where they are managed. */
export interface RoleRemote {
  readonly id: string
  readonly name: string
  readonly groupId: string
  readonly groupName: string
  readonly members?: readonly Member[]
}

type Member = ItemOf<'listRoleMembers'>

/** Costs one call for each page of members, and only for roles whose members the files state or whose role they drop. */
export async function readRoles(reader: Reader<RoleRemote>): Promise<void> {
  const limit = pLimit(WIDTH)
  const managed = Object.keys(reader.desired).filter((key) => reader.desired[key]?.['members'] !== undefined)
  // Also under its former name: without a lock that is how a renamed role is recognised.
  const stated = new Set(managed.flatMap((key) => [key, ...(reader.previously[key] ?? [])]))
  const ours = new Map(Object.entries(reader.locked).map(([key, { id }]) => [id, key]))
  const work: Promise<void>[] = []
  for await (const [groupId, remote] of reader.seen('role-group')) {
    const group = remote as RoleGroupRemote
    if (isSystemGroup(group)) continue
    for (const { id, name } of group.roles ?? []) {
      if (id === undefined) throw new Error(`listRoles answered a role without an id in the group ${group.name}`)
      const key = ours.get(String(id))
      const dropped = key !== undefined && reader.desired[key] === undefined
      const needed = dropped || stated.has(`${group.name}/${name}`) || (key !== undefined && stated.has(key))
      const found = async () => {
        const base = { id: String(id), name, groupId, groupName: group.name }
        const locked = key === undefined ? undefined : reader.locked[key]
        const members = needed ? await readMembers(reader, id, key ?? `${group.name}/${name}`, locked) : undefined
        reader.found(String(id), members === undefined ? base : { ...base, members })
      }
      work.push(limit(found))
    }
  }
  await Promise.all(work)
}

/**
 * The members of a role. No number tells how many there are, and the lock learns from the list who had the role before
 * us: whom a short list leaves out once would be taken for an addition, and would lose the role the next time. So a
 * list that the lock is about to learn from is read twice.
 */
async function readMembers(
  { client, gap, prove }: Reader<RoleRemote>,
  role_id: number,
  key: string,
  locked: Locked | undefined,
): Promise<readonly Member[]> {
  const read = async () => {
    const members: Member[] = []
    for await (const { items } of client.pages('listRoleMembers', { role_id })) {
      prove({ pages: 1 })
      members.push(...items)
    }
    return members
  }
  const members = await read()
  const there = new Set(members.map(({ userid }) => `#${userid}`))
  const kept = locked?.kept?.['members'] ?? []
  const learns = locked?.sets?.includes('members') !== true || kept.some((member) => !there.has(member))
  if (!learns) return members
  const again = new Set((await read()).map(({ userid }) => `#${userid}`))
  if (again.size !== there.size || [...again].some((member) => !there.has(member)))
    gap({
      code: 'changed-while-reading',
      message: `the members of role ${key} changed while they were read`,
      refs: [{ kind: 'role', key }],
    })
  return members
}

/** Whether DingTalk still knows the id; 33011 alone says that it does not. */
export async function roleExists(client: Client, id: string): Promise<boolean> {
  try {
    await client.call('getRole', { roleId: Number(id) })
    return true
  } catch (error) {
    if (error instanceof DingTalkError && error.action === 'absent') return false
    throw error
  }
}
