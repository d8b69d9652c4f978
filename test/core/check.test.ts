import { describe, expect, test } from 'vitest'
import { check } from '../../src/core/check.ts'
import type { CheckInput } from '../../src/core/check-scene.ts'
import { type Model, type Place, placeKey, type Value } from '../../src/core/model.ts'
import { nearest } from '../../src/core/nearest.ts'
import { Personal } from '../../src/core/personal.ts'
import { sortProblems } from '../../src/core/problem.ts'
import { defaultSettings } from '../../src/core/settings.ts'

type Drafts = Record<string, Record<string, Model>>

/** A company where nothing is wrong; a test changes one thing. */
function company(): CheckInput & { directory: Drafts } {
  return {
    directory: {
      department: {
        '/': {},
        研发部: { name: '研发部', parent_id: '/' },
        市场部: { name: '市场部', parent_id: '/' },
      },
      'department-settings': { 研发部: { dept_manager_userid_list: { lilei: true } } },
      user: {
        lilei: { main: '研发部', mobile: new Personal('+86-10000000001') },
        hanmeimei: { main: '市场部', manager_userid: 'lilei', dept_id_list: { 市场部: true, 研发部: true } },
      },
      'role-group': { 岗位: { name: '岗位' } },
      role: { '岗位/会计': { name: '会计', group: '岗位', members: { lilei: { scope: { 市场部: true } } } } },
    },
    places: new Map<string, Place>(),
    previously: { department: {}, role: {} },
    replaceable: [],
    settings: defaultSettings,
    mayExist: () => false,
    managed: () => false,
  }
}

const limits = { together: [{ fields: ['dept_permits', 'user_permits'], max: 50 }], departmentsOfPerson: 100 }
const codes = (input: CheckInput) => check(input, limits).map(({ code }) => code)
const many = <T>(count: number, make: (index: number) => [string, T]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)))
const set = (count: number, name: string): Value => many(count, (index) => [`${name}${index}`, true])

test('nothing is wrong where nothing is wrong', () => {
  expect(check(company(), limits)).toEqual([])
})

describe('the ceilings of DingTalk', () => {
  test.each([
    [1000, []],
    [1001, ['too-many']],
  ])('%i people in a department', (count, expected) => {
    const input = company()
    input.directory['user'] = many(count, (index) => [`u${index}`, { main: '市场部' }])
    input.directory['department-settings'] = {}
    input.directory['role'] = {}
    expect(codes(input)).toEqual(expected)
  })

  test.each([
    [998, []],
    [999, ['too-many']],
  ])('%i departments beside two of the same parent', (count, expected) => {
    const input = company()
    Object.assign(
      input.directory['department'] ?? {},
      many(count, (index) => [`d${index}`, { name: `d${index}`, parent_id: '/' }]),
    )
    expect(codes(input)).toEqual(expected)
  })

  test.each([
    [98, []],
    [99, ['too-many']],
  ])('%i departments of a person beside two others', (count, expected) => {
    const input = company()
    const departments = many(count, (index) => [`d${index}`, { name: `d${index}`, parent_id: '研发部' }])
    Object.assign(input.directory['department'] ?? {}, departments)
    const also = { 市场部: true, 研发部: true, ...many(count, (index) => [`d${index}`, true]) }
    input.directory['user'] = { ...input.directory['user'], hanmeimei: { main: '市场部', dept_id_list: also } }
    expect(codes(input)).toEqual(expected)
  })

  test.each([
    [20, []],
    [21, ['too-deep']],
    [25, ['too-deep']],
  ])('%i levels of departments', (count, expected) => {
    const input = company()
    const departments = many(count, (index): [string, Model] => [
      `l${index}`,
      { name: 'x', parent_id: index === 0 ? '/' : `l${index - 1}` },
    ])
    Object.assign(input.directory['department'] ?? {}, departments)
    expect(codes(input)).toEqual(expected)
  })

  test('two lists that DingTalk counts together', () => {
    const input = company()
    const departments = many(20, (index) => [`d${index}`, { name: `d${index}`, parent_id: '/' }])
    Object.assign(input.directory['department'] ?? {}, departments)
    input.directory['user'] = { ...input.directory['user'], ...many(31, (index) => [`u${index}`, { main: '市场部' }]) }
    const settings = (people: number) => ({ 研发部: { dept_permits: set(20, 'd'), user_permits: set(people, 'u') } })
    input.directory['department-settings'] = settings(30)
    expect(codes(input)).toEqual([])
    input.directory['department-settings'] = settings(31)
    expect(codes(input)).toEqual(['too-many'])
  })
})

