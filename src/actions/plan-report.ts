import { posix } from 'node:path'
import type { Both } from '../core/json-schema.ts'
import { type Action, type Plan, placeKey } from '../core/model.ts'
import type { Note } from '../github/annotations.ts'
import { renderComment } from '../render/comment.ts'
import { planJson } from '../render/json.ts'
import { readPlan } from '../render/sentences.ts'
import { renderPlan } from '../render/text.ts'
import type { Language } from '../render/words.ts'
import type { Inputs, Job } from './job.ts'
import { linkAt, runAddress } from './page.ts'
import type { Report } from './report.ts'

/** What a plan is told with. */
export interface PlanTold {
  readonly plan: Plan
  readonly languages: readonly Language[]
  /** The first line: what the plan was compared with. */
  readonly first: Both
  /** The commit whose files it was made of. */
  readonly head: string
}

/** A plan as a report. */
export function planReport(job: Job, inputs: Inputs, { plan, languages, first, head }: PlanTold): Report {
  const { directory } = inputs
  const count = (action: Action) =>
    plan.changes.filter((change) => change.action === action && !change.temporary).length
  const [language = 'zh'] = languages
  const run = runAddress(job)
  return {
    directory,
    languages,
    first,
    body(limit, unit) {
      const { text, step } = renderComment(plan, {
        language: languages.length > 1 ? 'both' : language,
        limit,
        unit,
        link: linkAt(job, inputs, head),
        review: true,
        chart: true,
        ...(run !== undefined && { fullPlan: run }),
      })
      return { text, truncated: step !== 'full' }
    },
    log: (language) => renderPlan(plan, { language, color: false, width: 120 }),
    notes: refusalNotes(directory, languages, plan),
    files: [{ output: 'plan-json-path', name: 'plan.json', text: planJson(plan) }],
    outputs: {
      changes: plan.changes.filter(({ temporary }) => !temporary).length,
      creates: count('create'),
      updates: count('update'),
      moves: count('move'),
      replaces: count('replace'),
      deletes: count('delete'),
      'plan-hash': plan.hash,
      guard: guardOf(plan),
      read: plan.refresh === 'none' ? 'nothing' : 'dingtalk',
      problems: 0,
    },
  }
}

/** Whether the plan may be applied. */
export function guardOf({ refusals }: Plan): 'passed' | 'refused' {
  return refusals.length > 0 ? 'refused' : 'passed'
}

/** Each reason to stop, beside the first line of the files that it is about; deletions have none. */
function refusalNotes(directory: string, languages: readonly Language[], plan: Plan): Note[] {
  const places = new Map(
    plan.changes.flatMap(({ ref, place }) => (place === undefined ? [] : [[placeKey(ref), place]])),
  )
  const inLanguages = languages.map((language) => {
    const refused = readPlan(plan, language, {}).sections.find(({ id }) => id === 'refused')
    return refused?.lines.map(({ text, under = [] }) => [text, ...under].join('\n')) ?? []
  })
  return plan.refusals.map(({ code, refs }, at) => {
    const place = refs.map((ref) => places.get(placeKey(ref))).find((found) => found !== undefined)
    return {
      level: 'error',
      title: code,
      text: inLanguages.map((texts) => texts[at] ?? code).join('\n'),
      ...(place !== undefined && { file: posix.join(directory, place.file), line: place.line }),
    }
  })
}
