import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { EmulatorOptions } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { rollbook } from '../support/command.ts'
import { type Company, startCompany } from '../support/company.ts'
import { hurriedClock, writesIn } from '../support/disturbed.ts'
import type { FileTree } from '../support/files.ts'
import { type Disturbance, type Gone, type Rehearsal, rehearse, suffer } from '../sweep/case.ts'
import { crashesOf, cutsOf, inParallel, isUnsafe, wrongOnes } from '../sweep/table.ts'
import { changing, type World } from '../sweep/world.ts'

/** The real program is killed around a call that cannot be repeated blindly, and run once more. */

const settings: FileTree = {
  'rollbook.yaml': [
    'version: 1\ncorp: dingcorp0001\nlanguage: en\ndeletions: {users: enabled, departments: enabled, roles: enabled}\n',
    'limits: {users.replace: {floor: 5}}\n',
  ].join(''),
}
const person = (mobile: string, more = '') =>
  `- {userid: lilei, name: 李雷, mobile: "${mobile}"${more}}\n- {userid: hanmei, name: 韩梅, mobile: "10000000009"}\n`

const before: FileTree = { ...settings, 'departments/研发部/people.yaml': person('10000000001') }

/** Kills of the process at one operation, at every point. */
const killsAt = (rehearsal: Rehearsal, ...operations: string[]): Disturbance[] =>
  cutsOf(rehearsal).filter((cut) => cut.at === 'request' && cut.dies && operations.includes(cut.name))

const all = (world: World, rehearsal: Rehearsal, disturbances: readonly Disturbance[], gone: Gone = 'nothing') =>
  inParallel(disturbances, (disturbance) => suffer(world, rehearsal.expected, disturbance, gone))

describe('a replaced person', () => {
  const after: FileTree = { ...settings, 'departments/研发部/people.yaml': person('10000000002', ', replace: mobile') }

  test('who had what no file says has it again, wherever the run was killed in between', async () => {
    const world = await changing(before, after, (emulator) => {
      const [first] = emulator.state.records.children(1)
      const { dept_id } = first ?? { dept_id: 0 }
      emulator.console('createDepartment', { name: '外包部', parent_id: 1 })
      const other = emulator.state.records.children(1).find(({ name }) => name === '外包部')?.dept_id ?? 0
      emulator.console('updateUser', {
        userid: 'lilei',
        title: '架构师',
        job_number: '007',
        manager_userid: 'hanmei',
        dept_id_list: [dept_id, other],
        dept_order_list: [
          { dept_id, order: 17 },
          { dept_id: other, order: 3 },
        ],
      })
    })
    const rehearsal = await rehearse(world)
    const user = rehearsal.expected.held.people['lilei']
    expect(user).toMatchObject({ title: '架构师', job_number: '007', departments: ['外包部', '研发部'] })
    const verdicts = await all(world, rehearsal, killsAt(rehearsal, 'deleteUser', 'createUser'))
    expect(verdicts).toHaveLength(8)
    expect(wrongOnes(verdicts)).toEqual([])
  }, 400_000)
})

describe('a new department', () => {
  const after: FileTree = { ...before, 'departments/研发部/后端组/department.yaml': 'order: 5\n' }
  const world = () => changing(before, after)

  test('is there once, wherever the run was killed around its creation', async () => {
    const made = await world()
    const rehearsal = await rehearse(made)
    const from = rehearsal.disk.indexOf('write journal.jsonl')
    const to = rehearsal.disk.indexOf('rename rollbook.lock.json', from)
    // Between the intent and the lock that knows the answer, and just after.
    const deaths = crashesOf(rehearsal).filter(({ nth }) => nth > from && nth <= to + 2)
    expect(deaths.map(({ name }) => name)).toEqual(expect.arrayContaining(['flush journal.jsonl', rehearsal.disk[to]]))
    const kills = [...killsAt(rehearsal, 'createDepartment'), ...deaths]
    expect(wrongOnes(await all(made, rehearsal, kills))).toEqual([])
  }, 400_000)

  test.each(['journal', 'journal-and-lock'] as const)('is there once, with the %s gone as well', async (gone) => {
    const made = await world()
    const rehearsal = await rehearse(made)
    const verdicts = await all(made, rehearsal, killsAt(rehearsal, 'createDepartment'), gone)
    expect(verdicts).toHaveLength(4)
    expect(verdicts.filter(isUnsafe)).toEqual([])
  })
})

/** A founded company, two departments more in its files, and a clock that emulator, client and apply share. */
async function growing(switches: EmulatorOptions['switches'] = {}): Promise<Company> {
  const clock = hurriedClock()
  const emulator = { now: clock.now, clientSecret: 'a-secret-of-nobody', switches }
  const company = await startCompany({ files: before, clock, emulator })
  opened.push(company)
  expect((await company.apply()).end).toBe('done')
  await company.edit({
    'departments/研发部/前端组/department.yaml': 'order: 4\n',
    'departments/研发部/后端组/department.yaml': 'order: 5\n',
  })
  return company
}

const opened: Company[] = []
afterEach(async () => {
  for (const company of opened.splice(0)) await company.close()
})

const named = ({ emulator }: Company, name: string) =>
  emulator.snapshot().departments.filter((department) => department.name === name)

/** The answer to the second create is lost, and no read shows what was made since the first one for `lagFor`. */
function loseAnswer({ emulator }: Company, lagFor: number): void {
  emulator.inject({ match: { operation: 'createDepartment', nth: 1 }, do: { lagFor } })
  emulator.inject({ match: { operation: 'createDepartment', nth: 2 }, do: { drop: 'after' } })
}

