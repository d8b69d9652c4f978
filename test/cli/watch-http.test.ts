import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { callbackSignature, sealCallback } from '../../src/dingtalk/callback-codec.ts'
import { startWatcher } from '../support/watcher.ts'
import { appliedWorkplace } from '../support/workplace.ts'

/** `rollbook watch --http` as a process, and a sender that signs as DingTalk does. */

const token = 'reconcilerTok3n'
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const env = { DINGTALK_CALLBACK_TOKEN: token, DINGTALK_CALLBACK_AES_KEY: aesKey }

/** A watcher that has read the company once, and what sends to it. */
async function receiving(args: readonly string[] = []) {
  const place = await appliedWorkplace()
  const http = ['--http', '127.0.0.1:0', '--lang', 'en', ...args]
  const watcher = startWatcher(place, null, http, env)
  await watcher.said(/Receiving pushes on 127\.0\.0\.1:\d+/)
  await watcher.said(/Read the whole company/)
  const [, port] = /Receiving pushes on 127\.0\.0\.1:(\d+)/.exec(watcher.output()) ?? []
  const sealed = (payload: object) => {
    const at = { timestamp: String(Date.now()), nonce: randomUUID() }
    const { encrypt, signature } = sealCallback(
      { token, aesKey, owner: place.emulator.clientId },
      JSON.stringify(payload),
      at,
    )
    return { query: { ...at, signature }, encrypt }
  }
  const send = async ({ query, encrypt }: ReturnType<typeof sealed>) =>
    (
      await fetch(`http://127.0.0.1:${port}/?${new URLSearchParams(query)}`, {
        method: 'POST',
        body: JSON.stringify({ encrypt }),
      })
    ).status
  return { place, watcher, sealed, send }
}

const edited = { EventType: 'user_modify_org', TimeStamp: '1763740000000', UserId: ['lilei'], OptStaffId: 'hanmeimei' }

test('an edit is reported once; a repeated push is acknowledged and asks for nothing, a forged one is refused', async () => {
  const { place, watcher, sealed, send } = await receiving()
  expect(await send(sealed({ EventType: 'check_url' }))).toBe(200)
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  const push = sealed(edited)
  expect(await send(push)).toBe(200)
  await watcher.said(/new differences: 1/)
  expect(await send(push)).toBe(200)
  expect(await send(sealed(edited))).toBe(200)
  const forged = callbackSignature('guessed', push.query.timestamp, push.query.nonce, push.encrypt)
  expect(await send({ ...push, query: { ...push.query, signature: forged } })).toBe(401)
  await watcher.said(/wrong signature: forged/)
  const { code, stdout, stderr } = await watcher.stop()
  expect([code, stdout.match(/架构师/g)]).toEqual([143, ['架构师']])
  expect(stdout).toMatch(/^韩梅梅 \(hanmeimei\) changed in DingTalk/)
  expect(stderr).toContain('Events: 1 kept, 2 repeated, 0 unknown, 1 refused (signature 1)')
})

test('the health endpoint tells ages and no data', async () => {
  const { watcher } = await receiving(['--health', '127.0.0.1:0'])
  const [, base] = /Health: (http:\S+)\/live/.exec(watcher.output()) ?? []
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`${base}${path}`, { method })
    const text = await answer.text()
    return [answer.status, text === '' ? null : JSON.parse(text)]
  }
  const healthy = {
    live: true,
    ready: true,
    connected: true,
    waiting: 0,
    failures: 0,
    secondsSince: { frame: null, event: null, read: expect.any(Number), fullRead: expect.any(Number) },
  }
  expect(await ask('/live')).toEqual([200, healthy])
  expect(await ask('/ready')).toEqual([200, healthy])
  expect(await ask('/state')).toEqual([404, null])
  expect(await ask('/live', 'POST')).toEqual([405, null])
})

test.each([
  ['DINGTALK_CALLBACK_TOKEN', { DINGTALK_CALLBACK_TOKEN: '' }],
  ['DINGTALK_CALLBACK_AES_KEY', { DINGTALK_CALLBACK_AES_KEY: 'too-short' }],
])('without a usable %s it does not begin', async (variable, without) => {
  const place = await appliedWorkplace()
  const { code, stderr } = await startWatcher(place, null, ['--http', '127.0.0.1:0'], { ...env, ...without }).finished
  expect([code, stderr]).toEqual([64, expect.stringContaining(variable)])
  expect(stderr).not.toContain('too-short')
})

test.each(['8080', 'localhost', '127.0.0.1:70000', 'http://127.0.0.1:1'])(
  '%s is no address to listen on',
  async (text) => {
    const { code, stderr } = await startWatcher(await appliedWorkplace(), null, ['--http', text, '--lang', 'en'], env)
      .finished
    expect([code, stderr]).toEqual([64, expect.stringContaining('give one such as 127.0.0.1:8080')])
  },
)

test('an address that is taken is said, with what to do', async () => {
  const { place, watcher } = await receiving(['--health', '127.0.0.1:0'])
  const [, taken = ''] = /Receiving pushes on (\S+)\./.exec(watcher.output()) ?? []
  const other = await appliedWorkplace()
  const { code, stderr } = await startWatcher(other, null, ['--http', taken, '--lang', 'en'], env).finished
  expect([code, stderr]).toEqual([64, expect.stringMatching(/cannot listen on .*EADDRINUSE/)])
  expect(place.folder).not.toBe(other.folder)
})
