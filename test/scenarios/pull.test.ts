import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { type Company, startCompany } from '../support/company.ts'
import { type FileTree, readFiles, removeTemporaryFolders } from '../support/files.ts'
import { pulled } from '../support/pulled.ts'
import { keeper } from '../support/sealed.ts'

/** Taking over into the files what was changed in DingTalk's console, against the emulator. */

afterAll(removeTemporaryFolders)

const files: FileTree = {
  'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'departments/boss.yaml': '# the owner\nuserid: boss\nname: 陈总\nmobile: "10000000001"\n',
  'departments/研发部/department.yaml': '# heads\nmanagers: [lilei]   # since 2020\norder: 10\n',
  'departments/研发部/people.yaml': [
    '# everybody of 研发部',
    '',
    '- userid: lilei  # head',
    "  name: '李雷'",
    '  mobile: "10000000002"',
    '  title: 工程师   # grade 3',
    '  also:',
    '    # helps out',
    '    - 市场部',
    '',
    '# joined in spring',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", manager_userid: lilei}',
    '',
  ].join('\n'),
  'departments/研发部/notes.md': 'notes\n',
  'departments/研发部/后端组/people.yaml': '- userid: zhaoqiang\n  name: 赵强\n  mobile: "10000000004"\n',
  'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10000000005"}\n',
  'departments/财务部/department.yaml': 'order: 40\n',
  'roles/岗位.yaml':
    'roles:\n  # counts\n  - name: 会计\n    members: [hanmeimei]\n  - name: 出纳\n    members:\n      - zhoujie   # for now\n',
}

async function applied(tree: FileTree = files): Promise<Company> {
  const company = await startCompany({ files: tree })
  onTestFinished(company.close)
  expect((await company.apply()).end).toBe('done')
  return company
}

const idOf = (company: Company, name: string) =>
  company.emulator.snapshot().departments.find((each) => each.name === name)?.dept_id ?? 0
const edited = (before: FileTree, after: FileTree) =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((path) => before[path] !== after[path] && !path.includes('.rollbook/'))
      .map((path) => [path, after[path] ?? null]),
  )

async function expectEmptyPlan(company: Company) {
  const { plan } = await company.plan()
  expect(plan.changes.map(({ action, ref, patch }) => ({ action, ref, patch }))).toEqual([])
}

test('changed fields are changed in their lines, and nothing else is', async () => {
  const company = await applied()
  const before = await readFiles(company.folder)
  const { emulator } = company
  emulator.console('updateUser', { userid: 'lilei', title: '架构师: 平台' })
  emulator.console('updateUser', { userid: 'hanmeimei', name: '韩梅' })
  emulator.console('updateDepartment', {
    dept_id: idOf(company, '研发部'),
    dept_manager_userid_list: ['lilei', 'hanmeimei'],
  })
  const report = await pulled(company)
  expect(report.notTaken).toEqual([])
  const after = await readFiles(company.folder)
  expect(edited(before, after)).toEqual({
    'departments/研发部/department.yaml': '# heads\nmanagers: [lilei, hanmeimei]   # since 2020\norder: 10\n',
    'departments/研发部/people.yaml': before['departments/研发部/people.yaml']
      ?.replace('工程师 ', '"架构师: 平台" ')
      .replace('韩梅梅', '韩梅'),
  })
  await expectEmptyPlan(company)
})

test('somebody moved, left, or was renamed with the whole department', async () => {
  const company = await applied()
  const before = await readFiles(company.folder)
  const { emulator } = company
  emulator.console('updateUser', { userid: 'hanmeimei', dept_id_list: [idOf(company, '市场部')] })
  emulator.console('updateDepartment', { dept_id: idOf(company, '研发部'), name: '技术部' })
  emulator.console('updateDepartment', { dept_id: idOf(company, '后端组'), parent_id: idOf(company, '财务部') })
  emulator.console('deleteUser', { userid: 'boss' })
  const report = await pulled(company)
  expect(report.notTaken).toEqual([])
  const after = await readFiles(company.folder)
  expect(edited(before, after)).toMatchInlineSnapshot(`
    {
      "departments/boss.yaml": null,
      "departments/市场部/people.yaml": "- {userid: zhoujie, name: 周杰, mobile: "10000000005"}

    # joined in spring
    - {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", manager_userid: lilei}
    ",
      "departments/技术部/department.yaml": "# heads
    managers: [lilei]   # since 2020
    key: 研发部
    order: 10
    ",
      "departments/技术部/notes.md": "notes
    ",
      "departments/技术部/people.yaml": "# everybody of 研发部

    - userid: lilei  # head
      name: '李雷'
      mobile: "10000000002"
      title: 工程师   # grade 3
      also:
        # helps out
        - 市场部
    ",
      "departments/研发部/department.yaml": null,
      "departments/研发部/notes.md": null,
      "departments/研发部/people.yaml": null,
      "departments/研发部/后端组/people.yaml": null,
      "departments/财务部/后端组/department.yaml": "key: 研发部/后端组
    ",
      "departments/财务部/后端组/people.yaml": "- userid: zhaoqiang
      name: 赵强
      mobile: "10000000004"
    ",
    }
  `)
  await expectEmptyPlan(company)
})

