import type { Refusal } from '../model.ts'
import type { GuardInput } from './input.ts'

/** A read with a gap: what was not seen could be taken for missing. */
export function incompleteRead({ reading }: GuardInput): Refusal[] {
  if (reading.gaps.length === 0) return []
  return [
    {
      code: 'incomplete-read',
      message: `DingTalk was not read as a whole: ${reading.gaps.map((gap) => gap.message).join('; ')}`,
      hint: 'what we did not see could be taken for missing: widen the contact scope of the app to the whole company, or run again',
      refs: [],
    },
  ]
}
