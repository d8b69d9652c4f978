import { apiOptionsFrom, connectGitHub } from '../github/api.ts'
import { speak } from '../github/comment.ts'
import type { PullRequestEvent } from '../github/event.ts'
import { type Inputs, type Job, said } from './job.ts'
import { pageOf } from './page.ts'
import type { Preview } from './preview.ts'
import { remark } from './report.ts'
import { words } from './words.ts'

/** Puts the preview into the pull request. Where that fails the preview stands in the summary, and a warning says why. */
export async function comment(
  job: Job,
  { directory, comment: mode, token }: Inputs,
  { number, head, stranger }: PullRequestEvent,
  { report, planHash, idle }: Preview,
): Promise<void> {
  const { languages } = report
  if (mode === 'off') return
  if (token === '') return remark(job, 'warning', said(words.noToken, languages))
  const api = await connectGitHub(apiOptionsFrom(job.env, token))
  const spoken = await speak(api, {
    number,
    mode,
    idle,
    marker: { env: directory, head, planHash, mode: 'plan' },
    page: pageOf(report),
  })
  if (spoken.end === 'left') return remark(job, 'notice', said(words.left, languages))
  if (spoken.end !== 'failed') return
  // GitHub gives such a run a token that can only read: nothing that anybody could set right.
  if (stranger !== undefined && spoken.cause === 'permission') {
    return remark(job, 'notice', said(words.strangerComment, languages))
  }
  remark(job, 'warning', said(words.comment[spoken.cause], languages))
}
