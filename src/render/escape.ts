import { stripVTControlCharacters } from 'node:util'

/**
 * Names come from whoever may edit a profile, and are printed where they could do harm: a terminal obeys escape
 * sequences, a right-to-left mark turns a sentence around, and GitHub turns `@all` into a message to everybody.
 * Whatever is printed goes through one of these functions, whole lines at a time, sentence and names alike.
 */

/** Characters that break or end a line: they become a space, so that one line stays one line. */
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/** Controls, direction marks, and marks that show nothing and only make two names look the same. */
const unseen =
  /[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Text that a terminal only prints: one line, no control, escape or direction characters. */
export function forTerminal(text: string): string {
  return stripVTControlCharacters(text)
    .replace(lineBreaks, ' ')
    .replace(unseen, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

/** ASCII punctuation that means something in Markdown or HTML somewhere; what is left out means nothing anywhere. */
const marks = /[!-&*+:<-@[-`{-~-]/g

/** A character without width, for what GitHub reads in the finished page, after entities are resolved. */
const breaker = '&#8203;'

/**
 * Text that Markdown only prints: every mark is an entity; mentions, issue numbers, e-moji names, formulas and addresses
 * are broken by a character without width; and no start of a line reads as a list or a heading.
 */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .trim()
    .replace(marks, (mark, at: number, whole: string) => {
      const breaks = '@#$'.includes(mark) || (mark === ':' && /^(\/\/|[\w+-]+:)/.test(whole.slice(at + 1)))
      return `&#${mark.charCodeAt(0)};${breaks ? breaker : ''}`
    })
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => `${digits}&#${mark.charCodeAt(0)};`)
    .replace(/www(?=\.)/gi, `$&${breaker}`)
    .replace(/\bGH(?=&#45;)/gi, `$&${breaker}`)
}
