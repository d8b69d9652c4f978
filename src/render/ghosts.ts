import { clockInChina } from '../core/day.ts'
import type { GhostReport } from '../core/ghosts.ts'
import { attendanceMoment, BOM, csvLine } from './attendance.ts'
import { forCsv, forCsvCode, forJson, forTerminal } from './escape.ts'
import { ghostWords } from './words/ghosts.ts'
import type { Language } from './words.ts'

/** The report as a CSV file for Excel, what was not found out in lines of its own. */
export function ghostsCsv({ ghosts, unknown }: GhostReport, language: Language): string {
  const words = ghostWords(language)
  const [finding, name, ...columns] = words.columns
  const time = (at: number | undefined) => (at === undefined ? '' : clockInChina(at))
  const cells = (texts: readonly string[]) => texts.map((text) => forCsv(forTerminal(text)))
  const rows = ghosts.map((ghost) => {
    const { path = '', by, left, clockIns, last } = ghost
    const known = [path, by === undefined ? '' : words.goneBy[by], time(left), String(clockIns ?? ''), time(last)]
    return [...cells([words.findings[ghost.finding], ghost.name]), forCsvCode(ghost.userid), ...cells(known)]
  })
  const holes = unknown.map(({ what }) => cells([words.unknown[what], '', '', ...columns.map(() => '')]))
  return `${BOM}${[cells([finding, name, 'userid', ...columns]), ...rows, ...holes].map(csvLine).join('')}`
}

/** The report as one document, `rollbook.ghosts/1`. `tell` words an error. */
export function ghostsJson(report: GhostReport, tell: (error: Error) => string): string {
  const { corp, days, people, leavers, ghosts, unknown } = report
  const time = (name: string, at: number | undefined) => (at === undefined ? {} : { [name]: attendanceMoment(at) })
  const listed = ghosts.map(({ path: _, left, last, ...rest }) => ({
    ...rest,
    ...time('left', left),
    ...time('last', last),
  }))
  const holes = unknown.map(({ what, error }) => ({ what, message: tell(error) }))
  const complete = unknown.length === 0
  const format = 'rollbook.ghosts/1'
  return `${forJson({ format, corp, ...days, people, leavers, ghosts: listed, unknown: holes, complete })}\n`
}
