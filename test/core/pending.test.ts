import { describe, expect, test } from 'vitest'
import { LockInvalid, parseLock } from '../../src/core/lock-parse.ts'
import { emptyLock, type Lockfile, stringifyLock } from '../../src/core/lockfile.ts'
import type { Change, Outcome } from '../../src/core/model.ts'
import {
  dropInvitations,
  invitation,
  isReaddressed,
  noteInvitation,
  wentTo,
  withoutHeld,
} from '../../src/core/pending.ts'
import { Personal } from '../../src/core/personal.ts'
import type { Fingerprint } from '../../src/core/settle.ts'
import { canonicalText } from '../../src/core/value.ts'
import { kinds } from '../../src/kinds/index.ts'

const ours: Fingerprint = (field, value) => `ours.${field}.${canonicalText(value).length}`
const others: Fingerprint = (field, value) => `others.${field}.${canonicalText(value).length}`
const short = new Personal('+86-10000000001')
const long = new Personal('+852-100000000011')
const sealed = new Personal(undefined, { seal: { text: 'age:', digest: 'd' } })

const ref = { kind: 'user', key: 'lilei' }
const change: Change = { action: 'create', ref, patch: [], needs: [], after: { mobile: short } }
const lock: Lockfile = {
  ...emptyLock,
  pending: { user: { lilei: { since: '2026-11-20', to: 'x', key: 'y' }, wangwu: { since: '2026-11-21' } } },
}
const today = () => ({ since: '2026-11-22' })

test('the lock’s text holds invitations between format and resources, and gives them back', () => {
  const text = stringifyLock(lock)
  expect(text).toBe(`{
  "corp": null,
  "format": "rollbook.lock/1",
  "pending": {
    "user": {
      "lilei": {"since":"2026-11-20","to":"x","key":"y"},
      "wangwu": {"since":"2026-11-21"}
    }
  },
  "resources": {}
}
`)
  expect(parseLock(text)).toEqual(lock)
  expect(parseLock(text.replaceAll('\n', '\n '))).toEqual(lock)
  expect(stringifyLock({ ...emptyLock, pending: {} })).toBe(stringifyLock(emptyLock))
})

test.each([
  ['no object', '[]'],
  ['a day that is none', '{"user": {"a": {"since": "yesterday"}}}'],
  ['a field of another Rollbook', '{"user": {"a": {"since": "2026-11-21", "mobile": "x"}}}'],
])('invitations of another shape are refused: %s', (_, pending) => {
  const text = `{"corp": null, "format": "rollbook.lock/1", "pending": ${pending}, "resources": {}}`
  expect(() => parseLock(text)).toThrow(LockInvalid)
})

describe('whether somebody is invited anew', () => {
  const invited = invitation('2026-11-21', short, ours)
  test.each([
    ['the same mobile', short, ours, false],
    ['another mobile', long, ours, true],
    ['another mobile, by a digest that another key made', long, others, false],
    ['no mobile at all', undefined, ours, false],
    ['a mobile that is sealed', sealed, ours, false],
  ] as const)('%s', (_, invitee, fingerprint, expected) => {
    expect(isReaddressed(invited, invitee, fingerprint)).toBe(expected)
    expect(wentTo(invited, invitee, fingerprint)).toBe(invitee === short && fingerprint === ours)
  })

  test('an invitation to a sealed mobile has no digest, and is never taken for another', () => {
    expect(invitation('2026-11-21', sealed, ours)).toEqual({ since: '2026-11-21' })
    expect(isReaddressed({ since: '2026-11-21' }, long, ours)).toBe(false)
  })
})

describe('the lock after an outcome', () => {
  const failed = (reason: 'invite-pending' | 'unclear' | 'moderation'): Outcome => ({
    status: 'failed',
    change,
    error: new Error('…'),
    reason,
  })
  test.each([
    ['that invites', failed('invite-pending'), today()],
    ['that nobody knows', failed('unclear'), lock.pending?.['user']?.['lilei']],
    ['that is refused for another reason', failed('moderation'), undefined],
    ['that makes the person', { status: 'applied', change, id: 'lilei' } as const, undefined],
    ['that is skipped', { status: 'skipped', change, because: ref } as const, lock.pending?.['user']?.['lilei']],
    [
      'of an update',
      { status: 'applied', change: { ...change, action: 'update' }, id: 'lilei' } as const,
      lock.pending?.['user']?.['lilei'],
    ],
  ])('%s', (_, outcome, expected) => {
    const next = noteInvitation(lock, outcome, today)
    expect(next.pending?.['user']?.['lilei']).toEqual(expected)
    expect(next.pending?.['user']?.['wangwu']).toEqual({ since: '2026-11-21' })
  })

  test('forgets only whom it is told to, and says nothing where nobody waits', () => {
    expect(dropInvitations(lock, () => false)).toBe(lock)
    expect(dropInvitations(lock, ({ key }) => key === 'lilei').pending).toEqual({
      user: { wangwu: { since: '2026-11-21' } },
    })
    expect(dropInvitations(lock, () => true)).toEqual(emptyLock)
  })
})

test('a directory without somebody names them nowhere, and tells what did', () => {
  const directory = {
    user: { lilei: { name: '李雷' }, led: { name: '韩梅梅', manager_userid: 'lilei' } },
    'department-settings': { 研发部: { dept_manager_userid_list: { led: true, lilei: true } } },
    role: { '岗位/会计': { name: '会计', group: '岗位', members: { lilei: {}, led: {} } } },
  }
  const result = withoutHeld(kinds, directory, [ref])
  expect(result.directory).toMatchObject({
    user: { led: { name: '韩梅梅' } },
    'department-settings': { 研发部: { dept_manager_userid_list: { led: true } } },
    role: { '岗位/会计': { members: { led: {} } } },
  })
  expect(JSON.stringify(result.directory)).not.toContain('lilei')
  expect([...result.named.values()].flat().map(({ key }) => key)).toEqual(['led', '研发部', '岗位/会计'])
  expect(withoutHeld(kinds, directory, []).directory).toBe(directory)
})
