import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClientEvent } from '../../src/dingtalk/client.ts'
import { doctorJson, doctorMarkdown, renderDoctor } from '../../src/render/doctor.ts'
import type { Language } from '../../src/render/words.ts'
import { type Company, startCompany } from '../support/company.ts'
import { type Circumstances, examine, factsOf, statesOf, troubles } from '../support/examined.ts'
import { readFiles } from '../support/files.ts'
import { smallCompany } from '../support/workplace.ts'

/** The doctor against a DingTalk over HTTP: from a healthy company, one thing is broken at a time. */

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function healthyCompany(): Promise<Company> {
  const company = await startCompany({ files: smallCompany })
  open.push(() => company.close())
  await company.apply()
  return company
}

const always = ['permissions: write-untested', 'quota: quota-untold']

async function found(company: Company, circumstances: Circumstances = {}): Promise<string[]> {
  const { diagnosis } = await examine(company, circumstances)
  return troubles(diagnosis).filter((each) => !always.includes(each) && !each.endsWith(': first'))
}

const asText = async (company: Company, language: Language, circumstances: Circumstances = {}) => {
  const { diagnosis } = await examine(company, circumstances)
  const text = renderDoctor(diagnosis, { language, next: 'rollbook plan', again: 'rollbook doctor' })
  return text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT').replaceAll(company.folder, 'FOLDER')
}

test('a healthy company has no problem; asking writes nothing, to DingTalk or to files', async () => {
  const company = await healthyCompany()
  const before = [company.emulator.snapshot(), await readFiles(company.folder)]
  const calls = company.emulator.log.length
  const { diagnosis } = await examine(company)
  expect(diagnosis.healthy).toBe(true)
  expect(troubles(diagnosis)).toEqual(always)
  expect([company.emulator.snapshot(), await readFiles(company.folder)]).toEqual(before)
  const asked = company.emulator.log.slice(calls).map(({ operation }) => operation)
  expect(asked.sort()).toEqual([
    'countUsers',
    'getAppAccessToken',
    'getAppAccessToken',
    'getAuthScopes',
    'getCorpToken',
    ...['getDepartment', 'getDepartment'],
    ...['getUser', 'getUser', 'getUser'],
    'listSubDepartments',
    'listUsers',
  ])
})

