import { expect, test } from 'vitest'
import type { Switches } from '../../src/emulator/switches.ts'
import { smallCompany } from './caller.ts'
import { listen } from './stream-client.ts'

/** What is told about what was done: type and body, as Stream carries them. */

const AT = Date.UTC(2026, 10, 21)
const timeStamp = String(AT)

async function world(switches: Partial<Switches> = {}) {
  const company = await smallCompany({ now: () => AT, switches })
  const { emulator } = company
  const group = Number(emulator.console('createRoleGroup', { name: '岗位' })['groupId'])
  const role = Number(emulator.console('createRole', { groupId: group, roleName: '会计' })['roleId'])
  const client = await listen(emulator)
  return {
    ...company,
    group,
    role,
    /** Everything that is told about what was done since, and nothing after it. */
    async told() {
      emulator.events.announce({ type: 'end', body: {} })
      const events: [string | undefined, unknown][] = []
      for (;;) {
        const frame = await client.event()
        client.reply(frame, { status: 'SUCCESS' })
        if (frame.headers['eventType'] === 'end') return events
        events.push([frame.headers['eventType'], frame.data])
      }
    },
  }
}
type World = Awaited<ReturnType<typeof world>>

const systemRole = ({ emulator }: World, name: string) =>
  emulator.snapshot().roles.find(({ system }) => system === name)?.id

