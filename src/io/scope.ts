import type { Locked } from '../core/lockfile.ts'
import type { Gap, Snapshot } from '../core/model.ts'
import type { Client } from '../dingtalk/client.ts'

/** What the app may see: a gap unless it is the whole company, and the fields of people that it perhaps may not read. */
export interface Scope {
  readonly gap?: Gap
  readonly hiddenFields: readonly string[]
  /** What the app sees DingTalk through besides the root department, as ids. */
  readonly access: Snapshot['access']
}

/** Field permissions, as `auth_user_field` names them (v1 names), and the fields that each of them opens. */
const PERMITTED = {
  mobile: ['mobile'],
  email: ['email', 'remark', 'work_place', 'extension'],
} as const

/**
 * The contact scope of the app. With a partial one, objects outside of it look like deleted ones. This is the one
 * metered call of a plan (contract: official exemption list, 2026-07-22).
 */
export async function readScope(client: Client, locked: { readonly [key: string]: Locked }): Promise<Scope> {
  const { auth_org_scopes, auth_user_field } = await client.call('getAuthScopes', {})
  const departments = auth_org_scopes?.authed_dept ?? []
  const fields = auth_user_field ?? []
  const access = {
    departments: departments.filter((id) => id !== 1).map(String),
    users: auth_org_scopes?.authed_user ?? [],
  }
  const hiddenFields = Object.entries(PERMITTED).flatMap(([name, opened]) =>
    fields.length === 0 || fields.includes(name) ? [] : opened,
  )
  if (departments.includes(1)) return { hiddenFields, access }
  const keyOf = new Map(Object.entries(locked).map(([key, { id }]) => [id, key]))
  const names = departments.map((id) => keyOf.get(String(id)) ?? `#${id}`).sort()
  const seen = names.length === 0 ? 'no department' : `only ${names.join(', ')} and what is below`
  return {
    gap: {
      code: 'scope',
      message: `the app may see ${seen}, not the whole company`,
      refs: names.map((key) => ({ kind: 'department', key })),
    },
    hiddenFields,
    access,
  }
}
