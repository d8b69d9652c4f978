import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Company, startCompany } from '../support/company.ts'

/**
 * Every writable field of people and departments, on something that exists already: set, changed, left out (nothing
 * happens), and cleared where DingTalk has a way. After each step DingTalk holds the value and the next plan is empty.
 */

interface Case {
  readonly field: string
  /** YAML texts. */
  readonly first: string
  readonly second: string
  /** What DingTalk holds after each of them, under its own name for it; null where the emulator keeps nothing. */
  readonly holds: readonly [name: string, first: unknown, second: unknown] | null
  /** What it holds once cleared; left out where DingTalk documents no way. */
  readonly cleared?: unknown
  /** The YAML text that clears. */
  readonly clear?: string
}

let company: Company
beforeEach(async () => {
  company = await startCompany({ files: files('', '') })
  expect((await company.apply()).end).toBe('done')
})
afterEach(async () => company.close())

const files = (person: string, department: string) => ({
  'departments/研发部/department.yaml': `name: 研发部\n${department}`,
  'departments/市场部/department.yaml': 'name: 市场部\n',
  'departments/财务部/department.yaml': 'name: 财务部\n',
  'departments/研发部/people.yaml': [
    '- {userid: boss, name: 老板, mobile: "+86-10000000001"}',
    '- {userid: hanmei, name: 韩梅梅, mobile: "+86-10000000002"}',
    '- userid: lilei\n  name: 李雷\n  mobile: "+86-10000000003"\n',
  ]
    .join('\n')
    .concat(person),
})

const people: readonly Case[] = [
  { field: 'hide_mobile', first: 'true', second: 'false', holds: ['hide_mobile', true, false] },
  { field: 'telephone', first: '"8001"', second: '8002', holds: ['telephone', '8001', '8002'], cleared: '' },
  { field: 'job_number', first: '007', second: '"008"', holds: ['job_number', '007', '008'], cleared: '' },
  { field: 'title', first: '工程师', second: '架构师', holds: ['title', '工程师', '架构师'], cleared: '' },
  {
    field: 'email',
    first: 'a@example.com',
    second: 'b@example.com',
    holds: ['email', 'a@example.com', 'b@example.com'],
    cleared: '',
  },
  {
    field: 'org_email',
    first: 'a@corp.example',
    second: 'b@corp.example',
    holds: ['org_email', 'a@corp.example', 'b@corp.example'],
    cleared: '',
  },
  { field: 'org_email_type', first: 'profession', second: 'base', holds: ['org_email_type', 'profession', 'base'] },
  { field: 'work_place', first: '杭州', second: '上海', holds: ['work_place', '杭州', '上海'], cleared: '' },
  { field: 'remark', first: '实习', second: '转正', holds: ['remark', '实习', '转正'], cleared: '' },
  {
    field: 'extension',
    first: '{爱好: 旅游}',
    second: '{爱好: 读书, 工位: A1}',
    holds: ['extension', { 爱好: '旅游' }, { 爱好: '读书', 工位: 'A1' }],
    cleared: {},
  },
  { field: 'senior_mode', first: 'true', second: 'false', holds: ['senior', true, false] },
  {
    field: 'hired_date',
    first: '2021-03-01',
    second: '1646064000000',
    holds: ['hired_date', 1614528000000, 1646064000000],
  },
  {
    field: 'manager_userid',
    first: 'boss',
    second: 'hanmei',
    holds: ['manager_userid', 'boss', 'hanmei'],
    cleared: undefined,
    clear: 'null',
  },
]

const settings: readonly Case[] = [
  { field: 'order', first: '176322897889314512', second: '20', holds: ['order', '176322897889314512', '20'] },
  { field: 'hide_dept', first: 'true', second: 'false', holds: ['hide_dept', true, false] },
  { field: 'outer_dept', first: 'true', second: 'false', holds: ['outer_dept', true, false] },
  { field: 'outer_dept_only_self', first: 'true', second: 'false', holds: ['outer_dept_only_self', true, false] },
  { field: 'create_dept_group', first: 'true', second: 'false', holds: ['create_dept_group', true, false] },
  { field: 'auto_approve_apply', first: 'true', second: 'false', holds: ['auto_approve_apply', true, false] },
  { field: 'auto_add_user', first: 'true', second: 'false', holds: ['auto_add_user', true, false] },
  { field: 'group_contain_sub_dept', first: 'true', second: 'false', holds: ['group_contain_sub_dept', true, false] },
  {
    field: 'group_contain_outer_dept',
    first: 'true',
    second: 'false',
    holds: ['group_contain_outer_dept', true, false],
  },
  {
    field: 'group_contain_hidden_dept',
    first: 'true',
    second: 'false',
    holds: ['group_contain_hidden_dept', true, false],
  },
  { field: 'code', first: 'RD01', second: 'RD02', holds: ['code', 'RD01', 'RD02'], cleared: undefined, clear: 'null' },
  {
    field: 'brief',
    first: '做研发',
    second: '做平台',
    holds: ['brief', '做研发', '做平台'],
    cleared: undefined,
    clear: 'null',
  },
  {
    field: 'telephone',
    first: '"6001"',
    second: '"6002"',
    holds: ['telephone', '6001', '6002'],
    cleared: undefined,
    clear: 'null',
  },
  {
    field: 'managers',
    first: '[boss]',
    second: '[hanmei, boss]',
    holds: ['managers', ['boss'], ['boss', 'hanmei']],
    cleared: [],
    clear: '[]',
  },
  {
    field: 'org_dept_owner',
    first: 'boss',
    second: 'hanmei',
    holds: ['org_dept_owner', 'boss', 'hanmei'],
    cleared: undefined,
  },
]

