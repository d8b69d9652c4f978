import { type Clocker, clockersOf, type Days } from '../core/attendance.ts'
import { distinctLeavers, type Ghost, type GhostReport, type Leaver, type Unknown } from '../core/ghosts.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { readActivity, readDeparted, readLeavers, readName } from '../io/ghosts.ts'
import { type AttendanceInput, inPortions, openClockers } from './attendance.ts'

export interface GhostInput extends Omit<AttendanceInput, 'kind'> {
  /** Unix ms. */
  readonly now: number
}

/**
 * People of the files who never signed in to DingTalk, and people who left and as whom somebody still clocks in. Departments
 * narrow the first; who left has none. What cannot be found out stands in the report; nothing is taken for absent because
 * a call failed.
 *
 * @throws InvalidDirectory, LockInvalid, NoSuchDepartment, OtherCompany
 */
export async function ghosts(input: GhostInput): Promise<GhostReport> {
  const { days } = input
  const { lock, desired, people, corp } = await openClockers(input)
  const unknown: Unknown[] = []
  const silent = await neverSignedIn(input, people, lock, unknown)

  const everybody = clockersOf(desired, lock, [])
  const present = new Set(everybody.flatMap(({ id, userid }) => [id, userid]))
  const departed = lock.resources['department']?.[desired.settings.departed ?? '']?.id
  const left = await leaversOf(input, lock, departed, unknown)
  const leavers = distinctLeavers(left, present)
  const clocking = await clockingIn(input, leavers, days, unknown)
  return { corp, days, people: people.length, leavers: leavers.length, ghosts: [...silent, ...clocking], unknown }
}

async function neverSignedIn(
  { client }: GhostInput,
  people: readonly Clocker[],
  lock: Lockfile,
  unknown: Unknown[],
): Promise<Ghost[]> {
  const idOf = (key: string) => (key === '/' ? '1' : lock.resources['department']?.[key]?.id)
  const ids = [...new Set(people.map(({ department }) => idOf(department)))].flatMap((id) =>
    id === undefined ? [] : [Number(id)],
  )
  const { activity, error } = await readActivity(client, people, ids)
  if (error !== undefined) unknown.push({ what: 'sign-ins', error })
  return people.flatMap(({ id, userid, name, department, path }): Ghost[] => {
    const found = activity.get(id)
    if (found !== 'never' && found !== 'absent') return []
    return [{ finding: found === 'never' ? 'never-signed-in' : 'not-in-dingtalk', userid, name, department, path }]
  })
}

async function leaversOf(
  { client, now }: GhostInput,
  lock: Lockfile,
  departed: string | undefined,
  unknown: Unknown[],
): Promise<Leaver[]> {
  const reading = async (read: Promise<Leaver[]>) => {
    try {
      return await read
    } catch (error) {
      if (!(error instanceof DingTalkError)) throw error
      unknown.push({ what: 'leavers', error })
      return []
    }
  }
  const listed = Object.values(lock.resources['user'] ?? {}).map(({ id }): Leaver => ({ id, by: 'lock' }))
  return [
    ...listed,
    ...(departed === undefined ? [] : await reading(readDeparted(client, Number(departed)))),
    ...(await reading(readLeavers(client, now))),
  ]
}

/** Sources of records that nobody made by clocking in. */
const NOBODY = ['SYSTEM', 'APPROVE', 'BOSS']

/** Who of those who left clocked in afterwards, or at all where nobody knows when they left. */
async function clockingIn(
  { client, stopped }: GhostInput,
  leavers: readonly Leaver[],
  days: Days,
  unknown: Unknown[],
): Promise<Ghost[]> {
  const byId = new Map(leavers.map((leaver) => [leaver.id, leaver]))
  const asked = leavers.map(({ id, name = '' }) => ({ userid: id, id, name, jobNumber: '', department: '', path: '' }))
  const found = new Map<string, { count: number; last: number }>()
  try {
    const reading = { client, kind: 'records' as const, ...(stopped !== undefined && { stopped }) }
    for await (const { checks, error } of inPortions(reading, days, asked).portions) {
      if (error !== undefined && !unknown.some(({ what }) => what === 'clock-ins'))
        unknown.push({ what: 'clock-ins', error })
      for (const { person, clocked, source = '' } of checks) {
        if (clocked === undefined || NOBODY.includes(source) || clocked <= (byId.get(person.id)?.left ?? 0)) continue
        const before = found.get(person.id)
        found.set(person.id, { count: (before?.count ?? 0) + 1, last: Math.max(before?.last ?? 0, clocked) })
      }
    }
  } catch (error) {
    if (!(error instanceof DingTalkError)) throw error
    unknown.push({ what: 'clock-ins', error })
  }
  return Promise.all(
    [...found].map(async ([id, { count, last }]): Promise<Ghost> => {
      const { by = 'lock', left, name } = byId.get(id) ?? {}
      const called = name ?? (await nameOf(client, id))
      const when = left === undefined ? {} : { left }
      return { finding: 'clocks-in-after-leaving', userid: id, name: called, by, ...when, clockIns: count, last }
    }),
  )
}

async function nameOf(client: Client, id: string): Promise<string> {
  return (await readName(client, id)) ?? ''
}
