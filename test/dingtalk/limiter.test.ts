import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Limiter } from '../../src/dingtalk/limiter.ts'
import { virtualClock } from './peer.ts'

/** When each of `count` calls, asked for at once, may be sent. */
async function times(limiter: Limiter, clock: { now(): number }, api: string, count: number): Promise<number[]> {
  return await Promise.all(
    Array.from({ length: count }, async () => {
      const turn = await limiter.take(api)
      turn.passed()
      return clock.now()
    }),
  )
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
  const [first, second] = [await limiter.take('getUser'), await limiter.take('getUser')]
  const waiting = times(limiter, clock, 'getUser', 20)
  const before = clock.now()
  first.throttled(60_000, false)
  second.throttled(60_000, false)
  ;(await limiter.take('getDepartment')).passed()
  expect(clock.now() - before).toBeLessThan(1000)
  const sent = await waiting
  expect(Math.min(...sent)).toBeGreaterThanOrEqual(before + 60_000)
  expect(busiest(sent)).toBeLessThanOrEqual(8)
  expect(busiest(sent)).toBeGreaterThan(5)
  await times(limiter, clock, 'getUser', 100)
  expect(busiest(await times(limiter, clock, 'getUser', 20))).toBeGreaterThan(8)
})

test('after trouble one call finds out whether it is over; each time that it is not, the pause doubles up to 16 s', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  ;(await limiter.take('getUser')).throttled(1000, false)
  const rest: number[] = []
  for (let n = 0; n < 30; n++)
    void limiter.take('getUser').then((turn) => {
      rest.push(clock.now())
      turn.passed()
    })
  const probes: number[] = [clock.now()]
  for (let n = 0; n < 7; n++) {
    const turn = await limiter.take('getUser', true)
    probes.push(clock.now())
    // However long the answer takes, nobody else is sent meanwhile.
    await clock.sleep(3000)
    expect(rest).toEqual([])
    if (n % 2 === 0) turn.lost()
    else turn.throttled(1000, false)
  }
  const pauses = probes.slice(1).map((time, index) => time - (probes[index] ?? 0) - (index > 0 ? 3000 : 0))
  expect(pauses).toEqual([1050, 2100, 4200, 8400, 16_800, 16_800, 16_800])
  ;(await limiter.take('getUser', true)).passed()
  await clock.sleep(60_000)
  expect(rest).toHaveLength(30)
  expect(busiest(rest)).toBeLessThanOrEqual(7)
})

test('a call that was sent before the trouble says nothing about it', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  const [first, second, third] = [
    await limiter.take('getUser'),
    await limiter.take('getUser'),
    await limiter.take('getUser'),
  ]
  const before = clock.now()
  first.throttled(1000, false)
  second.passed()
  third.lost()
  const probe = await limiter.take('getUser')
  expect(clock.now() - before).toBe(1050)
  const waiting = times(limiter, clock, 'getUser', 1)
  await clock.sleep(5000)
  probe.unused()
  await waiting
  expect(clock.now() - before).toBeGreaterThan(6000)
})

test('however often it is throttled, an API keeps one call a second once calls pass again', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  for (let n = 0; n < 50; n++) (await limiter.take('getUser')).throttled(1000, false)
  ;(await limiter.take('getUser')).passed()
  const start = clock.now()
  ;(await limiter.take('getUser')).passed()
  expect(clock.now() - start).toBeLessThanOrEqual(1100)
})

test('whatever becomes of calls, none follows a refused one sooner than it would have followed one that passed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('passed', 'throttled', 'lost', 'unused'), { maxLength: 60 }),
      async (ends) => {
        const clock = virtualClock()
        const limiter = new Limiter(15, clock)
        let last = Number.NEGATIVE_INFINITY
        let shortest = 0
        for (const end of ends) {
          const turn = await limiter.take('getUser')
          expect(clock.now() - last).toBeGreaterThanOrEqual(shortest)
          last = clock.now()
          shortest = end === 'throttled' || end === 'lost' ? 1000 : 60
          if (end === 'throttled') turn.throttled(1000, false)
          else turn[end]()
          turn.passed()
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a code that names all APIs stops all of them, until one call of any passes', async () => {
  const clock = virtualClock()
  const limiter = new Limiter(15, clock)
  const before = clock.now()
  ;(await limiter.take('getUser')).throttled(1000, true)
  const probe = await limiter.take('getDepartment')
  expect(clock.now() - before).toBeGreaterThanOrEqual(1000)
  let others = 0
  for (const api of ['getUser', 'listUsers', 'getDepartment'])
    void limiter.take(api).then((turn) => {
      others++
      turn.passed()
    })
  await clock.sleep(5000)
  expect(others).toBe(0)
  probe.passed()
  await clock.sleep(5000)
  expect(others).toBe(3)
})
