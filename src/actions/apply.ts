import { type Applied, apply } from '../commands/apply.ts'
import { EXIT } from '../commands/exit.ts'
import { secretsFromEnvironment } from '../commands/secrets.ts'
import type { Plan } from '../core/model.ts'
import { Client } from '../dingtalk/client.ts'
import { clientOptionsFromEnvironment, readLagFromEnvironment } from '../dingtalk/environment.ts'
import { baseOf, isUnmerged, readEvent } from '../github/event.ts'
import { forActionLog, forOutput } from '../render/escape.ts'
import { resultJson } from '../render/json.ts'
import { renderOutcome, stepLines } from '../render/outcome.ts'
import { renderResult } from '../render/result-markdown.ts'
import type { Language } from '../render/words.ts'
import { check, invalid, problemReport } from './check.ts'
import { type Ending, type Inputs, type Job, readInputs } from './job.ts'
import { linkAt, runAddress } from './page.ts'
import { planReport } from './plan-report.ts'
import { publish, type Report } from './report.ts'
import { words } from './words.ts'

/**
 * The action `apply`: makes DingTalk equal the files. It writes, so it never runs for a change that was not merged; that
 * is asked first, of the runner's own variables, before anything else is read.
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
  const base = inputs.base || baseOf(event)
  const checked = await check(inputs)
  if (checked.count > 0) {
    await publish(job, problemReport(job, inputs, checked))
    return invalid(checked.count)
  }
  const [language = 'zh'] = checked.languages
  const applied = await run(job, inputs, language, base)
  await publish(job, reportOf(job, inputs, { languages: checked.languages, head: event.head }, applied))
  return endingOf(applied, inputs)
}

async function run({ env, runner, stopped }: Job, inputs: Inputs, language: Language, base: string | undefined) {
  const options = clientOptionsFromEnvironment(env)
  const lag = readLagFromEnvironment(env)
  const secrets = secretsFromEnvironment(env)
  const client = new Client(options)
  let step: ReturnType<typeof stepLines> | undefined
  try {
    return await apply({
      directory: inputs.directory,
      client,
      credential: { clientId: options.clientId, clientSecret: options.clientSecret },
      language,
      ...(base !== undefined && { base }),
      ...(inputs.planHash !== '' && { planHash: inputs.planHash }),
      ...(secrets !== undefined && { secrets }),
      ...(lag !== undefined && { lag }),
      stopped,
      approve: async (plan: Plan) => {
        step = stepLines(plan, { language, color: false })
        return !stopped()
      },
      onOutcome(outcome, done) {
        if (step !== undefined) runner.write(forActionLog(forOutput(`${step(outcome, done)}\n`)))
      },
    })
  } finally {
    await client.close()
  }
}

/** What came of it, or why nothing was begun. */
function reportOf(
  job: Job,
  inputs: Inputs,
  { languages, head }: { readonly languages: readonly Language[]; readonly head: string },
  { plan, outcomes, recovery, end }: Applied,
): Report {
  const asPlan = planReport(job, inputs, { plan, languages, first: words.live, head })
  const { changes, guard } = asPlan.outputs
  const known = { changes: changes ?? 0, 'plan-hash': plan.hash, guard: guard ?? '' }
  if (end === 'refused' || end === 'plan-changed') return { ...asPlan, files: [], outputs: known }
  const count = (status: 'applied' | 'failed' | 'skipped') =>
    outcomes.filter((outcome) => outcome.status === status).length
  const [language = 'zh'] = languages
  const json = resultJson(plan, outcomes, { language, ...(recovery !== null && { findings: recovery.findings }) })
  const rerun = runAddress(job)
  return {
    directory: inputs.directory,
    languages,
    first: words.written,
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

function endingOf({ plan, end }: Applied, { planHash }: Inputs): Ending {
  if (end === 'done') return { exit: EXIT.done }
  if (end === 'refused') return { exit: EXIT.refused, said: words.refused }
  if (end === 'plan-changed') return { exit: EXIT.refused, said: words.planChanged(planHash, plan.hash) }
  if (end === 'incomplete') return { exit: EXIT.incomplete, said: words.incomplete }
  return { exit: EXIT.interrupted, said: words.interrupted }
}
