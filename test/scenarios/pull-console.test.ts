import { afterAll, expect, onTestFinished, test } from 'vitest'
import { type Company, startCompany } from '../support/company.ts'
import { type FileTree, readFiles, removeTemporaryFolders } from '../support/files.ts'
import { pulled } from '../support/pulled.ts'

/** What the property of pulls found once, each as an example. */

afterAll(removeTemporaryFolders)

const settings = { 'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n' }

async function applied(files: FileTree): Promise<Company> {
  const company = await startCompany({ files: { ...settings, ...files } })
  onTestFinished(company.close)
  expect((await company.apply()).end).toBe('done')
  return company
}

test('a role that was founded in a group whose name begins with # is taken in', async () => {
  const company = await applied({ 'roles/组.yaml': 'group: "#1 组"\nroles: [{name: 会计}]\n' })
  const groupId = company.emulator.snapshot().groups.find(({ name }) => name === '#1 组')?.id ?? 0
  company.emulator.console('createRole', { groupId, roleName: '出纳' })
  const report = await pulled(company, { adopt: true })
  expect(report.notTaken).toEqual([])
  expect((await readFiles(company.folder))['roles/组.yaml']).toContain('出纳')
})

test('somebody who moves and leaves the last of several further departments takes a shorter entry along', async () => {
  const company = await applied({
    'departments/甲/people.yaml':
      '- userid: an\n  name: 安\n  mobile: "10000000001"\n- userid: bo\n  name: 博\n  mobile: "10000000002"\n  also:\n    - 乙\n    - 丙\n',
    'departments/乙/department.yaml': 'order: 10\n',
    'departments/丙/department.yaml': 'order: 20\n',
    'departments/丁/people.yaml': '- userid: chu\n  name: 楚\n  mobile: "10000000003"\n',
  })
  const idOf = (name: string) =>
    company.emulator.snapshot().departments.find((each) => each.name === name)?.dept_id ?? 0
  company.emulator.console('updateUser', { userid: 'bo', dept_id_list: [idOf('丁'), idOf('乙')] })
  const report = await pulled(company)
  expect(report.notTaken).toEqual([])
  const files = await readFiles(company.folder)
  expect(
    Object.entries(files).flatMap(([path, text]) =>
      text.includes('bo') && path.startsWith('departments/') ? [[path, text]] : [],
    ),
  ).toMatchInlineSnapshot(`
    [
      [
        "departments/丁/people.yaml",
        "- userid: chu
      name: 楚
      mobile: "10000000003"

    - userid: bo
      name: 博
      mobile: "10000000002"
      also:
        - 乙
    ",
      ],
    ]
  `)
})

test('a department that has the name of something in JavaScript is a department', async () => {
  const company = await applied({
    'departments/an.yaml': '{userid: an, name: 安, mobile: "10000000001"}\n',
    'departments/prototype/department.yaml': 'order: 10\n',
  })
  const { departments } = company.emulator.snapshot()
  const dept_id = departments.find(({ name }) => name === 'prototype')?.dept_id ?? 0
  company.emulator.console('updateDepartment', { dept_id, name: '007' })
  expect((await pulled(company)).notTaken).toEqual([])
  expect(Object.keys(await readFiles(company.folder))).toContain('departments/007/department.yaml')
})