/** Situation, what is done, what is told. */
const cases: readonly [string, (world: World) => unknown, (world: World) => unknown[]][] = [
  [
    'a person joins',
    ({ call }) => call('createUser', { userid: 'wangwu', name: '王五', mobile: '10000000003', dept_id_list: '1' }),
    () => [['user_add_org', { timeStamp, userId: ['wangwu'] }]],
  ],
  [
    'a field that a diff carries is set',
    ({ call }) => call('updateUser', { userid: 'lilei', email: 'li@example.com', job_number: '7' }),
    () => [
      [
        'user_modify_org',
        {
          timeStamp,
          userId: ['lilei'],
          diffInfo: [{ userid: 'lilei', prev: {}, curr: { email: 'li@example.com', jobNumber: '7' } }],
        },
      ],
    ],
  ],
  [
    'a field that no diff was seen to carry is set',
    ({ call }) => call('updateUser', { userid: 'lilei', title: '工程师' }),
    () => [['user_modify_org', { timeStamp, userId: ['lilei'] }]],
  ],
  [
    'a person moves',
    ({ call, market }) => call('updateUser', { userid: 'lilei', dept_id_list: String(market) }),
    () => [['user_modify_org', { timeStamp, userId: ['lilei'] }]],
  ],
  ['an update that changes nothing', ({ call }) => call('updateUser', { userid: 'lilei', name: '李雷' }), () => []],
  ['an update that is refused', ({ call }) => call('updateUser', { userid: 'lilei', mobile: '10000000009' }), () => []],
  [
    'executive mode, which no event tells of',
    ({ call }) => call('setSeniorSetting', { seniorStaffId: 'lilei', open: true }),
    () => [],
  ],
  [
    'a hidden mobile, which no event tells of',
    ({ call }) => call('updateUser', { userid: 'lilei', hide_mobile: true }),
    () => [],
  ],
  [
    'a nickname and a picture, which no event tells of',
    ({ emulator }) =>
      emulator.edit((records) => {
        const user = records.users.get('lilei')
        if (user) records.putUser({ ...user, nickname: '雷子', avatar: 'https://example.com/a.png' })
      }),
    () => [],
  ],
  [
    'a person signs in for the first time',
    ({ emulator }) =>
      emulator.edit((records) => {
        const user = records.users.get('lilei')
        if (user) records.putUser({ ...user, active: true })
      }),
    () => [['user_active_org', { userId: ['lilei'] }]],
  ],
  [
    'a person leaves',
    ({ call }) => call('deleteUser', { userid: 'lilei' }),
    () => [['user_leave_org', { timeStamp, userId: ['lilei'] }]],
  ],
  [
    'somebody who manages a department, holds a role and has people leaves: each of these changes too',
    async ({ emulator, rd, role, call }) => {
      emulator.console('updateDepartment', { dept_id: rd, dept_manager_userid_list: ['lilei'] })
      emulator.console('addRolesForEmployees', { roleIds: [role], userIds: ['lilei'] })
      emulator.console('updateUser', { userid: 'hanmeimei', manager_userid: 'lilei' })
      await call('deleteUser', { userid: 'lilei' })
    },
    ({ rd, role }) => [
      ['org_dept_modify', { deptId: [rd] }],
      ['label_user_change', { userIdList: ['lilei'], labelIdList: [role], action: 'add' }],
      [
        'user_modify_org',
        {
          timeStamp,
          userId: ['hanmeimei'],
          optStaffId: 'manager01',
          diffInfo: [{ userid: 'hanmeimei', prev: {}, curr: { managerUserid: 'lilei' } }],
        },
      ],
      ['org_dept_modify', { deptId: [rd] }],
      [
        'user_modify_org',
        {
          timeStamp,
          userId: ['hanmeimei'],
          diffInfo: [{ userid: 'hanmeimei', prev: { managerUserid: 'lilei' }, curr: {} }],
        },
      ],
      ['user_leave_org', { timeStamp, userId: ['lilei'] }],
      ['label_user_change', { userIdList: ['lilei'], labelIdList: [role], action: 'remove' }],
    ],
  ],
  [
    'a department is made',
    ({ emulator }) => emulator.console('createDepartment', { name: '设计', parent_id: 1 }),
    ({ emulator }) => [['org_dept_create', { deptId: [Math.max(...emulator.state.records.departments.keys())] }]],
  ],
  [
    'a department is moved',
    ({ call, market, rd }) => call('updateDepartment', { dept_id: market, parent_id: rd }),
    ({ market }) => [['org_dept_modify', { deptId: [market] }]],
  ],
  [
    'a hidden department and its permits, which no event tells of',
    ({ call, market }) => call('updateDepartment', { dept_id: market, hide_dept: true, user_permits: 'lilei' }),
    () => [],
  ],
  [
    'a department is removed with all below it: the event names the top alone',
    ({ emulator, rd }) => {
      emulator.console('deleteUser', { userid: 'lilei' })
      emulator.console('deleteUser', { userid: 'hanmeimei' })
      emulator.console('deleteDepartment', { dept_id: rd })
    },
    ({ rd }) => [
      ['user_leave_org', { timeStamp, userId: ['lilei'], optStaffId: 'manager01' }],
      ['user_leave_org', { timeStamp, userId: ['hanmeimei'], optStaffId: 'manager01' }],
      ['org_dept_remove', { deptId: [rd] }],
    ],
  ],
  [
    'the company is renamed: its root department changes too',
    ({ emulator }) =>
      emulator.edit((records) => {
        const root = records.departments.get(1)
        if (root) records.putDepartment({ ...root, name: '新名' })
      }),
    () => [
      ['org_change', {}],
      ['org_dept_modify', { deptId: [1] }],
    ],
  ],
  [
    'an administrator is set, raised and unset: DingTalk’s own roles change too',
    ({ emulator }) => {
      emulator.edit(({ admins }) => admins.set('lilei', { level: 2, scope: [1] }))
      emulator.edit(({ admins }) => admins.set('lilei', { level: 1, scope: [1] }))
      emulator.edit(({ admins }) => admins.delete('lilei'))
    },
    (world) => {
      const change = (role: string, action: string) => [
        'label_user_change',
        { userIdList: ['lilei'], labelIdList: [systemRole(world, role)], action },
      ]
      return [
        ['org_admin_add', { timeStamp, userId: ['lilei'] }],
        change('sub-admin', 'add'),
        change('sub-admin', 'remove'),
        change('super-admin', 'add'),
        ['org_admin_remove', { timeStamp, userId: ['lilei'] }],
        change('super-admin', 'remove'),
      ]
    },
  ],
  [
    'roles are granted and taken',
    async ({ call, role }) => {
      await call('addRolesForEmployees', { roleIds: String(role), userIds: 'lilei,hanmeimei' })
      await call('addRolesForEmployees', { roleIds: String(role), userIds: 'lilei' })
      await call('removeRolesForEmployees', { roleIds: String(role), userIds: 'lilei' })
    },
    ({ role }) => [
      ['label_user_change', { userIdList: ['lilei', 'hanmeimei'], labelIdList: [role], action: 'add' }],
      ['label_user_change', { userIdList: ['lilei'], labelIdList: [role], action: 'remove' }],
    ],
  ],
  [
    'a management scope, which no event tells of',
    ({ emulator, role, rd }) => {
      emulator.console('addRolesForEmployees', { roleIds: [role], userIds: ['lilei'] })
      emulator.console('updateRoleMemberScope', { userid: 'lilei', role_id: role, dept_ids: [rd] })
    },
    ({ role }) => [['label_user_change', { userIdList: ['lilei'], labelIdList: [role], action: 'add' }]],
  ],
  [
    'a role group and a role are made, and the role is deleted',
    ({ emulator }) => {
      const group = emulator.console('createRoleGroup', { name: '职级' })['groupId']
      const role = emulator.console('createRole', { groupId: group, roleName: 'P7' })['roleId']
      emulator.console('deleteRole', { role_id: role })
    },
    ({ emulator }) => {
      const group = Math.max(...emulator.state.records.groups.keys())
      return [
        ['label_conf_add', { labelIdList: [group], scope: '1' }],
        ['label_conf_add', { labelIdList: [group + 29], scope: '1' }],
        ['label_conf_del', { labelIdList: [group + 29] }],
      ]
    },
  ],
  [
    'a role is renamed: both of its forms are JSON in a text',
    ({ call, role }) => call('updateRole', { roleId: String(role), roleName: '总账会计' }),
    ({ role, group }) => [
      [
        'label_conf_modify',
        {
          labelIdList: [role],
          scope: '1',
          postLabelList: [`{"hidden":false,"name":"总账会计","id":${role},"extraInfo":{}}`],
          preLabelList: [
            `{"deleted":false,"level":1,"scope":1,"parentId":${group},"hidden":false,"name":"会计","id":${role},"extraInfo":{}}`,
          ],
        },
      ],
    ],
  ],
  [
    'an invitation is accepted: nobody did it',
    async ({ emulator, call }) => {
      emulator.state.consent.needed.add('86-10000000003')
      await call('createUser', { userid: 'wangwu', name: '王五', mobile: '10000000003', dept_id_list: '1' })
      emulator.answerInvitation('10000000003', 'accepted')
    },
    ({ emulator }) => [['user_add_org', { timeStamp, userId: [[...emulator.state.records.users.keys()].at(-1)] }]],
  ],
]

