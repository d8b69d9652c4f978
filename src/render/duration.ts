import type { Words } from './words.ts'

/** A time as people say it: 40 seconds, 3 minutes, 2 hours; never less than a second. */
export function duration(seconds: number, words: Words): string {
  if (seconds < 90) return words.time.seconds(Math.max(1, Math.round(seconds)))
  if (seconds < 90 * 60) return words.time.minutes(Math.round(seconds / 60))
  return words.time.hours(Math.round(seconds / 3600))
}
