import type { ChangedBy } from '../core/drift.ts'
import { readState } from './queue.ts'

/**
 * Who changed in DingTalk what a watcher of this directory has reported and still differs, by `placeKey`, as far as
 * events told it. Empty where no watcher ever ran.
 */
export function changedBy(directory: string): ReadonlyMap<string, ChangedBy> {
  const known = [...readState(directory).told].flatMap(([name, { by, at }]) =>
    by === null || at === null ? [] : [[name, { operator: by, time: new Date(at).toISOString() }] as const],
  )
  return new Map(known)
}
