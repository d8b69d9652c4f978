import type { Owners } from '../core/owners-schema.ts'
import { forCodeowners } from './escape.ts'

/** A folder of a department: its path from the repository's root, and the userids of its heads. */
export interface OwnedFolder {
  readonly path: string
  readonly heads: readonly string[]
}

/** What decides about everything, below the company folder: never reviewed by a department head alone. */
const SENSITIVE = ['roles/', 'approvals/', 'rollbook.yaml', 'rollbook.lock.json', '.recipients']
/** The same for the whole repository: what runs, what it may do, and who reviews. */
const SHARED = ['.github/', '.vscode/']

/**
 * The part of CODEOWNERS that belongs to one company folder, between two marks; whatever stands around it is its
 * author's. The last pattern that fits a file decides, so folders come before what is inside of them, and what is
 * sensitive comes last. A folder gets a line only where its owners are not those of the folder above.
 */
export function codeownersBlock(company: string, folders: readonly OwnedFolder[], owners: Owners): string {
  const base = company === '' ? '' : `${company}/`
  const [begin, end] = marks(company)
  const rules = [
    rule(`${base}departments/`, owners.departments),
    ...folderRules(`${base}departments`, folders, owners),
    ...SENSITIVE.map((path) => rule(`${base}${path}`, owners.admins)),
    ...SHARED.map((path) => rule(path, owners.admins)),
  ]
  return `${[begin, ...rules, end].join('\n')}\n`
}

/** The file with this company's part replaced, or put at its end. */
export function withBlock(file: string, company: string, block: string): string {
  const found = blockIn(file, company)
  if (found !== undefined) return file.replace(found, () => block)
  return file === '' ? block : `${file.trimEnd()}\n\n${block}`
}

/** This company's part of a file, marks included; undefined where it has none. */
export function blockIn(file: string, company: string): string | undefined {
  const [begin, end] = marks(company)
  const lines = file.split('\n')
  const from = lines.indexOf(begin)
  const to = lines.indexOf(end, from)
  return from < 0 || to < 0 ? undefined : `${lines.slice(from, to + 1).join('\n')}\n`
}

/** How two parts differ, line by line as a diff shows it; lines that stand in both are left out. */
export function blockDifference(before: string, after: string): readonly string[] {
  const [old, next] = [before, after].map((text) => text.split('\n').filter(Boolean)) as [string[], string[]]
  const gone = old.filter((line) => !next.includes(line)).map((line) => `-${line}`)
  const added = next.filter((line) => !old.includes(line)).map((line) => `+${line}`)
  // The same lines in another order mean something else: the last one that fits decides.
  const moved = gone.length + added.length === 0 && before !== after
  return moved ? [...old.map((line) => `-${line}`), ...next.map((line) => `+${line}`)] : [...gone, ...added]
}

function marks(company: string): [begin: string, end: string] {
  const name = company === '' ? '.' : forCodeowners(company)
  return [
    `# ${name}: made by "rollbook codeowners", do not edit from here | 由 rollbook codeowners 生成，以下请勿手改`,
    `# ${name}: up to here | 到此为止`,
  ]
}

function rule(path: string, owners: readonly string[]): string {
  return `/${forCodeowners(path)} ${owners.join(' ')}`
}

function folderRules(top: string, folders: readonly OwnedFolder[], owners: Owners): string[] {
  const paths = new Map([[top, owners.departments]])
  const lines: string[] = []
  for (const level of levels(folders)) {
    // A pattern with a wildcard may fit a folder beside its own, so those come first and are set right afterwards.
    const wild = level.filter(({ path }) => isWild(path))
    const plain = level.filter(({ path }) => !isWild(path))
    for (const { path, heads } of [...wild, ...plain]) {
      const above = ownersAbove(path, paths)
      const own = heads.flatMap((head) => (Object.hasOwn(owners.logins, head) ? (owners.logins[head] ?? []) : []))
      const said = own.length === 0 ? above : [...new Set(own)]
      paths.set(path, said)
      const beside = wild.some((other) => other.path !== path && couldFit(other.path, path))
      if (beside || said.join() !== above.join()) lines.push(rule(`${path}/`, said))
    }
  }
  return lines
}

function ownersAbove(path: string, paths: ReadonlyMap<string, readonly string[]>): readonly string[] {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const found = paths.get(path.slice(0, at))
    if (found !== undefined) return found
  }
  return []
}

function isWild(path: string): boolean {
  return /[?*]/.test(forCodeowners(path))
}

/**
 * Whether the pattern of one path may fit another one: what stands before its first `*` and behind its last. Said of one
 * too many, it gets a line of its own, which says the same of it.
 */
function couldFit(path: string, other: string): boolean {
  const pattern = [...forCodeowners(path).replaceAll('\\ ', ' ')]
  const letters = [...other]
  const fits = (one: string, at: number) => one === letters[at] || (one === '?' && letters[at] !== '/')
  const star = pattern.indexOf('*')
  if (star < 0) return pattern.length === letters.length && pattern.every(fits)
  const tail = pattern.slice(pattern.lastIndexOf('*') + 1)
  const rest = letters.length - tail.length
  return rest >= star && pattern.slice(0, star).every(fits) && tail.every((one, at) => fits(one, rest + at))
}

/** Folders by their depth, each level in the order of its paths. */
function levels(folders: readonly OwnedFolder[]): OwnedFolder[][] {
  const byDepth: OwnedFolder[][] = []
  for (const folder of [...folders].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const depth = folder.path.split('/').length
    byDepth[depth] = [...(byDepth[depth] ?? []), folder]
  }
  return byDepth.filter(Boolean)
}
