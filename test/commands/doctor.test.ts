import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Answer, Answers, Evidence, FilesEvidence, Scopes } from '../../src/commands/doctor/evidence.ts'
import { judge } from '../../src/commands/doctor/judge.ts'
import { NEEDED_NODE } from '../../src/commands/doctor/local.ts'
import { addressIn, causeOf, quotaIn } from '../../src/dingtalk/cause.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { EnvironmentError } from '../../src/dingtalk/environment.ts'
import { DingTalkError, type Failure } from '../../src/dingtalk/error.ts'
import { permissionNames } from '../../src/dingtalk/permissions.ts'
import { factsOf, statesOf, troubles } from '../support/examined.ts'

/** What the evidence means, without anybody being asked: from a healthy installation, one thing is changed. */

const failure: Failure = {
  operation: 'getAuthScopes',
  code: '60020',
  action: 'config',
  meaning: 'as the contract says',
  pending: false,
  status: 200,
  outcome: 'refused',
}
const error = (changed: Partial<Failure>) => new DingTalkError({ ...failure, ...changed })

const files: FilesEvidence = {
  counts: { departments: 2, people: 3, roles: 1 },
  problems: 0,
  files: 0,
  corp: 'dingcorp0001',
  lock: { present: true, entries: 8, corp: 'dingcorp0001' },
  locked: [],
  states: { mobile: true, profile: true, replace: true },
}
const hosts = { oapi: 'oapi.dingtalk.com', api: 'api.dingtalk.com' }
const answers: Answers = {
  hosts,
  token: { value: {} },
  scopes: { value: { auth_org_scopes: { authed_dept: [1], authed_user: [] }, auth_user_field: ['name', 'mobile'] } },
  headCount: { value: 3 },
  tree: { value: {} },
  members: { value: {} },
  byMobile: { error: error({ operation: 'getUserIdByMobile', code: '60121', action: 'absent' }) },
  company: { value: 'proven' },
  people: { seen: 3, mobile: 3, profile: 1 },
  marks: { all: 2, looked: 2, ours: 2, foreign: 0, none: 0, gone: 0 },
  skew: 400,
  metered: 1,
}
const healthy: Evidence = { node: '20.20.2', environment: { hosts }, files, answers }

const told = (evidence: Partial<Evidence>) => judge({ ...healthy, ...evidence })
const answered = (changed: Partial<Answers>) => told({ answers: { ...answers, ...changed } })
const always = ['permissions: write-untested', 'quota: quota-untold']

test('a healthy installation has no trouble but what nobody can tell', () => {
  const diagnosis = told({})
  expect(troubles(diagnosis)).toEqual(always)
  expect(diagnosis.healthy).toBe(true)
  expect(statesOf(diagnosis)).toEqual({
    environment: 'ok',
    files: 'ok',
    network: 'ok',
    credential: 'ok',
    permissions: 'unknown',
    scope: 'ok',
    clock: 'ok',
    quota: 'unknown',
    marks: 'ok',
  })
})

describe('environment', () => {
  test.each([
    ['18.20.4', true],
    ['20.18.9', true],
    ['20.19.0', false],
    ['22.1.0', false],
    ['24.0.0', false],
  ])('Node.js %s is too old: %s', (node, old) => {
    expect(troubles(told({ node })).includes('environment: node-old')).toBe(old)
  })

  test('the oldest Node.js is that of package.json', () => {
    const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(engines.node).toBe(`>=${NEEDED_NODE}`)
  })

  test.each([
    ['evil.example', true],
    ['oapi.dingtalk.com.evil.example', true],
    ['notdingtalk.com', true],
    ['oapi.dingtalk.io', false],
    ['127.0.0.1:8080', false],
    ['localhost:1', false],
    ['[::1]:2', false],
  ])('%s is a host to warn of: %s', (host, strange) => {
    const found = troubles(told({ environment: { hosts: { ...hosts, oapi: host } } }))
    expect(found.includes('environment: other-host')).toBe(strange)
  })

  test.each([
    [20, false],
    [20.5, true],
    [5000, true],
  ])('a rate of %d is above the edition: %s', (rate, high) => {
    expect(troubles(told({ environment: { hosts, rate } })).includes('environment: high-rate')).toBe(high)
  })

  test('every wrong variable is named, and what needs them is skipped', () => {
    const errors = [
      new EnvironmentError('DINGTALK_CLIENT_ID', 'not set', 'set it', true),
      new EnvironmentError('ROLLBOOK_RATE', 'not a usable number', 'give one'),
    ]
    const diagnosis = judge({ node: '20.20.2', environment: { errors }, files })
    expect(troubles(diagnosis).slice(0, 2)).toEqual(['environment: variable-missing', 'environment: variable-unusable'])
    expect(factsOf(diagnosis, 'first')).toEqual({ check: 'environment' })
    expect(Object.values(statesOf(diagnosis)).filter((state) => state === 'skipped')).toHaveLength(7)
    expect(diagnosis.healthy).toBe(false)
  })
})

