import { describe, expect, test } from 'vitest'
import { Personal } from '../../../src/core/personal.ts'
import { allowed, defaultSettings } from '../../../src/core/settings.ts'
import { addDepartment, addPerson, addRole, organisation, planOf, setHead, type World } from '../../support/world.ts'

const codes = (world: World) => planOf(world).refusals.map(({ code }) => code)
const enableDeletions = (world: World) => {
  world.settings = { ...world.settings, deletions: { users: 'enabled', departments: 'enabled', roles: 'enabled' } }
}

/** A company of a hundred people in one department, so that percentages matter. */
function hundred(): World {
  const world = organisation()
  for (let index = 0; index < 100; index += 1)
    addPerson(world, { userid: `p${index}`, name: `员工${index}`, main: '市场部', title: '专员' })
  return world
}

test('adopting from another company is refused although nothing would be written', () => {
  const world = organisation()
  world.lock.resources['user'] = {}
  world.company = 'wrong'
  expect(codes(world)).toEqual(['wrong-company'])
})

test('a plan that neither writes nor adopts is never refused', () => {
  const world = organisation()
  world.company = 'wrong'
  world.gaps.push({ code: 'scope', message: 'partial' })
  expect(codes(world)).toEqual([])
})

describe('what refuses every plan', () => {
  const changed = () => {
    const world = organisation()
    Object.assign(world.desired.user['lilei'] ?? {}, { title: 'CTO' })
    return world
  }

  test('a read with a gap', () => {
    const world = changed()
    world.gaps.push({ code: 'head-count', message: 'DingTalk counts 5 people, 4 were found' })
    expect(codes(world)).toEqual(['incomplete-read'])
  })
  test('a company that DingTalk says is another one', () => {
    const world = changed()
    world.company = 'wrong'
    expect(codes(world)).toEqual(['wrong-company'])
  })
  test('a lock that was written for another company', () => {
    const world = changed()
    world.settings = { ...world.settings, corp: 'dingother' }
    expect(codes(world)).toEqual(['wrong-company'])
  })
  test('a lock of which nothing exists, unless the company is proven', () => {
    const world = changed()
    for (const entries of Object.values(world.lock.resources))
      for (const [key, entry] of Object.entries(entries)) entries[key] = { ...entry, id: `9${entry.id}9` }
    world.company = 'unproven'
    expect(codes(world)).toContain('wrong-company')
    world.company = 'proven'
    expect(codes(world)).not.toContain('wrong-company')
  })
  test('files that describe nothing while the lock lists something', () => {
    const world = organisation()
    enableDeletions(world)
    world.desired = { department: { '/': {} }, 'department-settings': {}, user: {}, 'role-group': {}, role: {} }
    expect(codes(world)).toContain('empty-desired')
  })
})

describe('deletions', () => {
  test('are refused until they are enabled, kind by kind', () => {
    const world = organisation()
    delete world.desired.user['zhaoliu']
    delete world.desired.role['岗位/会计']
    expect(codes(world)).toEqual(['deletion-plan-only', 'deletion-plan-only'])
    world.settings = { ...world.settings, deletions: { ...world.settings.deletions, roles: 'enabled' } }
    expect(codes(world)).toEqual(['deletion-plan-only'])
    enableDeletions(world)
    expect(codes(world)).toEqual([])
  })
  test('of a department are refused while it holds one that is not ours', () => {
    const world = organisation()
    enableDeletions(world)
    delete world.desired.department['市场部']
    delete world.desired.user['zhaoliu']
    expect(codes(world)).toEqual([])
    world.departments.set('99', { id: 99, name: '外包组', parent: 20, foreign: false })
    expect(planOf(world).refusals).toMatchObject([{ code: 'unmanaged-below', refs: [{ key: '市场部' }] }])
  })
  test('of protected people and departments are refused even when enabled', () => {
    const world = organisation()
    enableDeletions(world)
    world.settings = { ...world.settings, protected: { users: ['zhaoliu'], departments: [] } }
    delete world.desired.user['zhaoliu']
    expect(codes(world)).toEqual(['protected'])
  })
})