async function sealedCompany() {
  const { recipient, secrets, seal } = await keeper()
  const text = await seal('zhaoqiang', 'email', 'zhao@example.com', 'dingcorp0001')
  const people = `- userid: zhaoqiang\n  name: 赵强\n  mobile: "10000000004"\n  email: ${text}   # sealed\n`
  const company = await startCompany({
    files: { ...files, 'departments/研发部/后端组/people.yaml': people, '.recipients': `${recipient}\n` },
  })
  onTestFinished(company.close)
  expect((await company.apply({ secrets })).end).toBe('done')
  company.emulator.console('updateUser', { userid: 'zhaoqiang', email: 'qiang@example.com' })
  return { company, secrets, people }
}

test('a sealed value is sealed anew, never in clear, and an apply that opens it has nothing to write', async () => {
  const { company, secrets, people } = await sealedCompany()
  expect((await pulled(company)).notTaken).toEqual([])
  const now = (await readFiles(company.folder))['departments/研发部/后端组/people.yaml'] ?? ''
  expect(now.replace(/age:\S+/, '')).toBe(people.replace(/age:\S+/, ''))
  expect(now).not.toBe(people)
  expect(now).not.toContain('qiang@')
  const held = company.emulator.snapshot()
  expect((await company.apply({ secrets })).end).toBe('done')
  expect(company.emulator.snapshot()).toEqual(held)
  await expectEmptyPlan(company)
})

test('with nobody to seal for, a sealed value is left and said, and everything else is taken', async () => {
  const { company, people } = await sealedCompany()
  await rm(join(company.folder, '.recipients'))
  company.emulator.console('updateUser', { userid: 'lilei', title: 'x' })
  const { notTaken, taken } = await pulled(company)
  expect(notTaken).toEqual([{ ref: { kind: 'user', key: 'zhaoqiang' }, field: 'email', why: 'no-recipients' }])
  expect(taken.map(({ ref }) => ref.key)).toEqual(['lilei'])
  expect((await readFiles(company.folder))['departments/研发部/后端组/people.yaml']).toBe(people)
})

test('a folder with notes in it stays, and so does what it says; everything else is taken', async () => {
  const company = await applied()
  const { emulator } = company
  const [market, research] = [idOf(company, '市场部'), idOf(company, '研发部')]
  await company.edit({ 'departments/市场部/notes.md': 'plans\n' })
  emulator.console('updateUser', { userid: 'lilei', dept_id_list: [research], title: 'x' })
  emulator.console('updateUser', { userid: 'zhoujie', dept_id_list: [research] })
  emulator.console('deleteDepartment', { dept_id: market })
  const report = await pulled(company)
  expect(report.notTaken).toEqual([{ ref: { kind: 'department', key: '市场部' }, why: 'not-empty' }])
  const files = await readFiles(company.folder)
  expect(files['departments/市场部/notes.md']).toBe('plans\n')
  expect(files['departments/研发部/people.yaml']).toMatch(/zhoujie/)
})

test('a renamed role and one with another member keep their comments', async () => {
  const company = await applied()
  const roles = company.emulator.snapshot().roles
  const [accountant, cashier] = ['会计', '出纳'].map((name) => roles.find((role) => role.name === name)?.id ?? 0)
  company.emulator.console('updateRole', { roleId: accountant ?? 0, roleName: '主办会计' })
  company.emulator.console('addRolesForEmployees', { roleIds: [cashier ?? 0], userIds: ['lilei'] })
  expect((await pulled(company)).notTaken).toEqual([])
  expect((await readFiles(company.folder))['roles/岗位.yaml']).toBe(
    'roles:\n  # counts\n  - name: 主办会计\n    members: [hanmeimei]\n  - name: 出纳\n    members:\n      - zhoujie   # for now\n      - lilei\n',
  )
  await expectEmptyPlan(company)
})

test('taking only a leaver whom other files still name is left out with such a line, and writes nothing', async () => {
  const company = await applied()
  const before = await readFiles(company.folder)
  company.emulator.console('deleteUser', { userid: 'lilei' })
  const report = await pulled(company, { only: ['user:lilei'] })
  expect(report.notTaken).toMatchObject([
    {
      ref: { kind: 'user', key: 'lilei' },
      why: 'invalid',
      problem: { code: 'unknown-person', file: 'departments/研发部/department.yaml', line: 2 },
    },
  ])
  expect(edited(before, await readFiles(company.folder))).toEqual({})
  expect((await pulled(company)).notTaken).toEqual([])
  await expectEmptyPlan(company)
})

test('a file written in an unusual way is left to its author, and what is in the others is taken', async () => {
  const company = await applied({
    ...files,
    'departments/市场部/people.yaml':
      '[{userid: zhoujie, name: 周杰, mobile: "10000000005"}, # first\n {userid: wumin, name: 吴敏, mobile: "10000000006"}]\n',
  })
  company.emulator.console('deleteUser', { userid: 'wumin' })
  company.emulator.console('updateUser', { userid: 'lilei', title: 'x' })
  const report = await pulled(company)
  expect(report.notTaken).toEqual([{ ref: { kind: 'user', key: 'wumin' }, why: 'by-hand' }])
  expect(report.taken.map(({ ref }) => ref.key)).toEqual(['lilei'])
})
