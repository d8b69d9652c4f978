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
    ['more than a mobile with its country code', '+862110012345678', '100****5678'],
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
    ['a mail behind an empty line', '\nlilei@example.com', '***'],
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

describe('a sealed value', () => {
  const seal = { text: 'age:YWJj', digest: 'd1' }
  const sealed = new Personal(undefined, { seal })

  test('is closed, shows nothing, and cannot be used by mistake', () => {
    expect([sealed.closed, sealed.seal]).toEqual([true, seal])
    expect([String(sealed), JSON.stringify(sealed), inspect(sealed)]).toEqual(['(sealed)', '"(sealed)"', '(sealed)'])
    expect(() => sealed.reveal()).toThrow('a sealed value was to be used before it was opened')
    expect(() => sealed.written()).toThrow('a sealed value was to be used before it was opened')
  })

  test('is open once its value is known, and keeps how it was written', () => {
    const open = new Personal('10012345678', { written: '100-1234-5678' }).under(seal)
    expect([open.closed, open.seal, open.reveal(), open.written()]).toEqual([
      false,
      seal,
      '10012345678',
      '100-1234-5678',
    ])
    expect(new Personal('10012345678', { secret: true }).under(seal).toString()).toBe('***')
    expect(sealed.under({ ...seal, digest: 'd2' }).seal?.digest).toBe('d2')
  })

  test('was never sealed, where there is none', () => {
    const plain = new Personal('10012345678')
    expect([plain.closed, plain.seal]).toEqual([false, undefined])
  })

  test('is made of something', () => {
    expect(() => new Personal(undefined)).toThrow('a personal value needs a value or a seal')
  })
})
