import { type Finding, found } from '../../core/doctor.ts'
import { causeOf } from '../../dingtalk/cause.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import { permissionOf } from '../../dingtalk/permissions.ts'
import { type Answer, type Answers, blocker, type FilesEvidence, failed } from './evidence.ts'

/**
 * Which permission points the app has. Those for reading are tried by reading. The one for writing cannot be tried
 * without writing: the contract has no read that needs it, and no call that is known to do nothing.
 */
export function judgePermissions(answers: Answers, states: FilesEvidence['states']): Finding[] {
  const tried: readonly (readonly [string, Answer<unknown> | undefined])[] = [
    [permissionOf('getAuthScopes'), answers.scopes],
    [permissionOf('listSubDepartments'), answers.tree],
    [permissionOf('listUsers'), answers.members],
    [permissionOf('countUsers'), answers.headCount],
  ]
  const searching = permissionOf('getUserIdByMobile')
  const all = [...tried, ...(states.replace ? [[searching, answers.byMobile] as const] : [])]
  const having = (wanted: Verdict) =>
    all.flatMap(([permission, answer]) => (verdictOf(answer) === wanted ? [permission] : []))
  const granted = having('granted')
  const unsure = all.flatMap(([permission, answer]) =>
    answer !== undefined && 'error' in answer && verdictOf(answer) === 'unsure'
      ? [{ permission, error: answer.error }]
      : [],
  )
  // Where none could be tried, what has to be mended first says it all.
  const pointless = unsure.length === all.length && unsure.every(({ error }) => blocker(error) !== undefined)
  return [
    ...(granted.length > 0 ? [found('ok', 'permissions', { permissions: granted })] : []),
    ...having('missing').map((permission) =>
      permission === searching
        ? found('warning', 'permission-optional', { permission })
        : found('problem', 'permission-missing', { permission }),
    ),
    ...(unsure.length > 0 && !pointless
      ? [found('unknown', 'permission-unsure', { permissions: unsure.map(({ permission }) => permission) })]
      : []),
    ...reasons(unsure.map(({ error }) => error)),
    ...judgeFields(answers, states),
    found('unknown', 'write-untested', { permission: permissionOf('createUser') }),
  ]
}

type Verdict = 'granted' | 'missing' | 'unsure'

/** The gateway asks for the permission first: whoever is told that nothing is there, or is out of scope, has it. */
function verdictOf(answer: Answer<unknown> | undefined): Verdict {
  if (answer === undefined) return 'unsure'
  if ('value' in answer) return 'granted'
  const { error } = answer
  const cause = causeOf(error)
  if (cause === 'permission') return 'missing'
  if (cause === 'scope') return 'granted'
  return error instanceof DingTalkError && cause === 'other' && ['absent', 'item'].includes(error.action)
    ? 'granted'
    : 'unsure'
}

/** Why something is unsure, each reason once: another check, or a call that failed in a way nobody expects. */
function reasons(errors: readonly Error[]): Finding[] {
  const byReason = new Map(errors.map((error) => [blocker(error) ?? error.message, failed(error)]))
  return [...byReason.values()]
}

/**
 * What a field permission hides is left out of answers, and so is what is empty. Nearly everybody has a mobile; a
 * profile may well be empty, and the names in `auth_user_field` are of the API's first version, so their absence alone
 * proves nothing.
 */
function judgeFields({ people, scopes }: Answers, states: FilesEvidence['states']): Finding[] {
  if (people === undefined) return []
  const named = scopes !== undefined && 'value' in scopes ? (scopes.value.auth_user_field ?? []) : []
  const findings: Finding[] = []
  if (states.mobile && people.mobile === 0 && !named.includes('mobile'))
    findings.push(found('warning', 'mobile-hidden', {}))
  if (states.profile && people.profile === 0 && !named.includes('email'))
    findings.push(
      found(named.length > 0 ? 'warning' : 'unknown', named.length > 0 ? 'profile-hidden' : 'profile-unsure', {}),
    )
  return findings
}
