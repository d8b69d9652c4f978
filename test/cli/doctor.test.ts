import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { rollbook } from '../support/command.ts'
import { readFiles } from '../support/files.ts'
import { smallCompany, workplace } from '../support/workplace.ts'

/** `rollbook doctor` as a process: exit codes, streams and formats. */

/** A rate that the edition lets through, so that a healthy run has nothing to mind. */
const env = { ROLLBOOK_RATE: '20' }
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/doctor.schema.json'), 'utf8'))
const accepts = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)

test('a healthy company: exit 0, everything on stdout, in the language of the company', async () => {
  const { run, written } = await workplace(smallCompany)
  await run(['apply', '--yes'])
  const before = written()
  const { code, stdout, stderr } = await run(['doctor'], { env })
  expect([code, stderr, written()]).toEqual([0, '', before])
  expect(stdout).toMatch(/^Rollbook doctor\n/)
  expect(stdout).toMatch(/No problem was found\. Next: run rollbook plan -d \S+ to see/)
  expect((await run(['doctor', '--lang', 'zh'], { env })).stdout).toContain('没有发现问题')
})

test('something broken: exit 1, and what to mend first', async () => {
  const { run, emulator } = await workplace(smallCompany)
  emulator.state.missingPermissions.add('qyapi_get_department_list')
  const { code, stdout, stderr } = await run(['doctor'], { env })
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toContain('✗ problem')
  expect(stdout).toMatch(/Mend “permissions” first, then run rollbook doctor -d /)
})

test('only warnings: exit 0', async () => {
  const { run } = await workplace({ ...smallCompany, 'rollbook.yaml': 'version: 1\nlanguage: en\n' })
  const { code, stdout } = await run(['doctor'], { env })
  expect(code).toBe(0)
  expect(stdout).toContain('! mind')
})

test('an empty environment and no folder: exit 1 with what can be said, and no stack', async () => {
  const { code, stdout, stderr } = await rollbook(['doctor', '-d', '/nonexistent/rollbook', '--lang', 'en'])
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toContain('DINGTALK_CLIENT_ID is not set')
  expect(stdout).toContain('DINGTALK_CLIENT_SECRET is not set')
  expect(stdout).not.toMatch(/^\s+at /m)
})

test('a DingTalk that is not there: exit 1, with the address and the reason', async () => {
  const { run, emulator } = await workplace(smallCompany)
  const closed = { DINGTALK_API_URL: 'http://127.0.0.1:1', DINGTALK_OAPI_URL: 'http://127.0.0.1:1' }
  const { code, stdout } = await run(['doctor'], { env: { ...env, ...closed } })
  expect(code).toBe(1)
  expect(stdout).toContain('127.0.0.1:1: DingTalk could not be reached')
  expect(emulator.log).toEqual([])
})

describe('formats', () => {
  test.each(['healthy', 'broken'])('JSON of a %s company fits its schema', async (state) => {
    const { run, emulator } = await workplace(smallCompany)
    if (state === 'broken') emulator.state.allowedAddresses = []
    const { code, stdout } = await run(['doctor', '--format', 'json'], { env })
    const document = JSON.parse(stdout)
    expect(accepts(document), JSON.stringify(accepts.errors)).toBe(true)
    expect([code, document.format, document.healthy]).toEqual(
      state === 'broken' ? [1, 'rollbook.doctor/1', false] : [0, 'rollbook.doctor/1', true],
    )
  })

  test('Markdown is a list under a heading', async () => {
    const { run } = await workplace(smallCompany)
    const { stdout } = await run(['doctor', '--format', 'markdown', '--lang', 'zh'], { env })
    expect(stdout).toMatch(/^### Rollbook 体检\n\n- \*\*✓ 运行环境（正常）\*\* /)
  })
})

test('--verbose names the calls; neither it nor anything else shows a secret or changes a file', async () => {
  const { run, folder, emulator } = await workplace(smallCompany)
  await run(['apply', '--yes'])
  const digest = async () =>
    createHash('sha256')
      .update(JSON.stringify(await readFiles(folder)))
      .digest('hex')
  const before = await digest()
  const { stdout, stderr } = await run(['doctor', '--verbose'], { env })
  expect(stderr).toMatch(/^getAuthScopes 200 \d+ ms$/m)
  expect(stdout + stderr).not.toMatch(/access_token|1001234567/)
  expect(stdout + stderr).not.toContain(emulator.clientSecret)
  expect(stdout + stderr).not.toContain(emulator.clientId)
  expect(await digest()).toBe(before)
})
