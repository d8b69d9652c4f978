import { type Written, writtenSet } from '../../core/manifest.ts'
import type { Model, Value } from '../../core/model.ts'
import { isEntries, members } from '../../core/value.ts'

/** The file of a role group as it is in DingTalk: what `loadRoles` makes the same models of. */
export function saveRoles(group: string, roles: readonly Model[], file: string): { readonly [field: string]: Written } {
  const list = roles.map((role) => {
    const holders = members(role['members'])
      .filter((userid) => !userid.startsWith('#'))
      .sort()
      .map((userid) => member(userid, role['members']))
    return { name: String(role['name']), ...(holders.length > 0 && { members: holders }) }
  })
  return { ...(group !== file && { group }), roles: list }
}

function member(userid: string, of: Value | undefined): Written {
  const entry = isEntries(of) ? of[userid] : undefined
  const scope = writtenSet(isEntries(entry) ? entry['scope'] : undefined)
  return scope === undefined ? userid : { userid, scope }
}
