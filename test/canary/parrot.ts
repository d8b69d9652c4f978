import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contract } from '../../src/dingtalk/contract.ts'
import { route } from '../../src/emulator/route.ts'
import type { Emulator } from '../../src/emulator/server.ts'

/** The worst that can stand between us and DingTalk: an answer that repeats all it was sent, token and body included. */
export interface Parroted {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** What the parrot says to a request; undefined hands it on to DingTalk. */
export type Parrot = (request: {
  readonly operation: string
  readonly effect: 'read' | 'write' | 'token'
  /** The userid in the body; empty where none is. */
  readonly user: string
  /** Everything that was sent, in clear and in every form in which servers repeat it. */
  readonly echo: string
}) => Parroted | undefined

/** A relay in front of an emulator that answers some requests as the parrot says. */
export async function startParrot(
  emulator: Emulator,
  parrot: Parrot,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    const { method = 'GET', url = '/', headers } = request
    const token = headers['x-acs-dingtalk-access-token']
    const { operation } = route(method, new URL(url, 'http://parrot').pathname)
    const known = operation === null ? undefined : contract.operations[operation.id]
    const effect = known?.area === 'auth' ? 'token' : known?.effect === 'read' ? 'read' : 'write'
    const [, user = ''] = /"userid":"([^"]*)"/.exec(body) ?? []
    const said = parrot({
      operation: operation?.id ?? url,
      effect,
      user,
      echo: echoOf(`${url} ${token ?? ''} ${body}`, body),
    })
    if (said !== undefined) return void response.writeHead(said.status ?? 200, said.headers ?? {}).end(said.body)
    const answer = await fetch(new URL(url, emulator.oapiUrl), {
      method,
      headers: { ...(token && { 'x-acs-dingtalk-access-token': String(token) }), 'content-type': 'application/json' },
      ...(body !== '' && { body }),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function echoOf(all: string, body: string): string {
  const values = [...body.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => String(JSON.parse(text)))
  const encoded = values.flatMap((value) => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('hex'),
  ])
  return [...encoded.slice(0, 60), all, Buffer.from(all).toString('base64')].join(' ')
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of message.setEncoding('utf8')) text += chunk
  return text
}
