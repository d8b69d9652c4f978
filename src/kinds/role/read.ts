import pLimit from 'p-limit'
import type { Client, ItemOf } from '../../dingtalk/client.ts'
import type { Locked, Reader } from '../kind.ts'
import { holeOf, unlessAbsent } from '../refused.ts'
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
      const needed =
        reader.whole || dropped || stated.has(`${group.name}/${name}`) || (key !== undefined && stated.has(key))
      const found = async () => {
        const base = { id: String(id), name, groupId, groupName: group.name }
        if (!needed) return reader.found(String(id), base)
        const locked = key === undefined ? undefined : reader.locked[key]
        const members = await readMembers(reader, id, key ?? `${group.name}/${name}`, locked)
        if (members !== undefined) reader.found(String(id), { ...base, members })
      }
      const reading = limit(found)
      reading.catch(() => {})
      work.push(reading)
    }
  }
  await Promise.all(work)
}

/**
 * The members of a role. No number tells how many there are, and the lock learns from the list who had the role before
 * us: whom a short list leaves out once would be taken for an addition, and would lose the role the next time. So a
 * list that the lock learns from for the first time is read twice, and whoever the lock remembers and the list lacks is
 * asked for their own roles. Undefined where the role was deleted between its list and this: a hole in the read.
 */
async function readMembers(
  { client, gap, prove }: Reader<RoleRemote>,
  role_id: number,
  key: string,
  locked: Locked | undefined,
): Promise<readonly Member[] | undefined> {
  const ref = { kind: 'role', key }
  const read = async () => {
    const members: Member[] = []
    try {
      for await (const { items } of client.pages('listRoleMembers', { role_id })) {
        prove({ pages: 1 })
        members.push(...items)
      }
    } catch (error) {
      const gone = `role ${key} disappeared while its members were read`
      gap(holeOf(error, ref, { gone, hidden: `role ${key} is outside the contact scope of the app` }))
      return undefined
    }
    return members
  }
  const members = await read()
  if (members === undefined) return undefined
  const there = new Set(members.map(({ userid }) => `#${userid}`))
  const kept = locked?.kept?.['members'] ?? []
  const short = () =>
    gap({
      code: 'roles',
      message: `the list of role ${key} does not show all of its members`,
      refs: [ref],
    })
  for (const member of kept)
    if (!there.has(member) && (await hasRole(client, member.replace(/^#/, ''), role_id))) short()
  if (locked?.sets?.includes('members')) return members
  const second = await read()
  if (second === undefined) return undefined
  const again = new Set(second.map(({ userid }) => `#${userid}`))
  if (again.size !== there.size || [...again].some((member) => !there.has(member))) short()
  return members
}

/** Whether a person has a role, in the person's own words. */
async function hasRole(client: Client, userid: string, role: number): Promise<boolean> {
  const answer = await unlessAbsent(client.call('getUser', { userid }))
  return answer?.result?.role_list?.some(({ id }) => id === role) ?? false
}

/** Whether DingTalk still knows the id; 33011 alone says that it does not. */
export async function roleExists(client: Client, id: string): Promise<boolean> {
  return (await unlessAbsent(client.call('getRole', { roleId: Number(id) }))) !== undefined
}
