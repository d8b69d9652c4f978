import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff, pointer, segments } from '../../src/core/diff.ts'
import type { Identified } from '../../src/core/identify.ts'
import type { Change, Model, Value } from '../../src/core/model.ts'
import { placeKey } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { planChanges, planHash, summarize } from '../../src/core/plan.ts'

test('a pointer and its segments are the same, whatever the names hold', () => {
  expect(pointer('user', 'a/b', '~1', '')).toBe('/user/a~1b/~01/')
  expect(segments('/user/a~1b/~01/')).toEqual(['user', 'a/b', '~1', ''])
  fc.assert(
    fc.property(fc.array(fc.string()), (names) => {
      expect(segments(pointer(...names))).toEqual(names)
    }),
  )
})

test('what differs is told by operation, and a removal has no value', () => {
  const before = { user: { a: { title: 'x', n: 1 }, gone: {} } }
  const after = { user: { a: { title: 'y', mobile: new Personal('10012345678') }, come: {} } }
  const patch = diff(before, after)
  expect(patch.map(({ op, path }) => `${op} ${path}`).sort()).toEqual([
    'add /user/a/mobile',
    'add /user/come',
    'remove /user/a/n',
    'remove /user/gone',
    'replace /user/a/title',
  ])
  for (const operation of patch) expect('value' in operation).toBe(operation.op !== 'remove')
  expect(JSON.stringify(patch)).toContain('100****5678')
  expect(JSON.stringify(patch)).not.toContain('10012345678')
})

test('equal personal values do not differ, and others do', () => {
  const side = (mobile: string) => ({ user: { a: { mobile: new Personal(mobile) } } })
  expect(diff(side('10012345678'), side('10012345678'))).toEqual([])
  expect(diff(side('10012345678'), side('10099995678'))).toHaveLength(1)
})

const kind = {
  shapes: {},
  name: 'thing',
  moves: ['place'],
  replaces: ['core'],
  references: () => [],
  slots: () => [],
  park: (model: Model) => model,
}

/** Plans one thing from `before` to `after`. */
function planned(before: Model | undefined, after: Model | undefined, more: Partial<Identified> = {}): Change {
  const side = (model: Model | undefined) => ({ thing: model === undefined ? {} : { a: model } })
  const identified = {
    actual: side(before),
    desired: side(after),
    whole: new Map(),
    inferred: new Map(),
    departing: new Set(),
    ...more,
  } as unknown as Identified
  const places = new Map([[placeKey({ kind: 'thing', key: 'a' }), { file: 'a.yaml', line: 3, column: 1 }]])
  const [change, ...others] = planChanges([kind], diff(identified.actual, identified.desired), identified, places)
  if (change === undefined || others.length > 0) throw new Error('one change was expected')
  return change
}