test.each(cases)('%s', async (_situation, done, expected) => {
  const company = await world()
  await done(company)
  expect(await company.told()).toEqual(expected(company))
})

test('an event names who did it: the main administrator, whom a test names, or nobody', async () => {
  const company = await world()
  const { emulator } = company
  const update = (name: string, operator?: string | null) =>
    emulator.console('updateUser', { userid: 'lilei', name }, operator)
  update('甲')
  update('乙', 'hanmeimei')
  update('丙', null)
  await company.call('updateUser', { userid: 'lilei', name: '丁' })
  const operators = (await company.told()).map(([, body]) => (body as { optStaffId?: string }).optStaffId)
  expect(operators).toEqual(['manager01', 'hanmeimei', undefined, undefined])
})

test('what a test changes by hand is told with the next write, and under nobody’s name', async () => {
  const company = await world()
  const user = company.emulator.state.records.users.get('lilei')
  if (user) company.emulator.state.records.putUser({ ...user, title: '经理' })
  company.emulator.console('updateUser', { userid: 'hanmeimei', title: '经理' })
  expect(await company.told()).toEqual([
    ['user_modify_org', { timeStamp, userId: ['lilei'] }],
    ['user_modify_org', { timeStamp, userId: ['hanmeimei'], optStaffId: 'manager01' }],
  ])
})

