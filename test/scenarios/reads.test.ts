import { describe, expect, test } from 'vitest'
import type { FaultAction } from '../../src/emulator/faults.ts'
import type { Company } from '../support/company.ts'
import {
  applyAgain,
  founding,
  hurriedClock,
  result,
  stages,
  start,
  undisturbed,
  writesIn,
} from '../support/disturbed.ts'

/** What goes wrong while we read: what passes is waited for, and what was not seen is never taken for missing. */

describe('reads that fail for a while', () => {
  const spells: readonly (readonly [string, FaultAction])[] = [
    ['the connection breaks before the call', { drop: 'before' }],
    ['the connection breaks after the call', { drop: 'after' }],
    ['a gateway answers 502', { status: 502 }],
    ['a gateway answers 504', { status: 504 }],
    ['a page comes back', { html: true }],
    ['an answer is cut off', { truncate: true }],
    ['DingTalk is busy', { refuse: { errcode: -1 } }],
    ['DingTalk throttles this API', { throttle: true }],
  ]
  test.each(spells)('%s: the run asks again and ends well', async (_, fault) => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    for (const operation of ['listSubDepartments', 'getAuthScopes', 'countUsers', 'listUsers', 'listRoles'] as const)
      company.emulator.inject({ match: { operation }, do: fault, times: 4 })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    for (const operation of ['getDepartment', 'getUser', 'listRoleMembers'] as const)
      company.emulator.inject({ match: { operation }, do: fault, times: 4 })
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('for good: the run says so, and nothing is written', async () => {
    const company = await stages.later()
    const before = company.emulator.snapshot()
    const lock = await company.lock()
    company.emulator.inject({ match: { operation: 'listUsers', nth: 3 }, do: { status: 502 }, times: 1000 })
    await expect(company.apply()).rejects.toThrow(/listUsers/)
    expect(company.emulator.snapshot()).toEqual(before)
    expect(await company.lock()).toBe(lock)
    company.emulator.clearFaults()
    expect(await applyAgain(company, 1)).toBe('done after 1')
  })
})

describe('a caller that is too fast', () => {
  test('slows down and ends well, with every throttled write done once', async () => {
    const clock = hurriedClock()
    const company = await start(founding, { rate: 20, now: clock.now }, { rate: 500, clock })
    const people = Array.from(
      { length: 120 },
      (_, at) => `- {userid: p${at}, name: 员工${at}, mobile: "1001${1e6 + at}"}`,
    )
    await company.edit({ 'departments/财务部/people.yaml': `${people.join('\n')}\n` })
    const applied = await company.apply()
    expect(applied.end).toBe('done')
    expect(applied.stats.throttled).toBeGreaterThan(0)
    expect(company.emulator.snapshot().users).toHaveLength(126)
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('is throttled at every third call: nothing is lost, nothing done twice', async () => {
    const expected = await undisturbed('later')
    const company = await stages.later()
    for (const effect of ['read', 'write'] as const)
      for (let nth = 1; nth < 300; nth += 3) company.emulator.inject({ match: { effect, nth }, do: { throttle: true } })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    company.emulator.clearFaults()
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })
})

describe('a token that expires', () => {
  const tokens = (company: Company) => company.emulator.log.filter(({ operation }) => operation === 'getAppAccessToken')

  test('in the middle of the writes is fetched again, once, and nothing is done twice', async () => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    let asked = 0
    const applied = await company.apply({
      stopped() {
        if (asked++ === 7) company.emulator.state.expireToken()
        return false
      },
    })
    expect(applied.end).toBe('done')
    expect(tokens(company)).toHaveLength(2)
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('in the middle of a read with many calls under way is fetched again, once', async () => {
    const company = await start(founding)
    await company.apply()
    const before = tokens(company).length
    let seen = 0
    const expire = () => {
      if (++seen === 5) company.emulator.state.expireToken()
      return false
    }
    company.emulator.inject({ match: { effect: 'read', where: expire }, do: { html: true } })
    expect((await company.plan()).plan.changes).toEqual([])
    expect(tokens(company).length - before).toBe(2)
  })
})

describe('a read with a hole in it', () => {
  type Hole = (company: Company, id: (path: string) => number) => void
  const refuse = (operation: 'listUsers' | 'listSubDepartments' | 'getDepartment', path: string): Hole => {
    return ({ emulator }, id) =>
      emulator.inject({
        match: { operation, where: ({ dept_id }) => dept_id === id(path) },
        do: { refuse: { errcode: 50004 } },
        times: 1000,
      })
  }
  const holes: readonly (readonly [string, string, Hole])[] = [
    ['the people of a department may not be seen', 'scope', refuse('listUsers', '市场部')],
    ['the sub-departments of a department may not be seen', 'scope', refuse('listSubDepartments', '研发部')],
    ['a department may not be seen in detail', 'scope', refuse('getDepartment', '市场部')],
    [
      'the app was narrowed to one department',
      'scope',
      ({ emulator }, id) => {
        emulator.state.scope = { departments: [id('研发部')], users: [] }
      },
    ],
    [
      'the app was narrowed to nobody',
      'scope',
      ({ emulator }) => {
        emulator.state.scope = { departments: [], users: [] }
      },
    ],
    [
      'a page of people came back empty',
      'head-count',
      ({ emulator }, id) =>
        emulator.inject({
          match: { operation: 'listUsers', where: ({ dept_id }) => dept_id === id('市场部') },
          do: { emptyResult: true },
        }),
    ],
    [
      'all departments came back as none',
      'head-count',
      ({ emulator }) => emulator.inject({ match: { operation: 'listSubDepartments' }, do: { emptyResult: true } }),
    ],
    [
      'somebody left while we were reading',
      'head-count',
      ({ emulator }) => {
        let gone = () => {}
        const leaving = new Promise<void>((resolve) => {
          gone = resolve
        })
        emulator.inject({ match: { operation: 'countUsers' }, do: { delay: leaving } })
        const leave = ({ userid }: { readonly userid?: unknown }) => {
          // Details are read once the list is there, so she was in it.
          if (userid === 'lilei') emulator.console('deleteUser', { userid: 'hanmeimei' })
          if (userid === 'lilei') gone()
          return false
        }
        emulator.inject({ match: { operation: 'getUser', where: leave }, do: { html: true } })
      },
    ],
  ]

  test.each(holes)('because %s refuses to write, and says why', async (_, code, make) => {
    const company = await stages.later()
    const lock = await company.lock()
    const written = writesIn(company.emulator).length
    const ids = JSON.parse(lock).resources.department
    make(company, (path) => Number(ids[path].id))
    const { end, plan } = await company.apply()
    expect(end).toBe('refused')
    expect(plan.complete).toBe(false)
    expect(plan.reading.gaps.map((gap) => gap.code)).toContain(code)
    const refusal = plan.refusals.find((refused) => refused.code === 'incomplete-read')
    for (const gap of plan.reading.gaps) expect(refusal?.message).toContain(gap.message)
    expect(writesIn(company.emulator)).toHaveLength(written)
    expect(await company.lock()).toBe(lock)
  })
})

test('a role deleted between its list and that of its members is asked for by its id, and made again', async () => {
  const expected = await undisturbed('later')
  const company = await stages.later()
  const { roles } = company.emulator.state.records
  const remove = ({ role_id }: { readonly role_id?: unknown }) => {
    roles.delete(Number(role_id))
    return false
  }
  company.emulator.inject({ match: { operation: 'listRoleMembers', where: remove }, do: { html: true } })
  const { end, plan } = await company.apply()
  company.emulator.clearFaults()
  expect(end).toBe('done')
  expect(plan.complete).toBe(true)
  expect(plan.changes).toContainEqual(
    expect.objectContaining({ action: 'create', ref: { kind: 'role', key: '岗位/主办会计' } }),
  )
  expect(await result(company, expected)).toEqual({ left: [], differs: [] })
})

test('a page of people that comes back empty in the middle of a long list is noticed by the head count', async () => {
  const people = Array.from(
    { length: 250 },
    (_, at) => `- {userid: p${at}, name: 员工${at}, mobile: "1001${1e6 + at}"}`,
  )
  const company = await start({ ...founding, 'departments/财务部/people.yaml': `${people.join('\n')}\n` })
  expect((await company.apply()).end).toBe('done')
  await company.edit({ 'departments/财务部/people.yaml': `${people.slice(1).join('\n')}\n` })
  company.emulator.inject({
    match: { operation: 'listUsers', where: ({ cursor }) => cursor !== 0 },
    do: { missingPage: true },
  })
  const { end, plan } = await company.apply()
  expect(end).toBe('refused')
  expect(plan.reading.gaps.map(({ code }) => code)).toEqual(['head-count', 'vanished'])
  expect(plan.reading.proof).toMatchObject({ people: 156, headCount: 256 })
  expect(company.emulator.snapshot().users).toHaveLength(256)
})
