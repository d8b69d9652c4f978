import { describe, expect, test } from 'vitest'
import { doubts, proveLock, strays } from '../../src/core/prove.ts'
import { kinds } from '../../src/kinds/index.ts'
import { addDepartment, addRole, locked, organisation, planOf, renameFolder, type World } from '../support/world.ts'

/** What the proof makes of a world: the entries of one kind that are not simply proven, each as `key: evidence`. */
function judged(world: World, kind = 'department'): string[] {
  return proveLock(input(world))
    .filter(({ ref, evidence }) => ref.kind === kind && evidence !== 'marker')
    .map(({ ref, evidence, other }) => `${ref.key}: ${evidence}${other === undefined ? '' : ` ${other}`}`)
}

function input(world: World) {
  return {
    kinds,
    lock: world.lock,
    snapshot: {
      remotes: { department: world.departments, user: world.people, 'role-group': world.groups, role: world.roles },
    },
    desired: { directory: world.desired, previously: world.previously },
    ids: planOf(world).identified.ids,
    marks: world.marks,
  }
}

const refused = (world: World) => planOf(world).refusals.find(({ code }) => code === 'lock-contradicted')

/** What a department's marker says; null takes it away. */
function mark(world: World, id: string, marker: string | null): void {
  const remote = world.departments.get(id)
  const { source_identifier: _, ...detail } = remote?.detail ?? {}
  if (remote !== undefined) remote.detail = marker === null ? detail : { ...detail, source_identifier: marker }
}

/** Renames, and moves, 市场部 in DingTalk's console. */
function rename(world: World, name: string, parent = 1): void {
  Object.assign(world.departments.get('20') ?? {}, { name, parent })
}

/** Somebody else's department, that no file and no lock ever had. */
function stranger(world: World, id: number, name: string, parent = 1): void {
  world.departments.set(String(id), {
    id,
    name,
    parent,
    foreign: false,
    detail: { dept_id: id, name, parent_id: parent },
  })
}

test('in a company where nothing differs every entry is proven', () => {
  const world = organisation()
  expect(proveLock(input(world)).every(({ verdict }) => verdict === 'proven')).toBe(true)
  expect(proveLock(input(world))).toHaveLength(10)
})

describe('a lock that is not true is refused, with the entries named', () => {
  const cases: readonly [string, string, (world: World) => void, readonly string[]][] = [
    [
      'two departments swapped',
      'department',
      (world) => {
        locked(world, 'department', '研发部', '20')
        locked(world, 'department', '市场部', '10')
      },
      ['市场部: other-key 研发部', '研发部: other-key 市场部'],
    ],
    [
      'two departments swapped, with a former key made up for each',
      'department',
      (world) => {
        locked(world, 'department', '研发部', '20', { formerly: '市场部' })
        locked(world, 'department', '市场部', '10', { formerly: '研发部' })
      },
      ['市场部: other-key 研发部', '研发部: other-key 市场部'],
    ],
    [
      'an entry pointed at a department that is not managed',
      'department',
      (world) => {
        stranger(world, 99, '总经办')
        locked(world, 'department', '市场部', '99')
      },
      ['市场部: twin 20'],
    ],
    [
      'the same, while the real one was deleted',
      'department',
      (world) => {
        stranger(world, 99, '总经办', 10)
        world.departments.delete('20')
        locked(world, 'department', '市场部', '99')
      },
      ['市场部: stranger'],
    ],
    [
      'an entry without a file for a department that is not managed',
      'department',
      (world) => {
        stranger(world, 99, '总经办')
        locked(world, 'department', '总经办', '99')
      },
      ['总经办: unmarked-removal'],
    ],
    [
      'an entry pointed at the root',
      'department',
      (world) => locked(world, 'department', '市场部', '1'),
      ['市场部: root'],
    ],
    [
      'a person whose id is somebody else',
      'user',
      (world) => locked(world, 'user', 'zhaoliu', 'lilei'),
      ['zhaoliu: userid lilei'],
    ],
    [
      'two roles swapped',
      'role',
      (world) => {
        addRole(world, { group: '岗位', name: '出纳', id: '601', members: ['lilei'] })
        locked(world, 'role', '岗位/会计', '601', { sets: ['members'] })
        locked(world, 'role', '岗位/出纳', '600', { sets: ['members'] })
      },
      ['岗位/会计: other-key 岗位/出纳', '岗位/出纳: other-key 岗位/会计'],
    ],
    [
      'a role pointed at one that is not managed',
      'role',
      (world) => {
        world.roles.set('699', { id: '699', name: '管理员', groupId: '500', groupName: '岗位', members: [] })
        locked(world, 'role', '岗位/会计', '699', { sets: ['members'] })
      },
      ['岗位/会计: twin 600'],
    ],
    [
      'an old lock, from before a folder was renamed and its name given to a new one',
      'department',
      (world) => {
        addDepartment(world, { key: '品牌部', id: 30, parent: '/' })
        mark(world, '20', 'rollbook:品牌部')
        mark(world, '30', 'rollbook:市场部')
        delete world.lock.resources['department']?.['品牌部']
      },
      ['市场部: other-key 品牌部'],
    ],
  ]
  test.each(cases)('%s', (_, kind, spoil, expected) => {
    const world = organisation()
    // Something to do, so that the refusal matters.
    Object.assign(world.desired.user['hanmei'] ?? {}, { title: '架构师' })
    spoil(world)
    expect(judged(world, kind).sort()).toEqual([...expected].sort())
    expect(
      refused(world)
        ?.refs.map(({ key }) => key)
        .sort(),
    ).toEqual(expected.map((line) => line.split(':')[0]).sort())
  })
})

