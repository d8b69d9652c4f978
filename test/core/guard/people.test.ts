import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/core/model.ts'
import { Personal } from '../../../src/core/personal.ts'
import {
  addDepartment,
  addPerson,
  organisation,
  planOf,
  renameFolder,
  setHead,
  type World,
} from '../../support/world.ts'

/** Who and what must not be lost: protected ones, administrators, the app's own access, and what is not ours. */

function world(shielded: Partial<World['settings']['protected']> = {}): World {
  const made = organisation()
  made.settings = {
    ...made.settings,
    deletions: { users: 'enabled', departments: 'enabled', roles: 'enabled' },
    protected: { users: [], departments: [], ...shielded },
  }
  return made
}
const refused = (made: World) => planOf(made).refusals.map(({ code, refs }) => [code, ...refs.map(({ key }) => key)])
const person = (made: World, userid: string) => made.desired.user[userid] ?? {}

describe('a protected person', () => {
  const cases: readonly [string, string, (made: World) => void][] = [
    ['who leaves', 'zhaoliu', (made) => delete made.desired.user['zhaoliu']],
    [
      'who is moved to the departed',
      'zhaoliu',
      (made) => {
        delete made.desired.user['zhaoliu']
        made.settings = { ...made.settings, departed: '研发部' }
      },
    ],
    ['who loses a role', 'zhaoliu', (made) => Object.assign(made.desired.role['岗位/会计'] ?? {}, { members: {} })],
    ['whose role is deleted', 'zhaoliu', (made) => delete made.desired.role['岗位/会计']],
    [
      'who is head no more',
      'lilei',
      (made) => Object.assign(made.desired['department-settings'], { 研发部: { dept_manager_userid_list: {} } }),
    ],
    ['who is in another department', 'hanmei', (made) => Object.assign(person(made, 'hanmei'), { main: '市场部' })],
  ]
  test.each(cases)('%s is refused', (_, userid, change) => {
    const made = world({ users: [userid] })
    change(made)
    expect(refused(made)).toEqual([['protected', userid]])
    const nobody = world()
    change(nobody)
    expect(refused(nobody)).toEqual([])
  })

  const scopes: readonly [string, string[], Value, boolean][] = [
    ['was the whole company', [], { 研发部: true }, true],
    ['loses a department', ['10', '20'], { 研发部: true }, true],
    ['is exchanged', ['20'], { 研发部: true }, true],
    ['grows', ['10'], { 研发部: true, 市场部: true }, false],
    ['becomes the whole company', ['10'], null, false],
  ]
  test.each(scopes)('whose scope in a role %s: %j to %j, refused: %j', (_, before, after, is) => {
    for (const [users, expected] of [
      [['zhaoliu'], is ? [['protected', 'zhaoliu']] : []],
      [[], []],
    ] as const) {
      const made = world({ users: [...users] })
      const role = made.roles.get('600')
      const manageScopes = before.map((id) => ({ dept_id: Number(id) }))
      made.roles.set('600', { ...role, members: [{ userid: 'zhaoliu', manageScopes }] } as typeof role & object)
      made.desired.role['岗位/会计'] = { name: '会计', group: '岗位', members: { zhaoliu: { scope: after } } }
      expect(planOf(made).changes).toHaveLength(1)
      expect(refused(made)).toEqual(expected)
    }
  })

  test('may get another title, and another role', () => {
    const made = world({ users: ['hanmei'] })
    Object.assign(person(made, 'hanmei'), { title: '架构师' })
    Object.assign(made.desired.role['岗位/会计'] ?? {}, { members: { zhaoliu: {}, hanmei: {} } })
    expect(refused(made)).toEqual([])
  })

  test('stays where they are when their department is only renamed', () => {
    const made = world({ users: ['hanmei', 'lilei'] })
    renameFolder(made, '研发部', '产品部')
    expect(refused(made)).toEqual([])
  })

  test.each(['email', 'org_email', 'login_id', 'init_password', 'exclusive_mobile'])(
    'whose %s changes is an escalation, not an edit',
    (field) => {
      const made = world({ users: ['hanmei'] })
      Object.assign(person(made, 'hanmei'), { [field]: new Personal('neu@example.com') })
      expect(refused(made)).toEqual([['protected-identity', 'hanmei']])
    },
  )

  test('who gets another mobile would be replaced, and would sign in with another number', () => {
    const made = world({ users: ['hanmei'] })
    Object.assign(person(made, 'hanmei'), { mobile: new Personal('+86-10099999999') })
    made.replaceable.push('hanmei')
    expect(refused(made)).toEqual([
      ['protected', 'hanmei'],
      ['protected-identity', 'hanmei'],
    ])
  })

  test('whose userid was edited would lose the account and get another one', () => {
    const made = world({ users: ['zhaoliu'] })
    const { zhaoliu, ...others } = made.desired.user
    made.desired.user = { ...others, zhaoliu2: { ...zhaoliu, mobile: new Personal('+86-10011112222') } }
    made.desired.role['岗位/会计'] = { name: '会计', group: '岗位', members: { zhaoliu2: {} } }
    // Another number and no mail: a namesake at most.
    expect(refused(made)).toEqual([['protected', 'zhaoliu']])
    const mobile = made.people.get('zhaoliu')?.item['mobile'] as Personal
    made.desired.user['zhaoliu2'] = { ...zhaoliu, mobile: new Personal(`+86-${mobile.reveal()}`) }
    const plan = planOf(made)
    expect(refused(made)).toEqual([
      ['protected', 'zhaoliu'],
      ['protected-identity', 'zhaoliu'],
    ])
    expect(plan.refusals[1]).toMatchObject({ case: 'renamed', blocking: [{ kind: 'user', key: 'zhaoliu2' }] })
    expect(plan.changes.find(({ action }) => action === 'delete')?.reappears).toBe('zhaoliu2')
  })

  test('whose userid was edited is told by the name where the number is sealed and not opened', () => {
    const made = world({ users: ['zhaoliu'] })
    const { zhaoliu, ...others } = made.desired.user
    const sealed = new Personal(undefined, { seal: { text: 'age:AAAA', digest: 'd1' } })
    made.desired.user = { ...others, zhaoliu2: { ...zhaoliu, mobile: sealed } }
    made.desired.role['岗位/会计'] = { name: '会计', group: '岗位', members: { zhaoliu2: {} } }
    expect(refused(made)).toEqual([
      ['protected', 'zhaoliu'],
      ['protected-identity', 'zhaoliu'],
    ])
  })
})