test('a mobile is replaced only with consent in the person’s own file', () => {
  const world = organisation()
  Object.assign(world.desired.user['lilei'] ?? {}, { mobile: new Personal('+86-10099999999') })
  expect(codes(world)).toEqual(['mobile-replacement'])
  world.replaceable.push('lilei')
  expect(codes(world)).toEqual([])
})

describe('limits stop at one above what they allow', () => {
  const atLimit: readonly [string, number, (world: World, amount: number) => void][] = [
    [
      'users.remove',
      5,
      (world, amount) => {
        enableDeletions(world)
        for (let index = 0; index < amount; index += 1) delete world.desired.user[`p${index}`]
      },
    ],
    [
      'users.move',
      31,
      (world, amount) => {
        for (let index = 0; index < amount; index += 1)
          Object.assign(world.desired.user[`p${index}`] ?? {}, { main: '研发部' })
      },
    ],
    [
      'users.change',
      52,
      (world, amount) => {
        for (let index = 0; index < amount; index += 1)
          Object.assign(world.desired.user[`p${index}`] ?? {}, { title: '顾问' })
      },
    ],
    [
      'users.replace',
      1,
      (world, amount) => {
        for (let index = 0; index < amount; index += 1) {
          Object.assign(world.desired.user[`p${index}`] ?? {}, { mobile: new Personal(`+86-100${index}9999999`) })
          world.replaceable.push(`p${index}`)
        }
      },
    ],
    [
      'departments.remove',
      2,
      (world, amount) => {
        enableDeletions(world)
        for (let index = 0; index < amount; index += 1) {
          addDepartment(world, { key: `小组${index}`, id: 700 + index, parent: '/' })
          delete world.desired.department[`小组${index}`]
        }
      },
    ],
    [
      'roles.remove',
      2,
      (world, amount) => {
        enableDeletions(world)
        for (let index = 0; index < amount; index += 1) {
          addRole(world, { group: '岗位', name: `角色${index}`, id: `8${index}`, members: [] })
          delete world.desired.role[`岗位/角色${index}`]
        }
      },
    ],
    [
      'managers.change',
      3,
      (world, amount) => {
        for (let index = 0; index < amount; index += 1) {
          addDepartment(world, { key: `小组${index}`, id: 700 + index, parent: '/' })
          setHead(world, `小组${index}`, 'lilei')
          world.desired['department-settings'][`小组${index}`] = { dept_manager_userid_list: { hanmei: true } }
        }
      },
    ],
    [
      'members.remove',
      20,
      (world, amount) => {
        const everybody = Array.from({ length: 99 }, (_, index) => `p${index}`)
        addRole(world, { group: '岗位', name: '全员', id: '900', members: everybody })
        world.desired.role['岗位/全员'] = {
          name: '全员',
          group: '岗位',
          members: Object.fromEntries(everybody.slice(amount).map((key) => [key, {}])),
        }
      },
    ],
  ]
  test.each(atLimit)('%s', (name, most, change) => {
    const inside = hundred()
    change(inside, most)
    expect(planOf(inside).refusals).toEqual([])
    const above = hundred()
    change(above, most + 1)
    expect(planOf(above).refusals).toMatchObject([{ code: 'limit-exceeded', limit: { name, amount: most + 1, most } }])
  })

  test('the floor keeps small companies workable, the ceiling holds large ones', () => {
    const limit = defaultSettings.limits['users.remove']
    expect([10, 100, 1000, 100_000].map((managed) => allowed(limit, managed))).toEqual([3, 5, 50, 200])
  })
})

test('setting heads where there were none has no limit', () => {
  const world = organisation()
  for (let index = 0; index < 20; index += 1) {
    addDepartment(world, { key: `小组${index}`, id: 700 + index, parent: '/' })
    world.desired['department-settings'][`小组${index}`] = { dept_manager_userid_list: { lilei: true } }
  }
  expect(codes(world)).toEqual([])
})
