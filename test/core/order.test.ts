import { describe, expect, test } from 'vitest'
import type { Change, Model, Ref } from '../../src/core/model.ts'
import { type Orderable, order } from '../../src/core/order.ts'

/** Three kinds with nothing of a company in them: a box names its parent box and a slot, a label is a setting of a box. */
const box: Orderable = {
  name: 'box',
  *references(model) {
    for (const key of ['in', 'near']) if (typeof model[key] === 'string') yield { kind: 'box', key: model[key] }
  },
  *slots(model) {
    if (typeof model['slot'] === 'string') yield model['slot']
    if (typeof model['fixed'] === 'string') yield model['fixed']
  },
  park: (model, key) => ({ ...model, slot: `~${key}` }),
}
const label: Orderable = { ...box, name: 'label', settingOf: 'box' }
const thing: Orderable = { ...box, name: 'thing' }
const kinds = [box, thing, label]

const at = (name: string): Ref => ({ kind: name.split(' ')[0] ?? '', key: name.split(' ')[1] ?? '' })
const create = (name: string, after: Model = {}): Change => change('create', name, undefined, after)
const update = (name: string, before: Model, after: Model): Change => change('update', name, before, after)
const remove = (name: string, before: Model = {}): Change => change('delete', name, before, undefined)
const replace = (name: string, before: Model, after: Model): Change => change('replace', name, before, after)

function change(action: Change['action'], name: string, before: Model | undefined, after: Model | undefined): Change {
  return {
    action,
    ref: at(name),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    patch: [],
    needs: [],
  }
}

/** `create box a`, and behind it the positions that it needs. */
const told = (changes: readonly Change[]) =>
  order(kinds, changes).map(({ action, ref, needs, temporary }) =>
    [temporary ? 'park' : action, ref.kind, ref.key, ...needs].join(' '),
  )

describe('the order of changes', () => {
  test('is down the registry, and by key within a kind, whatever order they come in', () => {
    const changes = [create('label x'), update('thing b', {}, {}), create('thing a'), create('box z'), create('box y')]
    const expected = ['create box y', 'create box z', 'create thing a', 'update thing b', 'create label x']
    expect(told(changes)).toEqual(expected)
    expect(told([...changes].reverse())).toEqual(expected)
  })

  test('puts deletes last, up the registry', () => {
    const changes = [remove('box a'), remove('label c'), remove('thing b'), update('label z', {}, {})]
    expect(told(changes)).toEqual(['update label z', 'delete label c', 'delete thing b', 'delete box a'])
  })

  test('puts what is named before what names it, and says so', () => {
    const changes = [create('box a', { in: 'b' }), create('box b', { in: 'c' }), create('box c')]
    expect(told(changes)).toEqual(['create box c', 'create box b 0', 'create box a 1'])
  })

  test('knows a reference to itself for none', () => {
    expect(told([create('box a', { in: 'a' })])).toEqual(['create box a'])
    expect(told([remove('box a', { in: 'a' })])).toEqual(['delete box a'])
  })

  test('waits for an update of what is named, but does not need it', () => {
    const changes = [create('box a', { in: 'b' }), update('box b', {}, { slot: 'x' })]
    expect(told(changes)).toEqual(['update box b', 'create box a'])
  })

  test('lists each need once, in order', () => {
    const changes = [
      create('thing z', { in: 'c', near: 'b' }),
      create('box b'),
      create('box c'),
      create('label c', { in: 'c', near: 'b' }),
    ]
    expect(told(changes)).toEqual(['create box b', 'create box c', 'create thing z 0 1', 'create label c 0 1'])
  })

  test('lists needs as numbers, not as texts', () => {
    const boxes = Array.from('abcdefghijk', (name) => create(`box ${name}`))
    const [first, last] = [
      { in: 'c', near: 'k' },
      { in: 'k', near: 'c' },
    ]
    expect(told([...boxes, create('thing a', first), create('thing b', last)]).slice(-2)).toEqual([
      'create thing a 2 10',
      'create thing b 2 10',
    ])
  })

  test('makes the owner of a setting first, and the setting needs it', () => {
    expect(told([create('label a'), create('box a')])).toEqual(['create box a', 'create label a 0'])
  })

  test('needs what is replaced as much as what is made', () => {
    expect(told([replace('box b', {}, {}), create('thing a', { in: 'b' })])).toEqual([
      'replace box b',
      'create thing a 0',
    ])
  })

  test('lets everything leave before what it leaves is deleted', () => {
    const changes = [
      remove('box a'),
      remove('box b', { in: 'a' }),
      remove('box c', { in: 'b' }),
      update('thing t', { in: 'a' }, { in: 'd' }),
    ]
    expect(told(changes)).toEqual(['update thing t', 'delete box c', 'delete box b', 'delete box a'])
  })

  test('deletes the inner one first, whatever their keys', () => {
    expect(told([remove('box a', { in: 'b' }), remove('box b')])).toEqual(['delete box a', 'delete box b'])
    expect(told([remove('box b', { in: 'a' }), remove('box a')])).toEqual(['delete box b', 'delete box a'])
  })

  test('does not wait for a delete of what it names', () => {
    expect(told([remove('box b'), update('box a', {}, { in: 'b' })])).toEqual(['update box a', 'delete box b'])
  })

  test('frees a slot before it is taken', () => {
    const changes = [create('box a', { slot: 'x' }), update('box b', { slot: 'x' }, { slot: 'y' })]
    expect(told(changes)).toEqual(['update box b', 'create box a'])
  })

  test('frees a slot by a delete before it is taken', () => {
    expect(told([create('box a', { slot: 'x' }), remove('box b', { slot: 'x' })])).toEqual([
      'delete box b',
      'create box a',
    ])
  })

  test('does not wait for a slot that its holder keeps, nor for one of another kind', () => {
    const keeps = update('box b', { slot: 'x', n: 1 }, { slot: 'x', n: 2 })
    expect(told([update('box a', { slot: 'y' }, { slot: 'x' }), keeps])).toEqual(['update box a', 'update box b'])
    const other = update('thing b', { slot: 'x' }, { slot: 'y' })
    expect(told([create('box a', { slot: 'x' }), other])).toEqual(['create box a', 'update thing b'])
  })
})

