import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { defaultSwitches, type Switches } from '../../src/emulator/switches.ts'
import { type Company, startCompany } from '../support/company.ts'
import { readFiles, temporaryFolder } from '../support/files.ts'

/**
 * Where the contract contradicts itself, both readings must do: the example company is made, read back, edited and read
 * back again with each switch of the emulator turned the other way, and with all of them at once.
 */

const OTHER: Partial<Switches> = {
  nameClash: 60008,
  mailClash: 40101,
  expiredToken: 42001,
  gatewayCodes: [],
  seniorModeDefaultsToFalse: false,
  unlistedOrders: 'keep',
  unlistedTitles: 'keep',
  hidesUnsetOrder: true,
  multiplePositions: false,
  unsetFields: 'omitted',
  permitsShown: 'always',
  sourceIdentifierReadable: false,
  rootOutsideScope: 'refused',
  roleNamesUnique: 'organisation',
  roleListUnit: 'groups',
  roleWithMembers: 'deleted',
  wholeScope: 'root',
  defaultGroup: 'Default',
  mobileClashTellsUserid: true,
  enterpriseMail: false,
  registeredAbroad: true,
  unknownFields: 'ignored',
}
/** What is told, and how: nobody needs that to apply. Each is turned alone in test/emulator: events, stream, push. */
const EVENTS: Partial<Switches> = {
  ownWrites: 'silent',
  streamSpelling: 'pascal',
  registeredFrame: false,
  diffInfo: 'object',
  roleRemoval: 'delete',
  roleDetails: 'post',
  httpSpelling: 'old',
  signatureParameter: 'msg_signature',
  failedListReading: 'keeps',
  failedListCoversStream: true,
}
/**
 * Turned in tests of their own: where an empty value changes nothing, nothing can be cleared; and nobody is invited in
 * the example company (see quarantine.test.ts, which turns it both ways).
 */
const APART = ['emptyValue', 'acceptedUserid']

let company: Company | undefined
afterEach(async () => company?.close())

test('every switch of the emulator is turned here', () => {
  expect([...Object.keys(OTHER), ...Object.keys(EVENTS), ...APART].sort()).toEqual(Object.keys(defaultSwitches).sort())
})

const turned: readonly [string, Partial<Switches>][] = [
  ...Object.entries(OTHER).map(([name, value]): [string, Partial<Switches>] => [
    `${name}: ${String(value)}`,
    { [name]: value },
  ]),
  ['those of events', EVENTS],
  ['all at once', { ...OTHER, ...EVENTS }],
]

test.each(turned)('%s', async (_name, switches) => {
  const folder = await temporaryFolder()
  await cp(join(import.meta.dirname, '../../directory'), folder, { recursive: true })
  // Abroad a number needs its country code; a number is sent as it is written.
  if (switches.registeredAbroad) await withCountryCodes(folder)
  company = await startCompany({ folder, emulator: { switches } })
  expect((await company.apply()).end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])

  const edit = async (file: string, from: string, to: string) => {
    const path = join(folder, file)
    const text = await readFile(path, 'utf8')
    expect(text).toContain(from)
    await writeFile(path, text.replace(from, to))
  }
  await edit('departments/总经办/people.yaml', '战略规划主管', '战略规划总监')
  await edit('departments/研发中心/质量部/department.yaml', 'managers: [sunliguo]', 'managers: [qianyue]')
  await edit('roles/岗位.yaml', 'members: [songmingyuan, tangwanqing]', 'members: [songmingyuan]')
  await edit('roles/岗位.yaml', '- name: 安全员', '- name: 消防员\n    previously: [安全员]')
  const applied = await company.apply()
  expect(applied.plan.refusals).toEqual([])
  expect(applied.end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])
  expect(company.emulator.log.filter(({ outcome }) => outcome !== 0)).toEqual([])
})

test('emptyValue: ignored: what DingTalk does not clear comes back in every plan, and nothing else happens', async () => {
  const person = (title: string) => ({
    'departments/研发部/people.yaml': `- {userid: lilei, name: 李雷, mobile: "+86-10000000001", title: ${title}}\n`,
  })
  company = await startCompany({ files: person('工程师'), emulator: { switches: { emptyValue: 'ignored' } } })
  await company.apply()
  await company.edit(person('null'))
  expect((await company.apply()).end).toBe('done')
  const { plan } = await company.plan()
  expect(plan.changes.map(({ patch }) => patch)).toEqual([[{ op: 'replace', path: '/user/lilei/title', value: null }]])
})

async function withCountryCodes(folder: string): Promise<void> {
  for (const [file, text] of Object.entries(await readFiles(folder)))
    await writeFile(join(folder, file), text.replaceAll(/mobile: (1\d{10})/g, 'mobile: "+86-$1"'))
}
