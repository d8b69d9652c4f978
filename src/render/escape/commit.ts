import { forTerminal } from './terminal.ts'

/** Marks with a meaning in the message of a commit, each with a twin in full width that has none. */
const marks = /[#*@[\]]/g

/**
 * One line of the message of a commit, for `git log` and for the places that read messages for orders: `@name` tells
 * somebody, `closes #1` closes an issue, `[skip ci]` and `***NO_CI***` keep workflows from running.
 */
export function forCommit(text: string): string {
  return forTerminal(text)
    .replace(marks, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .replaceAll('://', ':／／')
    .replace(/\bGH-/gi, (found) => `${found.slice(0, 2)}－`)
}
