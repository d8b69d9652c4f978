import { dayAfter } from './day.ts'
import type { Desired } from './desired.ts'
import type { Lockfile } from './lockfile.ts'
import type { Directory, Model } from './model.ts'
import { departmentPath } from './names.ts'
import { nearestDepartment } from './suggest.ts'
import { members } from './value.ts'

/** What is asked for: every planned check and what became of it, or every time that somebody clocked in. */
export const attendanceKinds = ['results', 'records'] as const
export type AttendanceKind = (typeof attendanceKinds)[number]

/** Days of China's calendar, `YYYY-MM-DD`, both ends counted in. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** Somebody of the files whose attendance is asked for. */
export interface Clocker {
  readonly userid: string
  /** What DingTalk calls them: the userid, but for somebody who was invited and given another one. */
  readonly id: string
  readonly name: string
  readonly jobNumber: string
  /** Key of the main department, and its names from the top, `研发部 / 后端组`; empty for the company itself. */
  readonly department: string
  readonly path: string
}

/** A planned check, or a time that somebody clocked in. Codes are DingTalk's, and new ones may come; times are Unix ms. */
export interface Check {
  readonly person: Clocker
  /** The work day, `YYYY-MM-DD`. */
  readonly day: string
  readonly check?: string
  readonly planned?: number
  /** When the person clocked in; left out where nobody did. */
  readonly clocked?: number
  readonly timeResult?: string
  readonly locationResult?: string
  readonly source?: string
  /** An approval, such as a leave, stands behind it. */
  readonly approved?: true
  /** Of a clock-in: DingTalk's `isLegal` (`N`: not in time, or not in place), and why it does not count at all. */
  readonly legal?: string
  readonly invalid?: string
}

/** What could not be read: everything of these people on these days. */
export interface Missing {
  readonly days: Days
  readonly people: readonly Clocker[]
}

/** The most days and people that DingTalk takes in one call (contract, `listAttendanceResults`). */
export const MOST_DAYS = 7
export const MOST_PEOPLE = 50
const PAGE = 50
/** How many days DingTalk keeps attendance for: "180 days" of clock-ins, "half a year" of results. */
export const KEPT_DAYS = 180

/** The days in windows that DingTalk takes, each day in exactly one of them. */
export function windowsOf({ from, to }: Days): Days[] {
  const windows: Days[] = []
  for (let start = from; start <= to; start = dayAfter(start, MOST_DAYS)) {
    const end = dayAfter(start, MOST_DAYS - 1)
    windows.push({ from: start, to: end < to ? end : to })
  }
  return windows
}

/** People in portions that DingTalk takes, each in exactly one of them. */
export function batchesOf<T>(people: readonly T[]): T[][] {
  const count = Math.ceil(people.length / MOST_PEOPLE)
  return Array.from({ length: count }, (_, at) => people.slice(at * MOST_PEOPLE, (at + 1) * MOST_PEOPLE))
}

/** About how many calls it takes: a clock-in list is one call, results come in pages of 50, of two checks a working day. */
export function estimatedCalls(kind: AttendanceKind, days: Days, people: number): number {
  const portion = (window: Days, count: number) => {
    const length = (Date.parse(window.to) - Date.parse(window.from)) / 86_400_000 + 1
    return kind === 'records' ? 1 : Math.max(1, Math.ceil((count * Math.min(length, 5) * 2) / PAGE))
  }
  const batches = batchesOf(Array.from({ length: people }))
  return windowsOf(days).reduce(
    (sum, window) => sum + batches.reduce((of, batch) => of + portion(window, batch.length), 0),
    0,
  )
}

/** A department was asked for that the files do not have; `meant` is the one that probably was. */
export class NoSuchDepartment extends Error {
  override name = 'NoSuchDepartment'
  readonly department: string
  readonly meant: string | undefined

  constructor(department: string, meant: string | undefined) {
    super(`no department ${department}`)
    this.department = department
    this.meant = meant
  }
}

/**
 * Whose attendance is asked for, department by department: everybody, or whoever is in one of these departments or
 * anywhere below, as a main department or a further one.
 *
 * @throws NoSuchDepartment
 */
export function clockersOf(desired: Pick<Desired, 'directory'>, lock: Lockfile, asked: readonly string[]): Clocker[] {
  const { directory } = desired
  const departments = directory['department'] ?? {}
  const wanted = asked.map((name) => departmentNamed(directory, name))
  const inside = insideOf(departments, wanted)
  const found: Clocker[] = []
  for (const [userid, person] of Object.entries(directory['user'] ?? {})) {
    const main = textOf(person['main'])
    if (wanted.length > 0 && ![main, ...members(person['dept_id_list'])].some(inside)) continue
    found.push({
      userid,
      id: lock.resources['user']?.[userid]?.id ?? userid,
      name: textOf(person['name']),
      jobNumber: textOf(person['job_number']),
      department: main,
      path: main === '/' ? '' : departmentPath(main, departments),
    })
  }
  return found.sort((a, b) => compare(a.path, b.path) || compare(a.userid, b.userid))
}

/** The key of a department that somebody typed: its key, or its names from the top. */
function departmentNamed(directory: Directory, name: string): string {
  const departments = directory['department'] ?? {}
  const typed = name.normalize('NFC').replace(/(?<=[^/])\/$/, '')
  if (Object.hasOwn(departments, typed)) return typed
  const plain = typed
    .split('/')
    .map((part) => part.trim())
    .join(' / ')
  const byNames = Object.keys(departments).find((key) => key !== '/' && departmentPath(key, departments) === plain)
  if (byNames !== undefined) return byNames
  throw new NoSuchDepartment(name, nearestDepartment(typed, departments))
}

/** Whether a department is one of these or below one. */
function insideOf(departments: { readonly [key: string]: Model }, wanted: readonly string[]) {
  const known = new Map<string, boolean>(wanted.map((key) => [key, true]))
  const inside = (key: string): boolean => {
    const before = known.get(key)
    if (before !== undefined) return before
    // The files were checked: no department is below itself. This ends the search all the same.
    known.set(key, false)
    const parent = departments[key]?.['parent_id']
    const answer = typeof parent === 'string' && inside(parent)
    known.set(key, answer)
    return answer
  }
  return inside
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
