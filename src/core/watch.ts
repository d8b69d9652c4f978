import type { Change, Plan, Ref } from './model.ts'

/**
 * What a watcher says. It compares what events name with the files, and reports what differs. The changes are those of
 * a plan: `before` is DingTalk, `after` the files.
 */
export interface WatchReport {
  /** When it was compared, in Unix milliseconds. */
  readonly time: number
  /** Whether events led to it, or a read of the whole company. */
  readonly cause: 'events' | 'full'
  readonly changes: readonly Reported[]
  /** Named by an event, and neither in the files nor in the lock. */
  readonly unmanaged: readonly (Ref & Attributed & { readonly name?: string })[]
  readonly plan: Pick<Plan, 'corp' | 'names' | 'around' | 'changes'>
}

/** A difference, and who made it. */
export interface Reported extends Attributed {
  readonly change: Change
  /** Whether the files were changed as well. */
  readonly state?: 'drift' | 'conflict'
}

/** Who did something in DingTalk, and when (Unix milliseconds), as far as an event says. */
export interface Attributed {
  readonly by: Operator | null
  readonly at: number | null
}

/** A person by userid; the name is null where nobody could tell it. */
export interface Operator {
  readonly userid: string
  readonly name: string | null
}

/** Events since the start, by what became of them. */
export interface EventCounts {
  /** Kept, and told for the first time. */
  readonly kept: number
  /** Seen before. */
  readonly repeated: number
  /** Of a type that is not ours, by type. */
  readonly unknown: ReadonlyMap<string, number>
  /** Not taken, by reason. */
  readonly refused: ReadonlyMap<string, number>
}

/**
 * A plan's change seen the other way round: from what the files say to what DingTalk has, which is what happened there.
 * Only its sentence makes sense, for nobody carries it out.
 */
export function happened(change: Change): Change {
  const { before, after } = change
  const turned = { create: 'delete', delete: 'create', update: 'update', move: 'move', replace: 'update' } as const
  const { before: _, after: __, departs: ___, reappears: ____, inferred: _____, ...rest } = change
  return {
    ...rest,
    action: turned[change.action],
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }
}
