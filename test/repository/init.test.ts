import { symlinkSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { rollbook } from '../support/command.ts'
import { readFiles, removeTemporaryFolders, temporaryFolder, writeFiles } from '../support/files.ts'

const ACTIONS = `example-org/rollbook@${'0123456789'.repeat(4)}`
let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterAll(removeTemporaryFolders)

const init = (...args: string[]) => rollbook(['init', '--actions', ACTIONS, ...args], { cwd: folder })

describe('an empty folder', () => {
  test('becomes a repository whose files are valid, and nothing in it is left blank', async () => {
    expect((await init('--admins', 'example-org/admins')).code).toBe(0)
    const files = await readFiles(folder)
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '.github/CODEOWNERS',
        '.github/ISSUE_TEMPLATE/joiner.yml',
        '.github/pull_request_template.md',
        '.github/rollbook-owners.yaml',
        '.github/workflows/apply.yml',
        '.github/workflows/drift.yml',
        '.github/workflows/form.yml',
        '.github/workflows/plan.yml',
        '.github/workflows/validate.yml',
        '.gitignore',
        '.vscode/extensions.json',
        '.vscode/settings.json',
        'directory/rollbook.yaml',
        'directory/.rollbook/schema/person.schema.json',
      ]),
    )
    for (const [path, text] of Object.entries(files)) expect(`${path}\n${text}`).not.toMatch(/__[A-Z]+__/)
    expect((await rollbook(['validate'], { cwd: folder })).code).toBe(0)
    expect((await rollbook(['codeowners', '--check'], { cwd: folder })).code).toBe(0)
  })

  test('holds nobody: whoever merges it as it is changes nothing in DingTalk', async () => {
    await init()
    const { stdout } = await rollbook(['validate', '--lang', 'en'], { cwd: folder })
    expect(stdout).toContain('0 departments, 0 people, 0 roles')
  })

  test('that does not exist is made, and another company folder stands in every file', async () => {
    await init('新仓库', '-d', 'corps/二厂')
    const files = await readFiles(join(folder, '新仓库'))
    expect(files['corps/二厂/rollbook.yaml']).toContain('version: 1')
    expect(files['.github/workflows/apply.yml']).toContain('directory: [corps/二厂]')
    expect(files['.vscode/settings.json']).toContain('"corps/二厂/roles/*.yaml"')
  })

  test('without administrators gets no CODEOWNERS, and is told how to get one', async () => {
    const { stderr } = await init()
    expect(stderr).toContain('--admins')
    expect(Object.keys(await readFiles(folder))).not.toContain('.github/CODEOWNERS')
  })
})

describe('what is there already', () => {
  test('is the same after a second run, byte for byte', async () => {
    await init('--admins', 'example-org/admins')
    const before = await readFiles(folder)
    const { code, stdout } = await init('--admins', 'example-org/admins')
    expect([code, stdout]).toEqual([0, expect.stringContaining('0 files are new')])
    expect(await readFiles(folder)).toEqual(before)
  })

  test('stays, and how ours differs is said', async () => {
    await writeFiles(folder, { '.gitignore': 'node_modules/\n', '.github/workflows/plan.yml': 'name: ours\n' })
    const { code, stdout } = await init()
    expect(code).toBe(0)
    expect(stdout).toContain('-node_modules/')
    expect(stdout).toContain('+.rollbook/')
    expect(stdout).toContain('2 were there with other contents')
    expect(await readFile(join(folder, '.github/workflows/plan.yml'), 'utf8')).toBe('name: ours\n')
  })

  test('as a company folder is not touched, and its heads get into CODEOWNERS', async () => {
    await writeFiles(folder, {
      'directory/departments/研发部/department.yaml': 'managers: [lilei]\n',
      'directory/departments/研发部/lilei.yaml': 'userid: lilei\nname: 李雷\n',
      '.github/rollbook-owners.yaml': 'admins: example-org/admins\nlogins: {lilei: octo-li}\n',
    })
    await init()
    const files = await readFiles(folder)
    const ours = Object.keys(files).filter((path) => path.startsWith('directory/') && !path.includes('/.rollbook/'))
    expect(ours).toEqual(['directory/departments/研发部/department.yaml', 'directory/departments/研发部/lilei.yaml'])
    expect(files['.github/CODEOWNERS']).toContain('/directory/departments/研发部/ @octo-li\n')
  })

  test('as a company folder with mistakes is left without CODEOWNERS, and that is said', async () => {
    await writeFiles(folder, { 'directory/departments/研发部/department.yaml': 'managers: [nobody]\n' })
    const { code, stderr } = await init('--admins', 'example-org/admins')
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('CODEOWNERS was not written: the files have 1 problems'),
    ])
  })

  test('as a link that leads elsewhere is not followed', async () => {
    const elsewhere = await temporaryFolder()
    symlinkSync(elsewhere, join(folder, '.github'))
    await mkdir(join(folder, '.gitignore'))
    const { code, stdout } = await init('--admins', 'example-org/admins')
    expect([code, stdout]).toEqual([0, expect.stringContaining('a link, or something else')])
    expect(await readFiles(elsewhere)).toEqual({})
  })
})

test.each([
  ['no actions', ['init'], '--actions'],
  ['actions that are not pinned', ['init', '--actions', 'example-org/rollbook@v1'], '--actions'],
  ['actions with a line break', ['init', '--actions', `${ACTIONS}\nx`], '--actions'],
  ['a company folder outside', ['init', '--actions', ACTIONS, '-d', '../x'], '"../x"'],
  ['a company folder that a shell would take apart', ['init', '--actions', ACTIONS, '-d', 'a b'], '"a b"'],
  ['administrators that GitHub does not have', ['init', '--actions', ACTIONS, '--admins', '@a b'], '"@a b"'],
])('%s is wrong usage, and nothing is written', async (_, args, said) => {
  const { code, stderr } = await rollbook(args, { cwd: folder })
  expect([code, stderr]).toEqual([64, expect.stringContaining(said)])
  expect(await readFiles(folder)).toEqual({})
})