describe('what happens to honest companies is not refused', () => {
  const cases: readonly [string, (world: World) => void, readonly string[]][] = [
    ['a folder renamed in the files', (world) => renameFolder(world, '市场部', '品牌部'), []],
    ['a folder moved in the files', (world) => renameFolder(world, '市场部', '研发部/市场部'), []],
    [
      'a rename whose run ended before the marker was renewed',
      (world) => {
        renameFolder(world, '市场部', '品牌部')
        delete world.lock.resources['department']?.['市场部']
        locked(world, 'department', '品牌部', '20', { formerly: '市场部' })
      },
      ['品牌部: former 市场部'],
    ],
    [
      'a rename that gave its old name away, ended before any marker was renewed',
      (world) => {
        renameFolder(world, '市场部', '品牌部')
        renameFolder(world, '研发部/前端组', '市场部')
        world.previously = { department: { 品牌部: ['市场部'], 市场部: ['研发部/前端组'] } }
        for (const key of ['市场部', '研发部/前端组']) delete world.lock.resources['department']?.[key]
        locked(world, 'department', '品牌部', '20', { formerly: '市场部' })
        locked(world, 'department', '市场部', '12', { formerly: '研发部/前端组' })
      },
      ['品牌部: former 市场部', '市场部: former 研发部/前端组'],
    ],
    [
      'the same with the lock of that run lost, and DingTalk done',
      (world) => {
        renameFolder(world, '市场部', '品牌部')
        renameFolder(world, '研发部/前端组', '市场部')
        world.previously = { department: { 品牌部: ['市场部'], 市场部: ['研发部/前端组'] } }
        mark(world, '20', 'rollbook:品牌部')
        mark(world, '12', 'rollbook:市场部')
      },
      ['市场部: superseded 品牌部', '研发部/前端组: superseded 市场部'],
    ],
    [
      'a rename that was done, and its lock never committed',
      (world) => {
        renameFolder(world, '市场部', '品牌部')
        mark(world, '20', 'rollbook:品牌部')
      },
      ['市场部: superseded 品牌部'],
    ],
    [
      'an adoption whose run ended before the marker was written',
      (world) => {
        mark(world, '20', null)
        locked(world, 'department', '市场部', '20', { formerly: '' })
      },
      ['市场部: natural'],
    ],
    [
      'a department renamed in the console',
      (world) => {
        rename(world, '品牌部')
      },
      [],
    ],
    ['a marker of another system', (world) => mark(world, '20', 'erp-0007'), ['市场部: natural']],
    [
      'a marker of another system on a department that was renamed and moved in the console, with its people',
      (world) => {
        mark(world, '20', 'erp-0007')
        rename(world, '品牌部', 10)
      },
      ['市场部: natural'],
    ],
    [
      'an organisation that returns no markers, in which everything was renamed and moved',
      (world) => {
        for (const id of ['10', '11', '12', '20']) mark(world, id, null)
        rename(world, '品牌部', 12)
      },
      ['市场部: unreadable', '研发部: unreadable', '研发部/前端组: unreadable', '研发部/后端组: unreadable'],
    ],
    [
      'a department that was deleted in the console',
      (world) => {
        world.departments.delete('20')
      },
      ['市场部: gone'],
    ],
  ]
  test.each(cases)('%s', (_, change, expected) => {
    const world = organisation()
    Object.assign(world.desired.user['hanmei'] ?? {}, { title: '架构师' })
    change(world)
    expect(judged(world).sort()).toEqual([...expected].sort())
    expect(refused(world)).toBeUndefined()
  })

  test('a role renamed in the console', () => {
    const world = organisation()
    Object.assign(world.roles.get('600') ?? {}, { name: '财务' })
    expect(judged(world, 'role')).toEqual(['岗位/会计: renamed'])
    expect(refused(world)).toBeUndefined()
  })
})

describe('markers that the read did without', () => {
  const withoutDetails = () => {
    const world = organisation()
    for (const remote of world.departments.values()) delete remote.detail
    return world
  }

  test('are not asked for while every department is where the files have it', () => {
    expect(doubts(input(withoutDetails()))).toEqual([])
  })

  test('are asked for where a name differs, and a marker that agrees ends the matter', () => {
    const world = withoutDetails()
    rename(world, '品牌部')
    expect(doubts(input(world))).toEqual(['20'])
    world.marks = new Map([['20', '市场部']])
    expect(doubts(input(world))).toEqual([])
  })

  test('are asked of those that could be meant instead, where there is none', () => {
    const world = withoutDetails()
    stranger(world, 99, '总经办')
    delete world.departments.get('99')?.detail
    locked(world, 'department', '市场部', '99')
    expect(doubts(input(world))).toEqual(['99'])
    world.marks = new Map([['99', null]])
    expect([...doubts(input(world))].sort()).toEqual(['10', '11', '12', '20'])
    world.marks = new Map([
      ['99', null],
      ['20', '市场部'],
    ])
    expect(doubts(input(world))).toEqual([])
    expect(judged(world)).toContain('市场部: twin 20')
  })
})

test('departments with our marker that the lock does not list are named', () => {
  const world = organisation()
  delete world.lock.resources['department']?.['市场部']
  expect(strays(input(world))).toEqual([{ kind: 'department', key: '市场部', id: '20', name: '市场部' }])
})
