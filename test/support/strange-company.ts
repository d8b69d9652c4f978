import fc from 'fast-check'
import type { Emulator } from '../../src/emulator/server.ts'

/** What a living company looks like to somebody who imports it: nobody ever thought of files. */
export interface StrangeCompany {
  readonly departments: readonly { readonly name: string; readonly parent: number; readonly order?: bigint }[]
  readonly people: readonly StrangePerson[]
  readonly groups: readonly { readonly name: string; readonly roles: readonly StrangeRole[] }[]
}

interface StrangePerson {
  readonly name: string
  readonly departments: readonly number[]
  readonly manager?: number
  readonly fields: { readonly [field: string]: unknown }
}

interface StrangeRole {
  readonly name: string
  readonly members: readonly { readonly person: number; readonly scope: readonly number[] }[]
}

/** Names that a file system, YAML, git or we ourselves could take for something else. */
const NAMES = [
  '研发部',
  '研发/平台',
  'a:b',
  '销售<华东>',
  'CON',
  'aux.x',
  'Sales',
  'sales',
  'SALES',
  '结尾点.',
  '.git',
  '..',
  '#1 组',
  '~',
  'null',
  'true',
  '0123',
  '1e3',
  '.隐藏',
  'NUL',
  'com1.txt',
  'a.',
  '长'.repeat(64),
  'people.yaml',
  'department.yaml',
  'README',
  'é',
  'e\u0301',
  '部门 a',
  '- x',
  '? y',
  '"quoted"',
  "it's",
  '&anchor',
  '*alias',
  '{a: b}',
  '[a]',
  '@all',
  '`code`',
  '%TAG',
  '<<',
  'constructor',
  '__proto__',
  '长'.repeat(60),
  'a  b',
  '😀 组',
]
const name = fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[\u4e00-\u9fffA-Za-z0-9#@'":,.()（）·+-]{1,20}$/))
/** Texts that YAML could take for something else. */
export const strangeText = fc.oneof(
  name,
  fc.constantFrom('007', '1_000', '2021-03-01', '=1+1', 'a # b', 'a: b', 'x\ny', ' lead', 'trail '),
)
/** What the contract allows in the name of a department: no hyphen and no comma. */
const departmentName = name.map((text) => text.replace(/[-,，]/g, '·'))
const index = fc.nat(1000)

/** A company that DingTalk would hold, as far as the emulator takes it: what it refuses is not built. */
export const strangeCompany: fc.Arbitrary<StrangeCompany> = fc.record({
  departments: fc.array(
    fc.record(
      { name: departmentName, parent: index, order: fc.bigInt({ min: 0n, max: 2n ** 40n }) },
      { requiredKeys: ['name', 'parent'] },
    ),
    { maxLength: 12 },
  ),
  people: fc.array(
    fc.record(
      {
        name,
        departments: fc.array(index, { minLength: 1, maxLength: 3 }),
        manager: index,
        fields: fc.record(
          {
            title: strangeText,
            job_number: strangeText,
            work_place: strangeText,
            remark: strangeText,
            hide_mobile: fc.boolean(),
            senior_mode: fc.boolean(),
            hired_date: fc.integer({ min: 1, max: 2_000_000 }).map((hours) => hours * 3_600_000),
            extension: fc.dictionary(fc.constantFrom('工位', '爱好', 'a b'), strangeText, { maxKeys: 2 }),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['name', 'departments', 'fields'] },
    ),
    { maxLength: 12 },
  ),
  groups: fc.array(
    fc.record({
      name,
      roles: fc.array(
        fc.record({
          name,
          members: fc.array(fc.record({ person: index, scope: fc.array(index, { maxLength: 2 }) }), { maxLength: 4 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
})

/** Builds it as an administrator would in the console; what DingTalk refuses is passed over. */
export function build(emulator: Emulator, company: StrangeCompany): void {
  const call = (operation: Parameters<Emulator['console']>[0], request: object): Record<string, unknown> =>
    emulator.console(operation, request as never) as unknown as Record<string, unknown>
  const made = (work: () => Record<string, unknown>): Record<string, unknown> | undefined => {
    try {
      return work()
    } catch {
      return undefined
    }
  }
  const departments = [1]
  for (const { name: label, parent, order } of company.departments) {
    const parent_id = departments[parent % departments.length] ?? 1
    const answer = made(() =>
      call('createDepartment', { name: label, parent_id, ...(order !== undefined && { order: String(order) }) }),
    )
    const id = (answer?.['result'] as { dept_id?: number } | undefined)?.dept_id
    if (id !== undefined) departments.push(id)
  }
  const people: string[] = []
  for (const [at, { name: label, departments: places, manager, fields }] of company.people.entries()) {
    const userid = `p${at}`
    const dept_id_list = [...new Set(places.map((place) => departments[place % departments.length] ?? 1))]
    const manager_userid = manager === undefined ? undefined : people[manager % Math.max(1, people.length)]
    const answer = made(() =>
      call('createUser', {
        userid,
        name: label,
        mobile: `1000000${String(at).padStart(4, '0')}`,
        dept_id_list,
        ...(manager_userid !== undefined && { manager_userid }),
        ...fields,
      }),
    )
    if (answer?.['result'] !== undefined) people.push(userid)
  }
  for (const id of departments.slice(1))
    if (people.length > 0 && id % 2 === 0)
      made(() => call('updateDepartment', { dept_id: id, dept_manager_userid_list: people.slice(0, 2) }))
  for (const group of company.groups) {
    const groupId = made(() => call('createRoleGroup', { name: group.name }))?.['groupId']
    if (groupId === undefined) continue
    for (const role of group.roles) {
      const roleId = made(() => call('createRole', { groupId, roleName: role.name }))?.['roleId']
      for (const { person, scope } of roleId === undefined ? [] : role.members) {
        const userid = people[person % Math.max(1, people.length)]
        if (userid === undefined) continue
        made(() => call('addRolesForEmployees', { roleIds: [roleId], userIds: [userid] }))
        const dept_ids = [...new Set(scope.map((place) => departments[place % departments.length] ?? 1))]
        if (dept_ids.length > 0) made(() => call('updateRoleMemberScope', { role_id: roleId, userid, dept_ids }))
      }
    }
  }
}
