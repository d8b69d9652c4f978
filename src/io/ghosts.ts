import type { Clocker } from '../core/attendance.ts'
import type { Leaver } from '../core/ghosts.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'

/** Whether somebody ever activated DingTalk, which takes signing in; or DingTalk does not have them. */
export type Activity = 'active' | 'never' | 'absent'

/** So many lists are read at once. */
const WIDTH = 8
/** DingTalk lists who left in at most 365 days (contract, `listLeaveRecords`); an hour less, for clocks differ. */
const YEAR = 365 * 86_400_000 - 3_600_000

/**
 * Whether these people ever signed in: by the lists of their departments (DingTalk's ids), and one by one for who is in none
 * of them. `error`: of those who are left out nothing is known.
 */
export async function readActivity(
  client: Client,
  people: readonly Clocker[],
  departments: readonly number[],
): Promise<{ readonly activity: ReadonlyMap<string, Activity>; readonly error?: Error }> {
  const activity = new Map<string, Activity>()
  const note = (id: string, active: boolean | undefined) => {
    if (active !== undefined) activity.set(id, active ? 'active' : 'never')
  }
  let error: Error | undefined
  await inTurns(departments, async (dept_id) => {
    try {
      for await (const { items } of client.pages('listUsers', { dept_id, contain_access_limit: true }))
        for (const { userid, active } of items) note(userid, active)
    } catch (failure) {
      // A department that is gone, or hidden, holds nobody here: its people are asked for one by one.
      if (!isAboutOne(failure)) error ??= asVendors(failure)
    }
  })
  const unmet = people.filter(({ id }) => !activity.has(id))
  await inTurns(unmet, async ({ id }) => {
    if (error !== undefined) return
    try {
      const { result } = await client.call('getUser', { userid: id })
      note(id, result?.userid === id ? result.active : undefined)
    } catch (failure) {
      if (failure instanceof DingTalkError && failure.action === 'absent') activity.set(id, 'absent')
      else error ??= asVendors(failure)
    }
  })
  return error === undefined ? { activity } : { activity, error }
}

/**
 * Who left within a year, by DingTalk's own list.
 *
 * @throws DingTalkError
 */
export async function readLeavers(client: Client, now: number): Promise<Leaver[]> {
  const found: Leaver[] = []
  const moment = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
  for await (const { items } of client.pages('listLeaveRecords', {
    startTime: moment(now - YEAR),
    endTime: moment(now),
  }))
    for (const { userId, name, leaveTime } of items) {
      if (userId === undefined) continue
      const left = Date.parse(leaveTime ?? '')
      found.push({ id: userId, by: 'leave-record', ...(name !== undefined && { name }), ...(left > 0 && { left }) })
    }
  return found
}

/**
 * Who is in the department of the departed.
 *
 * @throws DingTalkError
 */
export async function readDeparted(client: Client, dept_id: number): Promise<Leaver[]> {
  const { result } = await client.call('listUserIds', { dept_id })
  return (result?.userid_list ?? []).map((id) => ({ id, by: 'departed' }))
}

/** The name of somebody, or undefined where DingTalk does not tell it. */
export async function readName(client: Client, userid: string): Promise<string | undefined> {
  try {
    return (await client.call('getUser', { userid })).result?.name
  } catch (error) {
    if (error instanceof DingTalkError) return undefined
    throw error
  }
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += WIDTH) await Promise.all(items.slice(at, at + WIDTH).map(work))
}

function isAboutOne(error: unknown): boolean {
  return error instanceof DingTalkError && (error.action === 'absent' || error.action === 'item')
}

function asVendors(error: unknown): DingTalkError {
  if (error instanceof DingTalkError) return error
  throw error
}
