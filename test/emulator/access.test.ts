import { expect, test } from 'vitest'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { type Fields, post, smallCompany, start } from './caller.ts'

test('all three token calls give the same token within its lifetime, and it serves both hosts', async () => {
  const company = await start({ clientId: 'dingapp', clientSecret: 'secret', corp: 'dingcorp7' })
  const { call } = company
  const legacy = (await call('getToken', { appkey: 'dingapp', appsecret: 'secret' })).body
  expect(legacy).toEqual({ errcode: 0, errmsg: 'ok', access_token: expect.any(String), expires_in: 7200 })
  const current = await call('getAppAccessToken', { appKey: 'dingapp', appSecret: 'secret' })
  expect(current).toMatchObject({ status: 200, body: { accessToken: legacy.access_token, expireIn: 7200 } })
  const grant = { client_id: 'dingapp', client_secret: 'secret', grant_type: 'client_credentials' }
  const named = (await call('getCorpToken', { corpId: 'dingcorp7', ...grant })).body
  expect(named).toEqual({ access_token: legacy.access_token, expires_in: 7200 })
  company.token = legacy.access_token
  expect((await call('getDepartment', { dept_id: 1 })).body.errcode).toBe(0)
  expect((await call('getOrgAuthInfo')).body).toEqual({ authLevel: 0, orgName: '示例公司' })
})

const wrongCredentials: readonly (readonly [string, OperationId, Fields, number, number | string])[] = [
  ['a wrong secret on the legacy call', 'getToken', { appkey: 'dingapp', appsecret: 'x' }, 200, 40089],
  ['an empty key on the legacy call', 'getToken', { appkey: '', appsecret: 'secret' }, 200, 90002],
  ['an empty secret on the legacy call', 'getToken', { appkey: 'dingapp', appsecret: '' }, 200, 90003],
  ['a wrong secret', 'getAppAccessToken', { appKey: 'dingapp', appSecret: 'x' }, 400, 'invalidClientIdOrSecret'],
  ['another organisation', 'getCorpToken', grant({ corpId: 'dingother' }), 401, 'unauthorized.client'],
  ['a wrong secret for an organisation', 'getCorpToken', grant({ client_secret: 'x' }), 400, 'invalid.client'],
  ['an unknown grant', 'getCorpToken', grant({ grant_type: 'password' }), 400, 'unsupported.grant.type'],
]

function grant(changed: Fields): Fields {
  return {
    corpId: 'dingcorp0001',
    client_id: 'dingapp',
    client_secret: 'secret',
    grant_type: 'client_credentials',
    ...changed,
  }
}

test.each(wrongCredentials)('%s is refused', async (_, operation, request, status, code) => {
  const { call } = await start({ clientId: 'dingapp', clientSecret: 'secret' })
  const answer = await call(operation, request)
  expect([answer.status, answer.body.errcode ?? answer.body.code]).toEqual([status, code])
})

test('a token lives 7200 seconds from when it was last asked for, and then there is another', async () => {
  const clock = { now: 0 }
  const company = await start({ now: () => clock.now })
  const { call, emulator } = company
  const works = async () => (await call('getDepartment', { dept_id: 1 })).body.errcode
  clock.now = 7_000_000
  emulator.state.tokens.give()
  clock.now = 14_199_999
  expect(await works()).toBe(0)
  clock.now = 14_200_000
  expect(await works()).toBe(40014)
  const old = company.token
  company.token = emulator.state.tokens.give()
  expect(company.token).not.toBe(old)
  expect(await works()).toBe(0)
})

test('a token that is missing, wrong or expired is refused on both hosts', async () => {
  for (const expiredToken of [40014, 42001] as const) {
    const company = await start({ switches: { expiredToken } })
    const { call, emulator } = company
    const outcomes = async () => {
      const answers = [await call('getDepartment', { dept_id: 1 }), await call('getOrgAuthInfo')]
      return answers.map(({ status, body }) => [status, body.errcode ?? body.code])
    }
    emulator.state.expireToken()
    expect(await outcomes()).toEqual([
      [200, expiredToken],
      [400, 'InvalidAuthentication'],
    ])
    company.token = 'never given'
    expect(await outcomes()).toEqual([
      [200, 40014],
      [400, 'InvalidAuthentication'],
    ])
    company.token = ''
    expect(await outcomes()).toEqual([
      [200, 41001],
      [400, 'InvalidAuthentication'],
    ])
  }
})

test('a missing permission is refused in the gateway form, or plainly, as the switch says', async () => {
  for (const gatewayCodes of [[60011], []]) {
    const { call, emulator } = await start({ switches: { gatewayCodes } })
    emulator.state.missingPermissions.add('qyapi_manage_addresslist').add('Contact.Org.Read')
    const { body } = await call('createDepartment', { name: '设计', parent_id: 1 })
    const form = gatewayCodes.length > 0 ? { errcode: 88, sub_code: '60011' } : { errcode: 60011 }
    expect(body).toMatchObject(form)
    expect((await call('getDepartment', { dept_id: 1 })).body.errcode).toBe(0)
    expect(await call('getOrgAuthInfo')).toMatchObject({
      status: 403,
      body: {
        code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
        accessdenieddetail: { requiredScopes: ['Contact.Org.Read'] },
      },
    })
  }
})

