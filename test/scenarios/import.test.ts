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
import { buildWild, wildCompany } from '../support/wild-company.ts'

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

/** Two thousand companies take a while on a machine that does other things as well. */
const PATIENCE = 1_800_000

test(
  'any company: the next plan is empty, whatever its names are, and DingTalk is as it was',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        wildCompany,
        fc.constantFrom('department' as const, 'person' as const),
        fc.constantFrom('omit' as const, 'clear' as const),
        async (wild, layout, personal) => {
          const company = await startCompany()
          try {
            buildWild(company.emulator, wild)
            const before = company.emulator.snapshot()
            const { changes } = await imported(company, { layout, mobiles: personal, contacts: personal })
            expect(changes).toEqual([])
            const { plan } = await company.plan()
            expect(plan.changes).toEqual([])
            expect(company.emulator.snapshot()).toEqual(before)
          } finally {
            await company.close()
          }
        },
      ),
      { numRuns: runs(2000, 60) },
    )
  },
  PATIENCE,
)

describe('what DingTalk holds and files cannot say', () => {
  type Console = Company['emulator']['console']
  /** A person, in the root department unless said otherwise. */
  const hire = (console: Console, at: number, more: object = {}): string => {
    const userid = `p${at}`
    const person = { userid, name: userid, mobile: `1000000${String(at).padStart(4, '0')}`, dept_id_list: [1], ...more }
    console('createUser', person as never)
    return userid
  }
  const open = (console: Console, name: string, more: object = {}): number => {
    const answer = console('createDepartment', { name, parent_id: 1, ...more } as never)
    return (answer['result'] as { dept_id: number }).dept_id
  }
  /** What was left out, as `ref field`, of a company that is imported and plans nothing afterwards. */
  async function leftOutOf(set: (company: Company) => void, more: Partial<ImportInput> = {}) {
    const company = await living({})
    set(company)
    const { changes, leftOut } = await imported(company, more)
    expect(changes).toEqual([])
    expect((await company.plan()).plan.changes).toEqual([])
    return { company, leftOut: leftOut.map(({ ref, field = '' }) => `${ref.kind} ${ref.key} ${field}`.trimEnd()) }
  }

  test('sub-departments whose names only look the same: both are there', async () => {
    const { company, leftOut } = await leftOutOf(({ emulator }) => {
      open(emulator.console, 'é')
      open(emulator.console, 'e\u0301')
    })
    expect(leftOut).toEqual([])
    expect(await filesOf(company.folder)).toContain('departments/é_2/department.yaml')
  })

  test('managers in a circle: one of them is left out, the others stay', async () => {
    const { leftOut } = await leftOutOf(({ emulator: { console } }) => {
      const people = [1, 2, 3].map((at) => hire(console, at))
      for (const [at, userid] of people.entries())
        console('updateUser', { userid, manager_userid: people[(at + 1) % 3] ?? '' })
    })
    expect(leftOut).toEqual(['user p1 manager_userid'])
  })

  test('their own manager: left out', async () => {
    const { leftOut } = await leftOutOf(({ emulator: { console } }) =>
      console('updateUser', { userid: hire(console, 1), manager_userid: 'p1' }),
    )
    expect(leftOut).toEqual(['user p1 manager_userid'])
  })

  test('a head who does not belong to the department: its heads are left out whole', async () => {
    const { leftOut } = await leftOutOf(({ emulator }) => {
      const id = open(emulator.console, '研发部')
      hire(emulator.console, 1, { dept_id_list: [id] })
      const stranger = hire(emulator.console, 2)
      emulator.edit((records) => {
        const found = records.departments.get(id)
        if (found !== undefined) records.putDepartment({ ...found, managers: ['p1', stranger] })
      })
    })
    expect(leftOut).toEqual(['department 研发部 managers'])
  })

  test('userids that differ in capitals only: the second stays unmanaged', async () => {
    const { leftOut } = await leftOutOf(({ emulator: { console } }) => {
      hire(console, 1, { userid: 'lilei' })
      hire(console, 2, { userid: 'LiLei' })
    })
    expect(leftOut).toEqual(['user lilei'])
  })

  test('names of departments with what nobody sees, or what its own calls refuse: the nearest one stands for them', async () => {
    const { company, leftOut } = await leftOutOf(({ emulator: { console } }) => {
      open(console, '零\u200b宽')
      open(console, '研发-平台')
    })
    expect(leftOut).toEqual(['department 零宽 name', 'department 研发-平台 name'])
    expect(await readFile(join(company.folder, 'departments/研发-平台/department.yaml'), 'utf8')).toMatch(
      /^name: 研发－平台\n/,
    )
  })

  test('a mark that says what another folder is called: both have a key of their own', async () => {
    const { leftOut } = await leftOutOf(({ emulator: { console } }) => {
      open(console, '研发部')
      open(console, '技术部', { source_identifier: 'rollbook:研发部' })
    })
    expect(leftOut).toEqual([])
  })

  test('a person called like a file of the department, each in a file of their own: nothing is overwritten', async () => {
    const { company } = await leftOutOf(
      ({ emulator: { console } }) => {
        const id = open(console, '研发部', { hide_dept: true })
        hire(console, 1, { name: 'department', dept_id_list: [id] })
        hire(console, 2, { name: 'a', dept_id_list: [id] })
        open(console, 'a.yaml', { parent_id: id })
      },
      { layout: 'person' },
    )
    expect(await filesOf(company.folder)).toEqual(
      expect.arrayContaining([
        'departments/研发部/department.yaml',
        'departments/研发部/department_2.yaml',
        'departments/研发部/a_2.yaml',
      ]),
    )
  })

  test('a role group called as DingTalk calls its own, and two roles of one path: left out, the other roles stay', async () => {
    const groups = new Map<string, number>()
    const { leftOut } = await leftOutOf(({ emulator: { console } }) => {
      for (const [group, name] of [
        ['DEFAULT', '会计'],
        ['a', 'b/c'],
        ['a/b', 'c'],
        ['a/b', '两\n行'],
        ['a/b', '出纳'],
      ] as const) {
        const known = groups.get(group)
        const groupId = known ?? Number(console('createRoleGroup', { name: group })['groupId'])
        groups.set(group, groupId)
        console('createRole', { groupId, roleName: name })
      }
    })
    expect(leftOut).toEqual(['role-group DEFAULT', 'role a/b/c', 'role a/b/c', 'role a/b/两\n行'])
  })

  test.each(['clear', 'seal'] as const)(
    'one company mail for two people, values %s: the second goes without',
    async (choice) => {
      const company = await living({ switches: { enterpriseMail: true } })
      if (choice === 'seal') await newKey({ directory: company.folder }, join(await temporaryFolder(), 'apply.key'))
      const { console } = company.emulator
      hire(console, 1, { org_email: 'a@example.com' })
      hire(console, 2, { org_email: 'A@example.com' })
      const { changes, leftOut } = await imported(company, { contacts: choice })
      expect(changes).toEqual([])
      expect(leftOut).toMatchObject([{ ref: { key: 'p2' }, field: 'org_email', why: 'contradicts' }])
      expect((await company.plan()).plan.changes).toEqual([])
    },
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
