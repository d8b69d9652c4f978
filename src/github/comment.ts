import { type Api, type Cause, causeOf } from './api.ts'
import { type Page, sendFitting } from './fitting.ts'
import type { Marker } from './marker.ts'
import { ownAmong } from './own.ts'

/**
 * How we speak in a pull request: `sticky`: one comment, kept up to date; `changes-only`: the same, and none while there
 * is nothing to say; `always-new`: one for each run, the former ones folded away; `off`: not at all.
 */
export type CommentMode = 'sticky' | 'changes-only' | 'always-new' | 'off'

/** What is to stand in a pull request. */
export interface Speech {
  readonly number: number
  readonly mode: CommentMode
  readonly marker: Omit<Marker, 'v' | 'truncated'>
  /** There is nothing that anybody has to look at. */
  readonly idle: boolean
  readonly page: Page
}

/**
 * What came of it. `left`: a newer push or the result of a merge has the word; `idle`: there was nothing to say;
 * `failed`: the comment could not be written, and nothing else is wrong.
 */
export type Spoken =
  | { readonly end: 'created' | 'updated' | 'unchanged' }
  | { readonly end: 'left' | 'idle' | 'off' }
  | { readonly end: 'failed'; readonly cause: Cause }

/**
 * Says it in the pull request. The comment that is kept up to date is one whose first line holds our marker for the same
 * company and whose author is who our own token speaks for: a marker that somebody else wrote is a text like any other.
 * Nothing that GitHub refuses is thrown.
 */
export async function speak(api: Api, speech: Speech): Promise<Spoken> {
  if (speech.mode === 'off') return { end: 'off' }
  try {
    return await spoken(api, speech)
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return { end: 'failed', cause }
  }
}

async function spoken(api: Api, speech: Speech): Promise<Spoken> {
  const { number, mode, marker } = speech
  const { data: pull } = await api.octokit.rest.pulls.get({ ...api.here, pull_number: number })
  const [newest, ...older] = await ownComments(api, speech)
  const over = pull.state === 'closed' || newest?.marker.mode === 'result'
  if (marker.mode === 'plan' && (over || pull.head.sha !== marker.head)) return { end: 'left' }
  if (mode === 'always-new') {
    for (const comment of [newest, ...older]) if (comment !== undefined) await foldAway(api, comment)
    return write(speech, (body) => create(api, number, body))
  }
  for (const comment of older) await foldAway(api, comment)
  if (newest !== undefined) return update(api, speech, newest)
  if (mode === 'changes-only' && speech.idle) return { end: 'idle' }
  return write(speech, (body) => create(api, number, body))
}

interface Own {
  readonly id: number
  readonly node: string
  readonly body: string
  readonly marker: Marker
}

/** Our comments about the same company, the newest first. */
async function ownComments(api: Api, { number, marker: { env } }: Speech): Promise<Own[]> {
  const { octokit, here } = api
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...here,
    issue_number: number,
    per_page: 100,
  })
  return (await ownAmong(api, comments))
    .filter(({ marker }) => marker.env === env)
    .map(({ id, node_id: node, body = '', marker }) => ({ id, node, body, marker }))
    .sort((a, b) => b.id - a.id)
}

/** A comment that was deleted since it was listed is written anew. */
async function update(api: Api, speech: Speech, { id, body: before }: Own): Promise<Spoken> {
  return write(speech, async (body) => {
    if (body === before) return 'unchanged'
    try {
      await api.octokit.rest.issues.updateComment({ ...api.here, comment_id: id, body })
      return 'updated'
    } catch (error) {
      if (causeOf(error) !== 'gone') throw error
      return create(api, speech.number, body)
    }
  })
}

async function create({ octokit, here }: Api, number: number, body: string): Promise<'created'> {
  await octokit.rest.issues.createComment({ ...here, issue_number: number, body })
  return 'created'
}

type Written = 'created' | 'updated' | 'unchanged'

/** Writes as much of the page as GitHub takes. */
async function write({ marker, page }: Speech, send: (body: string) => Promise<Written>): Promise<Spoken> {
  return { end: await sendFitting(page, marker, send) }
}

/** Folded away as outdated. Where that is refused the comment stays open: it is one too many, and no harm. */
async function foldAway({ graphql }: Api, { node }: Own): Promise<void> {
  const input = { subjectId: node, classifier: 'OUTDATED' }
  try {
    await graphql(MINIMIZE, { input })
  } catch (error) {
    if (causeOf(error) === null) throw error
  }
}

const MINIMIZE = `mutation($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`