describe('two that swap what only one may hold', () => {
  const swap = [update('box a', { slot: 'x' }, { slot: 'y' }), update('box b', { slot: 'y' }, { slot: 'x' })]

  test('pass through a temporary one', () => {
    expect(told(swap)).toEqual(['park box a', 'update box b', 'update box a 0'])
    const [park, , real] = order(kinds, swap)
    expect(park).toMatchObject({
      before: { slot: 'x' },
      after: { slot: '~a' },
      patch: [{ op: 'replace', path: '/box/a/slot', value: '~a' }],
    })
    expect(real).toMatchObject({
      before: { slot: '~a' },
      after: { slot: 'y' },
      patch: [{ op: 'replace', path: '/box/a/slot', value: 'y' }],
    })
  })

  test('need one temporary step in a ring of three', () => {
    const ring = [
      update('box a', { slot: 'x' }, { slot: 'y' }),
      update('box b', { slot: 'y' }, { slot: 'z' }),
      update('box c', { slot: 'z' }, { slot: 'x' }),
    ]
    expect(told(ring)).toEqual(['park box a', 'update box c', 'update box b', 'update box a 0'])
  })

  test('take no temporary step where it would not give up the slot', () => {
    const fixed = [update('box a', { fixed: 'x' }, { fixed: 'y' }), update('box b', { fixed: 'y' }, { fixed: 'x' })]
    expect(told(fixed)).toEqual(['update box b', 'update box a'])
  })

  test('take one temporary step, although two wait for it', () => {
    const two = [
      update('box a', { slot: 'x', fixed: 'p' }, { slot: 'y', fixed: 'q' }),
      update('box b', { slot: 'y' }, { slot: 'x' }),
      update('box c', { fixed: 'q' }, { slot: 'x' }),
    ]
    expect(told(two).filter((line) => line.startsWith('park'))).toEqual(['park box a'])
  })
})

test('a change of a kind that nobody knows is a mistake of ours, and says which', () => {
  expect(() => order(kinds, [create('ghost a')])).toThrow('a change names the unknown kind ghost')
})
