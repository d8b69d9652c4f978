import fc from 'fast-check'
import jsonPatch from 'fast-json-patch'
import { describe, expect, test } from 'vitest'
import { diff } from '../../src/core/diff.ts'
import type { Model, Value } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { type Shapes, settle } from '../../src/core/settle.ts'
import { reveal } from '../../src/core/value.ts'

const shapes: Shapes = { set: 'set', entries: 'entries', members: { set: { scope: 'set' } } }
/** Nothing was applied or sent before, and DingTalk shows everything. */
const nothing = {
  shapes,
  ownedSets: [],
  keptBefore: {},
  unreadable: [],
  hidden: [],
  sent: {},
  fingerprint: () => '',
}
const both = (desired: Model, actual: Model, ownedSets: readonly string[] = ['set', 'members']) =>
  settle({ ...nothing, desired, actual, ownedSets })
const operations = (desired: Model, actual: Model, owned?: readonly string[]) => {
  const settled = both(desired, actual, owned)
  return diff({ k: { r: settled.actual ?? {} } }, { k: { r: settled.desired } }).map(({ op, path }) => `${op} ${path}`)
}

describe('what is compared', () => {
  const cases: readonly [string, Model, Model, readonly string[]][] = [
    ['a field left out is not managed', {}, { title: 'x' }, []],
    ['null on something clears it', { title: null }, { title: 'x' }, ['replace /k/r/title']],
    ['null on nothing is nothing', { title: null }, {}, []],
    ['an empty text equals nothing there', { title: '' }, {}, ['add /k/r/title']],
    ['a stated set is the whole set', { set: { a: true } }, { set: { a: true, b: true } }, ['remove /k/r/set/b']],
    ['an empty set empties', { set: {} }, { set: { a: true } }, ['remove /k/r/set/a']],
    ['an empty set on nothing is nothing', { set: {} }, {}, []],
    ['a cleared set on an empty one is nothing', { set: null }, { set: {} }, []],
    ['only stated entries are managed', { entries: { a: '1' } }, { entries: { a: '1', b: '2' } }, []],
    ['a new entry is added', { entries: { a: '1' } }, { entries: { b: '2' } }, ['add /k/r/entries/a']],
    [
      'a member without a stated scope keeps its own',
      { members: { a: {} } },
      { members: { a: { scope: { x: true } } } },
      [],
    ],
    [
      'a stated scope is the whole scope',
      { members: { a: { scope: { y: true } } } },
      { members: { a: { scope: { x: true } } } },
      ['remove /k/r/members/a/scope/x', 'add /k/r/members/a/scope/y'],
    ],
    [
      'a cleared scope differs from a set one, and not from none',
      { members: { a: { scope: null }, b: { scope: null } } },
      { members: { a: { scope: { x: true } }, b: {} } },
      ['replace /k/r/members/a/scope'],
    ],
  ]
  test.each(cases)('%s', (_name, desired, actual, expected) => expect(operations(desired, actual)).toEqual(expected))
})

test('nothing is cleared on what does not exist yet', () => {
  const settled = settle({
    ...nothing,
    desired: { title: null, members: { a: { scope: null } } },
    actual: undefined,
  })
  expect(settled).toEqual({ desired: { members: { a: {} } }, actual: undefined, kept: {} })
})

test('a new thing says what the files say, and keeps what is no set as it is written', () => {
  const desired: Model = {
    title: 'x',
    set: {},
    entries: {},
    members: { a: { scope: {}, note: 'x', remark: null }, b: true },
    plain: {},
    nested: { a: null, b: {} },
  }
  const settled = settle({ ...nothing, desired, actual: undefined })
  expect(settled.desired).toStrictEqual({
    title: 'x',
    members: { a: { note: 'x' }, b: true },
    plain: {},
    nested: { a: null, b: {} },
  })
  expect(settle({ ...nothing, desired: { set: { a: true }, entries: { a: '1' } }, actual: undefined }).desired).toEqual(
    {
      set: { a: true },
      entries: { a: '1' },
    },
  )
})

describe('the actual side, as far as the files speak of it', () => {
  const cases: readonly [string, Model, Model, Model][] = [
    ['an empty field that is to be filled is not there', { title: 'x' }, { title: null }, {}],
    ['an empty list that is to be emptied is empty', { plain: {} }, { plain: {} }, { plain: {} }],
    ['a set that was cleared is empty', { set: {} }, { set: null }, { set: {} }],
    [
      'a value with entries is compared as a whole',
      { plain: { a: { x: 1 } } },
      { plain: { a: { x: 1, y: 2 }, b: { x: 1 } } },
      { plain: { a: { x: 1, y: 2 }, b: { x: 1 } } },
    ],
    [
      'an entry is compared as a whole',
      { entries: { a: { x: 1 } } },
      { entries: { a: { x: 1, y: 2 }, b: '2' } },
      { entries: { a: { x: 1, y: 2 } } },
    ],
    [
      'an empty scope is the same as none',
      { members: { a: { scope: {} } } },
      { members: { a: {} } },
      { members: { a: { scope: {} } } },
    ],
    [
      'a field of a member that is no set is compared as a whole',
      { members: { a: { note: { x: 1 } } } },
      { members: { a: { note: { x: 1, y: 2 } } } },
      { members: { a: { note: { x: 1, y: 2 } } } },
    ],
    [
      'a field that a member lacks is not there',
      { members: { a: { note: 'x' } } },
      { members: { a: {} } },
      { members: { a: {} } },
    ],
  ]
  test.each(cases)('%s', (_name, desired, actual, expected) =>
    expect(both(desired, actual).actual).toStrictEqual(expected),
  )
})

