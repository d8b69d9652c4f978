import type { Client, ItemOf } from '../../dingtalk/client.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { Kind } from '../kind.ts'

/** A role group as listed, with its roles; pages may split a group, so it is merged by id. */
export type RoleGroupRemote = ItemOf<'listRoles'>

/** DingTalk's own group, with the administrators and department heads in it: read, never written. */
const SYSTEM_GROUPS = ['Default', '默认']

/** A role group. DingTalk has no call that renames or deletes one. */
export const roleGroup: Kind<RoleGroupRemote> = {
  name: 'role-group',
  shapes: {},
  moves: [],
  replaces: [],
  createOnly: [],
  remembered: [],
  unreadable: () => [],
  deletable: false,
  listedWhole: true,

  /** One list serves groups and roles; it is not read while the files have no role and the lock lists none. */
  async read(reader) {
    const managed = { ...reader.desired, ...reader.locked }
    if (!reader.whole && Object.keys(managed).length === 0) return
    for (const [id, group] of await readGroups(reader.client)) reader.found(id, group)
  },

  /**
   * The contract names no code for a group that does not exist; 400002 is what there is. Nothing is ever deleted on
   * account of it: a group that is forgotten is merely no longer ours.
   */
  async exists(client, id) {
    try {
      await client.call('getRoleGroup', { group_id: Number(id) })
      return true
    } catch (error) {
      if (error instanceof DingTalkError && (error.action === 'absent' || error.code === '400002')) return false
      throw error
    }
  },

  identify({ desired, locked, remotes }) {
    const byName = new Map(
      [...remotes].filter(([, group]) => !isSystemGroup(group)).map(([id, { name }]) => [name, id]),
    )
    const pairs = Object.keys(desired).map((key): [string, string | undefined] => {
      const id = locked[key]?.id
      return [key, id !== undefined && remotes.get(id)?.name === key ? id : byName.get(key)]
    })
    return { ids: Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined)) }
  },
  model: ({ name }) => ({ name }),
  witness: ({ name }) => ({ name, mark: name }),
  unmanagedName: (group) => (isSystemGroup(group) ? null : group.name),
  references: () => [],
  asStated: (model) => model,
  omit: () => null,
  slots: () => [],
  park: (model) => model,

  async create(writer, ref) {
    const { groupId } = await writer.client.call('createRoleGroup', { name: ref.key })
    if (groupId === undefined) throw new Error('createRoleGroup answered no groupId')
    return String(groupId)
  },
  async update(_writer, ref) {
    throw new Error(`a role group cannot be changed: ${ref.key}`)
  },
  async delete(_writer, ref) {
    throw new Error(`a role group cannot be deleted: ${ref.key}`)
  },
  naturalKey: (_writer, { key }) => ({ name: key }),
  async find(client, ref) {
    const found = [...(await readGroups(client))].filter(([, group]) => group.name === ref.key)
    return found.map(([id]) => ({ id, mark: 'none' }))
  },
}

/** Groups by id with all their roles. The unit in which DingTalk pages here is not documented (groups or roles). */
export async function readGroups(client: Client): Promise<ReadonlyMap<string, RoleGroupRemote>> {
  const groups = new Map<string, RoleGroupRemote>()
  for (const group of await client.all('listRoles', {})) {
    const id = String(group.groupId)
    const known = groups.get(id)
    const roles = [...(known?.roles ?? []), ...(group.roles ?? [])]
    groups.set(id, { ...group, roles: [...new Map(roles.map((role) => [role.id, role])).values()] })
  }
  return groups
}

/** Whether a group is DingTalk's own. */
export function isSystemGroup({ name }: { readonly name: string }): boolean {
  return SYSTEM_GROUPS.includes(name)
}
