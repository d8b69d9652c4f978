import { maskText } from '../core/mask-text.ts'
import { forTerminal } from '../render/escape.ts'

/** Texts as lines of a terminal: nothing in them steers it, and no mobile or mail that somebody typed is in clear. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${forTerminal(maskText(text))}\n`).join('')
}
