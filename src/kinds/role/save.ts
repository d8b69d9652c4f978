import { type Written, writtenSet } from '../../core/manifest.ts'
import type { Model, Value } from '../../core/model.ts'
import { isEntries, members } from '../../core/value.ts'

/** The file of a role group as it is in DingTalk: what `loadRoles` makes the same models of. */
export function saveRoles(group: string, roles: readonly Model[], file: string): { readonly [field: string]: Written } {
  return { ...(group !== file && { group }), roles: roles.map(saveRole) }
}

/** The entry of a role in the file of its group, as it is in DingTalk. */
export function saveRole(role: Model): { readonly [field: string]: Written } {
  const holders = members(role['members'])
    .filter((userid) => !userid.startsWith('#'))
    .sort()
    .map((userid) => member(userid, role['members']))
  return { name: String(role['name']), ...(holders.length > 0 && { members: holders }) }
}

function member(userid: string, of: Value | undefined): Written {
  const entry = isEntries(of) ? of[userid] : undefined
  const found = isEntries(entry) ? entry['scope'] : undefined
  // A scope that is stated is the whole scope: one with departments that have no key of ours is not stated.
  const scope = members(found).some((key) => key.startsWith('#')) ? undefined : writtenSet(found)
  return scope === undefined ? userid : { userid, scope }
}
