import { expect, test } from 'vitest'
import type { Switches } from '../../src/emulator/switches.ts'
import { type Company, smallCompany } from './caller.ts'
import { type Manner, type Receiver, receive, secrets } from './push-receiver.ts'
import { listen } from './stream-client.ts'

const AT = Date.UTC(2026, 10, 21)

/** A company whose clock stands still until a test turns it, and a server that could receive its events. */
async function world(switches: Partial<Switches> = {}) {
  let now = AT
  const company = await smallCompany({ now: () => now, switches })
  const { events, corp } = company.emulator
  const receiver = await receive(corp)
  return {
    ...company,
    events,
    receiver,
    pass(milliseconds: number) {
      now += milliseconds
      events.tick()
    },
    outcomes: () => events.log.map(({ attempt, outcome }) => `${attempt} ${outcome}`),
  }
}

const tags = ['user_modify_org', 'org_dept_create', 'label_user_change']
const register = ({ call }: Company, { url }: { readonly url: string }, more: object = {}) =>
  call('registerCallback', { call_back_tag: tags, token: secrets.token, aes_key: secrets.aesKey, url, ...more })
const rename = ({ call }: Company, name: string) => call('updateUser', { userid: 'lilei', name })

async function registered(switches: Partial<Switches> = {}) {
  const company = await world(switches)
  expect((await register(company, company.receiver)).body.errcode).toBe(0)
  await company.receiver.next()
  return company
}

test('a registration asks the URL at once, and what it registered can be read', async () => {
  const company = await world()
  expect((await register(company, company.receiver)).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect((await company.receiver.next()).message).toEqual({ EventType: 'check_url' })
  const { body } = await company.call('getCallback')
  expect(body).toMatchObject({ call_back_tag: tags, token: secrets.token, aes_key: secrets.aesKey })
  expect(body.url).toBe(company.receiver.url)
})

test('an event arrives as in the samples of the documentation, signed and sealed for the company', async () => {
  const company = await registered()
  await rename(company, '李蕾')
  const { query, message } = await company.receiver.next()
  expect(Object.fromEntries(query)).toEqual({
    tenant: '7',
    signature: expect.stringMatching(/^[0-9a-f]{40}$/),
    timestamp: String(AT),
    nonce: expect.stringMatching(/^[0-9A-Za-z]{8}$/),
  })
  expect(message).toEqual({
    EventType: 'user_modify_org',
    EventTime: AT,
    CorpId: 'dingcorp0001',
    BizId: String(AT),
    eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
    timeStamp: String(AT),
    userId: ['lilei'],
    diffInfo: [{ userid: 'lilei', prev: { name: '李雷' }, curr: { name: '李蕾' } }],
  })
  await company.events.idle()
  company.pass(600_000)
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 acknowledged'])
})

test('httpSpelling: old: an event looks as it was captured, without an id', async () => {
  const company = await registered({ httpSpelling: 'old' })
  company.emulator.console('updateUser', { userid: 'lilei', name: '李蕾' })
  expect((await company.receiver.next()).message).toEqual({
    EventType: 'user_modify_org',
    CorpId: 'dingcorp0001',
    TimeStamp: String(AT),
    UserId: ['lilei'],
    OptStaffId: 'manager01',
  })
  company.emulator.console('createDepartment', { name: '设计', parent_id: 1 })
  const { message } = await company.receiver.next()
  expect(Object.keys(message)).toEqual(['EventType', 'CorpId', 'TimeStamp', 'DeptId'])
})

test('signatureParameter: msg_signature', async () => {
  const company = await registered({ signatureParameter: 'msg_signature' })
  await rename(company, '李蕾')
  const { query, message } = await company.receiver.next()
  expect([query.has('signature'), query.has('msg_signature')]).toEqual([false, true])
  expect(message.EventType).toBe('user_modify_org')
})

test('only the types that were asked for are pushed', async () => {
  const company = await registered()
  await company.call('createUser', { name: '王五', mobile: '10000000003', dept_id_list: '1' })
  await rename(company, '李蕾')
  await company.receiver.next()
  await company.events.idle()
  expect(company.events.log.map(({ type }) => type)).toEqual(['user_modify_org'])
})

/** How a receiver answers an event, and what that counts as. */
const failing: readonly [string, Manner, string][] = [
  ['HTTP 500', { status: 500 }, 'refused'],
  ['a success in clear', { text: 'success' }, 'refused'],
  ['JSON without a seal', { text: '{"errcode":0}' }, 'refused'],
  ['another word, sealed', { seals: 'later' }, 'refused'],
  ['a success sealed with other keys', { seals: 'success', keys: { ...secrets, token: 'x', owner: 'y' } }, 'refused'],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, 'refused'],
  ['an endless answer', { text: 'x'.repeat(2_000_000) }, 'refused'],
]

