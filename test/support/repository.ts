import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileTree, writeFiles } from './files.ts'

/** Git in a folder, with a name to commit under; what it printed. */
export type Git = (...args: string[]) => string

/** Makes the folder a repository whose one commit, on `main`, holds its files as they are. */
export function repository(folder: string): Git {
  const git: Git = (...args) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', 'first', '--allow-empty')
  return git
}

/** The files of a directory in place of those it had; the lock and everything else beside them stays. */
export async function replaceFiles(folder: string, files: FileTree): Promise<void> {
  for (const part of ['departments', 'roles']) await rm(join(folder, part), { recursive: true, force: true })
  await writeFiles(folder, files)
}
