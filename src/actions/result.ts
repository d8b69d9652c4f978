import type { Applied } from '../commands/apply.ts'
import { type Api, causeOf } from '../github/api.ts'
import { changeCheck } from '../github/check-run.ts'
import { speak } from '../github/comment.ts'
import type { MergedPull } from '../github/merged.ts'
import type { Language } from '../render/words.ts'
import type { OpenCheck } from './apply-run.ts'
import { applyWords } from './apply-words.ts'
import { type Inputs, type Job, said } from './job.ts'
import { pageOf } from './page.ts'
import { type Report, remark } from './report.ts'
import { words } from './words.ts'

/** How an apply ended, as its check run has it. */
export type End = Applied['end'] | 'invalid' | 'failed'

/** Room in the summary of a check run; the rest is in the summary of the job. */
const SUMMARY = 60_000

/**
 * Says on the commit how the apply ended. Only a whole one is a success: after anything else the next apply goes on with
 * what is left of it. Where GitHub cannot be told, the check run stays open, which means the same.
 */
export async function closeCheck(
  api: Api,
  { id, begun: review }: OpenCheck,
  languages: readonly Language[],
  { end, report }: { readonly end: End; readonly report: Report | null },
): Promise<void> {
  const title = said(applyWords.check[end], languages).replaceAll('\n', ' · ')
  const conclusion =
    end === 'done' ? 'success' : end === 'refused' || end === 'unreviewed' ? 'action_required' : 'failure'
  try {
    const summary = report === null ? title : pageOf(report)(SUMMARY).text
    await changeCheck(api, id, { title, summary, conclusion, ...(review !== undefined && { review }) })
  } catch (error) {
    if (causeOf(error) === null) throw error
  }
}

/** Turns the preview in each pull request into the result. Where that fails a warning says why, and nothing else is wrong. */
export async function tellPulls(
  job: Job,
  api: Api,
  { directory, comment: mode }: Inputs,
  pulls: readonly MergedPull[],
  { end, report }: { readonly end: End; readonly report: Report },
): Promise<void> {
  const planHash = String(report.outputs['plan-hash'] ?? '') || null
  const idle = end === 'done' && report.outputs.changes === 0
  for (const { number, head } of pulls) {
    const marker = { env: directory, head, planHash, mode: 'result' } as const
    const spoken = await speak(api, { number, mode, idle, marker, page: pageOf(report) })
    if (spoken.end === 'failed') remark(job, 'warning', said(words.comment[spoken.cause], report.languages))
  }
}
