import { forTerminal } from './terminal.ts'

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
      const breaks = '@#$'.includes(mark) || (mark === ':' && breaksColon(whole, at))
      return `&#${mark.charCodeAt(0)};${breaks ? breaker : ''}`
    })
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => `${digits}&#${mark.charCodeAt(0)};`)
    .replace(/www(?=\.)/gi, `$&${breaker}`)
    .replace(/\bGH(?=&#45;)/gi, `$&${breaker}`)
}

/** Whether a colon could begin an address or the name of an e-moji: those have no space and no more than 100 letters. */
function breaksColon(whole: string, at: number): boolean {
  return /^(?:\/\/|[\w+-]{1,100}:)/.test(whole.slice(at + 1, at + 103))
}
