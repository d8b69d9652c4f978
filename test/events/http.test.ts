import { afterEach, describe, expect, test } from 'vitest'
import { type CallbackKeys, openCallback, sealCallback } from '../../src/dingtalk/callback-codec.ts'
import type { Read } from '../../src/events/frame.ts'
import { receivePushes } from '../../src/events/http.ts'

/** The receiver of HTTP pushes over real HTTP. Its clock stands still. */

const NOW = Date.UTC(2026, 10, 21)
const keys: CallbackKeys = {
  token: 'reconcilerTok3n',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  owner: 'dingclient01',
}
const joined = '{"EventType":"user_add_org","TimeStamp":"1735689600123","UserId":["u-001"],"CorpId":"dingcorp0001"}'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function receiver(keep: (read: Read) => Promise<void> = async () => {}) {
  const stop = new AbortController()
  const kept: Read[] = []
  const refused: string[] = []
  let listening: (port: number) => void = () => {}
  const port = new Promise<number>((resolve) => {
    listening = resolve
  })
  const running = receivePushes({
    address: { host: '127.0.0.1', port: 0 },
    keys: { token: keys.token, aesKey: keys.aesKey, owners: ['dingclient01', 'dingcorp0001'] },
    time: () => NOW,
    signal: stop.signal,
    async keep(read) {
      await keep(read)
      kept.push(read)
    },
    onListening: listening,
    onPush() {},
    onRefused: (reason) => void refused.push(reason),
  })
  ends.push(async () => {
    stop.abort()
    await running
  })
  const url = `http://127.0.0.1:${await port}/callback`
  const send = async (query: string, body: string, method = 'POST') => {
    const answer = await fetch(`${url}?${query}`, { method, ...(method === 'POST' && { body }) })
    return { status: answer.status, text: await answer.text() }
  }
  return { send, kept, refused }
}

/** A push as DingTalk sends it; `names` are those of signature and time in the query. */
function push(text: string, { at = NOW, nonce = 'n1', names = ['signature', 'timestamp'], ...other }: Making = {}) {
  const { encrypt, signature, timestamp } = sealCallback({ ...keys, ...other }, text, {
    timestamp: String(at),
    nonce,
  })
  const query = new URLSearchParams({ [names[0]]: signature, [names[1]]: timestamp, nonce })
  return { query: String(query), body: JSON.stringify({ encrypt }), signature, encrypt }
}
type Making = Partial<CallbackKeys> & { at?: number; nonce?: string; names?: readonly [string, string] }

/** What DingTalk finds in the answer: it is an acknowledgement only if this is the word. */
function word(text: string, owner = keys.owner): string {
  const { msg_signature: signature, timeStamp: timestamp, nonce, encrypt } = JSON.parse(text)
  return openCallback({ ...keys, owner }, { signature, timestamp, nonce, encrypt })
}

describe('is acknowledged', () => {
  test('the check of the address, which asks for nothing', async () => {
    const { send, kept } = await receiver()
    const { query, body } = push('{"EventType":"check_url"}')
    const { status, text } = await send(query, body)
    expect([status, word(text), kept]).toEqual([200, 'success', []])
  })

  test.each([
    ['signature', 'timestamp'],
    ['msg_signature', 'timestamp'],
    ['signature', 'timeStamp'],
    ['msg_signature', 'timeStamp'],
  ] as const)('an event whose query says %s and %s', async (...names) => {
    const { send, kept } = await receiver()
    const { query, body } = push(joined, { names })
    const { status, text } = await send(query, body)
    expect([status, word(text)]).toEqual([200, 'success'])
    expect(kept).toMatchObject([{ event: { type: 'user_add_org', subject: { about: 'user', ids: ['u-001'] } } }])
  })

  test('an event that is sealed for the company, with a reply for the company', async () => {
    const { send } = await receiver()
    const { query, body } = push(joined, { owner: 'dingcorp0001' })
    const { text } = await send(query, body)
    expect(word(text, 'dingcorp0001')).toBe('success')
  })

  test('an event only after it is kept, and one that cannot be kept is not', async () => {
    let fails = true
    const { send } = await receiver(async () => {
      if (fails) throw new Error('the disk is full')
    })
    const { query, body } = push(joined)
    expect((await send(query, body)).status).toBe(503)
    fails = false
    expect((await send(query, body)).status).toBe(200)
  })

  test('a push up to five minutes old', async () => {
    const { send } = await receiver()
    const { query, body } = push(joined, { at: NOW - 300_000 })
    expect((await send(query, body)).status).toBe(200)
  })
})

