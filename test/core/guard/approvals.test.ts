import { describe, expect, test } from 'vitest'
import type { Approval } from '../../../src/core/approval-schema.ts'
import { addPerson, organisation, planOf, type World } from '../../support/world.ts'

/** A plan that two rules stop: five people leave where three may, and one of them is protected. */
function stopped(): World {
  const world = organisation()
  world.settings = {
    ...world.settings,
    deletions: { users: 'enabled', departments: 'enabled', roles: 'enabled' },
    protected: { users: ['p0'], departments: [] },
  }
  for (let at = 0; at < 5; at += 1)
    addPerson(world, { userid: `p${at}`, name: `员工${at}`, main: '市场部', title: '专员' })
  for (let at = 0; at < 5; at += 1) delete world.desired.user[`p${at}`]
  return world
}

/** The approval that the plan offers, as it would be read from its file. */
function offered(world: World, more: Partial<Approval> = {}): Approval {
  const { approval } = planOf(world)
  if (approval === undefined) throw new Error('the plan offers no approval')
  return { ...approval, reason: '…', ...more }
}
const codes = (world: World) => planOf(world).refusals.map(({ code }) => code)
const notes = (world: World) =>
  planOf(world).approvals.map(({ state, code, refs }) => [state, code, ...refs.map(({ key }) => key)])

test('the approval that a plan offers lets it through, and what it let through is shown', () => {
  const world = stopped()
  expect(codes(world)).toEqual(['protected', 'limit-exceeded'])
  world.approvals = [offered(world)]
  expect(codes(world)).toEqual([])
  expect(planOf(world).approved.map(({ code }) => code)).toEqual(['protected', 'limit-exceeded'])
  expect(notes(world)).toEqual([
    ['applied', 'protected'],
    ['applied', 'limit-exceeded'],
  ])
  expect(planOf(world).approval).toBeUndefined()
})

test('it is named after the hash and holds for a week', () => {
  const world = stopped()
  const { hash, approval } = planOf(world)
  expect(approval).toMatchObject({
    file: `approvals/${hash.slice('sha256:'.length)}.yaml`,
    plan: hash,
    expires: '2026-11-28',
  })
})

describe('it lifts nothing', () => {
  test('of another plan', () => {
    const world = stopped()
    world.approvals = [offered(world)]
    delete world.desired.user['wangwu']
    expect(codes(world)).toEqual(['protected', 'limit-exceeded'])
    expect(notes(world)).toEqual([['other-plan', undefined]])
  })

  test.each([
    ['2026-11-20', 'expired', true],
    ['2026-11-21', 'applied', false],
    ['2026-12-21', 'applied', false],
    ['2026-12-22', 'too-far', true],
  ])('until %s, seen on 2026-11-21: %s', (expires, state, refuses) => {
    const world = stopped()
    world.approvals = [offered(world, { expires })]
    expect([notes(world)[0]?.[0], codes(world).length > 0]).toEqual([state, refuses])
  })

  test('that names only a part of what a refusal is about, and says who is missing', () => {
    const world = stopped()
    const whole = offered(world)
    world.approvals = [
      {
        ...whole,
        approves: whole.approves.map((entry) => ({
          ...entry,
          users: (entry.users ?? []).filter((key) => key !== 'p4'),
        })),
      },
    ]
    expect(codes(world)).toEqual(['limit-exceeded'])
    expect(notes(world)).toEqual([
      ['applied', 'protected'],
      ['incomplete', 'limit-exceeded', 'p4'],
    ])
  })

  test('by another limit, or by the limit of a department in place of that of the company', () => {
    for (const other of [{ limit: 'users.move' }, { subtree: '市场部' }]) {
      const world = stopped()
      const whole = offered(world)
      world.approvals = [
        { ...whole, approves: whole.approves.map((entry) => ({ ...entry, ...(entry.limit && other) })) },
      ]
      expect(codes(world)).toEqual(['limit-exceeded'])
      expect(notes(world)).toContainEqual(['unused', 'limit-exceeded', 'p0', 'p1', 'p2', 'p3', 'p4'])
    }
  })
})

