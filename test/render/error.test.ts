import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operationNamed, parseArguments } from '../../src/commands/api.ts'
import { parseLock } from '../../src/core/lock-parse.ts'
import { InvalidDirectory, type Problem } from '../../src/core/problem.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { clientOptionsFromEnvironment, EnvironmentError } from '../../src/dingtalk/environment.ts'
import { DingTalkError, type Failure } from '../../src/dingtalk/error.ts'
import type { Operation } from '../../src/dingtalk/operation.ts'
import { TransportError } from '../../src/dingtalk/transport.ts'
import { judge, judgeSilence } from '../../src/dingtalk/verdict.ts'
import { renderError } from '../../src/render/error.ts'
import { problemsJson } from '../../src/render/json.ts'
import { renderProblems } from '../../src/render/problems.ts'
import { answers } from '../../src/render/words/answers.ts'

const zh = { language: 'zh', verbose: false } as const
const en = { language: 'en', verbose: false } as const

const failure: Failure = {
  operation: 'getDepartment',
  code: '60020',
  action: 'config',
  meaning: 'caller IP not in the app allowlist',
  pending: false,
  requestId: 'req42',
  status: 200,
  outcome: 'refused',
}

const problems: readonly Problem[] = [
  {
    code: 'unknown-field',
    file: 'departments/a.yaml',
    line: 9,
    column: 1,
    message: '没有 tilte 这个字段',
    hint: '写成 title',
  },
  { code: 'unknown-department', file: 'departments/a.yaml', line: 4, column: 9, message: '没有部门「市场」' },
  { code: 'yaml-syntax', file: 'roles/岗位.yaml', line: 2, column: 3, message: '缩进不对\u001B[2J' },
]

