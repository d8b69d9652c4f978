import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { apply } from '../../src/commands/apply.ts'
import { Client } from '../../src/dingtalk/client.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/server.ts'
import { type FileTree, readFiles, temporaryFolder, writeFiles } from '../support/files.ts'
import { type FakeGitHub, startGitHub } from '../support/github/server.ts'
import { smallCompany } from '../support/workplace.ts'

/** A repository with a company in `directory/` that was applied, its DingTalk, and the GitHub that it is pushed to. */
export interface Repository {
  readonly folder: string
  readonly emulator: Emulator
  readonly github: FakeGitHub
  /** The commit that DingTalk was last made equal to. */
  readonly base: string
  /** Changes files of the company (null takes one away), commits and pushes; the hash of the commit. */
  push(changes: { readonly [path: string]: string | null }, branch?: string): Promise<string>
  /** Opens a pull request for the branch that was pushed to, and gives its number. */
  open(head: string, from?: string): number
  /** Merges a pull request into main as one commit of what the working copy holds; the hash of that commit. */
  merge(number: number): Promise<string>
  /** Gives the emulator back; done after every test. */
  close(): Promise<void>
}

const run = promisify(execFile)

/** Founds the company in DingTalk, commits it, and pushes it to main. */
export async function startRepository(
  files: FileTree = smallCompany,
  options: EmulatorOptions = {},
): Promise<Repository> {
  const [emulator, github, folder] = await Promise.all([
    startEmulator({ rate: Number.POSITIVE_INFINITY, ...options }),
    startGitHub(),
    temporaryFolder(),
  ])
  const directory = join(folder, 'directory')
  await writeFiles(directory, files)
  await found(directory, emulator)
  const git = async (...args: string[]) => (await run('git', ['-C', folder, ...args])).stdout.trim()
  await git('init', '--quiet', '--initial-branch=main')
  await writeFiles(folder, { '.gitignore': '.rollbook/\n' })

  async function commit(message: string, branch: string): Promise<string> {
    await git('add', '--all')
    const who = ['-c', 'user.name=octo-hr', '-c', 'user.email=octo-hr@users.noreply.example']
    await git(...who, 'commit', '--quiet', '--allow-empty', '-m', message)
    const sha = await git('rev-parse', 'HEAD')
    const parent = github.state.branches.get(branch) ?? github.state.branches.get('main')
    const tree = await readFiles(directory)
    const tracked = Object.entries(tree).filter(([path]) => !path.startsWith('.rollbook/'))
    const files = Object.fromEntries(tracked.map(([path, text]) => [`directory/${path}`, text]))
    const parents = parent === undefined ? [] : [parent]
    github.state.commits.set(sha, { sha, message, parents, files, author: 'octo-hr' })
    github.state.branches.set(branch, sha)
    return sha
  }
  const base = await commit('found the company', 'main')
  return {
    folder,
    emulator,
    github,
    base,
    async push(changes, branch = 'change') {
      for (const [path, text] of Object.entries(changes)) {
        if (text === null) await rm(join(directory, path), { recursive: true })
        else await writeFiles(directory, { [path]: text })
      }
      const sha = await commit('change the company', branch)
      for (const pull of github.state.pulls) if (pull.head.branch === branch) pull.head = { ...pull.head, sha }
      return sha
    },
    open(head, from = github.state.repository) {
      return github.state.propose({ branch: 'change', sha: head, repository: from }, base)
    },
    async merge(number) {
      const mergeSha = await commit(`merge #${number}`, 'main')
      const pull = github.state.pulls.find((each) => each.number === number)
      Object.assign(pull ?? {}, { state: 'closed', merged: true, mergeSha })
      return mergeSha
    },
    close: () => emulator.close(),
  }
}

/** Makes a DingTalk equal a directory, whose lock is written. */
export async function found(directory: string, { oapiUrl, apiUrl, clientId, clientSecret }: Emulator): Promise<void> {
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  try {
    const credential = { clientId, clientSecret }
    const { end } = await apply({ directory, client, credential, lag: 0, approve: async () => true })
    if (end !== 'done') throw new Error(`the company could not be founded: ${end}`)
  } finally {
    await client.close()
  }
}