/** Lists that mean something only while their flag is on, and that DingTalk shows only then. */
const permits: readonly Case[] = [
  {
    field: 'user_permits',
    first: '[boss]',
    second: '[hanmei, boss]',
    holds: ['user_permits', ['boss'], ['boss', 'hanmei']],
    cleared: [],
    clear: '[]',
  },
  {
    field: 'outer_permit_users',
    first: '[boss]',
    second: '[hanmei]',
    holds: ['outer_permit_users', ['boss'], ['hanmei']],
    cleared: [],
    clear: 'null',
  },
  { field: 'dept_permits', first: '[市场部]', second: '[财务部]', holds: null, cleared: [], clear: '[]' },
  { field: 'outer_permit_depts', first: '[市场部]', second: '[财务部, 市场部]', holds: null, cleared: [], clear: '[]' },
]

const person = () => company.emulator.snapshot().users.find(({ userid }) => userid === 'lilei')
const department = () => company.emulator.snapshot().departments.find(({ name }) => name === '研发部')
const inList = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value)

/** Applies, and asks that everything was written, that DingTalk holds it, and that nothing is left to do. */
async function settles(name: string | undefined, expected: unknown, read: () => object | undefined): Promise<void> {
  const applied = await company.apply()
  expect(
    applied.outcomes.map((outcome) => (outcome.status === 'failed' ? outcome.error.message : outcome.status)),
  ).toEqual(applied.outcomes.map(() => 'applied'))
  expect(applied.outcomes).toHaveLength(1)
  if (name !== undefined) expect(inList((read() as Record<string, unknown>)[name])).toEqual(expected)
  expect((await company.plan()).plan.changes).toEqual([])
}

async function walk(
  { field, first, second, holds, clear = 'null', ...rest }: Case,
  edit: (yaml: string) => object,
  read: () => object | undefined,
) {
  await company.edit(edit(`${field}: ${first}\n`) as Record<string, string>)
  await settles(holds?.[0], holds?.[1], read)
  await company.edit(edit(`${field}: ${second}\n`) as Record<string, string>)
  await settles(holds?.[0], holds?.[2], read)

  const before = company.emulator.snapshot()
  await company.edit(edit('') as Record<string, string>)
  expect((await company.apply()).outcomes).toEqual([])
  expect(company.emulator.snapshot()).toEqual(before)

  // What is stated again is ours again; then it is cleared. What DingTalk never shows is sent once more.
  await company.edit(edit(`${field}: ${second}\n`) as Record<string, string>)
  expect((await company.apply()).end).toBe('done')
  await company.edit(edit(`${field}: ${clear}\n`) as Record<string, string>)
  if ('cleared' in rest) await settles(holds?.[0], rest.cleared, read)
  else await expect(company.plan()).rejects.toMatchObject({ problems: [{ code: 'cannot-clear' }] })
}

test.each(people)('a person’s $field', (row) => walk(row, (yaml) => files(yaml === '' ? '' : `  ${yaml}`, ''), person))
test.each(settings)('a department’s $field', (row) => walk(row, (yaml) => files('', yaml), department))
test.each(permits)('a department’s $field, while it has an effect', (row) => {
  const flag = row.field.startsWith('outer_') ? 'outer_dept: true\n' : 'hide_dept: true\n'
  return company
    .edit(files('', flag))
    .then(() => company.apply())
    .then(() => walk(row, (yaml) => files('', flag + yaml), department))
})
test.each(permits)('a department’s $field, while it has none', (row) =>
  walk(row, (yaml) => files('', yaml), department),
)

