import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { published } from '../../src/core/json-schema.ts'
import { lockRebuildSchema, lockVerifySchema } from '../../src/core/output-schemas.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { appliedWorkplace, type Workplace, workplace } from '../support/workplace.ts'

/** `rollbook lock verify` and `rollbook lock rebuild` as processes, against the emulator. */

const applied = () => appliedWorkplace()

const verify = ({ run }: Workplace, ...args: string[]) => run(['lock', 'verify', ...args])
const rebuild = ({ run }: Workplace, ...args: string[]) => run(['lock', 'rebuild', '--yes', ...args])

const swapped = (lock: string) => {
  const data = JSON.parse(lock)
  const { department } = data.resources
  const [a, b] = [department['研发部'], department['市场部']]
  Object.assign(department, { 研发部: b, 市场部: a })
  return JSON.stringify(data)
}
const conflicted = (lock: string) => {
  const [first, ...rest] = lock.split('\n      "市场部"')
  return `${first}\n<<<<<<< ours\n      "市场部"${rest.join('\n      "市场部"').replace('\n', '\n=======\n>>>>>>> theirs\n')}`
}

describe('lock verify', () => {
  test('proves every entry after an apply, in both languages, and as JSON that the schema accepts', async () => {
    const place = await applied()
    const english = await verify(place, '--lang', 'en')
    expect([english.code, english.stdout]).toEqual([0, expect.stringMatching(/The lock can be trusted[\s\S]*Proven/)])
    expect((await verify(place, '--lang', 'zh')).stdout).toMatch(/锁文件可信[\s\S]*已证实/)
    const { stdout } = await verify(place, '--format', 'json')
    const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(lockVerifySchema))
    expect([valid(JSON.parse(stdout)), valid.errors]).toEqual([true, null])
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, counts: { gone: 0, contradicted: 0, plausible: 0 } })
    expect(place.written()).toBe((await applied()).written())
  })

  test('names what is contradicted, and what to type, with exit 3', async () => {
    const place = await applied()
    await place.edit({ [LOCK_FILE]: swapped(await place.lock()) })
    const { code, stdout } = await verify(place, '--lang', 'en')
    expect(code).toBe(3)
    expect(stdout).toMatch(/Contradicted\n {2}· .*市场部.*in DingTalk this is "研发部"[\s\S]*rollbook lock rebuild -d /)
    expect((await verify(place, '--format', 'markdown')).stdout).toContain('#### Contradicted')
  })

  test('works with invalid files, and says so', async () => {
    const place = await applied()
    await place.edit({ 'departments/市场部/people.yaml': 'userid: [\n' })
    const { code, stdout } = await verify(place, '--lang', 'en')
    expect([code, stdout]).toEqual([0, expect.stringContaining('left out of account')])
  })

  test.each([
    ['cut off', (lock: string) => lock.slice(0, -20), /rollbook\.lock\.json:\d+:\d+ {2}.*截断/],
    ['conflicted', conflicted, /rollbook\.lock\.json:\d+:1 {2}.*冲突/],
    ['of a newer version', (lock: string) => lock.replace('lock/1', 'lock/2'), /更新版本的 Rollbook/],
  ])('says where a lock is %s, in Chinese too, without a call', async (_, spoil, message) => {
    const place = await applied()
    await place.edit({ [LOCK_FILE]: spoil(await place.lock()) })
    const calls = place.emulator.log.length
    const { code, stderr } = await place.run(['plan', '--lang', 'zh'])
    expect([code, stderr]).toEqual([4, expect.stringMatching(message)])
    expect(place.emulator.log).toHaveLength(calls)
    expect((await verify(place, '--lang', 'zh')).code).toBe(4)
  })
})

describe('lock rebuild', () => {
  test.each<[string, (lock: string) => string]>([
    ['cut off', (lock) => lock.slice(0, -20)],
    ['conflicted', conflicted],
    ['tampered with', swapped],
    ['of an older version', (lock) => lock.replace('lock/1', 'lock/0')],
    ['a key twice', (lock) => lock.replace('"user": {', '"user": {\n      "zhoujie": {"id":"zhoujie"},')],
  ])('gives the very lock back when it was %s, and keeps the damaged one', async (_, spoil) => {
    const place = await applied()
    const good = await place.lock()
    const bad = spoil(good)
    await place.edit({ [LOCK_FILE]: bad })
    const { code, stdout } = await rebuild(place, '--lang', 'en')
    expect([code, stdout]).toEqual([0, expect.stringContaining('The lock was written')])
    expect(JSON.parse(await place.lock()).resources.department).toEqual(JSON.parse(good).resources.department)
    const [backup] = (await readdir(join(place.folder, '.rollbook'))).filter((name) =>
      name.startsWith(LOCK_FILE.slice(0, 13)),
    )
    expect((await place.files())[`.rollbook/${backup}`]).toBe(bad)
    const plan = JSON.parse((await place.run(['plan', '--format', 'json'])).stdout)
    expect([plan.changes, plan.adopted, plan.refusals]).toEqual([[], [], []])
  })

  test('of a lost lock has every id again; only what no field of DingTalk tells is missing', async () => {
    const place = await applied()
    const ids = (lock: string) =>
      Object.entries(JSON.parse(lock).resources as Record<string, Record<string, { id: string }>>).flatMap(
        ([kind, entries]) => Object.entries(entries).map(([key, { id }]) => `${kind} ${key} ${id}`),
      )
    const good = await place.lock()
    await rm(join(place.folder, LOCK_FILE))
    const { code, stdout } = await rebuild(place, '--format', 'json')
    const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(lockRebuildSchema))
    expect([code, valid(JSON.parse(stdout)), valid.errors]).toEqual([0, true, null])
    expect(ids(await place.lock())).toEqual(ids(good))
    expect(JSON.parse((await place.run(['plan', '--format', 'json'])).stdout)).toMatchObject({
      changes: [],
      adopted: [],
    })
    expect((await rebuild(place, '--lang', 'en')).stdout).toContain('nothing to change')
  })

  test('never takes in what the files do not name, and lists it', async () => {
    const place = await applied()
    await rm(join(place.folder, 'departments/市场部'), { recursive: true })
    await rm(join(place.folder, LOCK_FILE))
    const { stdout } = await rebuild(place, '--lang', 'en')
    expect(stdout).toMatch(/not in the files, so not managed\n {2}· department "市场部"/)
    expect(await place.lock()).not.toContain('市场部')
    expect(JSON.parse((await place.run(['plan', '--format', 'json'])).stdout).changes).toEqual([])
  })

  test('leaves a lock of a newer version alone', async () => {
    const place = await applied()
    const newer = (await place.lock()).replace('lock/1', 'lock/2')
    await place.edit({ [LOCK_FILE]: newer })
    expect((await rebuild(place)).code).toBe(4)
    expect(await place.lock()).toBe(newer)
  })

  test('asks first, and needs --yes where nobody can be asked', async () => {
    const place = await applied()
    expect((await place.run(['lock', 'rebuild'])).code).toBe(64)
    expect((await place.run(['lock', 'mend'])).code).toBe(64)
  })
})

test('the lock of the example company comes back byte for byte while its entries can be read', async () => {
  const place = await workplace({})
  await cp(join(import.meta.dirname, '../../directory'), place.folder, { recursive: true })
  await rm(join(place.folder, LOCK_FILE), { force: true })
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  const good = (await place.files())[LOCK_FILE] ?? ''
  await place.edit({ [LOCK_FILE]: good.slice(0, -10) })
  expect((await rebuild(place)).code).toBe(0)
  expect((await place.files())[LOCK_FILE]).toBe(good)
})
