import { describe, expect, test } from 'vitest'
import { parseLock } from '../../src/core/lock-parse.ts'
import { adopt, confirm, emptyLock, forget, type Lockfile, record, stringifyLock } from '../../src/core/lockfile.ts'
import type { Change, Model } from '../../src/core/model.ts'

const lock: Lockfile = {
  corp: 'dingcorp0001',
  resources: {
    user: { lilei: { id: 'lilei', main: '研发部' } },
    department: { 研发部: { id: '10' }, 后端组: { id: '11', sets: ['user_permits'] } },
  },
}
const user = { name: 'user', shapes: { dept_id_list: 'set', also: 'value' }, remembered: ['login_email'] }
const change = (action: Change['action'], after: Model = {}): Change => ({
  action,
  ref: { kind: 'user', key: 'hanmei' },
  after,
  patch: [],
  needs: [],
})
const fingerprint = (field: string) => `digest of ${field}`

test('the text has one sorted entry a line, so that branches merge', () => {
  expect(stringifyLock(lock)).toMatchInlineSnapshot(`
    "{
      "corp": "dingcorp0001",
      "format": "rollbook.lock/1",
      "resources": {
        "department": {
          "后端组": {"id":"11","sets":["user_permits"]},
          "研发部": {"id":"10"}
        },
        "user": {
          "lilei": {"id":"lilei","main":"研发部"}
        }
      }
    }
    "
  `)
})

test('what is written is read back, and an empty lock too', () => {
  expect(stringifyLock(parseLock(stringifyLock(lock)))).toBe(stringifyLock(lock))
  expect(parseLock(stringifyLock(emptyLock))).toEqual(emptyLock)
})

test('the commit that was applied stands first, is read back whatever the layout, and may be missing', () => {
  const noted = { ...lock, applied: '0123456789abcdef0123456789abcdef01234567' }
  expect(stringifyLock(noted).split('\n')[1]).toBe('  "applied": "0123456789abcdef0123456789abcdef01234567",')
  expect(parseLock(stringifyLock(noted))).toEqual(noted)
  expect(parseLock(JSON.stringify(JSON.parse(stringifyLock(noted)))).applied).toBe(noted.applied)
  expect(parseLock(stringifyLock(lock))).not.toHaveProperty('applied')
})

describe('a text that is not a lock is refused with the reason', () => {
  const cases: readonly [string, string, RegExp][] = [
    ['a merge conflict', '<<<<<<< HEAD\n{}\n=======\n', /conflict/],
    ['cut off', '{"format": "rollbook', /:1:21 .*cut off/],
    ['no JSON', '{\n  nonsense', /:2:3 this is not JSON/],
    ['nothing', '', /empty/],
    [
      'applied of something that is no full hash',
      '{"applied":"main","format":"rollbook.lock/1","corp":null,"resources":{}}',
      /:1:12 "applied" is not the full hash/,
    ],
    ['a newer format', '{"format":"rollbook.lock/2"}', /newer Rollbook/],
    ['an older format', '{"format":"rollbook.lock/0"}', /older Rollbook/],
    [
      'a key twice',
      '{"format":"rollbook.lock/1","corp":null,"resources":{"user":{"a":{"id":"a"},\n"a":{"id":"b"}}}}',
      /:2:1 "a" stands twice/,
    ],
    [
      'a name of every object',
      '{"format":"rollbook.lock/1","corp":null,"resources":{"user":{"__proto__":{"id":"a"}}}}',
      /__proto__/,
    ],
    ['another format', '{"format":"terraform/4"}', /this is not a lock/],
    ['no resources', '{"format":"rollbook.lock/1","corp":null}', /resources/],
    ['an entry without an id', '{"format":"rollbook.lock/1","corp":null,"resources":{"user":{"a":{}}}}', /user "a"/],
    [
      'an entry with more',
      '{"format":"rollbook.lock/1","corp":null,"resources":{"user":{"a":{"id":"1","x":1}}}}',
      /user "a"/,
    ],
    [
      'one id twice',
      '{"format":"rollbook.lock/1","corp":null,"resources":{"department":{"a":{"id":"1"},"b":{"id":"1"}}}}',
      /same id/,
    ],
  ]
  test.each(cases)('%s', (_name, text, reason) => expect(() => parseLock(text)).toThrow(reason))
})

test('an applied create is recorded with its id, main department and what was sent', () => {
  const stated: Model = { main: '市场部', login_email: 'x', dept_id_list: { 市场部: true } }
  const outcome = { status: 'applied' as const, change: change('create', stated), id: 'hanmei' }
  expect(record(lock, outcome, user, stated, {}, [], fingerprint).resources['user']?.['hanmei']).toEqual({
    id: 'hanmei',
    main: '市场部',
    sets: ['dept_id_list'],
    sent: { login_email: 'digest of login_email' },
  })
})

test('a delete forgets, a failure keeps, and a failure that left something behind keeps its id', () => {
  const created = record(
    lock,
    { status: 'applied', change: change('create'), id: 'hanmei' },
    user,
    {},
    {},
    [],
    fingerprint,
  )
  const deleted = record(
    created,
    { status: 'applied', change: change('delete'), id: 'hanmei' },
    user,
    {},
    {},
    [],
    fingerprint,
  )
  expect(stringifyLock(deleted)).toBe(stringifyLock(lock))
  const failed = { status: 'failed' as const, change: change('create'), error: new Error('no') }
  expect(record(lock, failed, user, {}, {}, [], fingerprint)).toBe(lock)
  expect(record(lock, { ...failed, id: '7' }, user, {}, {}, [], fingerprint).resources['user']?.['hanmei']).toEqual({
    id: '7',
  })
})

test('two keys that swap their departments lose neither', () => {
  const swapped = adopt(lock, [
    { ref: { kind: 'department', key: '研发部' }, id: '11', formerly: '后端组' },
    { ref: { kind: 'department', key: '后端组' }, id: '10', formerly: '研发部' },
  ])
  expect(swapped.resources['department']).toEqual({
    研发部: { id: '11', formerly: '后端组', sets: ['user_permits'] },
    后端组: { id: '10', formerly: '研发部' },
  })
})

test('confirming what is known changes nothing, and forgetting removes one entry', () => {
  const ref = { kind: 'user', key: 'lilei' }
  expect(confirm(lock, ref, { main: '研发部' }, {}, user)).toBe(lock)
  expect(confirm(lock, { kind: 'user', key: 'nobody' }, { main: '研发部' }, {}, user)).toBe(lock)
  expect(forget(lock, ref).resources['user']).toEqual({})
})
