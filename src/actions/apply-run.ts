import { type Applied, apply } from '../commands/apply.ts'
import { secretsFromEnvironment } from '../commands/secrets.ts'
import { type Reviewed, reviewOf } from '../core/reviewed.ts'
import { Client } from '../dingtalk/client.ts'
import { clientOptionsFromEnvironment, readLagFromEnvironment } from '../dingtalk/environment.ts'
import type { Api } from '../github/api.ts'
import { changeCheck } from '../github/check-run.ts'
import { baseOf, type GitHubEvent } from '../github/event.ts'
import { forActionLog, forOutput } from '../render/escape.ts'
import { stepLines } from '../render/outcome.ts'
import type { Language } from '../render/words.ts'
import { applyWords } from './apply-words.ts'
import { type Inputs, type Job, said } from './job.ts'
import type { Review } from './review.ts'

/** The check run of an apply, and once it writes, what it was allowed to: each change of a check run says it again. */
export interface OpenCheck {
  readonly id: number
  begun?: Reviewed
}

/** What a run of `apply` works with. */
export interface Run {
  readonly api: Api
  readonly check: OpenCheck
  readonly review: Review
  readonly languages: readonly Language[]
}

/**
 * The command `apply` with what was reviewed. What is about to run stands in the check run before the first write, so
 * that whatever ends this run, another one knows what it was allowed to do.
 */
export async function runApply(
  { env, runner, stopped }: Job,
  inputs: Inputs,
  event: GitHubEvent,
  { api, check, review, languages }: Run,
): Promise<Applied> {
  const [language = 'zh'] = languages
  const base = inputs.base || baseOf(event)
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
      ...(review.reviewed !== undefined && { reviewed: review.reviewed }),
      ...(secrets !== undefined && { secrets }),
      ...(lag !== undefined && { lag }),
      stopped,
      async approve(plan, _, closed) {
        step = stepLines(plan, { language, color: false })
        const title = said(applyWords.check.running, languages).replaceAll('\n', ' · ')
        check.begun = reviewOf(closed)
        await changeCheck(api, check.id, { title, summary: title, review: check.begun })
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