describe('a protected department', () => {
  const cases: readonly [string, (made: World) => void][] = [
    [
      'that is dissolved',
      (made) => {
        delete made.desired.department['市场部']
        Object.assign(person(made, 'zhaoliu'), { main: '研发部' })
      },
    ],
    ['that is moved', (made) => Object.assign(made.desired.department['市场部'] ?? {}, { parent_id: '研发部' })],
    [
      'that loses a head',
      (made) => {
        setHead(made, '市场部', 'zhaoliu')
        made.desired['department-settings']['市场部'] = { dept_manager_userid_list: { lilei: true } }
      },
    ],
    [
      'whose head leaves',
      (made) => {
        setHead(made, '市场部', 'zhaoliu')
        delete made.desired['department-settings']['市场部']
        delete made.desired.user['zhaoliu']
      },
    ],
  ]
  test.each(cases)('%s is refused', (_, change) => {
    const made = world({ departments: ['市场部'] })
    change(made)
    expect(refused(made)).toEqual([['protected', '市场部']])
    const nothing = world()
    change(nothing)
    expect(refused(nothing)).toEqual([])
  })

  test('is still protected when its folder is renamed first', () => {
    const made = world({ departments: ['市场部'] })
    renameFolder(made, '市场部', '销售部')
    expect(refused(made)).toEqual([])
    Object.assign(made.desired.department['销售部'] ?? {}, { parent_id: '研发部' })
    expect(refused(made)).toEqual([['protected', '销售部']])
  })
})