/** A run that cannot look for what it made either, as if it were dead. */
async function diesInCreate(company: Company, lagFor: number): Promise<void> {
  loseAnswer(company, lagFor)
  const where = () => named(company, '后端组').length > 0
  company.emulator.inject({ match: { effect: 'read', where }, do: { drop: 'before' }, times: 50 })
  const { end } = await company.apply()
  expect(end).toBe('incomplete')
  company.emulator.clearFaults()
  expect(named(company, '后端组')).toHaveLength(1)
}

const lags = [0, 1000, 2500, 4999]

describe.each(lags)('where reads lag %i ms behind writes', (lagFor) => {
  test('a department whose answer is lost is found by the same run', async () => {
    const company = await growing()
    loseAnswer(company, lagFor)
    const { end, outcomes } = await company.apply()
    expect(end).toBe('done')
    expect(outcomes.filter((outcome) => outcome.status === 'applied' && outcome.recovered)).toHaveLength(1)
    expect(named(company, '后端组')).toHaveLength(1)
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('a department of a run that died is found by the next one, which begins at once', async () => {
    const company = await growing()
    await diesInCreate(company, lagFor)
    const { end, recovery } = await company.apply()
    expect(end).toBe('done')
    expect(recovery?.findings).toMatchObject([{ found: 'made', intent: { key: '研发部/后端组' } }])
    expect(named(company, '后端组')).toHaveLength(1)
    expect((await company.plan()).plan.changes).toEqual([])
  })
})

describe('a department of a run that died, and a twin of it', () => {
  /** Somebody makes another department of that name; and DingTalk does not tell markers. */
  async function twins(): Promise<{ readonly company: Company; readonly ids: readonly string[] }> {
    const company = await growing({ sourceIdentifierReadable: false })
    await diesInCreate(company, 0)
    const [made] = named(company, '后端组')
    if (made === undefined) throw new Error('nothing was made')
    company.emulator.state.records.putDepartment({ ...made, dept_id: made.dept_id + 7 })
    return { company, ids: [made.dept_id, made.dept_id + 7].map(String) }
  }

  test('stop the next run before it writes: exit 5, both ids named; with one renamed it goes on', async () => {
    const { company, ids } = await twins()
    const [files, from] = [await company.lock(), company.emulator.log.length]
    const { code, stderr } = await rollbook(['apply', '--yes', '-d', company.folder], company)
    expect(code).toBe(5)
    for (const id of ids) expect(stderr).toContain(id)
    expect(writesIn(company.emulator, from)).toEqual([])
    expect(await company.lock()).toBe(files)

    const [, twin] = named(company, '后端组')
    if (twin !== undefined) company.emulator.state.records.putDepartment({ ...twin, name: '后端组（旧）' })
    expect((await company.apply()).end).toBe('done')
    expect(named(company, '后端组').map(({ dept_id }) => String(dept_id))).toEqual([ids[0]])
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('stop it at the file where the journal is gone as well: exit 4, both ids named, nothing written', async () => {
    const { company, ids } = await twins()
    await rm(join(company.folder, '.rollbook'), { recursive: true })
    const from = company.emulator.log.length
    const { code, stderr } = await rollbook(['apply', '--yes', '-d', company.folder], company)
    expect(code).toBe(4)
    for (const id of ids) expect(stderr).toContain(id)
    expect(writesIn(company.emulator, from)).toEqual([])
  })
})

describe('a department of a run that died', () => {
  const losses: readonly (readonly [string, EmulatorOptions['switches'], readonly string[]])[] = [
    ['journal gone, known by its marker', {}, ['.rollbook']],
    ['journal gone, known by parent and name', { sourceIdentifierReadable: false }, ['.rollbook']],
    ['lock gone, journal there', {}, [LOCK_FILE]],
    ['journal and lock gone, known by its marker', {}, ['.rollbook', LOCK_FILE]],
    ['journal and lock gone, by parent and name', { sourceIdentifierReadable: false }, ['.rollbook', LOCK_FILE]],
  ]
  test.each(losses)('%s: nothing is made twice, and the next plan is empty', async (_, switches, lost) => {
    const company = await growing(switches)
    await diesInCreate(company, 0)
    for (const name of lost) await rm(join(company.folder, name), { recursive: true })
    const from = company.emulator.log.length
    const { end } = await company.apply()
    expect(end).toBe('done')
    expect(writesIn(company.emulator, from).map(({ operation }) => operation)).not.toContain('createDepartment')
    expect((await company.plan()).plan.changes).toEqual([])
    expect(JSON.parse(await company.lock()).resources.department['研发部/后端组'].id).toBe(
      String(named(company, '后端组')[0]?.dept_id),
    )
  })
})

test('a person of a run that died is known by the userid, with journal and lock gone', async () => {
  const company = await growing()
  await company.edit({
    'departments/研发部/后端组/people.yaml': '- {userid: new, name: 新一, mobile: "10000000031"}\n',
  })
  company.emulator.inject({ match: { operation: 'createUser' }, do: { drop: 'after' } })
  expect((await company.apply({ stopped: () => named(company, '后端组').length > 0 })).end).toBe('interrupted')
  await company.apply()
  for (const name of ['.rollbook', LOCK_FILE]) await rm(join(company.folder, name), { recursive: true })
  expect((await company.apply()).end).toBe('done')
  expect(company.emulator.snapshot().users.filter(({ userid }) => userid === 'new')).toHaveLength(1)
  expect((await company.plan()).plan.changes).toEqual([])
})