test('a run that was cut off is told, and is no reason not to go on', () => {
  const diagnosis = told({ files: { ...files, interrupted: { started: '2026-11-21T10:00:00.000Z', open: 1 } } })
  expect(troubles(diagnosis)).toEqual(['files: run-interrupted', ...always])
  expect(diagnosis.healthy).toBe(true)
})

test.each<readonly [string, Partial<FilesEvidence>, string]>([
  ['problems in the files', { problems: 4, files: 2 }, 'files: files-wrong'],
  ['a journal that is none', { interrupted: { line: 2 } }, 'files: journal-unreadable'],
  ['a lock that is none', { lock: { error: new Error('it is not JSON') } }, 'files: lock-unreadable'],
  [
    'a lock of another company',
    { lock: { present: true, entries: 1, corp: 'dingother' } },
    'files: lock-of-another-company',
  ],
  ['a folder that is not writable', { locked: ['directory'] }, 'files: not-writable'],
])('%s: a problem', (_, changed, trouble) => {
  const diagnosis = told({ files: { ...files, ...changed } })
  const others = troubles(diagnosis).filter((each) => each !== 'marks: first')
  expect(others).toEqual([trouble, ...always])
  expect(diagnosis.healthy).toBe(false)
  // What the lock lists cannot be looked up without one.
  expect(statesOf(diagnosis).marks).toBe(trouble.endsWith('lock-unreadable') ? 'skipped' : 'ok')
})

test('no lock yet is no trouble', () => {
  expect(troubles(told({ files: { ...files, lock: { present: false, entries: 0, corp: null } } }))).toEqual(always)
})

