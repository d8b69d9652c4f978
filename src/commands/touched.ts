import type { Desired } from '../core/desired.ts'
import type { Journal } from '../core/journal.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { placeKey, type Ref } from '../core/model.ts'
import type { Invitations } from '../core/pending.ts'
import { type Stranger, Touched } from '../core/touched.ts'
import type { Base } from '../io/base.ts'
import { loadBase } from '../io/base-directory.ts'
import { kinds } from '../kinds/index.ts'
import type { PlanInput } from './plan.ts'

/** Up to so many entries of the lock asking one by one costs little, whatever share of the company they are. */
const FEW = 20

/** What was read before it is known how much of DingTalk has to be. */
interface Known {
  readonly desired: Desired
  readonly lock: Lockfile
  readonly base: Base
  readonly journal: Journal | null
}

/**
 * What a plan that reads no more than it must is about; undefined where the whole company is to be read: because that
 * was asked for, because half of the lock is touched, so that lists are cheaper than asking one by one, or because a
 * person has to be made again from what an interrupted run saved, of which nobody can say what it needs.
 *
 * @throws InvalidDirectory where the files of the base commit are not valid.
 */
export async function touchedSince(input: PlanInput, known: Known): Promise<Touched | undefined> {
  const { desired, lock, base, journal } = known
  if (input.refresh !== 'touched' || (journal?.saved ?? []).length > 0) return undefined
  const language = input.language ?? desired.settings.language
  const then = await loadBase({ folder: input.directory, commit: base.commit, lock, language })
  const interrupted = (journal?.entries ?? []).map(({ intent: { kind, key } }) => ({ kind, key }))
  return unlessMost(
    new Touched({ kinds, base: then, head: desired, lock, also: [...(input.also ?? []), ...interrupted] }),
    lock,
  )
}

/**
 * The same for what events name by DingTalk's ids, whatever the files changed. An id of a role may be that of a role
 * group, for no event says which.
 */
export function touchedByEvents(ids: readonly Stranger[], { desired, lock }: Pick<Known, 'desired' | 'lock'>) {
  const refs = new Map<string, Ref>()
  for (const [kind, entries] of Object.entries(lock.resources))
    for (const [key, { id }] of Object.entries(entries)) refs.set(placeKey({ kind, key: id }), { kind, key })
  const named = ids.map(({ kind, id }) => {
    const kindsOf = kind === 'role' ? ['role', 'role-group'] : [kind]
    const known = kindsOf.flatMap((each) => refs.get(placeKey({ kind: each, key: id })) ?? [])
    // The key of a person is the userid, whether the lock has it or not.
    if (kind === 'user') return [{ kind, key: id }]
    // Of a branch that is removed the top alone is named.
    return [...known, ...known.flatMap((ref) => below(ref, lock))]
  })
  const strangers = ids.filter((_, index) => named[index]?.length === 0)
  const also = [...named.flat(), ...renamable(named.flat(), { desired, lock })]
  const touched = new Touched({ kinds, base: desired, head: desired, lock, also, strangers })
  return unlessMost(touched, lock)
}

/** Whatever the files have and the lock does not may be one of these that the files have no more, under another key. */
function renamable(refs: readonly Ref[], { desired, lock }: Pick<Known, 'desired' | 'lock'>): Ref[] {
  const missing = refs.filter(({ kind, key }) => kind !== 'user' && desired.directory[kind]?.[key] === undefined)
  return [...new Set(missing.map(({ kind }) => kind))].flatMap((kind) =>
    Object.keys(desired.directory[kind] ?? {})
      .filter((key) => lock.resources[kind]?.[key] === undefined)
      .map((key) => ({ kind, key })),
  )
}

function below({ kind, key }: Ref, { resources }: Lockfile): Ref[] {
  if (kind !== 'department') return []
  const inner = Object.keys(resources[kind] ?? {}).filter((other) => other.startsWith(`${key}/`))
  return inner.map((other) => ({ kind, key: other }))
}

function unlessMost(touched: Touched, lock: Lockfile): Touched | undefined {
  const listed = Object.values(lock.resources).reduce((sum, entries) => sum + Object.keys(entries).length, 0)
  const named = touched.refs.length + touched.strangers.length
  return named > Math.max(FEW, listed / 2) ? undefined : touched
}

/** The invitations that a narrowed plan looks into. */
export function pendingOf({ pending = {} }: Lockfile, touched: Touched): Invitations {
  return Object.fromEntries(
    Object.entries(pending).map(([kind, invited]) => [
      kind,
      Object.fromEntries(Object.entries(invited).filter(([key]) => touched.has({ kind, key }))),
    ]),
  )
}
