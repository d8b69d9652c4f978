import type { NotTaken } from '../../core/pull-report.ts'

/** What cannot be taken ends the attempt; another one is made without it. */
export class Untakable extends Error {
  override name = 'Untakable'
  readonly left: readonly NotTaken[]

  constructor(left: readonly NotTaken[]) {
    super(left.map(({ ref, why }) => `${ref.kind} ${ref.key}: ${why}`).join('; '))
    this.left = left
  }
}
