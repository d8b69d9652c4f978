import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { ActionName } from '../../src/actions/table.ts'
import { type Emulator, startEmulator } from '../../src/emulator/server.ts'
import { type FileTree, readFiles, temporaryFolder } from '../support/files.ts'
import { addCommit, commitTo } from '../support/github/commits.ts'
import { keepInGit } from '../support/github/real-git.ts'
import { startGitHub } from '../support/github/server.ts'
import { found } from './repository.ts'
import { pullRequest, pushed, type Step, type StepOptions, step, type TestEvent } from './runner.ts'

/** Companies of one repository by the names of their folders below `corps/`. */
export const companies = ['a', 'b', 'c'] as const
export type Company = (typeof companies)[number]

/** What a matrix over the companies gave for each of them. */
export type Each<T> = { readonly [company in Company]: T }

/** Files by their path in the repository; null takes one away. */
export type Changes = { readonly [path: string]: string | null }

/** A push to main: the commit before, and the one after. */
export interface Push {
  readonly before: string
  readonly after: string
}

export const directoryOf = (company: Company) => `corps/${company}`
export const lockOf = (company: Company) => `${directoryOf(company)}/rollbook.lock.json`

const run = promisify(execFile)
const opened: Emulator[] = []

/** Gives the emulators back; done after every test. */
export async function closeCompanies(): Promise<void> {
  for (const emulator of opened.splice(0)) await emulator.close()
}

/** The same for each company at once, as the jobs of a matrix run. */
export async function inMatrix<T>(work: (company: Company) => Promise<T>): Promise<Each<T>> {
  const [a, b, c] = await Promise.all([work('a'), work('b'), work('c')])
  return { a, b, c }
}

/**
 * One repository with three companies that were applied, each with a DingTalk and a credential of its own. Every job of
 * an action is a process of its own in a fresh clone of its own, as on GitHub.
 */
