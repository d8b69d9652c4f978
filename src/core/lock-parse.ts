import { JsonBroken, type JsonEntry, plainJson, readJson } from './json-text.ts'
import { LOCK_FORMAT, type Locked, type LockedByKind, type Lockfile, stringifyLock } from './lockfile.ts'
import { maskText } from './mask-text.ts'
import { isInvitations } from './pending.ts'
import { type Finding, finding } from './problem.ts'
import { isObject } from './value.ts'

/** The lock's file name, beside rollbook.yaml. */
export const LOCK_FILE = 'rollbook.lock.json'

/** The lock's text is not one that Rollbook wrote; the findings say where and why, in both languages. */
export class LockInvalid extends Error {
  override name = 'LockInvalid'
  readonly findings: readonly Finding[]
  /** A newer Rollbook wrote it: what this one does not understand must not be lost. */
  readonly newer: boolean

  constructor(findings: readonly Finding[], newer = false) {
    super(maskText(findings.map(({ line, column, en }) => `${LOCK_FILE}:${line}:${column} ${en[0]}`).join('; ')))
    this.findings = findings
    this.newer = newer
  }
}

/** What to do about a lock that cannot be read, in both languages. */
const next = {
  en: 'take the last good version from git; if there is none, run "rollbook lock rebuild"',
  zh: '用 git 找回上一个好的版本；找不回来，就运行 rollbook lock rebuild 重建',
}

/**
 * The lock from its text.
 *
 * @throws LockInvalid for conflict marks, text that is not JSON, another format, entries of another shape, and ids or
 * keys that stand twice: all of them at once, where it is JSON at all.
 */
export function parseLock(text: string): Lockfile {
  const ours = asWritten(text)
  if (ours !== null) return ours
  const found: Finding[] = []
  let newer = false
  const report = (at: number, en: string, zh: string, way: { en: string; zh: string } = next) => {
    newer ||= way === update
    found.push(finding(placeOf(text, at), 'lock-invalid', [en, way.en], [zh, way.zh]))
  }
  const lock = read(text, report)
  if (found.length > 0 || lock === null) throw new LockInvalid(found, newer)
  return lock
}

/** The lock of a text that is byte for byte what we write, which needs no closer look; a big one is read fast so. */
function asWritten(text: string): Lockfile | null {
  try {
    const { applied, corp, resources, pending } = JSON.parse(text) as Lockfile
    for (const [kind, entries] of Object.entries(resources)) {
      const listed = Object.entries(entries)
      const sound = [kind, ...listed.map(([key]) => key)].every((name) => !RESERVED.includes(name))
      const whole = listed.every(([, entry]) => lockedOf(entry) !== null)
      if (!sound || !whole || new Set(listed.map(([, { id }]) => id)).size < listed.length) return null
    }
    if ((corp !== null && typeof corp !== 'string') || (pending !== undefined && !isInvitations(pending))) return null
    if (applied !== undefined && !isCommit(applied)) return null
    const more = { ...(pending !== undefined && { pending }), ...(applied !== undefined && { applied }) }
    const lock: Lockfile = { corp, resources, ...more }
    return stringifyLock(lock) === text ? lock : null
  } catch {
    return null
  }
}

const update = {
  en: 'update Rollbook to the version that wrote it; an older one cannot rebuild it',
  zh: '把 Rollbook 升级到写它的版本；旧版本不能重建它',
}

type Report = (at: number, en: string, zh: string, way?: { en: string; zh: string }) => void

function read(text: string, report: Report): Lockfile | null {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})/m.exec(text)
  if (conflict !== null) {
    report(
      conflict.index,
      'two versions of the lock were merged, and the conflict was not resolved',
      '两个版本的锁文件合并时有冲突，还没有解决',
      {
        en: 'keep the lines of both sides and remove the marks, or run "rollbook lock rebuild"',
        zh: '保留两边的行，去掉冲突标记；或者运行 rollbook lock rebuild 重建',
      },
    )
    return null
  }
  const root = nodes(text, report)
  if (root === null || !isOurs(root, report)) return null
  const corp = root.get('corp')
  const resources = root.get('resources')
  if (corp !== undefined && corp.value !== null && typeof corp.value !== 'string')
    report(corp.at, '"corp" is neither a text nor null', '"corp" 应当是文字或 null')
  if (resources === undefined || !(resources.value instanceof Map)) {
    report(resources?.at ?? 0, '"resources" is missing', '缺少 "resources"')
    return null
  }
  const kinds = [...(resources.value as ReadonlyMap<string, JsonEntry>)].map(([kind, node]) => [
    kind,
    entriesOf(kind, node, report),
  ])
  const pending = root.get('pending')
  const invitations = pending === undefined ? undefined : plainJson(pending)
  if (invitations !== undefined && !isInvitations(invitations))
    report(pending?.at ?? 0, '"pending" has another shape', '"pending" 的写法不对')
  const applied = root.get('applied')
  if (applied !== undefined && !isCommit(applied.value))
    report(applied.at, '"applied" is not the full hash of a commit', '"applied" 应当是完整的提交哈希')
  return {
    corp: typeof corp?.value === 'string' ? corp.value : null,
    resources: Object.fromEntries(kinds) as LockedByKind,
    ...(isInvitations(invitations) && { pending: invitations }),
    ...(isCommit(applied?.value) && { applied: applied.value }),
  }
}

