import { once } from 'node:events'
import { afterEach } from 'vitest'
import { WebSocket } from 'ws'
import type { Emulator } from '../../src/emulator/server.ts'
import { post } from './caller.ts'

/** A frame as it arrived, its data parsed. */
export interface Frame {
  readonly type: string
  readonly headers: { readonly [name: string]: string }
  // biome-ignore lint/suspicious/noExplicitAny: bodies are looked into by path, and what is not there must fail the test
  readonly data: any
}

/** A Stream client that does nothing by itself: what it acknowledges, and how, is for the test to say. */
export interface StreamClient {
  readonly frames: readonly Frame[]
  /** The next event that nobody asked for yet, as soon as it is there. */
  event(): Promise<Frame>
  /** The next SYSTEM frame of this topic that nobody asked for yet. */
  system(topic: string): Promise<Frame>
  reply(frame: Frame, data: object, code?: number): void
  send(text: string): void
  close(): Promise<void>
  readonly closed: Promise<unknown>
}

const open: WebSocket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate()
})

/** Where an app connects, and as whom. */
type Gateway = Pick<Emulator, 'apiUrl' | 'clientId' | 'clientSecret'>

/** Asks for a ticket as an app does. */
export function ask(emulator: Gateway, more: object = {}) {
  const { clientId, clientSecret } = emulator
  return post(`${emulator.apiUrl}/v1.0/gateway/connections/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ clientId, clientSecret, subscriptions: [{ type: 'EVENT', topic: '*' }], ...more }),
  })
}

/** Opens a connection for events and waits for CONNECTED. */
export async function listen(emulator: Gateway, more: object = {}): Promise<StreamClient> {
  const { endpoint, ticket } = (await ask(emulator, more)).body
  const client = connect(`${endpoint}?ticket=${encodeURIComponent(ticket)}`)
  await client.system('CONNECTED')
  return client
}

function connect(url: string): StreamClient {
  const socket = new WebSocket(url)
  open.push(socket)
  const frames: Frame[] = []
  const unread: Frame[] = []
  const waiting: { readonly fits: (frame: Frame) => boolean; readonly take: (frame: Frame) => void }[] = []
  socket.on('error', () => {})
  socket.on('message', (text) => {
    const raw = JSON.parse(String(text))
    const frame: Frame = { ...raw, data: JSON.parse(raw.data) }
    frames.push(frame)
    const at = waiting.findIndex(({ fits }) => fits(frame))
    if (at < 0) unread.push(frame)
    else waiting.splice(at, 1)[0]?.take(frame)
  })
  const next = (fits: (frame: Frame) => boolean) => {
    const at = unread.findIndex(fits)
    if (at >= 0) return Promise.resolve(unread.splice(at, 1)[0] as Frame)
    return new Promise<Frame>((take) => waiting.push({ fits, take }))
  }
  return {
    frames,
    event: () => next(({ type }) => type === 'EVENT'),
    system: (topic) => next(({ type, headers }) => type === 'SYSTEM' && headers['topic'] === topic),
    reply: ({ headers }, data, code = 200) =>
      socket.send(
        JSON.stringify({
          code,
          message: 'OK',
          headers: { messageId: headers['messageId'], contentType: 'application/json' },
          data: JSON.stringify(data),
        }),
      ),
    send: (text) => socket.send(text),
    close: async () => {
      socket.close()
      await once(socket, 'close')
    },
    closed: once(socket, 'close'),
  }
}

/** The HTTP status with which a websocket was refused. */
export function refusedWith(url: string): Promise<number | undefined> {
  const socket = new WebSocket(url)
  socket.on('error', () => {})
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode)
      socket.terminate()
    })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
  })
}
