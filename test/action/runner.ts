import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { ActionName } from '../../src/actions/table.ts'
import { addressesOf, credentialOf, quickEnvironment } from '../support/command.ts'
import { temporaryFolder } from '../support/files.ts'
import { workflowToken } from '../support/github/server.ts'
import type { Repository } from './repository.ts'

/** What a step left behind, as the runner would take it up. */
export interface Step {
  readonly code: number | null
  /** All that it printed on both streams. */
  readonly log: string
  /** The workflow commands among it. */
  readonly commands: readonly Command[]
  readonly outputs: { readonly [name: string]: string }
  readonly summary: string
}

export interface Command {
  readonly name: string
  readonly properties: { readonly [name: string]: string }
  readonly text: string
}

/** An event: the runner's name for it, and its payload; a text is written to the payload's file as it is. */
export interface TestEvent {
  readonly name: string
  readonly payload: object | string
  readonly env?: NodeJS.ProcessEnv
}

export interface StepOptions {
  readonly inputs?: { readonly [name: string]: string }
  readonly env?: NodeJS.ProcessEnv
  /** Without the credential of DingTalk, as a run for a fork. */
  readonly noSecrets?: boolean
}

/** Where a step runs: the checkout, the DingTalk of its credential, and GitHub. */
export type Site = Pick<Repository, 'folder' | 'emulator' | 'github'>

/**
 * Runs an action as the runner does: the entry that its action.yml names, on Node 24 where `ROLLBOOK_NODE24` says where
 * that is, with the inputs, files and variables of a step, and nothing else in the environment.
 */
export async function step(
  repository: Site,
  action: ActionName,
  event: TestEvent,
  { inputs = {}, env = {}, noSecrets = false }: StepOptions = {},
): Promise<Step> {
  const { folder, emulator, github } = repository
  const files = await temporaryFolder({ output: '', summary: '' })
  const payload = typeof event.payload === 'string' ? event.payload : JSON.stringify(event.payload)
  await writeFile(join(files, 'event.json'), payload)
  const standard: { readonly [name: string]: string } = {
    language: 'en',
    ...(action !== 'validate' && { 'github-token': workflowToken }),
  }
  const given = Object.entries({ ...standard, ...inputs })
  const main = join(import.meta.dirname, `../../.github/actions/${action}/main.mjs`)
  const child = spawn(process.env['ROLLBOOK_NODE24'] ?? process.execPath, [main], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      LANG: 'C.UTF-8',
      ...quickEnvironment,
      ...addressesOf(emulator),
      ...(!noSecrets && credentialOf(emulator)),
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'octo-hr',
      GITHUB_API_URL: github.apiUrl,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: github.state.repository,
      GITHUB_RUN_ID: '77',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(files, 'event.json'),
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
      RUNNER_TEMP: files,
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...event.env,
      ...env,
    },
  })
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  return {
    code,
    log: stdout + stderr,
    commands: commandsIn(stdout + stderr),
    outputs: outputsIn(await readFile(join(files, 'output'), 'utf8')),
    summary: await readFile(join(files, 'summary'), 'utf8'),
  }
}

/** The event of a pull request that is in the state of the fake GitHub. */
export function pullRequest({ github }: Pick<Site, 'github'>, number: number, action = 'synchronize'): TestEvent {
  const pull = github.state.pulls.find((each) => each.number === number)
  if (pull === undefined) throw new Error(`there is no pull request ${number}`)
  const { head, base, state, title, author } = pull
  const payload = {
    action,
    number,
    pull_request: {
      number,
      state,
      title,
      user: author,
      head: { ref: head.branch, sha: head.sha, repo: { full_name: head.repository } },
      base: { ref: base.branch, sha: base.sha, repo: { full_name: github.state.repository } },
    },
  }
  return { name: 'pull_request', payload, env: { GITHUB_REF: `refs/pull/${number}/merge`, GITHUB_SHA: head.sha } }
}

/** The event of a push to main. */
export function pushed(before: string, after: string): TestEvent {
  const payload = { ref: 'refs/heads/main', before, after }
  return { name: 'push', payload, env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: after } }
}

/** Lines that the runner obeys, as it reads them: `::name properties::text`. */
function commandsIn(log: string): Command[] {
  const lines = log.split('\n').map((line) => /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line))
  return lines.flatMap((match) => {
    if (match === null) return []
    const [, name = '', properties = '', data = ''] = match
    const entries = properties.split(',').map((entry) => entry.split('=').map(decoded))
    return [{ name, properties: Object.fromEntries(entries), text: decoded(data) }]
  })
}

function decoded(text: string): string {
  const known: { readonly [code: string]: string } = { '%0A': '\n', '%0D': '\r', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(?:0A|0D|3A|2C|25)/g, (code) => known[code] ?? code)
}

/** `name<<mark`, the lines of the value, `mark`. */
function outputsIn(file: string): { readonly [name: string]: string } {
  const found = file.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]))
}
