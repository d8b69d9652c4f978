import { expect, test } from 'vitest'
import type { Approval } from '../../../src/core/approval-schema.ts'
import { approve, fileOf } from '../../../src/core/guard/approvals.ts'
import type { ApprovedRefusal, Ref, Refusal } from '../../../src/core/model.ts'

/** Refusals of each kind of object against approvals, without a plan around them. */

const hash = `sha256:${'a'.repeat(64)}`
const today = '2026-11-21'
const ref = (kind: string, key: string): Ref => ({ kind, key })
const refusal = (code: Refusal['code'], refs: readonly Ref[], more: Partial<Refusal> = {}): Refusal => ({
  code,
  message: '…',
  hint: '…',
  refs,
  ...more,
})
const limit = (name: string, subtree?: string) => ({
  limit: { name, amount: 3, most: 2, managed: 9, ...(subtree !== undefined && { subtree }) },
})
const approval = (...approves: readonly ApprovedRefusal[]): Approval => ({
  file: 'approvals/a.yaml',
  plan: hash,
  expires: '2026-11-22',
  reason: '…',
  approves,
})
const judged = (refusals: readonly Refusal[], ...approvals: readonly Approval[]) =>
  approve(refusals, approvals, hash, today)
const notes = (refusals: readonly Refusal[], ...approvals: readonly Approval[]) =>
  judged(refusals, ...approvals).approvals.map(({ state, code, refs }) => [state, code, ...refs.map(({ key }) => key)])

const everyKind = refusal(
  'limit-exceeded',
  [ref('user', 'u'), ref('department', 'd'), ref('department-settings', 's'), ref('role', 'g/r')],
  limit('subtree.remove', '研发部'),
)

test('the offer names objects by kind, a limit by name and place, and lifts what it was made for', () => {
  const { approval: offer } = judged([everyKind])
  expect(offer).toEqual({
    file: `approvals/${'a'.repeat(64)}.yaml`,
    plan: hash,
    expires: '2026-11-28',
    approves: [
      {
        refusal: 'limit-exceeded',
        limit: 'subtree.remove',
        subtree: '研发部',
        users: ['u'],
        departments: ['d', 's'],
        roles: ['g/r'],
      },
    ],
  })
  expect(judged([everyKind], approval(...(offer?.approves ?? [])))).toMatchObject({
    refusals: [],
    approved: [everyKind],
  })
})

test('the offer leaves out what a refusal does not speak of', () => {
  const offered = (refused: Refusal) => judged([refused]).approval?.approves
  expect(offered(refusal('protected', [ref('user', 'u')]))).toStrictEqual([{ refusal: 'protected', users: ['u'] }])
  expect(offered(refusal('protected', [ref('department', 'd')]))).toStrictEqual([
    { refusal: 'protected', departments: ['d'] },
  ])
  expect(offered(refusal('limit-exceeded', [ref('role', 'g/r')], limit('roles.remove')))).toStrictEqual([
    { refusal: 'limit-exceeded', limit: 'roles.remove', roles: ['g/r'] },
  ])
})

test.each<[string, ApprovedRefusal]>([
  ['another limit', { refusal: 'limit-exceeded', limit: 'users.remove', subtree: '研发部' }],
  ['the same limit elsewhere', { refusal: 'limit-exceeded', limit: 'subtree.remove', subtree: '市场部' }],
  ['the same limit of the whole company', { refusal: 'limit-exceeded', limit: 'subtree.remove' }],
  ['another refusal', { refusal: 'protected', limit: 'subtree.remove', subtree: '研发部' }],
])('an entry for %s lifts nothing, and is said to be of no use', (_, entry) => {
  const given = { ...entry, users: ['u'], departments: ['d', 's'], roles: ['g/r'] }
  expect(judged([everyKind], approval(given)).refusals).toEqual([everyKind])
  expect(notes([everyKind], approval(given))).toEqual([['unused', entry.refusal, 'u', 'd', 's', 'g/r']])
})

test.each(['users', 'departments', 'roles'] as const)('an entry that leaves out the %s lacks just them', (kind) => {
  const whole = { users: ['u'], departments: ['d', 's'], roles: ['g/r'] }
  const { [kind]: left, ...rest } = whole
  const given = approval({ refusal: 'limit-exceeded', limit: 'subtree.remove', subtree: '研发部', ...rest })
  expect(judged([everyKind], given).refusals).toEqual([everyKind])
  expect(notes([everyKind], given)).toEqual([['incomplete', 'limit-exceeded', ...left]])
})

test('of two refusals by one rule, the one that is named is lifted, and the other is what is missing', () => {
  const refused = [refusal('protected', [ref('user', 'a')]), refusal('protected', [ref('user', 'b')])]
  const given = approval({ refusal: 'protected', users: ['a'] })
  expect(judged(refused, given).refusals).toEqual([refused[1]])
  expect(notes(refused, given)).toEqual([
    ['applied', 'protected'],
    ['incomplete', 'protected', 'b'],
  ])
})

test('a refusal that names nobody is never lifted, and an entry that names nobody is of no use', () => {
  const refused = [refusal('administrators', [])]
  expect(judged(refused, approval({ refusal: 'administrators' })).refusals).toEqual(refused)
  expect(notes([], approval({ refusal: 'administrators' }))).toEqual([['unused', 'administrators']])
})

test('only the beginning of a hash tells how it was made', () => {
  expect(fileOf('sha256:ab')).toBe('approvals/ab.yaml')
  expect(fileOf('absha256:cd')).toBe('approvals/absha256:cd.yaml')
})
