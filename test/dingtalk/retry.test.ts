import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Personal } from '../../src/core/personal.ts'
import { DingTalkError } from '../../src/dingtalk/error.ts'
import { type Answer, granted, secret, startPeer } from './peer.ts'

const read = ['getUser', { userid: 'lilei' }] as const
const write = ['updateUser', { userid: 'lilei', name: '李雷' }] as const
const create = ['createUser', { userid: 'lilei', name: '李雷', mobile: '10012345678', dept_id_list: [1] }] as const

/** Sends one call against a peer that answers `answer` first and success afterwards. */
async function against(answer: Answer, [id, request]: typeof read | typeof write | typeof create, times = 1) {
  await using peer = await startPeer(
    (_, n) => (n < times ? answer : { body: { errcode: 0, result: { userid: 'lilei', name: '李雷' } } }),
    { timeout: 300 },
  )
  const error = await peer.client.call(id, request as never).then(
    () => undefined,
    (error: unknown) => error as DingTalkError,
  )
  return { error, sent: peer.received.length, slept: peer.clock.slept, stats: { ...peer.client.stats } }
}

const html = '<html><body>gateway</body></html>'
const unclear: [string, Answer, string][] = [
  ['system busy (-1)', { body: { errcode: -1, errmsg: 'busy' } }, '-1'],
  ['a timeout of the authorisation service', { body: { errcode: 88, sub_code: '', errmsg: 'x' } }, '88'],
  ['a gateway timeout (15)', { body: { errcode: 15, sub_code: 'isp.top-remote-connection-timeout' } }, '15'],
  ['HTTP 502', { status: 502, body: html }, 'http-502'],
  ['HTTP 503 as JSON', { status: 503, body: { what: 'ever' } }, 'http-503'],
  ['HTTP 504', { status: 504, body: '' }, 'http-504'],
  ['HTML from a proxy', { status: 200, body: html }, 'not-json'],
  ['JSON cut off', { status: 200, body: '{"errcode":0,"resu' }, 'not-json'],
  ['a connection reset', 'reset', 'connection-lost'],
  ['no answer in time', 'silence', 'timeout'],
]

test.each(unclear)('a read is repeated after %s', async (_, answer) => {
  const { error, sent } = await against(answer, read)
  expect(error).toBeUndefined()
  expect(sent).toBe(2)
})

test.each(unclear)('a create is sent once and its outcome is unknown after %s', async (_, answer, code) => {
  const { error, sent } = await against(answer, create)
  expect(sent).toBe(1)
  expect(error).toBeInstanceOf(DingTalkError)
  expect(error).toMatchObject({ operation: 'createUser', code, outcome: 'unknown' })
  expect(error?.message).toContain('has an unknown outcome')
})

/** Sends one write; `answers` come in order, and then success. Tells what was sent. */
async function unclearWrite(id: 'updateUser' | 'deleteUser' | 'addRolesForEmployees', answers: readonly Answer[]) {
  const requests = {
    updateUser: write[1],
    deleteUser: { userid: 'lilei' },
    addRolesForEmployees: { roleIds: [7], userIds: ['lilei', 'hanmei'] },
  }
  const found = { body: { errcode: 0, result: { userid: 'lilei', name: '李雷', list: [], hasMore: false } } }
  await using peer = await startPeer((_, n) => answers[n] ?? found, { timeout: 300 })
  const error = await peer.client.call(id, requests[id] as never).then(
    () => undefined,
    (error: unknown) => error as DingTalkError,
  )
  return { error, sent: peer.received.map(({ path, text }) => `${path.split('/').slice(-2).join('/')} ${text}`) }
}
const lost: Answer = { status: 502, body: html }

test.each(unclear)('a write that may be repeated is, after a look at what it is about, after %s', async (_, answer) => {
  const { error, sent } = await unclearWrite('updateUser', [answer])
  expect(error).toBeUndefined()
  expect(sent.map((call) => call.split(' ')[0])).toEqual(['user/update', 'user/get', 'user/update'])
  expect(sent[2]).toBe(sent[0])
})

test('a look at a role asks for the first of its members', async () => {
  const { error, sent } = await unclearWrite('addRolesForEmployees', [lost, lost])
  expect(error).toBeUndefined()
  expect(sent.map((call) => call.split(' ')[0])).toEqual([
    'role/addrolesforemps',
    'role/simplelist',
    'role/simplelist',
    'role/addrolesforemps',
  ])
  expect(sent[1]).toContain('{"role_id":7,"offset":0,"size":1}')
})

test('a deletion is not repeated when what it is about is gone', async () => {
  const { error, sent } = await unclearWrite('deleteUser', [lost, { body: { errcode: 60121 } }])
  expect(error).toMatchObject({ code: '60121', action: 'absent' })
  expect(sent.map((call) => call.split(' ')[0])).toEqual(['user/delete', 'user/get'])
})

test('a write is not repeated when nothing can be seen of what it is about', async () => {
  const { error, sent } = await unclearWrite('updateUser', [lost, { body: { errcode: 60011 } }])
  expect(error).toMatchObject({ operation: 'updateUser', code: 'http-502', outcome: 'unknown' })
  expect(sent).toHaveLength(2)
})

