import { expect, test } from 'vitest'
import { type Company, smallCompany } from './caller.ts'
import { ask, listen, refusedWith, type StreamClient } from './stream-client.ts'

/** A company whose clock stands still until a test turns it. */
async function world(switches = {}) {
  let now = Date.UTC(2026, 10, 21)
  const company = await smallCompany({ now: () => now, switches })
  const { events } = company.emulator
  return {
    ...company,
    events,
    /** Lets time pass: what is due is done. */
    pass(milliseconds: number) {
      now += milliseconds
      events.tick()
    },
    outcomes: () => events.log.map(({ attempt, outcome }) => `${attempt} ${outcome}`),
  }
}

const rename = ({ call }: Company, name: string) => call('updateUser', { userid: 'lilei', name })

async function acknowledged(client: StreamClient) {
  const frame = await client.event()
  client.reply(frame, { status: 'SUCCESS' })
  return frame
}

async function acknowledgedForEver(client: StreamClient) {
  for (;;) await acknowledged(client)
}

test('an event arrives in the documented frame, and is not sent again once it is acknowledged', async () => {
  const { emulator, events, pass, outcomes, ...company } = await world()
  const client = await listen(emulator)
  await rename({ emulator, ...company }, '李蕾')
  const { data, ...frame } = await acknowledged(client)
  const at = String(Date.UTC(2026, 10, 21))
  expect(frame).toEqual({
    specVersion: '1.0',
    type: 'EVENT',
    headers: {
      topic: '*',
      contentType: 'application/json',
      messageId: expect.stringMatching(/^[0-9a-f]{26}$/),
      time: at,
      eventType: 'user_modify_org',
      eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventBornTime: at,
      eventCorpId: 'dingcorp0001',
      eventUnifiedAppId: expect.any(String),
    },
  })
  expect(data).toEqual({
    timeStamp: at,
    userId: ['lilei'],
    diffInfo: [{ userid: 'lilei', prev: { name: '李雷' }, curr: { name: '李蕾' } }],
  })
  await events.idle()
  pass(600_000)
  await events.idle()
  expect(outcomes()).toEqual(['1 acknowledged'])
})

test.each([
  ['LATER', { status: 'LATER', message: 'busy' }, 200, 'later'],
  ['a reply without a status', {}, 200, 'refused'],
  ['code 500', { status: 'SUCCESS' }, 500, 'refused'],
])('%s: sent again after 10 s, after 30 s more, and then no more', async (_name, data, code, outcome) => {
  const company = await world()
  const client = await listen(company.emulator)
  await rename(company, '李蕾')
  const first = await client.event()
  client.reply(first, data, code)
  await company.events.idle()
  company.pass(9_999)
  expect(client.frames.filter(({ type }) => type === 'EVENT')).toHaveLength(1)
  company.pass(1)
  const second = await client.event()
  expect(second.headers['eventId']).toBe(first.headers['eventId'])
  expect(second.headers['messageId']).not.toBe(first.headers['messageId'])
  expect(second.headers['eventBornTime']).toBe(first.headers['eventBornTime'])
  client.reply(second, data, code)
  await company.events.idle()
  company.pass(30_000)
  client.reply(await client.event(), data, code)
  await company.events.idle()
  company.pass(600_000)
  await company.events.idle()
  expect(company.outcomes()).toEqual([`1 ${outcome}`, `2 ${outcome}`, `3 ${outcome}`])
})

test('an event that nobody acknowledges within 3 s is sent again', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  await rename(company, '李蕾')
  const first = await client.event()
  company.pass(3_000)
  client.reply(first, { status: 'SUCCESS' })
  await company.events.idle()
  company.pass(10_000)
  await acknowledged(client)
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 unanswered', '2 acknowledged'])
})

test('what happens while nobody is connected is tried again, and lost after 40 s', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  await client.close()
  await rename(company, '李蕾')
  await company.events.idle()
  company.pass(10_000)
  await company.events.idle()
  const late = await listen(company.emulator)
  company.pass(30_000)
  await acknowledged(late)
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 unreachable', '2 unreachable', '3 acknowledged'])
  await late.close()
  await rename(company, '李雷')
  for (const wait of [0, 10_000, 30_000]) {
    company.pass(wait)
    await company.events.idle()
  }
  const later = await listen(company.emulator)
  company.pass(600_000)
  await company.events.idle()
  expect(company.outcomes().slice(3)).toEqual(['1 unreachable', '2 unreachable', '3 unreachable'])
  expect(later.frames.filter(({ type }) => type === 'EVENT')).toEqual([])
})

test('an app that never connected is told nothing of what happened before', async () => {
  const company = await world()
  await rename(company, '李蕾')
  const client = await listen(company.emulator)
  await rename(company, '李磊')
  expect((await acknowledged(client)).data.diffInfo[0].prev).toEqual({ name: '李蕾' })
})

test('each of several connections gets some of the events, and no two of them the same one', async () => {
  const company = await world()
  const clients = [await listen(company.emulator), await listen(company.emulator), await listen(company.emulator)]
  expect(company.events.connections).toBe(3)
  for (const client of clients) void acknowledgedForEver(client)
  for (let at = 0; at < 30; at++) await rename(company, `李雷${at}`)
  await company.events.idle()
  const ids = clients.map(({ frames }) => frames.flatMap(({ headers }) => headers['eventId'] ?? []))
  expect(ids.every((own) => own.length > 0)).toBe(true)
  expect(new Set(ids.flat()).size).toBe(30)
})

