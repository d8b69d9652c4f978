import type { User } from './company.ts'
import { departmentOf } from './department-rules.ts'
import { refuse } from './errors.ts'
import { type Handlers, page } from './handler.ts'
import { compare, mobileKey } from './records.ts'
import type { Request } from './request.ts'
import type { State } from './state.ts'
import { parseMobile } from './user-rules.ts'
import { orderIn, userAnswer, userItem } from './user-view.ts'

/** Reads of people. */
export const userReads = {
  getUser(state, { userid, login_id }) {
    const byLogin = login_id && [...state.records.users.values()].find((user) => user.account?.login_id === login_id)
    const user = (login_id ? byLogin : state.records.users.get(userid)) || refuse(33012)
    if (!state.seesUser(user)) refuse(50002)
    return { result: userAnswer(state, user) }
  },

  listUsersSimple(state, request) {
    const { items, next } = listed(state, request)
    return {
      result: paged(
        state,
        items.map(({ userid, name }) => ({ userid, name })),
        next,
      ),
    }
  },

  listUsers(state, request) {
    const department = departmentOf(state, request.dept_id)
    const { items, next } = listed(state, request)
    return {
      result: paged(
        state,
        items.map((user) => userItem(state, user, department)),
        next,
      ),
    }
  },

  listUserIds(state, { dept_id }) {
    if (!state.records.departments.has(dept_id)) refuse(60003)
    return { result: { userid_list: membersOf(state, dept_id).map((user) => user.userid) } }
  },

  countUsers(state, { only_active }) {
    const people = [...state.records.users.values()]
    return { result: { count: only_active ? people.filter((user) => user.active).length : people.length } }
  },

  listInactiveUsers(state, { is_active, dept_ids, offset, size, query_date }) {
    const inside = (user: User) => dept_ids === undefined || user.departments.some((id) => dept_ids.includes(id))
    const days = dayOf(state.now()) - dayOf(Date.parse(query_date.replace(/(....)(..)(..)/, '$1-$2-$3T00:00:00+08:00')))
    if (!(days <= 31)) refuse(400002, 'query_date is not within the last month')
    // A day is counted once it is over: a person who activates DingTalk counts as having signed in ever since.
    const people = [...state.records.users.values()].filter(
      (user) => days > 0 && user.active === is_active && inside(user),
    )
    const { items, next } = page(people, offset, size)
    return {
      result: paged(
        state,
        items.map((user) => user.userid),
        next,
      ),
    }
  },

  getUserIdByMobile(state, { mobile }) {
    const parsed = parseMobile(mobile) ?? refuse(40104)
    const user = state.records.holder('mobile', mobileKey(parsed)) ?? refuse(60121)
    return { result: { userid: user.userid } }
  },

  getUserIdByUnionid(state, { unionid }) {
    const user = state.records.holder('unionid', unionid) ?? refuse(60121)
    return { result: { contact_type: 0, userid: user.userid } }
  },

  listAdmins(state) {
    return { result: [...state.records.admins].map(([userid, { level }]) => ({ sys_level: level, userid })) }
  },

  getAdminScope(state, { userid }) {
    if (!state.records.users.has(userid)) refuse(60121)
    return { dept_ids: [...(state.records.admins.get(userid)?.scope ?? [])] }
  },
} satisfies Handlers

/** Day number in China, whose midnight separates one day's figures from the next. */
function dayOf(time: number): number {
  return Math.floor((time + 8 * 3_600_000) / 86_400_000)
}

function paged(state: State, list: readonly unknown[], next: number | undefined): object {
  return {
    has_more: next !== undefined,
    ...(next !== undefined && { next_cursor: next }),
    ...((list.length > 0 || state.switches.unsetFields === 'empty') && { list }),
  }
}

function listed(state: State, request: Request<'listUsers'>): { items: readonly User[]; next?: number } {
  departmentOf(state, request.dept_id)
  return page(membersOf(state, request.dept_id, request.order_field), request.cursor, request.size)
}

/** Members in the order that was asked for; by default the higher sort weight first. */
function membersOf(state: State, id: number, order: Request<'listUsers'>['order_field'] = 'custom'): User[] {
  const members = [...state.records.members(id)].flatMap((userid) => state.records.users.get(userid) ?? [])
  const [field, direction] = order.split('_')
  const sign = direction === 'desc' ? -1 : 1
  return members.sort((a, b) => {
    if (field === 'entry') return sign * (a.joined - b.joined)
    if (field === 'modify') return sign * (a.modified - b.modified)
    return compare(orderIn(b, id), orderIn(a, id)) || a.joined - b.joined
  })
}
