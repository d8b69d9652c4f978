const DAY = 86_400_000

/** The day of a moment (Unix ms) as `YYYY-MM-DD` in China, which has one time zone, UTC+8. */
export function dayInChina(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** A moment (Unix ms) as a clock in China shows it, `YYYY-MM-DD HH:mm:ss`. */
export function clockInChina(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The day so many days later, or earlier. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
