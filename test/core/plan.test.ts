import { describe, expect, test } from 'vitest'
import { Personal } from '../../src/core/personal.ts'
import {
  addDepartment,
  addPerson,
  brief,
  fingerprintOf,
  locked,
  organisation,
  planOf,
  renameFolder,
  setHead,
  type World,
} from '../support/world.ts'

const briefs = (world: World) => planOf(world).changes.map(brief)

test('an equal world has an empty plan', () => {
  const { changes, identified, refusals } = planOf(organisation())
  expect(changes).toEqual([])
  expect(refusals).toEqual([])
  expect(identified).toMatchObject({ adopted: [], kept: [], unmanaged: [], left: [], problems: [] })
})

describe('one change in the files', () => {
  const cases: readonly [string, (world: World) => void, readonly string[]][] = [
    [
      'a new title is an update',
      (w) => Object.assign(w.desired.user['lilei'] ?? {}, { title: 'CTO' }),
      ['update user lilei {title}'],
    ],
    ['a title that is left out is not managed', (w) => void delete w.desired.user['lilei']?.['title'], []],
    [
      'null clears a title',
      (w) => Object.assign(w.desired.user['lilei'] ?? {}, { title: null }),
      ['update user lilei {title}'],
    ],
    [
      'null on an empty field is nothing',
      (w) => Object.assign(w.desired.user['lilei'] ?? {}, { remark: null, email: null }),
      [],
    ],
    [
      'another main department is a move',
      (w) => Object.assign(w.desired.user['wangwu'] ?? {}, { main: '市场部' }),
      ['move user wangwu {dept_id_list, main}'],
    ],
    [
      'a further department keeps the main one',
      (w) => Object.assign(w.desired.user['wangwu'] ?? {}, { dept_id_list: { '研发部/前端组': true, 市场部: true } }),
      ['update user wangwu {dept_id_list}'],
    ],
    [
      'a manager that is cleared',
      (w) => Object.assign(w.desired.user['hanmei'] ?? {}, { manager_userid: null }),
      ['update user hanmei {manager_userid}'],
    ],
    [
      'a department above the moved one comes first',
      (w) => {
        w.desired.department['平台部'] = { name: '平台部', parent_id: '/', source_identifier: 'rollbook:平台部' }
        Object.assign(w.desired.department['研发部/后端组'] ?? {}, { parent_id: '平台部' })
      },
      ['create department 平台部', 'move department 研发部/后端组 {parent_id}'],
    ],
    [
      'a joiner comes before the joiner they manage',
      (w) => {
        w.desired.user['anna'] = { name: '安娜', main: '市场部', manager_userid: 'zoe' }
        w.desired.user['zoe'] = { name: '佐伊', main: '市场部' }
      },
      ['create user zoe', 'create user anna'],
    ],
    [
      'a head who joins becomes head afterwards',
      (w) => {
        w.desired.user['zoe'] = { name: '佐伊', main: '市场部' }
        w.desired['department-settings']['市场部'] = { dept_manager_userid_list: { zoe: true } }
      },
      ['create user zoe', 'update department-settings 市场部 {dept_manager_userid_list}'],
    ],
    [
      'a role member that leaves the role',
      (w) => Object.assign(w.desired.role['岗位/会计'] ?? {}, { members: { lilei: {} } }),
      ['update role 岗位/会计 {members}'],
    ],
    ['a person whose file is gone', (w) => void delete w.desired.user['zhaoliu'], ['delete user zhaoliu']],
    [
      'a branch whose files are gone goes from the leaves up, people first',
      (w) => {
        for (const key of ['研发部', '研发部/后端组', '研发部/前端组']) delete w.desired.department[key]
        delete w.desired['department-settings']['研发部']
        for (const key of ['lilei', 'hanmei', 'wangwu']) delete w.desired.user[key]
      },
      [
        'delete user hanmei',
        'delete user lilei',
        'delete user wangwu',
        'delete department 研发部/前端组',
        'delete department 研发部/后端组',
        'delete department 研发部',
      ],
    ],
    [
      'people move out of a department before it is dissolved',
      (w) => {
        delete w.desired.department['市场部']
        Object.assign(w.desired.user['zhaoliu'] ?? {}, { main: '研发部' })
      },
      ['move user zhaoliu {dept_id_list, main}', 'delete department 市场部'],
    ],
  ]
  test.each(cases)('%s', (_name, change, expected) => {
    const world = organisation()
    change(world)
    const found = briefs(world)
    expect([...found].sort()).toEqual([...expected].sort())
    if (found.length < 4) expect(found).toEqual(expected)
  })
})

