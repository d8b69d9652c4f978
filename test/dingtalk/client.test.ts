import { expect, test } from 'vitest'
import { Personal } from '../../src/core/personal.ts'
import { granted, secret, startPeer } from './peer.ts'

test('a legacy call goes to its path with the token in the query and real JSON types in the body', async () => {
  await using peer = await startPeer(() => ({ body: { errcode: 0, result: { userid: 'lilei' } } }))
  const answer = await peer.client.call('createUser', {
    userid: 'lilei',
    name: '李雷',
    mobile: new Personal('+86-10012345678'),
    dept_id_list: [1, 42],
    hide_mobile: true,
    extension: { 花名: '雷雷' },
    dept_order_list: [{ dept_id: 42, order: '176322897889314512' }],
  })
  expect(answer.result?.userid).toBe('lilei')
  const [request] = peer.received
  expect(request?.method).toBe('POST')
  expect(request?.path).toBe('/topapi/v2/user/create')
  expect([...(request?.query ?? [])]).toEqual([['access_token', granted]])
  expect(request?.headers['content-type']).toBe('application/json')
  expect(request?.text).toContain('"order":176322897889314512}')
  expect(request?.json).toMatchObject({
    mobile: '+86-10012345678',
    dept_id_list: '1,42',
    hide_mobile: true,
    extension: '{"花名":"雷雷"}',
  })
})

test('a new call carries the token in a header, and its path, query and body from one flat request', async () => {
  await using peer = await startPeer(() => ({ body: {} }))
  await peer.client.call('updateSceneHideSetting', { settingId: 7, name: 'board' } as never)
  await peer.client.call('searchBranchAuthData', { branchCorpId: 'ding/1', code: 'a b', nick: '李' })
  const [first, second] = peer.received
  expect(first?.method).toBe('PUT')
  expect(first?.path).toMatch(/\/7$/)
  expect(first?.headers['x-acs-dingtalk-access-token']).toBe(granted)
  expect(first?.query.size).toBe(0)
  expect(first?.json).toEqual({ name: 'board' })
  expect(Object.fromEntries(second?.query ?? [])).toEqual({ branchCorpId: 'ding/1', code: 'a b' })
  expect(second?.json).toEqual({ nick: '李' })
})

test('a body that is a list travels as that list', async () => {
  await using peer = await startPeer(() => ({ body: {} }))
  await peer.client.call('setOrgAccountMobileVisibility', { $body: ['lilei', 'hanmei'] })
  expect(peer.received[0]?.json).toEqual(['lilei', 'hanmei'])
})

test('a GET parameter that is JSON travels as text in the query', async () => {
  await using peer = await startPeer(() => ({ body: { result: [] } }))
  await peer.client.call('getDismissionInfos', { userIdList: ['lilei'] })
  expect(peer.received[0]?.method).toBe('GET')
  expect(peer.received[0]?.query.get('userIdList')).toBe('["lilei"]')
  expect(peer.received[0]?.text).toBe('')
})

test('a field the contract does not know is refused before anything is sent', async () => {
  await using peer = await startPeer(() => ({}))
  await expect(peer.client.call('getUser', { userid: 'lilei', mobil: 'x' } as never)).rejects.toThrow(
    'getUser: the contract has no field mobil',
  )
  await expect(peer.client.call('getUser', { userid: 1.5 } as never)).rejects.toThrow('userid must be string')
  expect(peer.client.stats.total).toBe(0)
})

test('the token is fetched once, by POST with the secret in the body, however many calls wait for it', async () => {
  await using peer = await startPeer(() => ({ body: { errcode: 0, result: { count: 3 } } }))
  await Promise.all([1, 2, 3].map(() => peer.client.call('countUsers', { only_active: false })))
  expect(peer.tokens).toHaveLength(1)
  expect(peer.tokens[0]?.json).toEqual({ appKey: 'synthetic-client-id', appSecret: secret })
  expect(peer.tokens[0]?.query.size).toBe(0)
  expect(peer.client.stats).toEqual({
    calls: { getAppAccessToken: 1, countUsers: 3 },
    total: 4,
    retries: 0,
    throttled: 0,
  })
})

test('the token is renewed ten minutes before it expires', async () => {
  await using peer = await startPeer(() => ({ body: { errcode: 0 } }))
  await peer.client.call('countUsers', { only_active: false })
  await peer.clock.sleep(6_500_000)
  await peer.client.call('countUsers', { only_active: false })
  expect(peer.tokens).toHaveLength(1)
  await peer.clock.sleep(150_000)
  await peer.client.call('countUsers', { only_active: false })
  expect(peer.tokens).toHaveLength(2)
})

