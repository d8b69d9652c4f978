import { type Change, type Ids, type Outcome, type Plan, placeKey, type Ref, type Snapshot } from '../core/model.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { type AnyKind, PartlyWritten, type Writer } from '../kinds/kind.ts'

/** What execution needs besides the plan. */
export interface ExecuteInput {
  readonly client: Client
  readonly kinds: readonly AnyKind[]
  readonly plan: Plan
  readonly ids: Ids
  readonly snapshot: Snapshot
  /** Asked before each change: true ends the run after the call in flight. */
  readonly stopped?: () => boolean
}

/**
 * Plan → Outcomes, one change at a time, in the plan's order. A failure stops nothing but what cannot exist without
 * it: a change that merely names what is missing is written without it. Nothing is written twice: when the outcome of a
 * create is unknown it is looked up by its natural key, and every other unclear write is left to the next run, which
 * reads DingTalk anew. Once DingTalk blocks our address nothing more is sent: every further call would be refused, and
 * the block is for everybody behind the address.
 */
export async function* execute(input: ExecuteInput): AsyncGenerator<Outcome, void, void> {
  const kinds = new Map(input.kinds.map((kind) => [kind.name, kind]))
  const made = new Map<string, string>()
  const missing = new Map<string, Ref>()
  const writer = writerFor(input, made)
  const failedAt = new Set<number>()

  for (const [index, change] of input.plan.changes.entries()) {
    if (input.stopped?.()) return
    const kind = kinds.get(change.ref.kind)
    if (kind === undefined) throw new Error(`the plan names the unknown kind ${change.ref.kind}`)
    const outcome = await one(kind, change)
    if (outcome.status !== 'applied') {
      failedAt.add(index)
      const gone = change.action === 'create' || change.action === 'replace'
      if (gone && !(outcome.status === 'failed' && outcome.id !== undefined && change.action === 'create'))
        missing.set(placeKey(change.ref), change.ref)
    }
    if (outcome.status === 'applied' || (outcome.status === 'failed' && outcome.id !== undefined))
      made.set(placeKey(change.ref), outcome.id ?? '')
    yield outcome
    if (outcome.status === 'failed' && isBlocked(outcome.error)) return
  }

  async function one(kind: AnyKind, change: Change): Promise<Outcome> {
    const own = change.needs.find((need) => failedAt.has(need) && sameRef(input.plan.changes[need]?.ref, change.ref))
    if (own !== undefined) return { status: 'skipped', change, because: change.ref }
    let after = change.after
    const without: Ref[] = []
    const owner =
      kind.settingOf === undefined ? undefined : missing.get(placeKey({ kind: kind.settingOf, key: change.ref.key }))
    if (owner !== undefined) return { status: 'skipped', change, because: owner }
    for (const ref of after === undefined ? [] : kind.references(after)) {
      const gone = missing.get(placeKey(ref))
      if (gone === undefined || after === undefined || without.some((known) => sameRef(known, gone))) continue
      const reduced = kind.omit(after, gone)
      if (reduced === null) return { status: 'skipped', change, because: gone }
      after = reduced
      without.push(gone)
    }
    const blocked = change.action === 'delete' ? blockedDelete(change) : undefined
    if (blocked !== undefined) return { status: 'skipped', change, because: blocked }
    try {
      const id = await write(kind, { ...change, ...(after !== undefined && { after }) })
      return { status: 'applied', change, id, ...(without.length > 0 && { without }) }
    } catch (error) {
      return failed(kind, change, error)
    }
  }

  /** Somebody or something that should have left what is to be deleted is still there. */
  function blockedDelete(change: Change): Ref | undefined {
    for (const index of failedAt) {
      const other = input.plan.changes[index]
      if (other?.before === undefined) continue
      for (const ref of kinds.get(other.ref.kind)?.references(other.before) ?? [])
        if (sameRef(ref, change.ref)) return other.ref
    }
    return undefined
  }

  async function write(kind: AnyKind, change: Change): Promise<string> {
    const { ref, before = {}, after = {} } = change
    if (change.action === 'create') return kind.create(writer, ref, after)
    if (change.action === 'delete') await kind.delete(writer, ref, before)
    else if (change.action === 'replace' && kind.replace !== undefined) await kind.replace(writer, ref, after)
    else await kind.update(writer, ref, before, after)
    return writer.id(ref.kind, ref.key)
  }

  async function failed(kind: AnyKind, change: Change, error: unknown): Promise<Outcome> {
    if (error instanceof PartlyWritten) return { status: 'failed', change, error: asError(error.cause), id: error.id }
    const unclear = error instanceof DingTalkError && error.outcome === 'unknown'
    if (!unclear || change.action !== 'create' || change.after === undefined)
      return { status: 'failed', change, error: asError(error) }
    try {
      const id = await kind.find(writer, change.ref, change.after)
      return { status: 'failed', change, error: asError(error), ...(id !== undefined && { id }) }
    } catch {
      return { status: 'failed', change, error: asError(error) }
    }
  }
}

function writerFor({ client, ids, snapshot }: ExecuteInput, made: ReadonlyMap<string, string>): Writer {
  return {
    client,
    id(kind, key) {
      const id = key.startsWith('#') ? key.slice(1) : (made.get(placeKey({ kind, key })) ?? ids[kind]?.[key])
      if (id === undefined) throw new Error(`no DingTalk id is known for ${kind} "${key}"`)
      return id
    },
    remote: (kind, id) => snapshot.remotes[kind]?.get(id),
  }
}

function isBlocked(error: Error): boolean {
  return error instanceof DingTalkError && error.code === 'ip-blocked'
}

function sameRef(a: Ref | undefined, b: Ref): boolean {
  return a?.kind === b.kind && a.key === b.key
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
