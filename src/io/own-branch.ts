import { createHash } from 'node:crypto'
import { LOCK_FILE } from '../core/lock-parse.ts'
import { BaseNotFound, commitNamed } from './commit.ts'
import { contentsOf, type Git, gitIn } from './git.ts'
import { treeWith } from './git-tree.ts'

/**
 * A branch that a process keeps beside what is checked out: what is checked out, plus changes to one folder. It grows
 * by commits and is never moved back, so whoever pushes it never has to force anything. Work tree, index and the branch
 * that is checked out stay as they are: trees and commits are written as objects, and one reference is set.
 */
export interface OwnBranch {
  /** Absolute, or relative to the process; inside of a work tree. */
  readonly folder: string
  readonly branch: string
}

/** Why nothing can be committed to the branch; `subject` is what it is about. */
export class BranchUnusable extends Error {
  override name = 'BranchUnusable'
  readonly case: (typeof unusable)[number]
  readonly subject: string

  constructor(which: BranchUnusable['case'], subject: string) {
    super(`nothing can be committed to the branch: ${which} (${subject})`)
    this.case = which
    this.subject = subject
  }
}

/** The reasons, from those that a person meets at the start to those that come about later. */
export const unusable = [
  'git',
  'name',
  'repository',
  'unborn',
  'checked-out',
  'dirty',
  'never-applied',
  'foreign',
  'ignored',
  'moved',
  'failed',
] as const

/** What is checked out, and where the branch is. */
export interface Start {
  /** The commit that is checked out, in full. */
  readonly head: string
  /** The folder's path from the top of the repository, with a slash at its end; empty for the top. */
  readonly prefix: string
  /** Null where there is no such branch. */
  readonly tip: string | null
  /** Whether what is checked out has everything of the branch. */
  readonly merged: boolean
}

/** Everything of the branch that is not checked out may have so many commits. */
const MOST_COMMITS = 1000
/** How our own commits are known again: the line names a digest of the folder and the tree, so an altered one is not ours. */
const MARK = 'Rollbook-Watch: '

/**
 * Where a commit to the branch would begin: the files of the folder have to be those of the commit that is checked out,
 * but for the lock, which an apply leaves behind; and what the branch holds beside that has to be our own commits.
 *
 * @throws BranchUnusable
 */
export async function startOf({ folder, branch }: OwnBranch): Promise<Start> {
  const head = await headOf(folder)
  const git = gitIn(folder)
  if (!(await isBranchName(git, branch))) throw new BranchUnusable('name', branch)
  const prefix = (await git(['rev-parse', '--show-prefix'])).toString('utf8').replace(/\n$/, '')
  const tip = await tipOf(git, branch)
  const start = { head, prefix, tip, merged: tip === null || (await isAncestor(git, tip, head)) }
  const edited = await editedIn(git, prefix)
  if (edited !== undefined) throw new BranchUnusable('dirty', edited)
  if (tip !== null && !start.merged && !(await isAllOurs(git, start, tip))) throw new BranchUnusable('foreign', branch)
  return start
}

/** Texts by path below the folder; null: the file goes. */
type Edits = ReadonlyMap<string, string | Buffer | null>

/**
 * Makes the branch what is checked out plus these edits, in one commit, whose id is the result; null where that is what it is already. A branch
 * of which everything is merged begins anew at what is checked out. `message` is told the paths below the folder that
 * the commit changes.
 *
 * @throws BranchUnusable where what is checked out or the branch is no longer what it was at the start, where a file is
 * kept out of git, or where git refuses.
 */
export async function commitTo(
  own: OwnBranch,
  start: Start,
  edits: Edits,
  message: (files: ReadonlySet<string>) => string,
): Promise<string | null> {
  const git = gitIn(own.folder)
  const { head, prefix, tip, merged } = start
  try {
    const ignored = await ignoredAmong(git, [...edits.keys()])
    if (ignored !== undefined) throw new BranchUnusable('ignored', ignored)
    const tree = await treeOf(git, head, prefix, edits)
    const from = merged || tip === null ? head : tip
    if ((await treeAt(git, from)) === tree) return null
    const now = await startOf(own)
    if (now.head !== head || now.tip !== tip) throw new BranchUnusable('moved', own.branch)
    const parents = merged || (await isAncestor(git, head, from)) ? [from] : [from, head]
    const text = `${message(await changedFiles(git, from, tree))}${MARK}${markOf(prefix, tree)}\n`
    const commit = await commitOf(git, tree, parents, text)
    // Fails where somebody has moved the branch since.
    await git(['update-ref', '-m', 'rollbook watch', `refs/heads/${own.branch}`, commit, tip ?? ''])
    return commit
  } catch (error) {
    throw error instanceof BranchUnusable ? error : new BranchUnusable('failed', saidBy(error))
  }
}

async function headOf(folder: string): Promise<string> {
  try {
    return await commitNamed(folder, 'HEAD')
  } catch (error) {
    if (!(error instanceof BaseNotFound)) throw error
    const which = error.case === 'git' || error.case === 'repository' ? error.case : 'unborn'
    throw new BranchUnusable(which, folder)
  }
}

