import type { Desired } from '../core/desired.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Gap, Proof, Snapshot } from '../core/model.ts'
import type { Client } from '../dingtalk/client.ts'
import type { AnyKind } from '../kinds/kind.ts'
import { probeMissing } from './missing.ts'
import { readScope } from './scope.ts'
import { Stream } from './stream.ts'

/**
 * DingTalk → Snapshot. All kinds are read at the same time, each as far as the directory manages it; what is missing
 * becomes a gap of the reading and never an absence. What the lock lists and no list showed is asked for by its id.
 * `whole` reads everything with every field, whatever the directory manages.
 *
 * @throws DingTalkError where the app itself is at fault (credential, permission, address): nothing can be read then.
 */
export async function fetchSnapshot(
  client: Client,
  kinds: readonly AnyKind[],
  { directory, previously }: Pick<Desired, 'directory' | 'previously'>,
  lock: Lockfile,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Snapshot> {
  const gaps: Gap[] = []
  let counted = { departments: 0, levels: 0, pages: 0, people: 0, headCount: null as number | null }
  const streams = new Map(kinds.map((kind) => [kind.name, new Stream<readonly [string, unknown]>()]))
  const remotes: Record<string, Map<string, unknown>> = {}
  const stream = (kind: string) => streams.get(kind) ?? failUnknown(kind)

  const reads = kinds.map(async (kind) => {
    const own = stream(kind.name)
    const found = new Map<string, unknown>()
    remotes[kind.name] = found
    try {
      await kind.read({
        client,
        whole,
        desired: directory[kind.name] ?? {},
        locked: lock.resources[kind.name] ?? {},
        previously: previously[kind.name] ?? {},
        desiredOf: (other) => directory[other] ?? {},
        lockedOf: (other) => lock.resources[other] ?? {},
        seen: stream,
        found(id, remote) {
          found.set(id, remote)
          own.push([id, remote])
        },
        gap: (gap) => gaps.push(gap),
        prove: ({ pages = 0, ...counts }) => {
          counted = { ...counted, ...counts, pages: counted.pages + pages }
        },
      })
      own.end()
    } catch (error) {
      own.fail(error)
      throw error
    }
  })
  const scope = readScope(client, lock.resources['department'] ?? {})
  const [granted] = await settled([scope, ...reads])
  if (granted?.gap) gaps.push(granted.gap)
  const missing = await probeMissing(client, kinds, lock, remotes)
  const proof: Proof = { scope: granted?.gap ? 'part' : 'company', ...counted, gone: missing.gone }
  return {
    remotes,
    reading: { gaps: distinct([...gaps, ...missing.gaps]), proof },
    hidden: hiddenIn(kinds, remotes, granted?.hiddenFields ?? []),
    access: granted?.access ?? { departments: [], users: [] },
  }
}

/**
 * Fields that the app perhaps may not read, by kind. One that the scope does not name is hidden only if nobody's answer
 * has it: the names there are uncertain.
 */
export function hiddenIn(
  kinds: readonly AnyKind[],
  remotes: { readonly [kind: string]: ReadonlyMap<string, unknown> },
  candidates: readonly string[],
): { readonly [kind: string]: readonly string[] } {
  const hiddenOf = (kind: AnyKind): readonly string[] => {
    const found = [...(remotes[kind.name]?.values() ?? [])]
    if (found.length === 0) return []
    return candidates.filter(
      (field) => kind.shows !== undefined && !found.some((remote) => kind.shows?.(remote, field)),
    )
  }
  return Object.fromEntries(kinds.map((kind) => [kind.name, hiddenOf(kind)]))
}

/** Waits for all, so that no call is left running, then fails with the first failure if there is one. */
async function settled<T>(work: readonly [Promise<T>, ...Promise<unknown>[]]): Promise<[T | undefined]> {
  const results = await Promise.allSettled(work)
  const failure = results.find((result) => result.status === 'rejected')
  if (failure?.status === 'rejected') throw failure.reason
  const [first] = results
  return [first.status === 'fulfilled' ? (first.value as T) : undefined]
}

/** Each hole once, in a stable order. */
export function distinct(gaps: readonly Gap[]): Gap[] {
  const sorted = [...new Map(gaps.map((gap) => [gap.message, gap])).values()]
  return sorted.sort((a, b) => (a.message < b.message ? -1 : 1))
}

function failUnknown(kind: string): never {
  throw new Error(`no kind is called ${kind}`)
}
