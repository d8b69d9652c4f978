import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildProgram } from '../../src/cli/program.ts'
import { knownCodes } from '../../src/commands/explain.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { listen } from '../emulator/stream-client.ts'
import { rollbook } from '../support/command.ts'
import { smallCompany, workplace } from '../support/workplace.ts'

/** The commands around plan and apply: explain, completion, api, emulate. */

describe('explain', () => {
  test.each([
    ['limit-exceeded', /reason to stop/, /限额|上限/],
    ['unknown-department', /problem/i, /部门/],
    ['3', /exit code/i, /退出码/],
    ['60011', /DingTalk/, /钉钉/],
    ['88/60020', /DingTalk/, /钉钉/],
    ['Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', /DingTalk/, /钉钉/],
    ['ip-blocked', /address/, /网络出口/],
  ])('%s in both languages', async (code, english, chinese) => {
    const en = await rollbook(['explain', code, '--lang', 'en'])
    const zh = await rollbook(['explain', code, '--lang', 'zh'])
    expect([en.code, en.stderr, zh.code, zh.stderr]).toEqual([0, '', 0, ''])
    expect(en.stdout).toMatch(english)
    expect(zh.stdout).toMatch(chinese)
    expect(en.stdout.startsWith(code)).toBe(true)
  })

  test('knows every code that a plan, a problem, an exit or the contract can show', () => {
    const codes = new Set(knownCodes())
    const rules = Object.values(contract.operations).flatMap(({ errors }) => errors)
    expect(rules.map(({ code }) => String(code)).filter((code) => !codes.has(code) && !/^88$|^22$/.test(code))).toEqual(
      [],
    )
  })
})

