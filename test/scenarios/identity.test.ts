import { describe, expect, test } from 'vitest'
import { InvalidDirectory } from '../../src/core/problem.ts'
import { heldIn } from '../support/held.ts'
import { brief, department, enabled, idsByPath, ours, replaceFiles, settled, start } from '../support/settled.ts'

/** Departments and roles stay the same ones, with their ids, through renames, moves, swaps and all of these at once. */

describe('renames and moves', () => {
  test('a renamed folder keeps its dept_id, its people and its chat, and so do folders below it', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/技术中心/department.yaml': 'order: 10\nmanagers: [lilei]\n',
      'departments/技术中心/people.yaml': ours['departments/研发部/people.yaml'] ?? '',
      'departments/技术中心/后端组/people.yaml': ours['departments/研发部/后端组/people.yaml'] ?? '',
      'departments/市场部/department.yaml': 'order: 30\n',
      'departments/市场部/people.yaml': ours['departments/市场部/people.yaml'] ?? '',
      'roles/岗位.yaml': ours['roles/岗位.yaml'] ?? '',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department 技术中心', 'update department 技术中心/后端组'])
    expect(idsByPath(company)).toEqual({
      '': 1,
      '/市场部': before['/市场部'],
      '/技术中心': before['/研发部'],
      '/技术中心/后端组': before['/研发部/后端组'],
    })
  })

  test('a folder below a renamed one gets the mark of its new key, even if the first run ended before that', async () => {
    const company = await start(ours)
    await settled(company)
    const renamed = Object.entries(ours).map(([path, text]) => [path.replace('研发部', '技术中心'), text])
    await replaceFiles(company, Object.fromEntries(renamed))
    expect((await company.apply({ stopped: () => true })).end).toBe('interrupted')
    await settled(company)
    const { source_identifier } = department(company.emulator.snapshot(), '后端组')
    expect(source_identifier).toBe('rollbook:技术中心/后端组')
    expect(await company.lock()).not.toContain('formerly')
  })

  test('a folder that is moved and renamed at once keeps its dept_id', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    const { 'departments/研发部/后端组/people.yaml': people = '', ...rest } = ours
    await replaceFiles(company, {
      ...rest,
      'departments/市场部/平台组/people.yaml': people.replace('市场部', '研发部'),
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['move department 市场部/平台组', 'update user zhaoqiang'])
    expect(idsByPath(company)['/市场部/平台组']).toBe(before['/研发部/后端组'])
  })

  test('a renamed folder without people or sub-departments needs "previously"', async () => {
    const files = { 'rollbook.yaml': enabled, 'departments/甲部/department.yaml': 'order: 5\n' }
    const company = await start(files)
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, { 'departments/乙部/department.yaml': 'previously: [甲部]\norder: 5\n' })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department 乙部'])
    expect(idsByPath(company)).toEqual({ '': 1, '/乙部': before['/甲部'] })
  })

  test('two siblings with keys of their own swap their names, by way of a temporary one', async () => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲部/department.yaml': 'key: a\norder: 1\n',
      'departments/乙部/department.yaml': 'key: b\norder: 2\n',
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/甲部/department.yaml': 'key: b\norder: 2\n',
      'departments/乙部/department.yaml': 'key: a\norder: 1\n',
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual([
      'make room: update department a',
      'update department b',
      'update department a',
    ])
    expect(idsByPath(company)).toEqual({ '': 1, '/甲部': before['/乙部'], '/乙部': before['/甲部'] })
  })

  test.each([1, 2, 3])('a swap of names that stops after %i steps goes on from there', async (steps) => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲部/department.yaml': 'key: a\norder: 1\n',
      'departments/乙部/department.yaml': 'key: b\norder: 2\n',
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/甲部/department.yaml': 'key: b\norder: 2\n',
      'departments/乙部/department.yaml': 'key: a\norder: 1\n',
    })
    let asked = 0
    await company.apply({ stopped: () => asked++ === steps })
    await settled(company)
    expect(idsByPath(company)).toEqual({ '': 1, '/甲部': before['/乙部'], '/乙部': before['/甲部'] })
  })

  test('a role takes the name that another one gives up in the same change: both keep their ids', async () => {
    const company = await start(ours)
    await settled(company)
    const ids = () =>
      Object.fromEntries(
        company.emulator.snapshot().roles.flatMap(({ id, name, system }) => (system ? [] : [[name, id]])),
      )
    const before = ids()
    await company.edit({
      'roles/岗位.yaml': [
        'roles:',
        '- {name: 主办会计, previously: [会计], members: [hanmeimei]}',
        '- {name: 会计, previously: [出纳], members: [zhoujie]}\n',
      ].join('\n'),
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update role 岗位/主办会计', 'update role 岗位/会计'])
    expect(ids()).toEqual({ 主办会计: before['会计'], 会计: before['出纳'] })
  })

  test.each([true, false])(
    'a department takes the name that another one gives up: both keep their ids (marker readable: %s)',
    async (sourceIdentifierReadable) => {
      const company = await start(
        {
          'rollbook.yaml': enabled,
          'departments/甲部/department.yaml': 'order: 1\n',
          'departments/乙部/department.yaml': 'order: 2\n',
        },
        { switches: { sourceIdentifierReadable } },
      )
      await settled(company)
      const before = idsByPath(company)
      await replaceFiles(company, {
        'departments/丙部/department.yaml': 'previously: [甲部]\norder: 1\n',
        'departments/甲部/department.yaml': 'previously: [乙部]\norder: 2\n',
      })
      await settled(company)
      expect(idsByPath(company)).toEqual({ '': 1, '/丙部': before['/甲部'], '/甲部': before['/乙部'] })
    },
  )

  test('two roles exchange their members when their names are exchanged in the file: nothing is made or removed', async () => {
    const company = await start(ours)
    await settled(company)
    const before = company.emulator.snapshot().roles.map(({ id, name }) => [id, name])
    await company.edit({
      'roles/岗位.yaml': 'roles:\n- {name: 出纳, members: [hanmeimei]}\n- {name: 会计, members: [zhoujie]}\n',
    })
    await settled(company)
    expect(company.emulator.snapshot().roles.map(({ id, name }) => [id, name])).toEqual(before)
    expect(heldIn(company.emulator.snapshot()).roles).toMatchObject({
      '岗位/会计': { zhoujie: null },
      '岗位/出纳': { hanmeimei: null },
    })
  })

  test('when two departments fit a new folder, the plan stops at the file and asks', async () => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲部/people.yaml': '- {userid: lilei, name: 李雷, mobile: "10000000002", also: [乙部]}\n',
      'departments/乙部/people.yaml': '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", also: [甲部]}\n',
    })
    await settled(company)
    const before = company.emulator.snapshot()
    await replaceFiles(company, {
      'departments/丙部/people.yaml': [
        '- {userid: lilei, name: 李雷, mobile: "10000000002", also: []}',
        '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", also: []}\n',
      ].join('\n'),
    })
    const failure = await company.apply().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(InvalidDirectory)
    expect((failure as InvalidDirectory).problems).toMatchObject([
      { code: 'ambiguous-rename', file: 'departments/丙部', hint: expect.stringContaining('previously') },
    ])
    expect(company.emulator.snapshot()).toEqual(before)

    await company.edit({ 'departments/丙部/department.yaml': 'previously: [甲部]\n' })
    const ids = idsByPath(company)
    await settled(company)
    expect(idsByPath(company)).toEqual({ '': 1, '/丙部': ids['/甲部'] })
  })
})

