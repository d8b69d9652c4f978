import { type Check, checkOf, type Diagnosis, type Finding, found } from '../../core/doctor.ts'
import { causeOf, quotaIn } from '../../dingtalk/cause.ts'
import { contract } from '../../dingtalk/contract.ts'
import { judgeCredential, judgeNetwork } from './connection.ts'
import { type Answers, blocker, type Evidence, failures, first } from './evidence.ts'
import { judgeEnvironment, judgeFiles } from './local.ts'
import { judgeMarks } from './marks.ts'
import { judgePermissions } from './permissions.ts'
import { judgeScope } from './scope.ts'

/** What the evidence says, check by check. Pure: it asks nobody. */
export function judge(evidence: Evidence): Diagnosis {
  const { answers, files } = evidence
  const asked = (judgement: (answers: Answers) => readonly Finding[]): readonly Finding[] =>
    answers === undefined ? [first('environment')] : judgement(answers)
  /** Without a token nobody answers, so that has to be mended before these say anything. */
  const answered = (judgement: (answers: Answers) => readonly Finding[]) =>
    asked((given) => ('error' in given.token ? [first(blocker(given.token.error) ?? 'credential')] : judgement(given)))
  const checks: Check[] = [
    checkOf('environment', judgeEnvironment(evidence)),
    checkOf('files', judgeFiles(files)),
    checkOf('network', asked(judgeNetwork)),
    checkOf(
      'credential',
      asked((given) => judgeCredential(given, files.corp)),
    ),
    checkOf(
      'permissions',
      answered((given) => judgePermissions(given, files.states)),
    ),
    checkOf('scope', answered(judgeScope)),
    checkOf('clock', asked(judgeClock)),
    checkOf(
      'quota',
      answered((given) => judgeQuota(given, files.corp)),
    ),
    checkOf(
      'marks',
      answered((given) => judgeMarks(given, files.lock)),
    ),
  ]
  return { checks, healthy: checks.every(({ state }) => state !== 'problem') }
}

/** Answers tell whole seconds and travel a while, so a few seconds say nothing. */
function judgeClock({ skew }: Answers): Finding[] {
  if (skew === undefined) return [found('unknown', 'clock-unknown', {})]
  const seconds = Math.round(skew / 1000)
  if (Math.abs(seconds) <= 60) return [found('ok', 'clock', { seconds })]
  return [found(Math.abs(seconds) > 300 ? 'problem' : 'warning', 'clock-off', { seconds })]
}

/** No call of the contract tells what is left of the month; only that nothing is. */
function judgeQuota(answers: Answers, corp: string | null): Finding[] {
  const usedUp = failures(answers).find((error) => causeOf(error) === 'quota')
  if (usedUp) return [found('problem', 'quota-used-up', quotaIn(usedUp) ?? { used: '', limit: '' })]
  const { getAuthScopes, getCorpToken } = contract.operations
  const calls = [getAuthScopes, ...(corp === null ? [] : [getCorpToken])]
  const plan = calls.filter(({ metered }) => metered === true).length
  const perhaps = calls.filter(({ metered }) => metered === 'unknown').length
  return [found('unknown', 'quota-untold', { plan, perhaps, here: answers.metered })]
}