describe('a renamed or moved folder keeps its department', () => {
  test('by its people and sub-departments, and says so', () => {
    const world = organisation()
    renameFolder(world, '研发部', '技术中心')
    const { changes, identified } = planOf(world)
    expect(changes.map(brief)).toEqual([
      'update department 技术中心 {name, source_identifier}',
      'update department 技术中心/前端组 {source_identifier}',
      'update department 技术中心/后端组 {source_identifier}',
    ])
    expect(identified.ids['department']).toMatchObject({
      技术中心: '10',
      '技术中心/后端组': '11',
      '技术中心/前端组': '12',
    })
    expect(changes[0]?.inferred).toContain('研发部')
    expect(identified.adopted.map(({ ref, formerly }) => `${formerly} → ${ref.key}`)).toContain('研发部 → 技术中心')
  })

  test('by previously, even when its old name goes to a new department', () => {
    const world = organisation()
    renameFolder(world, '市场部', '品牌部')
    world.previously['department'] = { 品牌部: ['市场部'] }
    world.desired.department['市场部'] = { name: '市场部', parent_id: '/', source_identifier: 'rollbook:市场部' }
    expect(briefs(world)).toEqual(['update department 品牌部 {name, source_identifier}', 'create department 市场部'])
  })

  test('by our marker when the lock is lost', () => {
    const world = organisation()
    world.lock = { corp: null, resources: {} }
    const { changes, identified } = planOf(world)
    expect(changes).toEqual([])
    expect(identified.ids['department']).toMatchObject({ 研发部: '10', 市场部: '20' })
    expect(identified.adopted.length).toBeGreaterThan(0)
  })

  test('by parent and name when lock and markers are lost, and is marked again', () => {
    const world = organisation()
    world.lock = { corp: null, resources: {} }
    for (const remote of world.departments.values()) if (remote.detail) delete remote.detail['source_identifier']
    expect(new Set(briefs(world))).toEqual(
      new Set(
        Object.keys(world.desired.department)
          .filter((key) => key !== '/')
          .map((key) => `update department ${key} {source_identifier}`),
      ),
    )
  })

  test('a marker of somebody else is left as it is', () => {
    const world = organisation()
    delete world.lock.resources['department']
    const remote = world.departments.get('20')
    if (remote) remote.detail = { ...remote.detail, source_identifier: 'hr-system:77' }
    expect(briefs(world)).toEqual([])
  })

  test('two folders that fit one department stop the plan and ask', () => {
    const world = organisation()
    renameFolder(world, '市场部', '品牌部')
    world.desired.department['公关部'] = { name: '公关部', parent_id: '/', source_identifier: 'rollbook:公关部' }
    Object.assign(world.desired.user['zhaoliu'] ?? {}, { dept_id_list: { 品牌部: true, 公关部: true } })
    expect(planOf(world).identified.problems.map(({ code }) => code)).toContain('ambiguous-rename')
  })

  test('two siblings swap their names by way of a temporary one', () => {
    const world = organisation()
    Object.assign(world.desired.department['研发部/后端组'] ?? {}, { name: '前端组' })
    Object.assign(world.desired.department['研发部/前端组'] ?? {}, { name: '后端组' })
    const { changes } = planOf(world)
    expect(changes.map(brief)).toEqual([
      expect.stringMatching(/^make room: update department 研发部\/(前|后)端组 \{name\}$/),
      expect.stringMatching(/^update department/),
      expect.stringMatching(/^update department/),
    ])
    const names = changes.map((change) => String(change.after?.['name']))
    expect(names[0]).not.toMatch(/[-,，]/)
    expect(new Set(names.slice(1))).toEqual(new Set(['前端组', '后端组']))
  })
})

