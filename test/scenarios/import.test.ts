import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { DirectoryInUse, type ImportInput, importCompany } from '../../src/commands/import.ts'
import { newKey } from '../../src/commands/seal.ts'
import { IncompleteRead } from '../../src/core/incomplete-read.ts'
import { InvalidDirectory } from '../../src/core/problem.ts'
import { Client } from '../../src/dingtalk/client.ts'
import type { EmulatorOptions } from '../../src/emulator/server.ts'
import { type Company, startCompany } from '../support/company.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { runs } from '../support/runs.ts'
import { build, strangeCompany } from '../support/strange-company.ts'

afterAll(removeTemporaryFolders)

/** A company that lives in DingTalk alone. */
async function living(emulator: EmulatorOptions): Promise<Company> {
  const company = await startCompany({ emulator })
  onTestFinished(company.close)
  return company
}

async function imported(company: Company, more: Partial<ImportInput> = {}) {
  const { oapiUrl, apiUrl, clientId, clientSecret } = company.emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  const input = { layout: 'department', mobiles: 'omit', contacts: 'omit', language: 'zh', ...more } as const
  try {
    return await importCompany({
      ...input,
      directory: company.folder,
      client,
      credential: { clientId, clientSecret },
    })
  } finally {
    await client.close()
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

describe.each([
  ['demo', 'department'],
  ['demo', 'person'],
  [200, 'department'],
] as const)('a company of the seed %s, one file for each %s', (seed, layout) => {
  test('becomes files and lock that manage all of it, and the next plan is empty', async () => {
    const company = await living({ seed })
    const before = company.emulator.snapshot()
    const { changes, leftOut, counts } = await imported(company, { layout })
    expect({ changes, leftOut }).toEqual({ changes: [], leftOut: [] })
    expect(counts.people).toBe(before.users.length)
    const lock = await company.lock()
    const { plan } = await company.plan()
    expect(plan.changes).toEqual([])
    expect(plan.adopted).toEqual([])
    expect(plan.kept).toEqual([])
    expect(plan.unmanaged).toEqual([])
    expect((await company.apply()).end).toBe('done')
    expect(await company.lock()).toBe(lock)
    expect(company.emulator.snapshot()).toEqual(before)
  })
})

test('any company: the next plan is empty, whatever its names are, and DingTalk is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      strangeCompany,
      fc.constantFrom('department' as const, 'person' as const),
      async (strange, layout) => {
        const company = await startCompany()
        try {
          build(company.emulator, strange)
          const before = company.emulator.snapshot()
          const { changes } = await imported(company, { layout })
          expect(changes).toEqual([])
          const { plan } = await company.plan()
          expect({ changes: plan.changes, kept: plan.kept }).toEqual({ changes: [], kept: [] })
          expect(company.emulator.snapshot()).toEqual(before)
        } finally {
          await company.close()
        }
      },
    ),
    { numRuns: runs(2000, 60) },
  )
})

test('what was imported is ours: a head taken out of a file is a change, not an addition of before', async () => {
  const company = await living({ seed: 'demo' })
  await imported(company)
  await company.edit({ 'departments/研发部/department.yaml': 'managers: []\n' })
  const { plan } = await company.plan()
  expect(plan.changes.map(({ ref }) => ref)).toEqual([{ kind: 'department-settings', key: '研发部' }])
})

