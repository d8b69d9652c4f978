import { isReservedGroup } from '../../core/check-roles.ts'
import type { LeftOut } from '../../core/import-report.ts'
import type { JsonSchema } from '../../core/json-schema.ts'
import type { Written } from '../../core/manifest.ts'
import type { Ids, Ref, Snapshot } from '../../core/model.ts'
import { isSystemGroup, type RoleGroupRemote, roleGroup } from '../../kinds/role/group.ts'
import { role } from '../../kinds/role/index.ts'
import type { RoleRemote } from '../../kinds/role/read.ts'
import { rolesSchema } from '../../kinds/role/schema.ts'
import { user } from '../../kinds/user/index.ts'
import type { UserRemote } from '../../kinds/user/remote.ts'
import { personSchema } from '../../kinds/user/schema.ts'
import type { SavedFolder } from './departments.ts'
import { expressible } from './expressible.ts'

/**
 * Keys for everything that comes under management. What files cannot call by its name is left out whole: a userid or a
 * role has no other one, and stays in DingTalk as it is, unmanaged.
 */
export function idsOf(snapshot: Snapshot, folders: readonly SavedFolder[], leftOut: LeftOut[]): Ids {
  const keep = (ref: Ref, why: LeftOut['why'] | null) => {
    if (why !== null) leftOut.push({ ref, why })
    return why === null
  }
  const ours = new Set(folders.map(({ id }) => id))
  const folded = new Set<string>()
  const people = ([...(snapshot.remotes[user.name] ?? [])] as [string, UserRemote][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([userid, { departments }]) => {
      const isOurs = departments.some((id) => ours.has(String(id)))
      return keep({ kind: user.name, key: userid }, isOurs ? personFault(userid, folded) : 'associated')
    })
  const taken = new Set<string>()
  const groups = ([...(snapshot.remotes[roleGroup.name] ?? [])] as [string, RoleGroupRemote][])
    .filter(([, group]) => !isSystemGroup(group))
    .filter(([, { name }]) => keep({ kind: roleGroup.name, key: name }, groupFault(name) ?? repeated(name, taken)))
  const groupIds = new Set(groups.map(([id]) => id))
  const roles = ([...(snapshot.remotes[role.name] ?? [])] as [string, RoleRemote][])
    .filter(([, { groupId }]) => groupIds.has(groupId))
    // They come in the order in which their members were read: the oldest first, so that equal companies give equal files.
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([id, remote]) => ({ id, remote, key: `${remote.groupName}/${remote.name}` }))
  const paths = new Map<string, number>()
  for (const { key } of roles) paths.set(key, (paths.get(key) ?? 0) + 1)
  const kept = roles.filter(({ key, remote }) => {
    // One path, divided differently by two groups: nothing tells later which of the two roles is meant.
    const isShared = (paths.get(key) ?? 0) > 1
    return keep({ kind: role.name, key }, isShared ? 'reserved' : roleFault(remote.name, key))
  })
  return {
    department: Object.fromEntries(folders.map(({ key, id }) => [key, id])),
    user: Object.fromEntries(people.map(([userid]) => [userid, userid])),
    'role-group': Object.fromEntries(groups.map(([id, { name }]) => [name, id])),
    role: Object.fromEntries(kept.map(({ key, id }) => [key, id])),
  }
}

/** The files take userids that differ in capitals only for one, so the second of two cannot stand in them. */
function personFault(userid: string, folded: Set<string>): LeftOut['why'] | null {
  const same = userid.toLowerCase()
  if (userid in Object.prototype || folded.has(same)) return 'reserved'
  folded.add(same)
  return misfit({ kind: user.name, key: userid }, personSchema, { userid })
}

/** Why a role group cannot stand in the files: its name is its key, and nothing there can be called otherwise. */
export function groupFault(name: string): LeftOut['why'] | null {
  if (name in Object.prototype || isReservedGroup(name)) return 'reserved'
  const unfit = misfit({ kind: roleGroup.name, key: name }, rolesSchema, { group: name, roles: [] })
  return unfit ?? (name === name.normalize('NFC') ? null : 'not-allowed')
}

function roleFault(name: string, key: string): LeftOut['why'] | null {
  const unfit = misfit({ kind: role.name, key }, rolesSchema, { roles: [{ name }] })
  return unfit ?? (key in Object.prototype ? 'reserved' : null)
}

function repeated(key: string, taken: Set<string>): LeftOut['why'] | null {
  if (taken.has(key)) return 'reserved'
  taken.add(key)
  return null
}

/** Why the loader would not take a manifest, if it would not. */
function misfit(ref: Ref, schema: JsonSchema, manifest: { readonly [field: string]: Written }): LeftOut['why'] | null {
  const found: LeftOut[] = []
  expressible(ref, schema, manifest, found)
  return found[0]?.why ?? null
}
