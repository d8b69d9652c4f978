import { readFile, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeLease } from '../../src/io/lease.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { appliedWorkplace, smallCompany, type Workplace } from '../support/workplace.ts'

/** Locks that must not be trusted: nothing is written, both languages say what to type next, and typing it helps. */

type Place = Workplace & { lock(): Promise<string> }
type Resources = Record<string, Record<string, { id: string }>>

const pending = { 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, title: 经理}\n' }
const unnamed = { 'rollbook.yaml': 'version: 1\nlanguage: en\n' }

async function tamper({ lock, edit }: Place, change: (resources: Resources) => void): Promise<void> {
  const data = JSON.parse(await lock())
  change(data.resources)
  await edit({ [LOCK_FILE]: `${JSON.stringify(data, null, 2)}\n` })
}

/** The lock of another company that has the same people: its own departments and roles have other ids. */
async function foreignLock(files = smallCompany): Promise<string> {
  const { lock } = await appliedWorkplace(files, { corp: 'dingcorp0002' })
  return (await lock()).replace(/"id":"(\d+)"/g, (_, id) => `"id":"${Number(id) + 500_000}"`)
}

interface Case {
  readonly name: string
  readonly exit: 3 | 4
  readonly en: RegExp
  readonly zh: RegExp
  spoil(place: Place): Promise<unknown>
}

const cases: readonly Case[] = [
  {
    name: 'a key that points at a department which somebody else manages',
    exit: 3,
    en: /contradicts 1 entries[\s\S]*市场部[\s\S]*run rollbook lock rebuild|rollbook lock rebuild/,
    zh: /锁文件里有 1 条与钉钉矛盾[\s\S]*市场部[\s\S]*rollbook lock rebuild/,
    async spoil(place) {
      const victim = place.emulator.console('createDepartment', { name: '总经办', parent_id: 1 }) as {
        result?: { dept_id?: number }
      }
      const id = String(
        victim.result?.dept_id ?? place.emulator.snapshot().departments.find(({ name }) => name === '总经办')?.dept_id,
      )
      await tamper(place, ({ department = {} }) => Object.assign(department, { 市场部: { id } }))
    },
  },
  {
    name: 'two keys that have changed places',
    exit: 3,
    en: /contradicts 2 entries[\s\S]*in DingTalk this is "研发部"[\s\S]*rollbook lock rebuild/,
    zh: /锁文件里有 2 条与钉钉矛盾[\s\S]*在钉钉里其实是「研发部」[\s\S]*rollbook lock rebuild/,
    spoil: (place) =>
      tamper(place, ({ department = {} }) => {
        const [a, b] = [department['研发部'], department['市场部']]
        Object.assign(department, { 研发部: b, 市场部: a })
      }),
  },
  {
    name: 'two keys of one id',
    exit: 4,
    en: /rollbook\.lock\.json:\d+:\d+ .*have the same id[\s\S]*rollbook lock rebuild/,
    zh: /rollbook\.lock\.json:\d+:\d+ .*的 id 相同[\s\S]*rollbook lock rebuild/,
    spoil: (place) =>
      tamper(place, ({ department = {} }) => {
        Object.assign(department, { 市场部: department['研发部'] })
      }),
  },
  {
    name: 'the marks of a merge',
    exit: 4,
    en: /rollbook\.lock\.json:3:1 .*conflict was not resolved[\s\S]*rollbook lock rebuild/,
    zh: /rollbook\.lock\.json:3:1 .*合并时有冲突[\s\S]*rollbook lock rebuild/,
    async spoil({ lock, edit }) {
      const [open, corp, ...rest] = (await lock()).split('\n')
      await edit({ [LOCK_FILE]: [open, corp, '<<<<<<< HEAD', '=======', '>>>>>>> theirs', ...rest].join('\n') })
    },
  },
  {
    name: 'an older one, put back from an earlier commit',
    exit: 3,
    en: /an earlier one of this machine[\s\S]*rollbook lock verify[\s\S]*rollbook lock rebuild/,
    zh: /这台电脑上以前的一份[\s\S]*rollbook lock verify[\s\S]*rollbook lock rebuild/,
    async spoil({ lock, edit, run }) {
      const old = await lock()
      await edit({ 'departments/新部/department.yaml': 'order: 50\n' })
      expect((await run(['apply', '--yes'])).code).toBe(0)
      await edit({ [LOCK_FILE]: old })
    },
  },
  {
    name: 'another company by its name, with the same people',
    exit: 3,
    en: /dingcorp0001, but the lock was written for dingcorp0002[\s\S]*rollbook lock rebuild/,
    zh: /dingcorp0001，锁文件却是为 dingcorp0002 写的[\s\S]*rollbook lock rebuild/,
    spoil: async ({ edit }) =>
      edit({
        [LOCK_FILE]: await foreignLock({
          ...smallCompany,
          'rollbook.yaml': 'version: 1\ncorp: dingcorp0002\nlanguage: en\n',
        }),
      }),
  },
  {
    name: 'another company that nobody names, with the same people',
    exit: 3,
    en: /None of the 3 departments and roles in the lock exists in this company[\s\S]*rollbook lock rebuild/,
    zh: /锁文件里的 3 个部门和角色，在这家企业里一个也没有[\s\S]*rollbook lock rebuild/,
    spoil: async ({ edit }) => edit({ ...unnamed, [LOCK_FILE]: await foreignLock({ ...smallCompany, ...unnamed }) }),
  },
  {
    name: 'another company that nobody names, in a folder that DingTalk says is of this one',
    exit: 3,
    en: /None of the 3 departments and roles in the lock exists in this company[\s\S]*rollbook lock rebuild/,
    zh: /锁文件里的 3 个部门和角色，在这家企业里一个也没有[\s\S]*rollbook lock rebuild/,
    spoil: async ({ edit }) => edit({ [LOCK_FILE]: await foreignLock({ ...smallCompany, ...unnamed }) }),
  },
]

