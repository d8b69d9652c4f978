import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import type { Company } from '../support/company.ts'
import { brief, enabled, ours, replaceFiles, settings, settled, start } from '../support/settled.ts'

/** Locks that are not true are refused, with DingTalk as the witness; honest ones are not. */

type Entries = Record<string, Record<string, { id: string }>>

/** Changes the lock by hand. */
async function tamper(company: Company, change: (resources: Entries) => void): Promise<void> {
  const lock = JSON.parse(await company.lock())
  change(lock.resources)
  await company.edit({ [LOCK_FILE]: JSON.stringify(lock) })
}

const edited = { 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, title: 经理}\n' }

describe('a lock that was changed by hand writes nothing', () => {
  test.each<[string, (resources: Entries) => void, readonly string[]]>([
    [
      'two departments swapped',
      ({ department = {} }) => {
        const [a, b] = [department['研发部'], department['市场部']]
        Object.assign(department, { 研发部: b, 市场部: a })
      },
      ['市场部', '研发部'],
    ],
    [
      'two roles swapped',
      ({ role = {} }) => {
        const [a, b] = [role['岗位/会计'], role['岗位/出纳']]
        Object.assign(role, { '岗位/会计': b, '岗位/出纳': a })
      },
      ['岗位/会计', '岗位/出纳'],
    ],
    [
      'a person whose id is another',
      ({ user = {} }) => {
        delete user['lilei']
        Object.assign(user, { zhoujie: { id: 'lilei' } })
      },
      ['zhoujie'],
    ],
  ])('%s', async (_, change, refs) => {
    const company = await start(ours)
    await settled(company)
    await company.edit(edited)
    await tamper(company, change)
    const [before, lock] = [company.emulator.snapshot(), await company.lock()]
    const { end, plan } = await company.apply()
    expect(end).toBe('refused')
    const refusal = plan.refusals.find(({ code }) => code === 'lock-contradicted')
    expect(refusal?.refs.map(({ key }) => key).sort()).toEqual([...refs].sort())
    expect([company.emulator.snapshot(), await company.lock()]).toEqual([before, lock])
  })

  test('an entry for a department that is not managed and has no file, although deletions are enabled', async () => {
    const company = await start(
      { 'rollbook.yaml': enabled, 'departments/实验室/department.yaml': 'order: 7\n' },
      { seed: 'demo' },
    )
    await settled(company)
    const before = company.emulator.snapshot()
    const victim = before.departments.find(({ name }) => name === '财务部')
    await tamper(company, ({ department = {} }) =>
      Object.assign(department, { 财务部: { id: String(victim?.dept_id) } }),
    )
    const { end, plan } = await company.apply()
    expect(brief(plan.changes)).toContain('delete department 财务部')
    expect([end, plan.refusals.map(({ code }) => code)]).toEqual([
      'refused',
      expect.arrayContaining(['lock-contradicted']),
    ])
    expect(company.emulator.snapshot()).toEqual(before)
  })
})

test('an older lock is refused on a machine that remembers the newer one, and on any other by what it would undo', async () => {
  const company = await start(ours)
  await settled(company)
  const old = await company.lock()
  const { 'departments/市场部/department.yaml': _, 'departments/市场部/people.yaml': people = '', ...rest } = ours
  const renamed = {
    ...rest,
    'departments/品牌部/department.yaml': 'previously: [市场部]\norder: 30\n',
    'departments/品牌部/people.yaml': people,
    'departments/市场部/department.yaml': 'order: 40\n',
  }
  await replaceFiles(company, renamed)
  await settled(company)
  // The former key stands in the file no longer, so that only the old lock says that 市场部 is the renamed one.
  await company.edit({ 'departments/品牌部/department.yaml': 'order: 31\n', [LOCK_FILE]: old })
  const before = company.emulator.snapshot()
  const codes = async () => (await company.apply()).plan.refusals.map(({ code }) => code)
  expect(await codes()).toEqual(expect.arrayContaining(['lock-older', 'lock-contradicted']))
  await rm(join(company.folder, '.rollbook'), { recursive: true })
  expect(await codes()).toEqual(['lock-contradicted'])
  expect(company.emulator.snapshot()).toEqual(before)
})

test('the memory of locks is a private folder that keeps itself out of git', async () => {
  const company = await start(ours)
  await settled(company)
  const folder = join(company.folder, '.rollbook')
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['.gitignore', 'locks']))
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n')
  expect(await readFile(join(folder, 'locks'), 'utf8')).toMatch(/^([0-9a-f]{64}\n)+$/)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

describe('honest changes go through', () => {
  test.each([true, false])(
    'renames, moves and console edits, markers returned: %s',
    async (sourceIdentifierReadable) => {
      const company = await start(ours, { switches: { sourceIdentifierReadable } })
      await settled(company)
      const { 'departments/研发部/后端组/people.yaml': group = '', ...rest } = ours
      await replaceFiles(company, {
        ...rest,
        'departments/市场部/平台组/people.yaml': group.replace(
          'also: [{department: 市场部, title: 顾问, order: 7}]',
          'title: 平台',
        ),
      })
      const { plan } = await settled(company)
      expect(plan.refusals).toEqual([])
    },
  )

  test('a department with a marker of another system can be edited', async () => {
    const company = await start(
      { 'rollbook.yaml': settings, 'departments/财务部/department.yaml': 'order: 77\n' },
      { seed: 'demo' },
    )
    await settled(company)
    await company.edit({ 'departments/财务部/department.yaml': 'name: 资金部\norder: 78\n' })
    expect((await settled(company)).plan.refusals).toEqual([])
  })
})
