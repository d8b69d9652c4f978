import type { Applied } from '../commands/apply.ts'
import { EXIT } from '../commands/exit.ts'
import type { Both } from '../core/json-schema.ts'
import { forMarkdown } from '../render/escape.ts'
import { resultJson } from '../render/json.ts'
import { renderOutcome } from '../render/outcome.ts'
import { renderResult } from '../render/result-markdown.ts'
import { unreviewedNames } from '../render/unreviewed.ts'
import type { Language } from '../render/words.ts'
import { applyWords } from './apply-words.ts'
import type { Ending, Inputs, Job } from './job.ts'
import { inTurn, linkAt, runAddress } from './page.ts'
import { planReport } from './plan-report.ts'
import { fitting } from './preview.ts'
import type { Report } from './report.ts'
import type { Review } from './review.ts'
import { words } from './words.ts'

/** A report that says first that nothing was written. */
export function notDone(report: Report, first: Both = applyWords.notWritten): Report {
  return { ...report, first }
}

/** What came of an apply, or why nothing was begun. `lost` says why the lock did not go back. */
export function applyReport(
  job: Job,
  inputs: Inputs,
  applied: Applied,
  site: {
    readonly languages: readonly Language[]
    readonly head: string
    readonly review: Review
    readonly lost: Both | null
  },
): Report {
  const { languages, head, review, lost } = site
  const { plan, outcomes, end, recovery } = applied
  const asPlan = planReport(job, inputs, { plan, languages, first: words.live, head })
  const { changes, guard } = asPlan.outputs
  const known = { changes: changes ?? 0, 'plan-hash': plan.hash, guard: guard ?? '' }
  if (end === 'refused') return notDone({ ...asPlan, files: [], outputs: known })
  if (end === 'unreviewed')
    return notDone({ ...asPlan, files: [], outputs: known }, unreviewed(applied, inputs, review))
  const count = (status: 'applied' | 'failed' | 'skipped') =>
    outcomes.filter((outcome) => outcome.status === status).length
  const [language = 'zh'] = languages
  const json = resultJson(plan, outcomes, { language, ...(recovery !== null && { findings: recovery.findings }) })
  const rerun = runAddress(job)
  return {
    directory: inputs.directory,
    languages,
    first: lost ?? words.written,
    body(limit, unit) {
      const { text, step } = renderResult(plan, outcomes, {
        language: languages.length > 1 ? 'both' : language,
        limit,
        unit,
        link: linkAt(job, inputs, head),
        ...(rerun !== undefined && { rerun }),
      })
      return { text, truncated: step !== 'full' }
    },
    log: (language) => renderOutcome(plan, outcomes, { language, color: false }),
    notes: [],
    files: [{ output: 'result-json-path', name: 'result.json', text: json }],
    outputs: { ...known, applied: count('applied'), failed: count('failed'), skipped: count('skipped') },
  }
}

/** That an apply broke off, or what else `first` says, and why, in place of a preview that would be about another time. */
export function brokenReport(
  job: Job,
  { directory }: Inputs,
  languages: readonly Language[],
  why: Both,
  first: Both = applyWords.broken,
): Report {
  const print = (language: Language, limit: number) =>
    `${fitting(why[language].split('\n').map(forMarkdown), limit).join('  \n')}\n`
  return {
    directory,
    languages,
    first,
    body: inTurn(languages, print, runAddress(job)),
    log: (language) => why[language],
    notes: [],
    outputs: {},
  }
}

/** How the step ends. */
export function endingOf(applied: Applied, inputs: Inputs, review: Review): Ending {
  const { end } = applied
  if (end === 'done') return { exit: EXIT.done }
  if (end === 'refused') return { exit: EXIT.refused, said: words.refused }
  if (end === 'unreviewed') return { exit: EXIT.refused, said: unreviewed(applied, inputs, review) }
  if (end === 'incomplete') return { exit: EXIT.incomplete, said: words.incomplete }
  return { exit: EXIT.interrupted, said: words.interrupted }
}

/** Which changes nobody has seen, why that is so, and what to do. */
function unreviewed({ plan, extra = [] }: Applied, { planHash }: Inputs, { pulls, unrecorded }: Review): Both {
  if (planHash !== '') return words.planChanged(planHash, plan.hash)
  const names = {
    zh: unreviewedNames(plan, extra, 'zh'),
    en: unreviewedNames(plan, extra, 'en'),
  }
  const why =
    pulls.length === 0
      ? applyWords.unreviewed.noPull
      : unrecorded.length > 0
        ? applyWords.unreviewed.unrecorded(unrecorded)
        : applyWords.unreviewed.more
  const what = applyWords.unreviewed.what(names)
  const next = applyWords.unreviewed.next(plan.hash)
  return { zh: `${what.zh}${why.zh}${next.zh}`, en: `${what.en} ${why.en} ${next.en}` }
}
