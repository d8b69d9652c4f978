import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Change, Outcome } from '../../src/core/model.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import type { FaultAction } from '../../src/emulator/faults.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { type Company, startCompany } from '../support/company.ts'
import type { FileTree } from '../support/files.ts'
import { type Held, heldIn } from '../support/held.ts'

/**
 * What goes wrong between us and DingTalk, and that it does no lasting harm: whatever is lost, refused or cut off, the
 * next run finds out what was done and does the rest, and nothing is ever there twice.
 */

const open: Company[] = []
afterEach(async () => {
  for (const company of open.splice(0)) await company.close()
})

/** Waiting takes no time, so that a test may wait for minutes. */
function hurriedClock(): Clock {
  let now = 0
  return {
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds
      await new Promise((resolve) => setImmediate(resolve))
    },
    random: () => 0.5,
  }
}

async function start(files: FileTree, emulator = {}): Promise<Company> {
  // One secret for all, because the fingerprints in the lock depend on it.
  const clientSecret = 'a-secret-of-nobody'
  const company = await startCompany({ files, emulator: { clientSecret, ...emulator }, clock: hurriedClock() })
  open.push(company)
  return company
}

const settings = `version: 1
corp: dingcorp0001
language: en
deletions: {users: enabled, departments: enabled, roles: enabled}
`

/** Every kind of resource and relation, once. */
const founding: FileTree = {
  'rollbook.yaml': settings,
  'departments/boss.yaml': 'userid: boss\nname: 陈总\nmobile: "10000000001"\nemail: boss@example.com\n',
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [lilei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10000000002", title: 工程师, manager_userid: boss}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", email: hanmeimei@example.com, manager_userid: lilei}\n',
  ].join('\n'),
  'departments/研发部/后端组/department.yaml': 'order: 20\nhide_dept: true\ndept_permits: [财务部]\n',
  'departments/研发部/后端组/people.yaml':
    '- {userid: zhaoqiang, name: 赵强, mobile: "10000000004", also: [{department: 市场部, title: 顾问}]}\n',
  'departments/市场部/department.yaml': 'order: 30\nmanagers: [zhoujie]\n',
  'departments/市场部/people.yaml': [
    '- {userid: zhoujie, name: 周杰, mobile: "10000000005", job_number: 007}',
    '- {userid: wumin, name: 吴敏, mobile: "10000000006"}\n',
  ].join('\n'),
  'departments/财务部/department.yaml': 'order: 40\n',
  'roles/岗位.yaml': [
    'roles:',
    '- name: 会计',
    '  members: [hanmeimei, {userid: lilei, scope: [研发部, 财务部]}]',
    '- name: 出纳',
    '  members: [zhoujie]\n',
  ].join('\n'),
}

/** The same company later: every kind of write that changes or ends something. */
const later: FileTree = {
  'rollbook.yaml': settings,
  'departments/boss.yaml': 'userid: boss\nname: 陈总\nmobile: "10000000001"\nemail: boss@example.com\n',
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [hanmeimei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10000000002", title: 架构师, manager_userid: boss}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", email: meimei@example.com, manager_userid: boss}\n',
  ].join('\n'),
  'departments/研发部/后端组/department.yaml': 'order: 20\nhide_dept: false\n',
  'departments/品牌部/department.yaml': 'previously: [市场部]\norder: 30\nmanagers: [zhoujie]\n',
  'departments/品牌部/people.yaml': [
    '- {userid: zhoujie, name: 周杰, mobile: "10000000015", replace: mobile, job_number: 007}',
    '- {userid: zhaoqiang, name: 赵强, mobile: "10000000004", also: [研发部/后端组]}\n',
  ].join('\n'),
  'departments/法务部/department.yaml': 'order: 50\nmanagers: [zhenger]\n',
  'departments/法务部/people.yaml': '- {userid: zhenger, name: 郑二, mobile: "10000000007"}\n',
  'roles/岗位.yaml': [
    'roles:',
    '- name: 主办会计',
    '  previously: [会计]',
    '  members: [zhoujie, {userid: lilei, scope: [研发部]}]\n',
  ].join('\n'),
}

