import { describe, expect, test } from 'vitest'
import type { Desired } from '../../src/core/desired.ts'
import { type Identifiable, type Identification, identify, namesOf } from '../../src/core/identify.ts'
import type { Lockfile } from '../../src/core/lockfile.ts'
import { type Places, placeKey, type Snapshot } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import {
  addDepartment,
  brief,
  locked,
  organisation,
  planOf,
  renameFolder,
  setHead,
  type World,
} from '../support/world.ts'

const briefs = (world: World) => planOf(world).changes.map(brief)
const pathsOf = (world: World) =>
  planOf(world).changes.flatMap(({ patch }) => patch.map(({ op, path }) => `${op} ${path}`))

describe('what the lock kept in a list by id', () => {
  /** 王五 is in 市场部 besides, which the files did not name when they first stated the list. */
  function withKept(member: string): World {
    const world = organisation()
    world.people.get('wangwu')?.departments.push(20)
    Object.assign(world.desired.user['wangwu'] ?? {}, { dept_id_list: { '研发部/前端组': true } })
    locked(world, 'user', 'wangwu', 'wangwu', {
      main: '研发部/前端组',
      sets: ['dept_id_list'],
      kept: { dept_id_list: [member] },
    })
    return world
  }

  test('is found under the key that it has now', () => {
    const world = withKept('#20')
    expect(briefs(world)).toEqual([])
    expect(planOf(world).identified.kept).toEqual([
      { ref: { kind: 'user', key: 'wangwu' }, field: 'dept_id_list', members: ['市场部'] },
    ])
  })

  test('and by its key, as older locks have it', () => {
    expect(briefs(withKept('市场部'))).toEqual([])
  })

  test('stays without a key of ours', () => {
    const world = withKept('#99')
    world.departments.set('99', { id: 99, name: '外包', parent: 1, foreign: false, detail: { dept_id: 99 } })
    world.people.get('wangwu')?.departments.push(99)
    expect(pathsOf(world)).toEqual(['remove /user/wangwu/dept_id_list/市场部'])
  })
})

describe('departments that a person is in besides', () => {
  test('are left when they are dissolved, also where the files do not state them', () => {
    const world = organisation()
    world.people.get('wangwu')?.departments.push(20)
    delete world.desired.department['市场部']
    Object.assign(world.desired.user['zhaoliu'] ?? {}, { main: '研发部' })
    expect(briefs(world)).toEqual([
      'update user wangwu {dept_id_list}',
      'move user zhaoliu {dept_id_list, main}',
      'delete department 市场部',
    ])
  })

  test('stay when they are not ours and nothing is dissolved', () => {
    const world = organisation()
    world.departments.set('99', { id: 99, name: '外包', parent: 1, foreign: false, detail: { dept_id: 99 } })
    world.people.get('wangwu')?.departments.push(99)
    expect(briefs(world)).toEqual([])
  })

  test('stay when the files state the list for the first time', () => {
    const world = organisation()
    world.people.get('wangwu')?.departments.push(20)
    Object.assign(world.desired.user['wangwu'] ?? {}, { dept_id_list: { '研发部/前端组': true } })
    expect(briefs(world)).toEqual([])
    expect(planOf(world).identified.kept).toEqual([
      { ref: { kind: 'user', key: 'wangwu' }, field: 'dept_id_list', members: ['市场部'] },
    ])
  })

  test('are all left by somebody who leaves the company', () => {
    const world = organisation()
    addDepartment(world, { key: '离职', id: 30, parent: '/' })
    world.settings = { ...world.settings, departed: '离职' }
    world.people.get('zhaoliu')?.departments.push(10)
    delete world.desired.user['zhaoliu']
    const { changes, identified } = planOf(world)
    expect(changes[0]?.after?.['dept_id_list']).toEqual({ 离职: true })
    expect(identified.kept).toEqual([])
    expect([...identified.departing]).toEqual(['zhaoliu'])
  })
})

