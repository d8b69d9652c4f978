import { afterAll, expect, onTestFinished, test } from 'vitest'
import { rebuild } from '../../src/commands/lock-rebuild.ts'
import { Client } from '../../src/dingtalk/client.ts'
import { type Company, startCompany } from '../support/company.ts'
import { type FileTree, readFiles, removeTemporaryFolders } from '../support/files.ts'
import { pulled } from '../support/pulled.ts'

/** Names that departments and roles exchange or hand on in the console, taken over into the files. */

afterAll(removeTemporaryFolders)

const files: FileTree = {
  'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'departments/甲/people.yaml': '- {userid: jia, name: 甲一, mobile: "10000000001"}\n',
  'departments/乙/people.yaml': '- {userid: yi, name: 乙一, mobile: "10000000002"}\n',
  'departments/丙/people.yaml': '- {userid: bing, name: 丙一, mobile: "10000000003"}\n',
  'roles/岗位.yaml': [
    'roles:',
    '  - name: 会计 # counts',
    '    members: [jia]',
    '  - name: 出纳',
    '    members: [yi]',
    '  - name: 司机',
    '    members: [bing]',
    '',
  ].join('\n'),
}

async function applied(more: FileTree = {}): Promise<Company> {
  const company = await startCompany({ files: { ...files, ...more } })
  onTestFinished(company.close)
  expect((await company.apply()).end).toBe('done')
  return company
}

/** Renames in the console, one name to another at a time: through a name that nobody has. */
function renamed({ emulator }: Company, kind: 'department' | 'role', names: Readonly<Record<string, string>>) {
  const { departments, roles } = emulator.snapshot()
  const idOf = (name: string) =>
    kind === 'role'
      ? (roles.find((each) => each.name === name)?.id ?? 0)
      : (departments.find((each) => each.name === name)?.dept_id ?? 0)
  const rename = (id: number, name: string) =>
    kind === 'role'
      ? emulator.console('updateRole', { roleId: id, roleName: name })
      : emulator.console('updateDepartment', { dept_id: id, name })
  const ids = Object.entries(names).map(([from, to]) => [idOf(from), to] as const)
  for (const [id] of ids) rename(id, `x${id}`)
  for (const [id, to] of ids) rename(id, to)
}

async function expectEmptyPlan(company: Company) {
  const { plan } = await company.plan()
  expect(plan.refusals).toEqual([])
  expect(plan.changes.map(({ action, ref, patch }) => ({ action, ref, patch }))).toEqual([])
}

test.each([
  ['two departments exchange their names', 'department', { 甲: '乙', 乙: '甲' }],
  ['three departments hand their names round', 'department', { 甲: '乙', 乙: '丙', 丙: '甲' }],
  ['a department takes the name that another one gave up', 'department', { 甲: '乙', 乙: '丁' }],
  ['a role takes the name that another one gave up', 'role', { 会计: '出纳', 出纳: '保安' }],
  ['three roles hand their names on', 'role', { 会计: '出纳', 出纳: '司机', 司机: '保安' }],
] as const)('%s', async (_, kind, names) => {
  const company = await applied()
  renamed(company, kind, names)
  const report = await pulled(company)
  expect(report.notTaken).toEqual([])
  await expectEmptyPlan(company)
})

test('of roles, what tells them apart is their former name, and their comments stay', async () => {
  const company = await applied()
  renamed(company, 'role', { 会计: '出纳', 出纳: '保安' })
  await pulled(company)
  expect((await readFiles(company.folder))['roles/岗位.yaml']).toBe(
    [
      'roles:',
      '  - name: 出纳 # counts',
      '    previously:',
      '      - 会计',
      '    members: [jia]',
      '  - name: 保安',
      '    previously:',
      '      - 出纳',
      '    members: [yi]',
      '  - name: 司机',
      '    members: [bing]',
      '',
    ].join('\n'),
  )
  const held = company.emulator.snapshot()
  expect((await company.apply()).end).toBe('done')
  expect(company.emulator.snapshot()).toEqual(held)
  await expectEmptyPlan(company)
})

