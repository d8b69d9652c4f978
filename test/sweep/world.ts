import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '../../src/commands/apply.ts'
import { plan } from '../../src/commands/plan.ts'
import { Client } from '../../src/dingtalk/client.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import type { Company } from '../../src/emulator/company.ts'
import { Records } from '../../src/emulator/records.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { type FileTree, writeFiles } from '../support/files.ts'
import { after, before } from './lived-in.ts'

/** The moment before a change: what DingTalk holds, and a directory that says what it is to become. */
export interface World {
  readonly company: Company
  readonly files: FileTree
}

// One secret for all, because the fingerprints in the lock depend on it.
const clientSecret = 'a-secret-of-nobody'

/** An emulator that holds `company`; unlimited rate. */
export async function emulate(company: Company, options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ rate: Number.POSITIVE_INFINITY, clientSecret, ...options })
  return restore(emulator, company)
}

/** Puts the company back to what it was. */
export function restore(emulator: Emulator, company: Company): Emulator {
  Object.assign(emulator.state, { records: new Records(structuredClone(company)) })
  return emulator
}

/** A folder of its own for one run, gone afterwards. */
export async function inFolder<T>(files: FileTree, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-sweep-'))
  try {
    await writeFiles(folder, files)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One command in this process, with a client of its own as in real life. */
export async function withClient<T>(
  emulator: Emulator,
  work: (input: { client: Client; credential: { clientId: string; clientSecret: string } }) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  const { oapiUrl, apiUrl, clientId, clientSecret } = emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000, ...(clock && { clock }) })
  try {
    return await work({ client, credential: { clientId, clientSecret } })
  } finally {
    await client.close()
  }
}

/** What a plan of the directory would change. */
export const planned = (emulator: Emulator, directory: string, clock?: Clock) =>
  withClient(emulator, (input) => plan({ directory, ...input }), clock)

/** Applies the directory in this process. */
export const applied = (emulator: Emulator, directory: string, clock?: Clock) =>
  withClient(
    emulator,
    (input) => apply({ directory, ...input, approve: async () => true, ...(clock && { time: clock }) }),
    clock,
  )

/** The lived-in company with things in it that are nobody's business, and the files of a year later. */
export const livedIn = () => changing(before, after, foreign)

/** A company that was made from `from` and is to become what `to` says; `meanwhile` happens in between. */
export async function changing(
  from: FileTree,
  to: FileTree,
  meanwhile: (emulator: Emulator) => void = () => {},
): Promise<World> {
  const emulator = await startEmulator({ rate: Number.POSITIVE_INFINITY, clientSecret })
  try {
    return await inFolder(from, async (folder) => {
      const { end } = await applied(emulator, folder)
      if (end !== 'done') throw new Error(`the company could not be founded: ${end}`)
      meanwhile(emulator)
      const lock = await readFile(join(folder, LOCK_FILE), 'utf8')
      return { company: emulator.state.records.company(emulator.corp), files: { ...to, [LOCK_FILE]: lock } }
    })
  } finally {
    await emulator.close()
  }
}

/** A company that does not exist yet. */
export async function founded(files: FileTree): Promise<World> {
  const emulator = await startEmulator({ clientSecret })
  const company = emulator.state.records.company(emulator.corp)
  await emulator.close()
  return { company, files }
}

/** What an administrator made in the console and no file names. */
function foreign(emulator: Emulator): void {
  const idOf = (name: string) => emulator.snapshot().departments.find((found) => found.name === name)?.dept_id ?? 0
  emulator.console('createDepartment', { name: '外包部', parent_id: 1 })
  emulator.console('createDepartment', { name: '外包一组', parent_id: idOf('外包部') })
  const hired = [
    ['outer', '外包部', '10099990001'],
    ['clerk', '财务部', '10099990002'],
  ] as const
  for (const [userid, at, mobile] of hired)
    emulator.console('createUser', { userid, name: userid, mobile, dept_id_list: [idOf(at)] })
  emulator.console('createRoleGroup', { name: '临时' })
  const groupId = emulator.snapshot().groups.find(({ name }) => name === '临时')?.id ?? 0
  emulator.console('createRole', { roleName: '值班', groupId })
  const role = emulator.snapshot().roles.find(({ name }) => name === '值班')?.id ?? 0
  emulator.console('addRolesForEmployees', { roleIds: [role], userIds: ['outer', 'lilei'] })
}
