import { describe, expect, test } from 'vitest'
import { estimateCost } from '../../src/core/cost.ts'
import type { Change } from '../../src/core/model.ts'
import { change } from '../render/plans.ts'

const callsOf = (...changes: readonly Change[]) => estimateCost({ changes }).calls
const team = (key: string, parent: string) =>
  change('create', 'department', key, { after: { name: key, parent_id: parent } })
const crowd = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`u${index}`, {}]))

describe('writing takes', () => {
  const cases: readonly [string, number, readonly Change[]][] = [
    ['a look at the parent and a call for a department', 2, [team('a', '/')]],
    ['no look where the parent is new itself', 3, [team('a', '/'), team('b', 'a')]],
    ['a look and a call to dissolve one', 2, [change('delete', 'department', 'a', { before: { name: 'a' } })]],
    ['one call for somebody who joins', 1, [change('create', 'user', 'u', { after: { main: 'a' } })]],
    [
      'a read first for somebody who changes',
      2,
      [change('update', 'user', 'u', { before: { title: 'a' }, after: { title: 'b' } })],
    ],
    [
      'none where the plan has read them in full',
      1,
      [
        change('update', 'user', 'u', {
          before: { title: 'a', manager_userid: 'b' },
          after: { title: 'b', manager_userid: 'b' },
        }),
      ],
    ],
    ['a question and two calls to add somebody again', 3, [change('replace', 'user', 'u', { before: {}, after: {} })]],
    [
      'a call for every 20 who gain a role',
      4,
      [change('create', 'role', 'r', { after: { name: 'r', members: crowd(41) } })],
    ],
    [
      'a call for every 100 who lose one',
      2,
      [
        change('update', 'role', 'r', {
          before: { name: 'r', members: crowd(101) },
          after: { name: 'r', members: {} },
        }),
      ],
    ],
    [
      'a call for each scope',
      3,
      [change('create', 'role', 'r', { after: { name: 'r', members: { u: { scope: { a: true } } } } })],
    ],
    ['nothing for nothing', 0, []],
  ]
  test.each(cases)('%s', (_, calls, changes) => expect(callsOf(...changes)).toBe(calls))
})

test('half the rate takes twice the time', () => {
  const changes = [team('a', '/')]
  expect(estimateCost({ changes }, 5).seconds).toBe(2 * estimateCost({ changes }, 10).seconds)
})
