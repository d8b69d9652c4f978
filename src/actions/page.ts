import type { Both } from '../core/json-schema.ts'
import type { Place } from '../core/model.ts'
import type { Page } from '../github/fitting.ts'
import { summaryLimit } from '../render/comment.ts'
import { forMarkdown } from '../render/escape.ts'
import { linked } from '../render/page-markdown.ts'
import type { Language } from '../render/words.ts'
import type { Inputs, Job } from './job.ts'
import { words } from './words.ts'

/** What a limit counts. */
export type Unit = 'characters' | 'bytes'

/** What a run has to tell people, for a comment and for the summary. */
export interface Told {
  /** The company's folder, which tells several companies of a repository apart. */
  readonly directory: string
  readonly languages: readonly Language[]
  /** The first line: what this was made from. */
  readonly first: Both
  /** The rest as Markdown in all of the languages, as long as a place allows, and whether that left something out. */
  readonly body: (limit: number, unit: Unit) => ReturnType<Page>
}

/** The page for a comment, as long as that may be. */
export function pageOf(told: Told): Page {
  return (limit) => print(told, limit, 'characters')
}

/** The page for the summary of a job. */
export function summaryOf(told: Told): string {
  return print(told, summaryLimit, 'bytes').text
}

function print({ directory, languages, first, body }: Told, limit: number, unit: Unit): ReturnType<Page> {
  const lines = languages.map((language) => forMarkdown(first[language]))
  const head = `**${forMarkdown(directory)}** · ${lines.join('  \n')}\n\n`
  const { text, truncated } = body(limit - (unit === 'bytes' ? Buffer.byteLength(head) : head.length), unit)
  return { text: head + text, truncated }
}

/** A body that is printed for each language by itself, one below the other, in equal parts of the space. */
export function inTurn(
  languages: readonly Language[],
  print: (language: Language, limit: number) => string,
  run: string | undefined,
): Told['body'] {
  const whole = languages.map((language) => print(language, Number.POSITIVE_INFINITY)).join(RULE)
  return (limit, unit) => {
    if ((unit === 'bytes' ? Buffer.byteLength(whole) : whole.length) <= limit) return { text: whole, truncated: false }
    const more = languages.map((language) => `\n${linked(words.run[language], run)}\n`)
    // A character has at most three bytes for each unit of its length.
    const room = (limit - [...more, RULE].join('').length) / languages.length / (unit === 'bytes' ? 3 : 1)
    const texts = languages.map((language, at) => print(language, Math.max(0, Math.floor(room))) + more[at])
    return { text: texts.join(RULE), truncated: true }
  }
}

const RULE = '\n---\n\n'

/** The address of this run, from the runner's variables; absent outside of one. */
export function runAddress({ env }: Job): string | undefined {
  const { GITHUB_RUN_ID: id = '' } = env
  const home = repositoryAddress(env)
  return home !== undefined && /^\d+$/.test(id) ? `${home}/actions/runs/${id}` : undefined
}

/** Where a line of a file can be looked at as it is at a commit. */
export function linkAt({ env }: Job, { directory }: Inputs, commit: string): (place: Place) => string | undefined {
  const home = repositoryAddress(env)
  return ({ file, line }) => {
    if (home === undefined) return undefined
    const path = `${directory}/${file}`.split('/').map(encodeURIComponent).join('/')
    return `${home}/blob/${commit}/${path}#L${line}`
  }
}

/** The page on which a pull request for a branch can be opened. */
export function proposalAt({ env }: Job, base: string, branch: string): string | undefined {
  const home = repositoryAddress(env)
  const path = [base, branch].map((name) => name.split('/').map(encodeURIComponent).join('/')).join('...')
  return home === undefined ? undefined : `${home}/compare/${path}?expand=1`
}

function repositoryAddress({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: Job['env']) {
  const address = `${server}/${repository}`
  return /^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+$/.test(address) ? address : undefined
}
