import type { Gap } from './model.ts'

/** DingTalk was not read as a whole: what is missing would be missing in the files for good. */
export class IncompleteRead extends Error {
  override name = 'IncompleteRead'
  readonly gaps: readonly Gap[]

  constructor(gaps: readonly Gap[]) {
    super(gaps.map(({ message }) => message).join('; '))
    this.gaps = gaps
  }
}
