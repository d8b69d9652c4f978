import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../src/cli/exit.ts'
import { buildProgram } from '../src/cli/program.ts'
import { type Finished, rollbook } from './support/command.ts'
import { smallCompany, workplace } from './support/workplace.ts'

/** The public face of the program that was built: options, help, exit codes, and where things are printed. */

const commands = buildProgram(() => async () => {}).commands.map((command) => command.name())
const nobody = { DINGTALK_CLIENT_ID: '', DINGTALK_CLIENT_SECRET: '' }

test('exit codes are part of the public face', () => {
  expect(EXIT).toEqual({
    done: 0,
    error: 1,
    changes: 2,
    refused: 3,
    invalid: 4,
    incomplete: 5,
    usage: 64,
    interrupted: 130,
    terminated: 143,
  })
})

test('--version is that of package.json, on stdout', async () => {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8'))
  expect(await rollbook(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  expect(await rollbook(['-V'])).toMatchObject({ code: 0, stdout: `${version}\n` })
})

describe('help', () => {
  test('of the program names every command, shows examples, and explains exit codes and credentials', async () => {
    const { code, stdout, stderr } = await rollbook(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(stdout).toMatch(/Examples:\n {2}rollbook validate/)
    expect(stdout).toMatch(/DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET/)
    for (const exit of Object.values(EXIT)) expect(stdout).toMatch(new RegExp(`\\b${exit}\\b`))
  })

  test.each(commands)('of "%s" shows examples that call it, and every option it has', async (command) => {
    const { code, stdout, stderr } = await rollbook([command, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(new RegExp(`Examples:\\n  rollbook ${command}`))
    expect(stdout).toMatch(/-d, --directory <folder>/)
  })

  test('without a command goes to stderr as wrong usage', async () => {
    const { code, stdout, stderr } = await rollbook([])
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toMatch(/Examples:/)
  })
})

describe('wrong usage ends with 64 before anything is called, says why, and prints nothing on stdout', () => {
  const cases: readonly (readonly [args: string, stderr: RegExp])[] = [
    ['plann', /unknown command 'plann'\n\(Did you mean plan\?\)/],
    ['aply --yes', /Did you mean apply\?/],
    ['--plan', /unknown option '--plan'/],
    ['plan --outt x', /unknown option '--outt'\n\(Did you mean --out\?\)/],
    ['apply --yess', /Did you mean --yes\?/],
    ['apply --plan', /'--plan <file>' argument missing/],
    ['plan extra', /too many arguments/],
    ['plan --format yaml', /Allowed choices are text, json, markdown/],
    ['validate --lang fr', /Allowed choices are zh, en/],
    ['emulate --port x', /Give a whole number/],
    ['emulate --seed much', /"much" is none of empty, demo, or a number of people/],
    ['explain', /missing required argument 'code'/],
    ['explain limit-exceded', /limit-exceeded/],
    ['completion tcsh', /there is one for bash, zsh, fish, pwsh/],
    ['api getUsr', /getUser/],
    ['api getUser', /userid/],
    ['api getUser userid=lilei frobnicate=1', /frobnicate/],
    ['api listUsers dept_id=many', /dept_id/],
    ['api getUser userid=lilei --all', /--all|pages|paged/],
    ['api deleteUser userid=lilei', /there is no terminal to ask on: add --yes/],
    ['apply', /there is no terminal to ask on: add --yes/],
    ['apply --plan-hash nonsense', /--yes/],
  ]
  test.each(cases)('%s', async (args, wanted) => {
    const { emulator, run, written } = await workplace(smallCompany)
    const { code, stdout, stderr } = await run(args.split(' '))
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toMatch(wanted)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect([written(), emulator.log.length]).toEqual([0, 0])
  })

  test.each(['plan', 'apply --yes', 'api getDepartment dept_id=1'])(
    '%s without a credential names the variable and what to type',
    async (args) => {
      const { run } = await workplace(smallCompany)
      const { code, stdout, stderr } = await run(args.split(' '), { env: nobody })
      expect([code, stdout]).toEqual([64, ''])
      expect(stderr).toMatch(/DINGTALK_CLIENT_ID/)
      expect(stderr).toMatch(/set DINGTALK_CLIENT_ID/)
    },
  )

  test.each([
    [{ ROLLBOOK_RATE: 'fast' }, /ROLLBOOK_RATE/],
    [{ DINGTALK_OAPI_URL: 'http://dingtalk.example.com' }, /DINGTALK_OAPI_URL.*this machine only/],
    [{ DINGTALK_API_URL: 'https://someone:pass-0123456789@example.com' }, /DINGTALK_API_URL/],
  ])('plan with %o names the variable, and repeats no credential', async (env, wanted) => {
    const { run, emulator } = await workplace(smallCompany)
    const { code, stderr } = await run(['plan'], { env })
    expect(code).toBe(64)
    expect(stderr.replaceAll('\n', ' ')).toMatch(wanted)
    expect(stderr).not.toMatch(/pass-0123456789/)
    expect(stderr).not.toContain(emulator.clientSecret)
  })
})

describe('a reader that goes away', () => {
  test.each([['api'], ['explain', '60011'], ['completion', 'bash']])('does not make "%s" fail', async (...args) => {
    const ended = await new Promise<Finished>((resolve) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, '../dist/cli.js'), ...args.filter(Boolean)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let stderr = ''
      child.stdout.destroy()
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      child.once('close', (code) => resolve({ code, stdout: '', stderr }))
    })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
  })
})
