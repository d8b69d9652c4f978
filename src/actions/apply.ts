import { EXIT, exitOf } from '../commands/exit.ts'
import { lockPath } from '../commands/lock-copy.ts'
import { type Api, apiOptionsFrom, causeOf, connectGitHub } from '../github/api.ts'
import { writeCheck } from '../github/check-run.ts'
import { type GitHubEvent, isUnmerged, readEvent } from '../github/event.ts'
import { applyReport, brokenReport, endingOf, notDone } from './apply-report.ts'
import { type OpenCheck, type Run, runApply } from './apply-run.ts'
import { applyWords } from './apply-words.ts'
import { check as checkFiles, invalid, problemReport } from './check.ts'
import { type Ending, InputInvalid, type Inputs, type Job, languagesOf, readInputs, said } from './job.ts'
import { fetchLock, lockFailure, returnLock } from './lock-store.ts'
import { told } from './preview.ts'
import { publish, type Report, remark } from './report.ts'
import { closeCheck, type End, tellPulls } from './result.ts'
import { reviewFor } from './review.ts'
import { turnOf } from './turn.ts'
import { words } from './words.ts'

/**
 * The action `apply`: makes DingTalk equal the files, as far as that was reviewed. It writes, so it never runs for a
 * change that was not merged; that is asked first, of the runner's own variables, before anything else is read.
 */
export async function applyAction(job: Job): Promise<Ending> {
  const { env, runner } = job
  const called = env['GITHUB_EVENT_NAME'] ?? ''
  if (isUnmerged(env)) return { exit: EXIT.refused, said: words.unmerged(called) }
  if (!['push', 'schedule', 'workflow_dispatch'].includes(called)) {
    return { exit: EXIT.refused, said: words.notApplied(called) }
  }
  const inputs = readInputs(runner)
  const event = readEvent(env)
  if (inputs.token === '') throw new InputInvalid('github-token')
  try {
    const api = await connectGitHub(apiOptionsFrom(env, inputs.token))
    const turn = await turnOf(api, job, inputs, event)
    if ('branch' in turn) return await applyTurn(job, inputs, event, { api, branch: turn.branch })
    if (turn.because !== undefined)
      remark(job, 'notice', said(applyWords.turn[turn.because], languagesOf(inputs.language)))
    return turn.ending
  } catch (error) {
    if (causeOf(error) === null) throw error
    return failureOf(error)
  }
}

interface Site {
  readonly api: Api
  readonly branch: string
}

/** From the moment that GitHub shows the apply on the commit, until it shows how that ended. */
async function applyTurn(job: Job, inputs: Inputs, event: GitHubEvent, { api, branch }: Site): Promise<Ending> {
  const { head } = event
  const languages = languagesOf(inputs.language)
  const title = said(applyWords.check.running, languages).replaceAll('\n', ' · ')
  const { id, app } = await writeCheck(api, { kind: 'apply', company: inputs.directory, head, title, summary: title })
  const check: OpenCheck = { id }
  try {
    const review = await reviewFor(api, inputs, { head, branch, app })
    if (event.name === 'push' && review.same) {
      remark(job, 'notice', said(applyWords.turn.same, languages))
      await closeCheck(api, check, languages, { end: 'done', report: null })
      return { exit: EXIT.done }
    }
    const { ending, report, end } = await applied(job, inputs, event, { api, branch, check, review })
    await publish(job, report)
    await closeCheck(api, check, report.languages, { end, report })
    await tellPulls(job, api, inputs, review.pulls, { end, report })
    return ending
  } catch (error) {
    await closeCheck(api, check, languages, { end: 'failed', report: null })
    throw error
  }
}

interface Came {
  readonly end: End
  readonly report: Report
  readonly ending: Ending
}

/** Applies with the lock as the branch has it, and brings the lock back whatever happens. */
async function applied(
  job: Job,
  inputs: Inputs,
  event: GitHubEvent,
  { api, branch, check, review }: Site & Omit<Run, 'languages'>,
): Promise<Came> {
  const lockApi = inputs.lockToken === '' ? api : await connectGitHub(apiOptionsFrom(job.env, inputs.lockToken))
  const fetched = await fetchLock(lockApi, inputs, branch)
  const checked = await checkFiles(inputs)
  if (checked.count > 0) {
    return { end: 'invalid', report: notDone(problemReport(job, inputs, checked)), ending: invalid(checked.count) }
  }
  const { languages } = checked
  const [run] = await Promise.allSettled([runApply(job, inputs, event, { api, check, review, languages })])
  const committed = await returnLock(lockApi, inputs, fetched, event.head)
  job.runner.output('lock-path', lockPath(inputs.directory))
  const lost = committed === null ? null : lockFailure(committed, fetched.branch)
  if (lost !== null) remark(job, 'error', said(lost, languages))
  if (run.status === 'rejected') {
    const failure = failureOf(run.reason)
    return { end: 'failed', report: brokenReport(job, inputs, languages, failure.said), ending: failure }
  }
  const report = applyReport(job, inputs, run.value, { languages, head: event.head, review, lost })
  const ending = endingOf(run.value, inputs, review)
  if (lost === null || ending.exit !== EXIT.done) return { end: run.value.end, report, ending }
  return { end: 'failed', report, ending: { exit: EXIT.error, said: lost } }
}

/** How the step ends for anything that was thrown, by DingTalk or by GitHub. */
function failureOf(error: unknown): Required<Ending> {
  const cause = causeOf(error)
  return { exit: exitOf(error), said: cause === null ? told(error) : applyWords.github[cause] }
}
