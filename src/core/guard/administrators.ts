import type { Refusal } from '../model.ts'
import type { GuardInput } from './input.ts'
import { losesAccount, takesAccounts } from './removal.ts'

/** So many administrators have to remain when one of them goes. */
const LEAST = 2

/**
 * Nobody may take the company's administration away by removing a file. An unread list of administrators refuses: it is
 * never taken for an empty one.
 */
export function administrators({ changes, administrators: found }: GuardInput): Refusal[] {
  if (!takesAccounts(changes)) return []
  const leaving = changes.filter(losesAccount).map(({ ref }) => ref)
  if (found === undefined || 'unread' in found)
    return [
      {
        code: 'administrators',
        case: 'unread',
        final: true,
        message: `people would be removed, and DingTalk did not say who its administrators are: ${found?.unread ?? 'not asked'}`,
        hint: 'give the app the permission to read them (rollbook api listAdmins --describe), or run again later',
        refs: leaving,
      },
    ]
  const supers = leaving.filter(({ key }) => found.super.includes(key))
  const going = leaving.filter(({ key }) => [...found.super, ...found.sub].includes(key))
  const remaining = new Set([...found.super, ...found.sub]).size - new Set(going.map(({ key }) => key)).size
  return [
    ...(supers.length === 0
      ? []
      : [
          {
            code: 'administrators' as const,
            case: 'super' as const,
            final: true as const,
            message: `${supers.length} super administrators would be removed, or deleted and added again`,
            hint: "put their files back; a super administrator is replaced in DingTalk's admin console first",
            refs: supers,
          },
        ]),
    ...(going.length === 0 || remaining >= LEAST
      ? []
      : [
          {
            code: 'administrators' as const,
            case: 'few' as const,
            message: `${going.length} administrators would go and ${remaining} remain; at least ${LEAST} have to`,
            hint: "name further administrators in DingTalk's admin console first, or put their files back",
            refs: going,
          },
        ]),
  ]
}