describe('what is not ours', () => {
  test('is listed and never touched', () => {
    const world = organisation()
    world.departments.set('99', { id: 99, name: '外包', parent: 1, foreign: false, detail: { dept_id: 99 } })
    world.people.set('admin', {
      item: { userid: 'admin', name: '管理员' },
      departments: [1],
      orders: new Map(),
      titleUnsure: false,
    })
    const { changes, identified } = planOf(world)
    expect(changes).toEqual([])
    expect(identified.unmanaged).toEqual([
      { kind: 'department', key: '#99', name: '外包' },
      { kind: 'user', key: '#admin', name: '管理员' },
    ])
  })

  test('stays in a list that the files state for the first time, until the files name it once', () => {
    const world = organisation()
    world.roles.get('600')?.members?.push({ userid: 'hanmei' })
    const entry = world.lock.resources['role']?.['岗位/会计']
    locked(world, 'role', '岗位/会计', '600')
    const kept = [{ ref: { kind: 'role', key: '岗位/会计' }, field: 'members', members: ['hanmei'] }]
    expect(planOf(world).changes).toEqual([])
    expect(planOf(world).identified.kept).toEqual(kept)
    // As the lock has it afterwards: still kept, but what comes later is not.
    locked(world, 'role', '岗位/会计', '600', { sets: ['members'], kept: { members: ['hanmei'] } })
    expect(planOf(world).changes).toEqual([])
    expect(planOf(world).identified.kept).toEqual(kept)
    world.roles.get('600')?.members?.push({ userid: 'wangwu' })
    expect(planOf(world).changes[0]?.patch).toEqual([{ op: 'remove', path: '/role/岗位~1会计/members/wangwu' }])
    // A list that was ours from the start is the whole list.
    world.lock.resources['role'] = { '岗位/会计': entry ?? { id: '600' } }
    expect(planOf(world).changes[0]?.patch).toHaveLength(2)
  })

  test('a further department of a person that the files do not state stays when the main one changes', () => {
    const world = organisation()
    const person = world.people.get('wangwu')
    person?.departments.push(20)
    Object.assign(world.desired.user['wangwu'] ?? {}, { main: '研发部' })
    const [change] = planOf(world).changes
    expect(change?.after?.['dept_id_list']).toEqual({ 研发部: true, 市场部: true })
  })
})

describe('values that DingTalk does not return', () => {
  test('are sent once and then taken as sent', () => {
    const world = organisation()
    Object.assign(world.desired.user['lilei'] ?? {}, { exclusive_mobile: new Personal('+86-10000000001') })
    expect(briefs(world)).toEqual(['update user lilei {exclusive_mobile}'])
    const sent = fingerprintOf({ kind: 'user', key: 'lilei' })('exclusive_mobile', new Personal('+86-10000000001'))
    locked(world, 'user', 'lilei', 'lilei', { main: '研发部', sent: { exclusive_mobile: sent } })
    expect(briefs(world)).toEqual([])
  })

  test('a mobile that the app may not read is not managed', () => {
    const world = organisation()
    const person = world.people.get('lilei')
    delete person?.item['mobile']
    delete person?.detail?.['mobile']
    Object.assign(world.desired.user['lilei'] ?? {}, { mobile: new Personal('+86-10099999999') })
    expect(briefs(world)).toEqual([])
  })

  test('a field that only a create takes is not compared afterwards', () => {
    const world = organisation()
    Object.assign(world.desired.user['lilei'] ?? {}, { login_email: new Personal('l@example.com') })
    expect(briefs(world)).toEqual([])
  })
})

test('another mobile is a replacement that gives back roles and heads', () => {
  const world = organisation()
  Object.assign(world.desired.user['lilei'] ?? {}, { mobile: new Personal('+86-10099999999') })
  world.replaceable.push('lilei')
  const { changes } = planOf(world)
  expect(changes.map(brief)).toEqual([
    'replace user lilei {mobile}',
    'update user hanmei {manager_userid}',
    'update department-settings 研发部 {dept_manager_userid_list}',
  ])
  expect(changes[0]?.after?.['title']).toBe('总监')
  expect(JSON.stringify(changes)).not.toContain('10099999999')
})

