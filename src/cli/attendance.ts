import {
  type Attendance,
  type AttendanceInput,
  attendance,
  OtherCompany,
  type Portion,
} from '../commands/attendance.ts'
import {
  type AttendanceKind,
  type Days,
  estimatedCalls,
  KEPT_DAYS,
  type Missing,
  NoSuchDepartment,
} from '../core/attendance.ts'
import { dayAfter, dayInChina, isDay } from '../core/day.ts'
import { attendanceCsv, attendanceJson } from '../render/attendance.ts'
import { renderError } from '../render/error.ts'
import { attendanceDoorWords } from './attendance-words.ts'
import { EXIT, UsageError } from './exit.ts'
import { lines } from './lines.ts'
import { connect, interruptible, progressOf, type Session } from './session.ts'

/** So many people, or holes, are named on stderr; the table has them all. */
const NAMED = 5
/** Days that are looked at for ghosts, where none are named. */
const LATELY = 30

/** `rollbook attendance`: who clocked in when, or with `--ghosts` who is there and should not be. */
export async function attendanceDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const words = attendanceDoorWords(session.language)
  const asked = options as {
    from?: string
    to?: string
    department?: readonly string[]
    kind: AttendanceKind
    ghosts?: boolean
  }
  const { department: departments = [], kind } = asked
  const days = daysOf(session, asked.ghosts ? lately(asked) : asked)
  try {
    if (asked.ghosts) return await (await import('./ghosts.ts')).ghostsDoor(session, days, departments)
    return await tableDoor(session, { days, kind, departments })
  } catch (error) {
    if (error instanceof NoSuchDepartment) throw new UsageError(words.noDepartment(error.department, error.meant))
    if (!(error instanceof OtherCompany)) throw error
    session.complain(lines(words.otherCompany(error.corp)))
    return EXIT.refused
  }
}

/** The table, written while it is read. */
async function tableDoor(
  session: Session,
  asked: Pick<AttendanceInput, 'days' | 'kind' | 'departments'>,
): Promise<number> {
  const words = attendanceDoorWords(session.language)
  const { days, kind, departments } = asked
  const interruption = interruptible(session, words.stopping)
  const { client, credential } = await connect(session)
  try {
    const { directory, lang } = session.options
    const input = { directory, client, credential, ...asked, stopped: interruption.stopped }
    const reading = await attendance({ ...input, ...(lang !== undefined && { language: lang }) })
    const { people, corp } = reading
    const calls = estimatedCalls(kind, days, people.length)
    session.note(lines(people.length === 0 ? words.nobody : words.asking({ people: people.length, calls })))
    const about = { corp, kind, days, departments, people: people.length }
    const table = session.options.format === 'json' ? attendanceJson(about) : attendanceCsv(kind, session.language)
    const read = await write(session, reading, table)
    report(session, reading, read)
    return interruption.code() ?? (read.missing.length > 0 ? EXIT.incomplete : EXIT.done)
  } finally {
    interruption.release()
    await client.close()
  }
}

/** The last 30 days, as far as none are given. */
function lately({ from, to = dayInChina(Date.now()) }: Asked): Asked {
  return { from: from ?? (isDay(to) ? dayAfter(to, -LATELY) : to), to }
}

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The days that were asked for: in the calendar, in order, over by now, and not so old that DingTalk has forgotten them. */
function daysOf({ language }: Session, { from, to }: Asked): Days {
  const words = attendanceDoorWords(language)
  if (from === undefined || to === undefined) throw new UsageError(words.noDays)
  if (!isDay(from)) throw new UsageError(words.notDay('--from', from))
  if (!isDay(to)) throw new UsageError(words.notDay('--to', to))
  if (from > to) throw new UsageError(words.backwards(from, to))
  const today = dayInChina(Date.now())
  const earliest = dayAfter(today, -KEPT_DAYS)
  if (to > today) throw new UsageError(words.notYet(to, today))
  if (from < earliest) throw new UsageError(words.tooOld(from, earliest))
  return { from, to }
}

interface Read {
  readonly rows: number
  readonly seen: ReadonlySet<string>
  readonly missing: readonly Missing[]
  readonly error: Error | undefined
}

/** The table on stdout, portion by portion; what was written is not kept. */
async function write(session: Session, reading: Attendance, table: ReturnType<typeof attendanceCsv>): Promise<Read> {
  const progress = await progressOf(session)
  const label = attendanceDoorWords(session.language).reading
  const seen = new Set<string>()
  const missing: Missing[] = []
  let [rows, done] = [0, 0]
  let error: Error | undefined
  // Until something was read nothing is printed: what fails at once is an error and no table.
  let begin = table.begin()
  const take = async (portion: Portion) => {
    for (const { person } of portion.checks) seen.add(person.userid)
    missing.push(...portion.missing)
    rows += portion.checks.length
    error ??= portion.error
    await session.stream(begin + table.rows(portion.checks))
    begin = ''
  }
  try {
    for await (const portion of reading.portions) {
      await take(portion)
      done += 1
      progress.update({ label, done, total: reading.total })
    }
  } finally {
    progress.end()
  }
  await session.stream(begin + table.end(missing))
  return { rows, seen, missing, error }
}

/** How whole it is, on stderr. */
function report(session: Session, { people }: Attendance, { rows, seen, missing, error }: Read): void {
  const words = attendanceDoorWords(session.language)
  session.note(lines(words.done(rows)))
  const lost = new Set(missing.flatMap((one) => one.people.map(({ userid }) => userid)))
  const without = people.filter(({ userid }) => !seen.has(userid) && !lost.has(userid))
  const names = without.slice(0, NAMED).map(({ name }) => name)
  if (without.length > 0) session.note(lines(words.without(without.length, names)))
  if (missing.length === 0) return
  const holes = missing.slice(0, NAMED).map(({ days, people }) => {
    const some = people.slice(0, NAMED).map(({ name }) => name)
    const others = people.length > NAMED ? [words.others(people.length)] : []
    return `  ${words.missing([...some, ...others], days.from, days.to)}`
  })
  const more = missing.length > NAMED ? [`  ${words.more(missing.length - NAMED)}`] : []
  session.complain(lines(words.incomplete(lost.size), ...holes, ...more))
  if (error !== undefined)
    session.complain(renderError(error, { language: session.language, verbose: false, color: session.color }))
}
