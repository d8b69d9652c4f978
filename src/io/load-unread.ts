/** Most characters of texts that could not be understood among which names are looked for. */
const MOST = 4 * 1024 * 1024
const WORD = /[\p{L}\p{M}\p{N}_]+/gu

/**
 * Whether a name may stand in texts that could not be understood: each word of it stands somewhere in them. Looking for
 * the whole name in every text would take their size for every name that is asked for; the words are collected once. In
 * more text than is worth that, anything may stand.
 */
export function mentioned(texts: readonly string[]): (name: string) => boolean {
  if (texts.reduce((sum, text) => sum + text.length, 0) > MOST) return () => true
  let words: Set<string> | undefined
  return (name) => {
    if (texts.length === 0) return false
    words ??= new Set(texts.flatMap((text) => text.match(WORD) ?? []))
    return (name.match(WORD) ?? []).every((word) => words?.has(word))
  }
}