describe('a renamed department', () => {
  test('has what the lock knew of it under its former key', () => {
    const world = organisation()
    setHead(world, '市场部', 'zhaoliu')
    renameFolder(world, '市场部', '品牌部')
    world.previously['department'] = { 品牌部: ['市场部'] }
    const remote = world.departments.get('20')
    // The list was ours before, so whoever was added to it goes.
    Object.assign(remote?.detail ?? {}, { dept_manager_userid_list: ['zhaoliu', 'lilei'] })
    expect(pathsOf(world)).toContain('remove /department-settings/品牌部/dept_manager_userid_list/lilei')
    expect(planOf(world).identified.kept).toEqual([])
  })

  test('is adopted with its former key, and so are its settings', () => {
    const world = organisation()
    setHead(world, '市场部', 'zhaoliu')
    renameFolder(world, '市场部', '品牌部')
    world.previously['department'] = { 品牌部: ['市场部'] }
    expect(planOf(world).identified.adopted).toEqual([
      { ref: { kind: 'department', key: '品牌部' }, id: '20', formerly: '市场部', mark: '市场部' },
      { ref: { kind: 'department-settings', key: '品牌部' }, id: '20', formerly: '市场部' },
    ])
  })
})

test('a lost lock adopts everything but the root, which is nobody’s', () => {
  const world = organisation()
  world.lock = { corp: null, resources: {} }
  const adopted = planOf(world).identified.adopted.map(({ ref, ...rest }) => ({ ...ref, ...rest }))
  const marked = (kind: string, key: string, id: string) => ({ kind, key, id, mark: key })
  expect(adopted).toEqual([
    marked('department', '市场部', '20'),
    marked('department', '研发部', '10'),
    marked('department', '研发部/前端组', '12'),
    marked('department', '研发部/后端组', '11'),
    ...['lilei', 'hanmei', 'wangwu', 'zhaoliu'].map((key) => marked('user', key, key)),
    { kind: 'department-settings', key: '研发部', id: '10' },
    marked('role-group', '岗位', '500'),
    marked('role', '岗位/会计', '600'),
  ])
})

test('a person who is made again gets back what the files do not state, and nobody is made up', () => {
  const world = organisation()
  Object.assign(world.people.get('lilei')?.item ?? {}, { work_place: '上海' })
  Object.assign(world.desired.user['lilei'] ?? {}, { mobile: new Personal('+86-10099999999') })
  world.desired.user['zoe'] = { name: '佐伊', main: '市场部' }
  world.replaceable.push('lilei')
  const { changes, identified } = planOf(world)
  expect(changes.find(({ action }) => action === 'replace')?.after?.['work_place']).toBe('上海')
  expect(identified.whole.has(placeKey({ kind: 'user', key: 'zoe' }))).toBe(false)
})

describe('what the files leave out', () => {
  test('is left behind where DingTalk cannot delete it', () => {
    const world = organisation()
    delete world.desired.role['岗位/会计']
    delete world.desired['role-group']['岗位']
    const { changes, identified } = planOf(world)
    expect(changes.map(brief)).toEqual(['delete role 岗位/会计'])
    expect(identified.left).toEqual([{ kind: 'role-group', key: '岗位' }])
  })

  test('is not managed where it is a setting of something that stays', () => {
    const world = organisation()
    delete world.desired['department-settings']['研发部']
    const { changes, identified } = planOf(world)
    expect(changes).toEqual([])
    expect(identified.left).toEqual([])
  })

  test('is no root department to be deleted, where none is shown', () => {
    const world = organisation()
    delete world.desired.department['/']
    world.departments.delete('1')
    expect(Object.keys(planOf(world).identified.actual['department'] ?? {})).not.toContain('/')
  })
})

test('a setting that sets nothing on what is new is no change', () => {
  const world = organisation()
  world.desired.department['法务部'] = { name: '法务部', parent_id: '/', source_identifier: 'rollbook:法务部' }
  world.desired['department-settings']['法务部'] = { dept_manager_userid_list: {} }
  world.desired['department-settings']['市场部'] = {}
  const { changes, identified } = planOf(world)
  expect(changes.map(brief)).toEqual(['create department 法务部'])
  expect(identified.desired['department-settings']).toEqual({
    研发部: { dept_manager_userid_list: { lilei: true } },
    市场部: {},
  })
})

test('what is not ours is listed by kind and id, without a name where it has none', () => {
  const world = organisation()
  const outside = (id: number, name: string) => ({ id, name, parent: 1, foreign: false, detail: { dept_id: id } })
  for (const [id, name] of [
    [99, '外包'],
    [98, ''],
  ] as const)
    world.departments.set(String(id), outside(id, name))
  const person = { departments: [1], orders: new Map(), titleUnsure: false }
  world.people.set('2nd', { ...person, item: { userid: '2nd', name: '乙' } })
  world.people.set('1st', { ...person, item: { userid: '1st', name: '甲' } })
  expect(planOf(world).identified.unmanaged).toStrictEqual([
    { kind: 'department', key: '#98' },
    { kind: 'department', key: '#99', name: '外包' },
    { kind: 'user', key: '#1st', name: '甲' },
    { kind: 'user', key: '#2nd', name: '乙' },
  ])
})

