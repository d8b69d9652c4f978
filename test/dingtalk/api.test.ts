import { describe, expect, test } from 'vitest'
import {
  callOperation,
  describeOperation,
  InvalidRequest,
  listOperations,
  needsConfirmation,
  parseArguments,
  UnknownOperation,
} from '../../src/commands/api.ts'
import { Personal } from '../../src/core/personal.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { encodeRequest } from '../../src/dingtalk/wire.ts'
import { startPeer } from './peer.ts'

async function problemsOf(id: string, words: string[], options = {}): Promise<readonly string[]> {
  const error = await parseArguments(id, words, options).catch((error) => error)
  if (error instanceof InvalidRequest) return error.problems.map(({ en }) => en)
  throw new Error('the arguments were accepted')
}

describe('listing and describing', () => {
  test('without a filter every operation of the contract is listed', () => {
    expect(listOperations()).toHaveLength(Object.keys(contract.operations).length)
  })

  test('a filter needs all its words, in name, area, summary or overview row', () => {
    const ids = listOperations('create user').map(({ id }) => id)
    expect(ids).toContain('createUser')
    expect(ids).not.toContain('createDepartment')
  })

  test('every operation can be described, as plain data', () => {
    for (const { id } of listOperations()) {
      const description = describeOperation(id)
      expect(JSON.parse(JSON.stringify(description))).toEqual(description)
    }
  })

  test('a description says types in words, and limits and marks as the contract does', () => {
    const { parameters, answer, errors, permissions, metered } = describeOperation('createUser')
    const field = (name: string) => parameters.find((parameter) => parameter.name === name)
    expect(field('dept_id_list')).toMatchObject({ in: 'body', required: true, type: 'list of a whole number' })
    expect(field('mobile')).toMatchObject({ type: 'text', limits: { 'x-personal': true } })
    expect(field('dept_order_list')?.fields?.map(({ name }) => name)).toEqual(['dept_id', 'order'])
    expect(answer.find(({ name }) => name === 'result')?.fields?.map(({ name }) => name)).toContain('userid')
    expect(errors.map(({ code }) => code)).toEqual(expect.arrayContaining([60102, 90018]))
    expect([permissions, metered]).toEqual([['qyapi_manage_addresslist'], false])
  })

  test('an unknown operation brings the nearest names', () => {
    expect(() => describeOperation('creatUser')).toThrow(UnknownOperation)
    try {
      describeOperation('getuser')
    } catch (error) {
      expect((error as UnknownOperation).suggestions).toContain('getUser')
    }
    expect(() => describeOperation('toString')).toThrow(UnknownOperation)
  })

  test('everything but a plain read needs a confirmation', () => {
    expect(needsConfirmation('listUsers')).toBe(false)
    for (const id of ['createUser', 'deleteDepartment', 'addRolesForEmployees', 'getAppAccessToken'])
      expect(needsConfirmation(id)).toBe(true)
  })
})

