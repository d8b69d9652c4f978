import { expect, test } from 'vitest'
import type { FaultAction } from '../../src/emulator/faults.ts'
import { smallCompany, start } from './caller.ts'

const design = { name: '设计', parent_id: 1 }
const names = (result: readonly { readonly name: string }[]) => result.map(({ name }) => name)

const unexecuted: readonly (readonly [string, FaultAction, object])[] = [
  ['a refusal', { refuse: { errcode: -1 } }, { status: 200, body: { errcode: -1 } }],
  [
    'a refusal in the gateway form',
    { refuse: { errcode: 88, sub_code: '90018' } },
    { status: 200, body: { errcode: 88, sub_code: '90018' } },
  ],
  [
    'a refusal of the api host',
    { refuse: { status: 504, code: 'service.timeout' } },
    { status: 504, body: { code: 'service.timeout' } },
  ],
  ['a throttle', { throttle: true }, { status: 200, body: { errcode: 90018 } }],
  ['a blocked address', { punish: true }, { status: 200, body: { status: 1111, punish: 'deny' } }],
  ['a page', { html: true }, { status: 200, text: expect.stringContaining('<html>') }],
  ['a bad gateway', { status: 502 }, { status: 502, text: expect.stringContaining('502') }],
]

test.each(unexecuted)('%s is answered and nothing is executed, once', async (_, action, answer) => {
  const { call, emulator } = await start()
  emulator.inject({ match: { operation: 'createDepartment' }, do: action })
  expect(await call('createDepartment', design)).toMatchObject(answer)
  expect(emulator.snapshot().departments).toHaveLength(1)
  expect(emulator.log[0]?.fault).toBe(Object.keys(action)[0])
  expect((await call('createDepartment', design)).body.errcode).toBe(0)
})

const executed: readonly (readonly [string, FaultAction])[] = [
  ['a connection dropped after the call', { drop: 'after' }],
  ['an answer cut in the middle', { truncate: true }],
]

test.each(executed)('%s leaves the write done', async (_, action) => {
  const { call, emulator } = await start()
  emulator.inject({ do: action })
  await expect(call('createDepartment', design)).rejects.toThrow()
  expect(emulator.snapshot().departments).toHaveLength(2)
})

test.each([
  { status: 502, executed: true },
  { html: true, executed: true },
] satisfies FaultAction[])(
  'an error page in place of an answer can follow a write that was done: %o',
  async (action) => {
    const { call, emulator } = await start()
    emulator.inject({ do: action })
    expect((await call('createDepartment', design)).text).toContain('<html>')
    expect(emulator.snapshot().departments).toHaveLength(2)
  },
)

test('a connection dropped before the call leaves nothing done', async () => {
  const { call, emulator } = await start()
  emulator.inject({ do: { drop: 'before' } })
  await expect(call('createDepartment', design)).rejects.toThrow()
  expect(emulator.snapshot().departments).toHaveLength(1)
  expect(emulator.log).toEqual([expect.objectContaining({ status: 0, outcome: null, fault: 'drop' })])
})

test('a delayed call is executed when its promise is fulfilled, after one that came later', async () => {
  const { call, emulator } = await start()
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  emulator.inject({ match: { where: ({ name }) => name === '甲' }, do: { delay: gate } })
  const slow = call('createDepartment', { name: '甲', parent_id: 1 })
  await call('createDepartment', { name: '乙', parent_id: 1 })
  release()
  await slow
  expect(names(emulator.snapshot().departments)).toEqual(['示例公司', '乙', '甲'])
})

test('a delay in milliseconds passes and the call is executed', async () => {
  const { call, emulator } = await start()
  emulator.inject({ do: { delay: 1 } })
  expect((await call('createDepartment', design)).body.errcode).toBe(0)
})

test('reads lag behind a write for as many reads as planned; writes see the truth', async () => {
  const { call, emulator, rd, market } = await smallCompany()
  emulator.inject({ match: { operation: 'createDepartment' }, do: { lag: 2 } })
  const created = await call('createDepartment', design)
  const { dept_id } = created.body.result
  expect((await call('getDepartment', { dept_id })).body.errcode).toBe(60003)
  expect((await call('createDepartment', design)).body.errcode).toBe(60021)
  expect(names((await call('listSubDepartments')).body.result)).toEqual(['研发', '市场'])
  expect(names((await call('listSubDepartments')).body.result)).toEqual(['研发', '市场', '设计'])
  expect([rd, market, dept_id]).toEqual((await call('listSubDepartmentIds', { dept_id: 1 })).body.result.dept_id_list)
})

test('reads lag behind a write for as long as planned by the clock, and behind what follows it', async () => {
  const clock = { now: 1_000_000 }
  const { call, emulator } = await smallCompany({ now: () => clock.now })
  const seen = async () => names((await call('listSubDepartments')).body.result)
  emulator.inject({ match: { operation: 'createDepartment' }, do: { lagFor: 3000 } })
  await call('createDepartment', design)
  clock.now += 1000
  await call('createDepartment', { name: '法务', parent_id: 1 })
  clock.now += 1999
  expect(await seen()).toEqual(['研发', '市场'])
  clock.now += 1
  expect(await seen()).toEqual(['研发', '市场', '设计', '法务'])
})

test('a write that is refused causes no lag', async () => {
  const { call, emulator } = await smallCompany()
  emulator.inject({ match: { effect: 'write' }, do: { lag: 5 } })
  await call('createDepartment', { name: '研发', parent_id: 1 })
  emulator.console('createDepartment', design)
  expect(names((await call('listSubDepartments')).body.result)).toContain('设计')
})

