import { diff, segments } from './diff.ts'
import type { Difference, DriftState } from './drift.ts'
import type { Change, Model, Value } from './model.ts'
import { isEntries, put } from './value.ts'

/** What a difference is told as: a change, which has sentences already, with the two sides that are meant. */

/** What somebody did in DingTalk: from what the files say to what DingTalk has. */
export function driftChange(difference: Difference): Change | undefined {
  return between(difference, withFiles(difference, 'drift', difference.change.before), difference.change.before)
}

/** What waits for an apply: from what DingTalk has to what the files say. */
export function intendedChange(difference: Difference): Change | undefined {
  const { change } = difference
  if (difference.fields.every(({ state }) => state === 'intended'))
    return { ...change, ...(difference.place !== undefined && { place: difference.place }) }
  return between(difference, change.before, withFiles(difference, 'intended', change.before))
}

/** Of a conflict: what DingTalk changed since the last apply, and what the files did. */
export function conflictChanges(difference: Difference): {
  readonly console: Change | undefined
  readonly files: Change | undefined
} {
  const { change, then } = difference
  const after = then === undefined ? change.after : withFiles(difference, 'conflict', then)
  const files = between(difference, then, after)
  return {
    console: between(difference, then, change.before),
    files: files && { ...files, ...(change.departs && { departs: change.departs }) },
  }
}

/** A model with what the files say at the fields of one state. */
function withFiles({ fields }: Difference, state: DriftState, model: Model | undefined): Model | undefined {
  const chosen = fields.filter((field) => field.state === state)
  const found = chosen.reduce<Value | undefined>((then, { path, files }) => put(then, path, files), model)
  return isEntries(found) ? found : undefined
}

/** The change from one side to another; undefined where they are equal. */
function between(
  { ref, change, place = change.place }: Difference,
  before: Model | undefined,
  after: Model | undefined,
): Change | undefined {
  const { kind, key } = ref
  const side = (model: Model | undefined) => ({ [kind]: model === undefined ? {} : { [key]: model } })
  const patch = diff(side(before), side(after))
  if (patch.length === 0) return undefined
  const moves = patch.some(({ path }) => ['main', 'parent_id'].includes(segments(path)[2] ?? ''))
  const action = before === undefined ? 'create' : after === undefined ? 'delete' : moves ? 'move' : 'update'
  return {
    action,
    ref,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    patch,
    needs: [],
    ...(place !== undefined && { place }),
  }
}