test('without a field permission its fields are missing from answers', async () => {
  const { call, emulator, rd } = await smallCompany()
  await call('updateUser', { userid: 'lilei', email: 'li@example.com', remark: '备注', title: '工程师' })
  emulator.state.missingPermissions.add('employee mobile number').add('mail and other profile information')
  const detail = (await call('getUser', { userid: 'lilei' })).body.result
  const [item] = (await call('listUsers', { dept_id: rd, cursor: 0, size: 1 })).body.result.list
  for (const answer of [detail, item]) {
    expect(answer.title).toBe('工程师')
    for (const field of ['mobile', 'state_code', 'email', 'remark', 'work_place', 'extension']) {
      expect(answer).not.toHaveProperty(field)
    }
  }
})

/** The small company with an app that may see 研发 and 后端 only; 周杰 is in 市场. */
async function narrow() {
  const company = await smallCompany()
  const { emulator, rd, market } = company
  emulator.console('createUser', { userid: 'zhoujie', name: '周杰', mobile: '10000000003', dept_id_list: [market] })
  emulator.state.scope = { departments: [rd], users: [] }
  return { ...company, call: company.call }
}

test('what is outside the contact scope is refused by a scope code, never as absent', async () => {
  const { call, emulator, rd, market } = await narrow()
  const before = emulator.snapshot()
  const newcomer = { userid: 'u1', name: '王五', mobile: '10000000009' }
  const refused: readonly (readonly [OperationId, Fields, number])[] = [
    ['getDepartment', { dept_id: market }, 50004],
    ['getDepartment', { dept_id: 1 }, 50004],
    ['listSubDepartments', { dept_id: market }, 50004],
    ['listUsers', { dept_id: market, cursor: 0, size: 9 }, 50004],
    ['listUsersSimple', { dept_id: market, cursor: 0, size: 9 }, 50004],
    ['createDepartment', { name: '设计', parent_id: 1 }, 50004],
    ['updateDepartment', { dept_id: market, name: '设计' }, 50004],
    ['updateDepartment', { dept_id: rd, parent_id: market }, 50004],
    ['deleteDepartment', { dept_id: market }, 50004],
    ['getUser', { userid: 'zhoujie' }, 50002],
    ['updateUser', { userid: 'zhoujie', title: '销售' }, 50002],
    ['deleteUser', { userid: 'zhoujie' }, 50002],
    ['createUser', { ...newcomer, dept_id_list: String(market) }, 50004],
    ['updateUser', { userid: 'lilei', dept_id_list: `${rd},${market}` }, 50004],
  ]
  for (const [operation, request, errcode] of refused) {
    expect([operation, (await call(operation, request)).body.errcode]).toEqual([operation, errcode])
  }
  expect(emulator.snapshot()).toEqual(before)
})

test('inside the contact scope everything works, and the root lists what is visible', async () => {
  const { call, emulator, rd, backend } = await narrow()
  expect((await call('listSubDepartments')).body.result.map((item: { dept_id: number }) => item.dept_id)).toEqual([rd])
  expect((await call('getDepartment', { dept_id: backend })).body.errcode).toBe(0)
  expect((await call('createDepartment', { name: '测试', parent_id: backend })).body.errcode).toBe(0)
  expect((await call('updateUser', { userid: 'lilei', dept_id_list: String(backend) })).body.errcode).toBe(0)
  emulator.state.scope = { departments: [], users: ['zhoujie'] }
  expect((await call('getUser', { userid: 'zhoujie' })).body.errcode).toBe(0)
  expect((await call('getUser', { userid: 'lilei' })).body.errcode).toBe(50002)
})

test('the root refuses to be listed from outside where the switch says so', async () => {
  const { call, emulator } = await start({ switches: { rootOutsideScope: 'refused' } })
  emulator.state.scope = { departments: [], users: [] }
  expect((await call('listSubDepartments')).body.errcode).toBe(50004)
})

test('ids, counts, parents and the scope itself are not limited by the scope', async () => {
  const { call, rd, market } = await narrow()
  expect((await call('listSubDepartmentIds', { dept_id: 1 })).body.result.dept_id_list).toEqual([rd, market])
  expect((await call('listUserIds', { dept_id: market })).body.result.userid_list).toEqual(['zhoujie'])
  expect((await call('countUsers', { only_active: false })).body.result.count).toBe(3)
  expect((await call('listParentsByDept', { dept_id: market })).body.result.parent_id_list).toEqual([market, 1])
  expect((await call('listParentsByUser', { userid: 'zhoujie' })).body.errcode).toBe(0)
  expect((await call('getAuthScopes')).body.auth_org_scopes).toEqual({ authed_dept: [rd], authed_user: [] })
})

