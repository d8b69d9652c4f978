import type { AttendanceKind, Check, Clocker, Days } from '../core/attendance.ts'
import { dayInChina } from '../core/day.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import type { OperationId, ResponseOf } from '../dingtalk/operation.ts'

/** One item of an answer; a clock-in has all the fields that a result has. */
type Item = NonNullable<ResponseOf<'listAttendanceRecords'>['recordresult']>[number]

/**
 * The attendance of at most 50 people on at most 7 days, person by person and in the order of time.
 *
 * @throws DingTalkError; `unexpected-answer` where somebody else or another day was answered.
 */
export async function readAttendance(
  client: Client,
  kind: AttendanceKind,
  days: Days,
  people: readonly Clocker[],
): Promise<Check[]> {
  const operation = kind === 'results' ? 'listAttendanceResults' : 'listAttendanceRecords'
  const items = kind === 'results' ? await readResults(client, days, people) : await readRecords(client, days, people)
  const places = new Map(people.map((person, at) => [person.id, at]))
  const seen = new Set<number>()
  const found: [at: number, time: number, check: Check][] = []
  for (const item of items) {
    const at = places.get(item.userId ?? '')
    const person = at === undefined ? undefined : people[at]
    if (at === undefined || person === undefined) throw unexpected(operation, 'it names somebody who was not asked for')
    // While pages are read the list may grow: what moved on to the next one comes twice.
    if (item.id !== undefined && seen.has(item.id)) continue
    if (item.id !== undefined) seen.add(item.id)
    const check = checkOf(kind, person, item)
    if (check === undefined) throw unexpected(operation, 'it holds an item without a day, or with a time that is none')
    // A window ends with a day here; should DingTalk count its end in otherwise, the next window has what is beyond.
    if (check.day < days.from || check.day > days.to) continue
    found.push([at, item.baseCheckTime ?? item.userCheckTime ?? 0, check])
  }
  return found
    .sort(([a, x, { day: on }], [b, y, { day: other }]) => a - b || compare(on, other) || x - y)
    .map(([, , check]) => check)
}

async function readResults(client: Client, days: Days, people: readonly Clocker[]): Promise<readonly Item[]> {
  return await client.all('listAttendanceResults', {
    workDateFrom: `${days.from} 00:00:00`,
    workDateTo: endOf(days),
    userIdList: people.map(({ id }) => id),
  })
}

async function readRecords(client: Client, days: Days, people: readonly Clocker[]): Promise<readonly Item[]> {
  const { recordresult } = await client.call('listAttendanceRecords', {
    checkDateFrom: `${days.from} 00:00:00`,
    checkDateTo: endOf(days),
    userIds: people.map(({ id }) => id),
  })
  // An empty list may be left out (the official rule on empty values).
  return recordresult ?? []
}

/**
 * The last second of a window: right whether DingTalk goes by the time of day or by whole days (the page of 2019 says so of
 * results), and below 7 days however they are counted.
 */
function endOf({ to }: Days): string {
  return `${to} 23:59:59`
}

function checkOf(kind: AttendanceKind, person: Clocker, item: Item): Check | undefined {
  const { workDate, userCheckTime, baseCheckTime, checkType, timeResult, locationResult, sourceType, isLegal } = item
  // Records are asked for by the time of clocking in, which may be a day after the work day; so they are listed by it.
  const moment = kind === 'results' ? workDate : (userCheckTime ?? workDate)
  if (moment === undefined || [moment, userCheckTime, baseCheckTime].some(isNoTime)) return undefined
  // Where nobody clocked in, the time is that of the plan, or none, and there is no record (contract, `recordId`).
  const clocked = kind === 'records' || item.recordId !== undefined
  return {
    person,
    day: dayInChina(moment),
    ...(checkType !== undefined && { check: checkType }),
    ...(baseCheckTime !== undefined && { planned: baseCheckTime }),
    ...(clocked && userCheckTime !== undefined && { clocked: userCheckTime }),
    ...(timeResult !== undefined && { timeResult }),
    ...(locationResult !== undefined && { locationResult }),
    ...(sourceType !== undefined && { source: sourceType }),
    ...((item.approveId !== undefined || item.procInstId !== undefined) && { approved: true as const }),
    ...(isLegal !== undefined && { legal: isLegal }),
    ...(item.invalidRecordType !== undefined && { invalid: item.invalidRecordType }),
  }
}

/** No day of a calendar can be told of it. */
function isNoTime(time: number | undefined): boolean {
  return time !== undefined && !(time >= 0 && time < Date.UTC(3000, 0))
}

function unexpected(operation: OperationId, what: string): DingTalkError {
  return new DingTalkError({
    operation,
    code: 'unexpected-answer',
    meaning: `the answer cannot be used: ${what}`,
    action: 'check',
    pending: false,
    status: 200,
    outcome: 'refused',
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
