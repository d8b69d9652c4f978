import { expect, test } from 'vitest'
import type { GuardInput } from '../../../src/core/guard/input.ts'
import { placesOf } from '../../../src/core/guard/places.ts'
import { emptyLock } from '../../../src/core/lockfile.ts'
import { type Directory, type Model, placeKey } from '../../../src/core/model.ts'

/** Who stands where, as the guard sees it: what could be read of everything, and else what is compared. */

interface Given {
  readonly actual?: Directory
  readonly whole?: { readonly [kind: string]: { readonly [key: string]: Model } }
  readonly ids?: { readonly [key: string]: string }
  readonly locked?: { readonly [key: string]: string }
}

function places({ actual = {}, whole = {}, ids, locked }: Given) {
  const read = Object.entries(whole).flatMap(([kind, models]) =>
    Object.entries(models).map(([key, model]) => [placeKey({ kind, key }), model] as const),
  )
  const entries = Object.fromEntries(Object.entries(locked ?? {}).map(([key, id]) => [key, { id }]))
  return placesOf({
    identified: { actual, desired: {}, ids: ids === undefined ? {} : { department: ids }, whole: new Map(read) },
    lock: locked === undefined ? emptyLock : { ...emptyLock, resources: { department: entries } },
  } satisfies Pick<GuardInput, 'identified' | 'lock'>)
}
const tree = (parents: { readonly [key: string]: string | null }) => ({
  department: Object.fromEntries(Object.entries(parents).map(([key, parent_id]) => [key, { parent_id }])),
})
const company = tree({ '/': null, a: '/', b: 'a', c: 'b', z: '/' })

test('a department has everything above it, without the company itself', () => {
  const { upwards } = places({ actual: company })
  expect([upwards('c'), upwards('c'), upwards('a'), upwards('/')]).toEqual([
    ['c', 'b', 'a'],
    ['c', 'b', 'a'],
    ['a'],
    [],
  ])
})

test('what was read counts before what is compared, and one of neither stands alone', () => {
  const { upwards } = places({ actual: company, whole: tree({ c: 'z' }) })
  expect([upwards('c'), upwards('gone')]).toEqual([['c', 'z'], ['gone']])
})

test('parents that go round in a circle end, and so do more of them than any company has', () => {
  expect(places({ actual: tree({ a: 'b', b: 'a' }) }).upwards('a')).toEqual(['a', 'b'])
  const chain = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`d${at}`, `d${at + 1}`]))
  expect(places({ actual: tree(chain) }).upwards('d0')).toHaveLength(100)
})

test('a person is in the main department and in further ones, each once', () => {
  const anna = { main: 'b', dept_id_list: { b: true, z: true } }
  expect(places({ actual: { user: { anna } } }).departmentsOf('anna')).toEqual(['b', 'z'])
  expect(places({ actual: { user: { anna: { main: 'b' } } } }).departmentsOf('anna')).toEqual(['b'])
  expect(places({ actual: { user: { anna: { main: null } } } }).departmentsOf('anna')).toEqual([])
  expect(
    places({ actual: { user: { anna } }, whole: { user: { anna: { main: 'a' } } } }).departmentsOf('anna'),
  ).toEqual(['a'])
  expect(places({ actual: { department: { anna } } }).departmentsOf('anna')).toEqual([])
  expect(places({}).departmentsOf('nobody')).toEqual([])
})

test('somebody is inside a department with one of theirs, or by one that is below it', () => {
  const { inside } = places({ actual: { ...company, user: { anna: { main: 'z', dept_id_list: { c: true } } } } })
  expect(['a', 'b', 'c', 'z', 'x'].filter((key) => inside('user', 'anna', key))).toEqual(['a', 'b', 'c', 'z'])
  expect(['a', 'b', 'c', 'z'].filter((key) => inside('department', 'b', key))).toEqual(['a', 'b'])
})

test('the managed departments are those that are compared, but for the company itself', () => {
  expect(places({ actual: company }).departments).toEqual(['a', 'b', 'c', 'z'])
  expect(places({}).departments).toEqual([])
})

test('a department that a policy names is also what its folder is called since', () => {
  const named = (given: Given) => places(given).named('old')
  expect(named({ locked: { old: '7' }, ids: { new: '7' } })).toEqual(['old', 'new'])
  expect(named({ locked: { old: '7' }, ids: { old: '7' } })).toEqual(['old'])
  expect(named({ locked: { old: '7' }, ids: { new: '8' } })).toEqual(['old'])
  expect(named({ locked: { other: '7' }, ids: { new: '7' } })).toEqual(['old'])
  expect(named({ ids: { new: '7' } })).toEqual(['old'])
  expect(named({ locked: { old: '7' } })).toEqual(['old'])
})
