import { refuse } from './errors.ts'
import type { State } from './state.ts'

/** Refuses texts that hold a word which does not pass DingTalk's moderation. */
export function checkWording(state: State, texts: readonly (string | undefined)[]): void {
  if (state.moderatedWords.some((word) => texts.some((text) => text?.includes(word)))) refuse(60022)
}
