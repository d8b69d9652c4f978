import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LeaseHeld } from '../../src/core/lease.ts'
import type { FaultAction } from '../../src/emulator/faults.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import {
  applyAgain,
  copyOf,
  failures,
  founding,
  isWell,
  lockOf,
  result,
  stages,
  start,
  statuses,
  undisturbed,
  writesIn,
} from '../support/disturbed.ts'
import { heldIn } from '../support/held.ts'

/**
 * What goes wrong while we write, and that it does no lasting harm: whatever is lost, refused or cut off, the next run
 * finds out what was done and does the rest, and nothing is ever there twice.
 */

/** What nobody can tell apart without looking: some did what was asked, some did not. They take turns. */
const unclear: readonly (readonly [string, readonly FaultAction[]])[] = [
  [
    'a write was done and its answer is lost',
    [{ drop: 'after' }, { status: 502, executed: true }, { truncate: true }, { html: true, executed: true }],
  ],
  ['a write is lost', [{ drop: 'before' }, { status: 504 }, { html: true }, { refuse: { errcode: -1 } }]],
]

describe.each(['founding', 'later'] as const)('wherever in "%s"', (stage) => {
  test.each(unclear)('%s, the next runs do the rest, and nothing is there twice', async (_, faults) => {
    const expected = await undisturbed(stage)
    const wrong: object[] = []
    for (const [index, write] of expected.writes.entries()) {
      const company = await stages[stage]()
      const fault = faults[index % faults.length] as FaultAction
      company.emulator.inject({ match: { effect: 'write', nth: index + 1 }, do: fault })
      const ended = await applyAgain(company)
      const found = await result(company, expected)
      if (!ended.startsWith('done') || !isWell(found)) wrong.push({ write: `${index + 1} ${write}`, ended, ...found })
      await company.close()
    }
    expect(wrong).toEqual([])
  })

  test('a run ends after a step, the lock is true, and the next run does the rest', async () => {
    const expected = await undisturbed(stage)
    const wrong: object[] = []
    for (let steps = 0; steps < expected.changes.length; steps++) {
      const company = await stages[stage]()
      let asked = 0
      const { end, outcomes } = await company.apply({ stopped: () => asked++ === steps })
      expect([end, outcomes.length]).toEqual(['interrupted', steps])
      const ended = await applyAgain(company, 1)
      const found = await result(company, expected)
      const sameLock = (await company.lock()) === expected.lock
      if (!ended.startsWith('done') || !isWell(found) || !sameLock) wrong.push({ steps, ended, sameLock, ...found })
      await company.close()
    }
    expect(wrong).toEqual([])
  })

  test('a run is killed before it could record a step, the next run finds it done', async () => {
    const expected = await undisturbed(stage)
    const wrong: object[] = []
    for (let steps = 1; steps <= expected.changes.length; steps++) {
      const company = await stages[stage]()
      let asked = 0
      let unrecorded = ''
      const stopped = () => {
        if (asked === steps - 1 && existsSync(lockOf(company))) unrecorded = readFileSync(lockOf(company), 'utf8')
        return asked++ === steps
      }
      await company.apply({ stopped })
      if (unrecorded === '') await rm(lockOf(company))
      else await writeFile(lockOf(company), unrecorded)
      const ended = await applyAgain(company, 1)
      const found = await result(company, expected)
      if (!ended.startsWith('done') || !isWell(found)) wrong.push({ steps, ended, ...found })
      await company.close()
    }
    expect(wrong).toEqual([])
  })
})

describe('one person whom DingTalk refuses', () => {
  const reasons: readonly (readonly [string, number, RegExp])[] = [
    ['whose mobile somebody else has', 60104, /60104/],
    ['whose name DingTalk does not take', 60110, /60110/],
  ]
  test.each(reasons)('%s is left out everywhere, and everything else is done', async (_, errcode, message) => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    company.emulator.inject({
      match: { operation: 'createUser', where: ({ userid }) => userid === 'lilei' },
      do: { refuse: { errcode } },
    })
    const { end, outcomes } = await company.apply()
    expect(end).toBe('incomplete')
    expect(statuses(outcomes)).toEqual({
      'create department 市场部': 'applied',
      'create department 研发部': 'applied',
      'create department 研发部/后端组': 'applied',
      'create department 财务部': 'applied',
      'create department-settings 市场部': 'applied',
      'create department-settings 研发部': 'without lilei',
      'create department-settings 研发部/后端组': 'applied',
      'create role 岗位/会计': 'without lilei',
      'create role 岗位/出纳': 'applied',
      'create role-group 岗位': 'applied',
      'create user boss': 'applied',
      'create user hanmeimei': 'without lilei',
      'create user lilei': 'failed',
      'create user wumin': 'applied',
      'create user zhaoqiang': 'applied',
      'create user zhoujie': 'applied',
    })
    expect(failures(outcomes).join()).toMatch(message)
    expect(heldIn(company.emulator.snapshot()).roles['岗位/会计']).toEqual({ hanmeimei: null })
    expect(await company.lock()).not.toMatch(/"lilei"/)

    const next = await company.apply()
    expect(statuses(next.outcomes)).toEqual({
      'create user lilei': 'applied',
      'update department-settings 研发部': 'applied',
      'update role 岗位/会计': 'applied',
      'update user hanmeimei': 'applied',
    })
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })
})

