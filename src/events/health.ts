import { createServer, type Server } from 'node:http'
import type { Address } from './address.ts'

/** How things stand, as a health endpoint tells it: no ids, no names. Seconds since; null is never. */
export interface Health {
  readonly ready: boolean
  readonly connected: boolean
  readonly waiting: number
  readonly failures: number
  readonly secondsSince: {
    readonly frame: number | null
    readonly event: number | null
    readonly read: number | null
    readonly fullRead: number | null
  }
}

/**
 * `GET /live` answers 200 while the process works at all; `GET /ready` answers 200 while events arrive and are compared,
 * 503 otherwise, both with the ages.
 *
 * @throws Error where the address cannot be listened on.
 */
export async function serveHealth({ host, port }: Address, health: () => Health): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    const path = (request.url ?? '').split('?')[0]
    const known = path === '/live' || path === '/ready'
    const found = health()
    const status = !known ? 404 : request.method !== 'GET' ? 405 : path === '/ready' && !found.ready ? 503 : 200
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' })
    response.end(known && request.method === 'GET' ? `${JSON.stringify({ live: true, ...found })}\n` : '')
    request.resume()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}