test('an id without a key of ours is written as the id, of every kind', () => {
  const names = namesOf({ department: { 研发部: '10' } })
  expect([names('department', 10), names('department', '11'), names('user', 'lilei')]).toEqual([
    '研发部',
    '#11',
    '#lilei',
  ])
})

describe('kinds of its own', () => {
  /** A kind of which nothing is known but what a test says. */
  const kindOf = (name: string, match: Identification, more: Partial<Identifiable<unknown>> = {}) => ({
    name,
    shapes: {},
    replaces: [],
    createOnly: [],
    deletable: true,
    identify: () => match,
    model: (remote: unknown) => remote as { [field: string]: string },
    unreadable: () => [],
    unmanagedName: () => 'somebody',
    ...more,
  })
  const things = (
    kinds: readonly Identifiable<unknown>[],
    sides: { stated?: object; remotes?: Snapshot['remotes']; lock?: Lockfile['resources']; places?: Places },
  ) =>
    identify(
      kinds,
      {
        directory: { thing: sides.stated ?? {} },
        previously: {},
        places: sides.places ?? new Map(),
        settings: defaultSettings,
      } as unknown as Desired,
      { remotes: sides.remotes ?? {}, hidden: {} } as unknown as Snapshot,
      { corp: null, resources: sides.lock ?? {} },
      () => () => '',
    )

  test('a kind of which nothing was read is all new', () => {
    const { actual, desired, unmanaged } = things([kindOf('thing', { ids: {} }, { replaces: ['name'] })], {
      stated: { a: { name: 'a' } },
      lock: { thing: { a: { id: '1' } } },
    })
    expect({ actual, desired, unmanaged }).toEqual({
      actual: { thing: {} },
      desired: { thing: { a: { name: 'a' } } },
      unmanaged: [],
    })
  })

  test('something new that says nothing of itself is made all the same', () => {
    expect(things([kindOf('thing', { ids: {} })], { stated: { a: {} } }).desired).toEqual({ thing: { a: {} } })
  })

  test('a thing is made again when one of several fields differs that only a new one can have', () => {
    const other = kindOf('other', { ids: {} }, { model: (_, names) => ({ holds: names('thing', 1) ?? 'nobody' }) })
    const replaced = kindOf('thing', { ids: { a: '1' } }, { replaces: ['name', 'mobile'] })
    const remotes = { thing: new Map([['1', { name: 'a', mobile: '100' }]]), other: new Map([['7', {}]]) }
    const seen = (stated: object) =>
      things([replaced, other], {
        stated: { a: stated },
        remotes,
        lock: { thing: { a: { id: '1' } }, other: { x: { id: '7' } } },
      }).actual['other']?.['x']
    expect(seen({ name: 'a', mobile: '101' })).toEqual({ holds: 'nobody' })
    expect(seen({ name: 'a', mobile: '100' })).toEqual({ holds: 'a' })
    expect(seen({ name: 'a' })).toEqual({ holds: 'a' })
  })

  test('what cannot be told apart is a problem at its line, or at the first of no file', () => {
    const ambiguous = [{ key: 'a', en: ['which?', 'say so'], zh: ['哪个?', '请写明'] }] as const
    const kind = kindOf('thing', { ids: {}, ambiguous: ambiguous as never })
    const place = { file: 'a.yaml', line: 7, column: 3 }
    const placed = things([kind], {
      stated: { a: {} },
      places: new Map([[placeKey({ kind: 'thing', key: 'a' }), place]]),
    })
    expect(placed.problems).toMatchObject([{ code: 'ambiguous-rename', ...place }])
    expect(things([kind], { stated: { a: {} } }).problems).toMatchObject([{ file: '', line: 1, column: 1 }])
  })

  test('a root that is not a department is adopted like anything else', () => {
    const { adopted } = things([kindOf('thing', { ids: { '/': '1' } })], {
      stated: { '/': {} },
      remotes: { thing: new Map([['1', {}]]) },
    })
    expect(adopted).toEqual([{ ref: { kind: 'thing', key: '/' }, id: '1' }])
  })
})