describe('broken in DingTalk', () => {
  const breaks: readonly (readonly [string, (company: Company) => void, readonly string[]])[] = [
    [
      'the secret was renewed',
      ({ emulator }) => Object.assign(emulator.state, { clientSecret: 'renewed' }),
      ['credential: credential-wrong'],
    ],
    [
      'the app was disabled',
      ({ emulator }) => {
        emulator.state.disabled = true
      },
      ['credential: app-disabled'],
    ],
    [
      'the address is not on the list',
      ({ emulator }) => {
        emulator.state.allowedAddresses = ['203.0.113.7']
      },
      ['network: address-refused'],
    ],
    [
      'the address is blocked',
      ({ emulator }) => emulator.inject({ do: { punish: true }, times: 99 }),
      ['network: address-blocked'],
    ],
    [
      'departments may not be read',
      ({ emulator }) => emulator.state.missingPermissions.add('qyapi_get_department_list'),
      ['permissions: permission-missing'],
    ],
    [
      'members may not be listed',
      ({ emulator }) => emulator.state.missingPermissions.add('qyapi_get_department_member'),
      ['permissions: permission-missing'],
    ],
    [
      'people may not be read',
      ({ emulator }) => emulator.state.missingPermissions.add('qyapi_get_member'),
      ['permissions: permission-missing'],
    ],
    [
      'the basic permission is gone',
      ({ emulator }) => emulator.state.missingPermissions.add('qyapi_base'),
      ['credential: permission-missing'],
    ],
    [
      'mobiles are hidden',
      ({ emulator }) => emulator.state.missingPermissions.add('employee mobile number'),
      ['permissions: mobile-hidden'],
    ],
    [
      'the scope is a part',
      ({ emulator }) => {
        const { departments } = emulator.snapshot()
        const visible = departments.find(({ name }) => name === '研发部')?.dept_id ?? 0
        emulator.state.scope = { departments: [visible], users: [] }
      },
      ['scope: scope-partial', 'marks: marks-gone'],
    ],
    [
      'the scope is nothing',
      ({ emulator }) => {
        emulator.state.scope = { departments: [], users: [] }
      },
      ['scope: scope-empty', 'marks: marks-gone'],
    ],
    [
      'the quota is used up',
      ({ emulator }) =>
        emulator.inject({ match: { operation: 'getAuthScopes' }, do: { refuse: { errcode: 90020 } }, times: 9 }),
      ['permissions: permission-unsure', 'quota: quota-used-up'],
    ],
    [
      'somebody else calls with the same app',
      ({ emulator }) => emulator.inject({ match: { operation: 'countUsers' }, do: { throttle: true }, times: 9 }),
      ['network: throttled', 'permissions: permission-unsure'],
    ],
    [
      'a department lost its mark',
      ({ emulator }) => {
        const { dept_id = 0 } = emulator.snapshot().departments.find(({ name }) => name === '市场部') ?? {}
        emulator.console('updateDepartment', { dept_id, source_identifier: '' })
      },
      ['marks: marks-missing'],
    ],
    [
      'a department was dissolved',
      ({ emulator }) => {
        const { dept_id = 0 } = emulator.snapshot().departments.find(({ name }) => name === '市场部') ?? {}
        emulator.console('deleteUser', { userid: 'zhoujie' })
        emulator.console('deleteDepartment', { dept_id })
      },
      ['marks: marks-gone'],
    ],
  ]
  test.each(breaks)('%s', async (_, break_, expected) => {
    const company = await healthyCompany()
    break_(company)
    expect(await found(company)).toEqual(expected)
  })

  test('the address that DingTalk names is the one to enter', async () => {
    const company = await healthyCompany()
    const refuse = {
      errcode: 88,
      sub_code: '60020',
      errmsg: '访问ip不在白名单之中,request ip=203.0.113.7 corp(dingcorp0001)',
    }
    company.emulator.inject({ match: { operation: ['getAuthScopes', 'countUsers'] }, do: { refuse }, times: 9 })
    const { diagnosis } = await examine(company)
    expect(factsOf(diagnosis, 'address-refused')).toEqual({ address: '203.0.113.7' })
    expect(await asText(company, 'zh')).toContain('加入 203.0.113.7')
  })

  test('the departments that the app sees are named', async () => {
    const company = await healthyCompany()
    const { dept_id = 0 } = company.emulator.snapshot().departments.find(({ name }) => name === '研发部') ?? {}
    company.emulator.state.scope = { departments: [dept_id], users: ['zhoujie'] }
    const { diagnosis } = await examine(company)
    expect(factsOf(diagnosis, 'scope-partial')).toEqual({ departments: ['研发部'], more: 0, people: 1 })
  })

  test('a company that does not return the mark: told as not to be told', async () => {
    const company = await startCompany({
      files: smallCompany,
      emulator: { switches: { sourceIdentifierReadable: false } },
    })
    open.push(() => company.close())
    await company.apply()
    expect(await found(company)).toEqual(['marks: marks-untold'])
  })

  test('the search by mobile is tried where the files replace one', async () => {
    const company = await healthyCompany()
    await company.edit({
      'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10012345673", replace: mobile}\n',
    })
    expect(await found(company)).toEqual([])
    company.emulator.state.missingPermissions.add('qyapi_get_member_by_mobile')
    expect(await found(company)).toEqual(['permissions: permission-optional'])
  })
})

