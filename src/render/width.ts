/** Characters that take two columns of a terminal: Chinese, Japanese, Korean, their full-width forms, and pictures. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
/** Characters that take none: marks that sit on the one before. */
const none = /\p{M}|\p{Cf}/u

/** How many columns of a terminal a text takes, which is not its length. */
export function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += none.test(character) ? 0 : wide.test(character) ? 2 : 1
  return sum
}

/** As much of a text as fits into so many columns, with `…` where something was cut. */
export function shorten(text: string, width: number): string {
  if (columns(text) <= width) return text
  let cut = ''
  for (const character of text) {
    if (columns(cut) + columns(character) > width - 1) break
    cut += character
  }
  return `${cut}…`
}
