import { afterEach, expect, test } from 'vitest'
import { Client } from '../../src/dingtalk/client.ts'
import { followStream, type StreamNote } from '../../src/events/stream.ts'
import { type Gateway, startGateway } from '../support/gateway.ts'
import { manualClock } from '../support/manual-clock.ts'

/** A Stream connection over real sockets, by a clock that the test moves. */

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function following(keep: () => Promise<void> = async () => {}) {
  const gateway: Gateway = await startGateway('http://127.0.0.1:9')
  ends.push(() => gateway.close())
  const clock = manualClock()
  const credential = { clientId: 'dingtest', clientSecret: 'secret' }
  const { apiUrl } = gateway
  const client = new Client({ oapiUrl: apiUrl, apiUrl, ...credential, attempts: 1, rate: 10_000 })
  ends.push(() => client.close())
  const stop = new AbortController()
  const notes: StreamNote[] = []
  const noted = new Set<() => void>()
  const running = followStream({
    client,
    credential,
    clock,
    signal: stop.signal,
    keep,
    onFrame() {},
    async onConnected() {},
    onNote(note) {
      notes.push(note)
      for (const look of [...noted]) look()
    },
  })
  ends.push(async () => {
    stop.abort()
    await running
  })
  /** Ends with the nth note of its kind. */
  const note = (name: StreamNote['note'], nth = 1) =>
    new Promise<StreamNote>((resolve) => {
      const look = () => {
        const found = notes.filter((each) => each.note === name)[nth - 1]
        if (found === undefined) return
        noted.delete(look)
        resolve(found)
      }
      noted.add(look)
      look()
    })
  return { gateway, clock, note, notes, stop, running }
}

const ping = { type: 'SYSTEM', headers: { topic: 'ping', messageId: 'p' }, data: '{}' }
const disconnect = { type: 'SYSTEM', headers: { topic: 'disconnect', messageId: 'd' }, data: '{}' }

test('asks for events only, with the credential in the body', async () => {
  const { gateway, note } = await following()
  await note('connected')
  expect(gateway.opened).toEqual([
    {
      clientId: 'dingtest',
      clientSecret: 'secret',
      subscriptions: [{ type: 'EVENT', topic: '*' }],
      ua: 'rollbook',
    },
  ])
})

test('a connection on which nothing came for 60 seconds is dead; each frame counts', async () => {
  const { gateway, clock, note } = await following()
  await note('connected')
  await clock.pass(50_000)
  gateway.send(ping)
  await gateway.until(() => gateway.sent.length === 1)
  await clock.pass(59_999)
  expect(gateway.open()).toEqual([1])
  await clock.pass(1)
  expect(await note('disconnected')).toEqual({ note: 'disconnected', end: 'silent' })
  await gateway.until(() => gateway.open().length === 0)
  await clock.pass(2000)
  expect(await note('connected', 2)).toEqual({ note: 'connected', gap: true })
})

test('the wait doubles from a second to a minute, with up to a second of chance', async () => {
  const { gateway, clock, note, notes } = await following()
  await note('connected')
  gateway.endpoint({ url: 'nonsense' })
  gateway.cut()
  await note('disconnected')
  await clock.pass(1500)
  for (let nth = 1; nth <= 8; nth++) {
    await note('unreachable', nth)
    await clock.pass(60_000)
  }
  const waits = notes.flatMap((each) => (each.note === 'unreachable' ? [each.wait] : []))
  expect(waits.slice(0, 8)).toEqual([2500, 4500, 8500, 16_500, 32_500, 60_000, 60_000, 60_000])
})

test('whoever is sent away again and again waits as well', async () => {
  const { gateway, clock, note } = await following()
  await note('connected')
  gateway.send(disconnect)
  expect(await note('connected', 2)).toEqual({ note: 'connected', gap: false })
  gateway.send(disconnect)
  await note('disconnected', 2)
  expect(gateway.opened).toHaveLength(2)
  await clock.pass(2500)
  expect(await note('connected', 3)).toEqual({ note: 'connected', gap: true })
})

test('an event that could not be kept is asked for again', async () => {
  const { gateway, note } = await following(async () => {
    throw new Error('the disk is full')
  })
  await note('connected')
  expect(await gateway.event('user_add_org', { userId: ['a'] })).toBe('LATER')
})

test('an event is not acknowledged before it is kept, and still is on a connection that was rotated', async () => {
  let kept = () => {}
  const { gateway, note } = await following(
    () =>
      new Promise<void>((resolve) => {
        kept = resolve
      }),
  )
  await note('connected')
  const status = gateway.event('user_add_org', { userId: ['a'] })
  gateway.send(disconnect, 1)
  await note('connected', 2)
  expect(gateway.sent).toEqual([])
  kept()
  expect(await status).toBe('SUCCESS')
  expect(gateway.sent[0]?.connection).toBe(1)
  await gateway.until(() => !gateway.open().includes(1))
})

test('a frame larger than a megabyte ends the connection', async () => {
  const { gateway, note } = await following()
  await note('connected')
  gateway.send({ type: 'EVENT', headers: { messageId: 'm' }, data: 'x'.repeat(1024 * 1024) })
  expect(await note('disconnected')).toEqual({ note: 'disconnected', end: 'lost' })
})

test.each(['ws://192.0.2.1/connect', 'http://127.0.0.1/', 'wss://user:word@127.0.0.1/', 'nonsense'])(
  'no connection is made to %s',
  async (url) => {
    const { gateway, note } = await following()
    await note('connected')
    gateway.endpoint({ url })
    gateway.send(disconnect)
    expect(await note('unreachable')).toMatchObject({ error: { message: expect.stringContaining('no wss one') } })
  },
)

test('a stop closes the connection', async () => {
  const { gateway, note, stop, running } = await following()
  await note('connected')
  stop.abort()
  await running
  await gateway.until(() => gateway.open().length === 0)
})