describe('broken on this side', () => {
  test.each<readonly [string, Circumstances, readonly string[]]>([
    ['no client id', { environment: { DINGTALK_CLIENT_ID: ' ' } }, ['environment: variable-missing']],
    ['no secret', { environment: { DINGTALK_CLIENT_SECRET: undefined } }, ['environment: variable-missing']],
    ['a wrong secret', { environment: { DINGTALK_CLIENT_SECRET: 'x' } }, ['credential: credential-wrong']],
    [
      'http to elsewhere',
      { environment: { DINGTALK_API_URL: 'http://x.example' } },
      ['environment: variable-unusable'],
    ],
    ['a rate that is none', { environment: { ROLLBOOK_RATE: 'fast' } }, ['environment: variable-unusable']],
    ['a rate above the edition', { environment: { ROLLBOOK_RATE: '500' } }, ['environment: high-rate']],
    ['an old Node.js', { node: '18.20.0' }, ['environment: node-old']],
    ['a clock two minutes ahead', { ahead: 120_000 }, ['clock: clock-off']],
    ['a clock an hour behind', { ahead: -3_600_000 }, ['clock: clock-off']],
    [
      'no such folder',
      { directory: '/nonexistent/rollbook' },
      ['files: files-wrong', 'credential: company-unnamed', 'marks: nothing-managed'],
    ],
  ])('%s', async (_, circumstances, expected) => {
    expect(await found(await healthyCompany(), circumstances)).toEqual(expected)
  })

  test('an emulator with a clock of its own is told by the Date header', async () => {
    const company = await startCompany({ files: smallCompany, emulator: { now: () => Date.now() + 600_000 } })
    open.push(() => company.close())
    const { diagnosis } = await examine(company)
    expect(statesOf(diagnosis).clock).toBe('problem')
    const { seconds } = factsOf(diagnosis, 'clock-off') as { seconds: number }
    expect(Math.abs(seconds + 600)).toBeLessThan(5)
  })

  test.each<readonly [string, (folder: string) => Promise<unknown>, readonly string[]]>([
    ['a mistake in a file', (folder) => writeFile(join(folder, 'roles/x.yaml'), 'rolls: []\n'), ['files: files-wrong']],
    [
      'an unresolved merge in the lock',
      (folder) => writeFile(join(folder, 'rollbook.lock.json'), '<<<<<<< ours\n'),
      ['files: lock-unreadable'],
    ],
    [
      'a lock of another company',
      (folder) =>
        writeFile(
          join(folder, 'rollbook.lock.json'),
          '{"corp": "dingother", "format": "rollbook.lock/1", "resources": {}}\n',
        ),
      ['files: lock-of-another-company', 'marks: nothing-managed'],
    ],
    [
      'another company in the settings',
      (folder) => writeFile(join(folder, 'rollbook.yaml'), 'version: 1\ncorp: dingother\n'),
      ['files: lock-of-another-company', 'credential: company-wrong'],
    ],
    [
      'no company in the settings',
      (folder) => writeFile(join(folder, 'rollbook.yaml'), 'version: 1\n'),
      ['credential: company-unnamed'],
    ],
    ['a file where the state folder belongs', (folder) => fileForStateFolder(folder), ['files: not-writable']],
  ])('%s', async (_, break_, expected) => {
    const company = await healthyCompany()
    await break_(company.folder)
    expect(await found(company)).toEqual(expect.arrayContaining([...expected]))
  })

  test.skipIf(process.getuid?.() === 0)('a state folder that nobody may write to', async () => {
    const company = await healthyCompany()
    await mkdir(join(company.folder, '.rollbook'), { recursive: true })
    await chmod(join(company.folder, '.rollbook'), 0o500)
    expect(await found(company)).toEqual(['files: not-writable'])
  })
})

