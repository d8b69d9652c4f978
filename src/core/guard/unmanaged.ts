import type { Refusal } from '../model.ts'
import type { GuardInput } from './input.ts'

/**
 * DingTalk deletes empty sub-departments along with their parent, and refuses (60005) while anybody is left in a
 * department: what is not ours must not go the one way, nor stop a run half done the other way.
 */
export function unmanagedBelow({ changes, unmanagedIn }: GuardInput): Refusal[] {
  const found = changes
    .filter(({ action, ref }) => action === 'delete' && ref.kind === 'department')
    .map(({ ref }) => ({ ref, inside: unmanagedIn(ref.key) }))
    .filter(({ inside }) => inside.length > 0)
  if (found.length === 0) return []
  const inside = found.flatMap((department) => department.inside)
  const names = inside.map(({ name, key }) => name ?? key).join(', ')
  return [
    {
      code: 'unmanaged-below',
      message: `${found.length} departments would be dissolved that still hold what is not managed: ${names}`,
      hint: 'move those departments and people elsewhere in DingTalk, or take them into the files',
      refs: found.map(({ ref }) => ref),
      blocking: inside.map(({ kind, key }) => ({ kind, key })),
    },
  ]
}