describe('a change', () => {
  test('is told by what is there and what is wanted', () => {
    expect(planned(undefined, { n: 1 })).toMatchObject({ action: 'create', after: { n: 1 } })
    expect(planned({ n: 1 }, undefined)).toMatchObject({ action: 'delete', before: { n: 1 } })
    expect(planned({ n: 1 }, { n: 2 })).toMatchObject({ action: 'update', before: { n: 1 }, after: { n: 2 } })
    expect(planned({ n: 1, place: 'x' }, { n: 2, place: 'y' }).action).toBe('move')
    expect(planned({ core: 'x', place: 'x' }, { core: 'y', place: 'y' }).action).toBe('replace')
  })

  test('has neither side that does not exist, and its place where the files have one', () => {
    expect(Object.keys(planned(undefined, { n: 1 })).sort()).toEqual([
      'action',
      'after',
      'needs',
      'patch',
      'place',
      'ref',
    ])
    expect(Object.keys(planned({ n: 1 }, undefined))).not.toContain('after')
    expect(planned({ n: 1 }, { n: 2 }).place).toEqual({ file: 'a.yaml', line: 3, column: 1 })
  })

  test('gives back everything known only where it makes the thing again', () => {
    const whole = new Map([[placeKey({ kind: 'thing', key: 'a' }), { extra: 'kept', core: 'x' }]])
    expect(planned({ core: 'x' }, { core: 'y' }, { whole }).after).toEqual({ core: 'y', extra: 'kept' })
    expect(planned({ n: 1 }, { n: 2 }, { whole }).after).toEqual({ n: 2 })
  })

  test('lists its operations by path, and its fields by name', () => {
    const change = planned({ a: 1, b: 1, c: 1 }, { c: 2, b: 2, a: 2 })
    expect(change.patch.map(({ path }) => path)).toEqual(['/thing/a/a', '/thing/a/b', '/thing/a/c'])
    expect(JSON.stringify(change.after)).toBe('{"a":2,"b":2,"c":2}')
  })

  test('says by what it was recognised, and departs only as a person', () => {
    const inferred = new Map([[placeKey({ kind: 'thing', key: 'a' }), 'Old name']])
    const departing = new Set(['a'])
    expect(planned({ n: 1 }, { n: 2 }, { inferred }).inferred).toBe('Old name')
    expect(planned({ n: 1 }, { n: 2 }, { departing })).not.toHaveProperty('departs')
    expect(planned({ n: 1 }, { n: 2 })).not.toHaveProperty('inferred')
  })

  test('of a kind that nobody knows is a mistake of ours, and says which', () => {
    const nothing = { actual: {}, desired: {}, whole: new Map(), inferred: new Map(), departing: new Set() }
    const patch = [{ op: 'add' as const, path: '/ghost/a', value: {} }]
    expect(() => planChanges([kind], patch, nothing as unknown as Identified, new Map())).toThrow(
      'the patch names the unknown kind ghost',
    )
  })
})

describe('the hash of a plan', () => {
  const one = planned({ n: 1, m: 1 }, { n: 2, m: 2 })
  const hashOf = (...changes: Change[]) => planHash(changes)

  test('is of its changes and their order, and of nothing else', () => {
    expect(hashOf(one)).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(hashOf(one)).toBe(hashOf({ ...one, place: { file: 'other.yaml', line: 9, column: 9 }, needs: [4] }))
    const other = { ...one, ref: { kind: 'thing', key: 'b' } }
    expect(new Set([hashOf(one), hashOf(other), hashOf(one, other), hashOf(other, one), hashOf()]).size).toBe(5)
    expect(hashOf({ ...one, action: 'move' })).not.toBe(hashOf(one))
    expect(hashOf({ ...one, patch: one.patch.slice(1) })).not.toBe(hashOf(one))
  })

  test('sees values but not the order of their keys, and personal ones masked', () => {
    const valued = (value: Value) => hashOf({ ...one, patch: [{ op: 'add', path: '/thing/a/x', value }] })
    expect(valued({ a: 1, b: 2 })).toBe(valued({ b: 2, a: 1 }))
    expect(valued({ a: 1 })).not.toBe(valued({ a: 2 }))
    expect(valued(new Personal('10012345678'))).toBe(valued(new Personal('10099995678')))
    expect(valued(new Personal('10012345678'))).toBe(valued('100****5678'))
  })

  test('of a removal differs from that of clearing', () => {
    const patched = (op: 'remove' | 'replace') =>
      hashOf({ ...one, patch: [op === 'remove' ? { op, path: '/x' } : { op, path: '/x', value: null }] })
    expect(patched('remove')).not.toBe(patched('replace'))
  })
})

test('a summary counts each action, and no step that only makes room', () => {
  const of = (action: Change['action'], temporary?: true): Change => ({
    ...planned({ n: 1 }, { n: 2 }),
    action,
    ...(temporary && { temporary }),
  })
  expect(summarize([])).toEqual({ create: 0, update: 0, move: 0, replace: 0, delete: 0 })
  expect(summarize([of('create'), of('delete'), of('delete'), of('update', true), of('move'), of('replace')])).toEqual({
    create: 1,
    update: 0,
    move: 1,
    replace: 1,
    delete: 2,
  })
})
