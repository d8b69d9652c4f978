import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { smallCompany, type Workplace, workplace } from '../support/workplace.ts'

const mobile = '10012345671'
const people = 'departments/研发部/people.yaml'
/** Every way in which a value can stand in a file. */
const written = `# who works here
- userid: lilei # the head
  name: 李雷
  mobile: "10012345671" # his own
  email: 'lilei@example.com'
  telephone: 8001
  login_email: |-
    lilei@example.org
  remark: his numbers
- {userid: hanmeimei, name: 韩梅梅, mobile: "10012345672", manager_userid: lilei}
`

let place: Workplace
let key: string
beforeEach(async () => {
  place = await workplace({ ...smallCompany, [people]: written })
  key = join(await temporaryFolder(), 'rollbook.key')
})
afterEach(removeTemporaryFolders)

const env = () => ({ ROLLBOOK_AGE_KEY_FILE: key })
const newKey = (file = key) => place.run(['seal', '--new-key', file])

test('a new key stands in a file for its owner alone, and its public half in .recipients', async () => {
  const { code, stdout } = await newKey()
  expect(code).toBe(0)
  expect(stdout).toMatch(/^age1[a-z0-9]{58}\n$/)
  expect((await stat(key)).mode & 0o777).toBe(0o600)
  expect((await place.files())['.recipients']).toContain(stdout)
  expect((await newKey()).code).toBe(64)
  const second = await newKey(`${key}.2`)
  expect((await place.files())['.recipients']?.match(/^age1/gm)).toHaveLength(2)
  expect(second.code).toBe(0)
})

test('a key is not written where it would be committed', async () => {
  const tree = await temporaryFolder()
  await mkdir(join(tree, '.git'))
  await mkdir(join(tree, 'deep'))
  for (const file of [join(tree, 'deep/key'), join(place.folder, 'key'), join(place.folder, 'departments/key')]) {
    const { code, stderr } = await newKey(file)
    expect(code).toBe(64)
    expect(stderr).toContain('~/rollbook.key')
  }
  expect(Object.keys(await place.files())).not.toContain('.recipients')
})

test('sealing replaces the values and no other character', async () => {
  await newKey()
  const before = await place.run(['seal', '--check'])
  expect(before.code).toBe(2)
  expect(before.stdout.split('\n').slice(0, 4)).toEqual([
    'departments/市场部/people.yaml:1:39 zhoujie mobile',
    `${people}:4:11 lilei mobile`,
    `${people}:5:10 lilei email`,
    `${people}:6:14 lilei telephone`,
  ])
  const json = await place.run(['seal', '--check', '--format', 'json'])
  expect(json.code).toBe(2)
  const values = before.stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [file, at, column, userid, field] = line.split(/[: ]/)
      return { file, line: Number(at), column: Number(column), userid, field }
    })
  expect(JSON.parse(json.stdout)).toEqual({ format: 'rollbook.unsealed/1', values })
  const { code, stdout } = await place.run(['seal'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Sealed 6 personal values in 2 files.\n' })
  const text = (await place.files())[people] ?? ''
  const masked = text.replaceAll(/age:[A-Za-z0-9+/]+={0,2}/g, 'SEALED')
  expect(masked).toBe(
    written
      .replace(mobile, 'SEALED')
      .replace('lilei@example.com', 'SEALED')
      .replace('8001', 'SEALED')
      .replace('|-\n    lilei@example.org', 'SEALED')
      .replace('10012345672', 'SEALED'),
  )
  expect((await place.run(['validate'])).code).toBe(0)
  expect(await place.run(['seal', '--check'])).toMatchObject({ code: 0, stdout: '' })
  expect(await place.run(['seal'])).toMatchObject({ code: 0 })
  expect((await place.files())[people]).toBe(text)
})

