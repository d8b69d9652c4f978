import { EXIT } from '../commands/exit.ts'
import { readEvent } from '../github/event.ts'
import { applyWords } from './apply-words.ts'
import { comment } from './comment.ts'
import { type Ending, type Job, languagesOf, readInputs, said } from './job.ts'
import { prepareLock } from './plan-lock.ts'
import { recordPlan } from './plan-record.ts'
import { previewOf } from './preview.ts'
import { publish, remark } from './report.ts'
import { words } from './words.ts'

/**
 * The action `plan`: what a merge would change in DingTalk, told in a comment and in the summary. It reads DingTalk with
 * the credential in the environment; without one, as for a fork, it says in its first line that it read nothing.
 */
export async function planAction(job: Job): Promise<Ending> {
  const inputs = readInputs(job.runner)
  const event = readEvent(job.env)
  if (event.name === 'other') return { exit: EXIT.usage, said: words.wrongEvent(event.called) }
  if (event.name === 'pull_request' && event.closed) {
    remark(job, 'notice', said(words.closed, languagesOf(inputs.language)))
    return { exit: EXIT.done }
  }
  const { edited } = await prepareLock(job, inputs, event)
  const preview = await previewOf(job, inputs, event)
  await publish(job, preview.report)
  if (event.name === 'pull_request') {
    await comment(job, inputs, event, preview)
    if (!edited) await recordPlan(job, inputs, event, preview)
  }
  return edited ? { exit: EXIT.refused, said: applyWords.edited } : preview.ending
}