describe('personal values', () => {
  const textOf = async (folder: string) =>
    (await Promise.all((await filesOf(folder)).map((path) => readFile(join(folder, path), 'utf8')))).join('\n')
  const personal = (company: Company) =>
    company.emulator.snapshot().users.flatMap(({ mobile, email, telephone }) => [mobile?.number, email, telephone])
  const heldIn = (text: string, company: Company) =>
    personal(company).filter((value) => value !== undefined && value !== '' && text.includes(value)).length

  test.each([
    ['omit', 'omit', 'none'],
    ['clear', 'omit', 'some'],
    ['clear', 'clear', 'all'],
  ] as const)('mobiles: %s, contacts: %s: %s of them are in the files', async (mobiles, contacts, held) => {
    const company = await living({ seed: 200 })
    await imported(company, { mobiles, contacts })
    const all = heldIn(personal(company).join('\n'), company)
    const found = heldIn(await textOf(company.folder), company)
    expect(all).toBeGreaterThan(200)
    expect(found === 0 ? 'none' : found === all ? 'all' : 'some').toBe(held)
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('sealed for whoever applies: none is in clear, and the next plan is empty without the key and with it', async () => {
    const company = await living({ seed: 'demo' })
    const made = await newKey({ directory: company.folder }, join(await temporaryFolder(), 'apply.key'))
    expect(made).toHaveProperty('recipient')
    await imported(company, { mobiles: 'seal', contacts: 'seal' })
    const text = await textOf(company.folder)
    expect(heldIn(text, company)).toBe(0)
    expect(text.match(/age:/g)?.length).toBeGreaterThan(5)
    const { plan } = await company.plan()
    expect({ changes: plan.changes, unopened: plan.unopened }).toEqual({ changes: [], unopened: undefined })
    const lock = await company.lock()
    expect((await company.apply()).end).toBe('done')
    expect(await company.lock()).toBe(lock)
  })

  test('nobody to seal for: it says so, and writes nothing', async () => {
    const company = await living({ seed: 'demo' })
    await expect(imported(company, { mobiles: 'seal' })).rejects.toThrow(InvalidDirectory)
    expect(await filesOf(company.folder)).toEqual([])
  })
})

describe('marks', () => {
  const marks = (company: Company) => company.emulator.snapshot().departments.map((each) => each.source_identifier)

  test('none is written unless asked for', async () => {
    const company = await living({ seed: 'demo' })
    const before = marks(company)
    await imported(company)
    expect(marks(company)).toEqual(before)
  })

  test('are put on departments that carry none; another system keeps its own, and the next plan is empty', async () => {
    const company = await living({ seed: 'demo' })
    const [, first] = company.emulator.snapshot().departments
    company.emulator.console('updateDepartment', { dept_id: Number(first?.dept_id), source_identifier: 'hr-7' })
    const free = marks(company).filter((mark) => !mark).length - 1
    const foreign = marks(company).length - 1 - free
    const { marks: made } = await imported(company, { mark: true })
    expect(made).toEqual({ written: free, foreign, refused: 0 })
    expect(marks(company).filter((mark) => mark?.startsWith('rollbook:'))).toHaveLength(free)
    expect(marks(company)).toContain('hr-7')
    expect((await company.plan()).plan.changes).toEqual([])
  })

  test('an import that ends among them leaves no file, and is simply run again', async () => {
    const company = await living({ seed: 'demo' })
    company.emulator.inject({ match: { operation: 'updateDepartment', nth: 3 }, do: { refuse: { errcode: 60011 } } })
    await expect(imported(company, { mark: true })).rejects.toThrow(/60011/)
    expect(await filesOf(company.folder)).toEqual([])
    company.emulator.clearFaults()
    expect(marks(company).filter((mark) => mark?.startsWith('rollbook:'))).toHaveLength(2)
    const free = marks(company).filter((mark) => !mark).length - 1
    expect((await imported(company, { mark: true })).marks).toMatchObject({ written: free, refused: 0 })
    expect((await company.plan()).plan.changes).toEqual([])
  })
})

test('a folder with files in it is left alone', async () => {
  const company = await living({ seed: 'demo' })
  await company.edit({ 'roles/岗位.yaml': 'roles: []\n' })
  await expect(imported(company)).rejects.toThrow(DirectoryInUse)
  expect(await filesOf(company.folder)).toEqual(['roles/岗位.yaml'])
})

test('a part of a company is not imported, and no file is written', async () => {
  const company = await living({ seed: 'demo' })
  company.emulator.inject({ match: { operation: 'listUsers' }, do: { refuse: { errcode: 50002 } } })
  await expect(imported(company)).rejects.toThrow(IncompleteRead)
  expect(await filesOf(company.folder)).toEqual([])
})
