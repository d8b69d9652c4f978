import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LockInvalid } from '../../src/core/lock-parse.ts'
import { emptyLock, stringifyLock } from '../../src/core/lockfile.ts'
import { LOCK_FILE, readLock } from '../../src/io/lockfile.ts'
import { temporaryFolder } from '../support/files.ts'

test.each<readonly [string, (path: string) => Promise<unknown>, RegExp]>([
  ['a link', (path) => symlink('/proc/self/environ', path), /not an ordinary file/],
  ['a folder', (path) => mkdir(path), /not an ordinary file/],
  [
    'larger than any lock',
    async (path) => {
      await writeFile(path, '')
      await truncate(path, 2 ** 31)
    },
    /larger than 128 MiB/,
  ],
])('a lock that is %s is not read, and both languages say what to do', async (_, make, message) => {
  const folder = await temporaryFolder()
  await make(join(folder, LOCK_FILE))
  const error = await readLock(folder).catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(LockInvalid)
  const { findings } = error as LockInvalid
  expect(findings).toMatchObject([
    { file: LOCK_FILE, line: 1, en: [expect.stringMatching(message), expect.stringContaining('git')] },
  ])
  expect(findings[0]?.zh).toEqual([expect.stringMatching(/普通文件|128 MiB/), expect.stringContaining('git')])
})

test('a lock that is not there is empty, and one that is there is read', async () => {
  const folder = await temporaryFolder()
  expect(await readLock(folder)).toEqual(emptyLock)
  const lock = { corp: 'dingcorp0001', resources: { user: { lilei: { id: 'lilei' } } } }
  await writeFile(join(folder, LOCK_FILE), stringifyLock(lock))
  expect(await readLock(folder)).toEqual(lock)
})
