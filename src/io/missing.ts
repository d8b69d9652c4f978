import type { Lockfile } from '../core/lockfile.ts'
import type { Gap, Ref } from '../core/model.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import type { AnyKind } from '../kinds/kind.ts'

/** Questions under way at once. */
const WIDTH = 12
/** So many that are not gone are enough to name; nobody needs the rest of them. */
const ENOUGH = 20
/** So many, and half of the lock, are asked about: a read that shows less than that is no read. */
const ALWAYS = 50

/** What is really gone, and the holes in the read that the lock shows. */
export interface Missing {
  readonly gone: readonly Ref[]
  readonly gaps: readonly Gap[]
}

/**
 * A list can be short without saying so: a page is missing, a branch of the tree was left out, the app may see less than
 * before. So what the lock lists and no list showed is asked for by its id. Only DingTalk's own word that it does not
 * exist makes it gone; a refusal, or an answer, is a gap. That costs one call for each that is missing, and none when
 * nothing is.
 *
 * @throws DingTalkError where the app itself is at fault.
 */
export async function probeMissing(
  client: Client,
  kinds: readonly AnyKind[],
  lock: Lockfile,
  remotes: { readonly [kind: string]: ReadonlyMap<string, unknown> },
): Promise<Missing> {
  const gone: Ref[] = []
  for (const kind of kinds) {
    if (kind.exists === undefined) continue
    const entries = Object.entries(lock.resources[kind.name] ?? {})
    const missing = entries.filter(([, { id }]) => !remotes[kind.name]?.has(id))
    const gap = await probe(client, kind, missing, entries.length, gone)
    // Whoever stands in a department that was not shown was not shown either: naming the department says it all.
    if (gap !== undefined) return { gone, gaps: [gap] }
  }
  return { gone, gaps: [] }
}

/** An entry of the lock that no list showed. */
type Missed = readonly [key: string, entry: { readonly id: string }]

async function probe(
  client: Client,
  kind: AnyKind,
  missing: readonly Missed[],
  listed: number,
  gone: Ref[],
): Promise<Gap | undefined> {
  const refs = missing.map(([key]) => ({ kind: kind.name, key }))
  if (missing.length > Math.max(ALWAYS, listed / 2))
    return {
      code: 'vanished',
      message: `of ${listed} ${kind.name}s in the lock, no list shows ${missing.length}: too many to be gone`,
      refs: refs.slice(0, ENOUGH),
    }
  const there: Ref[] = []
  const unclear: { ref: Ref; code: string }[] = []
  const ask = async ([key, { id }]: Missed) => {
    const ref = { kind: kind.name, key }
    try {
      if (await kind.exists?.(client, id)) there.push(ref)
      else gone.push(ref)
    } catch (error) {
      if (!(error instanceof DingTalkError)) throw error
      unclear.push({ ref, code: error.subCode ?? error.code })
    }
  }
  for (let from = 0; from < missing.length && there.length + unclear.length < ENOUGH; from += WIDTH)
    await Promise.all(missing.slice(from, from + WIDTH).map(ask))
  gone.sort(byKey)
  const open = [...there, ...unclear.map(({ ref }) => ref)].sort(byKey)
  if (open.length === 0) return undefined
  const said =
    there.length > 0
      ? 'DingTalk still has it, but no list shows it'
      : `no list shows it, and DingTalk does not say that it is gone (${unclear[0]?.code})`
  return { code: 'vanished', message: `${nameTop(open)}: ${said}`, refs: open }
}

/** The topmost ones by name, and how many more stand below them. */
function nameTop(refs: readonly Ref[]): string {
  const keys = new Set(refs.map(({ key }) => key))
  const isBelow = ({ kind, key }: Ref) =>
    kind === 'department' &&
    key.split('/').some((_, depth, path) => depth > 0 && keys.has(path.slice(0, depth).join('/')))
  const top = refs.filter((ref) => !isBelow(ref))
  const below = refs.length - top.length
  const names = top.map(({ kind, key }) => `${kind} ${key}`).join(', ')
  return below > 0 ? `${names} (and ${below} below)` : names
}

function byKey(a: Ref, b: Ref): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
