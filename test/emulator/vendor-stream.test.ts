import { DWClient, type DWClientDownStream, EventAck } from 'dingtalk-stream'
import { afterEach, expect, test, vi } from 'vitest'
import type { Emulator } from '../../src/emulator/server.ts'
import { type Company, smallCompany } from './caller.ts'

/** The vendor's own package, which knows nothing of us, as a stranger's client. Its gateway is a constant in its code. */
class Stranger extends DWClient {
  readonly #emulator: Emulator
  readonly received: DWClientDownStream[] = []
  #waiting: ((event: DWClientDownStream) => void)[] = []
  #unread: DWClientDownStream[] = []

  constructor(emulator: Emulator, answer: () => EventAck = () => EventAck.SUCCESS) {
    const { clientId, clientSecret } = emulator
    super({ clientId, clientSecret, ua: 'stranger-sdk-nodejs/2.1.5' })
    this.#emulator = emulator
    this.registerAllEventListener((event) => {
      this.received.push(event)
      const take = this.#waiting.shift()
      if (take) take(event)
      else this.#unread.push(event)
      return { status: answer() }
    })
  }

  /** As in the package, with another address. */
  override async getEndpoint() {
    const { clientId, clientSecret, ua, subscriptions } = this.getConfig()
    const response = await fetch(`${this.#emulator.apiUrl}/v1.0/gateway/connections/open`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ clientId, clientSecret, ua, subscriptions }),
    })
    const { endpoint, ticket } = (await response.json()) as { endpoint: string; ticket: string }
    return Object.assign(this, { dw_url: `${endpoint}?ticket=${ticket}` })
  }

  next(): Promise<DWClientDownStream> {
    const first = this.#unread.shift()
    return first ? Promise.resolve(first) : new Promise((take) => this.#waiting.push(take))
  }
}

const strangers: Stranger[] = []
afterEach(() => {
  for (const stranger of strangers.splice(0)) stranger.disconnect()
  vi.restoreAllMocks()
})

async function connected(emulator: Emulator, answer?: () => EventAck): Promise<Stranger> {
  // It reports to the console what it does.
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const stranger = new Stranger(emulator, answer)
  strangers.push(stranger)
  await stranger.connect()
  return stranger
}

const retitle = ({ call }: Company, title: string) => call('updateUser', { userid: 'lilei', title })

test('the official client connects, is told it is registered, and gets the events of an apply', async () => {
  const company = await smallCompany()
  const stranger = await connected(company.emulator)
  await retitle(company, '工程师')
  const { type, headers, data } = await stranger.next()
  expect([type, headers.eventType, headers.eventCorpId]).toEqual(['EVENT', 'user_modify_org', 'dingcorp0001'])
  expect(JSON.parse(data)).toMatchObject({ userId: ['lilei'] })
  expect(stranger.registered).toBe(true)
  await company.emulator.events.idle()
  expect(company.emulator.events.log.map(({ outcome }) => outcome)).toEqual(['acknowledged'])
})

test('the official client asks to have an event later, and gets it after 10 s of the emulator’s clock', async () => {
  let now = Date.UTC(2026, 10, 21)
  const company = await smallCompany({ now: () => now })
  const answers = [EventAck.LATER, EventAck.SUCCESS]
  const stranger = await connected(company.emulator, () => answers.shift() ?? EventAck.SUCCESS)
  const { events } = company.emulator
  await retitle(company, '工程师')
  const first = await stranger.next()
  await events.idle()
  now += 10_000
  events.tick()
  expect((await stranger.next()).headers.eventId).toBe(first.headers.eventId)
  await events.idle()
  expect(events.log.map(({ outcome }) => outcome)).toEqual(['later', 'acknowledged'])
})

test('the official client echoes pings, so it is not timed out', async () => {
  let now = Date.UTC(2026, 10, 21)
  const company = await smallCompany({ now: () => now })
  const stranger = await connected(company.emulator)
  const { events } = company.emulator
  for (let at = 0; at < 4; at++) {
    now += 25_000
    events.tick()
    await retitle(company, `工程师${at}`)
    await stranger.next()
    await events.idle()
  }
  expect(events.connections).toBe(1)
})
