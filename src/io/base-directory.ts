import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Desired } from '../core/desired.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { type Finding, finding, InvalidDirectory, type Words, worded } from '../core/problem.ts'
import { defaultSettings } from '../core/settings.ts'
import { contentsOf, gitIn, sizesOf, type TreeEntry, treeAt } from './git.ts'
import { loadDirectory, MAX_TOTAL, tooMuch } from './load.ts'
import { crowded, MAX_FILES } from './load-files-words.ts'
import { MAX_BYTES } from './load-scan.ts'

/** How the files of the base commit are to be read. */
export interface BaseDirectoryInput {
  readonly folder: string
  /** The commit in full. */
  readonly commit: string
  readonly lock: Lockfile
  readonly language: 'zh' | 'en'
  /** The whole company is read in any case: there is no other way than another commit. */
  readonly whole?: true
}

/**
 * What the files said at a commit, through the same loader as those at hand. They are written to a folder of their own
 * that nobody else may enter, which is gone again before this returns; the work tree is neither read nor touched.
 *
 * @throws InvalidDirectory where they were not valid then; each problem names the commit.
 */
export async function loadBase(input: BaseDirectoryInput): Promise<Desired> {
  const { commit, lock, language, whole: readsAll } = input
  const copy = await mkdtemp(join(tmpdir(), 'rollbook-base-'))
  try {
    const entries = await writeTree(input, copy)
    if (entries === 0) return nothingYet(language)
    const base = await loadDirectory(copy, { lock, language })
    if (base.problems.length === 0) return base
    const named = base.problems.map((problem) => ({ ...problem, file: atCommit(problem.file, commit) }))
    throw new InvalidDirectory([
      ...named,
      ...worded([finding(whole(commit), 'file-not-readable', ...(readsAll ? invalidThen : invalid))], language),
    ])
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Writes what the loader can meet: YAML with its contents, everything else by its name alone. */
async function writeTree({ folder, commit, language }: BaseDirectoryInput, copy: string): Promise<number> {
  const refuse = (...found: Finding[]) => new InvalidDirectory(worded(found, language))
  const git = gitIn(folder)
  const entries = await treeAt(git, commit)
  if (entries.length > MAX_FILES) throw refuse(finding(whole(commit), 'directory-too-large', ...crowded))
  const unsafe = entries.find(({ path }) => !isPlain(path))
  if (unsafe !== undefined) throw refuse(finding(whole(commit), 'unportable-name', ...strange))
  const holdsText = (entry: TreeEntry) => isFile(entry) && /\.ya?ml$/i.test(entry.path)
  const objects = [...new Set(entries.filter(holdsText).map(({ object }) => object))]
  const sizes = objects.length === 0 ? new Map<string, number>() : await sizesOf(git, objects)
  const small = objects.filter((object) => (sizes.get(object) ?? 0) <= MAX_BYTES)
  if (small.reduce((sum, object) => sum + (sizes.get(object) ?? 0), 0) > MAX_TOTAL)
    throw refuse(finding(whole(commit), 'directory-too-large', ...tooMuch))
  const contents = await contentsOf(git, small)
  const oversize = Buffer.alloc(MAX_BYTES + 1)
  for (const entry of entries) {
    const path = join(copy, entry.path)
    mkdirSync(entry.type === 'commit' ? path : dirname(path), { recursive: true })
    if (entry.type === 'commit') continue
    // A link is a link for the loader, which refuses it; where it led to is nobody's business.
    if (!isFile(entry)) symlinkSync('nowhere', path)
    else if (!holdsText(entry)) writeFileSync(path, '', { flag: 'wx' })
    else writeFileSync(path, contents.get(entry.object) ?? oversize, { flag: 'wx' })
  }
  return entries.length
}

/** A commit before there was this directory: nothing was stated. */
function nothingYet(language: 'zh' | 'en'): Desired {
  return {
    directory: { department: { '/': {} } },
    places: new Map(),
    previously: {},
    replaceable: [],
    settings: { ...defaultSettings, language },
    approvals: [],
    problems: [],
  }
}

function isFile({ type, mode }: TreeEntry): boolean {
  return type === 'blob' && mode !== '120000'
}

/** Whether a path stays inside the folder it is joined to; a tree made by hand can say anything. */
function isPlain(path: string): boolean {
  return !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

function atCommit(file: string, commit: string): string {
  return `${file}@${commit.slice(0, 12)}`
}

function whole(commit: string) {
  return { file: atCommit('.', commit), line: 1, column: 1 }
}

const invalid: [en: Words, zh: Words] = [
  [
    'the files of the base commit are not valid, so nothing can be compared with them',
    'name a later commit with --base, or read the whole company with --refresh full',
  ],
  ['基准提交里的文件本身有错，没法和它比较', '请用 --base 指定更新的提交，或用 --refresh full 读取整个公司'],
]

const invalidThen: [en: Words, zh: Words] = [
  ['the files of that commit are not valid, so nothing can be compared with them', 'name a later commit with --base'],
  ['那个提交里的文件本身有错，没法和它比较', '请用 --base 指定更新的提交'],
]

const strange: [en: Words, zh: Words] = [
  ['the base commit holds a path that leads out of the folder', 'name another commit with --base'],
  ['基准提交里有一个指向文件夹之外的路径', '请用 --base 指定别的提交'],
]