test('a write that stays unclear is sent five times', async () => {
  const found = { body: { errcode: 0, result: { userid: 'lilei', name: '李雷' } } }
  await using peer = await startPeer(({ path }) => (path.endsWith('/update') ? lost : found), { attempts: 5 })
  const error = await peer.client.call(...write).catch((error) => error)
  expect(error).toMatchObject({ code: 'http-502', outcome: 'unknown' })
  expect(peer.client.stats.calls).toMatchObject({ updateUser: 5, getUser: 4 })
})

const refusedForRate: [string, Answer, number][] = [
  ['90018', { body: { errcode: 90018, errmsg: 'x' } }, 1000],
  ['88/90018', { body: { errcode: 88, sub_code: '90018', sub_msg: 'x' } }, 1000],
  ['90002', { body: { errcode: 90002 } }, 1000],
  ['90006, which counts minutes', { body: { errcode: 90006 } }, 60_000],
]

test.each(refusedForRate)(
  'even a write is repeated after the rate code %s, when the pause is over',
  async (_, answer, pause) => {
    const { error, sent, slept, stats } = await against(answer, write)
    expect(error).toBeUndefined()
    expect(sent).toBe(2)
    expect(stats).toMatchObject({ retries: 1, throttled: 1 })
    expect(slept.reduce((sum, time) => sum + time, 0)).toBeGreaterThanOrEqual(pause)
  },
)

test.each([
  ['QpsLimitForAppkeyAndApi', 1000],
  ['QpmLimitForAppkeyAndApi', 60_000],
])('the new host speaks of its rate with HTTP 403 and %s', async (limit, pause) => {
  await using peer = await startPeer((_, n) =>
    n === 0 ? { status: 403, body: { code: `Forbidden.AccessDenied.${limit}`, message: 'x' } } : { body: {} },
  )
  await peer.client.call('deleteContactHideSetting', { settingId: 1 })
  expect(peer.received).toHaveLength(2)
  expect(peer.clock.slept.reduce((sum, time) => sum + time, 0)).toBeGreaterThanOrEqual(pause)
})

test('a call refused for its rate twenty times in a row fails, and nothing was done', async () => {
  const { error, sent } = await against({ body: { errcode: 90018 } }, write, 30)
  expect(sent).toBe(20)
  expect(error).toMatchObject({ code: '90018', action: 'retry', outcome: 'refused' })
})

test('repetitions wait twice as long each time, and a little more at random', async () => {
  const { sent, slept } = await against({ status: 502, body: html }, read, 6)
  expect(sent).toBe(7)
  expect(slept.filter((time) => time >= 500)).toEqual([1050, 2100, 4200, 8400, 16_800, 16_800])
})

test('a call that is lost is sent up to twenty times while DingTalk answers others', async () => {
  const lost = { status: 502, body: html }
  await using peer = await startPeer(({ path }) => (path.endsWith('/v2/user/get') ? lost : {}))
  const going = (async () => {
    for (let n = 0; n < 30; n++) {
      await peer.client.call('countUsers', { only_active: false })
      await peer.clock.sleep(10_000)
    }
  })()
  const error = await peer.client.call(...read).catch((error) => error)
  expect(error).toMatchObject({ code: 'http-502', outcome: 'refused' })
  expect(peer.client.stats.calls.getUser).toBe(20)
  await going
})

test('two minutes after the last answer, a call that is lost is given up', async () => {
  await using peer = await startPeer((_, n) => (n === 0 ? {} : { status: 502, body: html }))
  await peer.client.call('countUsers', { only_active: false })
  const began = peer.clock.now()
  const error = await peer.client.call(...read).catch((error) => error)
  expect(error).toMatchObject({ code: 'http-502' })
  expect(peer.received.length - 1).toBeGreaterThan(5)
  expect(peer.clock.now() - began).toBeLessThan(120_000 + 2 * 16_000)
})

