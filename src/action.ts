import * as core from '@actions/core'
import { applyAction } from './actions/apply.ts'
import { driftAction } from './actions/drift.ts'
import { type Ending, InputInvalid, type Job, languagesOf, said } from './actions/job.ts'
import { planAction } from './actions/plan.ts'
import { told } from './actions/preview.ts'
import type { ActionName } from './actions/table.ts'
import { validateAction } from './actions/validate.ts'
import { words } from './actions/words.ts'
import { EXIT, exitOf } from './commands/exit.ts'
import type { Both } from './core/json-schema.ts'
import { maskText } from './core/mask-text.ts'
import { EventInvalid } from './github/event.ts'
import { forTerminal } from './render/escape.ts'

/** The door to GitHub Actions: the runner's inputs, outputs, log and summary around the commands of the command line. */

const doors = { validate: validateAction, plan: planAction, apply: applyAction, drift: driftAction } as const

/** Variables with a secret, which no log may show; a key file has several lines. */
const SECRETS = ['DINGTALK_CLIENT_SECRET', 'DINGTALK_USER_TOKEN', 'ROLLBOOK_AGE_KEY']

/** Runs one action. It never throws: what went wrong is the sentence that the step fails with. */
export async function run(name: ActionName): Promise<void> {
  const { env } = process
  process.on('uncaughtException', (error) => {
    fail(both(told(error), words.crashed))
    process.exit()
  })
  for (const secret of SECRETS.flatMap((variable) => (env[variable] ?? '').split(/\r?\n/))) {
    if (secret.trim() !== '') core.setSecret(secret.trim())
  }
  let asked = false
  const ask = () => {
    if (asked) process.exit(EXIT.interrupted)
    asked = true
  }
  process.on('SIGINT', ask).on('SIGTERM', ask)
  const job: Job = {
    env,
    stopped: () => asked,
    runner: {
      input: (input) => core.getInput(input),
      output: (output, value) => core.setOutput(output, value),
      write: (text) => void process.stdout.write(text),
      async summary(markdown) {
        if (env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(markdown).write()
      },
    },
  }
  const ending = env['NODE_DEBUG'] ? { exit: EXIT.usage, said: words.tracing } : await ended(name, job)
  if (ending.exit !== EXIT.done) fail(ending.said ?? words.crashed)
  process.off('SIGINT', ask).off('SIGTERM', ask)
}

async function ended(name: ActionName, job: Job): Promise<Ending> {
  try {
    return await doors[name](job)
  } catch (error) {
    if (error instanceof EventInvalid) return { exit: EXIT.usage, said: words.event(error.part) }
    if (error instanceof InputInvalid) return { exit: EXIT.usage, said: words.input(error.input, error.allowed) }
    return { exit: exitOf(error), said: told(error) }
  }
}

function both(one: Both, other: Both): Both {
  return { zh: `${other.zh}\n${one.zh}`, en: `${other.en}\n${one.en}` }
}

/** The step fails with a sentence, in the language that was asked for. */
function fail(sentence: Both): void {
  const asked = core.getInput('language')
  const lines = said(sentence, languagesOf(asked === 'zh' || asked === 'en' ? asked : '')).split('\n')
  core.setFailed(lines.map((line) => forTerminal(maskText(line))).join('\n'))
}