test('mails that two people swap pass through an empty one', () => {
  const world = organisation()
  const mail = (userid: string, address: string) => {
    const person = world.people.get(userid)
    if (person) Object.assign(person.item, { email: new Personal(address) })
  }
  mail('lilei', 'a@example.com')
  mail('hanmei', 'b@example.com')
  Object.assign(world.desired.user['lilei'] ?? {}, { email: new Personal('b@example.com') })
  Object.assign(world.desired.user['hanmei'] ?? {}, { email: new Personal('a@example.com') })
  const { changes } = planOf(world)
  expect(changes.map(({ temporary }) => temporary === true)).toEqual([true, false, false])
  expect(changes[0]?.after?.['email']).toBeNull()
})

test('a person who moves with a department that is new waits for it', () => {
  const world = organisation()
  world.desired.department['平台部'] = { name: '平台部', parent_id: '/', source_identifier: 'rollbook:平台部' }
  Object.assign(world.desired.user['wangwu'] ?? {}, { main: '平台部' })
  const { changes } = planOf(world)
  expect(changes.map(brief)).toEqual(['create department 平台部', 'move user wangwu {dept_id_list, main}'])
  expect(changes[1]?.needs).toEqual([0])
})

test('departed people move instead of being deleted, once', () => {
  const world = organisation()
  addDepartment(world, { key: '离职', id: 30, parent: '/' })
  world.settings = { ...world.settings, departed: '离职', deletions: { ...world.settings.deletions, users: 'enabled' } }
  delete world.desired.user['zhaoliu']
  const { changes, refusals } = planOf(world)
  expect(changes.map(brief)).toEqual(['move user zhaoliu {dept_id_list, main}'])
  expect(changes[0]?.departs).toBe(true)
  expect(refusals).toEqual([])
  const person = world.people.get('zhaoliu')
  if (person) person.departments = [30]
  locked(world, 'user', 'zhaoliu', 'zhaoliu', { main: '离职' })
  expect(briefs(world)).toEqual([])
})

test('equal plans have equal hashes, and the order of the files does not show', () => {
  const one = organisation()
  const other = organisation()
  for (const world of [one, other]) Object.assign(world.desired.user['lilei'] ?? {}, { title: 'CTO', remark: '出差' })
  other.desired.user = Object.fromEntries(
    Object.entries(other.desired.user)
      .reverse()
      .map(([key, model]) => [key, Object.fromEntries(Object.entries(model).reverse())]),
  )
  expect(planOf(other).hash).toBe(planOf(one).hash)
  expect(JSON.stringify(planOf(other).changes)).toBe(JSON.stringify(planOf(one).changes))
  Object.assign(other.desired.user['lilei'] ?? {}, { title: 'CEO' })
  expect(planOf(other).hash).not.toBe(planOf(one).hash)
})

test('a new company is made from the top down in one plan', () => {
  const world = organisation()
  world.lock = { corp: null, resources: {} }
  world.departments = new Map([['1', { id: 1, name: '', foreign: false }]])
  world.people.clear()
  world.roles.clear()
  world.groups.clear()
  expect(briefs(world)).toEqual([
    'create department 市场部',
    'create department 研发部',
    'create department 研发部/前端组',
    'create department 研发部/后端组',
    'create user lilei',
    'create user hanmei',
    'create user wangwu',
    'create user zhaoliu',
    'create department-settings 研发部',
    'create role-group 岗位',
    'create role 岗位/会计',
  ])
})

test('a person in several departments is not moved while nothing says which is the main one', () => {
  const world = organisation()
  world.people.get('wangwu')?.departments.push(20)
  locked(world, 'user', 'wangwu', 'wangwu')
  expect(briefs(world)).toEqual([])
})

test('setHead and addPerson make equal worlds', () => {
  const world = organisation()
  addPerson(world, { userid: 'new', name: '新人', main: '市场部', title: '专员' })
  setHead(world, '市场部', 'new')
  expect(briefs(world)).toEqual([])
})