describe('administrators', () => {
  test('are asked for only where an account goes', () => {
    const made = world()
    made.administrators = undefined
    Object.assign(person(made, 'hanmei'), { title: '架构师' })
    expect(refused(made)).toEqual([])
    delete made.desired.user['zhaoliu']
    expect(planOf(made).refusals).toMatchObject([{ code: 'administrators', case: 'unread', final: true }])
  })
  test('that could not be read are not taken for none', () => {
    const made = world()
    made.administrators = { unread: '43007' }
    delete made.desired.user['zhaoliu']
    expect(planOf(made).refusals).toMatchObject([
      { code: 'administrators', case: 'unread', message: expect.stringContaining('43007') },
    ])
  })
  test('have to be two after one has left', () => {
    const made = world()
    made.administrators = { super: ['founder'], sub: ['zhaoliu', 'hanmei'] }
    delete made.desired.user['zhaoliu']
    expect(refused(made)).toEqual([])
    made.administrators = { super: ['founder'], sub: ['zhaoliu'] }
    expect(planOf(made).refusals).toMatchObject([{ code: 'administrators', case: 'few', refs: [{ key: 'zhaoliu' }] }])
    delete made.desired.user['wangwu']
    made.desired.user['zhaoliu'] = { name: '赵六', main: '市场部' }
    expect(refused(made)).toEqual([])
  })
  test('of the highest rank never go, nor are they added again', () => {
    const made = world()
    made.administrators = { super: ['founder', 'hanmei'], sub: ['a', 'b', 'c'] }
    made.replaceable.push('hanmei')
    Object.assign(person(made, 'hanmei'), { mobile: new Personal('+86-10099999999') })
    expect(planOf(made).refusals).toMatchObject([
      { code: 'administrators', case: 'super', final: true, refs: [{ key: 'hanmei' }] },
    ])
    expect(planOf(made).approval).toBeUndefined()
  })
})

describe("the app's own access", () => {
  test.each([
    [
      'a department that is dissolved',
      (made: World) => {
        delete made.desired.department['市场部']
        Object.assign(person(made, 'zhaoliu'), { main: '研发部' })
      },
      '市场部',
    ],
    [
      'a department that is moved',
      (made: World) => Object.assign(made.desired.department['市场部'] ?? {}, { parent_id: '研发部' }),
      '市场部',
    ],
    ['a person who leaves', (made: World) => delete made.desired.user['zhaoliu'], 'zhaoliu'],
  ])('is never cut off by %s', (_, change, key) => {
    const made = world()
    made.access = { departments: ['20'], users: ['zhaoliu'] }
    change(made)
    expect(refused(made)).toContainEqual(['own-access', key])
    made.access = { departments: ['10'], users: ['lilei'] }
    expect(refused(made)).toEqual([])
  })
})

test('a department to be dissolved in which somebody is whom the files do not manage is refused, with their name', () => {
  const made = world()
  addDepartment(made, { key: '临时组', id: 30, parent: '/' })
  addPerson(made, { userid: 'waibao', name: '外包员', main: '临时组', title: '外包' })
  delete made.desired.department['临时组']
  delete made.desired.user['waibao']
  expect(refused(made)).toEqual([])
  const { waibao: _, ...ours } = made.lock.resources['user'] ?? {}
  made.lock.resources['user'] = ours
  expect(planOf(made).refusals).toMatchObject([
    {
      code: 'unmanaged-below',
      refs: [{ key: '临时组' }],
      blocking: [{ kind: 'user', key: '#waibao' }],
      message: expect.stringContaining('外包员'),
    },
  ])
})
