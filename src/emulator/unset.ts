import type { Answer } from './handler.ts'
import type { State } from './state.ts'

/**
 * What an answer shows of fields that hold nothing. Recorded answers have `""`, `"{}"`, `[]` and `{}`; the official rule
 * says that such fields are left out. The switch `unsetFields` decides.
 */
export function withoutUnset(state: State, answer: Answer): Answer {
  if (state.switches.unsetFields === 'empty') return answer
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => !isUnset(value)))
}

function isUnset(value: unknown): boolean {
  if (value === '' || value === '{}' || value === undefined) return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