test.each(failing)('%s: pushed again after 10 s, after 30 s more, and then no more', async (_name, manner, outcome) => {
  const company = await registered()
  company.receiver.manner = manner
  await rename(company, '李蕾')
  const ids: string[] = []
  for (const wait of [0, 10_000, 30_000]) {
    company.pass(wait)
    ids.push((await company.receiver.next()).message.eventId)
    await company.events.idle()
  }
  company.pass(600_000)
  await company.events.idle()
  expect(company.outcomes()).toEqual([`1 ${outcome}`, `2 ${outcome}`, `3 ${outcome}`])
  expect(new Set(ids).size).toBe(1)
})

test('a receiver that does not answer within 2.5 s is asked again', async () => {
  const company = await registered()
  company.receiver.manner = 'silence'
  await rename(company, '李蕾')
  await company.receiver.next()
  company.pass(2_500)
  await company.events.idle()
  company.receiver.manner = 'success'
  company.pass(10_000)
  await company.receiver.next()
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 unanswered', '2 acknowledged'])
})

/** Lets all three attempts fail. */
async function givenUp(company: Awaited<ReturnType<typeof world>>) {
  for (const wait of [0, 10_000, 30_000]) {
    company.pass(wait)
    await company.events.idle()
  }
}

async function failed(company: Awaited<ReturnType<typeof world>>) {
  const { body } = await company.call('listFailedPushEvents')
  expect(body.errcode).toBe(0)
  return body
}

test('what could not be pushed can be read 3 to 5 minutes after the last attempt, once', async () => {
  const company = await registered()
  await company.receiver.close()
  const { role } = groupAndRole(company)
  await rename(company, '李蕾')
  company.emulator.console('createDepartment', { name: '设计', parent_id: 1 })
  company.emulator.console('addRolesForEmployees', { roleIds: [role], userIds: ['lilei'] })
  const design = Math.max(...company.emulator.state.records.departments.keys())
  await givenUp(company)
  expect(company.outcomes()).toContain('3 unreachable')
  company.pass(179_999)
  expect(await failed(company)).toMatchObject({ failed_list: [], has_more: false })
  company.pass(120_001)
  const { failed_list, has_more } = await failed(company)
  const corpid = 'dingcorp0001'
  expect(failed_list).toEqual([
    { call_back_tag: 'user_modify_org', event_time: AT, user_modify_org: { corpid, userid: ['lilei'] } },
    { call_back_tag: 'org_dept_create', event_time: AT, org_dept_create: { corpid, deptid: [design] } },
    {
      call_back_tag: 'label_user_change',
      event_time: AT,
      label_user_change: { corpid, roleLabelChange: { userIdList: ['lilei'], labelIdList: [role], action: 'add' } },
    },
  ])
  expect(has_more).toBe(false)
  expect((await failed(company)).failed_list).toEqual([])
})

test('the list of failed pushes has 200 on a page; where reading keeps, the same page comes again', async () => {
  for (const failedListReading of ['removes', 'keeps'] as const) {
    const company = await registered({ failedListReading })
    await company.receiver.close()
    for (let at = 0; at < 201; at++) company.events.announce({ type: 'org_dept_create', departments: [at] })
    await givenUp(company)
    company.pass(300_000)
    const pages = [await failed(company), await failed(company)]
    const expected =
      failedListReading === 'removes'
        ? [
            [200, true],
            [1, false],
          ]
        : [
            [200, true],
            [200, true],
          ]
    expect(pages.map(({ failed_list, has_more }) => [failed_list.length, has_more])).toEqual(expected)
  }
})

test('failedListCoversStream: what no connection acknowledged is in the list, or lost', async () => {
  for (const failedListCoversStream of [true, false]) {
    const company = await world({ failedListCoversStream })
    const client = await listen(company.emulator)
    await client.close()
    await rename(company, '李蕾')
    await givenUp(company)
    company.pass(300_000)
    expect((await failed(company)).failed_list).toHaveLength(failedListCoversStream ? 1 : 0)
  }
})

