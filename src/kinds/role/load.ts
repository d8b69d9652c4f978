import { type Complaint, type Entry, type Loaded, type Origin, setOf } from '../../core/entry.ts'
import type { Path } from '../../core/json-schema.ts'
import type { Value } from '../../core/model.ts'
import type { MemberManifest, RoleManifest, RolesManifest } from './schema.ts'

/** A role group and its roles. The group's name is in the manifest, default or not. */
export function loadRoles(manifest: RolesManifest): Loaded {
  const group = manifest.group?.normalize('NFC')
  if (group === undefined) return { entries: [], complaints: [] }
  const complaints: Complaint[] = []
  const entries: Entry[] = [
    {
      ref: { kind: 'role-group', key: group },
      model: { name: group },
      path: [],
      origins: [['name', undefined, ['group']]],
    },
  ]
  for (const [index, role] of (manifest.roles ?? []).entries())
    if (role?.name !== undefined) entries.push(roleEntry(group, role.name, role, ['roles', index], complaints))
  return { entries, complaints }
}

function roleEntry(group: string, name: string, role: RoleManifest, path: Path, complaints: Complaint[]): Entry {
  const origins: Origin[] = [['name', undefined, [...path, 'name']]]
  const model: Record<string, Value> = { name, group }
  if (role.members !== undefined) {
    origins.push(['members', undefined, [...path, 'members']])
    model['members'] = membersOf(role.members ?? [], [...path, 'members'], origins, complaints)
  }
  const previously = (role.previously ?? []).map((former) => former && `${group}/${former}`)
  origins.push(...setOf('previously', previously, [...path, 'previously']).origins)
  return {
    ref: { kind: 'role', key: `${group}/${name}` },
    model,
    path,
    origins,
    previously: previously.filter((former) => former !== undefined),
  }
}

function membersOf(
  members: readonly MemberManifest[],
  path: Path,
  origins: Origin[],
  complaints: Complaint[],
): { readonly [userid: string]: Value } {
  const set = new Map<string, Value>()
  for (const [index, item] of members.entries()) {
    const { userid, scope } = typeof item === 'object' ? item : { userid: item }
    if (userid === undefined) continue
    const at: Path = typeof item === 'object' ? [...path, index, 'userid'] : [...path, index]
    if (set.has(userid)) complaints.push(repeated(userid, at))
    origins.push(['members', userid, at])
    if (scope === undefined) set.set(userid, {})
    else if (scope === null) set.set(userid, { scope: null })
    else {
      const departments = scope.filter((key) => key !== undefined).map((key) => key.normalize('NFC'))
      for (const [position, key] of scope.entries())
        if (key !== undefined)
          origins.push([`members.${userid}.scope`, key.normalize('NFC'), [...path, index, 'scope', position]])
      // The root is the whole company, and DingTalk says that by naming no department at all.
      const scoped = Object.fromEntries(departments.map((key) => [key, true]))
      set.set(userid, { scope: departments.includes('/') ? null : scoped })
    }
  }
  return Object.fromEntries(set)
}

function repeated(userid: string, path: Path): Complaint {
  return {
    path,
    code: 'duplicate-entry',
    en: [`"${userid}" is listed twice in this role`, 'keep one of the two entries'],
    zh: [`“${userid}”在这个角色里写了两次`, '只保留其中一处'],
  }
}