test('what was sealed is applied with the key, and the next plan is empty without it', async () => {
  await newKey()
  await place.run(['seal'])
  const without = await place.run(['apply', '--yes'])
  expect(without.code).toBe(4)
  expect(without.stderr).toContain(`${people}:4:11`)
  expect(place.written()).toBe(0)
  expect((await place.run(['apply', '--yes'], { env: env() })).code).toBe(0)
  expect(place.emulator.snapshot().users.find(({ userid }) => userid === 'lilei')).toMatchObject({
    mobile: { number: mobile },
    email: 'lilei@example.com',
  })
  expect(await place.run(['plan', '--detailed-exitcode'])).toMatchObject({ code: 0 })
})

test('one value is sealed from standard input', async () => {
  await newKey()
  const { code, stdout } = await place.run(['seal', '--user', 'new', '--field', 'mobile'], { input: '10012345679\n' })
  expect(code).toBe(0)
  await place.edit({ 'departments/市场部/new.yaml': `userid: new\nname: 新人\nmobile: ${stdout}` })
  expect((await place.run(['apply', '--yes'], { env: env() })).code).toBe(0)
  const wrong = await place.run(['seal', '--user', 'new', '--field', 'mobile'], { input: '1901234\n' })
  expect(wrong).toMatchObject({ code: 4, stdout: '' })
  expect(wrong.stderr).not.toContain('1901234')
  expect((await place.run(['seal', '--user', 'new', '--field', 'name'], { input: 'x' })).code).toBe(64)
  expect((await place.run(['seal', '--user', 'new'], { input: 'x' })).code).toBe(64)
})

test('resealing for other recipients leaves nothing to plan, and the old key opens nothing more', async () => {
  await newKey()
  await place.run(['seal'])
  await place.run(['apply', '--yes'], { env: env() })
  const old = (await place.files())[people]
  const next = `${key}.next`
  await newKey(next)
  const [, latest] = (await place.files())['.recipients']?.match(/^age1.*$/gm) ?? []
  await place.edit({ '.recipients': `${latest}\n` })

  expect((await place.run(['reseal'])).code).toBe(4)
  expect((await place.files())[people]).toBe(old)
  const { code, stderr } = await place.run(['reseal'], { env: env() })
  expect(code).toBe(0)
  expect(stderr).toContain('history of git')
  expect((await place.files())[people]).not.toBe(old)
  expect(await place.run(['plan', '--detailed-exitcode'])).toMatchObject({ code: 0 })
  expect((await place.run(['reseal'], { env: env() })).code).toBe(4)
  expect((await place.run(['reseal'], { env: { ROLLBOOK_AGE_KEY_FILE: next } })).code).toBe(0)
  expect(await place.run(['plan', '--detailed-exitcode'])).toMatchObject({ code: 0 })
})

test('files that are wrong are not sealed, and neither is anything for a recipient that is none', async () => {
  await newKey()
  const recipients = (await place.files())['.recipients'] ?? ''
  await place.edit({ '.recipients': `${recipients}age1wrong\n` })
  const { code, stderr } = await place.run(['seal'])
  expect(code).toBe(4)
  expect(stderr).toContain('.recipients:3:1')
  for (const [line, named] of [
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJunk me@host', '(ssh-ed25519)'],
    ['age1pq1qqqqqqqqqqqqqqqqqqqqqqqqqqqq', '(age1pq)'],
    ['age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t', '(age1yubikey)'],
    ['AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQ', 'SECRET'],
  ] as const) {
    await place.edit({ '.recipients': `${recipients}${line}\n` })
    const refused = await place.run(['seal'])
    expect(refused.code).toBe(4)
    expect(refused.stderr).toContain('.recipients:3:1')
    expect(refused.stderr).toContain(named)
    expect(refused.stderr).not.toContain('QQQQ')
  }
  await place.edit({ '.recipients': recipients, 'departments/市场部/x.yaml': 'userid: x\nmobile: 12\n' })
  expect((await place.run(['seal'])).code).toBe(4)
  expect((await place.files())[people]).toBe(written)
})

test('a key that is none is refused without being shown', async () => {
  await newKey()
  await place.run(['seal'])
  await writeFile(key, 'AGE-SECRET-KEY-1QQQQQQQQQQQQ\n')
  const { code, stderr } = await place.run(['apply', '--yes'], { env: env() })
  expect(code).toBe(64)
  expect(stderr).not.toContain('QQQQ')
})