/** A full hash of git, of either length that it has. */
function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
}

function nodes(text: string, report: Report): ReadonlyMap<string, JsonEntry> | null {
  if (text.trim() === '') {
    report(0, 'the file is empty', '文件是空的')
    return null
  }
  try {
    const { value } = readJson(text)
    if (value instanceof Map) return value
    report(0, 'this is not a lock: it does not begin with {', '这不是锁文件：开头不是 {')
  } catch (error) {
    if (!(error instanceof JsonBroken)) throw error
    const { kind, at, key } = error
    if (kind === 'ends') report(at, 'the file ends too early: it was cut off', '文件不完整，后面的内容被截断了')
    else if (kind === 'twice') report(at, `"${key}" stands twice`, `"${key}" 出现了两次`)
    else if (kind === 'deep') report(at, 'it is nested too deep', '嵌套得太深')
    else report(at, 'this is not JSON', '这里不是 JSON 格式')
  }
  return null
}

function isOurs(root: ReadonlyMap<string, JsonEntry>, report: Report): boolean {
  const format = root.get('format')
  if (format?.value === LOCK_FORMAT) return true
  const text = typeof format?.value === 'string' ? format.value : ''
  const version = /^rollbook\.lock\/(\d+)$/.exec(text)?.[1]
  const at = format?.at ?? 0
  const ours = Number(LOCK_FORMAT.split('/')[1])
  if (version !== undefined && Number(version) > ours)
    report(
      at,
      `a newer Rollbook wrote it: its format is ${text}, this one knows ${LOCK_FORMAT}`,
      `它由更新版本的 Rollbook 写成：格式是 ${text}，这个版本只认识 ${LOCK_FORMAT}`,
      update,
    )
  else if (version !== undefined)
    report(
      at,
      `an older Rollbook wrote it: its format is ${text}, this one needs ${LOCK_FORMAT}`,
      `它由旧版本的 Rollbook 写成：格式是 ${text}，现在需要 ${LOCK_FORMAT}`,
      {
        en: 'run "rollbook lock rebuild", which keeps what it can',
        zh: '运行 rollbook lock rebuild 重建，能沿用的记录会保留',
      },
    )
  else
    report(at, `this is not a lock: its "format" is not ${LOCK_FORMAT}`, `这不是锁文件："format" 不是 ${LOCK_FORMAT}`)
  return false
}

/** Names that mean something to every object in JavaScript; no key of ours can be one. `prototype` means nothing there. */
const RESERVED = ['__proto__', 'constructor']

function entriesOf(kind: string, node: JsonEntry, report: Report): { readonly [key: string]: Locked } {
  if (!(node.value instanceof Map)) {
    report(node.at, `"${kind}" is not a list of entries`, `"${kind}" 应当是一组条目`)
    return {}
  }
  const owners = new Map<string, string>()
  const entries: [string, Locked][] = []
  for (const [key, entry] of node.value as ReadonlyMap<string, JsonEntry>) {
    const locked = RESERVED.includes(key) || RESERVED.includes(kind) ? null : lockedOf(plainJson(entry))
    if (locked === null) {
      report(entry.keyAt, `the entry of ${kind} "${key}" has another shape`, `${kind} "${key}" 这一条的写法不对`)
      continue
    }
    const other = owners.get(locked.id)
    if (other !== undefined)
      report(
        entry.keyAt,
        `${kind} "${other}" and "${key}" have the same id ${locked.id}`,
        `${kind} "${other}" 和 "${key}" 的 id 相同：${locked.id}`,
      )
    owners.set(locked.id, key)
    entries.push([key, locked])
  }
  return Object.fromEntries(entries)
}

/** An entry as its type says, or null. */
export function lockedOf(value: unknown): Locked | null {
  if (!isObject(value)) return null
  const { id, formerly, main, sets, kept, sent, sealed, ...rest } = value
  const isText = (each: unknown) => typeof each === 'string'
  const texts = (list: unknown) => Array.isArray(list) && list.every(isText)
  const sound =
    typeof id === 'string' &&
    id !== '' &&
    Object.keys(rest).length === 0 &&
    (formerly === undefined || isText(formerly)) &&
    (main === undefined || isText(main)) &&
    (sets === undefined || texts(sets)) &&
    (kept === undefined || (isObject(kept) && Object.values(kept).every(texts))) &&
    [sent, sealed].every((map) => map === undefined || (isObject(map) && Object.values(map).every(isText)))
  return sound ? (value as unknown as Locked) : null
}

function placeOf(text: string, at: number) {
  const before = text.slice(0, at).split('\n')
  return { file: LOCK_FILE, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