/** Situation, how the URL answers, the code of the registration. */
const unfit: readonly [string, Manner, number][] = [
  ['no encrypted success', { text: '{"errcode":0}' }, 71009],
  [
    'a success sealed for the app instead of the company',
    { seals: 'success', keys: { ...secrets, owner: 'app' } },
    71009,
  ],
  ['no JSON', { text: 'success' }, 71010],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, 71012],
  ['HTTP 404', { status: 404 }, 71012],
]

test.each(unfit)(
  'a registration whose URL answers with %s is refused, and nothing is kept',
  async (_name, manner, code) => {
    const company = await world()
    company.receiver.manner = manner
    expect((await register(company, company.receiver)).body.errcode).toBe(code)
    expect((await company.call('getCallback')).body.errcode).toBe(71007)
  },
)

test('a registration whose URL does not answer within 1.5 s is refused with 71012', async () => {
  const company = await world()
  company.receiver.manner = 'silence'
  const answer = register(company, company.receiver)
  await company.receiver.next()
  company.pass(1_500)
  expect((await answer).body.errcode).toBe(71012)
})

test('a registration is refused for what it says', async () => {
  const company = await world()
  const code = async (more: object) => (await register(company, company.receiver, more)).body.errcode
  expect(await code({ call_back_tag: ['user_add_org', 'user_renamed_org'] })).toBe(71008)
  expect(await code({ url: 'not a url' })).toBe(71011)
  expect(await code({ url: 'ftp://127.0.0.1/' })).toBe(71011)
  expect(await code({ aes_key: 'short' })).toBe(400002)
  expect(await code({ token: 'five5' })).toBe(400002)
  expect(await code({ call_back_tag: [] })).toBe(400002)
  company.emulator.state.push.hosts = ['events.example.com']
  expect(await code({})).toBe(71013)
  company.emulator.state.push.hosts = null
  await company.receiver.close()
  expect(await code({})).toBe(71012)
  expect(company.receiver.pushed).toEqual([])
})

test('an app has one URL: registered once, replaced, deleted', async () => {
  const company = await registered()
  const other = await receive(company.emulator.corp)
  expect((await register(company, other)).body.errcode).toBe(71006)
  const update = (receiver: Receiver) =>
    company.call('updateCallback', {
      call_back_tag: ['user_add_org'],
      token: secrets.token,
      aes_key: secrets.aesKey,
      url: receiver.url,
    })
  other.manner = { status: 500 }
  expect((await update(other)).body.errcode).toBe(71012)
  expect((await company.call('getCallback')).body.url).toBe(company.receiver.url)
  other.manner = 'success'
  expect((await update(other)).body.errcode).toBe(0)
  expect((await company.call('getCallback')).body).toMatchObject({ url: other.url, call_back_tag: ['user_add_org'] })
  expect((await company.call('deleteCallback')).body.errcode).toBe(0)
  expect((await company.call('deleteCallback')).body.errcode).toBe(71007)
  expect((await update(other)).body.errcode).toBe(71007)
})

test('a URL that is entered in the console gets every type, for the app as owner', async () => {
  const company = await world()
  const receiver = await receive(company.emulator.clientId)
  await company.events.pushTo({ url: receiver.url, ...secrets })
  expect((await receiver.next()).message).toEqual({ EventType: 'check_url' })
  await company.call('createUser', { userid: 'wangwu', name: '王五', mobile: '10000000003', dept_id_list: '1' })
  expect((await receiver.next()).message).toMatchObject({ EventType: 'user_add_org', userId: ['wangwu'] })
  receiver.manner = { status: 500 }
  await expect(company.events.pushTo({ url: company.receiver.url, ...secrets })).rejects.toThrow(/71009/)
  expect((await company.call('getCallback')).body.url).toBe(receiver.url)
})

test('an app that has both gets each event on both ways', async () => {
  const company = await registered()
  const client = await listen(company.emulator)
  await rename(company, '李蕾')
  const frame = await client.event()
  client.reply(frame, { status: 'SUCCESS' })
  const { message } = await company.receiver.next()
  expect(message.eventId).toBe(frame.headers['eventId'])
  await company.events.idle()
  expect(company.events.log.map(({ transport }) => transport).sort()).toEqual(['http', 'stream'])
})

test('an emulator closes while a receiver keeps it waiting', async () => {
  const company = await registered()
  company.receiver.manner = 'silence'
  await rename(company, '李蕾')
  await company.receiver.next()
  await company.emulator.close()
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 unanswered'])
})

function groupAndRole({ emulator }: Company) {
  const group = Number(emulator.console('createRoleGroup', { name: '岗位' })['groupId'])
  return { role: Number(emulator.console('createRole', { groupId: group, roleName: '会计' })['roleId']) }
}
