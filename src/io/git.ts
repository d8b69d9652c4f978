import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Most bytes of one answer: the names of some hundred thousand files, or the contents of a directory. */
const MOST = 128 * 1024 * 1024

/** One command of git in a folder, without a shell; what it prints. Rejects where git fails. */
export type Git = (args: readonly string[], input?: string | Buffer) => Promise<Buffer>

/** Git, run in this folder. */
export function gitIn(folder: string): Git {
  return async (args, input = '') => {
    const running = run('git', ['-C', folder, ...args], { encoding: 'buffer', maxBuffer: MOST })
    // A command that ends without reading closes the pipe: what it printed, or its exit, says what is wrong.
    running.child.stdin?.on('error', () => {}).end(input)
    return (await running).stdout
  }
}

/** One entry of a tree, its path relative to the folder that was asked in. */
export interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly object: string
  readonly path: string
}

/** Everything below the folder as it was at the commit. */
export async function treeAt(git: Git, commit: string): Promise<readonly TreeEntry[]> {
  const listed = (await git(['ls-tree', '-r', '-z', commit])).toString('utf8')
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', type = '', object = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
    return path === '' ? [] : [{ mode, type, object, path }]
  })
}

/** How many bytes each of these objects has. */
export async function sizesOf(git: Git, objects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const answer = (await git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], lines(objects))).toString('utf8')
  return new Map(
    answer.split('\n').flatMap((line) => {
      const [object = '', size = ''] = line.split(' ')
      return /^\d+$/.test(size) ? [[object, Number(size)] as const] : []
    }),
  )
}

/** The contents of these objects, each as it was committed: no filter of a working copy is run on them. */
export async function contentsOf(git: Git, objects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>()
  const answer = objects.length === 0 ? Buffer.alloc(0) : await git(['cat-file', '--batch'], lines(objects))
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at)
    const [object = '', , size = ''] = answer.toString('utf8', at, end).split(' ')
    if (end < 0 || !/^\d+$/.test(size)) throw new Error(`git has no contents of ${object}`)
    found.set(object, answer.subarray(end + 1, end + 1 + Number(size)))
    // A line feed ends each of them.
    at = end + 1 + Number(size) + 1
  }
  return found
}

function lines(objects: readonly string[]): string {
  return objects.map((object) => `${object}\n`).join('')
}