describe('names that lead nowhere', () => {
  test('are not reported where a file that could not be understood may hold them', () => {
    const input = company()
    input.directory['user'] = { ...input.directory['user'], wang: { main: '市场部', manager_userid: 'boss' } }
    expect(codes(input)).toEqual(['unknown-person'])
    expect(codes({ ...input, mayExist: (name) => name === 'boss' })).toEqual([])
  })

  test('the root is a department like any other to be named', () => {
    const input = company()
    input.directory['department-settings'] = { 研发部: { dept_permits: { '/': true } } }
    expect(codes({ ...input, settings: { ...defaultSettings, departed: '/' } })).toEqual([])
  })

  test('stand at the place of the one that is named, else at its field, else at its owner', () => {
    const input = company()
    input.directory['department-settings'] = { 研发部: { user_permits: { nobody: true } } }
    const ref = { kind: 'department-settings', key: '研发部' }
    const places = new Map<string, Place>()
    const line = () => check({ ...input, places }, limits).map((found) => found.line)
    expect(line()).toEqual([1])
    places.set(placeKey(ref), { file: 'a', line: 2, column: 1 })
    expect(line()).toEqual([2])
    places.set(placeKey(ref, 'user_permits'), { file: 'a', line: 3, column: 1 })
    expect(line()).toEqual([3])
    places.set(placeKey(ref, 'user_permits/nobody'), { file: 'a', line: 4, column: 1 })
    expect(line()).toEqual([4])
  })
})

describe('managers', () => {
  test('in two circles, and a chain that ends in one, are two problems', () => {
    const input = company()
    const chain: Record<string, string> = { a: 'b', b: 'a', c: 'a', d: 'e', e: 'f', f: 'd', g: 'lilei' }
    input.directory['user'] = {
      ...input.directory['user'],
      ...Object.fromEntries(
        Object.entries(chain).map(([key, manager]) => [key, { main: '市场部', manager_userid: manager }]),
      ),
    }
    const messages = check(input, limits).map(({ en }) => en[0])
    expect(messages).toEqual([
      'managers go round in a circle: a → b → a',
      'managers go round in a circle: d → e → f → d',
    ])
  })

  test('of a department may have it as a further department', () => {
    const input = company()
    input.directory['department-settings'] = { 研发部: { dept_manager_userid_list: { hanmeimei: true } } }
    expect(codes(input)).toEqual([])
    input.directory['department-settings'] = { 市场部: { dept_manager_userid_list: { lilei: true } } }
    expect(codes(input)).toEqual(['manager-not-member'])
  })
})

test('values that only one person may have are compared and never shown', () => {
  const input = company()
  input.directory['user'] = {
    ...input.directory['user'],
    wang: { main: '市场部', mobile: new Personal('+86-10000000001') },
  }
  const findings = check(input, limits)
  expect(findings.map(({ code }) => code)).toEqual(['duplicate-mobile'])
  expect(JSON.stringify(findings)).not.toContain('10000000001')
})

test('two cleared values are not the same value', () => {
  const input = company()
  input.directory['user'] = {
    a: { main: '市场部', email: null },
    b: { main: '市场部', email: null },
    lilei: { main: '研发部' },
  }
  expect(codes(input)).toEqual([])
})

describe('the nearest known word', () => {
  const known = ['title', 'remark', 'work_place', 'hide_mobile', '研发部', '市场部', 'lilei']

  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['workplace', 'work_place'],
    ['研法部', '研发部'],
    ['lile', 'lilei'],
    ['LILEI', 'lilei'],
    ['财务部', undefined],
    ['colour', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s: %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected)
  })
})

test('problems stand in the order of a reader: file, line, column', () => {
  const at = (file: string, line: number, column: number) => ({
    code: 'wrong-type' as const,
    file,
    line,
    column,
    message: '',
  })
  const sorted = [at('a', 1, 2), at('a', 1, 10), at('a', 10, 1), at('b', 1, 1)]
  expect(sortProblems([...sorted].reverse())).toEqual(sorted)
})
