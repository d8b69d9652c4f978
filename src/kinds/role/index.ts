import { claimsOn } from '../../core/claims.ts'
import type { Model, Value } from '../../core/model.ts'
import { changedFields, isEntries, members, withKeys } from '../../core/value.ts'
import type { ItemOf } from '../../dingtalk/client.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import { type Kind, type Names, PartlyWritten, type Writer } from '../kind.ts'
import { temporaryName } from '../park.ts'
import { readGroups } from './group.ts'
import { namedIn, removeMembers, withoutMember, writeMembers } from './members.ts'
import { type RoleRemote, readRoles, roleExists } from './read.ts'

/** A role: its name in its group, who has it, and which departments each of them looks after. */
export const role: Kind<RoleRemote> = {
  name: 'role',
  shapes: { members: { set: { scope: 'set' } } },
  moves: [],
  replaces: [],
  createOnly: [],
  remembered: [],
  unreadable: () => [],
  deletable: true,

  read: readRoles,
  exists: roleExists,

  /**
   * By former name where the lock has no such key or another role has come to be what it has for it, and so on down a
   * chain of renames; by lock, by former name once more, then by name in the group.
   */
  identify({ desired, previously, locked, remotes }) {
    const byName = new Map([...remotes].map(([id, remote]) => [`${remote.groupName}/${remote.name}`, id]))
    const { ids, claim, isTaken } = claimsOn(remotes)
    const keys = Object.keys(desired)
    const claimFormer = (key: string) => {
      for (const former of previously[key] ?? []) claim(key, locked[former]?.id ?? byName.get(former))
    }
    const isOpen = (key: string) =>
      ids[key] === undefined && (locked[key] === undefined || isTaken(locked[key]?.id ?? ''))
    for (let known = -1; known < Object.keys(ids).length; ) {
      known = Object.keys(ids).length
      for (const key of keys) if (isOpen(key)) claimFormer(key)
    }
    for (const key of keys) claim(key, locked[key]?.id)
    for (const key of keys) claimFormer(key)
    for (const key of keys) claim(key, byName.get(key))
    return { ids }
  },

  model(remote, names) {
    const model: Record<string, Value> = { name: remote.name, group: names('role-group', remote.groupId) ?? '' }
    if (remote.members !== undefined) model['members'] = membersOf(remote.members, names)
    return model
  },
  witness: ({ name, groupName }) => ({ name, mark: `${groupName}/${name}` }),
  unmanagedName: ({ name }) => name,

  *references(model: Model) {
    const group = model['group']
    if (typeof group === 'string') yield { kind: 'role-group', key: group }
    yield* namedIn(model['members'])
  },
  asStated(model, names) {
    const { members: stated, ...rest } = model
    if (!isEntries(stated)) return model
    const scoped = Object.entries(withKeys(stated, (key) => names('user', key))).map(
      ([key, member]): [string, Value] => {
        const scope = isEntries(member) ? member['scope'] : undefined
        return [key, isEntries(scope) ? { scope: withKeys(scope, (inner) => names('department', inner)) } : member]
      },
    )
    return { ...rest, members: Object.fromEntries(scoped) }
  },
  omit(model, missing) {
    if (missing.kind === 'role-group') return null
    const stated = model['members']
    return stated === undefined ? model : { ...model, members: withoutMember(stated, missing) }
  },
  slots: (model) => [`${String(model['group'])}/${String(model['name'])}`],
  park: (model, key) => ({ ...model, name: temporaryName(String(model['name']), key) }),

  async create(writer, _ref, after) {
    const id = await createRole(writer, after)
    try {
      await resumeRole(writer, id, after)
    } catch (error) {
      throw new PartlyWritten(id, error)
    }
    return id
  },
  resume: resumeRole,
  async update(writer, ref, before, after) {
    const roleId = Number(writer.id('role', ref.key))
    const changed = changedFields(before, after)
    if (changed.includes('name')) await writer.client.call('updateRole', { roleId, roleName: String(after['name']) })
    if (changed.includes('members')) await writeMembers(writer, roleId, before['members'], after['members'] ?? {})
  },
  /** DingTalk wants a role to be taken from everybody before it is deleted (contract, 2026-05-27). */
  async delete(writer, ref, before) {
    const id = Number(writer.id('role', ref.key))
    try {
      await removeMembers(writer, id, members(before['members']))
      await writer.client.call('deleteRole', { role_id: id })
    } catch (error) {
      if (!(error instanceof DingTalkError) || error.action !== 'absent') throw error
    }
  },
  naturalKey: (writer, _ref, after) => ({
    parent: writer.id('role-group', String(after['group'])),
    name: String(after['name']),
  }),
  async find(client, _ref, { parent, name }) {
    const group = (await readGroups(client)).get(String(parent))
    const found = group?.roles?.filter((role) => role.name === name && role.id !== undefined) ?? []
    return found.map(({ id }) => ({ id: String(id), mark: 'none' }))
  },
}

async function createRole(writer: Writer, after: Model): Promise<string> {
  const groupId = Number(writer.id('role-group', String(after['group'])))
  const { roleId } = await writer.client.call('createRole', { roleName: String(after['name']), groupId })
  if (roleId === undefined) throw new Error('createRole answered no roleId')
  return String(roleId)
}

/** Who has a new role. */
async function resumeRole(writer: Writer, id: string, after: Model): Promise<void> {
  if (isEntries(after['members'])) await writeMembers(writer, Number(id), undefined, after['members'])
}

/** A scope that holds the root is the whole company, which is also what no scope at all means: it is left out. */
function membersOf(list: readonly ItemOf<'listRoleMembers'>[], names: Names): Value {
  const entries = list.flatMap(({ userid, manageScopes }): [string, Value][] => {
    const key = names('user', userid)
    if (key === null) return []
    const departments = (manageScopes ?? []).flatMap(({ dept_id }) =>
      dept_id === undefined ? [] : [names('department', dept_id)],
    )
    if (departments.length === 0 || departments.includes('/')) return [[key, {}]]
    const scope = departments.filter((name) => name !== null).map((name) => [name, true])
    return [[key, { scope: Object.fromEntries(scope) }]]
  })
  return Object.fromEntries(entries)
}
