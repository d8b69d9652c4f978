import { type Case, csv, many, people, refuses } from './refusals.ts'

const cases: readonly Case[] = [
  ['a department without any field', 40035, 'createDepartment', {}],
  ['a department without a name', 60001, 'createDepartment', { parent_id: 1 }],
  ['a department without a parent', 40010, 'createDepartment', { name: '设计' }],
  ['a parent of 0', 40010, 'createDepartment', { name: '设计', parent_id: 0 }],
  ['a parent that does not exist', 60004, 'createDepartment', { name: '设计', parent_id: 99 }],
  ['a name of 65 characters', 60001, 'createDepartment', { name: '名'.repeat(65), parent_id: 1 }],
  [
    'a name that does not pass moderation',
    60022,
    'createDepartment',
    { name: '违禁词部', parent_id: 1 },
    ({ emulator }) => Object.assign(emulator.state, { moderatedWords: ['违禁词'] }),
  ],
  [
    'a rename that does not pass moderation',
    60022,
    'updateDepartment',
    ({ market }) => ({ dept_id: market, name: '违禁词部' }),
    ({ emulator }) => Object.assign(emulator.state, { moderatedWords: ['违禁词'] }),
  ],
  ['a name with a hyphen', 60009, 'createDepartment', { name: '研发-一', parent_id: 1 }],
  ['a name with a comma', 60009, 'createDepartment', { name: '研发,一', parent_id: 1 }],
  ['a name with a full-width comma', 60009, 'createDepartment', { name: '研发，一', parent_id: 1 }],
  ['a name that a sibling has', 60021, 'createDepartment', { name: '研发', parent_id: 1 }],
  ['an order of 0', 40011, 'createDepartment', { name: '设计', parent_id: 1, order: 0 }],
  ['an order that is no number', 40011, 'createDepartment', { name: '设计', parent_id: 1, order: 'x' }],
  [
    '51 permitted people',
    60109,
    'createDepartment',
    { name: '设计', parent_id: 1, user_permits: csv(51, (at) => `u${at}`) },
  ],
  ['an unknown permitted person', 60109, 'createDepartment', { name: '设计', parent_id: 1, user_permits: 'nobody' }],
  ['an unknown permitted department', 60109, 'createDepartment', { name: '设计', parent_id: 1, dept_permits: '99' }],
  [
    'an unknown visible person',
    60109,
    'createDepartment',
    { name: '设计', parent_id: 1, outer_permit_users: 'nobody' },
  ],
  [
    'an unknown visible department',
    60109,
    'createDepartment',
    { name: '设计', parent_id: 1, outer_permit_depts: '99' },
  ],
  ['a brief of 256 characters', 400002, 'createDepartment', { name: '设计', parent_id: 1, brief: '简'.repeat(256) }],
  ['a code at creation', 400002, 'createDepartment', { name: '设计', parent_id: 1, code: 'D1' }],
  [
    'a department on level 21',
    60002,
    'createDepartment',
    ({ emulator }) => ({ name: '第21层', parent_id: [...emulator.state.records.departments.keys()].at(-1) }),
    ({ emulator, backend }) => {
      let parent_id = backend
      for (let level = 3; level <= 20; level++) {
        const made = emulator.console('createDepartment', { name: `第${level}层`, parent_id })['result']
        parent_id = (made as { dept_id: number }).dept_id
      }
    },
  ],
  [
    'the 1001st sub-department',
    60110,
    'createDepartment',
    ({ market }) => ({ name: '多', parent_id: market }),
    ({ emulator, market }) => {
      for (let at = 0; at < 1000; at++) emulator.console('createDepartment', { name: `组${at}`, parent_id: market })
    },
  ],

  ['an update without a department', 40009, 'updateDepartment', { name: '设计' }],
  ['an update of department 0', 40009, 'updateDepartment', { dept_id: 0, name: '设计' }],
  ['an update of the root', 60018, 'updateDepartment', { dept_id: 1, name: '集团' }],
  ['an update of an unknown department', 60003, 'updateDepartment', { dept_id: 99, name: '设计' }],
  [
    'a rename to a name that a sibling has',
    60021,
    'updateDepartment',
    ({ market }) => ({ dept_id: market, name: '研发' }),
  ],
  ['a rename to a forbidden name', 60009, 'updateDepartment', ({ market }) => ({ dept_id: market, name: 'a-b' })],
  [
    'a rename to a name too long',
    60001,
    'updateDepartment',
    ({ market }) => ({ dept_id: market, name: '名'.repeat(65) }),
  ],
  ['an update to an order of 0', 40011, 'updateDepartment', ({ market }) => ({ dept_id: market, order: 0 })],
  ['a move below an unknown parent', 60004, 'updateDepartment', ({ market }) => ({ dept_id: market, parent_id: 99 })],
  ['a move below itself', 60010, 'updateDepartment', ({ rd }) => ({ dept_id: rd, parent_id: rd })],
  ['a move below its own child', 60010, 'updateDepartment', ({ rd, backend }) => ({ dept_id: rd, parent_id: backend })],
  [
    'a move to where a sibling has its name',
    60021,
    'updateDepartment',
    ({ backend }) => ({ dept_id: backend, parent_id: 1 }),
    ({ emulator }) => emulator.console('createDepartment', { name: '后端', parent_id: 1 }),
  ],
  [
    'a move whose lowest descendant would stand on level 21',
    60002,
    'updateDepartment',
    ({ emulator, market }) => ({
      dept_id: market,
      parent_id: [...emulator.state.records.departments.values()].find(({ name }) => name === '第19层')?.dept_id,
    }),
    ({ emulator, backend, market }) => {
      emulator.console('createDepartment', { name: '品牌', parent_id: market })
      let parent_id = backend
      for (let level = 3; level <= 19; level++) {
        const made = emulator.console('createDepartment', { name: `第${level}层`, parent_id })['result']
        parent_id = (made as { dept_id: number }).dept_id
      }
    },
  ],
  [
    'a manager who is elsewhere',
    40031,
    'updateDepartment',
    ({ market }) => ({ dept_id: market, dept_manager_userid_list: 'lilei' }),
  ],
  [
    'a manager who does not exist',
    40031,
    'updateDepartment',
    ({ rd }) => ({ dept_id: rd, dept_manager_userid_list: 'lilei,nobody' }),
  ],
  ['an empty list of managers', 40031, 'updateDepartment', ({ rd }) => ({ dept_id: rd, dept_manager_userid_list: '' })],
  [
    'forcing another field empty',
    400002,
    'updateDepartment',
    ({ rd }) => ({ dept_id: rd, force_update_fields: 'code' }),
  ],
  [
    'a chat owner who is elsewhere',
    40093,
    'updateDepartment',
    ({ market }) => ({ dept_id: market, org_dept_owner: 'lilei' }),
  ],
  ['a code of 31 characters', 400002, 'updateDepartment', ({ rd }) => ({ dept_id: rd, code: 'x'.repeat(31) })],
  [
    'an update permitting an unknown person',
    40031,
    'updateDepartment',
    ({ rd }) => ({ dept_id: rd, user_permits: 'nobody' }),
  ],
  [
    'an update permitting an unknown department',
    60109,
    'updateDepartment',
    ({ rd }) => ({ dept_id: rd, dept_permits: '99' }),
  ],
  [
    'people and departments that are 51 together',
    60109,
    'updateDepartment',
    ({ rd, market }) => ({ dept_id: rd, user_permits: csv(50, (at) => `p${at}`), dept_permits: String(market) }),
    (world) => people(world, 50, [1]),
  ],
  [
    'a list that is 51 together with the twin that is there',
    60109,
    'updateDepartment',
    ({ rd, market }) => ({ dept_id: rd, outer_permit_depts: String(market) }),
    (world) => {
      people(world, 50, [1])
      world.emulator.console('updateDepartment', { dept_id: world.rd, outer_permit_users: many(50, (at) => `p${at}`) })
    },
  ],

  ['deleting the root', 60007, 'deleteDepartment', { dept_id: 1 }],
  ['deleting an unknown department', 60003, 'deleteDepartment', { dept_id: 99 }],
  ['deleting a department with people', 60005, 'deleteDepartment', ({ rd }) => ({ dept_id: rd })],
  [
    'deleting a department with people below it',
    60005,
    'deleteDepartment',
    ({ rd }) => ({ dept_id: rd }),
    ({ emulator, backend }) => {
      for (const userid of ['lilei', 'hanmeimei']) emulator.console('updateUser', { userid, dept_id_list: [backend] })
    },
  ],
  ['reading an unknown department', 60003, 'getDepartment', { dept_id: 99 }],
  ['reading the school contacts', 40009, 'getDepartment', { dept_id: -7 }],
  ['children of an unknown department', 60003, 'listSubDepartments', { dept_id: 99 }],
  ['child ids of an unknown department', 60003, 'listSubDepartmentIds', { dept_id: 99 }],
  ['parents of an unknown department', 60003, 'listParentsByDept', { dept_id: 99 }],
  ['parents of nobody', 33012, 'listParentsByUser', { userid: 'nobody' }],
]

refuses(cases)
