import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Administrators } from '../../../src/core/guard/input.ts'
import type { Refusal } from '../../../src/core/model.ts'
import { Personal } from '../../../src/core/personal.ts'
import { allowed, type Limit, limitNames, type Settings, subtreeLimitNames } from '../../../src/core/settings.ts'
import { runs } from '../../support/runs.ts'
import {
  addDepartment,
  addPerson,
  addRole,
  draw,
  judgeIn,
  organisation,
  setHead,
  type World,
} from '../../support/world.ts'

/** Random worlds against rules that are written apart from the guard: what may happen, not how it is counted. */

const RUNS = runs(5000, 500)
/** Thousands of plans take a while on a machine that does other things as well. */
const PATIENCE = 600_000
const places = ['研发部', '研发部/后端组', '研发部/前端组', '市场部', '市场部/品牌组'] as const

const limit: fc.Arbitrary<Limit> = fc.record({
  floor: fc.integer({ min: 0, max: 12 }),
  percent: fc.integer({ min: 0, max: 100 }),
  ceiling: fc.integer({ min: 0, max: 30 }),
})
const mode = fc.constantFrom('enabled' as const, 'plan-only' as const)
const userids = fc.uniqueArray(
  fc.integer({ min: 0, max: 15 }).map((at) => `p${at}`),
  { maxLength: 3 },
)
const settings: fc.Arbitrary<Settings> = fc.record({
  corp: fc.constantFrom(null, 'dingcorp0001'),
  // Mostly on: a plan that is refused for this alone tells nothing about the rest.
  deletions: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ users: 'enabled', departments: 'enabled', roles: 'enabled' } as const) },
    { weight: 1, arbitrary: fc.record({ users: mode, departments: mode, roles: mode }) },
  ),
  departed: fc.constantFrom(null, null, '市场部'),
  limits: fc.record(Object.fromEntries(limitNames.map((name) => [name, limit]))) as fc.Arbitrary<Settings['limits']>,
  subtrees: fc.dictionary(
    fc.constantFrom(...places),
    fc.record(Object.fromEntries(subtreeLimitNames.map((name) => [name, limit])), { requiredKeys: [] }),
    { maxKeys: 2 },
  ) as fc.Arbitrary<Settings['subtrees']>,
  protected: fc.record({ users: userids, departments: fc.uniqueArray(fc.constantFrom(...places), { maxLength: 1 }) }),
  language: fc.constant('zh' as const),
})

/** One edit of the files: of a person, a department, heads or a role. */
const edit = fc.record({
  what: fc.constantFrom(
    'leave',
    'leave',
    'move',
    'title',
    'mobile',
    'mail',
    'role',
    'head',
    'dissolve',
    'rename',
    'role-gone',
  ),
  person: fc.integer({ min: 0, max: 15 }),
  place: fc.constantFrom(...places),
})
const story = fc.record({
  homes: fc.array(fc.constantFrom(...places), { minLength: 16, maxLength: 16 }),
  edits: fc.array(edit, { maxLength: 14 }),
  admins: fc.constantFrom<Administrators | undefined>(
    { super: ['founder'], sub: ['deputy', 'p1'] },
    { super: ['p2', 'founder'], sub: ['p3'] },
    { unread: '…' },
    undefined,
  ),
  access: fc.record({ departments: fc.subarray(['10', '20']), users: userids }),
})
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never

