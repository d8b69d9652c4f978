import { createHash } from 'node:crypto'
import { segments } from '../core/diff.ts'
import { type Change, type Plan, placeKey, type Ref } from '../core/model.ts'
import type { Attributed, Reported, WatchReport } from '../core/watch.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import type { Mark, Told, WatchState } from '../events/state.ts'
import { patchJson, valueJson } from '../render/json.ts'
import type { Planned } from './draw.ts'
import { type Drifted, drift } from './drift.ts'
import type { PlanInput } from './plan.ts'

/**
 * A comparison that says nothing: DingTalk was not read as a whole, so what was not seen could be taken for missing, or
 * it is another company than that of the files.
 */
export class NotComparable extends Error {
  override name = 'NotComparable'
  readonly why: 'incomplete' | 'wrong-company'
  readonly gaps: Plan['reading']['gaps']

  constructor(why: NotComparable['why'], gaps: Plan['reading']['gaps']) {
    super(why === 'incomplete' ? 'DingTalk could not be read as a whole' : 'this is not the company of the files')
    this.why = why
    this.gaps = gaps
  }
}

/** What came of a comparison: what is new is reported, and `told` is all that differs now. */
export interface Compared {
  /** Null where nothing is new. */
  readonly report: WatchReport | null
  readonly told: ReadonlyMap<string, Told>
  /** Whether the whole company was read. */
  readonly full: boolean
  /** The comparison of all three sides, where the whole company was asked for. */
  readonly drifted?: Drifted
  /** Who changed something that differs, and when, as far as events told. */
  readonly attributed: (ref: Ref) => Attributed
}

export interface CompareInput extends Pick<PlanInput, 'directory' | 'client' | 'credential' | 'language'> {
  readonly state: WatchState
  /** Unix milliseconds. */
  readonly time: number
  /** Names of operators that were asked for before. */
  readonly operators: Map<string, string | null>
  /** A read of the whole company reads everything of what the files do not manage as well. */
  readonly whole?: boolean
}

/**
 * Reads what the state has marked and compares it with the files. What is equal is passed over in silence, whoever
 * changed it; so our own applies say nothing. What differs as it was reported before is passed over as well.
 *
 * @throws NotComparable; whatever `drift` throws.
 */
export async function compare(input: CompareInput): Promise<Compared> {
  const { state, time } = input
  const planned = await differing(input)
  const { plan: made } = planned
  const full = made.refresh === 'full'
  const markOf = marksByRef(planned, state)
  const { changes, stateOf } = planned
  // Who is not ours is no difference. An event about them is worth a word, once.
  const strangers = made.unmanaged.filter((ref) => state.told.has(placeKey(ref)) || markOf(ref) !== undefined)
  const found = [
    ...changes.map((change) => ({ ref: change.ref, digest: digestOf(differenceOf(change)) })),
    ...strangers.map((ref) => ({ ref, digest: digestOf(ref.name ?? null) })),
  ].map(({ ref, digest }): Told => {
    const { by, at } = markOf(ref) ?? state.told.get(placeKey(ref)) ?? { by: null, at: null }
    return { kind: ref.kind, key: ref.key, digest, by, at }
  })
  const isLookedAt = (ref: Ref) => full || planned.touched?.has(ref) || markOf(ref) !== undefined
  const told = new Map(
    [...[...state.told.values()].filter((ref) => !isLookedAt(ref)), ...found].map((each) => [placeKey(each), each]),
  )
  const isNew = (ref: Ref) => told.get(placeKey(ref))?.digest !== state.told.get(placeKey(ref))?.digest
  const news = { changes: changes.filter(({ ref }) => isNew(ref)), strangers: strangers.filter(isNew) }
  const nameOf = await operatorNames(found, made, input)
  const attributed = (ref: Ref): Attributed => {
    const stranger = { kind: ref.kind, key: `#${ref.key}` }
    const { by = null, at = null } = told.get(placeKey(ref)) ?? told.get(placeKey(stranger)) ?? {}
    return { by: by === null ? null : { userid: by, name: nameOf(by) }, at }
  }
  const compared = { told, full, attributed, ...(planned.drifted && { drifted: planned.drifted }) }
  if (news.changes.length + news.strangers.length === 0) return { report: null, ...compared }
  const report: WatchReport = {
    time,
    cause: state.full === null ? 'events' : 'full',
    changes: news.changes.map((change) => ({ change, ...stateOf(change.ref), ...attributed(change.ref) })),
    unmanaged: news.strangers.map((ref) => ({ ...ref, ...attributed(ref) })),
    plan: made,
  }
  return { report, ...compared }
}

