import type { Model, Ref } from '../../core/model.ts'
import type { NotTaken } from '../../core/pull-report.ts'

/**
 * What is to be taken over from DingTalk into the files: fields of something both have (`before` as the files want it,
 * `after` the same with what is taken as DingTalk has it), that something is gone, or that something is new to the files
 * (its key is `#` and its id, unless it has a key already).
 */
export type Taking =
  | { readonly what: 'fields'; readonly ref: Ref; readonly before: Model; readonly after: Model }
  | { readonly what: 'gone'; readonly ref: Ref }
  | { readonly what: 'new'; readonly ref: Ref; readonly id: string }

/** What cannot be taken ends the attempt; another one is made without it. */
export class Untakable extends Error {
  override name = 'Untakable'
  readonly left: readonly NotTaken[]

  constructor(left: readonly NotTaken[]) {
    super(left.map(({ ref, why }) => `${ref.kind} ${ref.key}: ${why}`).join('; '))
    this.left = left
  }
}
