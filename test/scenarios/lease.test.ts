import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Lease, LeaseHeld } from '../../src/core/lease.ts'
import { takeLease } from '../../src/io/lease.ts'
import { temporaryFolder } from '../support/files.ts'

/** Who has a directory, and what becomes of a lease that nobody gave back. */

const pathIn = (folder: string) => join(folder, '.rollbook/lease.json')

/** A directory with somebody's lease in it, or with any other text in its place. */
async function leased(lease: Lease | string): Promise<string> {
  const folder = await temporaryFolder()
  mkdirSync(join(folder, '.rollbook'))
  writeFileSync(pathIn(folder), typeof lease === 'string' ? lease : JSON.stringify(lease))
  return folder
}

/** The number of a process that has ended. */
const dead = () => spawnSync(process.execPath, ['--version']).pid
const lease = (more: Partial<Lease>): Lease => ({
  token: 'another',
  pid: process.ppid,
  host: hostname(),
  started: '2026-03-01T00:00:00.000Z',
  born: null,
  ...more,
})

describe('a lease', () => {
  test('is for one at a time, and given back for the next one', async () => {
    const folder = await temporaryFolder()
    const release = takeLease(folder, 0)
    expect(() => takeLease(folder, 0)).toThrow(LeaseHeld)
    release()
    takeLease(folder, 0)()
    expect(readdirSync(join(folder, '.rollbook'))).toEqual(['.gitignore'])
  })

  test.each([
    ['of a process that is dead', () => lease({ pid: dead() })],
    ['of a former process of a number that another one has now', () => lease({ born: '1' })],
    ['of a former run of this very process', () => lease({ pid: process.pid })],
    ['that is cut off', () => '{"token": "an'],
  ])('%s is taken over', async (_, left) => {
    const folder = await leased(left())
    takeLease(folder, 0)()
    expect(existsSync(pathIn(folder))).toBe(false)
  })

  test('of a process that lives is respected', async () => {
    const folder = await leased(lease({}))
    expect(() => takeLease(folder, 0)).toThrow(expect.objectContaining({ here: true, path: pathIn(folder) }))
    expect(existsSync(pathIn(folder))).toBe(true)
  })

  test('of another machine is respected, even with a number that is dead here, and the file to remove is named', async () => {
    const folder = await leased(lease({ pid: dead(), host: 'elsewhere' }))
    expect(() => takeLease(folder, 0)).toThrow(expect.objectContaining({ here: false, path: pathIn(folder) }))
  })
})