interface Differing extends Planned {
  readonly changes: readonly Change[]
  readonly drifted?: Drifted
  stateOf(ref: Ref): Pick<Reported, 'state'>
}

/**
 * What differs and was changed in DingTalk: what was edited in the files waits for an apply, and is nobody's news. Of the
 * whole company, or of what events name.
 */
async function differing(input: CompareInput): Promise<Differing> {
  const { directory, client, credential, language, state, whole = false } = input
  const door = { directory, client, credential, ...(language !== undefined && { language }) }
  const only = [...state.dirty.values()].map(({ kind, id }) => ({ kind, id }))
  const found = await drift(state.full === null ? { ...door, only } : { ...door, ...(whole && { whole }) })
  assertSure(found.plan)
  const differences = found.drift.differences.filter((difference) => difference.state !== 'intended')
  const states = new Map(differences.map((difference) => [placeKey(difference.ref), difference.state]))
  return {
    ...found,
    ...(state.full !== null && { drifted: found }),
    changes: differences.map(({ change }) => change),
    stateOf(ref) {
      const known = states.get(placeKey(ref))
      return known === undefined || known === 'intended' ? {} : { state: known }
    },
  }
}

function assertSure({ complete, refusals, reading }: Plan): void {
  if (refusals.some(({ code }) => code === 'wrong-company')) throw new NotComparable('wrong-company', [])
  if (!complete) throw new NotComparable('incomplete', reading.gaps)
}

/** The mark that an event left on something of ours, or on a stranger, by its id in DingTalk. */
function marksByRef({ identified, lock }: Planned, { dirty }: WatchState): (ref: Ref) => Mark | undefined {
  return ({ kind, key }) => {
    const owner = kind === 'department-settings' ? 'department' : kind
    const id = key.startsWith('#') ? key.slice(1) : (identified.ids[owner]?.[key] ?? lock.resources[owner]?.[key]?.id)
    return dirty.get(`${owner === 'role-group' ? 'role' : owner}/${id ?? key}`)
  }
}

/**
 * The names of those who did it: from what was read, else asked for. A name is a help, so whoever DingTalk does not show
 * stays a userid.
 */
async function operatorNames(
  found: readonly Told[],
  made: Pick<Plan, 'names'>,
  { client, operators }: CompareInput,
): Promise<(userid: string) => string | null> {
  const known = made.names['user'] ?? {}
  const nameOf = (userid: string) =>
    (Object.hasOwn(known, userid) ? known[userid] : undefined) ?? operators.get(userid) ?? null
  for (const { by } of found) {
    if (by === null || nameOf(by) !== null || operators.has(by) || operators.size >= MOST_OPERATORS) continue
    operators.set(by, await askName(client, by))
  }
  return nameOf
}

async function askName(client: CompareInput['client'], userid: string): Promise<string | null> {
  try {
    return (await client.call('getUser', { userid })).result?.name ?? null
  } catch (error) {
    if (error instanceof DingTalkError) return null
    throw error
  }
}

/** Both sides of what differs: an operation alone says only what the files have. */
function differenceOf({ action, patch, before }: Change): unknown {
  const fields = new Set(patch.map(({ path }) => segments(path)[2] ?? ''))
  const sides = [...fields].sort().map((field) => [field, valueJson(before?.[field] ?? null)])
  return [action, patchJson(patch), sides]
}

/** A company has few who may edit its contacts. */
const MOST_OPERATORS = 500

/** Personal values are masked before, so that the digest tells nobody anything. */
function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}
