import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { granted, secret, startPeer } from './peer.ts'

/** What stands between us and DingTalk, or pretends to be it. */

const read = ['getUser', { userid: 'lilei' }] as const

/** A server that does as it likes with every request, and counts them. */
async function startServer(respond: (response: ServerResponse) => void) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`)
    request.resume()
    respond(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test.each([301, 302, 303, 307, 308])(
  'HTTP %i is refused, whatever its body says, and nothing goes where it points',
  async (status) => {
    await using elsewhere = await startServer((response) => response.end('{"errcode":0}'))
    for (const body of ['', { errcode: 0, result: { userid: 'lilei', name: '李雷' } }, '<html></html>']) {
      await using peer = await startPeer(() => ({ status, body, headers: { location: `${elsewhere.url}/x` } }))
      const error = await peer.client.call(...read).catch((error) => error)
      expect(error).toMatchObject({ code: 'redirected', status, outcome: 'refused' })
      expect(error.message).toContain('redirects are not followed')
      expect(peer.received).toHaveLength(1)
    }
    await using peer = await startPeer(() => ({}), {
      token: () => ({ status, body: '', headers: { location: `${elsewhere.url}/token` } }),
    })
    const error = await peer.client.call(...read).catch((error) => error)
    expect(error).toMatchObject({ operation: 'getAppAccessToken', code: 'redirected' })
    expect(`${error.message} ${error.stack}`).not.toContain(secret)
    expect(elsewhere.seen).toEqual([])
  },
)

test('an answer that drips in for ever is given up after three times the time for one part', async () => {
  const drips: NodeJS.Timeout[] = []
  await using slow = await startServer((response) => {
    response.writeHead(200)
    drips.push(setInterval(() => response.write(' '), 20))
  })
  await using peer = await startPeer(() => ({}), { oapiUrl: slow.url, timeout: 150, attempts: 2 })
  const error = await peer.client.call(...read).catch((error) => error)
  for (const drip of drips) clearInterval(drip)
  expect(error).toMatchObject({ code: 'timeout', outcome: 'refused' })
  expect(slow.seen).toHaveLength(2)
})

test('an answer of more than 16 MB is not read to its end', async () => {
  const part = Buffer.alloc(1024 * 1024, ' ')
  let sent = 0
  await using large = await startServer((response) => {
    const more = () => {
      sent += 1
      if (!response.destroyed && sent < 400) response.write(part, more)
    }
    more()
  })
  await using peer = await startPeer(() => ({}), { oapiUrl: large.url, attempts: 1 })
  const error = await peer.client.call(...read).catch((error) => error)
  expect(error).toMatchObject({ code: 'not-http', outcome: 'refused' })
  expect(error.message).toContain('UND_ERR_RES_EXCEEDED_MAX_SIZE')
  expect(sent).toBeLessThan(100)
})

test('a compressed answer is not asked for, and not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
  await using packed = await startServer((response) =>
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' }).end(bomb),
  )
  await using peer = await startPeer(() => ({}), { oapiUrl: packed.url, attempts: 1 })
  const error = await peer.client.call(...read).catch((error) => error)
  expect(error).toMatchObject({ code: 'not-json' })
  expect(packed.seen.join()).not.toContain('accept-encoding')
})

test('proxies of the environment get nothing', async () => {
  await using proxy = await startServer((response) => response.end('{"errcode":0}'))
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'])
    vi.stubEnv(name, name === 'NODE_USE_ENV_PROXY' ? '1' : proxy.url)
  vi.stubEnv('NO_PROXY', '')
  try {
    await using peer = await startPeer(() => ({ body: { errcode: 0, result: { userid: 'lilei', name: '李雷' } } }))
    expect((await peer.client.call(...read)).result?.userid).toBe('lilei')
    expect(peer.received[0]?.query.get('access_token')).toBe(granted)
  } finally {
    vi.unstubAllEnvs()
  }
  expect(proxy.seen).toEqual([])
})

test.each([
  ['in a part that the contract does not describe', '1'],
  ['around a long number', '12345678901234567890'],
])('an answer nested a hundred thousand levels deep %s is an unexpected answer', async (_, core) => {
  const deep = `${'{"a":'.repeat(100_000)}${core}${'}'.repeat(100_000)}`
  for (const body of [`{"errcode":0,"result":{"userid":"lilei","later":${deep}}}`, `{"errcode":0,"later":${deep}}`]) {
    await using peer = await startPeer(() => ({ body }))
    const error = await peer.client.call(...read).catch((error) => error)
    expect(error).toMatchObject({ name: 'DingTalkError', code: 'unexpected-answer', outcome: 'refused' })
    expect(peer.received).toHaveLength(1)
  }
})
