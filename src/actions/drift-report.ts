import { countDrift, type Drift } from '../core/drift.ts'
import type { Both } from '../core/json-schema.ts'
import { renderDriftMarkdown } from '../render/drift-markdown.ts'
import { renderDrift } from '../render/drift-text.ts'
import { linked } from '../render/page-markdown.ts'
import { readPlan } from '../render/sentences.ts'
import type { Language } from '../render/words.ts'
import { brokenReport } from './apply-report.ts'
import { driftWords } from './drift-words.ts'
import type { Inputs, Job } from './job.ts'
import { linkAt, runAddress } from './page.ts'
import { planReport } from './plan-report.ts'
import type { Report } from './report.ts'
import { words } from './words.ts'

/** What a run found, by the files of the commit `head`. */
export interface Found {
  readonly drift: Drift
  /** A branch that accepts it. */
  readonly offer?: { readonly offer: Both; readonly address: string | undefined }
  readonly languages: readonly Language[]
  readonly head: string
}

/**
 * Whether there is nothing to tell: nobody changed DingTalk past the files, and nothing would stop an apply. What was
 * merged and waits for one is told by the apply itself, also where it was stopped.
 */
export function agrees({ differences, plan }: Drift): boolean {
  const { conflict, drift, intended } = countDrift(differences)
  return conflict + drift === 0 && (intended > 0 || plan.refusals.length === 0)
}

/** Why a comparison says nothing; what it seemed to find is not shown, for it may be of another company. */
export function unsureReport(job: Job, inputs: Inputs, { drift: { plan }, languages }: Found): Report {
  const why = (language: Language) =>
    readPlan(plan, language)
      .sections.filter(({ id }) => id === 'refused' || id === 'gaps')
      .flatMap(({ lines }) => lines.flatMap(({ text, under = [] }) => [text, ...under]))
      .join('\n')
  return brokenReport(job, inputs, languages, { zh: why('zh'), en: why('en') }, driftWords.unsure)
}

/** What was found, as a report. Reasons to stop are no errors here: nothing was about to be written. */
export function driftReport(job: Job, inputs: Inputs, { drift, languages, head, offer }: Found): Report {
  const { plan } = drift
  const asPlan = planReport(job, inputs, { plan, languages, first: words.live, head })
  const { changes = 0, guard = '' } = asPlan.outputs
  const [language = 'zh'] = languages
  const run = runAddress(job)
  const offered =
    offer === undefined ? '' : `${languages.map((each) => linked(offer.offer[each], offer.address)).join('  \n')}\n\n`
  return {
    ...asPlan,
    body(limit, unit) {
      const room = limit - (unit === 'bytes' ? Buffer.byteLength(offered) : offered.length)
      const { text, step } = renderDriftMarkdown(drift, {
        language: languages.length > 1 ? 'both' : language,
        limit: room,
        unit,
        link: linkAt(job, inputs, head),
        issue: true,
        ...(run !== undefined && { fullPlan: run }),
      })
      return { text: offered + text, truncated: step !== 'full' }
    },
    log: (language) => renderDrift(drift, { language, color: false, width: 120, issue: true }),
    notes: [],
    outputs: { drift: String(!agrees(drift)), changes, 'plan-hash': plan.hash, guard, problems: 0 },
  }
}
