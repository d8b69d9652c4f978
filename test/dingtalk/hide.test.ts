import { describe, expect, test } from 'vitest'
import { hide } from '../../src/dingtalk/hide.ts'

/** What DingTalk, or whoever answers in its place, says about a request with these values in it. */
const values = ['Passw0rd/1 +2', '8001', 'lilei@example.com', 'tok3n']

describe('a value of the request is hidden', () => {
  test.each([
    ['as it is', (value: string) => value],
    ['in a URL', encodeURIComponent],
    ['in a form', (value: string) => new URLSearchParams({ v: value }).toString().slice(2)],
    ['in JSON', (value: string) => JSON.stringify(value)],
    ['in base64', (value: string) => Buffer.from(value).toString('base64')],
    ['in base64 for URLs', (value: string) => Buffer.from(value).toString('base64url')],
    ['in hex', (value: string) => Buffer.from(value).toString('hex')],
  ])('%s', (_, form) => {
    for (const value of values) {
      const said = hide(`field ${form(value)} is taken`, values)
      expect(said).not.toContain(form(value))
      expect(said).toMatch(/^field .*\*{3}.* is taken$/)
    }
  })
})

test.each([
  ['a link', 'see https://oapi.example/x?access_token=abc for more', 'see (link) for more'],
  ['a mail in a URL', 'mail lilei%40example.com is taken', 'mail *** is taken'],
  ['what holds a whole request', `got ${Buffer.from('{"mobile":"10012345678"}').toString('base64')}`, 'got ***'],
  ['a number', 'mobile 100-1234-5678', 'mobile ***'],
])('%s is hidden, although nobody sent it', (_, text, hidden) => expect(hide(text, [])).toBe(hidden))

test.each([
  'no permission qyapi_manage_addresslist for Contact.User.mobile',
  'the address 203.0.113.7 is not in the list',
  '调用量 5000，额度 5000',
])('%s stays readable', (text) => expect(hide(text, [])).toBe(text))
