import type { Model } from '../../core/model.ts'
import { isEntries, members } from '../../core/value.ts'
import { saveRoles } from '../../kinds/role/save.ts'
import { type Manifest, mergedList, moved, type Taken, Unnamed } from './merge.ts'
import { identityOf, isList, isMapping, type Stated, same } from './pieces.ts'

/**
 * What a role in a file of roles is to say once the differences are taken.
 *
 * @throws Unnamed for a member, or a department of a scope, that the files do not have.
 */
export function stateRole(current: Manifest, model: Model, { before, after, fields }: Taken): Manifest {
  const manifest: Record<string, Stated> = { ...current }
  if (fields.has('name')) manifest['name'] = String(model['name'])
  if (!fields.has('members')) return manifest
  const saved = new Map(
    savedMembers({ ...model, members: after['members'] ?? null }).map((item) => [identityOf(item), item]),
  )
  const change = moved({ before, after }, 'members')
  const unnamed = change.came.find((key) => key.startsWith('#'))
  if (unnamed !== undefined) throw new Unnamed('user', unnamed)
  const [there, stated] = [scopesOf(after), scopesOf(before)]
  const list = mergedList(current['members'], change, (key) => saved.get(key) ?? key)
  manifest['members'] = list.map((item) => {
    const userid = identityOf(item)
    const isNew = change.came.includes(userid)
    if (!isNew && (!isMapping(item) || same(there(userid), stated(userid)))) return item
    const foreign = there(userid)?.find((key) => key.startsWith('#'))
    if (foreign !== undefined) throw new Unnamed('department', foreign)
    return saved.get(userid) ?? item
  })
  return manifest
}

/** The entry of a role that is new to the files. */
export function newRole(model: Model): Manifest {
  const [role] = rolesOf(model)
  return role ?? {}
}

function savedMembers(model: Model): readonly Stated[] {
  const list = newRole(model)['members']
  return list !== undefined && isList(list) ? list : []
}

function rolesOf(model: Model): readonly Manifest[] {
  const { roles = [] } = saveRoles('', [model], '') as { readonly roles?: readonly Manifest[] }
  return roles
}

/** The scope of each member, as keys. */
function scopesOf(model: Model) {
  const held = model['members']
  return (userid: string): readonly string[] | undefined => {
    const member = isEntries(held) ? held[userid] : undefined
    const scope = isEntries(member) ? member['scope'] : undefined
    return scope === undefined || scope === null ? undefined : members(scope)
  }
}
