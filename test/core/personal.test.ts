import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { mask, Personal } from '../../src/core/personal.ts'

describe('a value is masked', () => {
  test.each([
    ['a mobile', '10012345678', '100****5678'],
    ['a mobile written with spaces and hyphens', '100 1234-5678', '100****5678'],
    ['a mobile with its country code', '+86-10012345678', '100****5678'],
    ['a mobile with a country code in brackets', '+(86) 10012345678', '100****5678'],
    ['a mobile from abroad', '+44-20012345678', '200****5678'],
    ['digits that are more than a mobile', '8610012345678', '861****5678'],
    ['eleven digits behind a plus', '+10012345678', '100****5678'],
    ['an extension number', '8001', '***'],
    ['ten digits', '1001234567', '***'],
    ['a text that ends in a mobile', 'call 10012345678', '***'],
    ['a text that begins with a mobile', '10012345678 call', '***'],
    ['a mail', 'lilei@example.com', 'l***@example.com'],
    ['a mail of one letter', 'l@example.com', 'l***@example.com'],
    ['a mail that begins beyond the plane of two bytes', '𠮷田@example.com', '𠮷***@example.com'],
    ['a mail with a line in front', 'x\nlilei@example.com', 'x***@example.com'],
    ['a mail with a line behind', 'lilei@example.com\nx', '***'],
    ['a mail without a name', '@example.com', '***'],
    ['a mail without a host', 'lilei@', '***'],
    ['a text', 'secret words', '***'],
    ['nothing', '', '***'],
  ])('%s', (_name, value, masked) => {
    expect(mask(value)).toBe(masked)
    const personal = new Personal(value)
    expect(String(personal)).toBe(masked)
    expect(JSON.stringify({ personal })).toBe(JSON.stringify({ personal: masked }))
    expect(inspect(personal)).toBe(masked)
    expect(inspect({ deep: [personal] }, { showHidden: true })).toContain(masked)
  })
})

test('a secret shows nothing of itself, however it is printed', () => {
  const secret = new Personal('10012345678', { secret: true })
  expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual(['***', '"***"', '***'])
})

test('the form that is compared and the form that was written are both kept', () => {
  const mobile = new Personal('10012345678', { written: '100-1234-5678' })
  expect([mobile.reveal(), mobile.written()]).toEqual(['10012345678', '100-1234-5678'])
  expect(new Personal('10012345678').written()).toBe('10012345678')
})

test('neither spreading nor listing finds the value', () => {
  const personal = new Personal('10012345678')
  expect(JSON.stringify([Object.entries(personal), { ...personal }, Reflect.ownKeys(personal)])).not.toContain('1234')
})
