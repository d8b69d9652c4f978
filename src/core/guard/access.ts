import type { Refusal } from '../model.ts'
import type { GuardInput } from './input.ts'
import { isRemoval, losesAccount } from './removal.ts'

/**
 * The app reads DingTalk through a contact scope. What it names besides the root must stay where it is: after it is
 * gone the app sees less, and what it does not see looks like something that was deleted.
 */
export function ownAccess({ changes, access, identified }: GuardInput): Refusal[] {
  const { ids } = identified
  const named = (kind: 'department' | 'user', key: string) => {
    const id = ids[kind]?.[key]
    return id !== undefined && (kind === 'department' ? access.departments : access.users).includes(id)
  }
  const refs = changes
    .filter((change) => {
      const { kind, key } = change.ref
      if (kind === 'department') return (isRemoval(change) || change.action === 'move') && named(kind, key)
      return losesAccount(change) && named('user', key)
    })
    .map(({ ref }) => ref)
  if (refs.length === 0) return []
  return [
    {
      code: 'own-access',
      message: `the app sees DingTalk through ${refs.length} of the people or departments that would be removed or moved`,
      hint: "first take them out of the app's contact scope in DingTalk's developer console, or put their files back",
      refs,
    },
  ]
}