function worldOf({ homes, edits, admins, access }: Story, policy: Settings, base?: Settings): World {
  const world = organisation()
  addDepartment(world, { key: '市场部/品牌组', id: 21, parent: '市场部' })
  for (const [at, main] of homes.entries())
    addPerson(world, { userid: `p${at}`, name: `员工${at}`, main, title: '专员' })
  setHead(world, '市场部', homes[0] === '市场部' ? 'p0' : 'zhaoliu')
  addRole(world, { group: '岗位', name: '安全员', id: '700', members: ['p0', 'p1', 'p2', 'p3'] })
  Object.assign(world, { settings: policy, administrators: admins, access, ...(base && { base }) })
  const { user, department, role } = world.desired
  for (const { what, person, place } of edits) {
    const userid = `p${person}`
    const found = user[userid]
    if (what === 'leave') delete user[userid]
    else if (what === 'move' && found) found['main'] = place
    else if (what === 'title' && found) found['title'] = '顾问'
    else if (what === 'mobile' && found) found['mobile'] = new Personal(`+86-1000000${1000 + person}`)
    else if (what === 'mail' && found) found['email'] = new Personal(`p${person}@example.com`)
    else if (what === 'role') role['岗位/会计'] = { name: '会计', group: '岗位', members: {} }
    else if (what === 'role-gone') delete role['岗位/安全员']
    else if (what === 'head') world.desired['department-settings']['研发部'] = { dept_manager_userid_list: {} }
    else if (what === 'rename' && found && user[`${userid}x`] === undefined) {
      user[`${userid}x`] = { ...found, mobile: new Personal(`+86-1001000${1000 + person}`) }
      delete user[userid]
    } else if (what === 'dissolve' && place === '市场部/品牌组') {
      delete department[place]
      for (const model of Object.values(user)) if (model['main'] === place) model['main'] = '市场部'
    }
  }
  return world
}

test(
  'no plan that is let through removes more than the limits, or anybody who must stay, and a stricter policy never refuses less',
  () => {
    let through = 0
    fc.assert(
      fc.property(story, settings, settings, (told, policy, other) => {
        const world = worldOf(told, policy)
        const drawn = draw(world)
        const { refusals } = judgeIn(world, drawn)
        const strict = new Set(judgeIn({ ...world, settings: stricter(policy, other) }, drawn).refusals.map(ruleOf))
        expect(refusals.map(ruleOf).filter((rule) => !strict.has(rule))).toEqual([])
        if (refusals.length > 0) return
        if (drawn.changes.length > 0) through += 1
        expectWithin(told, policy, world)
      }),
      { numRuns: RUNS },
    )
    // A rule that refuses everything would pass as well.
    expect(through).toBeGreaterThan(RUNS / 50)
  },
  PATIENCE,
)

test(
  'a read with a hole lets nothing through, whatever the policy says and whoever approved it',
  () => {
    fc.assert(
      fc.property(story, settings, (told, policy) => {
        const world = worldOf(told, policy)
        world.gaps.push({ code: 'department', message: '…' })
        const drawn = draw(world)
        const { approval } = judgeIn(world, drawn)
        const approvals = approval === undefined ? [] : [{ ...approval, reason: '…' }]
        const { refusals } = judgeIn({ ...world, approvals }, drawn)
        expect(refusals.some(({ code }) => code === 'incomplete-read')).toBe(drawn.changes.length > 0)
      }),
      { numRuns: RUNS },
    )
  },
  PATIENCE,
)

test(
  'a plan is let through under two policies exactly where it is under each of them',
  () => {
    fc.assert(
      fc.property(story, settings, settings, (told, here, base) => {
        // One way to leave: it decides what the plan is, and not only whether it may be.
        const same = { ...base, departed: here.departed }
        const world = worldOf(told, here)
        const drawn = draw(world)
        const through = (settings: Settings, base?: Settings) =>
          judgeIn({ ...world, settings, ...(base && { base }) }, drawn).refusals.length === 0
        const company = here.corp === null || same.corp === null || here.corp === same.corp
        expect(through(here, same)).toBe(company && through(here) && through(same))
      }),
      { numRuns: RUNS / 2 },
    )
  },
  PATIENCE,
)

/** What is no question of how anything is counted: who is gone in the end, of how many. */
function expectWithin({ admins, access }: Story, policy: Settings, world: World): void {
  const moved = (userid: string) => {
    const [only, ...more] = world.people.get(userid)?.departments ?? []
    return policy.departed !== null && more.length === 0 && only === Number(idOf(world, policy.departed))
  }
  // Who already is where those who leave are put stays there, and nothing happens to them.
  const gone = [...world.people.keys()].filter((userid) => world.desired.user[userid] === undefined && !moved(userid))
  expect(gone.length).toBeLessThanOrEqual(allowed(policy.limits['users.remove'], world.people.size))
  expect(gone.length === 0 || policy.deletions.users === 'enabled').toBe(true)
  expect(gone.filter((userid) => policy.protected.users.includes(userid))).toEqual([])
  expect(gone.filter((userid) => access.users.includes(userid))).toEqual([])
  if (gone.length > 0)
    expect(gone.some((userid) => admins === undefined || 'unread' in admins || admins.super.includes(userid))).toBe(
      false,
    )
  for (const place of places) {
    const within = (userid: string) => world.people.get(userid)?.departments.some((id) => below(world, id, place))
    const there = [...world.people.keys()].filter(within)
    const leaving = gone.filter(within).length
    expect(leaving).toBeLessThanOrEqual(allowed(policy.limits['subtree.remove'], there.length))
    const own = policy.subtrees[place]?.['users.remove']
    if (own !== undefined) expect(leaving).toBeLessThanOrEqual(allowed(own, there.length))
  }
}

