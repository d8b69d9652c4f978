import { createServer, type IncomingMessage } from 'node:http'
import { Client, type ClientEvent, type ClientOptions } from '../../src/dingtalk/client.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import { heldClock } from '../support/held-clock.ts'

/** A request as the peer received it. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly text: string
  readonly json: unknown
}

/** What the peer does with a request: answers (a string as it stands, anything else as JSON), or breaks off. */
export type Answer =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'reset'
  | 'silence'

/** Answers the nth request (from 0) that is not for a token. */
export type Script = (received: Received, n: number) => Answer

/** Time that stands still until everyone sleeps, then jumps to whoever wakes first; chance is always in the middle. */
export function virtualClock(): Clock & { readonly slept: number[] } {
  const clock = heldClock(0, 1000)
  const slept: number[] = []
  return {
    slept,
    now: clock.now,
    random: () => 0.5,
    sleep(milliseconds) {
      slept.push(milliseconds)
      return clock.sleep(milliseconds)
    },
  }
}

export const secret = 'synthetic-client-secret'
export const granted = 'synthetic-access-token'

/** A scripted DingTalk on loopback (both hosts), and a client that speaks to it. */
export async function startPeer(script: Script, options: Partial<ClientOptions> & { token?: Script } = {}) {
  const received: Received[] = []
  const tokens: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://peer')
      const text = Buffer.concat(parts).toString()
      const seen: Received = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        text,
        json: text === '' ? undefined : JSON.parse(text),
      }
      const forToken = seen.path === '/v1.0/oauth2/accessToken'
      const list = forToken ? tokens : received
      list.push(seen)
      const grant: Script = (_, n) => ({ body: { accessToken: n === 0 ? granted : `${granted}-${n}`, expireIn: 7200 } })
      const answer = (forToken ? (options.token ?? grant) : script)(seen, list.length - 1)
      if (answer === 'silence') return
      if (answer === 'reset') return void request.socket.resetAndDestroy()
      const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? { errcode: 0 })
      response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const clock = virtualClock()
  const events: ClientEvent[] = []
  const { token: _, ...rest } = options
  const client = new Client({
    oapiUrl: url,
    apiUrl: url,
    clientId: 'synthetic-client-id',
    clientSecret: secret,
    clock,
    onEvent: (event) => events.push(event),
    ...rest,
  })
  return {
    client,
    clock,
    events,
    /** Requests other than those for a token. */
    received,
    tokens,
    url,
    async [Symbol.asyncDispose]() {
      await client.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
