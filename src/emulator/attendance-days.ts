import type { User } from './company.ts'
import { randomNumbers } from './random.ts'
import type { State } from './state.ts'

/**
 * Clock-ins that a company could have had: 9:00 to 18:00 on weekdays, mostly on time, some late, early, away or forgotten.
 * They follow from the company, the person and the day alone, so that they are the same whenever they are asked for. Who
 * never activated DingTalk, or joined later, has none; nothing is older than half a year, and nothing is known yet of what
 * has not come.
 */

/** A window in Unix milliseconds, both ends counted in. */
export interface Days {
  readonly start: number
  readonly end: number
}

/** One planned check and what became of it, as DingTalk words it; without `recordId` nobody clocked in for it. */
export interface Check {
  readonly id: number
  readonly corpId: string
  readonly userId: string
  readonly groupId: number
  readonly planId: number
  readonly workDate: number
  readonly checkType: 'OnDuty' | 'OffDuty'
  readonly baseCheckTime: number
  readonly userCheckTime: number
  readonly timeResult: string
  readonly locationResult: string
  readonly sourceType: string
  readonly recordId?: number
  readonly approveId?: number
  readonly procInstId?: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000
const KEPT = 180 * DAY
/** What China's midnight lacks to that of UTC. */
const CHINA = 8 * HOUR

/** The checks that were planned for somebody on these days, as far as their time has come. */
export function checksOf(state: State, userid: string, { start, end }: Days): Check[] {
  const user = state.records.users.get(userid)
  if (user === undefined || !user.active) return []
  const now = state.now()
  const first = Math.max(midnight(start), midnight(now - KEPT), midnight(Date.parse(user.create_time)))
  const checks: Check[] = []
  for (let day = first; day <= end; day += DAY)
    if (isWeekday(day)) checks.push(...checksOn(state, user, day).filter(({ baseCheckTime }) => baseCheckTime <= now))
  return checks
}

/** Every time that somebody clocked in: for a check, once more for nothing, and when a test says so. */
export function clockIns(
  state: State,
  userid: string,
  days: Days,
): (Record<string, unknown> & { userCheckTime: number })[] {
  // Whoever works past midnight clocks out on the day after the work day.
  const made = checksOf(state, userid, { start: days.start - DAY, end: days.end }).flatMap((check) => {
    if (check.recordId === undefined) return []
    const { recordId: id, ...rest } = check
    const valid = check.timeResult === 'Normal' && check.locationResult === 'Normal'
    const signed = { ...rest, id, planCheckTime: check.baseCheckTime, isLegal: valid ? 'Y' : 'N', ...where(id) }
    const again = {
      ...where(id),
      ...unplanned(state, userid, check.userCheckTime + MINUTE),
      invalidRecordType: 'Other',
    }
    return id % 20 === 0 ? [signed, again] : [signed]
  })
  const told = state.clockIns.get(userid) ?? []
  return [...made, ...told.map((at) => ({ ...unplanned(state, userid, at), ...where(at) }))]
}

/** What is made up for a day, in 40 bits each. */
const numbers = [
  'day',
  'device',
  'approval',
  'instance',
  'OnDuty check',
  'OnDuty plan',
  'OnDuty record',
  'OffDuty check',
  'OffDuty plan',
  'OffDuty record',
] as const
type Made = (typeof numbers)[number]

function checksOn(state: State, user: User, workDate: number): Check[] {
  const { userid: userId } = user
  const digests = [1, 2].map((part) => Buffer.from(state.fingerprint('checks', userId, workDate, part), 'base64url'))
  const bytes = Buffer.concat(digests)
  const number = (what: Made) => bytes.readUIntBE(numbers.indexOf(what) * 5, 5)
  const chance = randomNumbers(number('day'))
  const [kind, place, off, minutes] = [chance(), chance(), chance(), chance()]
  const [away, absent, late, veryLate] = [kind < 0.02, kind < 0.05, kind < 0.13, kind < 0.14]
  const at = (hour: number, minute: number) => workDate + hour * HOUR + Math.floor(minute) * MINUTE
  const common = { corpId: state.corp, userId, groupId: 685_935_028, workDate }
  const locationResult = place < 0.06 ? 'Outside' : 'Normal'
  const sourceType = number('device') % 3 === 0 ? 'ATM' : 'USER'
  const planned = (checkType: Check['checkType'], baseCheckTime: number) => ({
    ...common,
    id: number(`${checkType} check`),
    planId: number(`${checkType} plan`),
    checkType,
    baseCheckTime,
  })
  const signed = (check: ReturnType<typeof planned>, userCheckTime: number, timeResult: string): Check => ({
    ...check,
    recordId: number(`${check.checkType} record`),
    userCheckTime,
    timeResult,
    locationResult,
    sourceType,
  })
  const missed = (check: ReturnType<typeof planned>): Check => ({
    ...check,
    userCheckTime: check.baseCheckTime,
    timeResult: 'NotSigned',
    locationResult: 'NotSigned',
    sourceType: 'SYSTEM',
    ...(away && { approveId: number('approval'), procInstId: `59f77e82-${number('instance')}` }),
  })
  const [on, out] = [planned('OnDuty', at(9, 0)), planned('OffDuty', at(18, 0))]
  if (away || absent) return [missed(on), missed(out)]
  const morning = late
    ? signed(on, at(9, 1 + minutes * 28), 'Late')
    : veryLate
      ? signed(on, at(9, 31 + minutes * 60), 'SeriousLate')
      : signed(on, at(8, 30 + minutes * 29), 'Normal')
  const evening =
    off < 0.03
      ? missed(out)
      : off < 0.06
        ? signed(out, at(17, minutes * 55), 'Early')
        : signed(out, at(18, minutes * 150), 'Normal')
  return [morning, evening]
}

/** A clock-in that belongs to no planned check. */
function unplanned(state: State, userId: string, userCheckTime: number) {
  const id = Buffer.from(state.fingerprint('clock-in', userId, userCheckTime), 'base64url').readUIntBE(0, 5)
  const workDate = midnight(userCheckTime)
  return { id, corpId: state.corp, userId, workDate, userCheckTime, sourceType: 'USER', isLegal: 'N' }
}

/** Where and with which device: what nobody but the person should know. */
function where(id: number) {
  const deviceId = `67da0f${String(id).padStart(8, '0')}`
  return { deviceId, locationMethod: 'MAP', userAddress: '示例市示例路1号', userLatitude: 30.28, userLongitude: 120.01 }
}

/** Midnight in China of the day of a moment. */
function midnight(time: number): number {
  return Math.floor((time + CHINA) / DAY) * DAY - CHINA
}

function isWeekday(day: number): boolean {
  const weekday = new Date(day + CHINA).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