export async function threeCompanies(files: Each<FileTree>) {
  const github = await startGitHub()
  const { state } = github
  const origin = await keepInGit(state)
  const emulators = await inMatrix(async (company) => {
    const emulator = await startEmulator({
      rate: Number.POSITIVE_INFINITY,
      corp: `dingcorp000${company}`,
      clientId: `dingapp000${company}`,
    })
    opened.push(emulator)
    return emulator
  })
  const founded = await inMatrix(async (company) => {
    const folder = await temporaryFolder(files[company])
    await found(folder, emulators[company])
    const tree = Object.entries(await readFiles(folder)).filter(([path]) => !path.startsWith('.rollbook/'))
    return tree.map(([path, text]) => [`${directoryOf(company)}/${path}`, text])
  })
  const all = Object.fromEntries([...companies.flatMap((company) => founded[company]), ['.gitignore', '.rollbook/\n']])
  commitTo(state, 'main', { files: all, message: 'found the companies', author: 'octo-hr' })

  const head = (branch = 'main') => state.branches.get(branch) ?? ''
  const filesAt = (sha: string): FileTree => state.commits.get(sha)?.files ?? {}
  const pullOf = (number: number) => {
    const pull = state.pulls.find((each) => each.number === number)
    if (pull === undefined) throw new Error(`there is no pull request ${number}`)
    return pull
  }
  /** Main with what a pull request changes, as GitHub tries it out and later merges it. */
  const mergedWith = (number: number): FileTree => {
    const { base, head: of } = pullOf(number)
    const [before, after, merged] = [filesAt(base.sha), filesAt(of.sha), { ...filesAt(head()) }]
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const text = after[path]
      if (text === before[path]) continue
      if (text === undefined) delete merged[path]
      else merged[path] = text
    }
    return merged
  }
  /** Everything that the jobs of a company have said. */
  const said: Each<string[]> = { a: [], b: [], c: [] }
  /** A job of the matrix: a fresh clone, one process. */
  async function job(
    company: Company,
    action: ActionName,
    { event, sha, inputs, ...options }: StepOptions & { readonly event: TestEvent; readonly sha: string },
  ): Promise<Step> {
    const folder = await temporaryFolder()
    await run('git', ['clone', '--quiet', '--shared', '--no-checkout', origin, folder])
    await run('git', ['-C', folder, 'checkout', '--quiet', '--detach', sha])
    const site = { folder, emulator: emulators[company], github }
    const done = await step(site, action, event, {
      inputs: { directory: directoryOf(company), ...inputs },
      ...options,
      env: { GITHUB_SHA: sha, ...options.env },
    })
    const kept = ['plan-json-path', 'result-json-path'].flatMap((name) => done.outputs[name] ?? [])
    const artifacts = await Promise.all(kept.map((path) => readFile(path, 'utf8')))
    said[company].push(done.log, done.summary, JSON.stringify(done.outputs), ...artifacts)
    return done
  }

  return {
    github,
    state,
    emulators,
    said,
    head,
    filesAt,
    /** Opens a pull request from main as it is, and gives its number. */
    propose(changes: Changes, from = state.repository): number {
      const [base, branch] = [head(), `change-${state.pulls.length + 1}`]
      state.branches.set(branch, base)
      const { sha } = commitTo(state, branch, { files: changed(filesAt(base), changes), ...byHr })
      return state.propose({ branch, sha, repository: from }, base)
    },
    /** Pushes to the branch of a pull request. */
    push(number: number, changes: Changes): void {
      const pull = pullOf(number)
      const { sha } = commitTo(state, pull.head.branch, { files: changed(filesAt(pull.head.sha), changes), ...byHr })
      pull.head = { ...pull.head, sha }
    },
    /** Merges a pull request into main with a merge commit. */
    merge(number: number): Push {
      const pull = pullOf(number)
      const before = head()
      const { sha } = addCommit(state, {
        files: mergedWith(number),
        parents: [before, pull.head.sha],
        message: `Merge pull request #${number}`,
        author: 'octo-hr',
      })
      state.branches.set('main', sha)
      Object.assign(pull, { state: 'closed', merged: true, mergeSha: sha })
      return { before, after: sha }
    },
    /** The preview of a pull request, of what main would be after the merge. */
    plan(number: number, options: StepOptions = {}): (company: Company) => Promise<Step> {
      const { head: of } = pullOf(number)
      const parents = [head(), of.sha]
      const { sha } = addCommit(state, { files: mergedWith(number), parents, message: 'try', author: 'octo-hr' })
      const event = pullRequest({ github }, number)
      return (company) => job(company, 'plan', { ...options, event, sha })
    },
    /** The jobs of a push to main; calling it again is GitHub's "re-run". */
    apply({ before, after }: Push, options: StepOptions = {}): (company: Company) => Promise<Step> {
      return (company) => job(company, 'apply', { ...options, event: pushed(before, after), sha: after })
    },
    /** What would have to change by now, without any pull request. */
    async left(company: Company): Promise<Step> {
      const sha = head()
      const event = { name: 'schedule', payload: {}, env: { GITHUB_REF: 'refs/heads/main' } }
      return job(company, 'plan', { event, sha })
    },
    comments: () => state.comments,
    /** The comment about a company in a pull request. */
    comment(company: Company, number = 1): string {
      const env = `"env":"${directoryOf(company)}"`
      const found = state.comments.filter(({ issue, body }) => issue === number && body.split('\n')[0]?.includes(env))
      if (found.length > 1) throw new Error(`company ${company} has ${found.length} comments in #${number}`)
      return found[0]?.body ?? ''
    },
    names: (company: Company) => emulators[company].snapshot().users.map(({ name }) => name),
    lock: (company: Company, branch = 'main') => filesAt(head(branch))[lockOf(company)] ?? '',
    /** Calls that a company's DingTalk got so far. */
    calls: (): Each<number> => ({
      a: emulators.a.log.length,
      b: emulators.b.log.length,
      c: emulators.c.log.length,
    }),
  }
}

export type World = Awaited<ReturnType<typeof threeCompanies>>

/** An artifact that a step left. */
export async function artifactOf(done: Step, output: 'plan-json-path' | 'result-json-path'): Promise<unknown> {
  return JSON.parse(await readFile(done.outputs[output] ?? '', 'utf8'))
}

const byHr = { message: 'change the companies', author: 'octo-hr' }

function changed(files: FileTree, changes: Changes): FileTree {
  const entries = Object.entries({ ...files, ...changes })
  return Object.fromEntries(entries.flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
}