test('a missing page is empty while paging goes on; an empty result claims to be whole', async () => {
  const { call, emulator, rd } = await smallCompany()
  const page = { dept_id: rd, cursor: 0, size: 1 }
  emulator.inject({ do: { missingPage: true } })
  expect((await call('listUsers', page)).body.result).toEqual({ has_more: true, next_cursor: 1, list: [] })
  emulator.inject({ do: { emptyResult: true }, times: 5 })
  expect((await call('listUsers', page)).body.result).toEqual({ has_more: false, list: [] })
  expect((await call('listSubDepartments')).body.result).toEqual([])
  expect((await call('listSubDepartmentIds', { dept_id: 1 })).body.result).toEqual({ dept_id_list: [] })
  expect((await call('listRoles', { offset: 0, size: 1 })).body.result).toEqual({ hasMore: false, list: [] })
  expect((await call('getDepartment', { dept_id: 99 })).body.errcode).toBe(60003)
})

test('a fault strikes the nth call that matches, as often as planned, and no other', async () => {
  const { call, emulator } = await smallCompany()
  emulator.inject({ match: { operation: ['getUser', 'getDepartment'], nth: 2 }, do: { status: 503 }, times: 2 })
  const statuses = []
  for (let time = 0; time < 4; time++) {
    statuses.push(
      (await call('getUser', { userid: 'lilei' })).status,
      (await call('countUsers', { only_active: true })).status,
    )
  }
  expect(statuses).toEqual([200, 200, 503, 200, 503, 200, 200, 200])
})

test('faults match reads or writes, and never by value in the log', async () => {
  const { call, emulator } = await smallCompany()
  emulator.inject({ match: { effect: 'write' }, do: { status: 500 }, times: Number.POSITIVE_INFINITY })
  expect((await call('getUser', { userid: 'lilei' })).status).toBe(200)
  const { clientId: appKey, clientSecret: appSecret } = emulator
  expect((await call('getAppAccessToken', { appKey, appSecret })).status).toBe(200)
  expect((await call('updateUser', { userid: 'lilei', title: '工程师' })).status).toBe(500)
  emulator.clearFaults()
  expect((await call('updateUser', { userid: 'lilei', title: '工程师' })).status).toBe(200)
})

test('a request that is broken shows a fault its fields as sent', async () => {
  const { call, emulator } = await start()
  emulator.inject({ match: { where: (request) => request['name'] === 'a-b' }, do: { status: 500 } })
  expect((await call('createDepartment', { name: 'a-b', parent_id: 1 })).status).toBe(500)
})

test('a storm strikes in the shares it is given, tells what was done, and is the same for the same seed', async () => {
  const weather = { seed: 7, throttled: 0.3, failed: 0.2, pages: 0.1 }
  const run = async () => {
    const { call, emulator } = await start()
    emulator.storm(weather)
    for (let n = 0; n < 300; n++) await call('createDepartment', { name: `部${n}`, parent_id: 1 })
    const outcomes = emulator.log.map(({ status, outcome, fault, done }) => ({ status, outcome, fault, done }))
    return { outcomes, made: emulator.snapshot().departments.length - 1 }
  }
  const { outcomes, made } = await run()
  expect((await run()).outcomes).toEqual(outcomes)
  expect(outcomes.filter(({ done }) => done)).toHaveLength(made)
  const share = (fault: string | undefined) => outcomes.filter((each) => each.fault === fault).length / outcomes.length
  expect(share('refuse')).toBeCloseTo(0.3, 1)
  expect(share('status')).toBeCloseTo(0.2, 1)
  expect(share('html')).toBeCloseTo(0.1, 1)
  expect(share(undefined)).toBeCloseTo(0.4, 1)
  expect(outcomes.filter(({ fault, done }) => fault === 'refuse' && done)).toEqual([])
  const codes = new Set(outcomes.filter(({ fault }) => fault === 'refuse').map(({ outcome }) => outcome))
  expect([90018, 88, 90002, 90006, 45009].filter((code) => !codes.has(code))).toEqual([])
})

test('a silent call is never answered, and may have been executed', async () => {
  const { emulator, call } = await start()
  const url = `${emulator.oapiUrl}/topapi/v2/department/create?access_token=${emulator.state.tokens.give()}`
  const ask = (name: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, parent_id: 1 }),
      signal: AbortSignal.timeout(300),
    })
  emulator.inject({ do: { silence: true } })
  emulator.inject({ do: { silence: true, executed: true }, match: { nth: 2 } })
  await expect(ask('甲')).rejects.toThrow()
  await expect(ask('乙')).rejects.toThrow()
  expect((await call('createDepartment', { name: '丙', parent_id: 1 })).body.errcode).toBe(0)
  expect(names(emulator.snapshot().departments)).toEqual(['示例公司', '乙', '丙'])
})

test('a storm ends tokens and blows in gusts, and is over when faults are cleared', async () => {
  let now = 0
  const company = await start({ now: () => now })
  const { call, emulator } = company
  emulator.storm({ seed: 1, tokenCalls: 3 })
  const page = { dept_id: 1 }
  const codes = async (count: number) => {
    const found = []
    for (let n = 0; n < count; n++) {
      const { body, status } = await call('listSubDepartments', page)
      found.push(body?.errcode ?? status)
    }
    return found
  }
  expect(await codes(4)).toEqual([0, 0, 40014, 40014])
  company.token = emulator.state.tokens.give()
  emulator.storm({ seed: 1, gusts: { calls: 2, seconds: 30 } })
  const [first, second, ...rest] = await codes(6)
  expect([first, second]).toEqual([0, 0])
  expect(rest).not.toContain(0)
  now = 31_000
  expect(await codes(1)).toEqual([0])
  emulator.clearFaults()
  expect(await codes(5)).toEqual([0, 0, 0, 0, 0])
})
