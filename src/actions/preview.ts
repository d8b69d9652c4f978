import { EXIT, exitOf } from '../commands/exit.ts'
import { plan } from '../commands/plan.ts'
import { planOffline } from '../commands/plan-offline.ts'
import type { Both } from '../core/json-schema.ts'
import type { Plan } from '../core/model.ts'
import { InvalidDirectory } from '../core/problem.ts'
import { type Reviewable, type Reviewed, reviewOf } from '../core/reviewed.ts'
import { Client } from '../dingtalk/client.ts'
import { clientOptionsFromEnvironment } from '../dingtalk/environment.ts'
import { baseOf, type GitHubEvent } from '../github/event.ts'
import { renderError } from '../render/error.ts'
import { forMarkdown } from '../render/escape.ts'
import type { Language } from '../render/words.ts'
import { type Checked, check, invalid, problemReport } from './check.ts'
import type { Ending, Inputs, Job } from './job.ts'
import { inTurn, runAddress } from './page.ts'
import { guardOf, planReport } from './plan-report.ts'
import type { Report } from './report.ts'
import { words } from './words.ts'

/** What a preview came to: what to tell, how the run ends, and whether there is anything to look at. */
export interface Preview {
  readonly report: Report
  readonly ending: Ending
  readonly planHash: string | null
  readonly idle: boolean
  /** What a review of it has to be remembered; absent where DingTalk was not asked. */
  readonly review?: Reviewed
}

/**
 * What the files would change: in DingTalk, with the credential in the environment; without one since the commit that the
 * change starts from, and where there is none the files are only checked. What goes wrong is a preview of its own, so
 * that it takes the place of a former one, which was about another state of the files.
 */
export async function previewOf(job: Job, inputs: Inputs, event: GitHubEvent): Promise<Preview> {
  const nothing = { planHash: null, idle: false }
  const failing = (about: string, ending: Ending) => (inputs.failOn.includes(about) ? ending : { exit: EXIT.done })
  const refuse = (checked: Checked): Preview => {
    const report = problemReport(job, inputs, checked)
    return { ...nothing, report, ending: failing('invalid', invalid(checked.count)) }
  }
  const checked = await check(inputs)
  if (checked.count > 0) return refuse(checked)
  const { languages } = checked
  try {
    const found = await compared(job, inputs, event, languages[0])
    if (found === null) {
      return { ...nothing, idle: true, report: unread(inputs, checked), ending: { exit: EXIT.done } }
    }
    const { plan: made, closed } = found
    const ending =
      guardOf(made) === 'refused'
        ? failing('guard', { exit: EXIT.refused, said: words.refused })
        : made.changes.length > 0
          ? failing('changes', { exit: EXIT.changes, said: words.changes })
          : { exit: EXIT.done }
    const first = made.refresh === 'none' ? offline(event) : words.live
    const report = planReport(job, inputs, { plan: made, languages, first, head: event.head })
    const idle = made.changes.length + made.refusals.length + (made.unopened?.length ?? 0) === 0
    return { report, ending, planHash: made.hash, idle, ...(closed !== undefined && { review: reviewOf(closed) }) }
  } catch (error) {
    if (error instanceof InvalidDirectory) {
      const [language = 'zh'] = languages
      return refuse({ ...checked, problems: { [language]: error.problems }, count: error.problems.length })
    }
    const ending = { exit: exitOf(error), said: told(error) }
    return { ...nothing, report: failed(job, inputs, languages, error), ending }
  }
}

/** The plan; null where there is neither a DingTalk nor a commit to compare the files with. */
async function compared(
  { env }: Job,
  { directory, ...inputs }: Inputs,
  event: GitHubEvent,
  language: Language | undefined,
): Promise<{ readonly plan: Plan; readonly closed?: Reviewable } | null> {
  const base = inputs.base || baseOf(event)
  const common = { directory, ...(language !== undefined && { language }) }
  if (!hasCredential(env)) return base === undefined ? null : planOffline({ ...common, base })
  const options = clientOptionsFromEnvironment(env)
  const { clientId, clientSecret } = options
  const client = new Client(options)
  try {
    const input = { ...common, client, credential: { clientId, clientSecret } }
    return await plan({ ...input, ...(base !== undefined && { base }) })
  } finally {
    await client.close()
  }
}

/** Without either of the two there is no credential; with one of them alone, something is set up wrongly. */
function hasCredential(env: Job['env']): boolean {
  return ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'].some((name) => env[name]?.trim())
}

/** Why DingTalk was not read. */
function offline(event: GitHubEvent): Both {
  const stranger = event.name === 'pull_request' ? event.stranger : undefined
  return stranger === undefined ? words.unread : words.stranger[stranger]
}

function unread({ directory }: Inputs, { languages, counts }: Checked): Report {
  const valid = words.valid(counts ?? { departments: 0, people: 0, roles: 0 })
  return {
    directory,
    languages,
    first: words.unread,
    body: inTurn(languages, (language) => `${forMarkdown(valid[language])}\n`, undefined),
    log: (language) => valid[language],
    notes: [],
    outputs: { problems: 0, read: 'nothing' },
  }
}

/** DingTalk or the base commit could not be read. */
function failed(job: Job, { directory }: Inputs, languages: readonly Language[], error: unknown): Report {
  const text = told(error)
  const lines = (language: Language) => text[language].split('\n').map(forMarkdown)
  return {
    directory,
    languages,
    first: words.noPreview,
    body: inTurn(languages, (language, limit) => `${fitting(lines(language), limit).join('  \n')}\n`, runAddress(job)),
    log: (language) => text[language],
    notes: [],
    outputs: {},
  }
}

/** As many lines as fit, whole ones. */
export function fitting(lines: readonly string[], limit: number): string[] {
  let left = limit
  return lines.filter((line) => {
    left -= line.length + 3
    return left >= 0
  })
}

/** Anything that was thrown, in both languages. */
export function told(error: unknown): Both {
  const render = (language: Language) => renderError(error, { language, verbose: false }).trim()
  return { zh: render('zh'), en: render('en') }
}