async function replaceFiles(company: Company, files: FileTree): Promise<void> {
  for (const name of ['departments', 'roles']) await rm(join(company.folder, name), { recursive: true, force: true })
  await company.edit(files)
}

/** A company that is about to be founded, or the founded one with the later files. */
const stages = {
  founding: () => start(founding),
  async later() {
    const company = await start(founding)
    expect((await company.apply()).end).toBe('done')
    await replaceFiles(company, later)
    return company
  },
} as const
type Stage = keyof typeof stages

const writesIn = (emulator: Emulator, from = 0) =>
  emulator.log.slice(from).filter(({ operation }) => {
    const { effect, area } = operation === null ? { effect: 'read', area: '' } : contract.operations[operation]
    return effect !== 'read' && area !== 'auth'
  })

interface Undisturbed {
  readonly held: Held
  readonly lock: string
  readonly writes: readonly string[]
  readonly changes: readonly Change[]
}

async function undisturbed(stage: Stage): Promise<Undisturbed> {
  const company = await stages[stage]()
  const from = company.emulator.log.length
  const { end, plan } = await company.apply()
  expect(end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])
  return {
    held: heldIn(company.emulator.snapshot()),
    lock: await company.lock(),
    writes: writesIn(company.emulator, from).map(({ operation }) => String(operation)),
    changes: plan.changes,
  }
}

/** Runs apply until it is done; at most `most` times. Says where it got stuck. */
async function applyAgain(company: Company, most = 3): Promise<string> {
  for (let run = 1; run <= most; run++) {
    const { end, plan, outcomes } = await company.apply()
    if (end === 'done') return `done after ${run}`
    if (end === 'refused')
      return `refused: ${plan.refusals.map(({ code, message }) => `${code} ${message}`).join('; ')}`
    if (run === most) return `${end}: ${failures(outcomes).join('; ')}`
  }
  return 'never ran'
}

function failures(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    const name = `${outcome.change.action} ${outcome.change.ref.kind} ${outcome.change.ref.key}`
    if (outcome.status === 'failed') return [`${name} failed: ${outcome.error.message}`]
    if (outcome.status === 'skipped') return [`${name} skipped because of ${outcome.because.key}`]
    return outcome.without === undefined ? [] : [`${name} without ${outcome.without.map(({ key }) => key).join(', ')}`]
  })
}

/** How a company ended up, next to how it should have. */
async function result(company: Company, expected: Undisturbed): Promise<object> {
  const { changes } = (await company.plan()).plan
  const held = heldIn(company.emulator.snapshot())
  return {
    left: changes.map(({ action, ref, patch }) => `${action} ${ref.kind} ${ref.key} ${JSON.stringify(patch)}`),
    differs: differences([expected.held, entries(expected.lock)], [held, entries(await company.lock())]),
  }
}

/** The lock without what depends on the order of creation: ids, and what was sent while it could not be read back. */
function entries(lock: string): object {
  return JSON.parse(lock, (name, value) => (name === 'id' || name === 'sent' ? undefined : value))
}

function differences(wanted: unknown, found: unknown, at = ''): string[] {
  if (typeof wanted !== 'object' || typeof found !== 'object' || wanted === null || found === null)
    return wanted === found ? [] : [`${at}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`]
  const [a, b] = [wanted as Record<string, unknown>, found as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], `${at}/${key}`),
  )
}

const isWell = (found: object) => JSON.stringify(found) === JSON.stringify({ left: [], differs: [] })

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

const lockOf = ({ folder }: Company) => join(folder, LOCK_FILE)

const statuses = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    outcomes.map((outcome) => {
      const name = `${outcome.change.action} ${outcome.change.ref.kind} ${outcome.change.ref.key}`
      if (outcome.status === 'skipped') return [name, `skipped because of ${outcome.because.key}`]
      if (outcome.status === 'failed') return [name, 'failed']
      return [name, outcome.without === undefined ? 'applied' : `without ${outcome.without.map(({ key }) => key)}`]
    }),
  )

