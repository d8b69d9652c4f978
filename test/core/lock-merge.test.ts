import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeLocks } from '../../src/core/lock-merge.ts'
import { parseLock } from '../../src/core/lock-parse.ts'
import { type Locked, type Lockfile, stringifyLock } from '../../src/core/lockfile.ts'

/** A lock of departments by key and entry. */
const lockOf = (department: { readonly [key: string]: Locked }): Lockfile => ({
  corp: 'dingcorp0001',
  resources: { department },
})
const base = lockOf({ 研发部: { id: '10' }, 市场部: { id: '11' } })

describe('what one side alone did is in the merge', () => {
  const cases: readonly [string, Lockfile, Lockfile, Lockfile][] = [
    [
      'each added one',
      lockOf({ ...base.resources['department'], 法务部: { id: '12' } }),
      lockOf({ ...base.resources['department'], 财务部: { id: '13' } }),
      lockOf({ ...base.resources['department'], 法务部: { id: '12' }, 财务部: { id: '13' } }),
    ],
    ['one removed what the other left alone', lockOf({ 研发部: { id: '10' } }), base, lockOf({ 研发部: { id: '10' } })],
    ['both removed the same', lockOf({}), lockOf({ 市场部: { id: '11' } }), lockOf({})],
    [
      'one renamed, the other changed another entry',
      lockOf({ 平台部: { id: '10', formerly: '研发部' }, 市场部: { id: '11' } }),
      lockOf({ 研发部: { id: '10' }, 市场部: { id: '11', sets: ['user_permits'] } }),
      lockOf({ 平台部: { id: '10', formerly: '研发部' }, 市场部: { id: '11', sets: ['user_permits'] } }),
    ],
    [
      'both changed one entry to the same, whatever the order of its fields',
      lockOf({ 研发部: { id: '10', sets: ['a'], main: 'x' }, 市场部: { id: '11' } }),
      lockOf({ 研发部: { main: 'x', sets: ['a'], id: '10' }, 市场部: { id: '11' } }),
      lockOf({ 研发部: { id: '10', sets: ['a'], main: 'x' }, 市场部: { id: '11' } }),
    ],
  ]
  test.each(cases)('%s', (_name, ours, theirs, merged) => {
    const { lock } = mergeLocks(base, ours, theirs)
    expect(lock && stringifyLock(lock)).toBe(stringifyLock(merged))
  })
})

test('the commit applied last: what one side noted counts; of two that differ nobody can tell', () => {
  const [one, other, third] = ['1', '2', '3'].map((digit) => digit.repeat(40))
  const at = (applied: string | undefined) => (applied === undefined ? base : { ...base, applied })
  const merged = (then: string | undefined, ours: string | undefined, theirs: string | undefined) =>
    mergeLocks(at(then), at(ours), at(theirs)).lock?.applied
  expect(merged(undefined, one, undefined)).toBe(one)
  expect(merged(one, one, other)).toBe(other)
  expect(merged(one, other, other)).toBe(other)
  expect([merged(one, other, third), merged(undefined, one, other)]).toEqual([undefined, undefined])
  expect(mergeLocks(at(one), at(other), at(third)).conflicts).toEqual([])
})

describe('what cannot be decided is named, and no lock comes of it', () => {
  const entry = { about: 'entry', kind: 'department', key: '研发部' }
  const cases: readonly [string, Lockfile, Lockfile, unknown][] = [
    [
      'both changed one entry differently',
      lockOf({ 研发部: { id: '20' }, 市场部: { id: '11' } }),
      lockOf({ 研发部: { id: '30' }, 市场部: { id: '11' } }),
      entry,
    ],
    [
      'one changed what the other removed',
      lockOf({ 市场部: { id: '11' } }),
      lockOf({ 研发部: { id: '10', sets: ['user_permits'] }, 市场部: { id: '11' } }),
      entry,
    ],
    [
      'both renamed one department, each to another key',
      lockOf({ 平台部: { id: '10' }, 市场部: { id: '11' } }),
      lockOf({ 工程部: { id: '10' }, 市场部: { id: '11' } }),
      { about: 'id', kind: 'department', keys: ['平台部', '工程部'], id: '10' },
    ],
    ['two companies', { ...base, corp: 'dingcorp0002' }, { ...base, corp: 'dingcorp0003' }, { about: 'corp' }],
    [
      'two invitations of one person',
      { ...base, pending: { user: { lilei: { since: '2026-01-01' } } } },
      { ...base, pending: { user: { lilei: { since: '2026-01-02' } } } },
      { about: 'invitation', kind: 'user', key: 'lilei' },
    ],
  ]
  test.each(cases)('%s', (_name, ours, theirs, conflict) => {
    expect(mergeLocks(base, ours, theirs)).toEqual({ lock: null, conflicts: [conflict] })
  })
})

/** Few keys and ids, so that sides meet; keys that every object inherits among them. Ids are unique in a kind. */
const entries = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'toString', 'valueOf'),
      id: fc.integer({ min: 1, max: 9 }).map(String),
      sets: fc.option(fc.constantFrom(['x'], ['x', 'y']), { nil: undefined }),
    }),
    { comparator: (one, other) => one.key === other.key || one.id === other.id },
  )
  .map((list) => Object.fromEntries(list.map(({ key, id, sets }) => [key, { id, ...(sets && { sets }) }])))
const locks: fc.Arbitrary<Lockfile> = fc.record({
  corp: fc.constantFrom(null, 'dingcorp0001', 'dingcorp0002'),
  resources: fc.dictionary(fc.constantFrom('department', 'user'), entries),
})

describe('for all locks', () => {
  test('against a side that changed nothing, the other side is the merge', () => {
    fc.assert(
      fc.property(locks, locks, (from, to) => {
        const texts = [mergeLocks(from, to, from), mergeLocks(from, from, to)].map(
          ({ lock }) => lock && stringifyLock(lock),
        )
        expect(texts).toEqual([stringifyLock(to), stringifyLock(to)])
      }),
    )
  })

  test('it does not matter which side is which', () => {
    fc.assert(
      fc.property(locks, locks, locks, (from, ours, theirs) => {
        const [one, other] = [mergeLocks(from, ours, theirs), mergeLocks(from, theirs, ours)]
        expect(one.conflicts.length).toBe(other.conflicts.length)
        expect(one.lock && stringifyLock(one.lock)).toBe(other.lock && stringifyLock(other.lock))
      }),
    )
  })

  test('every entry is that of a side, none that a side removed comes back, and the merge is a lock', () => {
    fc.assert(
      fc.property(locks, locks, locks, (from, ours, theirs) => {
        const { lock } = mergeLocks(from, ours, theirs)
        if (lock === null) return
        expect(stringifyLock(parseLock(stringifyLock(lock)))).toBe(stringifyLock(lock))
        const text = (side: Lockfile, kind: string, key: string) =>
          JSON.stringify(Object.entries(side.resources[kind] ?? {}).filter(([own]) => own === key))
        for (const [kind, merged] of Object.entries(lock.resources))
          for (const key of Object.keys(merged)) {
            const found = text(lock, kind, key)
            const sides = [text(ours, kind, key), text(theirs, kind, key)]
            expect(sides).toContain(found)
            // What a side does not have, the other side must have made: had it been there before, it was removed.
            if (sides.includes('[]')) expect(text(from, kind, key)).toBe('[]')
          }
      }),
    )
  })
})
