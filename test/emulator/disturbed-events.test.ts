import { expect, test } from 'vitest'
import { type Company, smallCompany } from './caller.ts'
import { receive, secrets } from './push-receiver.ts'
import { listen, type StreamClient } from './stream-client.ts'

/** Events that come twice, late, in another order, never, or from somebody else: on both ways at once. */

const AT = Date.UTC(2026, 10, 21)

async function world() {
  let now = AT
  const company = await smallCompany({ now: () => now })
  const { events, clientId } = company.emulator
  const receiver = await receive(clientId)
  await events.pushTo({ url: receiver.url, ...secrets })
  await receiver.next()
  const client = await listen(company.emulator)
  return {
    ...company,
    events,
    client,
    receiver,
    pass(milliseconds: number) {
      now += milliseconds
      events.tick()
    },
    outcomes: (way: 'stream' | 'http') =>
      events.log.flatMap(({ transport, attempt, outcome }) => (transport === way ? [`${attempt} ${outcome}`] : [])),
  }
}

const retitle = ({ call }: Company, userid: string, title = '工程师') => call('updateUser', { userid, title })

async function acknowledged(client: StreamClient) {
  const frame = await client.event()
  client.reply(frame, { status: 'SUCCESS' })
  return frame
}

test('duplicate: the event comes again with its id, although it was acknowledged', async () => {
  const company = await world()
  company.events.inject({ do: 'duplicate' })
  await retitle(company, 'lilei')
  const frames = [await acknowledged(company.client), await acknowledged(company.client)]
  const pushes = [await company.receiver.next(), await company.receiver.next()]
  await company.events.idle()
  const ids = [...frames.map(({ headers }) => headers['eventId']), ...pushes.map(({ message }) => message.eventId)]
  expect(new Set(ids).size).toBe(1)
  expect(new Set(frames.map(({ headers }) => headers['messageId'])).size).toBe(2)
  expect(new Set(pushes.map(({ query }) => query.get('nonce'))).size).toBe(2)
  expect([company.outcomes('stream'), company.outcomes('http')]).toEqual(
    Array.from({ length: 2 }, () => ['1 acknowledged', '1 acknowledged']),
  )
})

test('late: the event comes after so long, and says when it happened', async () => {
  const company = await world()
  company.events.inject({ do: { late: 60_000 } })
  await retitle(company, 'lilei')
  company.pass(59_999)
  await company.events.idle()
  expect(company.events.log).toEqual([])
  company.pass(1)
  expect((await acknowledged(company.client)).headers).toMatchObject({
    eventBornTime: String(AT),
    time: String(AT + 60_000),
  })
  expect((await company.receiver.next()).message.EventTime).toBe(AT)
})

test('reordered: the event comes after the next one', async () => {
  const company = await world()
  company.events.inject({ do: 'reordered' })
  await retitle(company, 'lilei')
  await company.events.idle()
  expect(company.events.log).toEqual([])
  await retitle(company, 'hanmeimei')
  const frames = [await acknowledged(company.client), await acknowledged(company.client)]
  const pushes = [await company.receiver.next(), await company.receiver.next()]
  expect(frames.map(({ data }) => data.userId)).toEqual([['hanmeimei'], ['lilei']])
  expect(pushes.map(({ message }) => message.userId)).toEqual([['hanmeimei'], ['lilei']])
})

test('lost: the event comes never, and stands in no list', async () => {
  const company = await world()
  company.events.inject({ do: 'lost' })
  await retitle(company, 'lilei')
  await retitle(company, 'hanmeimei')
  expect((await acknowledged(company.client)).data.userId).toEqual(['hanmeimei'])
  expect((await company.receiver.next()).message.userId).toEqual(['hanmeimei'])
  company.pass(600_000)
  await company.events.idle()
  expect(company.events.log).toHaveLength(2)
  expect((await company.call('listFailedPushEvents')).body.failed_list).toEqual([])
})

test('forged: before the event comes one of another company, and a push with other keys; neither is repeated', async () => {
  const company = await world()
  company.events.inject({ do: 'forged' })
  company.receiver.manner = { status: 403 }
  await retitle(company, 'lilei')
  const forged = await company.client.event()
  company.client.reply(forged, { status: 'LATER' })
  expect(forged.headers['eventCorpId']).toBe('dingforged0001')
  expect((await company.receiver.next()).message).toEqual({ refused: 900005 })
  company.receiver.manner = 'success'
  const real = await acknowledged(company.client)
  expect(real.headers['eventCorpId']).toBe('dingcorp0001')
  expect(real.headers['eventId']).not.toBe(forged.headers['eventId'])
  expect((await company.receiver.next()).message.userId).toEqual(['lilei'])
  await company.events.idle()
  company.pass(600_000)
  await company.events.idle()
  expect(company.outcomes('stream')).toEqual(['0 later', '1 acknowledged'])
  expect(company.outcomes('http')).toEqual(['0 refused', '1 acknowledged'])
})

test('replayed: a push comes again to the last byte', async () => {
  const company = await world()
  company.events.inject({ do: 'replayed' })
  await retitle(company, 'lilei')
  await acknowledged(company.client)
  const [first, again] = [await company.receiver.next(), await company.receiver.next()]
  expect([String(again.query), again.raw]).toEqual([String(first.query), first.raw])
  await company.events.idle()
  expect([company.outcomes('stream'), company.outcomes('http')]).toEqual([
    ['1 acknowledged'],
    ['1 acknowledged', '0 acknowledged'],
  ])
})

test('a disturbance strikes the events that it names, as often as it says', async () => {
  const company = await world()
  const { events } = company
  events.inject({ match: { type: 'user_modify_org', nth: 2 }, do: 'lost', times: 2 })
  events.inject({ match: { where: (event) => 'users' in event && event.users.includes('hanmeimei') }, do: 'lost' })
  company.emulator.console('createDepartment', { name: '设计', parent_id: 1 })
  for (const title of ['一', '二', '三', '四']) await retitle(company, 'lilei', title)
  await retitle(company, 'hanmeimei', '一')
  company.emulator.inject({ match: { operation: 'deleteUser' }, do: { throttle: true } })
  events.inject({ do: 'lost' })
  company.emulator.clearFaults()
  expect((await company.call('deleteUser', { userid: 'hanmeimei' })).body.errcode).toBe(0)
  const types = []
  for (let at = 0; at < 4; at++) types.push((await acknowledged(company.client)).headers['eventType'])
  expect(types).toEqual(['org_dept_create', 'user_modify_org', 'user_modify_org', 'user_leave_org'])
})