describe('a department that cannot be made', () => {
  test('takes what is inside it along, and everything else is done', async () => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    company.emulator.inject({
      match: { operation: 'createDepartment', where: ({ name }) => name === '研发部' },
      do: { refuse: { errcode: 60009 } },
    })
    const { end, outcomes } = await company.apply()
    expect(end).toBe('incomplete')
    expect(statuses(outcomes)).toEqual({
      'create department 市场部': 'applied',
      'create department 研发部': 'failed',
      'create department 研发部/后端组': 'skipped because of 研发部',
      'create department 财务部': 'applied',
      'create department-settings 市场部': 'applied',
      'create department-settings 研发部': 'skipped because of 研发部',
      'create department-settings 研发部/后端组': 'skipped because of 研发部/后端组',
      'create role 岗位/会计': 'without hanmeimei,lilei,研发部',
      'create role 岗位/出纳': 'applied',
      'create role-group 岗位': 'applied',
      'create user boss': 'applied',
      'create user hanmeimei': 'skipped because of 研发部',
      'create user lilei': 'skipped because of 研发部',
      'create user wumin': 'applied',
      'create user zhaoqiang': 'skipped because of 研发部/后端组',
      'create user zhoujie': 'applied',
    })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('is a further department only: the person comes without it, and gets it later', async () => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    company.emulator.inject({
      match: { operation: 'createDepartment', where: ({ name }) => name === '市场部' },
      do: { refuse: { errcode: 60009 } },
    })
    const { outcomes } = await company.apply()
    expect(statuses(outcomes)).toMatchObject({ 'create user zhaoqiang': 'without 市场部' })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('is not made twice when its answer is lost and reads lag behind', async () => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    company.emulator.inject({ match: { operation: 'createDepartment', nth: 1 }, do: { lag: 1 } })
    company.emulator.inject({ match: { operation: 'createDepartment', nth: 2 }, do: { drop: 'after' } })
    const { end, outcomes } = await company.apply()
    expect(end).toBe('done')
    expect(outcomes.filter((outcome) => outcome.status === 'applied' && outcome.recovered)).toHaveLength(1)
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })
})

describe('somebody else changes DingTalk between our read and our write', () => {
  /** Applies the later files, and acts as somebody else before the first write. */
  async function meanwhile(act: (emulator: Emulator, id: (path: string) => number) => void) {
    const company = await stages.later()
    const id = (path: string) => Number(JSON.parse(readFileSync(lockOf(company), 'utf8')).resources.department[path].id)
    let acted = false
    const { outcomes } = await company.apply({
      stopped() {
        if (!acted) act(company.emulator, id)
        acted = true
        return false
      },
    })
    return { company, outcomes }
  }

  test('and makes a department of the name that we want: it is taken over, not doubled', async () => {
    const { company, outcomes } = await meanwhile((emulator) =>
      emulator.console('createDepartment', { name: '法务部', parent_id: 1 }),
    )
    expect(statuses(outcomes)).toMatchObject({
      'create department 法务部': 'failed',
      'create user zhenger': 'skipped because of 法务部',
    })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    expect(await result(company, await undisturbed('later'))).toEqual({ left: [], differs: [] })
  })

  test('and adds the person whom we want to add: the next run takes them over', async () => {
    const { company, outcomes } = await meanwhile((emulator) =>
      emulator.console('createUser', { userid: 'zhenger', name: '郑二', mobile: '10000000007', dept_id_list: [1] }),
    )
    expect(statuses(outcomes)).toMatchObject({ 'create user zhenger': 'failed' })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    expect(await result(company, await undisturbed('later'))).toEqual({ left: [], differs: [] })
  })

  test('and removes what we want to change or remove: the next run makes it again or lets it be', async () => {
    const { company, outcomes } = await meanwhile((emulator, id) => {
      for (const userid of ['lilei', 'wumin']) emulator.console('deleteUser', { userid })
      emulator.console('deleteDepartment', { dept_id: id('财务部') })
    })
    expect(statuses(outcomes)).toMatchObject({
      'update user lilei': 'failed',
      'delete user wumin': 'applied',
      'delete department 财务部': 'skipped because of 岗位/主办会计',
    })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    expect(await result(company, await undisturbed('later'))).toEqual({ left: [], differs: [] })
  })
})

test('an address that DingTalk blocks in the middle of a run is not called again, and the next run does the rest', async () => {
  const expected = await undisturbed('founding')
  const company = await start(founding)
  company.emulator.inject({ match: { effect: 'write', nth: 5 }, do: { punish: true }, times: 1000 })
  const { end, outcomes } = await company.apply()
  expect(end).toBe('interrupted')
  expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied', 'failed'])
  expect(company.emulator.log.filter(({ fault }) => fault === 'punish')).toHaveLength(1)
  company.emulator.clearFaults()
  expect(await applyAgain(company, 1)).toBe('done after 1')
  expect(await result(company, expected)).toEqual({ left: [], differs: [] })
})

test('a person whose new mobile somebody else has is not deleted, and keeps roles and department', async () => {
  const company = await stages.later()
  company.emulator.console('createUser', { userid: 'other', name: '别人', mobile: '10000000015', dept_id_list: [1] })
  const before = heldIn(company.emulator.snapshot()).people['zhoujie']
  const { end, outcomes } = await company.apply()
  expect(end).toBe('incomplete')
  expect(statuses(outcomes)).toMatchObject({ 'replace user zhoujie': 'failed' })
  expect(failures(outcomes).join()).toMatch(/"other" has the new mobile already/)
  expect(
    writesIn(company.emulator).filter(({ operation, target }) => operation === 'deleteUser' && target === 'zhoujie'),
  ).toEqual([])
  const after = heldIn(company.emulator.snapshot())
  expect(after.people['zhoujie']).toMatchObject({ mobile: before && Object(before).mobile, main: '品牌部' })

  company.emulator.console('deleteUser', { userid: 'other' })
  expect(await applyAgain(company, 1)).toBe('done after 1')
  expect(await result(company, await undisturbed('later'))).toEqual({ left: [], differs: [] })
})

test('a lock that cannot be written stops the run before the first write', async () => {
  const company = await start(founding)
  const vanish = () => {
    rmSync(company.folder, { recursive: true, force: true })
    writeFileSync(company.folder, '')
    return false
  }
  company.emulator.inject({ match: { operation: 'countUsers', where: vanish }, do: { html: true } })
  await expect(company.apply()).rejects.toThrow(/ENOTDIR|EEXIST|ENOENT/)
  expect(writesIn(company.emulator)).toEqual([])
})

test('a department is not dissolved while somebody or something could not be moved out of it', async () => {
  const company = await start({
    ...founding,
    'departments/财务部/税务组/people.yaml': '- {userid: songjia, name: 宋佳, mobile: "10000000008"}\n',
    'departments/财务部/审计组/department.yaml': 'key: audit\n',
  })
  expect((await company.apply()).end).toBe('done')
  for (const path of ['departments/财务部', 'roles']) await rm(join(company.folder, path), { recursive: true })
  await company.edit({
    'departments/市场部/song.yaml': 'userid: songjia\nname: 宋佳\n',
    'departments/市场部/审计组/department.yaml': 'key: audit\n',
    'departments/研发部/后端组/department.yaml': 'order: 20\n',
  })
  const refuse = { refuse: { errcode: 400002 } } as const
  company.emulator.inject({ match: { operation: 'updateUser' }, do: refuse })
  company.emulator.inject({ match: { operation: 'updateDepartment' }, do: refuse })
  const { end, outcomes } = await company.apply()
  expect(end).toBe('incomplete')
  expect(statuses(outcomes)).toEqual({
    'move department audit': 'failed',
    'move user songjia': 'failed',
    'delete role 岗位/会计': 'applied',
    'delete role 岗位/出纳': 'applied',
    'delete department 财务部/税务组': 'skipped because of songjia',
    'delete department 财务部': 'skipped because of audit',
  })
  expect(await applyAgain(company, 1)).toBe('done after 1')
  expect(Object.keys(heldIn(company.emulator.snapshot()).departments)).not.toContain('财务部')
})

describe.each(['founding', 'later'] as const)('two runs of "%s" at the same time', (stage) => {
  test('on one machine: the second is refused and writes nothing, the first goes on undisturbed', async () => {
    const expected = await undisturbed(stage)
    const company = await stages[stage]()
    const from = company.emulator.log.length
    const [first, second] = await Promise.allSettled([company.apply(), company.apply()])
    expect([first, second]).toEqual([
      expect.objectContaining({ value: expect.objectContaining({ end: 'done' }) }),
      expect.objectContaining({ reason: expect.any(LeaseHeld) }),
    ])
    expect(writesIn(company.emulator, from).map(({ operation }) => operation)).toEqual(expected.writes)
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('on two machines leave nothing twice, and the next run of either agrees', async () => {
    const expected = await undisturbed(stage)
    const company = await stages[stage]()
    const other = await copyOf(company)
    await Promise.all([company.apply(), other.apply()])
    expect(await applyAgain(company)).toMatch(/^done/)
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
    expect(await applyAgain(other)).toMatch(/^done/)
    expect(await result(other, expected)).toEqual({ left: [], differs: [] })
  })
})
