import { expect, test } from 'vitest'
import { rollbook } from '../support/command.ts'
import { temporaryFolder } from '../support/files.ts'

/** What the real program writes where somebody else reads along: a terminal, and the runner of GitHub Actions. */

const CONTROLS = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

test('a file whose name is an order to the runner is reported in an Action and orders nothing', async () => {
  const folder = await temporaryFolder({
    'departments/##[error]x/a.json': '',
    'departments/b/::stop-commands::t.csv': '',
  })
  for (const format of ['text', 'json']) {
    const args = ['validate', '-d', folder, '--format', format]
    const { code, stdout, stderr } = await rollbook(args, { env: { GITHUB_ACTIONS: 'true' } })
    expect([code, stderr]).toEqual([4, ''])
    expect(stdout).toContain('[error]x')
    expect(stdout).not.toMatch(/##\[|^\s*::/m)
  }
  const { stdout } = await rollbook(['validate', '-d', folder])
  expect(stdout).toContain('departments/##[error]x/a.json:1:1')
})

test.each([
  [['explain', '\u001B]0;title\u0007\u001B[2Jx'], 64],
  [['plan', '--\u009B2J\u202E'], 64],
  [['completion', '\u001B[31mx'], 64],
  [['api', '\u001B[31mx'], 64],
  [['validate', '-d', 'no/such/\u001B[2J\u202Efolder'], 4],
  [['apply', '--yes', '--plan', '\u001B[2Jmissing.json'], 1],
])('what is typed is never given back with its controls: %j', async (args, expected) => {
  const { code, stdout, stderr } = await rollbook(args)
  expect(code).toBe(expected)
  expect(stdout + stderr).not.toBe('')
  expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(CONTROLS)
})
