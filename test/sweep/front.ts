import { Agent, createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contract } from '../../src/dingtalk/contract.ts'
import { route } from '../../src/emulator/route.ts'
import type { Emulator } from '../../src/emulator/server.ts'

/** Where a request is cut, seen from outside: only what has reached DingTalk, or come back from it, counts. */
export const cutPoints = ['before-sending', 'sent-not-processed', 'processed-not-answered', 'answer-cut'] as const
export type CutPoint = (typeof cutPoints)[number]

/** Something that was asked for. */
export interface Seen {
  readonly operation: string
  readonly effect: 'read' | 'write'
}

/** Which requests to cut (by number from 1, in the order of arrival), where, and whom to tell before the connection goes. */
export interface Cut {
  readonly when: (seen: Seen, nth: number) => boolean
  readonly point: () => CutPoint
  readonly strike: () => void | Promise<void>
}

/** What stands in front of an emulator, and looks like it. */
export interface Front {
  /** What to use in place of the emulator. */
  readonly emulator: Emulator
  /** The operations that were asked for, in the order of arrival. */
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

/**
 * A relay on loopback that hands every request on to the emulator, and cuts one of them at an exact point: before its
 * body was read, before it was handed on, after it was executed, or in the middle of its answer. `gate`, where given, is
 * awaited before each request is handed on.
 */
export async function startFront(
  emulator: Emulator,
  options: { readonly cut?: Cut; readonly gate?: () => Promise<void> } = {},
): Promise<Front> {
  const { cut, gate } = options
  const seen: Seen[] = []
  const agent = new Agent({ keepAlive: true })
  const server = createServer((incoming, outgoing) => {
    relay(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function relay(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { pathname } = new URL(incoming.url ?? '/', url)
    const { operation } = route(incoming.method ?? 'GET', pathname)
    const effect = operation && isWrite(operation.id) ? 'write' : 'read'
    const asked: Seen = { operation: operation?.id ?? pathname, effect }
    seen.push(asked)
    const point = cut?.when(asked, seen.length) ? cut.point() : undefined
    const end = async () => {
      await cut?.strike()
      incoming.destroy()
      outgoing.destroy()
    }
    if (point === 'before-sending') return end()
    const body = await bytesOf(incoming)
    if (point === 'sent-not-processed') return end()
    await gate?.()
    const answer = await handOn(incoming, body)
    if (point === 'processed-not-answered') return end()
    outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length })
    if (point === undefined) return void outgoing.end(answer.body)
    await new Promise((resolve) => outgoing.write(answer.body.subarray(0, answer.body.length >> 1), resolve))
    await end()
  }

  async function handOn({ method, url: path, headers }: IncomingMessage, body: Buffer) {
    const target = new URL(path ?? '/', emulator.oapiUrl)
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = forward(target, { method, headers: { ...headers, host: target.host }, agent }, resolve)
      sent.once('error', reject).end(body)
    })
    const { 'content-type': type = 'text/plain' } = answer.headers
    return { status: answer.statusCode ?? 0, headers: { 'content-type': type }, body: await bytesOf(answer) }
  }

  return {
    emulator: { ...emulator, oapiUrl: url, apiUrl: url },
    seen,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      agent.destroy()
    },
  }
}

function isWrite(id: keyof typeof contract.operations): boolean {
  const { effect, area } = contract.operations[id]
  return effect !== 'read' && area !== 'auth'
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