describe('is refused, and nothing is kept', () => {
  const altered = (text: string) => `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`
  const good = push(joined)
  const query = (change: (query: URLSearchParams) => void) => {
    const changed = new URLSearchParams(good.query)
    change(changed)
    return String(changed)
  }
  const cut = (() => {
    const short = Buffer.from(good.encrypt, 'base64').subarray(0, 48).toString('base64')
    return short
  })()
  const cases: readonly (readonly [string, string, string, number, string])[] = [
    ['a forged signature', query((q) => q.set('signature', altered(good.signature))), good.body, 401, 'signature'],
    ['a signature that is none', query((q) => q.set('signature', 'é')), good.body, 401, 'signature'],
    ['another nonce', query((q) => q.set('nonce', 'n2')), good.body, 401, 'signature'],
    ['another time', query((q) => q.set('timestamp', String(NOW + 1))), good.body, 401, 'signature'],
    ['another message', good.query, JSON.stringify({ encrypt: push(joined).encrypt }), 401, 'signature'],
    ['a message that was cut', good.query, JSON.stringify({ encrypt: cut }), 401, 'signature'],
    ['another token', push(joined, { token: 'otherToken' }).query, good.body, 401, 'signature'],
    ['no signature', query((q) => q.delete('signature')), good.body, 400, 'malformed'],
    ['two signatures', query((q) => q.append('msg_signature', 'x')), good.body, 400, 'malformed'],
    ['an overlong nonce', query((q) => q.set('nonce', 'n'.repeat(129))), good.body, 400, 'malformed'],
    ['no JSON', good.query, 'encrypt', 400, 'malformed'],
    ['JSON of another shape', good.query, '{"encrypt":["a"]}', 400, 'malformed'],
    ['a message that is no base64', good.query, '{"encrypt":"<x>"}', 400, 'malformed'],
  ]
  test.each(cases)('%s', async (_, sent, body, status, reason) => {
    const { send, kept, refused } = await receiver()
    expect(await send(sent, body)).toEqual({ status, text: '' })
    expect([kept, refused]).toEqual([[], [reason]])
  })

  test('a push that is sent again later, or comes from the future', async () => {
    const { send, refused } = await receiver()
    for (const at of [NOW - 300_001, NOW + 300_001, 0]) {
      const { query, body } = push(joined, { at })
      expect((await send(query, body)).status).toBe(401)
    }
    expect(refused).toEqual(['stale', 'stale', 'stale'])
  })

  test('a push for another app, signed with the right token', async () => {
    const { send, refused } = await receiver()
    const { query, body } = push(joined, { owner: 'dingother' })
    expect((await send(query, body)).status).toBe(401)
    expect(refused).toEqual(['other-owner'])
  })

  test('a push sealed with another key, signed with the right token', async () => {
    const { send, refused } = await receiver()
    const { query, body } = push(joined, { aesKey: `${keys.aesKey.slice(1)}H` })
    expect((await send(query, body)).status).toBeGreaterThanOrEqual(400)
    expect(refused).toHaveLength(1)
  })

  test('a body of more than 256 KiB, which is not read to its end', async () => {
    const { send, refused } = await receiver()
    const { query } = push(joined)
    const { status } = await send(query, JSON.stringify({ encrypt: 'A'.repeat(256 * 1024) }))
    expect([status, refused]).toEqual([413, ['too-large']])
  })

  test('any other method', async () => {
    const { send, refused } = await receiver()
    expect([(await send('', '', 'GET')).status, refused]).toEqual([405, ['method']])
  })
})
