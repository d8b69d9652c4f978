import { expect, test } from 'vitest'
import type { ContactEvent } from '../../src/events/event.ts'
import { admit, emptyState, markFull, parseState, settleState, stringifyState } from '../../src/events/state.ts'

/** What a watcher must not forget, and how much of it there can be. */

const event = (id: string, users: readonly string[], more: Partial<ContactEvent> = {}): ContactEvent => ({
  type: 'user_modify_org',
  id,
  corp: null,
  at: 1,
  by: 'admin',
  subject: { about: 'user', ids: users },
  ...more,
})
const told = new Map([['user\u0000lilei', { kind: 'user', key: 'lilei', digest: 'd', by: 'admin', at: 1 }]])

test('what it holds is the same after it was written and read', () => {
  const state = { ...markFull(admit(emptyState, event('e1', ['lilei', '__proto__'])), 'gap'), lastFull: 5, told }
  expect(parseState(stringifyState(state))).toEqual(state)
})

test.each(['', '[]', '{"format":"rollbook.lock/1"}', '{"format":'])('a text that is none of ours: %s', (text) => {
  expect(parseState(text)).toBeNull()
})

test('what does not fit in a text of ours is left out', () => {
  const text = JSON.stringify({
    format: 'rollbook.watch-state/1',
    seen: ['e1', 2],
    dirty: [{ kind: 'user', id: 'a', by: null, at: null }, { kind: 'planet', id: 'b' }, 'c'],
    told: [{ kind: 'user', key: 'a' }],
    full: 7,
    lastFull: 'yesterday',
  })
  const { seen, dirty, ...rest } = parseState(text) ?? emptyState
  expect([[...seen], [...dirty.keys()], rest]).toEqual([
    ['e1'],
    ['user/a'],
    { full: null, lastFull: null, told: new Map() },
  ])
})

test('an event that was seen changes nothing, and the last 4,096 are remembered', () => {
  const once = admit(emptyState, event('e0', ['lilei']))
  expect(admit(once, event('e0', ['hanmei']))).toBe(once)
  let state = once
  for (let n = 1; n <= 4096; n++) state = admit(state, event(`e${n}`, ['lilei']))
  expect([state.seen.size, state.seen.has('e0'), state.seen.has('e1')]).toEqual([4096, false, true])
})

test('of more than 2,000 objects the whole company is read', () => {
  const users = (from: number) => Array.from({ length: 1000 }, (_, n) => `u${from + n}`)
  const two = admit(admit(emptyState, event('a', users(0))), event('b', users(1000)))
  expect([two.dirty.size, two.full]).toEqual([2000, null])
  const more = admit(two, event('c', ['one-more']))
  expect([more.dirty.size, more.full?.why]).toEqual([2000, 'many'])
})

test('what comes in while something is read stays to be read, and so does a second reason for a read of everything', () => {
  const taken = markFull(admit(emptyState, event('e1', ['lilei', 'hanmei'])), 'start')
  const meanwhile = markFull(admit(taken, event('e2', ['lilei'])), 'gap')
  const { dirty, full, lastFull } = settleState(meanwhile, { taken, told, full: true, at: 9 })
  expect([[...dirty.keys()], full?.why, lastFull]).toEqual([['user/lilei'], 'gap', 9])
})

test('of two events about one object the later one names who did it, however they arrive', () => {
  const late = event('e1', ['lilei'], { at: 20, by: 'second' })
  const early = event('e2', ['lilei'], { at: 10, by: 'first' })
  const nobody = event('e3', ['lilei'], { at: 30, by: null })
  for (const events of [
    [late, early],
    [early, late],
  ])
    expect(events.reduce(admit, emptyState).dirty.get('user/lilei')).toMatchObject({ by: 'second', at: 20 })
  expect([late, nobody].reduce(admit, emptyState).dirty.get('user/lilei')).toMatchObject({ by: 'second', at: 20 })
})
