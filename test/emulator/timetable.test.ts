import { expect, test } from 'vitest'
import { Timetable } from '../../src/emulator/events/timetable.ts'

test('by a clock that a test holds, nothing happens before it says so, and then the earliest first', () => {
  let now = 1000
  const done: string[] = []
  const timetable = new Timetable(() => now, false)
  timetable.after(20, () => done.push('second'))
  timetable.after(10, () => done.push('first'))
  const cancel = timetable.after(15, () => done.push('cancelled'))
  timetable.after(21, () => done.push('not yet'))
  timetable.run()
  expect(done).toEqual([])
  cancel()
  now = 1020
  timetable.run()
  timetable.run()
  expect(done).toEqual(['first', 'second'])
})

test('what one entry cancels is not done, although it was due as well', () => {
  let now = 0
  const done: string[] = []
  const timetable = new Timetable(() => now, false)
  const cancel: (() => void)[] = []
  timetable.after(1, () => {
    done.push('acknowledged')
    cancel[0]?.()
  })
  cancel.push(timetable.after(2, () => done.push('unanswered')))
  now = 5
  timetable.run()
  expect(done).toEqual(['acknowledged'])
})

test('by the real clock a timer does it, once', async () => {
  const timetable = new Timetable(Date.now, true)
  let times = 0
  await new Promise<void>((resolve) => {
    timetable.after(1, () => {
      times++
      resolve()
    })
  })
  timetable.run()
  expect(times).toBe(1)
})

test('what is stopped forgets everything', () => {
  let now = 0
  const done: string[] = []
  const timetable = new Timetable(() => now, false)
  timetable.after(1, () => done.push('late'))
  timetable.stop()
  now = 5
  timetable.run()
  expect(done).toEqual([])
})