test('what it names beyond the refusals is said to be unused, and lifts them all the same', () => {
  const world = stopped()
  const whole = offered(world)
  world.approvals = [
    { ...whole, approves: whole.approves.map((entry) => ({ ...entry, users: [...(entry.users ?? []), 'lilei'] })) },
  ]
  expect(codes(world)).toEqual([])
  expect(notes(world)).toContainEqual(['unused', 'protected', 'lilei'])
})

describe('never approved, whatever a file says', () => {
  const stubborn: readonly [string, (world: World) => void][] = [
    ['incomplete-read', (world) => world.gaps.push({ code: 'scope', message: 'partial' })],
    ['wrong-company', (world) => Object.assign(world, { company: 'wrong' })],
    ['own-access', (world) => Object.assign(world, { access: { departments: [], users: ['p1'] } })],
    ['administrators', (world) => Object.assign(world, { administrators: { super: ['p1', 'a', 'b'], sub: [] } })],
    ['administrators', (world) => Object.assign(world, { administrators: { unread: '…' } })],
    ['deletion-plan-only', (world) => Object.assign(world.settings.deletions, { users: 'plan-only' })],
    ['departed-changed', (world) => Object.assign(world, { base: { ...world.settings, departed: '离职' } })],
  ]
  test.each(stubborn)('%s', (code, change) => {
    const world = stopped()
    change(world)
    const whole = offered(world)
    expect(whole.approves.map(({ refusal }) => refusal)).toEqual(['protected', 'limit-exceeded'])
    const users = Object.keys(world.lock.resources['user'] ?? {})
    world.approvals = [{ ...whole, approves: [...whole.approves, { refusal: code as never, users }] }]
    expect(codes(world)).toEqual([code])
  })

  test('administrators where too few would remain can be', () => {
    const world = stopped()
    world.administrators = { super: ['a'], sub: ['p1'] }
    world.approvals = [offered(world)]
    expect(planOf(world).approved.map(({ code }) => code)).toContain('administrators')
    expect(codes(world)).toEqual([])
  })
})

describe('the policy of the base commit', () => {
  test('refuses what the change has just allowed itself', () => {
    const world = stopped()
    world.base = world.settings
    const limits = { ...world.settings.limits, 'users.remove': { floor: 9, percent: 0, ceiling: 9 } }
    world.settings = { ...world.settings, limits, protected: { users: [], departments: [] } }
    expect(planOf(world).refusals).toMatchObject([
      { code: 'protected', base: true },
      { code: 'limit-exceeded', base: true },
    ])
    delete world.base
    expect(codes(world)).toEqual([])
  })
  test('counts where it is looser as well: the stricter one is told, once', () => {
    const world = stopped()
    world.base = {
      ...world.settings,
      limits: { ...world.settings.limits, 'users.remove': { floor: 4, percent: 0, ceiling: 4 } },
    }
    expect(planOf(world).refusals.map(({ code, limit, base }) => [code, limit?.most, base])).toEqual([
      ['protected', undefined, undefined],
      ['limit-exceeded', 3, undefined],
    ])
  })
  test('does not let a change switch deletions on for itself', () => {
    const world = stopped()
    world.base = { ...world.settings, deletions: { users: 'plan-only', departments: 'enabled', roles: 'enabled' } }
    expect(planOf(world).refusals[0]).toMatchObject({ code: 'deletion-plan-only', base: true })
  })
  test('keeps its company', () => {
    const world = stopped()
    world.base = { ...world.settings, corp: 'dingcorp0001' }
    world.settings = { ...world.settings, corp: 'dingother' }
    world.lock.corp = null
    expect(codes(world)).toContain('wrong-company')
  })
  test('is lifted by an approval as any other', () => {
    const world = stopped()
    world.base = world.settings
    world.settings = { ...world.settings, protected: { users: [], departments: [] } }
    world.approvals = [offered(world)]
    expect(codes(world)).toEqual([])
  })
})