describe('network and credential', () => {
  const everywhere = (changed: Partial<Failure>): Partial<Answers> => {
    const { marks: _marks, people: _people, ...rest } = answers
    const failed = { error: error(changed) }
    return { ...rest, scopes: failed, headCount: failed, tree: failed, members: failed, byMobile: failed }
  }
  const nothing = (changed: Partial<Failure>): Answers => ({
    hosts,
    token: { error: error({ operation: 'getAppAccessToken', ...changed }) },
    metered: 0,
  })

  test.each<readonly [string, Partial<Failure>, string]>([
    ['an address that is not on the list', { code: '88', subCode: '60020' }, 'network: address-refused'],
    ['a blocked address', { code: 'ip-blocked' }, 'network: address-blocked'],
    ['the older host answers HTML', { code: 'not-json' }, 'network: unreachable'],
    ['the older host is not reached', { code: 'not-connected' }, 'network: unreachable'],
    ['an app that is disabled', { code: '50003' }, 'credential: app-disabled'],
    ['a company that is gone', { code: '70001' }, 'credential: company-unavailable'],
  ])('%s shows once, and the rest points to it', (_, changed, trouble) => {
    const diagnosis = judge({
      ...healthy,
      answers: { hosts, metered: 1, token: answers.token, ...everywhere(changed) },
    })
    const problems = diagnosis.checks.flatMap(({ name, findings }) =>
      findings.filter(({ state }) => state === 'problem').map(({ code }) => `${name}: ${code}`),
    )
    expect(problems).toEqual([trouble])
    expect(factsOf(diagnosis, 'first')).toEqual({ check: trouble.split(':')[0] })
  })

  test.each<readonly [string, Partial<Failure>, string, string]>([
    ['a wrong secret', { code: 'invalidClientIdOrSecret' }, 'credential: credential-wrong', 'credential'],
    ['no connection', { code: 'not-connected' }, 'network: unreachable', 'network'],
    ['a redirect', { code: 'redirected' }, 'network: unreachable', 'network'],
    ['a list of addresses', { code: 'Forbidden.AccessDenied.IpNotInWhiteList' }, 'network: address-refused', 'network'],
    [
      'the basic permission is missing',
      { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' },
      'credential: permission-missing',
      'permissions',
    ],
    ['a code nobody knows', { code: 'newCode', action: 'item' }, 'credential: call-failed', 'credential'],
  ])('without a token because of %s: one problem, and nothing else is judged', (_, changed, trouble, check) => {
    const diagnosis = judge({ ...healthy, answers: nothing(changed) })
    expect(diagnosis.checks.filter(({ state }) => state === 'problem')).toHaveLength(1)
    expect(troubles(diagnosis)).toContain(trouble)
    expect(troubles(diagnosis).filter((each) => each.endsWith(': first')).length).toBeGreaterThanOrEqual(4)
    expect(factsOf(diagnosis, 'first')).toEqual({ check })
  })

  test('of two hosts the one that answers is named as reached', () => {
    const diagnosis = judge({ ...healthy, answers: nothing({ code: 'timeout' }) })
    expect(factsOf(diagnosis, 'unreachable')).toMatchObject({ host: 'api.dingtalk.com' })
    expect(factsOf(diagnosis, 'reached')).toBeUndefined()
    const older = judge({ ...healthy, answers: { ...answers, scopes: { error: error({ code: 'timeout' }) } } })
    expect(factsOf(older, 'unreachable')).toMatchObject({ host: 'oapi.dingtalk.com' })
    expect(factsOf(older, 'reached')).toEqual({ hosts: ['api.dingtalk.com'] })
  })

  test.each<readonly [string, Answers['company'], string | null, string | undefined]>([
    ['proven', { value: 'proven' }, 'dingcorp0001', undefined],
    ['another one', { value: 'wrong' }, 'dingcorp0001', 'credential: company-wrong'],
    ['not proven', { value: 'unproven' }, 'dingcorp0001', 'credential: company-unproven'],
    ['not named', { value: 'unproven' }, null, 'credential: company-unnamed'],
  ])('the company is %s', (_, company, corp, trouble) => {
    const diagnosis = told({ answers: { ...answers, ...(company && { company }) }, files: { ...files, corp } })
    expect(troubles(diagnosis)).toEqual([...(trouble ? [trouble] : []), ...always])
  })
})

describe('permissions', () => {
  const denied = { error: error({ code: '88', subCode: '60011' }) }
  test.each<readonly [string, Partial<Answers>, string]>([
    ['scopes', { scopes: denied }, 'qyapi_base'],
    ['tree', { tree: denied }, 'qyapi_get_department_list'],
    ['members', { members: denied }, 'qyapi_get_department_member'],
    ['head count', { headCount: denied }, 'qyapi_get_member'],
  ])('denied for %s: a problem that names the point', (_, changed, permission) => {
    const diagnosis = answered(changed)
    expect(factsOf(diagnosis, 'permission-missing')).toEqual({ permission })
    expect(statesOf(diagnosis).permissions).toBe('problem')
  })

  test('denied for the search by mobile: only to mind, and only where the files replace one', () => {
    expect(statesOf(answered({ byMobile: denied })).permissions).toBe('warning')
    const states = { ...files.states, replace: false }
    expect(troubles(told({ files: { ...files, states }, answers: { ...answers, byMobile: denied } }))).toEqual(always)
  })

  test.each([
    ['out of scope', '50004', 'config'],
    ['nothing there', '60003', 'absent'],
  ] as const)('whoever is told "%s" has the permission', (_, code, action) => {
    const diagnosis = answered({ tree: { error: error({ code, action }) } })
    expect(factsOf(diagnosis, 'permission-missing')).toBeUndefined()
    expect(factsOf(diagnosis, 'permissions')).toMatchObject({
      permissions: expect.arrayContaining(['qyapi_get_department_list']),
    })
  })

  test('a call that fails for another reason proves nothing', () => {
    const diagnosis = answered({ tree: { error: error({ code: '15', action: 'check' }) } })
    expect(factsOf(diagnosis, 'permission-unsure')).toEqual({ permissions: ['qyapi_get_department_list'] })
    expect(diagnosis.healthy).toBe(true)
  })

  test.each<readonly [string, Partial<Answers>, readonly string[]]>([
    ['somebody shows a mobile', { people: { seen: 3, mobile: 1, profile: 1 } }, []],
    ['the scope names it', { people: { seen: 3, mobile: 0, profile: 1 } }, []],
    [
      'neither',
      { people: { seen: 3, mobile: 0, profile: 1 }, scopes: scoped(['name']) },
      ['permissions: mobile-hidden'],
    ],
    ['neither for profiles', { people: { seen: 3, mobile: 1, profile: 0 } }, ['permissions: profile-hidden']],
    [
      'neither, and the scope names nothing',
      { people: { seen: 3, mobile: 1, profile: 0 }, scopes: scoped([]) },
      ['permissions: profile-unsure'],
    ],
  ])('field permissions: %s', (_, changed, expected) => {
    expect(troubles(answered(changed)).filter((each) => /mobile|profile/.test(each))).toEqual(expected)
  })

  test('field permissions do not matter where the files state no such field', () => {
    const states = { mobile: false, profile: false, replace: false }
    const hidden = { ...answers, people: { seen: 3, mobile: 0, profile: 0 }, scopes: scoped(['name']) }
    expect(troubles(told({ files: { ...files, states }, answers: hidden }))).toEqual(always)
  })

  test('the names of the console are those on the page of the real company', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/real-company.md'), 'utf8')
    for (const [code, name] of Object.entries(permissionNames)) expect(page).toContain(`| \`${code}\` | ${name} |`)
  })
})

