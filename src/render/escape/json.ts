import { halves, unseen } from './unseen.ts'

/**
 * A value as JSON for stdout, indented, or on one line with an `indent` of 0. `JSON.stringify` leaves C1 controls, direction marks and line separators as they
 * are, which a terminal obeys; they become `\u009b`, which means the same to every parser. So does the second `#` of
 * `##[`, with which a line gives an order to a runner of GitHub Actions.
 */
export function forJson(value: unknown, indent: 0 | 2 = 2): string {
  const text = JSON.stringify(value, null, indent)
  return text
    .replace(unseen, escaped)
    .replace(halves, escaped)
    .replace(/#(?=[\p{M}\u200C\u200D]*#)/gu, escaped)
}

/** Only inside strings: outside of them JSON holds no such character but the line breaks of the indentation. */
function escaped(found: string): string {
  if (found === '\n') return found
  const units = Array.from({ length: found.length }, (_, index) => found.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
