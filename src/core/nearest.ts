import { distance } from 'fastest-levenshtein'

/** Nobody mistypes longer words by a slip, and comparing them takes as long as both lengths multiplied. */
const LONGEST = 200

/** The known word that was probably meant; undefined where none is close enough to be worth suggesting. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined
  const wanted = word.toLowerCase()
  const letters = lettersOf(wanted)
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const lower = candidate.toLowerCase()
    // Two letters in the wrong order are one slip of the fingers, though two edits.
    const swapped = lower.length === wanted.length && bestDistance > 1 && lettersOf(lower) === letters
    const apart = Math.min(distance(lower, wanted), swapped ? 1 : Number.POSITIVE_INFINITY)
    // Words with nothing in common are not near, however short they are.
    if (apart >= bestDistance || apart >= Math.max(candidate.length, word.length)) continue
    best = candidate
    bestDistance = lower === wanted ? 0 : apart
  }
  return best
}

function lettersOf(word: string): string {
  return [...word].sort().join('')
}
