import { execFileSync } from 'node:child_process'
import { temporaryFolder } from '../files.ts'
import type { Commit, State } from './state.ts'

/**
 * Keeps a real git repository beside the fake GitHub: every commit that anybody makes there from now on is a commit of
 * git, of the same name. Gives the folder to clone from.
 */
export async function keepInGit(state: State): Promise<string> {
  const folder = await temporaryFolder()
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', ['-C', folder, ...args], { input, encoding: 'utf8' })
  git(['init', '--quiet', '--bare'])
  let count = 0
  state.nameOf = (commit) => {
    count += 1
    return git(['fast-import', '--quiet'], importText(commit, `refs/heads/commit-${count}`)).trim()
  }
  return folder
}

/** A commit as `git fast-import` reads it; a branch of its own keeps it for those who clone. */
function importText({ message, parents: [first, ...more], files, author }: Omit<Commit, 'sha'>, ref: string): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  return [
    `commit ${ref}\nmark :1\ncommitter ${author} <${author}@users.noreply.example> 1795219200 +0000\n${data(message)}`,
    ...(first === undefined ? [] : [`from ${first}\n`]),
    ...more.map((parent) => `merge ${parent}\n`),
    'deleteall\n',
    ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    'get-mark :1\n',
  ].join('')
}
