import { describe, expect, test } from 'vitest'
import { ChangedMeanwhile } from '../../src/core/quarantine.ts'
import { AlreadyThere } from '../../src/core/recovery.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { DingTalkError } from '../../src/dingtalk/error.ts'
import type { ErrorAction, OperationId } from '../../src/dingtalk/operation.ts'
import { reasonOf } from '../../src/dingtalk/reason.ts'

/** Every call that apply writes with. */
const writes: readonly OperationId[] = [
  'createDepartment',
  'updateDepartment',
  'deleteDepartment',
  'createUser',
  'updateUser',
  'deleteUser',
  'createRoleGroup',
  'createRole',
  'updateRole',
  'deleteRole',
  'addRolesForEmployees',
  'removeRolesForEmployees',
  'updateRoleMemberScope',
]

/** Refusals of a request that our code built wrongly, or sent for the root: nothing that a person can have caused. */
const unnamed = [400002, 40035, 34018, 660000, 60007, 60018]

function refused(code: string, action: ErrorAction, outcome: 'refused' | 'unknown' = 'refused', subCode?: string) {
  const failure = { operation: 'createUser' as const, code, action, outcome, meaning: 'x', pending: false, status: 200 }
  return new DingTalkError({ ...failure, ...(subCode !== undefined && { subCode }) })
}

test('whatever the contract says that DingTalk refuses about one object has a name', () => {
  const nameless = writes.flatMap((id) =>
    contract.operations[id].errors
      .filter(({ action }) => ['item', 'absent', 'exists'].includes(action))
      .filter(({ code, action }) => [null, 'rejected'].includes(reasonOf(refused(String(code), action))))
      .map(({ code }) => code),
  )
  expect([...new Set(nameless)].sort()).toEqual([...unnamed].sort())
})

describe('what concerns every change has no reason', () => {
  const shared = [...contract.commonErrors.oapi, ...contract.commonErrors.api]
  test.each(shared.filter(({ action }) => action !== 'check').map((rule) => [rule.code, rule.sub_code, rule.action]))(
    '%s %s, which asks to %s',
    (code, subCode, action) => {
      expect(reasonOf(refused(String(code), action as ErrorAction, 'refused', subCode as string | undefined))).toBe(
        null,
      )
    },
  )

  test.each([
    ['ip-blocked', 'config'],
    ['not-connected', 'retry'],
    ['not-http', 'config'],
  ] as const)('%s', (code, action) => {
    expect(reasonOf(refused(code, action))).toBe(null)
  })
})

test('a ceiling of the company and the contact scope are an administrator’s, and stop nobody else', () => {
  const codes = ['40020', '40024', '45024', '50002', '50004']
  expect(codes.map((code) => reasonOf(refused(code, 'config')))).toEqual([
    'company-full',
    'company-full',
    'company-full',
    'outside-scope',
    'outside-scope',
  ])
})

test('the sub code tells what the gateway means', () => {
  expect(reasonOf(refused('88', 'item', 'refused', '50002'))).toBe('outside-scope')
})

test('an answer that leaves open what was done is unclear, whatever its code', () => {
  expect(reasonOf(refused('60104', 'check', 'unknown'))).toBe('unclear')
  expect(reasonOf(refused('timeout', 'check', 'unknown'))).toBe('unclear')
})

test('what we refuse to send says why', () => {
  const ref = { kind: 'department', key: '研发部' }
  expect(reasonOf(new AlreadyThere(ref, ['7']))).toBe('already-there')
  expect(reasonOf(new ChangedMeanwhile('it holds others'))).toBe('changed-meanwhile')
  expect(reasonOf(new ChangedMeanwhile('somebody has it', 'lilei'))).toBe('mobile-taken')
  expect(reasonOf(new Error('a bug'))).toBe('unexpected')
})
