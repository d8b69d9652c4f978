import type { Desired } from '../core/desired.ts'
import type { Journal } from '../core/journal.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Invitations } from '../core/pending.ts'
import { Touched } from '../core/touched.ts'
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
  const touched = new Touched({ kinds, base: then, head: desired, lock, also: [...(input.also ?? []), ...interrupted] })
  const listed = Object.values(lock.resources).reduce((sum, entries) => sum + Object.keys(entries).length, 0)
  return touched.refs.length > Math.max(FEW, listed / 2) ? undefined : touched
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
