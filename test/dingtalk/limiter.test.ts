import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Limiter } from '../../src/dingtalk/limiter.ts'
import { virtualClock } from './peer.ts'

/** When each of `count` calls, asked for at once, may be sent. */
async function times(limiter: Limiter, clock: { now(): number }, api: string, count: number): Promise<number[]> {
  return await Promise.all(Array.from({ length: count }, () => limiter.take(api).then(() => clock.now())))
}

/** The most calls that fall into any window of one second. */
const busiest = (sent: readonly number[]) =>
  Math.max(...sent.map((start) => sent.filter((time) => time >= start && time < start + 1000).length))

test('no second holds more calls of one API than the rate, even with jitter on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.infiniteStream(fc.nat(50)), async (rate, jitter) => {
      const clock = virtualClock()
      const sent = await times(new Limiter(rate, clock), clock, 'getUser', rate * 3)
      expect(busiest(sent)).toBeLessThanOrEqual(rate)
      // What arrives up to 5 % of a second later than others still fits.
      const late = sent.map((time) => time + (jitter.next().value % Math.max(1, Math.floor(50 / rate))))
      expect(busiest(late)).toBeLessThanOrEqual(rate)
    }),
    { numRuns: 40 },
  )
})

test('the rate is used, not wasted', async () => {
  const clock = virtualClock()
  const sent = await times(new Limiter(15, clock), clock, 'getUser', 30)
  expect(Math.max(...sent) - Math.min(...sent)).toBeLessThan(2200)
})

test('APIs do not wait for each other until all together reach 200 a second', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  const sent = await Promise.all(Array.from({ length: 30 }, (_, n) => times(limiter, clock, `api${n}`, 15)))
  expect(busiest(sent.flat())).toBeLessThanOrEqual(200)
  expect(busiest(sent.flat())).toBeGreaterThan(180)
  for (const each of sent) expect(busiest(each)).toBeLessThanOrEqual(15)
})

test('a throttled API pauses, with those already waiting, goes slower, and recovers', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(10, clock)
  await limiter.take('getUser')
  const waiting = times(limiter, clock, 'getUser', 20)
  const before = clock.now()
  limiter.throttled('getUser', 60_000, false)
  limiter.throttled('getUser', 60_000, false)
  await limiter.take('getDepartment')
  expect(clock.now() - before).toBeLessThan(1000)
  const sent = await waiting
  expect(Math.min(...sent)).toBeGreaterThanOrEqual(before + 60_000)
  expect(busiest(sent)).toBeLessThanOrEqual(7)
  expect(busiest(sent)).toBeGreaterThan(5)
  for (let n = 0; n < 100; n++) limiter.succeeded('getUser')
  expect(busiest(await times(limiter, clock, 'getUser', 20))).toBeGreaterThan(8)
})

test('however often it is throttled, an API keeps one call a second', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  for (let n = 0; n < 50; n++) {
    limiter.throttled('getUser', 1000, false)
    await limiter.take('getUser')
  }
  const start = clock.now()
  await limiter.take('getUser')
  expect(clock.now() - start).toBeLessThanOrEqual(1100)
})

test('a code that names all APIs stops all of them', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  const before = clock.now()
  limiter.throttled('getUser', 1000, true)
  await limiter.take('getDepartment')
  expect(clock.now() - before).toBeGreaterThanOrEqual(1000)
})
