import { beforeAll, describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/emulator/server.ts'
import { differences } from '../support/held.ts'
import { runs } from '../support/runs.ts'
import { RATE, type Weathered, weathered } from '../support/storm-run.ts'
import { livedIn, type World } from '../sweep/world.ts'

/**
 * A large change in bad weather: one apply comes to the same end as on a clear day. Where every call fails with the same
 * chance, the calls that count are those that DingTalk carried out: that a third has to be sent again is the weather's
 * doing. Where waiting would have avoided a failure, all calls count.
 */

let world: World
let clear: Weathered
beforeAll(async () => {
  world = await livedIn()
  clear = await weathered(world, { seed: 1 })
  expect(clear).toMatchObject({ ends: ['done'], left: [] })
})

/** What is the same however it was come to. */
function expectSameEnd({ held, left, busiest }: Weathered): void {
  expect(differences(clear.held, held)).toEqual([])
  expect(left).toEqual([])
  expect(busiest).toBeLessThanOrEqual(RATE)
}

const figures = (name: string, { sent, done, busiest, seconds }: Weathered) =>
  console.log(
    `${name}: ${sent} calls sent (${(sent / clear.sent).toFixed(2)} ×), ${done} carried out ` +
      `(${(done / clear.done).toFixed(2)} ×), at most ${busiest} of an API in a second, ${seconds} s`,
  )

const seeds = Array.from({ length: runs(20, 2) }, (_, index) => index + 1)

describe.each(seeds)('seed %i', (seed) => {
  test('every third call throttled, every tenth answered 5xx, every twentieth never, pages, and tokens that end', async () => {
    const weather = { seed, throttled: 0.3, failed: 0.1, silent: 0.05, pages: 0.02, tokenCalls: 100 }
    const found = await weathered(world, { seed, weather: (emulator) => emulator.storm(weather) })
    figures(`rain ${seed}`, found)
    expect(found.ends).toEqual(['done'])
    expectSameEnd(found)
    expect(found.done / clear.done).toBeLessThanOrEqual(1.5)
  })

  test('gusts in which no call gets through for half a minute', async () => {
    const weather = { seed, tokenCalls: 100, gusts: { calls: 40, seconds: 30 } }
    const found = await weathered(world, { seed, weather: (emulator) => emulator.storm(weather) })
    figures(`gusts ${seed}`, found)
    expect(found.ends).toEqual(['done'])
    expectSameEnd(found)
    expect(found.sent / clear.sent).toBeLessThanOrEqual(1.5)
  })
})

test.each([4, 30, 90, 150])(
  'the address is blocked at call %i: nothing more is sent, and the run five minutes later does the rest',
  async (nth) => {
    const weather = (emulator: Emulator) => emulator.inject({ match: { nth }, do: { punish: true } })
    const found = await weathered(world, { seed: 1, weather, rest: 300_000 })
    expect(found.ends).toHaveLength(2)
    expect(found.ends[0]).toMatch(/ip-blocked|blocks this network address/)
    expect(found.ends[1]).toBe('done')
    expectSameEnd(found)
    const blocked = found.log[nth - 1]
    const meanwhile = found.log.slice(nth).filter(({ at }) => at - Number(blocked?.at) < 300_000)
    expect(meanwhile.length, 'calls that were on their way').toBeLessThanOrEqual(12)
    expect(meanwhile.filter(({ at }) => at - Number(blocked?.at) > 100)).toEqual([])
  },
)
