import { expect, test } from 'vitest'
import { Digits, forms, post, smallCompany, start } from './caller.ts'

const order = '176322897889314512'

test.each(forms)('a person with every kind of field arrives the same as %s', async (form) => {
  const { call, rd, backend } = await smallCompany()
  const created = await call(
    'createUser',
    {
      userid: 'zhangsan',
      name: '张三',
      mobile: '+86-10000000009',
      dept_id_list: `${rd},${backend}`,
      hide_mobile: false,
      senior_mode: true,
      hired_date: 1614528000000,
      job_number: '007',
      dept_order_list: [{ dept_id: backend, order: new Digits(order) }],
      dept_title_list: [{ dept_id: backend, title: '顾问, "外聘"' }],
      extension: '{"爱好":"旅游","年龄":"24"}',
      extension_i18n: { 爱好: { en_US: 'travel' } },
    },
    form,
  )
  expect(created.body).toMatchObject({ errcode: 0, errmsg: 'ok', result: { userid: 'zhangsan' } })
  const { text, body } = await call('getUser', { userid: 'zhangsan' }, form)
  expect(text).toContain(`"order":${order}}`)
  expect(body.result).toMatchObject({
    unionid: created.body.result.unionId,
    mobile: '10000000009',
    state_code: '86',
    dept_id_list: [rd, backend],
    hide_mobile: false,
    senior: true,
    hired_date: 1614528000000,
    job_number: '007',
    extension: '{"爱好":"旅游","年龄":"24"}',
    extension_i18n: { 爱好: { en_US: 'travel' } },
  })
  expect(body.result.dept_position_list).toContainEqual({ dept_id: backend, title: '顾问, "外聘"', is_main: false })
})

test.each(forms)('lists and pages are read the same as %s', async (form) => {
  const { call, rd } = await smallCompany()
  const { body } = await call('listUsers', { dept_id: rd, cursor: 0, size: 1 }, form)
  expect(body).toMatchObject({ errcode: 0, result: { has_more: true, next_cursor: 1, list: [{ userid: 'lilei' }] } })
})

test('null is a field left out', async () => {
  const { call, emulator } = await smallCompany()
  await call('createDepartment', { name: '设计', parent_id: 1, order: null, dept_permits: null })
  expect(emulator.snapshot().departments).toContainEqual(expect.objectContaining({ name: '设计', dept_permits: [] }))
})

test('the token may stand in a form body, as printed samples have it', async () => {
  const { emulator, token } = await start()
  const body = new URLSearchParams({ access_token: token, dept_id: '1' })
  const { body: answer } = await post(`${emulator.oapiUrl}/topapi/v2/department/get`, { method: 'POST', body })
  expect(answer).toMatchObject({ errcode: 0, result: { dept_id: 1, name: '示例公司', order: 0 } })
})

test('topapi answers have a request_id, older calls do not', async () => {
  const { call, emulator } = await start()
  expect((await call('listRoles')).body.request_id).toMatch(/./)
  expect((await call('createRoleGroup', { name: '岗位' })).body).toEqual({
    errcode: 0,
    errmsg: 'ok',
    groupId: expect.any(Number),
  })
  const { clientId: appkey, clientSecret: appsecret } = emulator
  expect(Object.keys((await call('getToken', { appkey, appsecret })).body)).not.toContain('request_id')
})

test('an unknown path, a wrong method and a call that is not emulated answer in their own ways', async () => {
  const { call, emulator, token } = await start()
  const url = `${emulator.oapiUrl}/topapi/v2/user/rename?access_token=${token}`
  expect((await post(url, { method: 'POST' })).body).toMatchObject({ errcode: 22, sub_msg: expect.any(String) })
  expect((await post(`${emulator.oapiUrl}/topapi/v2/user/get`, { method: 'GET' })).body.errcode).toBe(43002)
  expect((await post(`${emulator.oapiUrl}/gettoken`, { method: 'POST' })).body.errcode).toBe(43001)
  const lost = await post(`${emulator.apiUrl}/v1.0/contact/nothing`, { method: 'POST' })
  expect(lost).toMatchObject({ status: 404, body: { code: 'InvalidAction.NotFound' } })
  const known = await call('v1ListDepartments')
  expect(known).toMatchObject({ status: 501, body: { emulator: 'not emulated', operation: 'v1ListDepartments' } })
})

test('a body that cannot be read is a parameter error', async () => {
  const { emulator, token } = await start()
  const send = (path: string, body: string) =>
    post(`${emulator.oapiUrl}${path}?access_token=${token}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
  expect((await send('/topapi/v2/user/create', '{"name":')).body.errcode).toBe(40035)
  expect((await send('/topapi/v2/user/create', '[]')).body.errcode).toBe(40035)
  expect((await send('/topapi/v2/user/get', 'userid=lilei')).body.errcode).toBe(400002)
  expect((await send('/topapi/v2/user/get', `{"userid":"${'x'.repeat(3_000_000)}"}`)).body.errcode).toBe(400002)
})

test('a field that the contract does not know is refused, one that official samples set is not', async () => {
  const person = { userid: 'u1', name: '张三', mobile: '10000000009', dept_id_list: '1' }
  const strict = await start()
  expect((await strict.call('createUser', { ...person, jobNumber: '007' })).body.errcode).toBe(400002)
  expect((await strict.call('createUser', { ...person, check_user_protect: true })).body.errcode).toBe(0)
  const lenient = await start({ switches: { unknownFields: 'ignored' } })
  expect((await lenient.call('createUser', { ...person, jobNumber: '007' })).body.errcode).toBe(0)
})

test('the log says what was called and how it ended, and no value but ids', async () => {
  const { call, emulator } = await smallCompany({ now: () => 5000 })
  await call('createUser', { userid: 'u1', name: '张三', mobile: '10000000002', dept_id_list: '1' })
  expect(emulator.log).toEqual([
    {
      at: 5000,
      operation: 'createUser',
      path: '/topapi/v2/user/create',
      status: 200,
      outcome: 60104,
      done: false,
      fields: ['userid', 'name', 'mobile', 'dept_id_list'],
      target: 'u1',
    },
  ])
})
