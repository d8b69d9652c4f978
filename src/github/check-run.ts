import { DIGEST, type Reviewed } from '../core/reviewed.ts'
import type { Api } from './api.ts'

/**
 * Our own check runs: what a plan showed, kept by GitHub where no pull request can change it, and how far an apply got.
 * GitHub says which app made a check run; one that another app made is no word of ours, whatever it is called.
 */

/** Plans of a company are recorded under one name, applies under another. `company` is the path of its folder. */
export type CheckKind = 'plan' | 'apply'

/** A check run as we write it. */
export interface Check {
  readonly kind: CheckKind
  readonly company: string
  readonly head: string
  /** One line, and Markdown for people; both are shown by GitHub as they are. */
  readonly title: string
  readonly summary: string
  /** What was shown, or approved to run; left out where there is no plan. */
  readonly review?: Reviewed
  /** Left out while it runs. */
  readonly conclusion?: 'success' | 'neutral' | 'failure' | 'action_required'
}

/** A check run of ours as GitHub has it. */
export interface RecordedCheck {
  readonly id: number
  readonly conclusion: string | null
  /** null where there is none, or none that we wrote. */
  readonly review: Reviewed | null
}

/** The name under which GitHub lists a check run. */
export function checkName(kind: CheckKind, company: string): string {
  return `Rollbook ${kind} (${company})`
}

/** Writes a check run; the result is its number, and that of the app which our token speaks for. */
export async function writeCheck(api: Api, check: Check): Promise<{ readonly id: number; readonly app: number }> {
  const { kind, company, head } = check
  const { data } = await api.octokit.rest.checks.create({
    ...api.here,
    name: checkName(kind, company),
    head_sha: head,
    ...contents(check),
  })
  return { id: data.id, app: data.app?.id ?? 0 }
}

/** Replaces what a check run of ours says. */
export async function changeCheck(
  api: Api,
  id: number,
  check: Omit<Check, 'kind' | 'company' | 'head'>,
): Promise<void> {
  await api.octokit.rest.checks.update({ ...api.here, check_run_id: id, ...contents(check) })
}

/** The check runs of one kind and company on a commit that the app `app` made, the newest first. */
export async function readChecks(
  { octokit, here }: Api,
  { kind, company, head, app }: Pick<Check, 'kind' | 'company' | 'head'> & { readonly app: number },
): Promise<RecordedCheck[]> {
  const name = checkName(kind, company)
  const { data } = await octokit.rest.checks.listForRef({
    ...here,
    ref: head,
    check_name: name,
    app_id: app,
    filter: 'all',
    per_page: 100,
  })
  return data.check_runs
    .filter((run) => run.app?.id === app && run.name === name && run.head_sha === head)
    .sort((a, b) => b.id - a.id)
    .map(({ id, conclusion, output }) => ({ id, conclusion, review: readReview(output.text ?? '') }))
}

function contents({ title, summary, review, conclusion }: Omit<Check, 'kind' | 'company' | 'head'>) {
  return {
    ...(review !== undefined && { external_id: review.hash }),
    ...(conclusion === undefined ? { status: 'in_progress' as const } : { status: 'completed' as const, conclusion }),
    output: { title, summary: summary.slice(0, LONGEST), ...(review !== undefined && { text: reviewText(review) }) },
  }
}

/** GitHub's longest summary and text of a check run, in characters. */
const LONGEST = 65_535

const FORMAT = 'rollbook.review/1'

/** What was reviewed as the text of a check run; where there is no room for the operations, the hash alone. */
export function reviewText({ hash, operations }: Reviewed): string {
  const print = (kept: Reviewed['operations']) =>
    `\`\`\`json\n${JSON.stringify({ format: FORMAT, plan: hash, operations: kept })}\n\`\`\`\n`
  const whole = print(operations)
  return whole.length <= LONGEST ? whole : print(null)
}

/** What a check run says was reviewed; null for any text that is not to the letter one of ours. */
export function readReview(text: string): Reviewed | null {
  const [, json] = /^```json\n(\{.*\})\n```\n?$/.exec(text.slice(0, LONGEST)) ?? []
  if (json === undefined) return null
  try {
    const { format, plan, operations } = JSON.parse(json) as { readonly [name: string]: unknown }
    if (format !== FORMAT || typeof plan !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(plan)) return null
    if (operations === null) return { hash: plan, operations }
    if (!Array.isArray(operations)) return null
    return operations.every((one) => typeof one === 'string' && DIGEST.test(one)) ? { hash: plan, operations } : null
  } catch {
    return null
  }
}
