import { distance } from 'fastest-levenshtein'

/** The known word that was probably meant; undefined where none is close enough to be worth suggesting. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    // A word of one or two characters is near to everything: only another case or spelling of it counts.
    const apart = candidate.toLowerCase() === word.toLowerCase() ? 0 : distance(candidate, word)
    if (apart >= bestDistance || apart >= Math.max(candidate.length, word.length)) continue
    best = candidate
    bestDistance = apart
  }
  return best
}