test('a refused token is replaced once and the call repeated once, on both hosts', async () => {
  for (const refusal of [{ errcode: 40014 }, { errcode: 42001 }, { errcode: 88, sub_code: '40014', sub_msg: 'x' }]) {
    await using peer = await startPeer((_, n) => ({ body: n === 0 ? refusal : { errcode: 0, result: { count: 1 } } }))
    await peer.client.call('countUsers', { only_active: false })
    expect(peer.received.map(({ query }) => query.get('access_token'))).toEqual([granted, `${granted}-1`])
  }
  await using peer = await startPeer((_, n) =>
    n === 0 ? { status: 400, body: { code: 'InvalidAuthentication', message: 'x' } } : { body: { list: [] } },
  )
  await peer.client.call('searchUsers', { queryWord: '李', offset: 0, size: 5 })
  expect(peer.received).toHaveLength(2)
  expect(peer.tokens).toHaveLength(2)
})

test('a token that is refused again ends the call', async () => {
  await using peer = await startPeer(() => ({ body: { errcode: 40014, errmsg: 'invalid access_token' } }))
  const error = await peer.client.call('deleteUser', { userid: 'lilei' }).catch((error) => error)
  expect(error).toMatchObject({ code: '40014', action: 'token', outcome: 'refused' })
  expect(peer.received).toHaveLength(2)
  expect(peer.tokens).toHaveLength(2)
})

test('calls refused together share one new token', async () => {
  await using peer = await startPeer(({ query }) => ({
    body: query.get('access_token') === granted ? { errcode: 40014 } : { errcode: 0 },
  }))
  await Promise.all(
    (['countUsers', 'listAdmins', 'getAuthScopes'] as const).map((id) => peer.client.call(id, {} as never)),
  )
  expect(peer.tokens).toHaveLength(2)
})

test('wrong credentials fail the call without repetition, and the next call asks again', async () => {
  await using peer = await startPeer(() => ({}), {
    token: () => ({ status: 400, body: { code: 'invalidClientIdOrSecret', message: `bad secret ${secret}` } }),
  })
  const error = await peer.client.call('countUsers', { only_active: false }).catch((error) => error)
  expect(error).toMatchObject({ operation: 'getAppAccessToken', code: 'invalidClientIdOrSecret', action: 'config' })
  expect(error.message).not.toContain(secret)
  await peer.client.call('countUsers', { only_active: false }).catch(() => undefined)
  expect(peer.tokens).toHaveLength(2)
  expect(peer.received).toHaveLength(0)
})

test('an operation that needs a person takes the token of the person and says so when there is none', async () => {
  await using without = await startPeer(() => ({ body: {} }))
  await expect(without.client.call('getContactUser', { unionId: 'me' })).rejects.toMatchObject({
    name: 'EnvironmentError',
    variable: 'DINGTALK_USER_TOKEN',
    message: expect.stringContaining('the token of a person'),
    hint: expect.stringContaining('DINGTALK_USER_TOKEN'),
  })
  expect([without.received, without.tokens]).toEqual([[], []])
  await using peer = await startPeer(() => ({ body: { nick: '李雷' } }), { userToken: 'synthetic-user-token' })
  await peer.client.call('getContactUser', { unionId: 'me' })
  expect(peer.received[0]?.headers['x-acs-dingtalk-access-token']).toBe('synthetic-user-token')
  expect(peer.tokens).toHaveLength(0)
})

test('events tell what is done and hold no secret', async () => {
  await using peer = await startPeer((_, n) => ({ body: { errcode: n === 0 ? 90018 : 0 } }))
  await peer.client.call('getUserIdByMobile', { mobile: '10012345678' })
  expect(peer.events.map(({ type, operation }) => `${type} ${operation}`)).toEqual([
    'finished getAppAccessToken',
    'throttled getUserIdByMobile',
    'finished getUserIdByMobile',
    'retrying getUserIdByMobile',
    'finished getUserIdByMobile',
  ])
  const text = JSON.stringify(peer.events)
  for (const hidden of [granted, secret, '10012345678']) expect(text).not.toContain(hidden)
})

test('a closed client sends nothing more', async () => {
  await using peer = await startPeer(() => ({}))
  await peer.client.call('countUsers', { only_active: false })
  await peer.client.close()
  await expect(peer.client.call('countUsers', { only_active: false })).rejects.toThrow(/abort/i)
  expect(peer.received).toHaveLength(1)
})
