import fc from 'fast-check'
import type { Emulator } from '../../src/emulator/server.ts'
import { build, type StrangeCompany, strangeCompany } from './strange-company.ts'

/**
 * A strange company in which people went on working for years: in the console everything can be set that the format does
 * not foresee, and history leaves what no call would make today.
 */
export interface WildCompany {
  readonly company: StrangeCompany
  readonly later: readonly Later[]
}

type Later = (world: World) => void

/** The company as it stands, and the ways to change it. */
interface World {
  readonly emulator: Emulator
  /** The person or department of a number, of those that are there. */
  person(at: number): string | undefined
  department(at: number): number | undefined
  call(operation: Parameters<Emulator['console']>[0], request: object): void
}

/** Nobody sees all of them, no file may hold some, and a path cannot hold others. */
const HARD = [
  '零\u200b宽',
  '\u202e反向',
  '响铃\u0007',
  '制表\t符',
  '两\n行',
  '👨‍👩‍👧 家',
  '🏳️‍🌈',
  'e\u0301\u0323',
  '半个\ud83d',
  '.',
  '...',
  '尾点. ',
  '  两端空格  ',
  'NUL.txt',
  'com¹',
  'department',
  'people',
  'a.yaml',
  '研发-平台',
  '上海，北京',
  '#',
  '/',
  '\\',
  'toString',
  'prototype',
  'constructor',
  '__proto__',
  '<<',
  '长'.repeat(64),
  '𠮷'.repeat(40),
]
const hard = fc.constantFrom(...HARD)
const at = fc.nat(1000)
const some = fc.array(at, { maxLength: 3 })
const USERIDS = [
  'LiLei',
  'lilei',
  'LILEI',
  '#1',
  'a b',
  ' a',
  '员工一',
  'null',
  '0123',
  'x@y',
  'a,b',
  'toString',
  'prototype',
  'constructor',
  'é',
  'e\u0301',
]
const MARKS = ['rollbook:研发部', 'rollbook:a', 'rollbook:Sales', 'hr-7', 'rollbook:é', 'rollbook:x/y']

