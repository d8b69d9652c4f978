import { halves, unseen } from './unseen.ts'

/**
 * What could mean something else in a pattern of CODEOWNERS: wildcards, ranges, and `#`, which GitHub says cannot be
 * escaped and which may begin a comment anywhere in a line.
 */
const SPECIAL = /[#*?[\]\\]/g
/** Spaces that may end a pattern and have no escape. Some count in bytes what `?` stands for, and these have several. */
const SPACES = /(?! )[\s\p{Z}]/gu

/**
 * A path as a pattern of CODEOWNERS, one line whatever it holds. What cannot be written as itself becomes `?`, which is
 * any one character, or `*`: the pattern matches the path, and perhaps one beside it that differs there alone.
 */
export function forCodeowners(path: string): string {
  return path
    .replace(SPECIAL, '?')
    .replace(SPACES, '*')
    .replace(unseen, '*')
    .replace(halves, '*')
    .replaceAll(' ', '\\ ')
}