function scoped(auth_user_field: string[], authed_dept = [1], authed_user: string[] = []): Answer<Scopes> {
  return { value: { auth_org_scopes: { authed_dept, authed_user }, auth_user_field } }
}

test.each<readonly [string, Answer<Scopes>, string]>([
  ['some departments', scoped([], [10, 20], ['lilei']), 'scope: scope-partial'],
  ['people only', scoped([], [], ['lilei']), 'scope: scope-people'],
  ['nothing', scoped([], []), 'scope: scope-empty'],
])('a scope of %s is a problem', (_, scopes, trouble) => {
  const diagnosis = answered({ scopes, scopeNames: ['研发部'] })
  expect(troubles(diagnosis)).toContain(trouble)
  expect(diagnosis.healthy).toBe(false)
  if (trouble.endsWith('partial'))
    expect(factsOf(diagnosis, 'scope-partial')).toEqual({ departments: ['研发部'], more: 1, people: 1 })
})

test.each([
  [0, 'ok'],
  [60_400, 'ok'],
  [61_000, 'warning'],
  [-61_000, 'warning'],
  [300_000, 'warning'],
  [301_000, 'problem'],
  [-86_400_000, 'problem'],
] as const)('a clock that is %d ms ahead: %s', (skew, state) => {
  expect(statesOf(answered({ skew })).clock).toBe(state)
})

test('a quota that is used up is a problem, with the numbers that DingTalk names', () => {
  const said = '您的企业本月api调用量已超过限制,调用量:5001次,额度:5000次,请登录开发者后台-资源管理-查看用量明细'
  const diagnosis = answered({ scopes: { error: error({ code: '90020', action: 'quota', said }) } })
  expect(factsOf(diagnosis, 'quota-used-up')).toEqual({ used: '5001', limit: '5000' })
  expect(statesOf(diagnosis)).toMatchObject({ quota: 'problem', scope: 'skipped' })
  expect(quotaIn(error({ said: 'no numbers' }))).toBeUndefined()
})

test.each<readonly [string, Partial<NonNullable<Answers['marks']>>, readonly string[]]>([
  ['all of ours', {}, []],
  ['one of another system', { ours: 1, foreign: 1 }, []],
  ['one without', { ours: 1, none: 1 }, ['marks: marks-missing']],
  ['none at all', { ours: 0, none: 2 }, ['marks: marks-untold']],
  ['one that is gone', { ours: 1, gone: 1 }, ['marks: marks-gone']],
  ['nothing managed', { all: 0, looked: 0, ours: 0 }, ['marks: nothing-managed']],
])('marks: %s', (_, changed, expected) => {
  const marks = { all: 2, looked: 2, ours: 2, foreign: 0, none: 0, gone: 0, ...changed }
  expect(troubles(answered({ marks })).filter((each) => each.startsWith('marks'))).toEqual(expected)
})

describe('the cause of a failure', () => {
  test('every common code of the contract that asks an administrator to act has one, with few exceptions', () => {
    const rules = Object.values(contract.commonErrors).flat()
    const without = rules
      .filter(({ action }) => action === 'config' || action === 'quota')
      .filter(({ code, sub_code }) => {
        const changed = { code: String(code), ...(sub_code !== undefined && { subCode: sub_code }) }
        return causeOf(error(changed)) === 'other'
      })
    // An unknown path, a missing token, and a token without authorisation: none of them has one place to mend it.
    expect(without.map(({ code }) => code)).toEqual([22, 41001, 43007])
  })

  test.each([
    ['访问ip不在白名单之中,request ip=203.0.113.7 appKey', '203.0.113.7'],
    ['from ip: 2001:db8::42, denied', '2001:db8::42'],
    ['version 1.2.3.4.5 is not an address', undefined],
    ['nothing', undefined],
  ])('an address is found in "%s"', (said, address) => {
    expect(addressIn(error({ said }))).toBe(address)
  })

  test('a bug has none', () => {
    expect(causeOf(new TypeError('x'))).toBe('other')
    expect(addressIn(new TypeError('10.0.0.1'))).toBeUndefined()
  })
})
