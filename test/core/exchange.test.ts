import { describe, expect, test } from 'vitest'
import { exchangedMobiles } from '../../src/core/exchange.ts'
import { type Change, placeKey } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'

const place = (line: number) => ({ file: 'departments/people.yaml', line, column: 3 })
const places = new Map([
  [placeKey({ kind: 'user', key: 'a' }, 'mobile'), place(3)],
  [placeKey({ kind: 'user', key: 'b' }, 'mobile'), place(7)],
])
const number = (digit: string) => new Personal(`+86-1000000000${digit}`)
const replace = (key: string, from: string, to: string): Change => ({
  action: 'replace',
  ref: { kind: 'user', key },
  before: { mobile: number(from) },
  after: { mobile: number(to) },
  patch: [],
  needs: [],
})
const lines = (...changes: Change[]) => exchangedMobiles(changes, places).map(({ file, line }) => `${file}:${line}`)

describe('people who get each other’s mobiles', () => {
  test('two of them are both named, at their mobiles, with the other one and without a number', () => {
    const found = exchangedMobiles([replace('a', '1', '2'), replace('b', '2', '1')], places)
    expect(found.map(({ line }) => line)).toEqual([3, 7])
    expect(found[0]?.zh[0]).toContain('“b”')
    expect(JSON.stringify(found)).not.toMatch(/1000/)
  })

  test('three in a circle are all named', () => {
    expect(lines(replace('a', '1', '2'), replace('b', '2', '3'), replace('c', '3', '1'))).toHaveLength(3)
  })

  test('a chain that ends at a free number is no exchange', () => {
    expect(lines(replace('a', '1', '2'), replace('b', '2', '3'))).toEqual([])
  })

  test('somebody who wants a number out of a circle is not in it', () => {
    const circle = [replace('a', '1', '2'), replace('b', '2', '1')]
    expect(lines(...circle, replace('c', '4', '1'))).toHaveLength(2)
  })

  test('a number that stays is no exchange', () => {
    expect(lines(replace('a', '1', '1'))).toEqual([])
  })
})