test('the 21st call of one API in one second is refused, another API and the next second are not', async () => {
  const clock = { now: 1_000_000 }
  const { call, emulator } = await start({ rate: 20, now: () => clock.now })
  const count = async () => (await call('countUsers', { only_active: false })).body.errcode
  const first = []
  for (let time = 0; time < 22; time++) first.push(await count())
  expect(first).toEqual([...Array.from({ length: 20 }, () => 0), 90018, 90018])
  expect((await call('getDepartment', { dept_id: 1 })).body.errcode).toBe(0)
  clock.now += 999
  expect(await count()).toBe(90018)
  clock.now += 1
  expect(await count()).toBe(0)
  expect(emulator.log.filter(({ outcome }) => outcome === 90018)).toHaveLength(3)
})

test('the api host throttles with HTTP 403', async () => {
  const { call } = await start({ rate: 1, now: () => 0 })
  await call('getOrgAuthInfo')
  expect(await call('getOrgAuthInfo')).toMatchObject({
    status: 403,
    body: { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' },
  })
})

test('a refused write does nothing', async () => {
  const { call, emulator } = await start({ rate: 1, now: () => 0 })
  for (const name of ['一', '二']) await call('createDepartment', { name, parent_id: 1 })
  expect(emulator.snapshot().departments.map(({ name }) => name)).toEqual(['示例公司', '一'])
})

test('secrets and tokens stand in no log', async () => {
  const { call, emulator, token } = await start({ clientSecret: 'very-secret' })
  await call('getToken', { appkey: emulator.clientId, appsecret: 'very-secret' })
  await call('getAppAccessToken', { appKey: emulator.clientId, appSecret: 'very-secret' })
  await post(`${emulator.oapiUrl}/topapi/user/listid`, {
    method: 'POST',
    body: new URLSearchParams({ access_token: token, dept_id: '1' }),
  })
  expect(emulator.log.map(({ outcome }) => outcome)).toEqual([0, 0, 0])
  expect(JSON.stringify(emulator.log)).not.toMatch(new RegExp(`very-secret|${token}`))
})

test('a call from an address that is not on the list of the app is refused on both hosts, and changes nothing', async () => {
  const { call, emulator } = await start({})
  const codes = async () => {
    const answers = [await call('getDepartment', { dept_id: 1 }), await call('getOrgAuthInfo')]
    return answers.map(({ body }) => body.sub_code ?? body.code ?? body.errcode ?? 0)
  }
  const before = emulator.snapshot()
  for (const list of [
    [],
    ['10.0.0.1', '203.0.113.*'],
    ['127.0.0'],
    ['127.0.0.11'],
    ['27.0.0.1'],
    ['127.0.0.1*0.0.1'],
  ]) {
    emulator.state.allowedAddresses = list
    expect([list, await codes()]).toEqual([list, ['60020', 'Forbidden.AccessDenied.IpNotInWhiteList']])
    expect((await call('createDepartment', { name: '设计', parent_id: 1 })).body).toMatchObject({
      errcode: 88,
      sub_code: '60020',
    })
  }
  expect(emulator.snapshot()).toEqual(before)
  for (const list of [['10.0.0.1', '127.0.0.1'], ['127.0.*'], ['127.*.1'], null]) {
    emulator.state.allowedAddresses = list
    expect([list, await codes()]).toEqual([list, [0, 0]])
  }
})

test('an app that is disabled is refused on the older host', async () => {
  const { call, emulator } = await start({})
  emulator.state.disabled = true
  expect((await call('getDepartment', { dept_id: 1 })).body.errcode).toBe(50003)
  emulator.state.disabled = false
  expect((await call('getDepartment', { dept_id: 1 })).body.errcode).toBe(0)
})

test('the scope names the fields behind a field permission only with it', async () => {
  const { call, emulator } = await start({})
  const fields = async () => (await call('getAuthScopes')).body.auth_user_field
  expect(await fields()).toEqual(expect.arrayContaining(['name', 'mobile', 'email', 'remark']))
  emulator.state.missingPermissions.add('employee mobile number')
  expect(await fields()).not.toContain('mobile')
  expect(await fields()).toContain('email')
  emulator.state.missingPermissions.add('mail and other profile information')
  expect(await fields()).not.toContain('email')
})

test('the Date header of an answer is the time of the emulator', async () => {
  const { emulator } = await start({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) })
  const answer = await fetch(`${emulator.oapiUrl}/topapi/v2/department/get`, { method: 'POST' })
  expect(answer.headers.get('date')).toBe('Fri, 02 Jan 2026 03:04:05 GMT')
})
