import { describe, expect, test } from 'vitest'
import { smallCompany, workplace } from '../support/workplace.ts'

/** What is printed where, in which colours and language. What is never printed at all: test/canary. */

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
