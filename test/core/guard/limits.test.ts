import { describe, expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../../../src/core/settings.ts'
import {
  addDepartment,
  addPerson,
  addRole,
  organisation,
  planOf,
  renameFolder,
  type World,
} from '../../support/world.ts'

const enabled: Partial<Settings> = { deletions: { users: 'enabled', departments: 'enabled', roles: 'enabled' } }
const wide = { floor: 1000, percent: 100, ceiling: 1000 }

/** Limits of the company that let everything through, but for the ones that a test is about. */
function settle(world: World, own: Partial<Settings['limits']> = {}, more: Partial<Settings> = {}): void {
  const limits = Object.fromEntries(Object.keys(defaultSettings.limits).map((name) => [name, wide]))
  world.settings = { ...world.settings, ...enabled, limits: { ...limits, ...own } as Settings['limits'], ...more }
}

const fill = (world: World, main: string, prefix: string, amount: number) => {
  for (let at = 0; at < amount; at += 1)
    addPerson(world, { userid: `${prefix}${at}`, name: `${prefix}${at}`, main, title: '专员' })
}
const remove = (world: World, prefix: string, amount: number) => {
  for (let at = 0; at < amount; at += 1) delete world.desired.user[`${prefix}${at}`]
}
const refused = (world: World) =>
  planOf(world).refusals.map(({ code, limit }) => [code, limit?.name, limit?.subtree, limit?.amount, limit?.most])
const { 'subtree.remove': everySubtree } = defaultSettings.limits

describe('people who leave out of one department', () => {
  test('may be 20 at the least, and half of those there at the most', () => {
    const world = organisation()
    settle(world, { 'subtree.remove': everySubtree })
    fill(world, '市场部', 'm', 59)
    remove(world, 'm', 30)
    expect(refused(world)).toEqual([])
    delete world.desired.user['m30']
    expect(refused(world)).toEqual([['limit-exceeded', 'subtree.remove', '市场部', 31, 30]])
    const small = organisation()
    settle(small, { 'subtree.remove': everySubtree })
    fill(small, '市场部', 'm', 24)
    remove(small, 'm', 20)
    expect(refused(small)).toEqual([])
    delete small.desired.user['m20']
    expect(refused(small)).toEqual([['limit-exceeded', 'subtree.remove', '市场部', 21, 20]])
  })

  test('are counted with everything below, and only the topmost department that breaks it is told', () => {
    const world = organisation()
    settle(world, { 'subtree.remove': everySubtree })
    fill(world, '研发部/后端组', 'b', 21)
    fill(world, '研发部/前端组', 'f', 21)
    remove(world, 'b', 21)
    expect(refused(world)).toEqual([['limit-exceeded', 'subtree.remove', '研发部/后端组', 21, 20]])
    remove(world, 'f', 21)
    expect(refused(world)).toEqual([['limit-exceeded', 'subtree.remove', '研发部', 42, 22]])
    expect(planOf(world).refusals[0]?.refs).toHaveLength(42)
  })

  test('count once, also where they are in two departments of it', () => {
    const world = organisation()
    settle(world, { 'subtree.remove': everySubtree })
    fill(world, '研发部', 'r', 21)
    for (const [userid, person] of world.people) if (userid.startsWith('r')) person.departments = [10, 11]
    for (const userid of Object.keys(world.desired.user))
      if (userid.startsWith('r'))
        world.lock.resources['user'] = { ...world.lock.resources['user'], [userid]: { id: userid, main: '研发部' } }
    remove(world, 'r', 20)
    expect(refused(world)).toEqual([])
    remove(world, 'r', 21)
    expect(refused(world)).toEqual([['limit-exceeded', 'subtree.remove', '研发部', 21, 20]])
  })
})

describe('limits of one department', () => {
  const none = { floor: 0, percent: 0, ceiling: 0 }
  const of = (key: string, limits: Settings['subtrees'][string]) => ({ subtrees: { [key]: limits } })
  const cases: readonly [string, (world: World) => void, string][] = [
    ['users.remove', (world) => delete world.desired.user['hanmei'], '研发部'],
    ['users.move', (world) => Object.assign(world.desired.user['hanmei'] ?? {}, { main: '市场部' }), '研发部'],
    ['users.change', (world) => Object.assign(world.desired.user['hanmei'] ?? {}, { title: '顾问' }), '研发部'],
    [
      'departments.remove',
      (world) => {
        delete world.desired.department['研发部/前端组']
        Object.assign(world.desired.user['wangwu'] ?? {}, { main: '研发部' })
      },
      '研发部',
    ],
    [
      'managers.change',
      (world) => Object.assign(world.desired['department-settings'], { 研发部: { dept_manager_userid_list: {} } }),
      '研发部',
    ],
    ['members.remove', (world) => Object.assign(world.desired.role['岗位/会计'] ?? {}, { members: {} }), '市场部'],
  ]
  test.each(cases)('%s counts what stands in it and below', (name, change, where) => {
    const inside = organisation()
    settle(inside, {}, of(where, { [name]: none }))
    change(inside)
    expect(refused(inside)).toEqual([['limit-exceeded', name, where, 1, 0]])
    const elsewhere = organisation()
    settle(elsewhere, {}, of(where === '市场部' ? '研发部' : '市场部', { [name]: none }))
    change(elsewhere)
    expect(refused(elsewhere)).toEqual([])
  })

  test('hold beside those of the company, which they cannot loosen', () => {
    const world = organisation()
    settle(world, { 'users.remove': none }, of('研发部', { 'users.remove': wide }))
    delete world.desired.user['hanmei']
    expect(refused(world)).toEqual([['limit-exceeded', 'users.remove', undefined, 1, 0]])
  })

  test('follow a department whose folder gets another name', () => {
    const world = organisation()
    settle(world, {}, of('研发部', { 'users.remove': none }))
    renameFolder(world, '研发部', '产品部')
    delete world.desired.user['hanmei']
    expect(refused(world)).toEqual([['limit-exceeded', 'users.remove', '产品部', 1, 0]])
  })
})

describe('what counts as what', () => {
  const only = (name: keyof Settings['limits'], most = 0) => ({ [name]: { floor: most, percent: 0, ceiling: most } })

  test('taking somebody out of a further department counts as a move', () => {
    const world = organisation()
    settle(world, only('users.move'))
    const person = world.people.get('hanmei')
    if (person !== undefined) person.departments = [11, 20]
    world.lock.resources['user'] = {
      ...world.lock.resources['user'],
      hanmei: { id: 'hanmei', main: '研发部/后端组', sets: ['dept_id_list'] },
    }
    Object.assign(world.desired.user['hanmei'] ?? {}, { dept_id_list: { '研发部/后端组': true, 市场部: true } })
    expect(refused(world)).toEqual([])
    Object.assign(world.desired.user['hanmei'] ?? {}, { dept_id_list: { '研发部/后端组': true } })
    expect(refused(world)).toEqual([['limit-exceeded', 'users.move', undefined, 1, 0]])
  })

  test('somebody who moves and gets another title counts as both', () => {
    const world = organisation()
    settle(world, { ...only('users.move'), ...only('users.change') })
    Object.assign(world.desired.user['hanmei'] ?? {}, { main: '市场部', title: '顾问' })
    expect(refused(world).map(([, name]) => name)).toEqual(['users.move', 'users.change'])
    Object.assign(world.desired.user['hanmei'] ?? {}, { title: '工程师' })
    expect(refused(world).map(([, name]) => name)).toEqual(['users.move'])
  })

  test('a role that is deleted takes itself from all its members', () => {
    const world = organisation()
    settle(world, only('members.remove', 2))
    addRole(world, { group: '岗位', name: '安全员', id: '700', members: ['lilei', 'hanmei', 'wangwu'] })
    delete world.desired.role['岗位/安全员']
    expect(refused(world)).toEqual([['limit-exceeded', 'members.remove', undefined, 3, 2]])
    expect(planOf(world).refusals[0]).toMatchObject({
      refs: [{ kind: 'role', key: '岗位/安全员' }],
      limit: { managed: 4 },
    })
  })

  test('a head whose account goes leaves the department without one, also where the files name no heads', () => {
    const world = organisation()
    settle(world, only('managers.change'))
    delete world.desired['department-settings']['研发部']
    Object.assign(world.desired.user['hanmei'] ?? {}, { manager_userid: null })
    delete world.desired.user['lilei']
    expect(refused(world)).toEqual([['limit-exceeded', 'managers.change', undefined, 1, 0]])
    expect(planOf(world).refusals[0]?.refs).toEqual([{ kind: 'department-settings', key: '研发部' }])
  })

  test('the heads of a dissolved department count as the department alone', () => {
    const world = organisation()
    settle(world, { ...only('managers.change'), ...only('departments.remove') })
    addDepartment(world, { key: '临时组', id: 30, parent: '/' })
    addPerson(world, { userid: 'linshi', name: '林时', main: '临时组', title: '组长' })
    const remote = world.departments.get('30')
    if (remote !== undefined) remote.detail = { ...remote.detail, dept_manager_userid_list: ['linshi'] }
    delete world.desired.department['临时组']
    delete world.desired.user['linshi']
    expect(refused(world)).toEqual([['limit-exceeded', 'departments.remove', undefined, 1, 0]])
  })
})

test('the entry that a refusal prints would allow it', () => {
  const world = organisation()
  settle(
    world,
    { 'users.remove': { floor: 0, percent: 0, ceiling: 0 } },
    { subtrees: { 研发部: { 'users.remove': { floor: 0, percent: 5, ceiling: 0 } } } },
  )
  delete world.desired.user['hanmei']
  expect(planOf(world).refusals.map(({ entry }) => entry)).toEqual([
    'limits: {users.remove: {floor: 1, percent: 0, ceiling: 1}}',
    'subtrees: {研发部: {users.remove: {floor: 1, percent: 5, ceiling: 1}}}',
  ])
})

describe('a refusal says', () => {
  const none = { floor: 0, percent: 0, ceiling: 0 }
  const said = (world: World) => planOf(world).refusals.map(({ message, hint }) => [message, hint])

  test('how many of how many would change in the company', () => {
    const world = organisation()
    settle(world, { 'users.remove': none })
    delete world.desired.user['hanmei']
    expect(said(world)).toEqual([
      [
        'users.remove: 1, but at most 0 of 4 may change in one run',
        'to allow it, write "limits: {users.remove: {floor: 1, percent: 0, ceiling: 1}}" in rollbook.yaml, or split the change',
      ],
    ])
  })

  test('of those who are in the department, where the limit is of one, under the name that it was written for', () => {
    const world = organisation()
    settle(world, {}, { subtrees: { 研发部: { 'users.remove': none } } })
    renameFolder(world, '研发部', '产品部')
    delete world.desired.user['hanmei']
    expect(said(world)).toEqual([
      [
        'users.remove: 1 out of 产品部 and everything below it, but at most 0 of 3 may change in one run',
        'to allow it, write "subtrees: {研发部: {users.remove: {floor: 1, percent: 0, ceiling: 1}}}" in rollbook.yaml, or split the change',
      ],
    ])
  })

  test('how to raise the limit of every department alike', () => {
    const world = organisation()
    settle(world, { 'subtree.remove': everySubtree })
    fill(world, '市场部', 'm', 24)
    remove(world, 'm', 21)
    const [[, hint] = []] = said(world)
    expect(hint).toContain('write "limits: {subtree.remove: {floor: 21, ')
  })

  test('nothing of departments that lose exactly as many as may leave, and of others in the order of their keys', () => {
    const world = organisation()
    settle(world, { 'subtree.remove': { floor: 1, percent: 0, ceiling: 1 } })
    for (const [key, prefix, amount] of [
      ['研发部/后端组', 'b', 2],
      ['市场部', 'm', 2],
      ['研发部/前端组', 'f', 1],
    ] as const) {
      fill(world, key, prefix, 3)
      remove(world, prefix, amount)
    }
    addDepartment(world, { key: '一部', id: 40, parent: '/' })
    fill(world, '一部', 'y', 3)
    remove(world, 'y', 2)
    expect(refused(world).map(([, , subtree]) => subtree)).toEqual(['一部', '市场部', '研发部'])
  })
})
