import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/files.ts'
import { smallCompany, type Workplace, workplace } from '../support/workplace.ts'

/** What is printed where, in which colours and language, and what is never printed at all. */

const csi = '\u001B['

describe('colours', () => {
  test.each([
    ['without a terminal', {}, [], false],
    ['without a terminal but with FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['with FORCE_COLOR and --no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['with NO_COLOR', { NO_COLOR: '1' }, [], false],
  ])('%s', async (_, env, args, colored) => {
    const { run } = await workplace(smallCompany)
    for (const command of [['plan'], ['apply', '--yes']]) {
      const { stdout, stderr, code } = await run([...command, ...args], { env })
      expect([code, stdout.includes(csi)]).toEqual([0, colored])
      if (!colored) expect(stderr).not.toContain(csi)
    }
  })

  test('are never in JSON or Markdown, nor in help', async () => {
    const { run } = await workplace(smallCompany)
    const env = { FORCE_COLOR: '1' }
    for (const args of [
      ['plan', '--format', 'json'],
      ['plan', '--format', 'markdown'],
      ['plan', '--help'],
    ])
      expect((await run(args, { env })).stdout).not.toContain(csi)
  })
})

describe('--quiet', () => {
  test('leaves stderr empty while all is well, and stdout as it is', async () => {
    const { run } = await workplace(smallCompany)
    const loud = await run(['plan'])
    const quiet = await run(['plan', '--quiet'])
    expect(quiet).toEqual({ code: 0, stdout: loud.stdout, stderr: '' })
    expect(await run(['apply', '--yes', '-q'])).toMatchObject({ code: 0, stderr: '' })
  })

  test('still says what went wrong', async () => {
    const { run } = await workplace(smallCompany)
    const { code, stderr } = await run(['plan', '--quiet'], { env: { DINGTALK_CLIENT_ID: '' } })
    expect(code).toBe(64)
    expect(stderr).toMatch(/DINGTALK_CLIENT_ID/)
  })
})

describe('language', () => {
  test.each([
    ['the settings', [], {}, /李雷加入研发部|李雷.*加入/],
    ['--lang before the settings', ['--lang', 'en'], {}, /李雷 joins 研发部/],
  ])('of a plan is that of %s', async (_, args, env, wanted) => {
    const { run } = await workplace({ ...smallCompany, 'rollbook.yaml': 'version: 1\nlanguage: zh\n' })
    expect((await run(['plan', ...args], { env })).stdout).toMatch(wanted)
  })

  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, /没有终端/],
    [{ LANG: 'en_US.UTF-8' }, /no terminal/],
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, /没有终端/],
  ])('of a message that no file decides is that of the locale %o', async (env, wanted) => {
    const { run } = await workplace(smallCompany)
    expect((await run(['apply'], { env })).stderr).toMatch(wanted)
  })
})

test('--verbose names every call on stderr, with status and time, and no token, secret or value', async () => {
  const { run, emulator } = await workplace(smallCompany)
  const { code, stderr } = await run(['apply', '--yes', '--verbose'])
  expect(code).toBe(0)
  for (const operation of new Set(emulator.log.map((call) => call.operation)))
    expect(stderr).toMatch(new RegExp(`^${operation} 200 \\d+ ms`, 'm'))
  expect(stderr).not.toMatch(/access_token|10012345671|https?:/)
  expect(stderr).not.toContain(emulator.clientSecret)
})

