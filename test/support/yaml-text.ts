/**
 * YAML as a person would type it, from plain values: enough for the files that tests make, and independent of the
 * parser that reads them back.
 */

const unquoted = /^[\p{L}/][\p{L}\p{N} ._'&@()/、…]*$/u
const meansSomethingElse = /^(true|false|null|yes|no|on|off|y|n)$/i

/** A text as a scalar, in quotes only where it would otherwise be read as something else. */
export function scalar(value: string): string {
  return unquoted.test(value) && !value.endsWith(' ') && !meansSomethingElse.test(value) ? value : JSON.stringify(value)
}

/** Texts on one line: `[a, b]`. */
export function inlineList(values: readonly string[]): string {
  return `[${values.map(scalar).join(', ')}]`
}

/** Entries on one line: `{State: WA, Party: Democrat}`. The values stand as given. */
export function inlineMap(entries: readonly (readonly [key: string, value: string])[]): string {
  return `{${entries.map(([key, value]) => `${scalar(key)}: ${value}`).join(', ')}}`
}

/** Lines as an item of a list: the first gets the dash, the others its indentation. */
export function listItem(lines: readonly string[], indent = ''): string {
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`).join('')
}