describe('something else answers', () => {
  /** A server that gives everybody the same answer, and its address as environment. */
  async function stranger(status: number, headers: Record<string, string>, body: string) {
    const seen: string[] = []
    const server = createServer((request, response) => {
      seen.push(request.url ?? '')
      response.writeHead(status, headers).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push(() => {
      server.closeAllConnections()
      server.close()
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { seen, environment: { DINGTALK_OAPI_URL: url, DINGTALK_API_URL: url } }
  }

  test.each([
    ['a sign-in page', 200, { 'content-type': 'text/html' }, '<html>Please sign in</html>', 'not-json'],
    ['a redirect', 302, { location: 'https://portal.example/' }, '', 'redirected'],
    ['an error of a gateway', 502, {}, 'bad gateway', 'http-502'],
    ['JSON of somebody else', 200, {}, '{"hello": "world"}', 'unexpected-answer'],
  ])('%s: the network is the problem, and its clock counts for nothing', async (_, status, headers, body, code) => {
    const company = await healthyCompany()
    const date = new Date(Date.now() - 86_400_000).toUTCString()
    const { environment, seen } = await stranger(status, { ...headers, date } as Record<string, string>, body)
    const { diagnosis } = await examine(company, { environment })
    expect(troubles(diagnosis)).toContain('network: unreachable')
    expect(factsOf(diagnosis, 'unreachable')).toMatchObject({ error: { code } })
    expect(statesOf(diagnosis)).toMatchObject({ files: 'ok', clock: 'unknown', credential: 'skipped' })
    expect(new Set(seen)).toEqual(new Set(['/v1.0/oauth2/accessToken']))
  })

  test('a closed port: the files are still examined, and everything else says why it was not', async () => {
    const company = await healthyCompany()
    await company.close()
    open.length = 0
    const { diagnosis } = await examine(company)
    expect(statesOf(diagnosis)).toEqual({
      environment: 'ok',
      files: 'ok',
      network: 'problem',
      credential: 'skipped',
      permissions: 'skipped',
      scope: 'skipped',
      clock: 'unknown',
      quota: 'skipped',
      marks: 'skipped',
    })
    expect(await asText(company, 'en')).toContain('ECONNREFUSED')
  })

  test('only the older host is broken: the token works, and the rest points to the network', async () => {
    const company = await healthyCompany()
    const { environment } = await stranger(200, {}, '<html></html>')
    const { diagnosis } = await examine(company, { environment: { DINGTALK_OAPI_URL: environment.DINGTALK_OAPI_URL } })
    expect(statesOf(diagnosis)).toMatchObject({
      network: 'problem',
      credential: 'ok',
      scope: 'skipped',
      marks: 'skipped',
    })
  })

  test('a connection that breaks off at every call is the network', async () => {
    const company = await healthyCompany()
    company.emulator.inject({ do: { drop: 'before' }, times: 99 })
    expect(await found(company)).toEqual(['network: unreachable', 'clock: clock-unknown'])
  })
})

async function fileForStateFolder(folder: string): Promise<void> {
  await rm(join(folder, '.rollbook'), { recursive: true, force: true })
  await writeFile(join(folder, '.rollbook'), '')
}

async function breakEverything(company: Company): Promise<Circumstances> {
  const { state } = company.emulator
  for (const permission of ['qyapi_get_department_list', 'qyapi_get_department_member', 'qyapi_get_member'])
    state.missingPermissions.add(permission)
  state.scope = { departments: [], users: ['lilei'] }
  await writeFile(join(company.folder, 'rollbook.lock.json'), '{}')
  await writeFile(join(company.folder, 'roles/岗位.yaml'), 'rolls: []\n')
  await fileForStateFolder(company.folder)
  const refuse = { errcode: 88, sub_code: '60020', errmsg: '访问ip不在白名单之中,request ip=203.0.113.7' }
  company.emulator.inject({ match: { operation: 'countUsers' }, do: { refuse }, times: 9 })
  return { node: '18.20.0', ahead: 3_600_000, environment: { ROLLBOOK_RATE: '900' } }
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('a healthy company reads as in the golden file', async () => {
    const text = await asText(await healthyCompany(), language)
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `../render/golden/doctor-healthy.${language}.txt`))
  })

  test('everything broken at once reads as in the golden file', async () => {
    const company = await healthyCompany()
    const text = await asText(company, language, await breakEverything(company))
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `../render/golden/doctor-broken.${language}.txt`))
  })
})

test('no output holds a secret, a token, a mobile or a link with either', async () => {
  const company = await healthyCompany()
  const events: ClientEvent[] = []
  const onEvent = (event: ClientEvent) => void events.push(event)
  const errmsg = `mobile 10012345671 of li@example.com, token ${company.emulator.clientSecret}`
  const ways: readonly (() => unknown)[] = [
    () => {},
    () => company.emulator.inject({ do: { refuse: { errcode: 15, errmsg } }, times: 99 }),
    () => company.emulator.inject({ do: { refuse: { status: 400, code: 'newCode', message: errmsg } }, times: 99 }),
  ]
  for (const way of ways) {
    company.emulator.clearFaults()
    way()
    const { diagnosis } = await examine(company, { onEvent })
    const options = { language: 'zh', next: 'rollbook plan', again: 'rollbook doctor' } as const
    const output = [
      renderDoctor(diagnosis, options),
      doctorMarkdown(diagnosis, options),
      doctorJson(diagnosis, options),
      JSON.stringify(events),
    ].join('\n')
    for (const canary of ['1001234567', 'li@example.com', company.emulator.clientSecret, 'access_token', '李雷'])
      expect(output).not.toContain(canary)
  }
})
