import {
  type AttendanceKind,
  batchesOf,
  type Check,
  type Clocker,
  clockersOf,
  type Days,
  type Missing,
  windowsOf,
} from '../core/attendance.ts'
import type { Desired } from '../core/desired.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { readAttendance } from '../io/attendance.ts'
import { proveCompany } from '../io/company.ts'
import { readLock } from '../io/lockfile.ts'
import { loadValid, type PlanInput } from './plan.ts'

export interface AttendanceInput extends Pick<PlanInput, 'directory' | 'client' | 'credential' | 'language'> {
  readonly days: Days
  readonly kind: AttendanceKind
  /** Departments by key or by their names from the top, each with everything below; everybody where none is named. */
  readonly departments: readonly string[]
  /** Asked before each portion: true ends the read, and what is left counts as missing. */
  readonly stopped?: () => boolean
}

/** Attendance as it arrives, and what will have been asked for. */
export interface Attendance {
  readonly corp: string | null
  readonly people: readonly Clocker[]
  /** Portions of at most 50 people and 7 days: so many will come, unless the read ends early. */
  readonly total: number
  readonly portions: AsyncGenerator<Portion, void, void>
}

/** What one portion brought, what of it could not be read, and why. */
export interface Portion {
  readonly checks: readonly Check[]
  readonly missing: readonly Missing[]
  readonly error?: Error
}

/** The credential belongs to another company than the files: names of one would stand beside times of the other. */
export class OtherCompany extends Error {
  override name = 'OtherCompany'
  readonly corp: string

  constructor(corp: string) {
    super(`the credential is not of ${corp}`)
    this.corp = corp
  }
}

/** So many portions are on their way at once: a little more than keeps the rate, and all that is ever held in memory. */
const WIDTH = 4

/**
 * Attendance of the people of the files, window by window, in an order that does not depend on the network.
 *
 * @throws InvalidDirectory, LockInvalid, NoSuchDepartment, OtherCompany; DingTalkError where DingTalk cannot be reached at
 * all. What fails later is a portion that says so.
 */
export async function attendance(input: AttendanceInput): Promise<Attendance> {
  const { corp, people } = await openClockers(input)
  return { corp, people, ...inPortions(input, input.days, people) }
}

/** The files, whom they name in these departments, and a credential that is not of another company than theirs. */
export interface OpenedClockers {
  readonly lock: Lockfile
  readonly desired: Desired
  readonly people: readonly Clocker[]
  readonly corp: string | null
}

/** @throws InvalidDirectory, LockInvalid, NoSuchDepartment, OtherCompany */
export async function openClockers(input: Omit<AttendanceInput, 'kind'>): Promise<OpenedClockers> {
  const { directory, client, credential, departments } = input
  const lock = await readLock(directory)
  const desired = await loadValid(input, lock)
  const people = clockersOf(desired, lock, departments)
  const corp = desired.settings.corp ?? lock.corp
  if ((await proveCompany(client, credential, corp)) === 'wrong') throw new OtherCompany(corp ?? '')
  return { lock, desired, people, corp }
}

/** What reading portions needs of the input. */
type Reading = Pick<AttendanceInput, 'client' | 'kind' | 'stopped'>

/** The attendance of these people on these days, in portions. The first one throws what fails at once. */
export function inPortions(
  reading: Reading,
  days: Days,
  people: readonly Clocker[],
): Pick<Attendance, 'total' | 'portions'> {
  const asked = windowsOf(days).flatMap((window) => batchesOf(people).map((batch) => ({ days: window, people: batch })))
  return { total: asked.length, portions: portionsOf(reading, asked) }
}

async function* portionsOf(input: Reading, asked: readonly Missing[]): AsyncGenerator<Portion, void, void> {
  const running: Promise<Portion>[] = []
  let next = 0
  let [begun, over] = [false, false]
  while (!over) {
    while (running.length < WIDTH && next < asked.length && input.stopped?.() !== true) {
      const portion = asked[next++]
      if (portion === undefined) break
      const reading = readPortion(input, portion)
      // It is awaited in its turn; until then nobody else takes its failure.
      reading.catch(() => {})
      running.push(reading)
    }
    const portion = await running.shift()
    if (portion === undefined) break
    over = portion.error !== undefined && endsTheRead(portion.error, portion)
    // What fails at once, such as a missing permission, is no table with holes.
    if (over && !begun && portion.checks.length === 0) {
      await Promise.all(running)
      throw portion.error
    }
    begun = true
    yield portion
  }
  for (const portion of await Promise.all(running)) yield portion
  for (const left of asked.slice(next)) yield { checks: [], missing: [left] }
}

/**
 * One portion. Where DingTalk refuses it because of somebody in it, the others are asked for without them: no code for an
 * unknown userid is documented, and one wrong person must not cost the table of 50.
 */
async function readPortion(input: Reading, asked: Missing): Promise<Portion> {
  const { client, kind } = input
  const { days, people } = asked
  try {
    return { checks: await readAttendance(client, kind, days, people), missing: [] }
  } catch (error) {
    if (!(error instanceof DingTalkError)) throw error
    if (!isAboutOne(error) || people.length === 1) return { checks: [], missing: [asked], error }
    const middle = people.length >> 1
    const halves = [people.slice(0, middle), people.slice(middle)]
    const parts: Portion[] = []
    for (const half of halves) parts.push(await readPortion(input, { days, people: half }))
    return {
      checks: parts.flatMap(({ checks }) => checks),
      missing: parts.flatMap(({ missing }) => missing),
      error: parts.find((part) => part.error !== undefined && !isAboutOne(part.error))?.error ?? error,
    }
  }
}

function isAboutOne(error: Error): boolean {
  return error instanceof DingTalkError && (error.action === 'item' || error.action === 'absent')
}

/** Whether the next call would fare no better: what is not about one person, or is about every one of a portion. */
function endsTheRead(error: Error, { checks, missing }: Portion): boolean {
  return !isAboutOne(error) || (checks.length === 0 && missing.length > 1)
}