test('once DingTalk blocks the address, no call is sent for five minutes', async () => {
  const punished = { body: { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' } }
  await using peer = await startPeer((_, n) => (n === 0 ? punished : {}))
  const blocked = () => peer.client.call('countUsers', { only_active: false }).catch((error) => error)
  await peer.client.call(...read).catch(() => undefined)
  expect(await blocked()).toMatchObject({ operation: 'countUsers', code: 'ip-blocked', outcome: 'refused' })
  await peer.clock.sleep(290_000)
  expect(await blocked()).toMatchObject({ code: 'ip-blocked' })
  expect(peer.received).toHaveLength(1)
  await peer.clock.sleep(20_000)
  expect(await blocked()).toEqual({ errcode: 0 })
})

test.each([
  ['the punish page', '<html>action=deny&x5secdata=..punish..</html>'],
  ['the punish JSON', { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' }],
])('%s stops reads and writes at once and says to wait five minutes', async (_, body) => {
  for (const call of [read, write]) {
    const { error, sent } = await against({ status: 200, body }, call)
    expect(sent).toBe(1)
    expect(error).toMatchObject({ code: 'ip-blocked', action: 'config', outcome: 'refused' })
    expect(error?.message).toContain('wait five minutes')
  }
})

test('a redirect is not followed', async () => {
  const redirect = { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }
  expect((await against(redirect, read)).error).toMatchObject({ code: 'redirected', outcome: 'refused' })
  expect((await against(redirect, write)).error).toMatchObject({ code: 'redirected', outcome: 'unknown' })
})

test('the used-up quota is said and not repeated', async () => {
  const { error, sent } = await against({ body: { errcode: 90020, errmsg: 'x' } }, read)
  expect(sent).toBe(1)
  expect(error).toMatchObject({ action: 'quota' })
  expect(error?.message).toContain('monthly quota')
})

test('an unknown code fails a read, and leaves the outcome of a write unknown', async () => {
  const answer = { body: { errcode: 987_654, errmsg: 'something new' } }
  expect(await against(answer, read)).toMatchObject({ sent: 1, error: { action: 'item', outcome: 'refused' } })
  expect(await against(answer, write)).toMatchObject({ sent: 1, error: { action: 'check', outcome: 'unknown' } })
})

test('a refused connection is tried again for writes too, because nothing was sent', async () => {
  await using peer = await startPeer(() => ({}))
  await using closed = await startPeer(() => ({}), { oapiUrl: 'http://127.0.0.1:9', apiUrl: peer.url })
  const error = await closed.client.call('deleteUser', { userid: 'lilei' }).catch((error) => error)
  expect(error).toMatchObject({ code: 'not-connected', outcome: 'refused', action: 'retry' })
  expect(closed.client.stats.calls.deleteUser).toBe(5)
})

test('errcode may be the text 0, and a missing one is an unexpected answer', async () => {
  const good = { body: { errcode: '0', result: { userid: 'lilei', name: '李雷' } } }
  expect((await against(good, read)).error).toBeUndefined()
  const bad = await against({ body: { result: {} } }, read)
  expect(bad).toMatchObject({ sent: 1, error: { code: 'unexpected-answer' } })
})

test('the keys of an error may be capitalised, and its scopes are told', async () => {
  const body = {
    Code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    Message: 'open https://open-dev.example/appscope?token=abc',
    RequestId: 'A1-B2',
    AccessDeniedDetail: { requiredScopes: ['qyapi_get_member'] },
  }
  await using peer = await startPeer(() => ({ status: 403, body }))
  const error = await peer.client.call('getSeniorSetting', { seniorStaffId: 'lilei' } as never).catch((error) => error)
  expect(error).toMatchObject({
    action: 'config',
    requestId: 'A1-B2',
    requiredScopes: ['qyapi_get_member'],
    status: 403,
  })
  expect(error.message).toContain('needs permission qyapi_get_member')
  expect(error.message).not.toContain('token=abc')
})

test('a legacy permission error names the permission that the contract knows', async () => {
  const { error } = await against({ body: { errcode: 88, sub_code: '60011', sub_msg: 'x', request_id: 'r1' } }, read)
  expect(error).toMatchObject({ code: '88', subCode: '60011', action: 'config', requiredScopes: ['qyapi_get_member'] })
})

test('40001 on an external contact is a missing custom field, not a token', async () => {
  await using peer = await startPeer(() => ({ body: { errcode: 40001 } }))
  const contact = {
    contact: { name: '王五', mobile: '10012345678', state_code: '86', label_ids: [1], follower_user_id: 'lilei' },
  }
  const error = await peer.client.call('createExternalContact', contact as never).catch((error) => error)
  expect(error.action).not.toBe('token')
  expect(peer.tokens).toHaveLength(1)
})

test('a pending invitation says that it is pending', async () => {
  await using peer = await startPeer(() => ({ body: { errcode: 40103 } }))
  const error = await peer.client
    .call('createUser', { name: '李雷', mobile: '10012345678', dept_id_list: [1] })
    .catch((error) => error)
  expect(error).toMatchObject({ pending: true, outcome: 'refused' })
  expect(error.message).toContain('is pending')
})

test('no form of an error shows a token, secret, URL or personal value', async () => {
  const mobile = '+86-10012345678'
  const answers: Answer[] = [
    {
      body: { errcode: 60104, errmsg: `mobile ${mobile} or 100-1234-5678 of li@example.com, access_token=${granted}` },
    },
    { body: { errcode: 5, errmsg: `secret ${secret} word ${'synthetic-password'} at http://peer/x?access_token=1` } },
    'reset',
    { status: 500, body: `<html>${mobile} ${granted}</html>` },
  ]
  for (const answer of answers) {
    await using peer = await startPeer(() => answer)
    const error: unknown = await peer.client
      .call('createUser', {
        name: '李雷',
        mobile: new Personal(mobile),
        init_password: 'synthetic-password',
        dept_id_list: [1],
      })
      .catch((error) => error)
    expect(error).toBeInstanceOf(DingTalkError)
    const shown = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${(error as Error).stack}`
    for (const hidden of [
      mobile,
      '10012345678',
      '5678',
      'li@example',
      granted,
      secret,
      'synthetic-password',
      'http://',
    ])
      expect(shown).not.toContain(hidden)
  }
})
