import { dayAfter, dayInChina } from '../../src/core/day.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { type Workplace, workplace } from './workplace.ts'

/** A generated company with attendance, imported into its folder. */
export async function clockingCompany(people: number): Promise<Workplace> {
  const place = await workplace({}, { seed: people })
  const { code, stderr } = await place.run(['import'])
  if (code !== 0) throw new Error(`the company could not be imported: ${stderr}`)
  return place
}

/** Whoever was made by a test has activated DingTalk, and been there for long. */
export function employ({ state }: Emulator): void {
  const { records } = state
  for (const user of records.users.values())
    records.putUser({ ...user, active: true, create_time: '2021-01-01T00:00:00.000Z' })
}

/** A day so many days before today in China: DingTalk forgets, so no test can name one. */
export function daysAgo(days: number): string {
  return dayAfter(dayInChina(Date.now()), -days)
}

/** The rows of a CSV file, by a reader of RFC 4180 that knows nothing of who wrote it; every line has to end in CRLF. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"') quoted = !quoted
    else if (quoted) cell += letter
    else if (letter === ',') {
      row.push(cell)
      cell = ''
    } else if (letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at++
    } else if (letter === '\r' || letter === '\n') throw new Error('a line does not end in CRLF')
    else cell += letter
  }
  if (quoted || row.length > 0 || cell !== '') throw new Error('the last line does not end')
  return rows
}