describe('completion', () => {
  const shells = ['bash', 'zsh', 'fish', 'pwsh'] as const

  test.each(shells)('for %s names every command and its options', async (shell) => {
    const { code, stdout, stderr } = await rollbook(['completion', shell])
    expect([code, stderr]).toEqual([0, ''])
    for (const command of buildProgram(() => async () => {}).commands) {
      expect(stdout).toContain(command.name())
      for (const { long } of command.options)
        expect(stdout).toContain(String(long).replace(shell === 'fish' ? /^--/ : '', ''))
    }
  })

  const checks: readonly (readonly [string, readonly string[]])[] = [
    ['bash', ['-n']],
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ]
  for (const [shell, args] of checks)
    test.skipIf(spawnSync(shell, ['--version']).error !== undefined)(
      `for ${shell} is a script that ${shell} reads`,
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'completion-'))
        const file = join(folder, 'script')
        await writeFile(file, (await rollbook(['completion', shell])).stdout)
        expect(spawnSync(shell, [...args, file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
        await rm(folder, { recursive: true })
      },
    )

  test('for bash completes commands, options and choices', async () => {
    const script = (await rollbook(['completion', 'bash'])).stdout
    const complete = (...words: string[]) => {
      const asked = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`
      const name = /complete .*-F (\S+) rollbook/.exec(script)?.[1]
      const program = `${script}\n${asked}\n${name}\nprintf '%s\\n' "\${COMPREPLY[@]}"`
      return execFileSync('bash', ['-c', program], { encoding: 'utf8' }).trim().split('\n')
    }
    expect(complete('rollbook', 'pl')).toEqual(['plan'])
    expect(complete('rollbook', 'apply', '--pl')).toEqual(['--plan', '--plan-hash'])
    expect(complete('rollbook', 'plan', '--format', '')).toEqual(['text', 'json', 'markdown'])
    expect(complete('rollbook', 'plan', '--lang', 'z')).toEqual(['zh'])
  })
})

describe('api', () => {
  test('lists every operation of the contract, offline and without a credential', async () => {
    const { code, stdout, stderr } = await rollbook(['api'])
    expect([code, stderr]).toEqual([0, ''])
    for (const id of Object.keys(contract.operations)) expect(stdout).toMatch(new RegExp(`^  ${id} `, 'm'))
    const { operations } = JSON.parse((await rollbook(['api', '--format', 'json'])).stdout)
    expect(operations).toHaveLength(Object.keys(contract.operations).length)
  })

  test('describes an operation with what it takes, answers and may refuse, and calls nothing', async () => {
    const { code, stdout, stderr } = await rollbook(['api', 'createUser', '--describe'])
    expect([code, stderr]).toEqual([0, ''])
    for (const wanted of [
      /^takes$/m,
      /^ {2}dept_id_list .*required/m,
      /^answers$/m,
      /60104/,
      /qyapi_manage_addresslist/,
    ])
      expect(stdout).toMatch(wanted)
    expect(JSON.parse((await rollbook(['api', 'createUser', '--describe', '--format', 'json'])).stdout)).toMatchObject({
      id: 'createUser',
      effect: 'create',
    })
  })

  test('calls a read, and masks what is personal', async () => {
    const { run } = await workplace(smallCompany)
    await run(['apply', '--yes'])
    const { code, stdout, stderr } = await run(['api', 'getUser', 'userid=lilei'])
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ result: { userid: 'lilei', name: '李雷', mobile: '100****5671' } })
  })

  test('walks all pages with --all', async () => {
    const { run } = await workplace(smallCompany, { seed: 30 })
    const department = JSON.parse((await run(['api', 'listSubDepartments', 'dept_id=1'])).stdout).result[0].dept_id
    const page = JSON.parse((await run(['api', 'listUsers', `dept_id=${department}`, 'cursor=0', 'size=5'])).stdout)
    expect(page.result.list).toHaveLength(5)
    const walked = JSON.parse((await run(['api', 'listUsers', `dept_id=${department}`, '--all'])).stdout)
    expect(JSON.stringify(walked).match(/"userid"/g)).toHaveLength(12)
  })

  test('writes only with --yes where there is no terminal', async () => {
    const { run, written, emulator } = await workplace(smallCompany)
    const args = ['api', 'createDepartment', 'name=设计部', 'parent_id=1']
    expect((await run(args)).code).toBe(64)
    expect(written()).toBe(0)
    const { code, stdout } = await run([...args, '--yes'])
    expect(code).toBe(0)
    expect(emulator.snapshot().departments.map(({ dept_id }) => dept_id)).toContain(JSON.parse(stdout).result.dept_id)
  })

  test.each([
    ['en', /refuses the token of an app: set the variable to the token of a person/],
    ['zh', /不接受应用的访问凭证/],
  ])(
    'without the token of a person where one is needed names the variable and sends nothing (%s)',
    async (lang, next) => {
      const { run, emulator } = await workplace(smallCompany)
      const { code, stdout, stderr } = await run(['api', 'getContactUser', 'unionId=me', '--lang', lang])
      expect([code, stdout, emulator.log]).toEqual([64, '', []])
      expect(stderr).toContain('DINGTALK_USER_TOKEN')
      expect(stderr).toMatch(next)
      expect(stderr).not.toMatch(/^\s+at /m)
    },
  )

  test('ends with 1 when DingTalk refuses, with its code and what it means', async () => {
    const { run } = await workplace(smallCompany)
    const { code, stdout, stderr } = await run(['api', 'getUser', 'userid=nobody', '--lang', 'en'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/33012|60121/)
    expect(stderr).toMatch(/rollbook explain/)
  })
})

describe('emulate', () => {
  /** Starts an emulator as a process, does something with its first output, then ends it. */
  async function emulate(
    args: readonly string[],
    signal: 'SIGINT' | 'SIGTERM',
    work: (stdout: string) => Promise<void>,
  ) {
    let first: Promise<void> | undefined
    let child: ChildProcess | undefined
    const ended = await rollbook(['emulate', ...args], {
      onStart: (started) => {
        child = started
      },
      onOutput(text) {
        if (first !== undefined || !/clientSecret|CLIENT_SECRET=.*\n/.test(text)) return
        first = work(text).finally(() => child?.kill(signal))
      },
    })
    await first
    return ended
  }

  test('prints one JSON line with addresses and a credential, serves, and ends on SIGTERM with 143', async () => {
    const { code, stdout, stderr } = await emulate(['--format', 'json', '--seed', 'demo'], 'SIGTERM', async (text) => {
      const { format, oapiUrl, apiUrl, clientId, clientSecret, corp } = JSON.parse(text)
      expect([format, corp]).toEqual(['rollbook.emulator/1', 'dingcorp0001'])
      const answer = await rollbook(['api', 'countUsers', 'only_active=false'], {
        env: {
          DINGTALK_OAPI_URL: oapiUrl,
          DINGTALK_API_URL: apiUrl,
          DINGTALK_CLIENT_ID: clientId,
          DINGTALK_CLIENT_SECRET: clientSecret,
        },
      })
      expect(JSON.parse(answer.stdout).result.count).toBe(30)
    })
    expect([code, stderr, stdout.trim().split('\n').length]).toEqual([143, '', 1])
  })

  test('tells an app that connects what happens, and ends although it is still connected', async () => {
    const { code } = await emulate(['--format', 'json', '--seed', 'demo'], 'SIGTERM', async (text) => {
      const { oapiUrl, apiUrl, clientId, clientSecret } = JSON.parse(text)
      const client = await listen({ apiUrl, clientId, clientSecret })
      const env = {
        DINGTALK_OAPI_URL: oapiUrl,
        DINGTALK_API_URL: apiUrl,
        DINGTALK_CLIENT_ID: clientId,
        DINGTALK_CLIENT_SECRET: clientSecret,
      }
      await rollbook(['api', 'updateUser', 'userid=lilei', 'title=架构师', '--yes'], { env })
      const frame = await client.event()
      expect([frame.headers['eventType'], frame.data.userId]).toEqual(['user_modify_org', ['lilei']])
    })
    expect(code).toBe(143)
  })

  test('prints lines for a shell, and ends on SIGINT with 130', async () => {
    const { code, stdout } = await emulate([], 'SIGINT', async () => {})
    expect(code).toBe(130)
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^export DINGTALK_OAPI_URL=http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^export DINGTALK_API_URL=http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^export DINGTALK_CLIENT_ID=\w+$/),
      expect.stringMatching(/^export DINGTALK_CLIENT_SECRET=\w+$/),
    ])
  })

  test('keeps the company in a file from one run to the next', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulate-'))
    const state = join(folder, 'company.json')
    const { emulator, run } = await workplace(smallCompany)
    await run(['plan'])
    expect(emulator.log.length).toBeGreaterThan(0)
    for (const expected of [0, 1]) {
      await emulate(['--format', 'json', '--state', state], 'SIGTERM', async (text) => {
        const { oapiUrl, apiUrl, clientId, clientSecret } = JSON.parse(text)
        const env = {
          DINGTALK_OAPI_URL: oapiUrl,
          DINGTALK_API_URL: apiUrl,
          DINGTALK_CLIENT_ID: clientId,
          DINGTALK_CLIENT_SECRET: clientSecret,
        }
        const found = await rollbook(['api', 'listSubDepartments', 'dept_id=1'], { env })
        expect(JSON.parse(found.stdout).result ?? []).toHaveLength(expected)
        await rollbook(['api', 'createDepartment', 'name=设计部', 'parent_id=1', '--yes'], { env })
      })
    }
    await rm(folder, { recursive: true })
  })

  test('ends with an error that says so when the port is taken', async () => {
    const { emulator } = await workplace(smallCompany)
    const { port } = new URL(emulator.oapiUrl)
    const { code, stdout, stderr } = await rollbook(['emulate', '--port', port, '--lang', 'en'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/port|address|in use/i)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
