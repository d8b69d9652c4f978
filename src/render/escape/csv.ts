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

/** What a spreadsheet takes for a number, a day or a time, and shows as another text: `007`, twelve digits, `1E5`, `3-4`. */
const changed = /^(?:0\d|\d{12}|\d+[eE./:-]\d)/

/**
 * The cell of a userid, a job number or another name made of digits. A tab behind it, which nobody sees, keeps a
 * spreadsheet from taking it for a number and losing some of its digits.
 */
export function forCsvCode(text: string): string {
  const cell = forCsv(text)
  return changed.test(cell.slice(1)) ? `${cell.slice(0, -1)}\t"` : cell
}

/** The text that a cell written by `forCsv` or `forCsvCode` stands for, once its quotes are taken off. */
export function csvText(cell: string): string {
  const text = cell.replace(/\t$/, '')
  return text.startsWith("'") && computed.test(text.slice(1)) ? text.slice(1) : text
}