describe('a list that is stated for the first time', () => {
  test('keeps whom the files leave out, where it is a set', () => {
    const { kept, desired } = both({ set: { a: true } }, { set: { a: true, c: true, b: true } }, [])
    expect(kept).toEqual({ set: ['b', 'c'] })
    expect(desired).toEqual({ set: { a: true, b: true, c: true } })
  })

  test('keeps nobody, where it is no set', () => {
    const desired = { entries: { a: '1' }, plain: { a: '1' } }
    const { kept, desired: settled } = both(desired, { entries: { a: '1', b: '2' }, plain: { a: '1', b: '2' } }, [])
    expect(kept).toEqual({})
    expect(settled).toEqual(desired)
  })

  test('lets those go who leave', () => {
    const settled = settle({
      ...nothing,
      desired: { set: { a: true } },
      actual: { set: { a: true, b: true, c: true } },
      leaving: { set: ['b'] },
    })
    expect(settled.kept).toEqual({ set: ['c'] })
  })
})

describe('a field that DingTalk does not show', () => {
  const fingerprint = (field: string, value: Value) => `${field}=${String(value)}`
  const shown = (
    desired: Model,
    actual: Model,
    more: { unreadable?: string[]; hidden?: string[]; sent?: { [field: string]: string } },
  ) => settle({ ...nothing, fingerprint, desired, actual, ...more }).actual

  test('is as it was sent, and nothing is known of it before', () => {
    const unreadable = ['remark']
    expect(shown({ remark: 'x' }, {}, { unreadable })).toStrictEqual({})
    expect(shown({ remark: 'x' }, {}, { unreadable, sent: { remark: 'remark=x' } })).toEqual({ remark: 'x' })
    expect(shown({ remark: 'y' }, {}, { unreadable, sent: { remark: 'remark=x' } })).toStrictEqual({})
  })

  test('is what it shows, where it does show it', () => {
    for (const more of [{ unreadable: ['remark'] }, { hidden: ['remark'] }])
      expect(shown({ remark: 'y' }, { remark: 'x' }, more)).toEqual({ remark: 'x' })
  })

  test('is cleared once, if it never shows it', () => {
    const unreadable = ['remark']
    expect(shown({ remark: null }, {}, { unreadable })).toStrictEqual({})
    expect(shown({ remark: null }, {}, { unreadable, sent: { remark: 'remark=null' } })).toEqual({ remark: null })
  })

  test('is as empty as can be known, if only this app may not see it', () => {
    expect(shown({ remark: null }, {}, { hidden: ['remark'] })).toEqual({ remark: null })
    expect(shown({ remark: 'x' }, {}, { hidden: ['remark'] })).toStrictEqual({})
  })
})

test('personal values compare by what they hide and show up masked', () => {
  const same = new Personal('+86-10012345678')
  expect(operations({ mobile: new Personal('+86-10012345678') }, { mobile: same })).toEqual([])
  // The same mask, another number.
  const patch = diff({ k: { r: { mobile: same } } }, { k: { r: { mobile: new Personal('+86-10099995678') } } })
  expect(JSON.stringify(patch)).toBe('[{"op":"replace","path":"/k/r/mobile","value":"100****5678"}]')
})

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.string().map((text) => new Personal(text)),
)
const key = fc.string({ minLength: 1 }).filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text))
const model: fc.Arbitrary<Model> = fc.dictionary(
  fc.constantFrom('title', 'set', 'entries', 'members', 'a/b', '~x'),
  fc.oneof(leaf, fc.dictionary(key, leaf, { maxKeys: 4 })),
  { noNullPrototype: true },
)
const directory = fc.dictionary(
  fc.constantFrom('user', 'role'),
  fc.dictionary(key, model, { maxKeys: 5, noNullPrototype: true }),
  {
    noNullPrototype: true,
  },
)

test('property: the difference applied to actual gives desired', () => {
  fc.assert(
    fc.property(directory, directory, (actual, desired) => {
      const patch = diff(actual, desired).map((operation) =>
        operation.value === undefined ? operation : { ...operation, value: reveal(operation.value) },
      )
      const result = jsonPatch.applyPatch(reveal(actual as Value) as object, patch as never, false, true).newDocument
      expect(result).toEqual(reveal(desired as Value))
    }),
    { numRuns: 500 },
  )
})

test('property: settled sides that were written compare as equal the next time', () => {
  fc.assert(
    fc.property(model, model, (desired, actual) => {
      const first = both(desired, actual)
      const written = { ...actual, ...first.desired }
      expect(operations(desired, written)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
