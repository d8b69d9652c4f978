import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Personal } from '../../src/core/personal.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { parseJson, stringifyJson } from '../../src/dingtalk/json.ts'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { decodeAnswer, encodeRequest, ShapeError } from '../../src/dingtalk/wire.ts'

async function answerOf(id: OperationId, text: string) {
  return decodeAnswer(contract.operations[id], parseJson(text)) as never
}

async function bodyOf(id: OperationId, request: object) {
  const { body } = encodeRequest(contract.operations[id], { ...request })
  return await stringifyJson(body)
}

const user = (fields: string) => `{"errcode":0,"result":{"userid":"lilei","name":"李雷"${fields}}}`

describe('64-bit integers', () => {
  test('keep every digit in both directions, also inside dept_order_list', async () => {
    const order = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)
    await fc.assert(
      fc.asyncProperty(order, async (order) => {
        const answer = await answerOf('getUser', user(`,"dept_order_list":[{"dept_id":1,"order":${order}}]`))
        expect(answer).toMatchObject({ result: { dept_order_list: [{ dept_id: 1, order }] } })
        const body = await bodyOf('updateUser', { userid: 'lilei', dept_order_list: [{ dept_id: 1, order }] })
        expect(body).toBe(`{"userid":"lilei","dept_order_list":[{"dept_id":1,"order":${order}}]}`)
      }),
    )
  })

  test('other integers must be safe, and the error names the field only', async () => {
    const text = user(',"dept_order_list":[{"dept_id":176322897889314512,"order":1}]')
    await expect(answerOf('getUser', text)).rejects.toThrow(
      new ShapeError('result.dept_order_list[0].dept_id', 'integer', 1n),
    )
    await expect(bodyOf('getDepartment', { dept_id: 2 ** 53 })).rejects.toThrow('dept_id must be integer')
  })

  test('in fields the contract does not describe are kept as text', async () => {
    const answer = await answerOf(
      'getUser',
      user(',"some_new_field":176322897889314512,"extension":"{\\"n\\":12345678901234567890}"'),
    )
    expect(answer).toMatchObject({
      result: { some_new_field: '176322897889314512', extension: { n: '12345678901234567890' } },
    })
  })

  test('refuse what is not a text of digits', async () => {
    await expect(bodyOf('updateDepartment', { dept_id: 1, order: '1.5' })).rejects.toThrow(
      'order must be a text of digits',
    )
    await expect(bodyOf('updateDepartment', { dept_id: 1, order: 2 ** 60 })).rejects.toThrow('text of digits')
    expect(await bodyOf('updateDepartment', { dept_id: 1, order: 7 })).toBe('{"dept_id":1,"order":7}')
  })
})

describe('personal values', () => {
  test('are wrapped in answers at any depth', async () => {
    const text = `{"errcode":0,"result":{"has_more":false,"list":[{"userid":"lilei","name":"李雷","mobile":"10012345678","email":"li@example.com"}]}}`
    const answer = await answerOf('listUsers', text)
    const shown = inspect(answer, { depth: 9 }) + JSON.stringify(answer)
    expect(shown).not.toMatch(/10012345678|li@example/)
    const { result } = answer as { result: { list: { mobile: Personal }[] } }
    expect(result.list[0]?.mobile.reveal()).toBe('10012345678')
  })

  test('that are empty count as left out', async () => {
    expect(await answerOf('getUser', user(',"mobile":"","telephone":null,"extension":"","title":""'))).toEqual({
      errcode: 0,
      result: { userid: 'lilei', name: '李雷', title: '' },
    })
  })

  test('are revealed in requests, and listed as hidden with those given as plain text', () => {
    const encoded = encodeRequest(contract.operations.createUser, {
      name: new Personal('李雷'),
      mobile: '+86-10012345678',
      extension: { 邮箱: new Personal('li@example.com') },
      dept_id_list: [1],
    })
    expect(encoded.body).toMatchObject({
      name: '李雷',
      mobile: '+86-10012345678',
      extension: '{"邮箱":"li@example.com"}',
    })
    expect([...encoded.hidden].sort()).toEqual(['+86-10012345678', 'li@example.com', '李雷'])
  })

  test('that are JSON in a text stay one wrapped text', async () => {
    const text = '{"errcode":0,"result":{"details":[{"feature":"{\\"guardian\\":\\"x\\"}"}],"has_more":false}}'
    const answer = (await answerOf('listIndustryUsers', text)) as { result: { details: { feature: Personal }[] } }
    expect(answer.result.details[0]?.feature).toBeInstanceOf(Personal)
  })
})

describe('other wire forms', () => {
  test('a csv is a list without commas in its items', async () => {
    expect(await bodyOf('updateDepartment', { dept_id: 1, user_permits: ['a', 'b'], dept_permits: [] })).toBe(
      '{"dept_id":1,"user_permits":"a,b","dept_permits":""}',
    )
    await expect(bodyOf('updateDepartment', { dept_id: 1, user_permits: ['a,b'] })).rejects.toThrow('without commas')
    await expect(bodyOf('updateDepartment', { dept_id: 1, user_permits: 'a' })).rejects.toThrow('must be a list')
  })

  test('a bool-string is a boolean', async () => {
    expect(await answerOf('canAccessMicroapp', '{"errcode":0,"canAccess":"true"}')).toEqual({
      errcode: 0,
      canAccess: true,
    })
    expect(await answerOf('canAccessMicroapp', '{"errcode":0,"canAccess":false}')).toMatchObject({ canAccess: false })
    await expect(answerOf('canAccessMicroapp', '{"errcode":0,"canAccess":"yes"}')).rejects.toThrow(ShapeError)
  })

  test('JSON in a text that is not JSON is an unexpected shape', async () => {
    await expect(answerOf('getUser', user(',"extension":"{oops"'))).rejects.toThrow('result.extension of the answer')
    await expect(answerOf('getUser', user(',"extension":"7"'))).rejects.toThrow('result.extension')
    await expect(answerOf('getUser', user(',"extension":{"a":"b"}'))).rejects.toThrow('JSON in a text')
  })

  test('a wrong type, or a missing field that is always there, is an unexpected shape', async () => {
    await expect(answerOf('getUser', user(',"active":"yes"'))).rejects.toThrow(
      'result.active of the answer is a string',
    )
    await expect(answerOf('getUser', '{"errcode":0,"result":{"userid":"lilei"}}')).rejects.toThrow('result.name')
    await expect(answerOf('getUser', '{"errcode":0,"result":[]}')).rejects.toThrow('result of the answer is a list')
    await expect(answerOf('getUser', user(',"dept_id_list":[null]'))).rejects.toThrow('dept_id_list[0]')
  })

  test('a name like __proto__ stays a plain field', async () => {
    const answer = (await answerOf('getUser', user(',"extension":"{\\"__proto__\\":\\"x\\"}"'))) as never
    expect(Object.keys(answer['result']['extension'])).toEqual(['__proto__'])
    expect(await bodyOf('updateUser', { userid: 'a', extension: JSON.parse('{"__proto__":"x"}') })).toContain(
      '__proto__',
    )
  })

  test('an unknown field inside a request is refused', async () => {
    await expect(bodyOf('updateUser', { userid: 'a', dept_order_list: [{ dept: 1 }] })).rejects.toThrow(
      'the contract has no field dept there',
    )
  })
})
