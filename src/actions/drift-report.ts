import type { Plan } from '../core/model.ts'
import { renderComment } from '../render/comment.ts'
import { readPlan } from '../render/sentences.ts'
import { renderPlan } from '../render/text.ts'
import type { Language } from '../render/words.ts'
import { brokenReport } from './apply-report.ts'
import { driftWords } from './drift-words.ts'
import type { Inputs, Job } from './job.ts'
import { linkAt, runAddress } from './page.ts'
import { planReport } from './plan-report.ts'
import type { Report } from './report.ts'
import { words } from './words.ts'

/** What a run found: the plan of what an apply would do to DingTalk, by the files of the commit `head`. */
export interface Found {
  readonly plan: Plan
  readonly languages: readonly Language[]
  readonly head: string
}

/** Whether DingTalk is as the files say, and nothing would stop an apply. */
export function agrees({ changes, refusals }: Plan): boolean {
  return changes.length + refusals.length === 0
}

/**
 * Whether a plan says anything about drift at all: what was not seen could be taken for missing, and another company
 * differs in everything.
 */
export function isSure({ complete, refusals }: Plan): boolean {
  return complete && !refusals.some(({ code }) => code === 'incomplete-read' || code === 'wrong-company')
}

/** Why a comparison says nothing; what it seemed to find is not shown, for it may be of another company. */
export function unsureReport(job: Job, inputs: Inputs, { plan, languages }: Found): Report {
  const why = (language: Language) =>
    readPlan(plan, language)
      .sections.filter(({ id }) => id === 'refused' || id === 'gaps')
      .flatMap(({ lines }) => lines.flatMap(({ text, under = [] }) => [text, ...under]))
      .join('\n')
  return brokenReport(job, inputs, languages, { zh: why('zh'), en: why('en') }, driftWords.unsure)
}

/** What was found, as a report. Reasons to stop are no errors here: nothing was about to be written. */
export function driftReport(job: Job, inputs: Inputs, { plan, languages, head }: Found): Report {
  const asPlan = planReport(job, inputs, { plan, languages, first: words.live, head })
  const { changes = 0, guard = '' } = asPlan.outputs
  const [language = 'zh'] = languages
  const run = runAddress(job)
  return {
    ...asPlan,
    body(limit, unit) {
      const { text, step } = renderComment(plan, {
        language: languages.length > 1 ? 'both' : language,
        limit,
        unit,
        link: linkAt(job, inputs, head),
        drift: true,
        ...(run !== undefined && { fullPlan: run }),
      })
      return { text, truncated: step !== 'full' }
    },
    log: (language) => renderPlan(plan, { language, color: false, width: 120, drift: true }),
    notes: [],
    outputs: { drift: String(!agrees(plan)), changes, 'plan-hash': plan.hash, guard, problems: 0 },
  }
}
