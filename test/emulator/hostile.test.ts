import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '../../src/dingtalk/contract.ts'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { handlers } from '../../src/emulator/handlers.ts'
import { post, start } from './caller.ts'

const operations = Object.keys(handlers) as OperationId[]

/** Names that the contract knows for an operation, so that values get past the first door. */
function fieldsOf(id: OperationId): string[] {
  const { body } = contract.operations[id]
  const schema = body?.$ref === undefined ? body : contract.schemas[body.$ref]
  return ['access_token', '__proto__', ...Object.keys(schema?.properties ?? {})]
}

const value = fc.oneof(
  fc.constantFrom('1', 1, 0, -1, '', 'lilei', '__proto__', '1,2', '[]', '{}', [], {}, null, true, 1e308),
  fc.jsonValue({ maxDepth: 3 }),
)
const call = fc
  .constantFrom(...operations)
  .chain((id) =>
    fc.record({ id: fc.constant(id), fields: fc.dictionary(fc.constantFrom(...fieldsOf(id)), value, { maxKeys: 6 }) }),
  )

test('whatever is sent, the answer is one of the vendor, and a refusal changes nothing', async () => {
  const { emulator, token } = await start({ seed: 'demo' })
  await fc.assert(
    fc.asyncProperty(call, async ({ id, fields }) => {
      const { path, method } = contract.operations[id]
      const before = emulator.snapshot()
      const { status, body, text } = await post(`${emulator.oapiUrl}${path}?access_token=${token}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': token },
        ...(method !== 'GET' && { body: JSON.stringify(fields) }),
      })
      expect(text).not.toContain('the emulator failed')
      const refused = status !== 200 || (body.errcode ?? 0) !== 0
      if (refused) expect(body.errcode ?? body.code).toBeDefined()
      if (refused || contract.operations[id].effect === 'read') expect(emulator.snapshot()).toEqual(before)
    }),
    { numRuns: 400 },
  )
})

test('ids named like the insides of JavaScript are ids like any other', async () => {
  const { call, emulator } = await start()
  const { groupId } = emulator.console('createRoleGroup', { name: '__proto__' })
  const { roleId } = emulator.console('createRole', { groupId, roleName: 'constructor' })
  for (const [at, userid] of ['__proto__', 'constructor', 'toString'].entries()) {
    const created = await call('createUser', { userid, name: userid, mobile: `1000000000${at}`, dept_id_list: '1' })
    expect(created.body.errcode).toBe(0)
    await call('addRolesForEmployees', { roleIds: String(roleId), userIds: userid })
    await call('updateRoleMemberScope', { userid, role_id: roleId, dept_ids: '1' })
  }
  const { list } = (await call('listRoleMembers', { role_id: roleId })).body.result
  expect(list.map(({ userid }: { userid: string }) => userid)).toEqual(['__proto__', 'constructor', 'toString'])
  await call('removeRolesForEmployees', { roleIds: String(roleId), userIds: '__proto__' })
  await call('deleteUser', { userid: 'constructor' })
  expect((await call('listRoleMembers', { role_id: roleId })).body.result.list).toHaveLength(1)
  expect(({} as Record<string, unknown>)['scope']).toBeUndefined()
})
