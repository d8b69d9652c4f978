/**
 * Loaded into the real program with `node --import`: whoever sleeps wakes at once, and the clocks say that the time has
 * passed. Patience with a DingTalk that answers nothing usable then takes no real minutes.
 */
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

let ahead = 0
const { setTimeout: sleep } = timers
timers.setTimeout = (milliseconds = 0, value, options) => {
  ahead += milliseconds
  return sleep(0, value, options)
}
const [date, monotonic] = [Date.now.bind(Date), performance.now.bind(performance)]
Date.now = () => Math.round(date() + ahead)
performance.now = () => monotonic() + ahead
syncBuiltinESMExports()