test('a write that was executed is told although its answer was lost', async () => {
  const company = await world()
  company.emulator.inject({ match: { operation: 'updateUser' }, do: { drop: 'after' } })
  await company.call('updateUser', { userid: 'lilei', title: '经理' }).catch(() => undefined)
  expect(await company.told()).toEqual([['user_modify_org', { timeStamp, userId: ['lilei'] }]])
})

test('a mail and an extension number stand in the diff and nowhere else, a mobile nowhere at all', async () => {
  const company = await world()
  const { emulator } = company
  const personal = { mobile: '10000000003', email: 'wangwu@example.com', telephone: '8-1135' }
  emulator.console('createUser', { userid: 'wangwu', name: '王五', mobile: personal.mobile, dept_id_list: [1] })
  await company.call('updateUser', { userid: 'wangwu', email: personal.email, telephone: personal.telephone })
  const told = await company.told()
  expect(told.map(([, body]) => (body as { diffInfo?: unknown }).diffInfo)).toEqual([
    undefined,
    [{ userid: 'wangwu', prev: {}, curr: { telephone: personal.telephone, email: personal.email } }],
  ])
  expect(JSON.stringify(told)).not.toContain(personal.mobile)
  const kept = JSON.stringify([emulator.events.log, emulator.log])
  expect(Object.values(personal).filter((value) => kept.includes(value))).toEqual([])
})

test('ownWrites: silent: what the app writes is not told, what the console does is', async () => {
  const company = await world({ ownWrites: 'silent' })
  await company.call('updateUser', { userid: 'lilei', title: '经理' })
  company.emulator.console('updateUser', { userid: 'hanmeimei', title: '经理' })
  expect(await company.told()).toEqual([
    ['user_modify_org', { timeStamp, userId: ['hanmeimei'], optStaffId: 'manager01' }],
  ])
})

test('streamSpelling: pascal: names as in the captures of HTTP', async () => {
  const company = await world({ streamSpelling: 'pascal' })
  company.emulator.console('updateUser', { userid: 'lilei', name: '李蕾' })
  company.emulator.console('createUser', { userid: 'w', name: '王', mobile: '10000000003', dept_id_list: [1] })
  company.emulator.console('deleteRole', { role_id: company.role })
  expect(await company.told()).toEqual([
    ['user_modify_org', { TimeStamp: timeStamp, UserId: ['lilei'], OptStaffId: 'manager01' }],
    ['user_add_org', { TimeStamp: timeStamp, UserId: ['w'], OptStaffId: 'manager01' }],
    ['label_conf_del', { TimeStamp: timeStamp, LabelIdList: [company.role], scope: '1' }],
  ])
})

test.each([
  ['object', { userid: 'lilei', prev: { name: '李雷' }, curr: { name: '李蕾' } }],
  ['array', [{ userid: 'lilei', prev: { name: '李雷' }, curr: { name: '李蕾' } }]],
  ['none', undefined],
] as const)('diffInfo: %s', async (diffInfo, expected) => {
  const company = await world({ diffInfo })
  await company.call('updateUser', { userid: 'lilei', name: '李蕾' })
  expect((await company.told()).map(([, body]) => (body as { diffInfo?: unknown }).diffInfo)).toEqual([expected])
})

test('roleRemoval: another word for a role that somebody lost', async () => {
  const company = await world({ roleRemoval: 'delete' })
  company.emulator.console('addRolesForEmployees', { roleIds: [company.role], userIds: ['lilei'] })
  company.emulator.console('removeRolesForEmployees', { roleIds: [company.role], userIds: ['lilei'] })
  expect((await company.told()).map(([, body]) => (body as { action: string }).action)).toEqual(['add', 'delete'])
})

test('roleDetails: post: the long form is in the other list', async () => {
  const company = await world({ roleDetails: 'post' })
  company.emulator.console('updateRole', { roleId: company.role, roleName: '总账会计' })
  const [[, body] = []] = await company.told()
  const lists = body as { preLabelList: string[]; postLabelList: string[] }
  expect(JSON.parse(lists.preLabelList[0] ?? '')).not.toHaveProperty('parentId')
  expect(JSON.parse(lists.postLabelList[0] ?? '')).toHaveProperty('parentId', company.group)
})