test('a rotated connection hears why, gets nothing more, and closes after 10 s; its replies still count', async () => {
  const company = await world()
  const old = await listen(company.emulator)
  await rename(company, '李蕾')
  const frame = await old.event()
  company.events.rotate()
  expect((await old.system('disconnect')).data).toEqual({ reason: 'connection is expired' })
  expect(company.events.connections).toBe(0)
  old.reply(frame, { status: 'SUCCESS' })
  await company.events.idle()
  const fresh = await listen(company.emulator)
  await rename(company, '李磊')
  await acknowledged(fresh)
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 acknowledged', '1 acknowledged'])
  company.pass(10_000)
  await old.closed
})

test('a connection lives while it echoes what a ping holds, and is told that it timed out when it does not', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  for (let at = 0; at < 3; at++) {
    company.pass(25_000)
    await client.system('KEEPALIVE')
    const ping = await client.system('ping')
    client.reply(ping, ping.data)
    // A round trip later the echo has arrived too.
    await rename(company, `李雷${at}`)
    await acknowledged(client)
    await company.events.idle()
  }
  company.pass(25_000)
  client.reply(await client.system('ping'), { opaque: 'something else' })
  await rename(company, '李雷')
  await acknowledged(client)
  await company.events.idle()
  company.pass(25_000)
  expect((await client.system('disconnect')).data).toEqual({ reason: 'persistent connection is timeout' })
  company.pass(10_000)
  await client.closed
})

test('a connection that ends under an event gives it back', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  await rename(company, '李蕾')
  await client.event()
  company.events.cut()
  await client.closed
  await company.events.idle()
  const next = await listen(company.emulator)
  company.pass(10_000)
  await acknowledged(next)
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 unreachable', '2 acknowledged'])
})

test('a silent connection stays open and hears nothing', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  const heard = client.frames.length
  company.events.fallSilent()
  await rename(company, '李蕾')
  for (const wait of [3_000, 25_000]) company.pass(wait)
  await company.events.idle()
  expect([client.frames.length, company.events.connections]).toEqual([heard, 1])
  expect(company.outcomes()).toEqual(['1 unanswered'])
})

test('a ticket opens one connection within 90 s', async () => {
  const company = await world()
  const { endpoint, ticket } = (await ask(company.emulator)).body
  expect(endpoint).toBe(`${company.emulator.apiUrl.replace('http:', 'ws:')}/connect`)
  company.pass(89_999)
  expect(await refusedWith(`${endpoint}?ticket=${ticket}`)).toBe(101)
  expect(await refusedWith(`${endpoint}?ticket=${ticket}`)).toBe(401)
  const old = (await ask(company.emulator)).body.ticket
  company.pass(90_000)
  expect(await refusedWith(`${endpoint}?ticket=${old}`)).toBe(401)
  expect(await refusedWith(endpoint)).toBe(401)
  const { ticket: third } = (await ask(company.emulator)).body
  expect(await refusedWith(`${endpoint.replace('/connect', '/elsewhere')}?ticket=${third}`)).toBe(401)
})

test('a wrong credential and a subscription that cannot be are refused', async () => {
  const { emulator } = await world()
  const { status, body } = await ask(emulator, { clientSecret: 'another' })
  expect([status, body.code]).toEqual([401, 'authFailed'])
  for (const subscription of [{ type: 'EVENT', topic: 'user_add_org' }, { type: 'SYSTEM', topic: 'ping' }, {}])
    expect((await ask(emulator, { subscriptions: [subscription] })).status).toBe(400)
  expect((await ask(emulator, { subscriptions: undefined })).status).toBe(400)
})

test('a connection that asked for callbacks alone gets no events', async () => {
  const company = await world()
  const robot = await listen(company.emulator, {
    subscriptions: [{ type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' }],
  })
  const client = await listen(company.emulator)
  for (let at = 0; at < 5; at++) {
    await rename(company, `李雷${at}`)
    await acknowledged(client)
  }
  expect(robot.frames.filter(({ type }) => type === 'EVENT')).toEqual([])
})

test('frames of any shape from the app change nothing', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  await rename(company, '李蕾')
  const frame = await client.event()
  for (const text of ['', '{', '[]', 'null', '7', '{"headers":null}', '{"headers":{"messageId":{}}}', '{"headers":7}'])
    client.send(text)
  client.reply({ ...frame, headers: { messageId: '__proto__' } }, { status: 'SUCCESS' })
  client.reply(frame, { status: 'SUCCESS' })
  await company.events.idle()
  expect(company.outcomes()).toEqual(['1 acknowledged'])
})

test('a connection that sends more than a megabyte is ended, and the emulator goes on', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  client.send('x'.repeat(1_000_001))
  await client.closed
  const next = await listen(company.emulator)
  await rename(company, '李蕾')
  await acknowledged(next)
})

test('an emulator closes with connections open and an event unanswered', async () => {
  const company = await world()
  const client = await listen(company.emulator)
  await rename(company, '李蕾')
  await client.event()
  await company.emulator.close()
  await client.closed
})

test('a second start gives other event ids', async () => {
  const ids = []
  for (let at = 0; at < 2; at++) {
    const company = await world()
    const client = await listen(company.emulator)
    await rename(company, '李蕾')
    ids.push((await acknowledged(client)).headers['eventId'])
  }
  expect(new Set(ids).size).toBe(2)
})

test('a connection without REGISTERED gets events all the same', async () => {
  for (const registeredFrame of [true, false]) {
    const company = await world({ registeredFrame })
    const client = await listen(company.emulator)
    await rename(company, '李蕾')
    await acknowledged(client)
    const topics = client.frames.flatMap(({ headers }) => headers['topic'] ?? [])
    expect(topics).toEqual(['CONNECTED', ...(registeredFrame ? ['REGISTERED'] : []), '*'])
  }
})
