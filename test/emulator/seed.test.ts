import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emulate } from '../../src/commands/emulate.ts'
import { startEmulator } from '../../src/emulator/server.ts'
import { start } from './caller.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('an empty company has its root department and nobody', async () => {
  const { emulator } = await start()
  const { departments, users, groups } = emulator.snapshot()
  expect([departments.map(({ name }) => name), users, groups.map(({ name }) => name)]).toEqual([
    ['示例公司'],
    [],
    ['默认'],
  ])
})

test('the demo company has about thirty people, eight departments, roles, and a foreign mark', async () => {
  const { emulator } = await start({ seed: 'demo' })
  const { departments, users, roles, boss } = emulator.snapshot()
  expect([departments.length, users.length, roles.length, boss]).toEqual([9, 30, 9, 'manager01'])
  expect(departments.filter((found) => found.source_identifier).map(({ name }) => name)).toEqual(['财务部'])
  expect(users.find(({ userid }) => userid === 'manager01')).toMatchObject({ departments: [1], active: true })
})

test('a company of a number of people has that many, in departments of twelve, at most eight below each', async () => {
  const { emulator } = await start({ seed: 500 })
  const { records } = emulator.state
  expect([records.users.size, records.departments.size]).toEqual([500, 43])
  const fanOuts = [...records.departments.keys()].map((id) => records.countChildren(id))
  expect(Math.max(...fanOuts)).toBe(8)
  for (const { mobile } of records.users.values()) expect(mobile?.number).toMatch(/^100\d{8}$/)
  for (const { managers, dept_id } of records.departments.values()) expect(managers).toHaveLength(dept_id === 1 ? 0 : 1)
})

test.each(['empty', 'demo', 0, 1, 2, 137] as const)('seed %s gives the same company every time', async (seed) => {
  const [one, other] = [await start({ seed }), await start({ seed })]
  expect(one.emulator.snapshot()).toEqual(other.emulator.snapshot())
  if (typeof seed === 'number') expect(one.emulator.snapshot().users).toHaveLength(seed)
})

test('a state file keeps the company, and wins over the seed', async () => {
  const stateFile = join(folder, 'kept.json')
  const first = await start({ seed: 20, stateFile })
  await first.call('createDepartment', { name: '设计', parent_id: 1, order: 7 })
  const saved = JSON.parse(await readFile(stateFile, 'utf8'))
  expect(saved.departments.map(({ name }: { name: string }) => name)).toContain('设计')
  expect((await stat(stateFile)).mode & 0o777).toBe(0o600)
  const second = await start({ seed: 'demo', stateFile })
  expect(second.emulator.snapshot()).toEqual(first.emulator.snapshot())
  const { body } = await second.call('createDepartment', { name: '品牌', parent_id: 1 })
  expect(saved.departments.map(({ dept_id }: { dept_id: number }) => dept_id)).not.toContain(body.result.dept_id)
})

test('writes at the same time are all in the file once they are answered', async () => {
  const stateFile = join(folder, 'many.json')
  const { call } = await start({ stateFile })
  await Promise.all(Array.from({ length: 20 }, (_, at) => call('createDepartment', { name: `组${at}`, parent_id: 1 })))
  expect(JSON.parse(await readFile(stateFile, 'utf8')).departments).toHaveLength(21)
})

test('a file that is no state file stops the start', async () => {
  const stateFile = join(folder, 'other.json')
  await writeFile(stateFile, '{}')
  await expect(startEmulator({ stateFile })).rejects.toThrow(/not a state file/)
})

test('a port that is taken stops the start', async () => {
  const { emulator } = await start()
  await expect(startEmulator({ port: Number(new URL(emulator.oapiUrl).port) })).rejects.toThrow(/EADDRINUSE/)
})

test('the command starts an emulator on loopback and gives what is needed to use it', async () => {
  const emulator = await emulate({ port: 0, seed: 'demo', state: join(folder, 'command.json') })
  expect(emulator.oapiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(emulator.apiUrl).toBe(emulator.oapiUrl)
  expect([emulator.clientId, emulator.clientSecret, emulator.corp].every((text) => text.length > 0)).toBe(true)
  await emulator.close()
  await expect(fetch(emulator.oapiUrl)).rejects.toThrow()
})
