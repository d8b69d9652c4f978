import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** What a client sent on one connection. */
export interface Sent {
  readonly connection: number
  readonly frame: { readonly code?: number; readonly headers: { readonly messageId?: string }; readonly data?: string }
}

/**
 * A Stream gateway that sends exactly the frames that a test writes, also those that DingTalk would not. Every other
 * call of the newer API goes on to an emulator.
 */
export interface Gateway {
  readonly apiUrl: string
  /** How often a connection was asked for, and the bodies of those requests. */
  readonly opened: readonly { readonly clientId: string; readonly subscriptions: unknown }[]
  readonly sent: readonly Sent[]
  /** Connections that are open now, by number, counted from 1. */
  open(): number[]
  /** The address that the next requests for a connection are answered with. */
  endpoint(instead: { readonly url: string }): void
  /** Sends a frame on a connection; the newest one when left out. */
  send(frame: object, connection?: number): void
  /** Sends an event as DingTalk does; the answer's status, once it came. */
  event(type: string, data: object, more?: { readonly id?: string; readonly corp?: string }): Promise<string>
  /** Ends a connection without a word. */
  cut(connection?: number): void
  /** Ends once the condition holds; it is looked at after everything that happens here. */
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

/** Starts a gateway in front of an API. */
export async function startGateway(behind: string): Promise<Gateway> {
  const opened: { clientId: string; subscriptions: unknown }[] = []
  const sent: Sent[] = []
  const connections = new Map<number, WebSocket>()
  const waiting = new Set<() => void>()
  const tickets = new Set<string>()
  let instead: { readonly url: string } | undefined
  let count = 0
  let messages = 0
  const happened = () => {
    for (const look of [...waiting]) look()
  }

  // The emulator may be gone before the program that still asks.
  const server: Server = createServer(
    (request, response) => void answer(request, response).catch(() => response.destroy()),
  )
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', 'http://gateway').searchParams.get('ticket') ?? ''
    // A ticket opens one connection.
    if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      const connection = ++count
      connections.set(connection, websocket)
      websocket.on('message', (data) => {
        sent.push({ connection, frame: JSON.parse(String(data)) })
        happened()
      })
      websocket.on('close', () => {
        connections.delete(connection)
        happened()
      })
      websocket.on('error', () => {})
      happened()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = (server.address() as AddressInfo).port

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    if (request.url !== '/v1.0/gateway/connections/open') return forward(request, body, response)
    opened.push(JSON.parse(body.toString()))
    const ticket = `ticket+/=${opened.length}`
    tickets.add(ticket)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ endpoint: instead?.url ?? `ws://127.0.0.1:${port}/connect`, ticket }))
    happened()
  }

  async function forward(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const headers = Object.fromEntries(
      ['content-type', 'x-acs-dingtalk-access-token', 'accept'].flatMap((name) => {
        const value = request.headers[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
    const method = request.method ?? 'GET'
    const answered = await fetch(`${behind}${request.url}`, { method, headers, ...(body.length > 0 && { body }) })
    response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? 'application/json' })
    response.end(Buffer.from(await answered.arrayBuffer()))
  }

  const of = (connection = Math.max(...connections.keys())) => {
    const socket = connections.get(connection)
    if (socket === undefined) throw new Error(`no connection ${connection}`)
    return socket
  }
  const gateway: Gateway = {
    apiUrl: `http://127.0.0.1:${port}`,
    opened,
    sent,
    open: () => [...connections.keys()],
    endpoint(changed) {
      instead = changed
    },
    send: (frame, connection) => of(connection).send(JSON.stringify(frame)),
    async event(type, data, { id, corp = 'dingcorp0001' } = {}) {
      const messageId = `m${++messages}`
      const headers = { topic: '*', messageId, eventType: type, eventBornTime: '1763740000000', eventCorpId: corp }
      gateway.send({
        specVersion: '1.0',
        type: 'EVENT',
        headers: { ...headers, eventId: id ?? `event-${messages}` },
        data: JSON.stringify(data),
      })
      const found = () => sent.find(({ frame }) => frame.headers.messageId === messageId)
      await gateway.until(() => found() !== undefined)
      return (JSON.parse(found()?.frame.data ?? '{}') as { status: string }).status
    },
    cut: (connection) => of(connection).terminate(),
    until: (condition) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!condition()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    async close() {
      for (const socket of connections.values()) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return gateway
}
