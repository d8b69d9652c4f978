import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach } from 'vitest'
import { type CallbackKeys, openCallback, sealCallback } from '../../src/dingtalk/callback-codec.ts'

/** The keys an app would choose for its subscription. */
export const secrets = { token: 'aTokenOfNobody', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }

/** One push as it arrived. */
export interface Pushed {
  readonly query: URLSearchParams
  readonly raw: string
  // biome-ignore lint/suspicious/noExplicitAny: bodies are looked into by path, and what is not there must fail the test
  readonly message: any
}

/** How a receiver answers; `success` is what DingTalk wants, `silence` nothing at all. */
export type Manner =
  | 'success'
  | 'silence'
  | { readonly status?: number; readonly text?: string; readonly headers?: Record<string, string> }
  /** Seals another word, or with other keys. */
  | { readonly seals: string; readonly keys?: CallbackKeys }

/** A plain HTTP server of an app that wants its events pushed. */
export interface Receiver {
  readonly url: string
  readonly pushed: readonly Pushed[]
  /** From now on. */
  manner: Manner
  /** The next push that nobody asked for yet. */
  next(): Promise<Pushed>
  close(): Promise<void>
}

const running: Receiver[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((receiver) => receiver.close()))
})

/** Starts one that is closed after the test. `owner` is who messages have to be for. */
export async function receive(owner: string): Promise<Receiver> {
  const keys = { ...secrets, owner }
  const pushed: Pushed[] = []
  const unread: Pushed[] = []
  const waiting: ((push: Pushed) => void)[] = []

  const server = createServer((request, response) => void handle(request, response))
  async function handle(request: IncomingMessage, response: ServerResponse) {
    const { searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const raw = await text(request)
    const signature = query.get('signature') ?? query.get('msg_signature') ?? ''
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? '']
    const message = opened(keys, { encrypt: JSON.parse(raw).encrypt, signature, timestamp, nonce })
    const push = { query, raw, message }
    pushed.push(push)
    const take = waiting.shift()
    if (take) take(push)
    else unread.push(push)
    answer(response, receiver.manner, keys)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dingtalk?tenant=7`,
    pushed,
    manner: 'success',
    next() {
      const first = unread.shift()
      return first ? Promise.resolve(first) : new Promise((take) => waiting.push(take))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  running.push(receiver)
  return receiver
}

/** What a push says, or why it cannot be opened. */
function opened(keys: CallbackKeys, envelope: Parameters<typeof openCallback>[1]): unknown {
  try {
    return JSON.parse(openCallback(keys, envelope))
  } catch (error) {
    return { refused: (error as { code: number }).code }
  }
}

function answer(response: ServerResponse, manner: Manner, keys: CallbackKeys): void {
  if (manner === 'silence') return
  if (manner !== 'success' && !('seals' in manner)) {
    response.writeHead(manner.status ?? 200, manner.headers).end(manner.text ?? '')
    return
  }
  const [word, by] = manner === 'success' ? ['success', keys] : [manner.seals, manner.keys ?? keys]
  const { encrypt, signature, timestamp, nonce } = sealCallback(by, word, { timestamp: '1735689600000', nonce: 'n0' })
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ msg_signature: signature, timeStamp: timestamp, nonce, encrypt }))
}
