import type { JournalLine } from '../core/journal.ts'
import {
  type Action,
  type Change,
  type Ids,
  type Outcome,
  type Plan,
  placeKey,
  type Ref,
  type Snapshot,
} from '../core/model.ts'
import type { Reason } from '../core/quarantine.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { reasonOf } from '../dingtalk/reason.ts'
import { type AnyKind, PartlyWritten, type Writer } from '../kinds/kind.ts'
import { type Made, make } from './create.ts'
import { READ_LAG, systemTime, type Time } from './look.ts'

/** So many answers in a row that leave open what was done are no accident: DingTalk cannot be reached properly. */
const MANY_UNCLEAR = 5

/** What execution needs besides the plan. */
export interface ExecuteInput {
  readonly client: Client
  readonly kinds: readonly AnyKind[]
  readonly plan: Plan
  readonly ids: Ids
  readonly snapshot: Snapshot
  /** Asked before each change: true ends the run after the call in flight. */
  readonly stopped?: () => boolean
  /** Takes a line down before it returns: each change before its first call, and what came of it. */
  readonly note: (line: JournalLine) => void
  readonly time?: Time
  /** Milliseconds by which reads may lag behind writes; `READ_LAG` when left out. */
  readonly lag?: number
}

/**
 * Plan → Outcomes, one change at a time, in the plan's order. A failure stops nothing but what cannot exist without
 * it: a change that merely names what is missing is written without it. Nothing is written twice: when the outcome of a
 * create is unknown it is looked up by its natural key, and every other unclear write is left to the next run, which
 * reads DingTalk anew. A failure that concerns every change (the app, a permission, the address, the network, the
 * quota) ends the run: nothing more is sent, for every further call would fail alike. So do several answers in a row
 * that leave open what was done.
 */
export async function* execute(input: ExecuteInput): AsyncGenerator<Outcome, void, void> {
  const kinds = new Map(input.kinds.map((kind) => [kind.name, kind]))
  const { client, time = systemTime, lag = READ_LAG } = input
  const ids = new Map<string, string>()
  /** What was made in this run, and so holds nothing that we did not put there. */
  const made = new Set<string>()
  const missing = new Map<string, Ref>()
  const writer = writerFor(input, ids)
  const failedAt = new Set<number>()
  let unclear = 0

  for (const [index, change] of input.plan.changes.entries()) {
    if (input.stopped?.()) return
    const kind = kinds.get(change.ref.kind)
    if (kind === undefined) throw new Error(`the plan names the unknown kind ${change.ref.kind}`)
    const outcome = await one(kind, change, index + 1)
    if (outcome.status !== 'applied') {
      failedAt.add(index)
      const gone = change.action === 'create' || change.action === 'replace'
      if (gone && !(outcome.status === 'failed' && outcome.id !== undefined && change.action === 'create'))
        missing.set(placeKey(change.ref), change.ref)
    } else if (change.action === 'create' && !outcome.recovered) made.add(placeKey(change.ref))
    if (outcome.status === 'applied' || (outcome.status === 'failed' && outcome.id !== undefined))
      ids.set(placeKey(change.ref), outcome.id ?? '')
    if (outcome.status !== 'skipped') unclear = isUnclear(outcome) ? unclear + 1 : 0
    yield outcome
    if (unclear >= MANY_UNCLEAR || (outcome.status === 'failed' && outcome.reason === undefined)) return
  }

  async function one(kind: AnyKind, change: Change, step: number): Promise<Outcome> {
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
    const outcome = await noted(kind, { ...change, ...(after !== undefined && { after }) }, step)
    return outcome.status === 'failed'
      ? { ...outcome, change, ...reasonFor(outcome.error) }
      : { ...outcome, change, ...(without.length > 0 && { without }) }
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

  /** Takes down what is about to be written, writes it, and takes down what came of it. */
  async function noted(kind: AnyKind, change: Change, step: number): Promise<Written> {
    const { action, ref, after } = change
    const key = action === 'create' && after !== undefined ? kind.naturalKey(writer, ref, after) : {}
    input.note({ type: 'intent', step, action, kind: ref.kind, key: ref.key, ...key, time: timeOf() })
    const written = await write(kind, change)
    const { id } = written
    const failure = written.status === 'failed' ? failureOf(kind, action, written.error) : {}
    input.note({ type: 'result', step, status: written.status, ...(id && { id }), ...failure, time: timeOf() })
    return written
  }

  async function write(kind: AnyKind, change: Change): Promise<Written> {
    const { ref, action, before = {}, after = {} } = change
    try {
      if (action === 'create') return await make({ kind, ref, after, writer, client, time, lag, fresh: isMade })
      if (action === 'delete') await kind.delete(writer, ref, before)
      else if (action === 'replace' && kind.replace !== undefined) await kind.replace(writer, ref, after)
      else await kind.update(writer, ref, before, after)
      return { status: 'applied', id: writer.id(ref.kind, ref.key) }
    } catch (error) {
      if (error instanceof PartlyWritten) return { status: 'failed', error: asError(error.cause), id: error.id }
      return { status: 'failed', error: asError(error) }
    }
  }

  function isMade(ref: Ref): boolean {
    return made.has(placeKey(ref))
  }

  function timeOf(): string {
    return new Date(time.now()).toISOString()
  }
}

type Written = Made | { readonly status: 'failed'; readonly error: Error; readonly id?: string }

function writerFor({ client, ids, snapshot }: ExecuteInput, made: ReadonlyMap<string, string>): Writer {
  return {
    client,
    id(kind, key) {
      // A role group may be called `#1`, so what has a key of ours is looked for first.
      const known = made.get(placeKey({ kind, key })) ?? ids[kind]?.[key]
      const id = known ?? (key.startsWith('#') ? key.slice(1) : undefined)
      if (id === undefined) throw new Error(`no DingTalk id is known for ${kind} "${key}"`)
      return id
    },
    remote: (kind, id) => snapshot.remotes[kind]?.get(id),
  }
}

/** What the journal keeps of a failure: its code, never its words; and whether there is something to look for. */
function failureOf(kind: AnyKind, action: Action, error: Error): { code: string; unclear?: true } {
  if (!(error instanceof DingTalkError)) return { code: error.name }
  const makes = (action === 'create' && kind.settingOf === undefined) || action === 'replace'
  const unclear = error.outcome === 'unknown' && makes
  return { code: error.code, ...(unclear && { unclear }) }
}

function isUnclear(outcome: Outcome): boolean {
  return outcome.status === 'failed' && outcome.reason === 'unclear'
}

function reasonFor(error: Error): { reason?: Reason } {
  const reason = reasonOf(error)
  return reason === null ? {} : { reason }
}

function sameRef(a: Ref | undefined, b: Ref): boolean {
  return a?.kind === b.kind && a.key === b.key
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
