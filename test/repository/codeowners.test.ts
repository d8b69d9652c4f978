import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Owners } from '../../src/core/owners-schema.ts'
import { codeownersBlock } from '../../src/render/codeowners.ts'
import { rollbook } from '../support/command.ts'
import { type FileTree, removeTemporaryFolders, temporaryFolder, writeFiles } from '../support/files.ts'
import { runs } from '../support/runs.ts'

/**
 * CODEOWNERS as GitHub reads it: the last pattern that fits a file decides. Here git itself finds that pattern, for the
 * rules are those of .gitignore, save for what this file must not use: ranges, `!`, and `#` in a pattern.
 */

const files: FileTree = {
  'directory/rollbook.yaml': 'version: 1\nlanguage: en\n',
  'directory/departments/研发部/department.yaml': 'managers: [lilei]\n',
  'directory/departments/研发部/people.yaml': '- userid: lilei\n  name: 李雷\n- userid: hanmeimei\n  name: 韩梅梅\n',
  'directory/departments/研发部/后端 组/department.yaml': 'managers: [wangwu]\n',
  'directory/departments/研发部/后端 组/wangwu.yaml': 'userid: wangwu\nname: 王五\n',
  'directory/departments/市场部/department.yaml': 'managers: [zhaoliu]\n',
  'directory/departments/市场部/zhaoliu.yaml': 'userid: zhaoliu\nname: 赵六\n',
  'directory/roles/岗位.yaml': 'roles:\n  - name: 会计\n    members: [lilei]\n',
  '.github/rollbook-owners.yaml':
    'admins: example-org/admins\ndepartments: "@example-org/hr"\nlogins:\n  lilei: octo-li\n  wangwu: [octo-wang, octo-deputy]\n',
}
let folder: string

let repository: string

beforeAll(async () => {
  repository = await temporaryFolder()
  execFileSync('git', ['init', '-q', repository])
})
beforeEach(async () => {
  folder = await temporaryFolder(files)
})
afterAll(removeTemporaryFolders)

const run = (...args: string[]) => rollbook(['codeowners', ...args], { cwd: folder })
const written = () => readFile(join(folder, '.github/CODEOWNERS'), 'utf8')

/** Owners of paths, by the last pattern that fits each one; as attributes, since those have no folders left out. */
async function ownersOf(codeowners: string, paths: readonly string[]): Promise<(string | undefined)[]> {
  const rules = codeowners.split('\n').map((line) => /^(\/.*?[^\\]) (@.*)$/.exec(line))
  const attributes = rules.flatMap((found, index) =>
    found ? [`${JSON.stringify((found[1] ?? '').replace(/\/$/, '/**'))} rule=${index}`] : [],
  )
  await writeFile(join(repository, '.gitattributes'), `${attributes.join('\n')}\n`)
  const input = paths.join('\0')
  const output = execFileSync('git', ['-C', repository, 'check-attr', '--stdin', '-z', 'rule'], { input })
  const fields = output.toString('utf8').split('\0')
  return paths.map((_, index) => rules[Number(fields[index * 3 + 2])]?.[2])
}

test('a folder is owned by its head, one without a login by whoever owns the folder above', async () => {
  expect((await run()).code).toBe(0)
  const owners = await ownersOf(await written(), [
    'directory/departments/研发部/people.yaml',
    'directory/departments/研发部/后端 组/wangwu.yaml',
    'directory/departments/市场部/zhaoliu.yaml',
    'directory/departments/boss.yaml',
    'README.md',
  ])
  expect(owners).toEqual(['@octo-li', '@octo-wang @octo-deputy', '@example-org/hr', '@example-org/hr', undefined])
})

test('whoever has no login is named', async () => {
  const { stderr } = await run()
  expect(stderr).toContain('zhaoliu')
  expect(stderr).not.toContain('lilei')
})

test('what decides about everything is owned by the administrators, whatever stands above it', async () => {
  await run()
  const sensitive = [
    'directory/roles/岗位.yaml',
    'directory/rollbook.yaml',
    'directory/rollbook.lock.json',
    'directory/approvals/x.yaml',
    'directory/.recipients',
    '.github/workflows/apply.yml',
    '.github/CODEOWNERS',
    '.github/rollbook-owners.yaml',
    '.vscode/tasks.json',
  ]
  expect(await ownersOf(await written(), sensitive)).toEqual(sensitive.map(() => '@example-org/admins'))
})

test('running it again changes no byte', async () => {
  await run()
  const first = await written()
  expect((await run()).stdout).toContain('is current')
  expect(await written()).toBe(first)
})