test('of two departments of one name in one place, that nothing tells apart, the plan takes neither and names both', async () => {
  const company = await start(ours)
  const { console: byAdministrator, state } = company.emulator
  byAdministrator('createDepartment', { name: '研发部', parent_id: 1 })
  const [first] = state.records.children(1)
  if (first === undefined) throw new Error('the administrator made nothing')
  state.records.putDepartment({ ...first, dept_id: first.dept_id + 7 })
  const before = company.emulator.snapshot()
  const failure = await company.apply().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(InvalidDirectory)
  expect((failure as InvalidDirectory).problems).toMatchObject([
    {
      code: 'ambiguous-rename',
      file: 'departments/研发部/department.yaml',
      message: expect.stringMatching(new RegExp(`${first.dept_id}.*${first.dept_id + 7}`)),
      hint: expect.stringContaining('console'),
    },
  ])
  expect(company.emulator.snapshot()).toEqual(before)

  state.records.putDepartment({ ...first, dept_id: first.dept_id + 7, name: '研发部（旧）' })
  await settled(company)
  expect(idsByPath(company)['/研发部']).toBe(first.dept_id)
})

describe('departments that change places', () => {
  const [a, b] = ['key: a\norder: 1\n', 'key: b\norder: 2\n']

  test.each([
    ['with their keys, and so keep their ids', b, a, { '/乙': '/甲/乙', '/乙/甲': '/甲' }],
    ['by name alone', a, b, { '/乙': '/甲', '/乙/甲': '/甲/乙' }],
  ])('a parent and its child %s', async (_, parent, child, formerly) => {
    const company = await start({
      'rollbook.yaml': enabled,
      'departments/甲/department.yaml': a,
      'departments/甲/乙/department.yaml': b,
    })
    await settled(company)
    const before = idsByPath(company)
    await replaceFiles(company, {
      'departments/乙/department.yaml': parent,
      'departments/乙/甲/department.yaml': child,
    })
    await settled(company)
    const kept = Object.entries(formerly).map(([path, former]) => [path, before[former]])
    expect(idsByPath(company)).toEqual({ '': 1, ...Object.fromEntries(kept) })
  })

  test('a folder gets a key of its own, and another name, and stays the same department', async () => {
    const company = await start(ours)
    await settled(company)
    const before = idsByPath(company)
    const { 'departments/市场部/department.yaml': _, 'departments/市场部/people.yaml': people = '', ...rest } = ours
    await replaceFiles(company, {
      ...rest,
      'departments/研发部/后端组/people.yaml': '- {userid: zhaoqiang, name: 赵强, also: [mkt]}\n',
      'departments/market/department.yaml': 'key: mkt\nname: 市场部\norder: 30\n',
      'departments/market/people.yaml': people,
    })
    const { plan } = await settled(company)
    expect(brief(plan.changes)).toEqual(['update department mkt'])
    expect(idsByPath(company)).toEqual(before)
  })
})
