import { type Finding, found } from '../../core/doctor.ts'
import { type Answers, failed } from './evidence.ts'

/** How much of the company the app may see, and which fields of people. */
export function judgeScope({ scopes, scopeNames = [], headCount }: Answers): Finding[] {
  if (scopes === undefined) return []
  if ('error' in scopes) return [failed(scopes.error)]
  const { auth_org_scopes, auth_user_field } = scopes.value
  const departments = auth_org_scopes?.authed_dept ?? []
  const people = auth_org_scopes?.authed_user?.length ?? 0
  const fields = auth_user_field ?? []
  const counted = headCount !== undefined && 'value' in headCount ? headCount.value : undefined
  const reach = departments.includes(1)
    ? found('ok', 'scope-whole', {})
    : departments.length > 0
      ? found('problem', 'scope-partial', {
          departments: scopeNames,
          more: departments.length - scopeNames.length,
          people,
        })
      : people > 0
        ? found('problem', 'scope-people', { people })
        : found('problem', 'scope-empty', {})
  return [
    reach,
    ...(counted === undefined ? [] : [found('ok', 'head-count', { people: counted })]),
    ...(fields.length > 0 ? [found('ok', 'fields', { fields })] : []),
  ]
}
