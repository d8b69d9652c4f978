import { createHash } from 'node:crypto'

/** What the fake GitHub knows, as a test may read and change it at any time; all of it is about one repository. */
export class State {
  readonly repository: string
  readonly tokens = new Map<string, Identity>()
  readonly comments: Comment[] = []
  readonly checkRuns: CheckRun[] = []
  readonly issues: Issue[] = []
  readonly pulls: Pull[] = []
  readonly commits = new Map<string, Commit>()
  /** Files of trees that no commit has yet. */
  readonly trees = new Map<string, Commit['files']>()
  /** Where each branch points. */
  readonly branches = new Map<string, string>()
  /** The name of a new commit: a hash of its own kind, or git's where a test keeps a real repository beside. */
  nameOf: (commit: Omit<Commit, 'sha'>) => string = (commit) =>
    createHash('sha1')
      .update(JSON.stringify([commit, this.id()]))
      .digest('hex')
  #ids = 1000
  #seconds = Date.parse('2026-11-21T00:00:00Z') / 1000

  constructor(repository: string) {
    this.repository = repository
  }

  /** Opens a pull request of somebody in HR into main, and gives its number; the branch is there already. */
  propose(head: Pull['head'], base: string): number {
    const number = this.pulls.length + 1
    this.pulls.push({
      number,
      title: 'Change the company',
      state: 'open',
      merged: false,
      mergeSha: null,
      author: { login: 'octo-hr', type: 'User' },
      base: { branch: 'main', sha: base },
      head,
    })
    return number
  }

  /** A number that nothing else has. */
  id(): number {
    this.#ids += 1
    return this.#ids
  }

  /** The time, one second later at each call. */
  now(): string {
    this.#seconds += 1
    return new Date(this.#seconds * 1000).toISOString().replace('.000', '')
  }
}

/** What a token may do; a permission that is not named is one that it has not got. */
export type Permission = 'issues' | 'pull_requests' | 'checks' | 'contents'

/** Who a token speaks for. */
export interface Identity {
  /** As REST names an author: `github-actions[bot]`. */
  readonly login: string
  readonly type: 'Bot' | 'User'
  /** Number of the app that the token belongs to. */
  readonly app?: number
  readonly permissions: { readonly [name in Permission]?: 'read' | 'write' }
}

export interface Comment {
  readonly id: number
  readonly issue: number
  readonly author: Pick<Identity, 'login' | 'type'>
  body: string
  readonly created: string
  updated: string
  /** Why it was folded away, where it was: `OUTDATED`. */
  minimized?: string
}

export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly sha: string
  /** Number of the app that made it. */
  readonly app: number
  status: string
  conclusion: string | null
  external: string
  output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null }
}

export interface Issue {
  readonly number: number
  readonly author: Pick<Identity, 'login' | 'type'>
  title: string
  body: string
  state: 'open' | 'closed'
  /** Why it was closed, where that was said: `completed`, `not_planned`. */
  reason?: string
  labels: readonly string[]
}

export interface Pull {
  readonly number: number
  title: string
  state: 'open' | 'closed'
  merged: boolean
  /** The commit that the merge made. */
  mergeSha: string | null
  readonly author: Pick<Identity, 'login' | 'type'>
  readonly base: { readonly branch: string; readonly sha: string }
  head: { readonly branch: string; readonly sha: string; readonly repository: string }
}

export interface Commit {
  readonly sha: string
  readonly message: string
  readonly parents: readonly string[]
  /** All files of the commit by their path, as text. */
  readonly files: { readonly [path: string]: string }
  readonly author: string
}