async function isBranchName(git: Git, branch: string): Promise<boolean> {
  if (branch.length > 200 || branch === 'HEAD') return false
  return succeeds(git(['check-ref-format', `refs/heads/${branch}`]))
}

/** @throws BranchUnusable where somebody works on the branch, here or in another work tree of this repository. */
async function tipOf(git: Git, branch: string): Promise<string | null> {
  const name = `refs/heads/${branch}`
  const format = '--format=%(refname)%00%(objectname)%00%(worktreepath)'
  const listed = (await git(['for-each-ref', format, name])).toString('utf8').split('\n')
  const [, tip, at] = listed.map((line) => line.split('\0')).find(([ref]) => ref === name) ?? []
  const current = await git(['symbolic-ref', '-q', 'HEAD']).catch(() => Buffer.alloc(0))
  if ((at ?? '') !== '' || current.toString('utf8').trim() === name) throw new BranchUnusable('checked-out', branch)
  return tip ?? null
}

/** A file of the folder that is not as it was committed, from the top of the repository. The index is not refreshed. */
async function editedIn(git: Git, prefix: string): Promise<string | undefined> {
  const args = [
    '--no-optional-locks',
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--',
    '.',
  ]
  const listed = (await git(args)).toString('utf8').split('\0')
  return listed.map((line) => line.slice(3)).find((path) => path !== '' && path !== prefix + LOCK_FILE)
}

async function isAncestor(git: Git, one: string, other: string): Promise<boolean> {
  return succeeds(git(['merge-base', '--is-ancestor', one, other]))
}

/** Whether a question that git answers by its exit code is answered with yes. */
async function succeeds(answer: Promise<Buffer>): Promise<boolean> {
  try {
    await answer
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 1) return false
    throw error
  }
}

async function isAllOurs(git: Git, { head, prefix }: Pick<Start, 'head' | 'prefix'>, tip: string): Promise<boolean> {
  const most = `--max-count=${MOST_COMMITS + 1}`
  const commits = (await git(['rev-list', most, tip, `^${head}`, '--'])).toString('utf8').split('\n').filter(Boolean)
  if (commits.length > MOST_COMMITS) return false
  return [...(await contentsOf(git, commits)).values()].every((bytes) => {
    const [header = '', ...message] = bytes.toString('utf8').split('\n\n')
    const [, tree = ''] = /^tree ([0-9a-f]+)$/m.exec(header) ?? []
    return message
      .join('\n\n')
      .split('\n')
      .includes(`${MARK}${markOf(prefix, tree)}`)
  })
}

function markOf(prefix: string, tree: string): string {
  return createHash('sha256').update(`${prefix}\0${tree}`).digest('hex').slice(0, 40)
}

/** What somebody keeps out of git on purpose must not be committed by us: it may hold what nobody else should see. */
async function ignoredAmong(git: Git, paths: readonly string[]): Promise<string | undefined> {
  if (paths.length === 0) return undefined
  try {
    const input = paths.map((path) => `${path}\0`).join('')
    return (await git(['check-ignore', '-z', '--stdin'], input)).toString('utf8').split('\0')[0]
  } catch (error) {
    if ((error as { code?: unknown }).code === 1) return undefined
    throw error
  }
}

/** Written as `git add` would: line ends and filters are those that the repository's attributes ask for. */
async function treeOf(git: Git, head: string, prefix: string, edits: Edits): Promise<string> {
  const blobs = new Map<string, string | null>()
  for (const [path, content] of edits) {
    const args = ['hash-object', '-w', '--stdin', `--path=${path}`]
    const blob = content === null ? null : (await git(args, Buffer.from(content))).toString('utf8').trim()
    blobs.set(prefix + path, blob)
  }
  return treeWith(git, await treeAt(git, head), blobs)
}

async function treeAt(git: Git, commit: string): Promise<string> {
  return (await git(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`])).toString('utf8').trim()
}

async function changedFiles(git: Git, from: string, tree: string): Promise<ReadonlySet<string>> {
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--relative', from, tree, '--']
  return new Set((await git(args)).toString('utf8').split('\0').filter(Boolean))
}

/** Under the name that git has for whoever commits here, or a name of our own where it has none. */
async function commitOf(git: Git, tree: string, parents: readonly string[], text: string): Promise<string> {
  const [name, email] = await Promise.all(['user.name', 'user.email'].map((key) => succeeds(git(['config', key]))))
  const own = name && email ? [] : ['-c', 'user.name=Rollbook', '-c', 'user.email=rollbook@localhost.invalid']
  const args = [...own, '-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', tree, ...parents.flatMap((id) => ['-p', id])]
  return (await git(args, text)).toString('utf8').trim()
}

/** What git said, in one short line. */
function saidBy(error: unknown): string {
  const { stderr, message } = error as { stderr?: unknown; message?: unknown }
  const text = String(stderr ?? '').trim() || String(message ?? error)
  return text.split('\n')[0]?.slice(0, 300) ?? ''
}
