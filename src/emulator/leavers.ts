import type { User } from './company.ts'
import { ApiError } from './errors.ts'
import { type Handlers, page } from './handler.ts'
import type { State } from './state.ts'

/** Somebody who left: what DingTalk keeps of them, and when it was (Unix ms). */
export interface Leaver {
  readonly userid: string
  readonly name: string
  readonly mobile?: User['mobile']
  readonly left: number
}

const LONGEST = 365 * 86_400_000

/** The list of people who left; calls of the api host. */
export const leavers = {
  listLeaveRecords(state, { startTime, endTime, nextToken = '0', maxResults }) {
    const [start, end] = [Date.parse(startTime), endTime === undefined ? state.now() : Date.parse(endTime)]
    const offset = Number(nextToken)
    if (!(end >= start && end - start <= LONGEST) || !Number.isInteger(offset) || offset < 0)
      throw new ApiError(400, 'invalidParameter.param.invalid')
    const inside = state.leavers.filter(({ left }) => left >= start && left <= end)
    const { items, next } = page(inside, offset, maxResults)
    const records = items.map(({ userid, name, mobile, left }) => ({
      userId: userid,
      name,
      ...(mobile && { stateCode: mobile.code, mobile: mobile.number }),
      leaveTime: new Date(left).toISOString(),
      // Whoever is removed by a call; the console and the person themselves have words of their own.
      leaveReason: 'oapi',
    }))
    return { records, ...(next !== undefined && { nextToken: String(next) }) }
  },
} satisfies Handlers

/** Remembers that somebody was removed. */
export function noteLeaver(state: State, { userid, name, mobile }: User): void {
  state.leavers.push({ userid, name, ...(mobile && { mobile }), left: state.now() })
}