describe('plan and apply refuse, and rollbook lock rebuild mends', () => {
  test.each(cases)('$name', async ({ exit, en, zh, spoil }) => {
    const place = await appliedWorkplace()
    const { run, edit, emulator, lock } = place
    await spoil(place)
    await edit(pending)
    const before = [emulator.snapshot(), await lock(), place.written()]
    const said = async (...args: string[]) => {
      const { code, stdout, stderr } = await run(args)
      return { code, text: stdout + stderr }
    }
    const english = await said('apply', '--yes', '--lang', 'en')
    expect(english).toEqual({ code: exit, text: expect.stringMatching(en) })
    const chinese = await said('plan', '--lang', 'zh')
    expect(chinese.text).toMatch(zh)
    expect([emulator.snapshot(), await lock(), place.written()]).toEqual(before)

    expect(await said('lock', 'rebuild', '--yes')).toMatchObject({ code: 0 })
    expect(await said('apply', '--yes')).toMatchObject({ code: 0 })
    expect(JSON.parse((await run(['plan', '--format', 'json'])).stdout)).toMatchObject({ changes: [], refusals: [] })
    expect(emulator.snapshot().users.find(({ userid }) => userid === 'zhoujie')).toMatchObject({ title: '经理' })
  })
})

describe('an older lock', () => {
  test('that lacks a department is not called true by lock verify; the newest one goes on', async () => {
    const { run, edit, lock } = await appliedWorkplace()
    const old = await lock()
    await edit({ 'departments/新部/department.yaml': 'order: 50\n' })
    await run(['apply', '--yes'])
    const newest = await lock()
    await edit({ ...pending, [LOCK_FILE]: old })
    const { code, stdout } = await run(['lock', 'verify', '--lang', 'en'])
    expect([code, stdout]).toEqual([3, expect.stringMatching(/an earlier one of this machine[\s\S]*lock rebuild/)])
    expect((await run(['apply', '--yes'])).code).toBe(3)
    await edit({ [LOCK_FILE]: newest })
    expect((await run(['apply', '--yes'])).code).toBe(0)
  })

  test('that is true after all is taken once lock verify has proven it', async () => {
    const { run, edit, lock } = await appliedWorkplace()
    const old = await lock()
    await edit({ 'departments/市场部/department.yaml': 'managers: [zhoujie]\n' })
    await run(['apply', '--yes'])
    await edit({ ...pending, [LOCK_FILE]: old })
    expect((await run(['apply', '--yes'])).code).toBe(3)
    expect((await run(['lock', 'verify'])).code).toBe(0)
    expect((await run(['apply', '--yes'])).code).toBe(0)
  })
})