const later: fc.Arbitrary<Later> = fc.oneof(
  // Managers, also of themselves and in circles, and from a time when they were there.
  fc.tuple(at, at).map(
    ([of, manager]): Later =>
      (world) => {
        const [userid, manager_userid] = [world.person(of), world.person(manager)]
        if (userid !== undefined) world.call('updateUser', { userid, manager_userid })
      },
  ),
  fc.tuple(at, hard).map(
    ([of, name]): Later =>
      (world) => {
        const userid = world.person(of)
        if (userid !== undefined) world.call('updateUser', { userid, name })
      },
  ),
  fc.tuple(at, hard).map(
    ([of, name]): Later =>
      (world) => {
        const dept_id = world.department(of)
        if (dept_id !== undefined) world.call('updateDepartment', { dept_id, name })
      },
  ),
  fc.tuple(at, fc.constantFrom(...USERIDS), fc.oneof(hard, fc.constant('张三')), at).map(
    ([where, userid, name, number]): Later =>
      (world) =>
        world.call('createUser', {
          userid,
          name,
          mobile: `1001${String(number).padStart(7, '0')}`,
          dept_id_list: [world.department(where) ?? 1],
        }),
  ),
  fc
    .tuple(
      at,
      fc.record(
        {
          telephone: fc.constantFrom('8001', '8002', '8003'),
          email: fc.constantFrom('a@example.com', 'A@example.com', 'b@example.com'),
          org_email: fc.constantFrom('c@example.com', 'C@example.com'),
          title: hard,
          remark: hard,
          extension: fc
            .array(fc.tuple(hard, hard), { maxLength: 2 })
            .map((entries): object => Object.fromEntries(entries)),
        },
        { requiredKeys: [] },
      ),
    )
    .map(
      ([of, fields]): Later =>
        (world) => {
          const userid = world.person(of)
          if (userid !== undefined) world.call('updateUser', { userid, ...fields })
        },
    ),
  fc.tuple(at, fc.array(fc.tuple(at, hard, fc.bigInt({ min: 0n, max: 2n ** 62n })), { maxLength: 3 })).map(
    ([of, places]): Later =>
      (world) => {
        const userid = world.person(of)
        const ids = new Map(places.map(([where, ...more]) => [world.department(where) ?? 1, more]))
        if (userid === undefined) return
        world.call('updateUser', {
          userid,
          dept_id_list: ids.size === 0 ? [1] : [...ids.keys()],
          dept_title_list: [...ids].map(([dept_id, [title]]) => ({ dept_id, title })),
          dept_order_list: [...ids].map(([dept_id, [, order]]) => ({ dept_id, order: String(order) })),
        })
      },
  ),
  fc
    .tuple(
      at,
      fc.record(
        {
          hide_dept: fc.boolean(),
          outer_dept: fc.boolean(),
          outer_dept_only_self: fc.boolean(),
          create_dept_group: fc.boolean(),
          auto_add_user: fc.boolean(),
          auto_approve_apply: fc.boolean(),
          group_contain_sub_dept: fc.boolean(),
          brief: hard,
          code: fc.constantFrom('A-1', '0123', '编号'),
          telephone: fc.constantFrom('010-1', ' 2'),
          source_identifier: fc.constantFrom(...MARKS),
        },
        { requiredKeys: [] },
      ),
    )
    .map(
      ([of, fields]): Later =>
        (world) => {
          const dept_id = world.department(of)
          if (dept_id === undefined) return
          const marks = world.emulator.snapshot().departments.map((each) => each.source_identifier)
          const { source_identifier, ...rest } = fields
          // Two departments with one mark of ours are nobody's doing but a mistake's.
          const fresh = source_identifier !== undefined && !marks.includes(source_identifier)
          world.call('updateDepartment', { dept_id, ...rest, ...(fresh && { source_identifier }) })
        },
    ),
  fc.tuple(at, some, some, some, some).map(
    ([of, heads, users, departments, outer]): Later =>
      (world) => {
        const dept_id = world.department(of)
        if (dept_id === undefined) return
        const ids = <T>(list: readonly number[], one: (at: number) => T | undefined) => [
          ...new Set(list.map(one).filter((id) => id !== undefined)),
        ]
        // Heads that no call would take any more: they left the department by a way that kept them.
        world.emulator.edit((records) => {
          const found = records.departments.get(dept_id)
          if (found === undefined || dept_id === 1) return
          records.putDepartment({
            ...found,
            managers: ids(heads, world.person),
            hide_dept: true,
            user_permits: ids(users, world.person),
            dept_permits: ids(departments, world.department),
            outer_dept: true,
            outer_permit_depts: ids(outer, world.department),
            ...(heads[0] !== undefined && { org_dept_owner: world.person(heads[0]) ?? '' }),
          })
        })
      },
  ),
  fc
    .tuple(
      fc.oneof(hard, fc.constantFrom('DEFAULT', 'a', 'a/b', ' ')),
      fc.array(fc.tuple(fc.oneof(hard, fc.constantFrom('c', 'b/c')), some), { maxLength: 3 }),
    )
    .map(
      ([name, roles]): Later =>
        (world) => {
          world.call('createRoleGroup', { name })
          const group = roleGroupOf(world.emulator, name)
          for (const [roleName, members] of roles) {
            world.call('createRole', { groupId: group, roleName })
            const role = world.emulator.snapshot().roles.find((each) => each.name === roleName && each.group === group)
            for (const member of members) {
              const userid = world.person(member)
              if (role !== undefined && userid !== undefined)
                world.call('addRolesForEmployees', { roleIds: [role.id], userIds: [userid] })
            }
          }
        },
    ),
)

function roleGroupOf(emulator: Emulator, name: string): number | undefined {
  return emulator.snapshot().groups.find((each) => each.name === name)?.id
}

/** A company that DingTalk would hold, however it came to be so. */
export const wildCompany: fc.Arbitrary<WildCompany> = fc.record({
  company: strangeCompany,
  later: fc.array(later, { maxLength: 8 }),
})

/** Builds it as its administrators did, one after the other; what DingTalk refuses is passed over. */
export function buildWild(emulator: Emulator, { company, later: steps }: WildCompany): void {
  build(emulator, company)
  for (const step of steps) {
    const { users, departments } = emulator.snapshot()
    step({
      emulator,
      person: (number) => users[number % Math.max(1, users.length)]?.userid,
      department: (number) => departments[number % departments.length]?.dept_id,
      call(operation, request) {
        try {
          emulator.console(operation, request as never)
        } catch {
          // DingTalk would not have taken it either.
        }
      },
    })
  }
}
