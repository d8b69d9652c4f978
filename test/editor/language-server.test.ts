import { cpSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSchemas } from '../../src/commands/schema.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { type LanguageServer, startLanguageServer } from '../support/language-server.ts'

/**
 * The schemas in the real language server, which is a process of its own and talks as editors do, with the settings from
 * docs/editors.md: what is offered, explained and marked.
 */
const root = join(import.meta.dirname, '../..')
const PLATFORM = 'directory/departments/研发中心/平台部'

async function repository(): Promise<string> {
  const folder = await temporaryFolder()
  cpSync(join(root, 'directory'), join(folder, 'directory'), { recursive: true })
  await mkdir(join(folder, 'directory/approvals'))
  return folder
}

/** Settings as the page gives them; no server asks the internet for more schemas. */
async function settingsOfPage(): Promise<{ 'yaml.schemas': { [schema: string]: string[] } }> {
  const page = await readFile(join(root, 'docs/editors.md'), 'utf8')
  const settings = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
  return { ...settings, 'yaml.schemaStore.enable': false }
}

afterAll(removeTemporaryFolders)

describe('with the schemas of this directory', () => {
  let server: LanguageServer
  const offered = async (file: string, text: string, line: number, column: number) => {
    await server.open(file, text)
    return server.complete(file, line, column)
  }
  const labels = (offers: readonly { label: string }[]) => offers.map(({ label }) => label)

  beforeAll(async () => {
    const folder = await repository()
    await writeSchemas({ directory: join(folder, 'directory') })
    server = await startLanguageServer(folder, await settingsOfPage())
  })
  afterAll(() => server.close())

  test('also offers the departments, with the path of their names', async () => {
    const offers = await offered(`${PLATFORM}/a.yaml`, 'userid: a\nalso:\n  - \n', 3, 5)
    expect(labels(offers)).toEqual(expect.arrayContaining(['研发中心/平台部', 'quality', '财务部']))
    expect(offers.find(({ label }) => label === 'quality')?.documentation).toMatch('研发中心 / 质量部')
  })

  test('the department of an entry of also is offered too', async () => {
    const offers = await offered(`${PLATFORM}/b.yaml`, 'userid: b\nalso:\n  - department: \n', 3, 17)
    expect(labels(offers)).toEqual(expect.arrayContaining(['研发中心/平台部', '市场销售部/华东大区']))
  })

  test('manager_userid offers people, and says who they are', async () => {
    const offers = await offered(`${PLATFORM}/c.yaml`, 'userid: c\nmanager_userid: \n', 2, 17)
    expect(labels(offers)).toContain('shenguoan')
    expect(offers.find(({ label }) => label === 'hejingyi')?.documentation).toMatch('何静怡 · 人力行政部')
  })

  test('in a list of people who stand in one file, too', async () => {
    const offers = await offered(`${PLATFORM}/d.yaml`, '- userid: d\n  manager_userid: \n', 2, 19)
    expect(labels(offers)).toContain('shenguoan')
  })

  test('managers of a department offer people', async () => {
    const offers = await offered(`${PLATFORM}/新部门/department.yaml`, 'managers:\n  - \n', 2, 5)
    expect(labels(offers)).toContain('linhaoran')
  })

  test('the members of a role are offered, and the departments of their scope', async () => {
    const text =
      'roles:\n  - name: x\n    members:\n      - \n      - userid: linhaoran\n        scope:\n          - \n'
    const file = 'directory/roles/新角色.yaml'
    expect(labels(await offered(file, text, 4, 9))).toContain('hejingyi')
    expect(labels(await server.complete(file, 7, 13))).toContain('人力行政部')
  })

  test('an approval is offered the roles as group and role', async () => {
    const text = 'approves:\n  - refusal: limit-exceeded\n    roles:\n      - \n'
    const offers = await offered('directory/approvals/x.yaml', text, 4, 9)
    expect(labels(offers)).toEqual(expect.arrayContaining(['岗位/招聘负责人', '职务等级/高管']))
  })

  test('the settings are offered whom to protect', async () => {
    const text = 'protected:\n  users:\n    - \n  departments:\n    - \n'
    expect(labels(await offered('directory/rollbook.yaml', text, 3, 7))).toContain('shenguoan')
    expect(labels(await server.complete('directory/rollbook.yaml', 5, 7))).toContain('总经办')
  })

  test('whoever is not in the lists is not marked, be it text or digits', async () => {
    const text = 'userid: e\nname: 新人\nmanager_userid: 20251121\nalso: [还没有的部门]\n'
    expect(await server.open(`${PLATFORM}/e.yaml`, text)).toEqual([])
  })

  test('the example company is free of marks, file by file', async () => {
    for (const file of [
      `${PLATFORM}/linhaoran.yaml`,
      `${PLATFORM}/存储组/people.yaml`,
      `${PLATFORM}/department.yaml`,
      'directory/departments/shenguoan.yaml',
      'directory/roles/职务等级.yaml',
    ])
      expect([file, await server.open(file)]).toEqual([file, []])
  })
})