describe('arguments', () => {
  test('are read by the type of their field', async () => {
    const request = await parseArguments('createUser', [
      'name=李雷',
      'mobile=+86-10012345678',
      'dept_id_list=1, 42',
      'hide_mobile=true',
      'dept_order_list=[{"dept_id":42,"order":176322897889314512}]',
      'extension={"花名":"a=b"}',
    ])
    expect(request).toEqual({
      name: '李雷',
      mobile: new Personal('+86-10012345678'),
      dept_id_list: [1, 42],
      hide_mobile: true,
      dept_order_list: [{ dept_id: 42, order: '176322897889314512' }],
      extension: { 花名: 'a=b' },
    })
    expect((request['mobile'] as Personal).reveal()).toBe('+86-10012345678')
  })

  test('for a path, a GET query, an open body and a body that is a list', async () => {
    expect(await parseArguments('getDismissionInfos', ['userIdList=["lilei"]'])).toEqual({ userIdList: ['lilei'] })
    expect(await parseArguments('updateDepartment', ['dept_id=42', 'order=9223372036854775807'])).toEqual({
      dept_id: 42,
      order: '9223372036854775807',
    })
    expect(await parseArguments('setOrgAccountMobileVisibility', ['$body=lilei,hanmei'])).toEqual({
      $body: ['lilei', 'hanmei'],
    })
    expect(await parseArguments('searchBranchAuthData', ['branchCorpId=a', 'code=b', 'anything=c'])).toMatchObject({
      anything: 'c',
    })
  })

  test('with problems say each of them in Chinese as well, with the same names', async () => {
    const words = ['name', 'nmae=x', 'userid=a', 'userid=b', 'mobile=1', 'dept_id_list=x', 'extension=[']
    const error = await parseArguments('createUser', words).catch((error) => error)
    expect(error.problems.length).toBeGreaterThan(4)
    for (const { en, zh } of error.problems) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      if (en.includes(': ')) expect(zh.split('：')[0]).toBe(en.split(': ')[0])
    }
  })

  test('with problems name all of them at once, with what may have been meant', async () => {
    const problems = await problemsOf('createUser', [
      'mobil=10012345678',
      'dept_id_list=1,x',
      'hide_mobile=yes',
      'dept_order_list=[{"dept":1}]',
      'extension={',
      'title=a',
      'title=b',
      'stray',
    ])
    expect(problems).toEqual([
      'mobil: createUser has no such field; did you mean mobile?',
      'dept_id_list: must be a list of whole numbers',
      'hide_mobile: must be true or false',
      expect.stringMatching(/^dept_order_list\[0\]\.dept: there is no such field/),
      'dept_order_list[0].dept_id: missing',
      'extension: not valid JSON',
      'title: given twice',
      'expected key=value',
      'name: createUser needs it',
    ])
  })

  test('outside the limits of the contract are refused without repeating the value', async () => {
    const name = '长'.repeat(100)
    const [tooLong] = await problemsOf('createUser', [`name=${name}`, 'mobile=+86-10012345678', 'dept_id_list=1'])
    expect(tooLong).toMatch(/^name: at most \d+ characters, not 100$/)
    const many = Array.from({ length: 30 }, (_, n) => `u${n}`).join()
    const departments = Array.from({ length: 30 }, (_, n) => n + 2).join()
    expect(
      await problemsOf('updateDepartment', ['dept_id=2', `user_permits=${many}`, `dept_permits=${departments}`]),
    ).toEqual(['dept_permits, user_permits: at most 50 together, not 60'])
    expect(await problemsOf('getUser', ['userid=lilei', 'language=fr'])).toEqual([
      'language: must be one of zh_CN, en_US',
    ])
    const long = await problemsOf('getUserIdByMobile', [`mobile=${'1'.repeat(300)}`]).catch(() => ['accepted'])
    expect(long.join()).not.toContain('1111')
  })

  test('for all pages leave cursor and size out', async () => {
    expect(await parseArguments('listUsers', ['dept_id=1'], { all: true })).toEqual({ dept_id: 1 })
    expect(await problemsOf('listUsers', ['dept_id=1'])).toEqual([
      'cursor: listUsers needs it',
      'size: listUsers needs it',
    ])
    expect(await problemsOf('listUsers', ['dept_id=1', 'cursor=5'], { all: true })).toEqual([
      'cursor: --all fills it in itself',
    ])
    expect(await problemsOf('getUser', ['userid=a'], { all: true })).toEqual(['--all: it does not answer in pages'])
    expect(await problemsOf('searchUsers', ['queryWord=a', 'offset=0', 'size=1'], { all: true })).toEqual([
      '--all: how its pages are walked is not documented',
    ])
  })

  test('that were accepted can be encoded', async () => {
    const request = await parseArguments('createDepartment', [
      'name=研发部',
      'parent_id=1',
      'user_permits=lilei,hanmei',
    ])
    expect(encodeRequest(contract.operations.createDepartment, request).body).toEqual({
      name: '研发部',
      parent_id: 1,
      user_permits: 'lilei,hanmei',
    })
  })
})

describe('calling', () => {
  test('gives plain JSON with personal values masked, also where the contract is silent', async () => {
    const user = {
      userid: 'lilei',
      name: '李雷',
      mobile: '10012345678',
      email: 'li@example.com',
      extension: '{"备用":"+86-10012345678","邮箱":"x@example.com"}',
      some_new_field: { contact: 'call 10012345678', number: 10012345678, id: '176322897889314512' },
    }
    await using peer = await startPeer(() => ({ body: { errcode: 0, result: user } }))
    const answer = await callOperation(peer.client, 'getUser', { userid: 'lilei' })
    expect(answer).toEqual({
      errcode: 0,
      result: {
        userid: 'lilei',
        name: '李雷',
        mobile: '100****5678',
        email: 'l***@example.com',
        extension: { 备用: '100****5678', 邮箱: 'x***@example.com' },
        some_new_field: { contact: 'call 100****5678', number: '100****5678', id: '176322897889314512' },
      },
    })
  })

  test('masks secrets whole, and numbers that are personal', async () => {
    await using peer = await startPeer(() => ({ body: { endpoint: 'wss://x', ticket: '12345678901234' } }))
    const ticket = await callOperation(peer.client, 'openStreamConnection', {
      clientId: 'a',
      clientSecret: new Personal('b'),
      subscriptions: [{ topic: '*', type: 'EVENT' }],
    })
    expect(ticket).toEqual({ endpoint: 'wss://x', ticket: '***' })
    const record = { userLatitude: 30.1, userLongitude: 120.2, userId: 'lilei' }
    await using clock = await startPeer(() => ({ body: { errcode: 0, recordresult: [record] } }))
    const records = await callOperation(clock.client, 'listAttendanceRecords', {
      userIds: ['lilei'],
      checkDateFrom: '2026-01-01 00:00:00',
      checkDateTo: '2026-01-02 00:00:00',
    })
    expect(records).toMatchObject({ recordresult: [{ userLatitude: '***', userLongitude: '***', userId: 'lilei' }] })
  })

  test('with all gives the items of all pages, masked', async () => {
    await using peer = await startPeer((_, n) => ({
      body: {
        errcode: 0,
        result: {
          has_more: n === 0,
          ...(n === 0 ? { next_cursor: 100 } : {}),
          list: [{ userid: `u${n}`, name: '某', mobile: '10012345678' }],
        },
      },
    }))
    const items = await callOperation(peer.client, 'listUsers', { dept_id: 1 }, { all: true })
    expect(items).toEqual([0, 1].map((n) => ({ userid: `u${n}`, name: '某', mobile: '100****5678' })))
  })
})