describe('--check', () => {
  test('exits 0 when the file is current, and writes nothing', async () => {
    await run()
    const before = await written()
    expect((await run('--check')).code).toBe(0)
    expect(await written()).toBe(before)
  })

  test('exits 2 and shows what differs when a department has another head', async () => {
    await run()
    await writeFiles(folder, { 'directory/departments/研发部/department.yaml': 'managers: [hanmeimei]\n' })
    const { code, stdout } = await run('--check')
    expect(code).toBe(2)
    expect(stdout).toContain('-/directory/departments/研发部/ @octo-li\n')
    expect(stdout).toContain('Run rollbook codeowners')
  })

  test('exits 2 when there is no file, and makes none', async () => {
    expect((await run('--check')).code).toBe(2)
    await expect(written()).rejects.toThrow('ENOENT')
  })

  test('exits 2 when only the order of the rules was changed: the last one that fits decides', async () => {
    await run()
    const lines = (await written()).split('\n')
    const at = lines.findIndex((line) => line.startsWith('/directory/roles/'))
    lines.splice(1, 0, ...lines.splice(at, 1))
    await writeFiles(folder, { '.github/CODEOWNERS': lines.join('\n') })
    expect((await run('--check')).code).toBe(2)
  })
})

test('rules that somebody wrote around ours stay, and two companies share the file', async () => {
  const own = '# ours\n* @octo-admin\n'
  await writeFiles(folder, {
    '.github/CODEOWNERS': own,
    'corps/二厂/rollbook.yaml': 'language: en\n',
    'corps/二厂/departments/车间/department.yaml': 'managers: [lilei]\n',
    'corps/二厂/departments/车间/people.yaml': '- userid: lilei\n- userid: wangwu\n',
  })
  await run()
  await run('-d', 'corps/二厂')
  await writeFiles(folder, { 'directory/departments/研发部/department.yaml': 'managers: []\n' })
  await run()
  const text = await written()
  expect(text.startsWith(own)).toBe(true)
  expect(
    await ownersOf(text, ['corps/二厂/departments/车间/people.yaml', 'directory/departments/研发部/a.yaml']),
  ).toEqual(['@octo-li', '@example-org/hr'])
})

describe('the file of owners', () => {
  test.each([
    ['a misspelt field', 'admin: example-org/admins\n', '1:1', 'admins'],
    ['no administrators', 'logins: {lilei: octo-li}\n', '1:1', 'admins'],
    ['a name that GitHub does not have', 'admins: "a b"\n', '1:9', 'octo-hr'],
    ['a line break and another rule in a name', 'admins: "x\\n* @mallory"\n', '1:9', 'octo-hr'],
    ['somebody who is not in the directory', 'admins: a/b\nlogins:\n  lilie: octo-li\n', '3:3', 'did you mean lilei'],
  ])('with %s is refused at its place', async (_, text, place, said) => {
    await writeFiles(folder, { '.github/rollbook-owners.yaml': text })
    const { code, stderr } = await run()
    expect(code).toBe(4)
    expect(stderr).toContain(`.github/rollbook-owners.yaml:${place}`)
    expect(stderr).toContain(said)
  })

  test('that is missing is asked for, with what to write', async () => {
    folder = await temporaryFolder({ 'directory/rollbook.yaml': 'language: en\n' })
    const { code, stderr } = await run()
    expect(code).toBe(4)
    expect(stderr).toContain('admins: example-org/admins')
  })
})

test('a company folder outside of the repository is wrong usage', async () => {
  await mkdir(join(folder, 'inner'))
  const { code, stderr } = await run('--repository', 'inner')
  expect(code).toBe(64)
  expect(stderr).toContain('--repository')
})

test('files that are wrong stop it with exit 4, and CODEOWNERS stays as it is', async () => {
  await run()
  const before = await written()
  await writeFiles(folder, { 'directory/departments/研发部/department.yaml': 'managers: [nobody]\n' })
  expect((await run()).code).toBe(4)
  expect(await written()).toBe(before)
})

describe('names of folders', () => {
  const owners: Owners = { admins: ['@a'], departments: ['@hr'], logins: { head: ['@head'] } }
  const owned = async (names: readonly string[]) => {
    const [first = '', ...rest] = names
    const folders = [{ path: `d/departments/${first}`, heads: ['head'] }].concat(
      rest.map((name) => ({ path: `d/departments/${name}`, heads: [] })),
    )
    const block = codeownersBlock('d', folders, owners)
    return ownersOf(
      block,
      folders.map(({ path }) => `${path}/people.yaml`),
    )
  }

  test.each([
    'a b',
    ' a',
    'C#组',
    '#1',
    '[甲]组',
    '!紧急',
    'a{b,c}',
    'a\\b',
    '全角　空格',
    '@all',
    '研发部',
    "o'neil",
    '~x',
  ])('%s is owned by its head, and the folders that differ in one character are not', async (name) => {
    const beside = [name.replace(/[ #[\]!{\\　]/u, 'x'), `${name}2`].filter((other) => other !== name)
    expect(await owned([name, ...beside])).toEqual(['@head', ...beside.map(() => '@hr')])
  })

  test('of any characters: a folder is owned by its head, and one beside it is not', async () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'ab #[]!{}()@$\'"~&;,+=^%研發　'), minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() === text && !/^\.+$/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 2, maxLength: 4 }), async (names) => {
        const [first = '', ...rest] = names
        const wild = (text: string) => text.replaceAll(/[#[\]]/g, '?').replaceAll('　', '*')
        // Two names that cannot be written apart share their owners; everything else is told apart.
        fc.pre(!rest.some((other) => wild(other) === wild(first)))
        expect(await owned(names)).toEqual(['@head', ...rest.map(() => '@hr')])
      }),
      { numRuns: runs(300, 40) },
    )
  })
})