describe('rebuild refuses, and leaves the lock as it is', () => {
  async function refuses(place: Place, exit: number, en: RegExp, zh: RegExp): Promise<void> {
    const lock = await place.lock()
    for (const [language, message] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const { code, stdout, stderr } = await place.run(['lock', 'rebuild', '--yes', '--lang', language])
      expect({ code, text: stdout + stderr }).toEqual({ code: exit, text: expect.stringMatching(message) })
    }
    expect(await place.lock()).toBe(lock)
  }

  test('where the read has a hole', async () => {
    const place = await appliedWorkplace()
    const [department] = place.emulator.snapshot().departments.filter(({ name }) => name === '研发部')
    const { scope } = place.emulator.state
    place.emulator.state.scope = { departments: [department?.dept_id ?? 0], users: [] }
    await refuses(
      place,
      3,
      /was not read as a whole, so no lock was made[\s\S]*let the app see all employees/,
      /没有把钉钉里的内容读全，不能重建[\s\S]*权限范围改为全部员工/,
    )
    place.emulator.state.scope = scope
    expect((await place.run(['lock', 'rebuild', '--yes'])).code).toBe(0)
  })

  test('where two departments of one name and place fit a folder, and names their ids', async () => {
    const place = await appliedWorkplace()
    const { records } = place.emulator.state
    const found = records.children(1).find(({ name }) => name === '市场部')
    if (found === undefined) throw new Error('the company has no 市场部')
    const { source_identifier: _, ...bare } = found
    const other = { ...bare, dept_id: found.dept_id + 7 }
    records.putDepartment(bare)
    records.putDepartment(other)
    await rm(join(place.folder, LOCK_FILE))
    const ids = `${found.dept_id}.*${other.dept_id}`
    await refuses(
      place,
      4,
      new RegExp(`市场部[\\s\\S]*${ids}[\\s\\S]*DingTalk console`),
      new RegExp(`市场部[\\s\\S]*${ids}[\\s\\S]*钉钉管理后台`),
    )
    records.putDepartment({ ...other, name: '市场部（旧）' })
    expect((await place.run(['lock', 'rebuild', '--yes'])).code).toBe(0)
    expect(JSON.parse(await place.lock()).resources.department['市场部'].id).toBe(String(found.dept_id))
  })

  test('while another run has the directory', async () => {
    const place = await appliedWorkplace()
    const release = takeLease(place.folder, Date.now())
    await refuses(place, 3, /process \d+|another run/i, /\d+/)
    release()
    expect((await place.run(['lock', 'rebuild', '--yes'])).code).toBe(0)
  })
})

test('a lock that is a link is neither read nor written through', async () => {
  const place = await appliedWorkplace()
  const path = join(place.folder, LOCK_FILE)
  const elsewhere = `${place.folder}-elsewhere.json`
  await rename(path, elsewhere)
  await symlink(elsewhere, path)
  const [calls, before] = [place.emulator.log.length, await readFile(elsewhere, 'utf8')]
  for (const args of [
    ['apply', '--yes'],
    ['lock', 'rebuild', '--yes'],
  ]) {
    const { code, stderr } = await place.run([...args, '--lang', 'en'])
    expect([code, stderr]).toEqual([4, expect.stringMatching(/rollbook\.lock\.json:1:1 .*link/)])
  }
  expect([place.emulator.log.length, await readFile(elsewhere, 'utf8')]).toEqual([calls, before])
  await rm(elsewhere)
})