describe.each(['of this directory', 'that are published'])('with the schemas %s', (which) => {
  let server: LanguageServer
  beforeAll(async () => {
    const folder = await repository()
    const settings = await settingsOfPage()
    if (which === 'of this directory') await writeSchemas({ directory: join(folder, 'directory') })
    else
      settings['yaml.schemas'] = Object.fromEntries(
        Object.entries(settings['yaml.schemas']).map(([schema, files]) => [
          schema.replace('./directory/.rollbook/', `${root}/`),
          files,
        ]),
      )
    server = await startLanguageServer(folder, settings)
  })
  afterAll(() => server.close())

  test.each([
    ['a person', `${PLATFORM}/f.yaml`, 'userid: f\njob_nubmer: "007"\n', 'job_nubmer'],
    ['one of several people', `${PLATFORM}/g.yaml`, '- userid: g\n  job_nubmer: "007"\n', 'job_nubmer'],
    ['a department', `${PLATFORM}/某组/department.yaml`, 'name: 某组\nmanager: [a]\n', 'manager'],
    ['a role', 'directory/roles/某组.yaml', 'roles:\n  - nmae: x\n', 'nmae'],
    ['the settings', 'directory/rollbook.yaml', 'version: 1\nprotect: {}\n', 'protect'],
    ['the file of owners', '.github/rollbook-owners.yaml', 'admins: a/b\nlogin: {}\n', 'login'],
  ])('a misspelt field of %s is marked at its place', async (_, file, text, field) => {
    const marks = await server.open(file, text)
    const line = text.split('\n').findIndex((row) => row.includes(field)) + 1
    const column = (text.split('\n')[line - 1] ?? '').indexOf(field) + 1
    expect(marks).toContainEqual({ line, column, message: expect.stringContaining(field) })
  })

  test.each([
    [
      'a person',
      `${PLATFORM}/h.yaml`,
      'userid: h\nmanager_userid: hejingyi\n',
      2,
      ['直属主管的 userid', 'Userid of the direct manager'],
    ],
    [
      'a person among several',
      `${PLATFORM}/i.yaml`,
      '- userid: i\n  work_place: 杭州\n',
      2,
      ['办公地点', 'work place'],
    ],
    [
      'a department',
      `${PLATFORM}/x/department.yaml`,
      'name: 某组\nhide_dept: true\n',
      2,
      ['在通讯录中隐藏本部门', 'Hide the department'],
    ],
    [
      'a role',
      'directory/roles/h.yaml',
      'roles:\n  - name: x\n    members: [hejingyi]\n',
      3,
      ['完整的成员名单', 'whole list of members'],
    ],
    [
      'the settings',
      'directory/rollbook.yaml',
      'corp: dingcorp0001\nlanguage: zh\n',
      2,
      ['变更预览用哪种语言', 'Language of plans'],
    ],
  ] as const)('resting on a field of %s explains it in both languages', async (_, file, text, line, said) => {
    await server.open(file, text)
    const shown = await server.hover(file, line, 6)
    for (const part of said) expect(shown.replaceAll('\\', '').toLowerCase()).toContain(part.toLowerCase())
  })
})