function caught(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('a refused call says what, why, and what an administrator must do', () => {
  expect(renderError(new DingTalkError(failure), zh)).toBe(
    [
      '钉钉拒绝了这次调用（getDepartment）',
      '  错误码 60020：出口 IP 不在应用的白名单里',
      '  请求编号 req42，向钉钉反馈时用得上',
      '  办法：管理员把运行 Rollbook 的机器的出口 IP 加入应用的服务器出口 IP 名单',
      '  想了解更多，运行 rollbook explain 60020',
      '',
    ].join('\n'),
  )
})

test('a call whose outcome is unknown says so, also when another error wraps it', () => {
  const cause = new DingTalkError({
    ...failure,
    operation: 'createUser',
    code: 'timeout',
    action: 'check',
    outcome: 'unknown',
  })
  const text = renderError(new Error('wrapped', { cause }), en)
  expect(text).toContain('It is not known whether this call (createUser) took effect')
  expect(text).not.toContain('mistake of Rollbook')
})

test('an invitation that waits is not called a refusal', () => {
  const text = renderError(new DingTalkError({ ...failure, operation: 'createUser', code: '40103', pending: true }), zh)
  expect(text).toContain('等待本人同意')
  expect(text).not.toContain('拒绝')
})

test('an error of the system names the path and the way out', () => {
  const thrown = caught(() => readFileSync('/nowhere/at/all'))
  expect(renderError(thrown, zh)).toContain('文件 /nowhere/at/all：找不到文件或文件夹')
  expect(renderError(thrown, en)).toContain('What to do: check the path')
})

test('a missing variable and a broken lock say what to do', () => {
  const missing = caught(() => clientOptionsFromEnvironment({}))
  expect(missing).toBeInstanceOf(EnvironmentError)
  expect(renderError(missing, zh)).toBe(
    '环境变量 DINGTALK_CLIENT_ID 没有设置，或者写得不对\n  办法：到钉钉开放平台（open-dev.dingtalk.com）这个应用的「凭证与基础信息」页复制 Client ID，设为这个变量\n',
  )
  expect(renderError(missing, en)).toContain('What to do: set DINGTALK_CLIENT_ID to the Client ID')
  const lock = renderError(
    caught(() => parseLock('{\n  "corp": nul')),
    zh,
  )
  expect(lock).toMatch(/^rollbook\.lock\.json:2:11 {2}这里不是 JSON 格式 .*\n {4}办法：用 git 找回/)
  expect(lock).toContain('rollbook explain lock-invalid')
})

test('a bug shows its stack, a known error only on request', () => {
  expect(renderError(new TypeError('x is undefined'), en)).toMatch(
    /mistake of Rollbook itself[\s\S]*TypeError: x is undefined\n {4}at /,
  )
  expect(renderError(new DingTalkError(failure), en)).not.toContain('    at ')
  expect(renderError(new DingTalkError(failure), { ...en, verbose: true })).toContain('    at ')
})

/** What the client makes of silence, and of answers that are not DingTalk's. */
async function lostCalls(operation: Operation): Promise<Failure[]> {
  const silences = [
    new TransportError('timeout', 'maybe', 'UND_ERR_HEADERS_TIMEOUT'),
    new TransportError('connection-lost', 'maybe', 'ECONNRESET'),
    new TransportError('not-connected', 'never', 'ECONNREFUSED'),
    new TransportError('not-connected', 'cannot', 'CERT_HAS_EXPIRED'),
    new TransportError('not-http', 'maybe', 'HPE_INVALID_CONSTANT'),
  ].map((error) => judgeSilence(operation, error).failure)
  const replies = [
    { status: 200, text: '<html>' },
    { status: 302, text: '' },
    { status: 502, text: '<html>' },
    { status: 503, text: '' },
    { status: 504, text: '' },
    { status: 200, text: '{"status":1111}' },
    { status: 200, text: '{}' },
  ].map(async (reply) => {
    const verdict = await judge(operation, reply, [])
    if ('answer' in verdict) throw new Error('that was an answer')
    return verdict.failure
  })
  return [...silences, ...(await Promise.all(replies))]
}

test('what DingTalk never refused is not called a refusal', async () => {
  const calls = await lostCalls(contract.operations.getDepartment)
  expect([...new Set(calls.map(({ code }) => code))].sort()).toEqual(Object.keys(answers).sort())
  for (const lost of calls) {
    const [zhText, enText] = [renderError(new DingTalkError(lost), zh), renderError(new DingTalkError(lost), en)]
    expect([lost.code, zhText]).toEqual([lost.code, expect.not.stringMatching(/钉钉拒绝|没有公开说明|错误码/)])
    expect([lost.code, enText]).toEqual([lost.code, expect.not.stringContaining('DingTalk refused')])
    expect(zhText).toMatch(/\n {2}办法：.*\n {2}想了解更多，运行 rollbook explain /)
  }
})

test('a connection that cannot be made names the cause and the variables to look at', async () => {
  const [, , refusedConnection, certificate] = await lostCalls(contract.operations.getAppAccessToken)
  if (refusedConnection === undefined || certificate === undefined) throw new Error('there are more of them')
  expect(renderError(new DingTalkError(refusedConnection), zh)).toBe(
    [
      '没有连上钉钉（调用 getAppAccessToken 时）',
      '  原因：对方拒绝连接（ECONNREFUSED）',
      '  办法：检查 DINGTALK_OAPI_URL、DINGTALK_API_URL 和代理；连的是 rollbook emulate，就看它是不是还在运行',
      '  想了解更多，运行 rollbook explain not-connected',
      '',
    ].join('\n'),
  )
  expect(renderError(new DingTalkError(certificate), en)).toContain('NODE_EXTRA_CA_CERTS')
})

test('a write that was lost on the way is not called undone', async () => {
  const [timeout] = await lostCalls(contract.operations.createUser)
  if (timeout === undefined) throw new Error('there is one')
  const text = renderError(new DingTalkError(timeout), zh)
  expect(text).toContain('这次调用（createUser）有没有生效，还不知道\n  钉钉没有在规定时间内回应\n')
})

test('an operation that does not exist is answered with those that may have been meant', () => {
  const thrown = caught(() => operationNamed('getUsr'))
  expect(renderError(thrown, zh)).toBe(
    '钉钉的接口里没有「getUsr」\n  相近的有：getUser\n  办法：运行 rollbook api，列出全部接口\n',
  )
  expect(renderError(thrown, en)).toContain('Close to it: getUser')
  expect(
    renderError(
      caught(() => operationNamed('zzzzzzzzzz')),
      en,
    ),
  ).not.toContain('Close to it')
})

test('arguments that make no request are listed with everything that is wrong with them', async () => {
  const thrown = await parseArguments('deleteUser', ['usrid=lilei', 'x=1']).catch((error: unknown) => error)
  const text = renderError(thrown, zh)
  expect(text).toMatch(/^deleteUser 的参数有 3 处问题\n {2}· usrid：deleteUser 没有这个字段；是不是想写 userid？/)
  expect(text.match(/^ {2}· /gm)).toHaveLength(3)
  expect(text).toContain('rollbook api deleteUser --describe')
})

test('whatever was thrown is printed without control characters', () => {
  for (const thrown of [new Error('\u001B[2J\u202Ehello'), 'text\u0007', { code: 1 }, null, undefined, 42])
    expect(renderError(thrown, zh).replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202E/u)
})

test('problems are listed by file and place, counted, and can be explained', () => {
  expect(renderProblems(problems, { language: 'zh', color: false })).toBe(
    [
      'departments/a.yaml:4:9  没有部门「市场」  [unknown-department]',
      'departments/a.yaml:9:1  没有 tilte 这个字段  [unknown-field]',
      '    办法：写成 title',
      '',
      'roles/岗位.yaml:2:3  缩进不对  [yaml-syntax]',
      '',
      '2 个文件中有 3 处问题',
      '想知道某一类问题是什么、怎么改，运行 rollbook explain unknown-department',
      '',
    ].join('\n'),
  )
  expect(renderError(new InvalidDirectory(problems), zh)).toBe(
    renderProblems(problems, { language: 'zh', color: false }),
  )
})

test('problems are one JSON document', () => {
  expect(JSON.parse(problemsJson(problems.slice(0, 1), { departments: 1, people: 2, roles: 0 }))).toEqual({
    format: 'rollbook.problems/1',
    counts: { departments: 1, people: 2, roles: 0 },
    problems: [problems[0]],
  })
})