function ruleOf({ code, limit }: Refusal): string {
  return `${code} ${limit?.name ?? ''}`
}

test(
  'the approval that is offered lifts all that can be approved, and without any one of its names it does not',
  () => {
    fc.assert(
      fc.property(story, settings, fc.nat(), (told, policy, pick) => {
        const world = worldOf(told, policy)
        const drawn = draw(world)
        const first = judgeIn(world, drawn)
        if (first.approval === undefined) return
        const whole = { ...first.approval, reason: '…' }
        const lifted = judgeIn({ ...world, approvals: [whole] }, drawn)
        expect(
          lifted.refusals.filter(({ code, final }) => !final && whole.approves.some(({ refusal }) => refusal === code)),
        ).toEqual([])
        expect([...lifted.refusals, ...lifted.approved]).toHaveLength(first.refusals.length)
        const names = whole.approves.flatMap((entry, at) =>
          (['users', 'departments', 'roles'] as const).flatMap((kind) =>
            (entry[kind] ?? []).map((key) => [at, kind, key] as const),
          ),
        )
        const [at, kind, key] = names[pick % names.length] ?? [0, 'users', '']
        const lacking = whole.approves.map((entry, index) =>
          index === at ? { ...entry, [kind]: entry[kind]?.filter((other) => other !== key) } : entry,
        )
        const still = judgeIn({ ...world, approvals: [{ ...whole, approves: lacking }] }, drawn)
        expect(still.refusals.length).toBeGreaterThan(lifted.refusals.length)
      }),
      { numRuns: RUNS / 5 },
    )
  },
  PATIENCE,
)

/** At least as strict in everything, and in some things stricter. */
function stricter(policy: Settings, by: Settings): Settings {
  const lower = (a: Limit, b: Limit): Limit => ({
    floor: Math.min(a.floor, b.floor),
    percent: Math.min(a.percent, b.percent),
    ceiling: Math.min(a.ceiling, b.ceiling),
  })
  const off = (name: keyof Settings['deletions']) =>
    policy.deletions[name] === 'enabled' && by.deletions[name] === 'enabled' ? 'enabled' : 'plan-only'
  const subtrees = Object.fromEntries(
    [...new Set([...Object.keys(policy.subtrees), ...Object.keys(by.subtrees)])].map((place) => {
      const [a = {}, b = {}] = [policy.subtrees[place], by.subtrees[place]]
      const names = subtreeLimitNames.filter((name) => a[name] ?? b[name])
      return [place, Object.fromEntries(names.map((name) => [name, lower(a[name] ?? wide, b[name] ?? wide)]))]
    }),
  )
  return {
    ...policy,
    deletions: { users: off('users'), departments: off('departments'), roles: off('roles') },
    limits: Object.fromEntries(
      limitNames.map((name) => [name, lower(policy.limits[name], by.limits[name])]),
    ) as Settings['limits'],
    subtrees,
    protected: {
      users: [...new Set([...policy.protected.users, ...by.protected.users])],
      departments: [...new Set([...policy.protected.departments, ...by.protected.departments])],
    },
  }
}
const wide: Limit = { floor: 1000, percent: 100, ceiling: 1000 }

/** Whether a department of DingTalk stands in a place or below it, by its ids and parents. */
function below(world: World, id: number, place: string): boolean {
  const target = idOf(world, place)
  for (let at: number | undefined = id; at !== undefined; at = world.departments.get(String(at))?.parent)
    if (String(at) === target) return true
  return false
}

function idOf(world: World, place: string): string | undefined {
  return world.lock.resources['department']?.[place]?.id
}