describe('one person whom DingTalk refuses', () => {
  const reasons: readonly (readonly [string, number, RegExp])[] = [
    ['whose mobile somebody else has', 60104, /60104/],
    ['who has to accept an invitation first', 40103, /is pending: 40103/],
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
    expect((await company.apply()).end).toBe('incomplete')
    expect(await applyAgain(company, 1)).toBe('done after 1')
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

describe('reads that fail for a while', () => {
  const spells: readonly (readonly [string, FaultAction])[] = [
    ['the connection breaks before the call', { drop: 'before' }],
    ['the connection breaks after the call', { drop: 'after' }],
    ['a gateway answers 502', { status: 502 }],
    ['a gateway answers 504', { status: 504 }],
    ['a page comes back', { html: true }],
    ['an answer is cut off', { truncate: true }],
    ['DingTalk is busy', { refuse: { errcode: -1 } }],
    ['DingTalk throttles this API', { throttle: true }],
  ]
  test.each(spells)('%s: the run asks again and ends well', async (_, fault) => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    for (const operation of ['listSubDepartments', 'getAuthScopes', 'countUsers', 'listUsers', 'listRoles'] as const)
      company.emulator.inject({ match: { operation }, do: fault, times: 4 })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    for (const operation of ['getDepartment', 'getUser', 'listRoleMembers'] as const)
      company.emulator.inject({ match: { operation }, do: fault, times: 4 })
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('for good: the run says so, and nothing is written', async () => {
    const company = await stages.later()
    const before = company.emulator.snapshot()
    const lock = await company.lock()
    company.emulator.inject({ match: { operation: 'listUsers', nth: 3 }, do: { status: 502 }, times: 1000 })
    await expect(company.apply()).rejects.toThrow(/listUsers/)
    expect(company.emulator.snapshot()).toEqual(before)
    expect(await company.lock()).toBe(lock)
    company.emulator.clearFaults()
    expect(await applyAgain(company, 1)).toBe('done after 1')
  })
})

describe('a caller that is too fast', () => {
  test('slows down and ends well, with every throttled write done once', async () => {
    const clock = hurriedClock()
    const company = await startCompany({ files: founding, rate: 500, clock, emulator: { rate: 20, now: clock.now } })
    open.push(company)
    const people = Array.from(
      { length: 120 },
      (_, at) => `- {userid: p${at}, name: 员工${at}, mobile: "1001${1e6 + at}"}`,
    )
    await company.edit({ 'departments/财务部/people.yaml': `${people.join('\n')}\n` })
    const applied = await company.apply()
    expect(applied.end).toBe('done')
    expect(applied.stats.throttled).toBeGreaterThan(0)
    expect(company.emulator.snapshot().users).toHaveLength(126)
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('is throttled at every third call: nothing is lost, nothing done twice', async () => {
    const expected = await undisturbed('later')
    const company = await stages.later()
    for (const effect of ['read', 'write'] as const)
      for (let nth = 1; nth < 300; nth += 3) company.emulator.inject({ match: { effect, nth }, do: { throttle: true } })
    expect(await applyAgain(company, 1)).toBe('done after 1')
    company.emulator.clearFaults()
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })
})

describe('a token that expires', () => {
  const tokens = (company: Company) => company.emulator.log.filter(({ operation }) => operation === 'getAppAccessToken')

  test('in the middle of the writes is fetched again, once, and nothing is done twice', async () => {
    const expected = await undisturbed('founding')
    const company = await start(founding)
    let asked = 0
    const applied = await company.apply({
      stopped() {
        if (asked++ === 7) company.emulator.state.expireToken()
        return false
      },
    })
    expect(applied.end).toBe('done')
    expect(tokens(company)).toHaveLength(2)
    expect(await result(company, expected)).toEqual({ left: [], differs: [] })
  })

  test('in the middle of a read with many calls under way is fetched again, once', async () => {
    const company = await start(founding)
    await company.apply()
    const before = tokens(company).length
    let seen = 0
    const expire = () => {
      if (++seen === 5) company.emulator.state.expireToken()
      return false
    }
    company.emulator.inject({ match: { effect: 'read', where: expire }, do: { html: true } })
    expect((await company.plan()).plan.changes).toEqual([])
    expect(tokens(company).length - before).toBe(2)
  })
})

describe('a read with a hole in it', () => {
  type Hole = (company: Company, id: (path: string) => number) => void
  const refuse = (operation: 'listUsers' | 'listSubDepartments' | 'getDepartment', path: string): Hole => {
    return ({ emulator }, id) =>
      emulator.inject({
        match: { operation, where: ({ dept_id }) => dept_id === id(path) },
        do: { refuse: { errcode: 50004 } },
        times: 1000,
      })
  }
  const holes: readonly (readonly [string, string, Hole])[] = [
    ['the people of a department may not be seen', 'scope', refuse('listUsers', '市场部')],
    ['the sub-departments of a department may not be seen', 'scope', refuse('listSubDepartments', '研发部')],
    ['a department may not be seen in detail', 'scope', refuse('getDepartment', '市场部')],
    [
      'the app was narrowed to one department',
      'scope',
      ({ emulator }, id) => {
        emulator.state.scope = { departments: [id('研发部')], users: [] }
      },
    ],
    [
      'the app was narrowed to nobody',
      'scope',
      ({ emulator }) => {
        emulator.state.scope = { departments: [], users: [] }
      },
    ],
    [
      'a page of people came back empty',
      'head-count',
      ({ emulator }, id) =>
        emulator.inject({
          match: { operation: 'listUsers', where: ({ dept_id }) => dept_id === id('市场部') },
          do: { emptyResult: true },
        }),
    ],
    [
      'all departments came back as none',
      'head-count',
      ({ emulator }) => emulator.inject({ match: { operation: 'listSubDepartments' }, do: { emptyResult: true } }),
    ],
    [
      'somebody left while we were reading',
      'head-count',
      ({ emulator }) => {
        let gone = () => {}
        const leaving = new Promise<void>((resolve) => {
          gone = resolve
        })
        emulator.inject({ match: { operation: 'countUsers' }, do: { delay: leaving } })
        const leave = ({ userid }: { readonly userid?: unknown }) => {
          // Details are read once the list is there, so she was in it.
          if (userid === 'lilei') emulator.console('deleteUser', { userid: 'hanmeimei' })
          if (userid === 'lilei') gone()
          return false
        }
        emulator.inject({ match: { operation: 'getUser', where: leave }, do: { html: true } })
      },
    ],
  ]

  test.each(holes)('because %s refuses to write, and says why', async (_, code, make) => {
    const company = await stages.later()
    const lock = await company.lock()
    const written = writesIn(company.emulator).length
    const ids = JSON.parse(lock).resources.department
    make(company, (path) => Number(ids[path].id))
    const { end, plan } = await company.apply()
    expect(end).toBe('refused')
    expect(plan.complete).toBe(false)
    expect(plan.reading.gaps.map((gap) => gap.code)).toContain(code)
    const refusal = plan.refusals.find((refused) => refused.code === 'incomplete-read')
    for (const gap of plan.reading.gaps) expect(refusal?.message).toContain(gap.message)
    expect(writesIn(company.emulator)).toHaveLength(written)
    expect(await company.lock()).toBe(lock)
  })
})

test('a page of people that comes back empty in the middle of a long list is noticed by the head count', async () => {
  const people = Array.from(
    { length: 250 },
    (_, at) => `- {userid: p${at}, name: 员工${at}, mobile: "1001${1e6 + at}"}`,
  )
  const company = await start({ ...founding, 'departments/财务部/people.yaml': `${people.join('\n')}\n` })
  expect((await company.apply()).end).toBe('done')
  await company.edit({ 'departments/财务部/people.yaml': `${people.slice(1).join('\n')}\n` })
  company.emulator.inject({
    match: { operation: 'listUsers', where: ({ cursor }) => cursor !== 0 },
    do: { missingPage: true },
  })
  const { end, plan } = await company.apply()
  expect(end).toBe('refused')
  expect(plan.reading).toMatchObject({ gaps: [{ code: 'head-count' }], proof: { people: 156, headCount: 256 } })
  expect(company.emulator.snapshot().users).toHaveLength(256)
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
