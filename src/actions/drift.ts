import { drift as compare, type Drifted } from '../commands/drift.ts'
import { EXIT } from '../commands/exit.ts'
import type { PullInput } from '../commands/pull.ts'
import { Client } from '../dingtalk/client.ts'
import { clientOptionsFromEnvironment } from '../dingtalk/environment.ts'
import { type Api, apiOptionsFrom, causeOf, connectGitHub } from '../github/api.ts'
import { trackDrift } from '../github/drift-issue.ts'
import { isUnmerged, readEvent } from '../github/event.ts'
import { defaultBranch } from '../github/tree.ts'
import { forTerminal } from '../render/escape.ts'
import type { Language } from '../render/words.ts'
import { check, invalid, problemReport } from './check.ts'
import { acceptance } from './drift-accept.ts'
import { agrees, driftReport, type Found, unsureReport } from './drift-report.ts'
import { driftWords } from './drift-words.ts'
import { type Ending, InputInvalid, type Inputs, type Job, languagesOf, readInputs, said } from './job.ts'
import { fetchLock } from './lock-store.ts'
import { pageOf } from './page.ts'
import { publish, type Report, remark } from './report.ts'
import { isOvertaken } from './turn.ts'

/**
 * The action `drift`: whether DingTalk is as the files of the default branch say, kept in one issue for each company. It
 * reads DingTalk and never writes. Whatever goes wrong before the two are compared as a whole is no drift: the step
 * fails, and the issue stays as it is.
 */
export async function driftAction(job: Job): Promise<Ending> {
  const { env, runner } = job
  const called = env['GITHUB_EVENT_NAME'] ?? ''
  if (isUnmerged(env) || !['schedule', 'workflow_dispatch'].includes(called)) {
    return { exit: EXIT.refused, said: driftWords.wrongEvent(called) }
  }
  const inputs = readInputs(runner)
  const { head } = readEvent(env)
  if (inputs.token === '') throw new InputInvalid('github-token')
  const api = await connectGitHub(apiOptionsFrom(env, inputs.token))
  const ended = await prepare(job, api, inputs, head)
  if (ended !== null) return ended
  const checked = await check(inputs)
  if (checked.count > 0) {
    await publish(job, problemReport(job, inputs, checked))
    return invalid(checked.count)
  }
  const { languages } = checked
  const compared = await compareWith(job, inputs, languages[0])
  const { drift, sure } = compared.drifted
  const seen: Found = { drift, languages, head }
  if (!sure) {
    await publish(job, unsureReport(job, inputs, seen))
    return { exit: EXIT.refused, said: driftWords.unsure }
  }
  const accepting = await acceptance(job, api, inputs, compared.drifted, { head, input: compared.input })
  if (accepting !== null && 'without' in accepting) remark(job, 'warning', said(accepting.without, languages))
  const found: Found = accepting !== null && 'offer' in accepting ? { ...seen, offer: accepting } : seen
  const report = driftReport(job, inputs, found)
  await publish(job, report)
  return track(job, api, inputs, found, report)
}

/** Sees to it that the files are those of the default branch as it is now, and so is the lock; else how the run ends. */
async function prepare(job: Job, api: Api, inputs: Inputs, head: string): Promise<Ending | null> {
  const ref = job.env['GITHUB_REF'] ?? ''
  try {
    const branch = await defaultBranch(api)
    if (ref !== `refs/heads/${branch}`) return { exit: EXIT.refused, said: driftWords.otherBranch(ref, branch) }
    if (await isOvertaken(api, inputs.directory, { head, branch })) {
      remark(job, 'notice', said(driftWords.overtaken, languagesOf(inputs.language)))
      return { exit: EXIT.done }
    }
    await fetchLock(api, inputs, branch)
    return null
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return { exit: EXIT.error, said: driftWords.unasked[cause] }
  }
}

/** Files, DingTalk and what was applied last; sealed values stay closed, for a reader has no key. */
async function compareWith(
  { env }: Job,
  { directory }: Inputs,
  language: Language | undefined,
): Promise<{ readonly drifted: Drifted; readonly input: PullInput }> {
  const options = clientOptionsFromEnvironment(env)
  const { clientId, clientSecret } = options
  const client = new Client(options)
  try {
    const door = { directory, client, credential: { clientId, clientSecret } }
    const input = { ...door, ...(language !== undefined && { language }) }
    return { drifted: await compare(input), input }
  } finally {
    await client.close()
  }
}

/** Brings the issue up to date. It is what the run is for, so a run that could not write it fails. */
async function track(
  job: Job,
  api: Api,
  { directory, label }: Inputs,
  { drift, languages, head }: Found,
  report: Report,
): Promise<Ending> {
  const done = await trackDrift(api, {
    title: forTerminal(said(driftWords.title(directory), languages).replaceAll('\n', ' · ')),
    label,
    marker: { env: directory, head, planHash: drift.plan.hash },
    agrees: agrees(drift),
    page: pageOf(report),
  })
  if (done.end === 'failed') return { exit: EXIT.error, said: driftWords.issue[done.cause] }
  if (done.end === 'silent') return { exit: EXIT.done }
  job.runner.output('issue-number', String(done.number))
  remark(job, 'notice', said(driftWords.told[done.end](done.number), languages))
  return { exit: EXIT.done }
}
