import type { AttendanceKind, Check, Days, Missing } from '../core/attendance.ts'
import { clockInChina } from '../core/day.ts'
import { forCsv, forCsvCode, forJson, forTerminal } from './escape.ts'
import { attendanceWords } from './words/attendance.ts'
import type { Language } from './words.ts'

/** A table that is written while it is read: texts for its beginning, for some rows, and for its end. */
export interface AttendanceTable {
  begin(): string
  rows(checks: readonly Check[]): string
  /** What could not be read stands in the table itself, so that nobody takes it for whole. */
  end(missing: readonly Missing[]): string
}

/** What a table is about. */
export interface AttendanceAbout {
  readonly corp: string | null
  readonly kind: AttendanceKind
  readonly days: Days
  readonly departments: readonly string[]
  readonly people: number
}

/** What a spreadsheet knows UTF-8 by. */
export const BOM = '\uFEFF'

/** CSV as Excel reads it: UTF-8 with its mark, CRLF, every cell in quotes. DingTalk's own codes stand in the last columns. */
export function attendanceCsv(kind: AttendanceKind, language: Language): AttendanceTable {
  const words = attendanceWords(language)
  const { columns } = words
  const codes = ['checkType', 'timeResult', 'locationResult', 'sourceType']
  if (kind === 'records') codes.push('isLegal', 'invalidRecordType')
  const person = ({ jobNumber, name, userid, path }: Check['person']) => [
    forCsvCode(jobNumber),
    forCsv(forTerminal(name)),
    forCsvCode(userid),
    forCsv(forTerminal(path)),
  ]
  const plain = (texts: readonly string[]) => texts.map(forCsv)
  return {
    begin: () => {
      const { jobNumber, name, department, day, check, planned, clocked, result, place, by, approved } = columns
      const titles = [jobNumber, name, 'userid', department, day, check, planned, clocked, result, place, by, approved]
      return `${BOM}${csvLine(plain([...titles, ...codes]))}`
    },
    rows: (checks) =>
      checks
        .map((one) => {
          const { check = '', timeResult = '', locationResult = '', source = '', legal = '', invalid = '' } = one
          const raw = [check, timeResult, locationResult, source, ...(kind === 'records' ? [legal, invalid] : [])]
          const told = [
            one.day,
            said(words.checks, check),
            time(one.planned),
            time(one.clocked),
            said(words.results, timeResult),
            said(words.places, locationResult),
            said(words.sources, source),
            one.approved ? words.approved : '',
          ]
          return csvLine([...person(one.person), ...plain(told), ...plain(raw.map(forTerminal))])
        })
        .join(''),
    end: (missing) =>
      missing
        .flatMap(({ days, people }) =>
          people.map((one) => {
            const when = days.from === days.to ? days.from : `${days.from} – ${days.to}`
            const rest = [when, '', '', '', words.notRead, '', '', '', ...codes.map(() => '')]
            return csvLine([...person(one), ...plain(rest)])
          }),
        )
        .join(''),
  }
}

/** Escaped cells as one line. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

function said(words: { readonly [code: string]: string }, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? forTerminal(code)
}

function time(moment: number | undefined): string {
  return moment === undefined ? '' : clockInChina(moment)
}

/** One document `rollbook.attendance/1`, a row on a line. Times carry China's offset. */
export function attendanceJson({ corp, kind, days, departments, people }: AttendanceAbout): AttendanceTable {
  let count = 0
  const row = (value: unknown) => `${count++ === 0 ? '' : ','}\n    ${onOneLine(value)}`
  return {
    begin() {
      const head = { format: 'rollbook.attendance/1', corp, kind, ...days, departments, people }
      return `${forJson(head).replace(/\n\}$/, '')},\n  "rows": [`
    },
    rows: (checks) =>
      checks
        .map(({ person, planned, clocked, ...rest }) => {
          const { userid, name, jobNumber, department } = person
          const who = { userid, name, ...(jobNumber !== '' && { jobNumber }), department }
          const times = {
            ...(planned !== undefined && { planned: attendanceMoment(planned) }),
            ...(clocked !== undefined && { clocked: attendanceMoment(clocked) }),
          }
          return row({ ...who, ...rest, ...times })
        })
        .join(''),
    end(missing) {
      const left = missing.map((one) => ({ ...one.days, people: one.people.map(({ userid }) => userid) }))
      const lines = left.map((one, at) => `${at === 0 ? '' : ','}\n    ${onOneLine(one)}`)
      const close = (filled: boolean) => (filled ? '\n  ]' : ']')
      return `${close(count > 0)},\n  "missing": [${lines.join('')}${close(left.length > 0)},\n  "complete": ${left.length === 0}\n}\n`
    },
  }
}

/** A value of plain fields and lists; strings of JSON hold no line breaks. */
function onOneLine(value: unknown): string {
  return forJson(value).replace(/\n */g, ' ')
}

/** A moment as it stands in JSON, with China's offset. */
export function attendanceMoment(time: number): string {
  return `${clockInChina(time).replace(' ', 'T')}+08:00`
}
