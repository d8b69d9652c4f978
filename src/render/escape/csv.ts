import { halves, unseen } from './unseen.ts'

/** What a spreadsheet computes when a cell begins with it (also behind spaces, and in full width), and our own prefix. */
const computed = /^[\s']*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/

/**
 * One cell of a CSV file, in quotes. A cell that a spreadsheet would compute gets a leading apostrophe, because quotes do
 * not keep it from being computed; `csvText` takes the apostrophe off again. Line breaks stay, as `\n`. For tables that
 * people export and give back.
 */
export function forCsv(text: string): string {
  const cell = text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(unseen, (found) => (found === '\n' ? found : ''))
    .replace(halves, '\uFFFD')
  return `"${(computed.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
}

/** The text that a cell written by `forCsv` stands for, once its quotes are taken off. */
export function csvText(cell: string): string {
  return cell.startsWith("'") && computed.test(cell.slice(1)) ? cell.slice(1) : cell
}
