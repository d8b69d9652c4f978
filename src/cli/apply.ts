import { type Applied, apply } from '../commands/apply.ts'
import { PlanFileInvalid, savedPlanHash } from '../commands/saved-plan.ts'
import { secretsFromEnvironment } from '../commands/secrets.ts'
import type { Plan } from '../core/model.ts'
import { readLagFromEnvironment } from '../dingtalk/environment.ts'
import { resultJson } from '../render/json.ts'
import { renderOutcome, stepLines } from '../render/outcome.ts'
import { renderRecovery } from '../render/recovery.ts'
import { renderResult } from '../render/result-markdown.ts'
import type { Language } from '../render/words.ts'
import { EXIT, UsageError } from './exit.ts'
import { applyCommand, extentOf, planText, readFrom } from './plan.ts'
import { confirmed, connect, interruptible, progressOf, type Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook apply`: the plan, a question, then one line for each step and an honest count at the end. */
export async function applyDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const planHash = expectedHash(session, options)
  if (options['refresh'] === 'none') throw new UsageError(doorWords(session.language).refresh.apply)
  const extent = extentOf(session, options)
  const lag = readLagFromEnvironment(process.env)
  if (!options['yes'] && !session.interactive) throw new UsageError(doorWords(session.language).needsYes)
  const secrets = secretsFromEnvironment(process.env)
  const progress = await progressOf(session)
  const { reading, applying, interrupted } = doorWords(session.language)
  let calls = 0
  let applyingNow = false
  const { client, credential } = await connect(session, () => {
    calls += 1
    if (!applyingNow) progress.update({ label: reading, done: calls })
  })
  const interrupt = interruptible(session, interrupted)
  let language = session.language
  let step: ReturnType<typeof stepLines> | undefined
  try {
    const applied = await apply({
      directory: session.options.directory,
      client,
      credential,
      ...readFrom(extent),
      ...(session.options.lang !== undefined && { language: session.options.lang }),
      ...(planHash !== undefined && { planHash }),
      ...(secrets !== undefined && { secrets }),
      stopped: interrupt.stopped,
      ...(lag !== undefined && { lag }),
      onRecovery(recovery) {
        progress.end()
        session.note(renderRecovery(recovery, language))
      },
      async approve(plan, settings) {
        progress.end()
        language = session.options.lang ?? settings.language
        if (plan.changes.length === 0) return true
        show(session, plan, language)
        if (interrupt.stopped()) return false
        if (!options['yes'] && !(await confirmed(doorWords(language).ask))) return false
        applyingNow = true
        step = stepLines(plan, { language, color: session.color })
        return true
      },
      onOutcome(outcome, done, total) {
        if (step !== undefined && session.options.format === 'text') progress.line(step(outcome, done))
        progress.update({ label: applying, done, total })
      },
    })
    progress.end()
    language = session.options.lang ?? applied.settings.language
    return finish(session, applied, language, planHash, interrupt.code())
  } finally {
    interrupt.release()
    progress.end()
    await client.close()
  }
}

/** In text the plan is part of what apply says; in JSON stdout holds the result alone. */
function show(session: Session, plan: Plan, language: Language): void {
  if (session.options.format === 'text') session.print(`${planText(session, plan, language, false)}\n`)
}

function finish(
  session: Session,
  { plan, outcomes, recovery, end }: Applied,
  language: Language,
  planHash: string | undefined,
  signal: number | undefined,
): number {
  const words = doorWords(language)
  if (end === 'refused' || end === 'unreviewed') {
    session.print(planText(session, plan, language, false))
    return EXIT.refused
  }
  if (end === 'plan-changed') {
    session.print(planText(session, plan, language, false))
    session.note(`${words.planChanged(planHash ?? '', plan.hash)}\n`)
    return EXIT.refused
  }
  if (end === 'declined') {
    session.note(`${words.declined}\n`)
    return signal ?? EXIT.done
  }
  const { options, color } = session
  session.print(
    options.format === 'json'
      ? resultJson(plan, outcomes, { language, ...(recovery !== null && { findings: recovery.findings }) })
      : plan.changes.length === 0
        ? planText(session, plan, language, false)
        : options.format === 'markdown'
          ? renderResult(plan, outcomes, {
              language,
              next: applyCommand(session, plan),
              limit: Number.POSITIVE_INFINITY,
            }).text
          : renderOutcome(plan, outcomes, { language, color, next: applyCommand(session, plan) }),
  )
  if (end === 'interrupted') {
    session.note(`${words.stopped(outcomes.length, plan.changes.length)}\n`)
    return signal ?? EXIT.incomplete
  }
  return end === 'incomplete' ? EXIT.incomplete : EXIT.done
}

/** The hash that was reviewed, from the option or from a saved plan; where both are given they have to be one. */
function expectedHash(session: Session, options: Record<string, unknown>): string | undefined {
  const { plan, planHash } = options
  const given = typeof planHash === 'string' ? planHash : undefined
  if (typeof plan !== 'string') return given
  const words = doorWords(session.language)
  const saved = savedHash(plan, words.noPlan)
  if (given !== undefined && given !== saved) throw new UsageError(words.twoPlans(plan, saved, given))
  return saved
}

function savedHash(file: string, refused: ReturnType<typeof doorWords>['noPlan']): string {
  try {
    return savedPlanHash(file)
  } catch (error) {
    if (!(error instanceof PlanFileInvalid)) throw error
    throw new UsageError(refused[error.reason](file, error.at))
  }
}