describe('nowhere in what any command prints or writes', () => {
  const secret = 'canary-secret-5f1b7c2e9d'
  const canaries = [
    '10077770001',
    '10077770002',
    '10077770003',
    'canary.one@',
    'canary.two@',
    '77700',
    'canary-password-9',
  ]
  const files = {
    'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
    'departments/研发部/department.yaml': 'managers: [lilei]\ntelephone: "77700123"\n',
    'departments/研发部/people.yaml': [
      '- {userid: lilei, name: 李雷, mobile: "10077770001", email: canary.one@example.com, telephone: "77700"}',
      '- {userid: hanmeimei, name: 韩梅梅, mobile: "+86-10077770002", org_email: canary.two@example.com}\n',
    ].join('\n'),
    'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10077770003"}\n',
    'roles/岗位.yaml': 'roles:\n- {name: 会计, members: [hanmeimei]}\n',
  }

  /** Every way in which a run can go, with the arguments of each run. */
  const ways: readonly (readonly [string, (place: Workplace) => void | Promise<void>])[] = [
    ['success', () => {}],
    [
      'a person whom DingTalk refuses, with the values in its message',
      ({ emulator }) =>
        emulator.inject({
          match: { operation: 'createUser' },
          do: {
            refuse: { errcode: 60104, errmsg: 'mobile 10077770001 of canary.one@example.com +86-10077770001 is taken' },
          },
          times: 9,
        }),
    ],
    [
      'lost answers',
      ({ emulator }) => emulator.inject({ match: { effect: 'write' }, do: { drop: 'after' }, times: 99 }),
    ],
    [
      'a page instead of an answer',
      ({ emulator }) => emulator.inject({ match: { effect: 'write' }, do: { html: true }, times: 99 }),
    ],
    [
      'a blocked address',
      ({ emulator }) => emulator.inject({ match: { effect: 'write' }, do: { punish: true }, times: 99 }),
    ],
    ['an expired token', ({ emulator }) => emulator.state.expireToken()],
    [
      'a missing permission',
      ({ emulator }) => {
        emulator.state.missingPermissions.add('qyapi_manage_addresslist')
      },
    ],
    [
      'a mobile written twice',
      ({ edit }) => edit({ 'departments/市场部/two.yaml': 'userid: two\nname: 二\nmobile: "10077770001"\n' }),
    ],
    [
      'a mobile that is none',
      ({ edit }) => edit({ 'departments/市场部/two.yaml': 'userid: two\nname: 二\nmobile: "10077770001-x"\n' }),
    ],
    [
      'a mail that is none',
      ({ edit }) =>
        edit({ 'departments/市场部/two.yaml': 'userid: two\nname: 二\nmobile: "10077770009"\nemail: canary.one@\n' }),
    ],
    [
      'a value in the wrong place',
      ({ edit }) => edit({ 'departments/市场部/two.yaml': 'userid: two\nname: 二\nmoble: "10077770001"\n' }),
    ],
    [
      'a broken file',
      ({ edit }) =>
        edit({ 'departments/市场部/two.yaml': 'userid: two\nmobile: "10077770001\nemail: canary.one@example.com\n' }),
    ],
    [
      'a changed mobile',
      async ({ run, edit }) => {
        await run(['apply', '--yes'])
        await edit({
          'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10077770001"}\n',
          'departments/研发部/people.yaml':
            '- {userid: lilei, name: 李雷, mobile: "10077770003", replace: mobile, email: canary.two@example.com}\n',
        })
      },
    ],
  ]

  /** Runs every command line, and returns what they printed, without repeating the arguments. */
  async function outputs(place: Workplace, lines: readonly (readonly string[])[]): Promise<string[]> {
    const printed: string[] = []
    for (const args of lines) {
      const { stdout, stderr } = await place.run(args)
      printed.push(stdout, stderr)
    }
    return printed
  }

  function found(texts: readonly string[], { emulator }: Workplace) {
    return [...canaries, secret, emulator.state.tokens.give()].flatMap((canary) =>
      texts.filter((text) => text.includes(canary)).map((text) => [canary, text]),
    )
  }

  test.each(ways)('%s: no mobile, mail, extension, token or secret', async (_, prepare) => {
    const out = join(await temporaryFolder(), 'plan.json')
    const place = await workplace(files, { clientSecret: secret })
    await prepare(place)
    const printed = await outputs(place, [
      ['validate', '--format', 'json'],
      ['plan', '--verbose', '--out', out],
      ['plan', '--format', 'markdown', '--lang', 'zh'],
      ['apply', '--yes', '--verbose'],
      ['apply', '--yes', '--format', 'json', '--lang', 'zh'],
    ])
    const lock = (await place.files())['rollbook.lock.json'] ?? ''
    const saved = await readFile(out, 'utf8').catch(() => '')
    expect(printed.join('').length).toBeGreaterThan(1000)
    expect(found([...printed, lock, saved], place)).toEqual([])
  })

  test('calls by hand: no mobile, mail, extension, token or secret', async () => {
    const place = await workplace(files, { clientSecret: secret })
    await place.run(['apply', '--yes'])
    const printed = await outputs(place, [
      ['api', 'getUser', 'userid=lilei', '--verbose'],
      ['api', 'listUsers', 'dept_id=1', '--all'],
      ['api', 'createUser', 'userid=x', 'name=x', 'mobile=10077770001', 'dept_id_list=1', '--yes', '--verbose'],
      ['api', 'createUser', 'userid=x', 'name=x', 'mobile=10077770001-77700', 'dept_id_list=1', '--yes'],
      ['api', 'updateUser', 'userid=lilei', 'email=canary.two@', 'telephone=77700', '--yes'],
      ['api', 'getUserIdByMobile', 'mobile=10077770001'],
      ['api', 'getUserIdByMobile', 'mobile=100777700010077770001'],
      ['api', 'getAppAccessToken', 'appKey=dingemulator0001', `appSecret=${secret}`],
      ['api', 'getAppAccessToken', 'appKey=dingemulator0002', `appSecret=${secret}`],
    ])
    expect(printed.join('')).toMatch(/100\*{4}0001/)
    expect(found(printed, place)).toEqual([])
  })
})
