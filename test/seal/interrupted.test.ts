import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { randomNumbers } from '../../src/emulator/random.ts'
import { rollbook } from '../support/command.ts'
import { type Company, startCompany } from '../support/company.ts'
import { type FileTree, readFiles, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { runs } from '../support/runs.ts'
import { type Keeper, keeper } from '../support/sealed.ts'
import { seedOfRun, some } from '../sweep/random.ts'

/** A seal or reseal that is killed anywhere: files and lock agree, nothing is lost, and running it again finishes. */

const preload = pathToFileURL(join(import.meta.dirname, '../sweep/disk.mjs')).href
const userids = ['lilei', 'hanmei', 'zhoujie']
const pathOf = (userid: string) => `departments/研发部/${userid}.yaml`

let company: Company
let holder: Keeper
beforeEach(async () => {
  holder = await keeper()
  const files: { [path: string]: string } = {
    'rollbook.yaml': 'version: 1\nlanguage: en\n',
    '.recipients': `${holder.recipient}\n`,
  }
  for (const [n, userid] of userids.entries())
    files[pathOf(userid)] = `userid: ${userid}\nname: 员工${n} # ${userid}\nmobile: "1001234000${n}"\n`
  company = await startCompany({ files })
})
afterEach(async () => {
  await company.close()
  await removeTemporaryFolders()
})

const run = (command: string, env: NodeJS.ProcessEnv = {}) =>
  rollbook([command, '-d', company.folder, '--lang', 'en'], { env: { ROLLBOOK_AGE_KEY: holder.secret, ...env } })

/** What is done to the files by a run that nobody disturbs, in order. */
async function rehearse(command: string, env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const trace = join(await temporaryFolder(), 'trace')
  const tracing = { NODE_OPTIONS: `--import=${preload}`, SWEEP_FOLDER: company.folder, SWEEP_TRACE: trace }
  expect((await run(command, { ...env, ...tracing })).code).toBe(0)
  return (await readFile(trace, 'utf8')).trimEnd().split('\n')
}

/** Kills the run just before the nth thing it does to the files; what was not flushed is lost as well. */
const killed = (command: string, nth: number, env: NodeJS.ProcessEnv = {}) =>
  run(command, {
    ...env,
    NODE_OPTIONS: `--import=${preload}`,
    SWEEP_FOLDER: company.folder,
    SWEEP_KILL_AT: String(nth),
    SWEEP_LOSE: '1',
  })

/** Before which of them a kill can make a difference: each begins or ends a file, or makes it last. All, or a few. */
const points = (done: readonly string[]) => {
  const all = done.flatMap((what, index) => (/^(rename|flush|write) /.test(what) ? [index + 1] : []))
  expect(all.length).toBeGreaterThanOrEqual(9)
  const seed = seedOfRun()
  console.log(`SWEEP_SEED=${seed} repeats this choice`)
  return some(all, runs(all.length, 3), randomNumbers(seed))
}

const people = async (): Promise<FileTree> => {
  const files = await readFiles(company.folder)
  return Object.fromEntries(userids.map((userid) => [pathOf(userid), files[pathOf(userid)] ?? '']))
}

describe('a seal that is killed anywhere', () => {
  test('leaves whole files, and running it again seals the rest', async () => {
    const plain = await people()
    const done = await rehearse('seal')
    await company.edit(plain)
    for (const nth of points(done)) {
      expect((await killed('seal', nth)).code).toBe(null)
      for (const [path, text] of Object.entries(await people())) {
        const sealed = text.replace(/age:\S+(?=")/, 'SEALED')
        expect([plain[path], plain[path]?.replace(/1001234000\d/, 'SEALED')]).toContain(sealed)
      }
      expect(await run('validate')).toMatchObject({ code: 0 })
      expect(await run('seal')).toMatchObject({ code: 0 })
      expect(Object.values(await people()).join('')).not.toMatch(/1001234000/)
      await company.edit(plain)
    }
  })
})

describe('a reseal that is killed anywhere', () => {
  test('leaves an empty plan that needs no key, and running it again finishes', async () => {
    await run('seal')
    await company.apply({ secrets: holder.secrets })
    const before = { ...(await people()), 'rollbook.lock.json': await company.lock() }
    const done = await rehearse('reseal')
    expect(done.filter((what) => what.startsWith('rename ') && what.endsWith('.yaml'))).toHaveLength(3)
    await company.edit(before)
    for (const nth of points(done)) {
      expect((await killed('reseal', nth)).code).toBe(null)
      expect((await company.plan()).plan).toMatchObject({ changes: [], refusals: [] })
      expect((await company.plan()).plan.unopened).toBeUndefined()
      const between = await people()
      expect(await run('reseal')).toMatchObject({ code: 0 })
      const after = await people()
      for (const path of Object.keys(after)) expect(after[path]).not.toBe(between[path])
      expect((await company.plan()).plan).toMatchObject({ changes: [], refusals: [] })
      expect(await company.lock()).not.toContain('+')
      await company.edit(before)
    }
  })

  test('for other recipients goes on with both keys, and says so with one', async () => {
    await run('seal')
    await company.apply({ secrets: holder.secrets })
    const next = await keeper()
    await company.edit({ '.recipients': `${next.recipient}\n` })
    const before = { ...(await people()), 'rollbook.lock.json': await company.lock() }
    const done = await rehearse('reseal')
    await company.edit(before)
    const second = done.indexOf('rename zhoujie.yaml')
    await killed('reseal', second)
    const torn = await people()

    const { code, stderr } = await run('reseal')
    expect([code, stderr]).toEqual([4, expect.stringMatching(/hanmei\.yaml:3:9|lilei\.yaml:3:9/)])
    expect(stderr).toContain('both keys')
    expect(await people()).toEqual(torn)
    expect(await run('reseal', { ROLLBOOK_AGE_KEY: `${holder.secret}\n${next.secret}` })).toMatchObject({ code: 0 })
    expect((await company.plan()).plan).toMatchObject({ changes: [] })
    expect(await run('reseal', { ROLLBOOK_AGE_KEY: next.secret })).toMatchObject({ code: 0 })
  })
})

test('a reseal waits for nobody: while an apply has the directory it writes nothing', async () => {
  await run('seal')
  const before = await people()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const where = () => {
    arrive()
    return true
  }
  company.emulator.inject({ match: { operation: 'createUser', where }, do: { delay: held } })
  const applying = company.apply({ secrets: holder.secrets })
  await arrived
  for (const command of ['seal', 'reseal']) {
    const { code, stderr } = await run(command)
    expect([code, stderr]).toEqual([3, expect.stringContaining('wait until it has ended')])
  }
  release()
  expect(await applying).toMatchObject({ end: 'done' })
  expect(await people()).toEqual(before)
  expect(await run('reseal')).toMatchObject({ code: 0 })
})
