import { createHash } from 'node:crypto'
import { segments } from './diff.ts'
import type { Identified } from './identify.ts'
import {
  type Action,
  type Change,
  type Model,
  type Patch,
  type PatchOperation,
  type Places,
  placeKey,
  type Ref,
  type Value,
} from './model.ts'
import { order } from './order.ts'
import { Personal } from './personal.ts'
import { reappearing } from './reappearing.ts'
import { over } from './saved.ts'
import type { Unopened } from './sealed.ts'
import type { Shapes } from './settle.ts'
import { changedFields, isEntries, sorted } from './value.ts'

/** The part of a kind that planning needs. */
export interface Plannable {
  readonly name: string
  readonly settingOf?: string
  readonly moves: readonly string[]
  readonly replaces: readonly string[]
  readonly shapes: Shapes
  references(model: Model): Iterable<Ref>
  slots(model: Model): Iterable<string>
  park(model: Model, key: string): Model
}

/**
 * Patch → changes in the order in which they can be executed. The patch is grouped by the first two segments of its
 * paths, so creates, updates and deletes fall out with no code of any kind's own.
 */
export function planChanges(
  kinds: readonly Plannable[],
  patch: Patch,
  identified: Identified,
  places: Places,
): readonly Change[] {
  const groups = new Map<string, { ref: Ref; patch: PatchOperation[] }>()
  for (const operation of patch) {
    const [kind = '', key = ''] = segments(operation.path)
    const name = placeKey({ kind, key })
    const group = groups.get(name) ?? { ref: { kind, key }, patch: [] }
    group.patch.push(operation)
    groups.set(name, group)
  }
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const drafts = [...groups.entries()].map(([name, { ref, patch }]): Change => {
    const kind = byName.get(ref.kind)
    if (kind === undefined) throw new Error(`the patch names the unknown kind ${ref.kind}`)
    const before = identified.actual[ref.kind]?.[ref.key]
    const wanted = identified.desired[ref.kind]?.[ref.key]
    const action = actionOf(kind, before, wanted)
    // A person who is made again gets back everything that could be read, not only what the files state.
    const there = action === 'replace' || action === 'create' ? identified.whole.get(name) : undefined
    const byKey = Object.keys(kind.shapes).filter((field) => kind.shapes[field] === 'entries')
    const after = there === undefined ? wanted : over(wanted ?? {}, there, byKey)
    const place = places.get(name)
    const inferred = identified.inferred.get(name)
    return {
      action,
      ref,
      ...(before !== undefined && { before: sorted(before) as Model }),
      ...(after !== undefined && { after: sorted(after) as Model }),
      patch: [...patch].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
      needs: [],
      ...(place !== undefined && { place }),
      ...(inferred !== undefined && { inferred }),
      ...(identified.departing.has(ref.key) && ref.kind === 'user' && { departs: true as const }),
    }
  })
  const again = reappearing(drafts, identified.whole)
  return order(
    kinds,
    drafts.map((draft) => {
      const userid = draft.ref.kind === 'user' ? again.get(draft.ref.key) : undefined
      return userid === undefined ? draft : { ...draft, reappears: userid }
    }),
  )
}

function actionOf(kind: Plannable, before: Model | undefined, after: Model | undefined): Action {
  if (before === undefined) return 'create'
  if (after === undefined) return 'delete'
  const changed = changedFields(before, after)
  if (kind.replaces.some((field) => changed.includes(field))) return 'replace'
  return kind.moves.some((field) => changed.includes(field)) ? 'move' : 'update'
}

/**
 * The identity of a plan: equal changes in an equal order give an equal hash, on every machine and at every time.
 * Personal values enter it masked, sealed ones by the digest of their ciphertext, so that the hash can be published and
 * does not depend on any key.
 */
export function planHash(changes: readonly Change[], unopened: readonly Unopened[] = []): string {
  const text = changes.map(({ action, ref, patch }) =>
    JSON.stringify([action, ref.kind, ref.key, patch.map((o) => [o.op, o.path, publicValue(o.value ?? null)])]),
  )
  const waiting = unopened.map(({ ref, field, digest }) =>
    JSON.stringify(['compare', ref.kind, ref.key, field, digest]),
  )
  return `sha256:${createHash('sha256')
    .update([...text, ...waiting.sort()].join('\n'))
    .digest('hex')}`
}

/** A value as it may enter a digest that is published: masked, sealed ones as the digest of their ciphertext, in order. */
export function publicValue(value: Value): unknown {
  return hashed(sorted(value))
}

/** The hash of a plan that was made without DingTalk, from that of its changes: no plan that can be applied has it. */
export function offlineHash(hash: string): string {
  return `sha256:${createHash('sha256').update(`nothing was read\n${hash}`).digest('hex')}`
}

function hashed(value: Value): unknown {
  if (value instanceof Personal) return value.seal === undefined ? value : `sealed ${value.seal.digest}`
  if (Array.isArray(value)) return value.map(hashed)
  if (!isEntries(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hashed(inner)]))
}

/** How many changes there are of each action; steps that only make room are not counted. */
export function summarize(changes: readonly Change[]): { readonly [action in Action]: number } {
  const summary = { create: 0, update: 0, move: 0, replace: 0, delete: 0 }
  for (const change of changes) if (!change.temporary) summary[change.action] += 1
  return summary
}
