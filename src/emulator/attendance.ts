import { checksOf, clockIns, type Days } from './attendance-days.ts'
import { refuse } from './errors.ts'
import { type Handlers, page } from './handler.ts'
import type { State } from './state.ts'

/**
 * Attendance: what was planned for people and what became of it, and every clock-in. The contract documents no code for a
 * userid that nobody has, so such a one has no rows here.
 */
export const attendance = {
  listAttendanceResults(state, { workDateFrom, workDateTo, userIdList, offset, limit }) {
    const days = daysBetween(workDateFrom, workDateTo)
    // Whole days, whatever the time of day says (official page of 2019).
    const rows = userIdList.flatMap((userid) => checksOf(state, userid, days))
    const { items, next } = page(rows, offset, limit)
    return { ...listed(state, items), hasMore: next !== undefined }
  },

  listAttendanceRecords(state, { checkDateFrom, checkDateTo, userIds }) {
    const days = daysBetween(checkDateFrom, checkDateTo)
    const rows = userIds.flatMap((userid) => clockIns(state, userid, days))
    return listed(
      state,
      rows.filter(({ userCheckTime }) => userCheckTime >= days.start && userCheckTime < days.end + 1000),
    )
  },
} satisfies Handlers

const DAY = 86_400_000
const LONGEST = 7 * DAY

/** The two ends of a window, in China's time; 41041 for one of more than 7 days. */
function daysBetween(from: string, to: string): Days {
  const [start, end] = [moment(from), moment(to)]
  if (end < start) refuse(400002, 'the end is before the start')
  if (end - start > LONGEST) refuse(41041)
  return { start, end }
}

function moment(text: string): number {
  const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
    ? Date.parse(`${text.replace(' ', 'T')}+08:00`)
    : Number.NaN
  return Number.isNaN(time) ? refuse(400002, 'a time is not yyyy-MM-dd HH:mm:ss') : time
}

function listed(state: State, rows: readonly unknown[]): { readonly recordresult?: readonly unknown[] } {
  return rows.length === 0 && state.switches.unsetFields === 'omitted' ? {} : { recordresult: rows }
}
