import type { Membership, User } from './company.ts'
import { refuse } from './errors.ts'
import type { Request } from './request.ts'
import type { Switches } from './switches.ts'

type Lists = Partial<
  Pick<Request<'updateUser'>, 'dept_id_list' | 'dept_order_list' | 'dept_title_list' | 'dept_position_list'>
>

/**
 * What a person has in each department after a write. The three lists name departments; what happens to a department
 * that a list leaves out is unknown, hence two switches. Entries of departments the person is not in have no effect.
 */
export function placed(
  before: Pick<User, 'departments' | 'memberships' | 'main'> | undefined,
  request: Lists,
  switches: Switches,
): Pick<User, 'departments' | 'memberships' | 'main'> {
  const departments = request.dept_id_list ?? before?.departments ?? []
  const positions = request.dept_position_list
  const mains = positions?.filter((position) => position.is_main) ?? []
  if (positions && (before ? mains.length !== 1 : mains.length > 1))
    refuse(400002, 'exactly one position is the main one')
  const effective = switches.multiplePositions ? positions : undefined
  const memberships = departments.map((id) => {
    let membership: Membership = before?.memberships[id] ?? {}
    if (request.dept_order_list) membership = ordered(membership, entry(request.dept_order_list, id), switches)
    if (request.dept_title_list) membership = titled(membership, entry(request.dept_title_list, id), switches)
    if (effective) membership = titled(membership, entry(effective, id), switches)
    return [id, membership] as const
  })
  const main = effective && mains[0] ? mains[0].dept_id : before?.main
  return {
    departments,
    memberships: Object.fromEntries(memberships),
    main: main !== undefined && departments.includes(main) ? main : (departments[0] ?? 0),
  }
}

function entry<T extends { readonly dept_id: number }>(list: readonly T[], id: number): T | undefined {
  return list.find((item) => item.dept_id === id)
}

function ordered(before: Membership, item: { readonly order?: string } | undefined, switches: Switches): Membership {
  const { order: _order, ...rest } = before
  if (item === undefined) return switches.unlistedOrders === 'keep' ? before : rest
  return item.order === undefined ? before : { ...rest, order: item.order }
}

function titled(
  before: Membership,
  item: { readonly title?: string; readonly work_place?: string } | undefined,
  switches: Switches,
): Membership {
  const { title: _title, work_place: _place, ...rest } = before
  if (item === undefined) return switches.unlistedTitles === 'keep' ? before : rest
  return {
    ...rest,
    ...text('title', before.title, item.title),
    ...text('work_place', before.work_place, item.work_place),
  }

  function text(name: string, old: string | undefined, sent: string | undefined): Membership {
    const value = sent === undefined || (sent === '' && switches.emptyValue === 'ignored') ? old : sent
    return value ? { [name]: value } : {}
  }
}
