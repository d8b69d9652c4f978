import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Address } from './address.ts'
import type { Read } from './frame.ts'
import { acknowledge, openPush, type PushKeys, PushRefused } from './push.ts'

export interface ReceiverInput {
  readonly address: Address
  readonly keys: PushKeys
  /** Unix milliseconds. */
  readonly time: () => number
  readonly signal: AbortSignal
  /** Ends once the event is kept for good; it is acknowledged then, and sent again by DingTalk otherwise. */
  readonly keep: (read: Read) => Promise<void>
  readonly onListening: (port: number) => void
  /** A push that is DingTalk's came in. */
  readonly onPush: () => void
  readonly onRefused: (reason: string) => void
}

/** Bytes of one request. A contact event holds ids and at most one person's changed fields. */
const LARGEST = 256 * 1024

/**
 * Receives pushes until the signal. DingTalk waits two and a half seconds for its answer, one and a half for that to a
 * check of the address, so the work comes afterwards.
 *
 * @throws Error where the address cannot be listened on.
 */
export async function receivePushes(input: ReceiverInput): Promise<void> {
  const { address, signal } = input
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, keepAliveTimeout: 5000 })
  server.maxConnections = 200
  const underWay = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const work = answer(input, request, response).finally(() => underWay.delete(work))
    underWay.add(work)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(address.port, address.host, resolve)
  })
  server.on('error', () => {})
  input.onListening((server.address() as AddressInfo).port)
  await new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const closed = new Promise((resolve) => server.close(resolve))
  await Promise.all(underWay)
  server.closeAllConnections()
  await closed
}

/** Answers one request. Whoever is refused is told a number and nothing else. */
async function answer(input: ReceiverInput, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const end = (status: number, body = '') => {
    response.writeHead(status, {
      'cache-control': 'no-store',
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
      // What is left of a refused body is not read.
      ...(status >= 400 && { connection: 'close' }),
    })
    response.end(body)
  }
  try {
    if (request.method !== 'POST') {
      input.onRefused('method')
      return end(405)
    }
    const body = await bodyOf(request)
    if (body === null) {
      input.onRefused('too-large')
      return end(413)
    }
    const { searchParams: query } = new URL(request.url ?? '/', 'http://receiver')
    const { owner, read } = openPush(input.keys, { query, body }, input.time())
    input.onPush()
    if (read !== null) await input.keep(read)
    end(200, acknowledge(input.keys, owner, input.time()))
  } catch (error) {
    if (error instanceof PushRefused) {
      input.onRefused(error.reason)
      return end(error.status)
    }
    // It could not be kept, or its sender went away: DingTalk sends it again.
    if (!response.headersSent && !response.destroyed) end(503)
  }
}

/** The whole body as text; null where it is larger than it may be. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length
    if (size > LARGEST) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
