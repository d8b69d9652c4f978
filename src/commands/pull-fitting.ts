import type { Problem } from '../core/problem.ts'
import type { NotTaken } from '../core/pull-report.ts'
import type { Taking } from '../core/pull-takings.ts'

/** Most looks at files without some of what is taken: each reads the whole directory. */
const MOST_LOOKS = 300

/**
 * What has to stay out so that the files are valid, each with the mistake that the files would have with it: something that
 * stays out for another reason may still name somebody who left. Halves that are in order are taken whole, so that one
 * thing among many is found with few looks. Null where so much does not fit that looking for it takes too long.
 */
export async function unfitting(
  takings: readonly Taking[],
  problemsWith: (takings: readonly Taking[]) => Promise<readonly Problem[]>,
): Promise<readonly NotTaken[] | null> {
  const kept = new Set<Taking>()
  let looks = 0
  const add = async (part: readonly Taking[]): Promise<NotTaken[] | null> => {
    if (looks++ >= MOST_LOOKS) return null
    const [problem] = await problemsWith(takings.filter((each) => kept.has(each) || part.includes(each)))
    const [first] = part
    if (problem === undefined) for (const each of part) kept.add(each)
    if (problem === undefined || first === undefined) return []
    if (part.length === 1) return [{ ref: first.ref, why: 'invalid', problem }]
    const middle = Math.ceil(part.length / 2)
    const found = await add(part.slice(0, middle))
    const more = found && (await add(part.slice(middle)))
    return found && more && [...found, ...more]
  }
  for (let open = takings; ; ) {
    const before = kept.size
    const out = await add(open)
    // What names something that came later fits now.
    if (out === null || out.length === 0 || kept.size === before) return out
    open = takings.filter((each) => !kept.has(each))
  }
}
