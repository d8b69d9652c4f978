import { expect, test } from 'vitest'
import { ruleFor, throttleOf } from '../../src/dingtalk/classify.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import type { ErrorRule, Operation } from '../../src/dingtalk/operation.ts'
import { judge, type Refused } from '../../src/dingtalk/verdict.ts'

const operations = Object.values(contract.operations)

async function judged(operation: Operation, rule: Pick<ErrorRule, 'code' | 'sub_code' | 'status'>): Promise<Refused> {
  const body =
    operation.host === 'oapi'
      ? { errcode: rule.code, errmsg: 'x', ...(rule.sub_code ? { sub_code: rule.sub_code, sub_msg: 'x' } : {}) }
      : { code: rule.code, message: 'x', requestid: 'r-1' }
  const status = operation.host === 'oapi' ? 200 : (rule.status ?? 400)
  const verdict = await judge(operation, { status, text: JSON.stringify(body) }, [])
  if ('answer' in verdict) throw new Error(`${operation.id} ${rule.code} was taken for an answer`)
  return verdict
}

function expectRule({ failure, repeat }: Refused, operation: Operation, rule: ErrorRule) {
  expect([operation.id, failure.code, failure.action]).toEqual([operation.id, String(rule.code), rule.action])
  expect(failure.meaning).toBe(rule.meaning)
  expect(failure.pending).toBe(rule.pending ?? false)
  const repeats = { retry: 'always', token: 'token', check: 'read' } as const
  expect(repeat).toBe(rule.action in repeats ? repeats[rule.action as keyof typeof repeats] : 'never')
  const unclear = rule.action === 'check' && operation.effect !== 'read' && operation.id !== 'getAppAccessToken'
  expect(failure.outcome).toBe(unclear ? 'unknown' : 'refused')
}

test('every documented code of every operation is judged as its entry says', async () => {
  let count = 0
  for (const operation of operations)
    for (const rule of operation.errors) {
      expectRule(await judged(operation, rule), operation, rule)
      count++
    }
  expect(count).toBeGreaterThan(400)
})

test('every common and global code is judged as its entry says wherever no operation has its own', async () => {
  for (const operation of operations)
    for (const rule of [
      ...contract.commonErrors[operation.host],
      ...(operation.host === 'oapi' ? contract.globalErrors : []),
    ]) {
      const own = operation.errors.find(({ code, sub_code }) => code === rule.code && sub_code === rule.sub_code)
      expectRule(await judged(operation, rule), operation, own ?? rule)
    }
})

test('the HTTP status does not change what a code means', async () => {
  const operation = contract.operations.getSeniorSetting
  for (const rule of operation.errors)
    expect((await judged(operation, { ...rule, status: 500 })).failure.action).toBe(rule.action)
})

test('a code wrapped by the gateway means what it means alone', () => {
  const operation = contract.operations.getUser
  expect(ruleFor(operation, '88', '90006')?.action).toBe('retry')
  expect(ruleFor(operation, '88', '60020')?.action).toBe('config')
  expect(ruleFor(operation, '88', '')?.action).toBe('check')
  expect(ruleFor(operation, '88', 'no-such-code')).toBeUndefined()
  expect(ruleFor(operation, '15', 'isp.anything')?.action).toBe('check')
})

test('every code that asks for a repetition because of the rate brings a pause', () => {
  const rules = [...Object.values(contract.commonErrors).flat(), ...contract.globalErrors]
  const pauses = rules
    .filter(({ action }) => action === 'retry')
    .map(({ code, sub_code }) => [String(code), throttleOf(String(code), sub_code)?.pause])
  expect(pauses.filter(([, pause]) => pause === undefined)).toEqual([])
  expect(pauses.filter(([, pause]) => pause === 60_000).map(([code]) => code)).toEqual([
    '90006',
    'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi',
    'Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi',
  ])
  expect(throttleOf('-1')).toBeUndefined()
  expect(throttleOf('90020')).toBeUndefined()
})