test('a new role under a name that another one gave up is another role', async () => {
  const company = await applied()
  renamed(company, 'role', { 会计: '保安' })
  const { groups } = company.emulator.snapshot()
  company.emulator.console('createRole', {
    groupId: groups.find(({ name }) => name === '岗位')?.id ?? 0,
    roleName: '会计',
  })
  const report = await pulled(company, { adopt: true })
  expect(report.notTaken).toEqual([])
  expect((await readFiles(company.folder))['roles/岗位.yaml']).toMatch(/name: 保安[^-]+previously:\n {6}- 会计\n/)
  await expectEmptyPlan(company)
})

test('roles that exchanged their names stay as they are, everything else is taken, and a rebuilt lock settles it', async () => {
  const company = await applied()
  renamed(company, 'role', { 会计: '出纳', 出纳: '会计' })
  company.emulator.console('updateUser', { userid: 'jia', name: '甲二' })
  const before = await readFiles(company.folder)
  const report = await pulled(company)
  expect(report.notTaken.map(({ ref, why }) => [ref.key, why])).toEqual([
    ['岗位/会计', 'exchanged'],
    ['岗位/出纳', 'exchanged'],
  ])
  expect(report.taken.map(({ ref }) => ref.key)).toEqual(['jia'])
  expect((await readFiles(company.folder))['roles/岗位.yaml']).toBe(before['roles/岗位.yaml'])

  const { oapiUrl, apiUrl, clientId, clientSecret } = company.emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  onTestFinished(() => client.close())
  const input = { directory: company.folder, client, credential: { clientId, clientSecret } }
  await rebuild({ ...input, approve: async () => true, now: () => new Date() })
  expect((await pulled(company)).notTaken).toEqual([])
  await expectEmptyPlan(company)
})

test.each([['jia'], []])(
  'a department that a role names which stays out stays as well, whatever else is taken: %s',
  async (...others) => {
    const role = files['roles/岗位.yaml']?.replace('[jia]', '[{userid: jia, scope: [丁]}]') ?? ''
    const company = await applied({ 'departments/丁/department.yaml': 'order: 40\n', 'roles/岗位.yaml': role })
    renamed(company, 'role', { 会计: '出纳', 出纳: '会计' })
    const { departments } = company.emulator.snapshot()
    company.emulator.console('deleteDepartment', {
      dept_id: departments.find(({ name }) => name === '丁')?.dept_id ?? 0,
    })
    for (const userid of others) company.emulator.console('updateUser', { userid, name: '甲二' })
    const report = await pulled(company)
    expect(report.notTaken.map(({ ref, why, problem }) => [ref.key, why, problem?.file])).toEqual([
      ['岗位/会计', 'exchanged', undefined],
      ['岗位/出纳', 'exchanged', undefined],
      ['丁', 'invalid', 'roles/岗位.yaml'],
    ])
    expect(report.taken.map(({ ref }) => ref.key)).toEqual(others)
    expect((await readFiles(company.folder))['departments/丁/department.yaml']).toBe('order: 40\n')
  },
)

test('a name that another role cannot give up in the files is not taken there twice', async () => {
  const company = await applied()
  renamed(company, 'role', { 会计: '出纳', 出纳: 'x\ny' })
  company.emulator.console('updateUser', { userid: 'jia', name: '甲二' })
  const report = await pulled(company)
  expect(report.notTaken.map(({ ref, why, problem }) => [ref.key, why, problem?.code])).toEqual([
    ['岗位/出纳', 'not-allowed', undefined],
    ['岗位/会计', 'invalid', 'duplicate-name'],
  ])
  expect(report.taken.map(({ ref }) => ref.key)).toEqual(['jia'])
})
