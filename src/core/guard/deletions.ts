import type { Change, Refusal } from '../model.ts'
import type { Settings } from '../settings.ts'
import type { GuardInput } from './input.ts'
import { isRemoval } from './removal.ts'

/** Removals of a kind that `deletions` does not enable. */
export function deletions(changes: readonly Change[], settings: Settings): Refusal[] {
  const kinds = [
    { name: 'users', kind: 'user' },
    { name: 'departments', kind: 'department' },
    { name: 'roles', kind: 'role' },
  ] as const
  return kinds.flatMap(({ name, kind }) => {
    const refs = changes.filter((change) => change.ref.kind === kind && isRemoval(change)).map((change) => change.ref)
    if (refs.length === 0 || settings.deletions[name] === 'enabled') return []
    const entry = `deletions: {${name}: enabled}`
    return [
      {
        code: 'deletion-plan-only' as const,
        message: `${refs.length} of ${name} would be removed, and rollbook.yaml does not enable that`,
        hint: `to allow it, write "${entry}" in rollbook.yaml; to keep them, put their files back`,
        refs,
        entry,
      },
    ]
  })
}

/**
 * People who would be deleted although at the base commit whoever leaves is moved: one change would both drop the
 * department of the departed and delete everybody who was ever put there.
 */
export function departedChanged({ changes, settings, base }: GuardInput): Refusal[] {
  if (!base || base.departed === null || settings.departed !== null) return []
  const refs = changes.filter(({ action, ref }) => action === 'delete' && ref.kind === 'user').map(({ ref }) => ref)
  if (refs.length === 0) return []
  return [
    {
      code: 'departed-changed',
      message: `${refs.length} people would be deleted; at the base commit those who leave are moved to ${base.departed}`,
      hint: 'take "departed" out of rollbook.yaml in a change of its own, and remove people in the next one',
      refs,
      base: true,
    },
  ]
}

/** Mobiles that differ without consent in the person's own file. */
export function replacements({ changes, replaceable }: GuardInput): Refusal[] {
  const refs = changes
    .filter((change) => change.action === 'replace' && !replaceable.includes(change.ref.key))
    .map((change) => change.ref)
  if (refs.length === 0) return []
  return [
    {
      code: 'mobile-replacement',
      message: `${refs.length} people have another mobile in DingTalk; it cannot be changed, only by deleting and adding them again`,
      hint: 'write "replace: mobile" in the person\'s file to allow it, or leave the mobile out of the file',
      refs,
    },
  ]
}
