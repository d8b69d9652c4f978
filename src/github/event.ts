import { readFileSync } from 'node:fs'

/** What GitHub set a run off for, as far as we act on it. Commits are whole hashes. */
export type GitHubEvent = PullRequestEvent | PushEvent | MergeGroupEvent | PlainEvent

export interface PullRequestEvent {
  readonly name: 'pull_request'
  readonly number: number
  readonly head: string
  readonly base: string
  readonly closed: boolean
  /** Whose run has no secrets and a token that can only read: a fork's, or Dependabot's. */
  readonly stranger?: 'fork' | 'dependabot'
}

export interface PushEvent {
  readonly name: 'push'
  readonly head: string
  /** The commit that the branch was at; absent for a new branch. */
  readonly before?: string
}

export interface MergeGroupEvent {
  readonly name: 'merge_group'
  readonly head: string
  readonly base: string
}

/** `schedule`, `workflow_dispatch` and everything that we know no more of than its name. */
export interface PlainEvent {
  readonly name: 'schedule' | 'workflow_dispatch' | 'other'
  /** GitHub's name: `pull_request_target`, `workflow_run`, …; '' where there was none. */
  readonly called: string
  readonly head: string
}

/** The event cannot be read, or is not what its name says. `part` names what is wrong: a variable, a file, a field. */
export class EventInvalid extends Error {
  override name = 'EventInvalid'
  readonly part: string

  constructor(part: string) {
    super(`the event of GitHub Actions cannot be read: ${part}`)
    this.part = part
  }
}

type Environment = { readonly [name: string]: string | undefined }
type Fields = { readonly [name: string]: unknown }

/** GitHub's own limit of a payload is 25 MiB. */
const LARGEST = 26 * 1024 * 1024
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/**
 * The event of this run, from the environment and the payload that the runner wrote. Everything in a payload was chosen
 * by somebody else: what is not of the form it must have is refused.
 *
 * @throws EventInvalid
 */
export function readEvent(env: Environment): GitHubEvent {
  const called = env['GITHUB_EVENT_NAME'] ?? ''
  if (called === 'pull_request') return pullRequest(payloadOf(env), env)
  if (called === 'push') return push(payloadOf(env))
  if (called === 'merge_group') return mergeGroup(payloadOf(env))
  const name = called === 'schedule' || called === 'workflow_dispatch' ? called : 'other'
  return { name, called, head: commit(env['GITHUB_SHA'], 'GITHUB_SHA') }
}

/** The commit that a change starts from, where the event names one. */
export function baseOf(event: GitHubEvent): string | undefined {
  if (event.name === 'pull_request' || event.name === 'merge_group') return event.base
  return event.name === 'push' ? event.before : undefined
}

/**
 * Whether a run is about a change that was not merged yet, whatever its payload claims: all kinds of `pull_request`
 * events, and a checkout of GitHub's references to pull requests.
 */
export function isUnmerged(env: Environment): boolean {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  return name.startsWith('pull_request') || name === 'merge_group' || (env['GITHUB_REF'] ?? '').startsWith('refs/pull/')
}

function pullRequest(payload: Fields, env: Environment): PullRequestEvent {
  const pull = fields(payload['pull_request'], 'pull_request')
  const head = fields(pull['head'], 'pull_request.head')
  const base = fields(pull['base'], 'pull_request.base')
  const { number, state } = pull
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
    throw new EventInvalid('pull_request.number')
  }
  if (state !== 'open' && state !== 'closed') throw new EventInvalid('pull_request.state')
  const stranger = strangerIn(head, base, env)
  return {
    name: 'pull_request',
    number,
    head: commit(head['sha'], 'pull_request.head.sha'),
    base: commit(base['sha'], 'pull_request.base.sha'),
    closed: state === 'closed',
    ...(stranger !== undefined && { stranger }),
  }
}

/** The repository of the head is gone (null) where a fork was deleted meanwhile. */
function strangerIn(head: Fields, base: Fields, env: Environment): PullRequestEvent['stranger'] {
  const home = fields(base['repo'], 'pull_request.base.repo')['full_name']
  const from = head['repo'] === null ? null : fields(head['repo'], 'pull_request.head.repo')['full_name']
  if (typeof home !== 'string') throw new EventInvalid('pull_request.base.repo.full_name')
  if (from !== home) return 'fork'
  return env['GITHUB_ACTOR'] === 'dependabot[bot]' ? 'dependabot' : undefined
}

function push(payload: Fields): PushEvent {
  const before = commit(payload['before'], 'before')
  const head = commit(payload['after'], 'after')
  return { name: 'push', head, ...(!/^0+$/.test(before) && { before }) }
}

function mergeGroup(payload: Fields): MergeGroupEvent {
  const group = fields(payload['merge_group'], 'merge_group')
  return {
    name: 'merge_group',
    head: commit(group['head_sha'], 'merge_group.head_sha'),
    base: commit(group['base_sha'], 'merge_group.base_sha'),
  }
}

function payloadOf(env: Environment): Fields {
  const path = env['GITHUB_EVENT_PATH']
  if (!path) throw new EventInvalid('GITHUB_EVENT_PATH')
  let text: Buffer
  try {
    text = readFileSync(path)
  } catch (error) {
    throw new EventInvalid(`GITHUB_EVENT_PATH (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
  if (text.length > LARGEST) throw new EventInvalid('GITHUB_EVENT_PATH (EFBIG)')
  try {
    return fields(JSON.parse(text.toString('utf8')), 'JSON')
  } catch {
    // What a parser says quotes the text, and that may hold anything.
    throw new EventInvalid('GITHUB_EVENT_PATH (JSON)')
  }
}

function fields(value: unknown, part: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new EventInvalid(part)
  return value as Fields
}

function commit(value: unknown, part: string): string {
  if (typeof value !== 'string' || !COMMIT.test(value)) throw new EventInvalid(part)
  return value
}
