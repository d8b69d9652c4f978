/** What may stay in finished output: our own colours (SGR) and line breaks. */
const unwanted = /\u001B\[[\d;]{0,20}m|[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu
const colour = /^\u001B\[[\d;]{0,20}m$/

/**
 * Finished output once more before it leaves: texts were made fit where lines were made, and what did not pass there
 * (an argument of the command line, the words of a library) loses its controls here. Colours and line breaks stay.
 */
export function forOutput(text: string): string {
  return text.replace(unwanted, (found) => (found === '\n' || colour.test(found) ? found : ''))
}

/** Characters that the runner's comparisons pass over, or that it trims at the start of a line; empty lines begin anew. */
const passedOver = '(?![\\n\\r\\u2028\\u2029])[\\s\\p{Cc}\\p{Cf}\\p{M}]'
const opening = new RegExp(`^((?:\u001B\\[[\\d;]{0,20}m|${passedOver})*:)(?=[\\p{Cc}\\p{Cf}\\p{M}]*:)`, 'gmu')
const hashes = /#(?=[\p{Cc}\p{Cf}\p{M}]*#)/gu

/**
 * Output as a log of GitHub Actions prints it and does not obey it. The runner reads orders from whatever a step prints:
 * `::name` at the start of a line, behind spaces, and the older `##[name]` anywhere in one (actions/runner,
 * ActionCommand.cs). Its comparisons follow a culture and pass over characters without width, so the marks are broken by
 * a plain space.
 */
export function forActionLog(text: string): string {
  return text.replace(opening, '$1 ').replace(hashes, '# ')
}
