import type { Entry, Intent } from './journal.ts'
import type { Lockfile } from './lockfile.ts'
import type { Action, Ref } from './model.ts'

/**
 * What a create that nobody knows the end of may have left behind. `mark` says what the resource itself tells: `ours`
 * carries our marker for this key, `other` one for something else, `none` tells nothing (people and roles cannot).
 */
export interface Candidate {
  readonly id: string
  readonly mark: 'ours' | 'none' | 'other'
}

/** A run that ended before it could record everything: when it began, and of how many changes the end is not known. */
export interface InterruptedRun {
  readonly started: string
  readonly open: number
}

/** What recovery found out about one change of an interrupted run. */
export type Finding =
  /** It was made, and the lock did not know: now it does. */
  | { readonly found: 'made'; readonly intent: Intent; readonly id: string }
  /** It was never made, or what is there is left for the plan to recognise: the plan does the rest. */
  | { readonly found: 'open'; readonly intent: Intent }
  /** Somebody was deleted and not made again: the plan does that, with what was saved; `lost` are fields that are gone. */
  | { readonly found: 'unmade'; readonly intent: Ref & { readonly action: Action }; readonly lost: readonly string[] }
  /** An update or a deletion: the plan compares with DingTalk anew. */
  | { readonly found: 'compare'; readonly intent: Intent }

/** What the files want to make is there already, and nothing says that it is ours: the next plan shows it as adopted. */
export class AlreadyThere extends Error {
  override name = 'AlreadyThere'
  readonly ids: readonly string[]

  constructor(ref: Ref, ids: readonly string[]) {
    super(`${ref.kind} "${ref.key}" is in DingTalk already (${ids.join(', ')}), and nothing says that it is ours`)
    this.ids = ids
  }
}

/** A change that only a person can decide about: which ids are in question, and which keys own them already. */
export interface Undecided {
  readonly ref: Ref
  readonly ids: readonly string[]
  readonly owners: readonly Ref[]
}

/** An interrupted run left something that fits twice, or that belongs to another key: nothing is done before a person looks. */
export class RecoveryUndecided extends Error {
  override name = 'RecoveryUndecided'
  readonly undecided: readonly Undecided[]

  constructor(undecided: readonly Undecided[]) {
    const named = undecided.map(({ ref, ids }) => `${ref.kind} ${ref.key} (${ids.join(', ')})`)
    super(`it cannot be told what an interrupted run made: ${named.join('; ')}`)
    this.undecided = undecided
  }
}

/**
 * What the candidates say about a create. Only what is certain to be ours is taken into the lock, because what the lock
 * lists may be deleted later: it carries our marker, or it has the id that DingTalk answered. Something without a marker
 * is ours only as far as the files still want it, which is what the plan would find too.
 */
export function decide(
  { intent, result }: Entry,
  candidates: readonly Candidate[],
  lock: Lockfile,
  wanted: boolean,
): Finding | Undecided {
  const fitting = candidates.filter(({ mark }) => mark !== 'other')
  const answered = fitting.filter(({ id }) => id === result?.id)
  const marked = fitting.filter(({ mark }) => mark === 'ours')
  const [sure = []] = [answered, marked, wanted ? fitting : []].filter((list) => list.length > 0)
  const ref = { kind: intent.kind, key: intent.key }
  const owners = ownersOf(sure, ref, lock)
  if (sure.length > 1 || owners.length > 0) return { ref, ids: sure.map(({ id }) => id).sort(), owners }
  const [only] = sure
  return only === undefined ? { found: 'open', intent } : { found: 'made', intent, id: only.id }
}

function ownersOf(candidates: readonly Candidate[], { kind, key }: Ref, lock: Lockfile): Ref[] {
  const ids = new Set(candidates.map(({ id }) => id))
  return Object.entries(lock.resources[kind] ?? {})
    .filter(([other, { id }]) => other !== key && ids.has(id))
    .map(([other]) => ({ kind, key: other }))
}
