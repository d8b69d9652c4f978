import { writeFile } from 'node:fs/promises'
import { type PlanInput, plan } from '../commands/plan.ts'
import { planOffline } from '../commands/plan-offline.ts'
import { interruptedRun } from '../commands/recover.ts'
import type { Desired } from '../core/desired.ts'
import { JournalInvalid } from '../core/journal.ts'
import type { Plan } from '../core/model.ts'
import { renderError } from '../render/error.ts'
import { renderHtml } from '../render/html.ts'
import { planJson } from '../render/json.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { renderWaiting } from '../render/recovery.ts'
import { renderPlan } from '../render/text.ts'
import type { Language } from '../render/words.ts'
import { EXIT, UsageError } from './exit.ts'
import { connect, progressOf, type Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook plan`: what would change, on stdout. */
export async function planDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { plan: made, desired } = await planned(session, options)
  const language = session.options.lang ?? desired.settings.language
  session.print(planText(session, made, language, made.refusals.length === 0))
  sayWaiting(session, language)
  const out = options['out']
  if (typeof out === 'string') {
    await writeFile(out, planJson(made))
    session.note(`${doorWords(language).saved(out)}\n`)
  }
  return options['detailedExitcode'] && made.changes.length > 0 ? EXIT.changes : EXIT.done
}

async function planned(
  session: Session,
  options: Record<string, unknown>,
): Promise<{ readonly plan: Plan; readonly desired: Desired }> {
  const extent = extentOf(session, options)
  if (extent.refresh !== 'none') return withDingTalk(session, (input) => plan({ ...input, ...readFrom(extent) }))
  const { directory, lang } = session.options
  return planOffline({ directory, base: extent.base, ...(lang !== undefined && { language: lang }) })
}

/** Whether the next apply has an interrupted run to look into; a plan needs nothing of it. */
function sayWaiting(session: Session, language: Language): void {
  try {
    const run = interruptedRun(session.options.directory)
    if (run !== null) session.note(renderWaiting(run, language))
  } catch (error) {
    if (!(error instanceof JournalInvalid)) throw error
    session.note(renderError(error, { language, verbose: false, color: session.color }))
  }
}

/** How much of DingTalk is to be read; less than all of it needs a commit to compare the files with. */
export type Extent =
  | { readonly base: string; readonly refresh: Plan['refresh'] }
  | { readonly base: undefined; readonly refresh: 'full' }

/** What the options say of it: with `--base`, what the files changed; without, everything. */
export function extentOf(session: Session, options: Record<string, unknown>): Extent {
  const { base, refresh } = options
  const asked = refresh === 'full' || refresh === 'touched' || refresh === 'none' ? refresh : undefined
  if (typeof base === 'string') return { base, refresh: asked ?? 'touched' }
  if (asked !== undefined && asked !== 'full') throw new UsageError(doorWords(session.language).refresh.base(asked))
  return { base: undefined, refresh: 'full' }
}

/** The same for a command that reads DingTalk. */
export function readFrom({ base, refresh }: Extent): Pick<PlanInput, 'base' | 'refresh'> {
  return { ...(base !== undefined && { base }), refresh: refresh === 'touched' ? 'touched' : 'full' }
}

/** Runs something that reads DingTalk, with a count of the calls so far on stderr. */
export async function withDingTalk<T>(session: Session, work: (input: PlanInput) => Promise<T>): Promise<T> {
  const progress = await progressOf(session)
  const { reading } = doorWords(session.language)
  let calls = 0
  const { client, credential } = await connect(session, () => {
    calls += 1
    progress.update({ label: reading, done: calls })
  })
  try {
    const { directory, lang } = session.options
    return await work({ directory, client, credential, ...(lang !== undefined && { language: lang }) })
  } finally {
    progress.end()
    await client.close()
  }
}

/** The plan in the format that was asked for. */
export function planText(session: Session, made: Plan, language: Language, applicable: boolean): string {
  const { options, color, width } = session
  if (options.format === 'json') return planJson(made)
  const next = applicable && made.changes.length > 0 ? { next: applyCommand(session, made) } : {}
  if (options.format === 'html') return renderHtml(made, { language, ...next })
  if (options.format === 'markdown') return renderMarkdown(made, { language, chart: true, ...next })
  return renderPlan(made, { language, color, width, ...next })
}

/** The command that applies what was just shown: with the same base, so that it reads and judges the same. */
export function applyCommand({ options }: Session, { base, refresh }: Pick<Plan, 'base' | 'refresh'>): string {
  const folder = options.directory === 'directory' ? [] : ['-d', options.directory]
  const extent = base === undefined ? [] : ['--base', base.slice(0, 12), ...(refresh === 'full' ? FULL : [])]
  return ['rollbook', 'apply', ...folder, ...extent].join(' ')
}

const FULL = ['--refresh', 'full']