describe('places of a person', () => {
  const also = (yaml: string) => files(`  also: ${yaml}\n`, '')
  const names = () => {
    const { departments, users } = company.emulator.snapshot()
    const name = (id: number) => departments.find(({ dept_id }) => dept_id === id)?.name
    return users.find(({ userid }) => userid === 'lilei')?.departments.map(name)
  }
  const membership = (name: string) => {
    const { departments, users } = company.emulator.snapshot()
    const id = departments.find((entry) => entry.name === name)?.dept_id
    return users.find(({ userid }) => userid === 'lilei')?.memberships[String(id)]
  }

  test('further departments are added, exchanged, left alone and taken away', async () => {
    await company.edit(also('[市场部]'))
    await settles(undefined, undefined, person)
    expect(names()).toEqual(['研发部', '市场部'])
    await company.edit(also('[财务部]'))
    await settles(undefined, undefined, person)
    expect(names()).toEqual(['研发部', '财务部'])
    await company.edit(files('', ''))
    expect((await company.apply()).outcomes).toEqual([])
    await company.edit(also('[]'))
    await settles(undefined, undefined, person)
    expect(names()).toEqual(['研发部'])
  })

  test('weight and title in each department are set and changed, and the other departments keep theirs', async () => {
    await company.edit(
      also(
        '\n    - {department: 市场部, title: 顾问, order: 176322897889314513}\n    - {department: 财务部, order: 7}',
      ),
    )
    await settles(undefined, undefined, person)
    expect(membership('市场部')).toMatchObject({ title: '顾问', order: '176322897889314513' })
    await company.edit(also('\n    - {department: 市场部, title: 总监, order: 5}\n    - 财务部'))
    await settles(undefined, undefined, person)
    expect(membership('市场部')).toMatchObject({ title: '总监', order: '5' })
    expect(membership('财务部')).toMatchObject({ order: '7' })
    await company.edit(files('  order: 176322897889314512\n  also: [市场部, 财务部]\n', ''))
    await settles(undefined, undefined, person)
    expect(membership('研发部')).toMatchObject({ order: '176322897889314512' })
    expect(membership('市场部')).toMatchObject({ title: '总监', order: '5' })
  })
})

describe.each(['omitted', 'root'] as const)(
  'scopes of a role member, where DingTalk shows the whole company as %s',
  (wholeScope) => {
    test('are set, changed, left alone and taken back to the whole company', async () => {
      await company.close()
      company = await startCompany({ files: files('', ''), emulator: { switches: { wholeScope } } })
      const role = (member: string) => ({
        'roles/岗位.yaml': `roles:\n  - name: 会计\n    members: [boss, ${member}]\n`,
      })
      await company.edit(role('{userid: lilei, scope: [市场部]}'))
      expect((await company.apply()).end).toBe('done')
      expect((await company.plan()).plan.changes).toEqual([])
      for (const member of [
        '{userid: lilei, scope: [财务部, 市场部]}',
        '{userid: lilei, scope: null}',
        '{userid: lilei, scope: [财务部]}',
      ]) {
        await company.edit(role(member))
        await settles(undefined, undefined, person)
      }
      await company.edit(role('lilei'))
      expect((await company.apply()).outcomes).toEqual([])
      await company.edit(role('{userid: lilei, scope: [/]}'))
      await settles(undefined, undefined, person)
      await company.edit({ 'roles/岗位.yaml': 'roles:\n  - name: 会计\n    members: [lilei]\n' })
      await settles(undefined, undefined, person)
    })
  },
)

describe('an account that the company owns', () => {
  const account = (fields: string) => ({
    'departments/财务部/people.yaml': `- userid: robot\n  name: 财务机器人\n  exclusive_account: true\n  exclusive_account_type: dingtalk\n${fields}`,
  })
  const robot = () => company.emulator.snapshot().users.find(({ userid }) => userid === 'robot')

  test('is made with its own fields, which are then set, changed and left alone', async () => {
    await company.edit(account('  login_id: robot01\n  init_password: Passw0rd123\n  nickname: 小财\n'))
    await settles(undefined, undefined, robot)
    expect(robot()).toMatchObject({ nickname: '小财', account: { type: 'dingtalk', login_id: 'robot01' } })
    const steps = [
      '  login_id: robot02\n  init_password: Passw0rd123\n  nickname: 小财\n',
      '  login_id: robot02\n  init_password: An0therOne456\n  nickname: 阿财\n',
      '  login_id: robot02\n  nickname: 阿财\n  exclusive_mobile: "+86-10000000077"\n',
      '  login_id: robot02\n  nickname: 阿财\n  exclusive_mobile: "+86-10000000078"\n  avatarMediaId: "@lADPabc"\n',
    ]
    for (const step of steps) {
      await company.edit(account(step))
      await settles(undefined, undefined, robot)
    }
    expect(robot()).toMatchObject({ nickname: '阿财', account: { login_id: 'robot02' } })
    await company.edit(account('  login_id: robot02\n'))
    expect((await company.apply()).outcomes).toEqual([])
    expect(await company.lock()).not.toMatch(/1000000007|Passw0rd|An0ther/)
  })
})
