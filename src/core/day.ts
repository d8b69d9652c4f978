/** The day of a moment (Unix ms) as `YYYY-MM-DD` in China, which has one time zone, UTC+8. */
export function dayInChina(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}
