import { placeKey, type Ref } from '../core/model.ts'
import { isObject } from '../core/value.ts'
import type { ContactEvent } from './event.ts'

/**
 * What a watcher must not forget, as a value: which events it has seen, what of DingTalk has to be looked at, and what
 * it has reported and still differs. Everything in it is bounded. It holds ids, userids and digests, and nothing that
 * is personal.
 */
export interface WatchState {
  /** Ids of events, the oldest first. */
  readonly seen: ReadonlySet<string>
  /** Objects to be read again, by `kind/id`. */
  readonly dirty: ReadonlyMap<string, Mark>
  /** The whole company is to be read, and why. */
  readonly full: Full | null
  /** When the whole company was last read, in Unix milliseconds. */
  readonly lastFull: number | null
  /** What differs and was reported, by `placeKey`. */
  readonly told: ReadonlyMap<string, Told>
}

/** Who changed something and when (Unix milliseconds), as far as an event says. */
export interface Mark {
  readonly kind: EventKind
  readonly id: string
  readonly by: string | null
  readonly at: number | null
}

/** A difference that was reported, under the key that the files have for it: its digest, and who changed it last. */
export interface Told extends Ref {
  readonly digest: string
  readonly by: string | null
  readonly at: number | null
}

/** Why the whole company is to be read. An object of its own for each time, so that a later one is told from it. */
export interface Full {
  readonly why: 'start' | 'gap' | 'organisation' | 'many' | 'unreadable' | 'unpulled'
}

export type EventKind = 'user' | 'department' | 'role'

/** The state of a watcher that has never run. */
export const emptyState: WatchState = {
  seen: new Set(),
  dirty: new Map(),
  full: null,
  lastFull: null,
  told: new Map(),
}

/** So many events are remembered, and so many objects looked at one by one; of more the whole company is read. */
const SEEN = 4096
const DIRTY = 2000
const TOLD = 10_000

/** The state after an event, and the same one after an event that was seen before. */
export function admit(state: WatchState, { id, at, by, subject }: ContactEvent): WatchState {
  if (id !== null && state.seen.has(id)) return state
  const seen = id === null ? state.seen : new Set([...state.seen, id].slice(-SEEN))
  const known = { ...state, seen }
  if (subject.about === 'unknown') return known
  if (subject.about === 'organisation') return markFull(known, 'organisation')
  const dirty = new Map(state.dirty)
  for (const each of subject.ids) {
    const name = `${subject.about}/${each}`
    dirty.set(name, later(dirty.get(name), { kind: subject.about, id: each, by, at }))
  }
  // Who changed each of them is worth more than the reads that one full read saves, so the marks stay.
  return dirty.size <= DIRTY ? { ...known, dirty } : markFull({ ...known, dirty: newest(dirty, DIRTY) }, 'many')
}

/** The state in which the whole company has to be read, again if it is being read now. */
export function markFull(state: WatchState, why: Full['why']): WatchState {
  return { ...state, full: { why } }
}

/** What was read and compared: what came in meanwhile stays to be looked at. */
export interface Compared {
  /** The state that was taken up. */
  readonly taken: Pick<WatchState, 'dirty' | 'full'>
  readonly told: ReadonlyMap<string, Told>
  /** The whole company was read. */
  readonly full: boolean
  readonly at: number
}

/** The state once the differences were reported. */
export function settleState(state: WatchState, { taken, told, full, at }: Compared): WatchState {
  const dirty = new Map([...state.dirty].filter(([name, mark]) => taken.dirty.get(name) !== mark))
  return {
    ...state,
    dirty,
    full: state.full === taken.full ? null : state.full,
    lastFull: full ? at : state.lastFull,
    told: newest(told, TOLD),
  }
}

/** Of two marks of one object the later one that names somebody, or else the later one. */
function later(before: Mark | undefined, next: Mark): Mark {
  if (before === undefined) return next
  const isNewer = before.at === null || next.at === null || next.at >= before.at
  const [last, first] = isNewer ? [next, before] : [before, next]
  // A new object in any case: what is being read now may be older than this event.
  const { by, at } = last.by === null && first.by !== null ? first : last
  return { ...last, by, at }
}

function newest<T>(entries: ReadonlyMap<string, T>, most: number): ReadonlyMap<string, T> {
  return entries.size <= most ? entries : new Map([...entries].slice(-most))
}

const FORMAT = 'rollbook.watch-state/1'

/** The state's text: JSON with one entry a line. */
export function stringifyState({ seen, dirty, full, lastFull, told }: WatchState): string {
  const list = (entries: Iterable<unknown>) => {
    const lines = [...entries].map((entry) => `    ${JSON.stringify(entry)}`)
    return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  }
  return [
    '{',
    `  "format": "${FORMAT}",`,
    `  "lastFull": ${JSON.stringify(lastFull)},`,
    `  "full": ${JSON.stringify(full?.why ?? null)},`,
    `  "dirty": ${list(dirty.values())},`,
    `  "told": ${list(told.values())},`,
    `  "seen": ${list(seen)}`,
    '}\n',
  ].join('\n')
}

/**
 * The state that a text holds; null for a text that is none of ours. What of it does not fit is left out, and then the
 * whole company is read: a state is a help, and the truth is in DingTalk.
 */
export function parseState(text: string): WatchState | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(found) || found['format'] !== FORMAT) return null
  const { seen, dirty, full, lastFull, told } = found
  return {
    seen: new Set(listOf(seen).filter((id) => typeof id === 'string')),
    dirty: new Map(listOf(dirty).flatMap((each) => (isMark(each) ? [[`${each.kind}/${each.id}`, each] as const] : []))),
    full: typeof full === 'string' ? { why: full as Full['why'] } : null,
    lastFull: typeof lastFull === 'number' ? lastFull : null,
    told: new Map(listOf(told).flatMap((each) => (isTold(each) ? [[placeKey(each), each] as const] : []))),
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isMark(value: unknown): value is Mark {
  if (!isObject(value) || typeof value['id'] !== 'string' || !isDated(value)) return false
  return value['kind'] === 'user' || value['kind'] === 'department' || value['kind'] === 'role'
}

function isTold(value: unknown): value is Told {
  return isObject(value) && isDated(value) && ['kind', 'key', 'digest'].every((name) => typeof value[name] === 'string')
}

function isDated(value: Record<string, unknown>): value is Record<string, unknown> & Pick<Mark, 'by' | 'at'> {
  return [null, 'string'].includes(kindOf(value['by'])) && [null, 'number'].includes(kindOf(value['at']))
}

function kindOf(value: unknown): string | null {
  return value === null ? null : typeof value
}
