import { type Api, type Cause, causeOf } from './api.ts'
import { type Page, sendFitting } from './fitting.ts'
import type { Marker } from './marker.ts'
import { ownAmong } from './own.ts'

/** What an issue is to say of one company. */
export interface Finding {
  /** Of an issue that is opened; one that is there keeps the title that it has. */
  readonly title: string
  /** Given to an issue that is opened; '' for none. */
  readonly label: string
  readonly marker: Omit<Marker, 'v' | 'truncated' | 'mode'>
  /** Nothing differs (any more). */
  readonly agrees: boolean
  readonly page: Page
}

/**
 * What came of it, and the number of the issue. `silent`: nothing differs and no issue says otherwise; `failed`: GitHub
 * refused, so that the issue, if there is one, is as it was.
 */
export type Tracked =
  | { readonly end: 'opened' | 'updated' | 'unchanged' | 'closed'; readonly number: number }
  | { readonly end: 'silent' }
  | { readonly end: 'failed'; readonly cause: Cause }

/**
 * Keeps the one open issue about the drift of a company. Only open ones count: who closed an issue has finished with what
 * it said, and what is found later is another matter, so it gets an issue of its own, with nothing of the old talk in it.
 * Nothing that GitHub refuses is thrown.
 */
export async function trackDrift(api: Api, finding: Finding): Promise<Tracked> {
  try {
    return await tracked(api, finding)
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return { end: 'failed', cause }
  }
}

async function tracked(api: Api, finding: Finding): Promise<Tracked> {
  const [first, ...others] = await openIssues(api, finding)
  for (const { number } of others) await change(api, number, { state: 'closed', state_reason: 'not_planned' })
  if (first === undefined) return finding.agrees ? { end: 'silent' } : send(finding, (body) => open(api, finding, body))
  return send(finding, (body) => update(api, finding, first, body))
}

interface OpenIssue {
  readonly number: number
  readonly body: string
}

/** Our open issues about the company, the oldest first, which is the one that people have talked in. */
async function openIssues(api: Api, { marker: { env } }: Finding): Promise<OpenIssue[]> {
  const { octokit, here } = api
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...here, state: 'open', per_page: 100 })
  const issues = all.filter(({ pull_request: pull }) => pull === undefined)
  return (await ownAmong(api, issues))
    .filter(({ marker }) => marker.mode === 'drift' && marker.env === env)
    .map(({ number, body }) => ({ number, body: body ?? '' }))
    .sort((a, b) => a.number - b.number)
}

/** Said and closed in one call, so that no issue is closed without saying why. One that is gone is opened anew. */
async function update(api: Api, finding: Finding, { number, body: before }: OpenIssue, body: string): Promise<Tracked> {
  if (!finding.agrees && body === before) return { end: 'unchanged', number }
  try {
    if (finding.agrees) {
      await change(api, number, { body, state: 'closed', state_reason: 'completed' })
      return { end: 'closed', number }
    }
    await change(api, number, { body })
    return { end: 'updated', number }
  } catch (error) {
    if (causeOf(error) !== 'gone') throw error
    return finding.agrees ? { end: 'silent' } : open(api, finding, body)
  }
}

interface Changed {
  readonly body?: string
  readonly state?: 'closed'
  readonly state_reason?: 'completed' | 'not_planned'
}

async function change({ octokit, here }: Api, number: number, changed: Changed): Promise<void> {
  await octokit.rest.issues.update({ ...here, issue_number: number, ...changed })
}

async function open({ octokit, here }: Api, { title, label }: Finding, body: string): Promise<Tracked> {
  const { data } = await octokit.rest.issues.create({ ...here, title, body, ...(label !== '' && { labels: [label] }) })
  return { end: 'opened', number: data.number }
}

function send({ page, marker }: Finding, write: (body: string) => Promise<Tracked>): Promise<Tracked> {
  return sendFitting(page, { ...marker, mode: 'drift' }, write)
}
