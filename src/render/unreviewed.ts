import type { Plan, Ref } from '../core/model.ts'
import { speechOf } from './sentences.ts'
import type { Language } from './words.ts'

/** So many are named. */
const few = 5

/** What would change without anybody having seen it, by name, in one phrase; not escaped yet. */
export function unreviewedNames(
  plan: Pick<Plan, 'names' | 'changes'>,
  extra: readonly Ref[],
  language: Language,
): string {
  const { words, names } = speechOf(plan, language)
  return words.first(extra.slice(0, few).map(names.of), Math.max(0, extra.length - few))
}
