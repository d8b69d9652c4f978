import { EXIT } from '../commands/exit.ts'
import { apiOptionsFrom, causeOf, connectGitHub } from '../github/api.ts'
import { type Check, writeCheck } from '../github/check-run.ts'
import type { PullRequestEvent } from '../github/event.ts'
import { applyWords } from './apply-words.ts'
import { type Inputs, type Job, said } from './job.ts'
import { pageOf } from './page.ts'
import type { Preview } from './preview.ts'
import { remark } from './report.ts'

/** Room in the summary of a check run; the rest is in the summary of the job. */
const SUMMARY = 60_000

/**
 * Keeps what the preview showed beside the commit, so that the apply after the merge can tell whether it was reviewed.
 * Where that fails a warning says why: the apply will stop and ask.
 */
export async function recordPlan(
  job: Job,
  { directory, token }: Inputs,
  { head, stranger }: PullRequestEvent,
  { report, review, ending, idle }: Preview,
): Promise<void> {
  // A run for a stranger has a token that can only read, and a plan that asked nobody is none to be applied.
  if (token === '' || stranger !== undefined || (review === undefined && ending.exit === EXIT.done)) return
  const conclusion: Check['conclusion'] =
    report.outputs.guard === 'refused'
      ? 'action_required'
      : review === undefined
        ? 'failure'
        : idle
          ? 'success'
          : 'neutral'
  const title = said(applyWords.shown[conclusion], report.languages).replaceAll('\n', ' · ')
  try {
    const api = await connectGitHub(apiOptionsFrom(job.env, token))
    const summary = pageOf(report)(SUMMARY).text
    const kept = review !== undefined && { review }
    await writeCheck(api, { kind: 'plan', company: directory, head, title, summary, conclusion, ...kept })
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    remark(job, 'warning', said(applyWords.unrecorded[cause], report.languages))
  }
}
