import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { importSchema } from '../../src/core/import-schema.ts'
import { published } from '../../src/core/json-schema.ts'
import { temporaryFolder } from '../support/files.ts'
import { appliedWorkplace } from '../support/workplace.ts'

/** `rollbook import` as a process, against the emulator. */

test('writes a company into a folder of its own, of which the next plan is empty, and says so in both languages', async () => {
  const { run } = await appliedWorkplace()
  const parent = await temporaryFolder()
  const [zh, en] = [join(parent, 'zh'), join(parent, 'en')]
  const chinese = await run(['import', '-d', zh, '--lang', 'zh'])
  expect([chinese.code, chinese.stdout]).toEqual([
    0,
    expect.stringMatching(/已导入 \d+ 个部门、\d+ 人[\s\S]*钉钉没有任何改动/),
  ])
  const english = await run(['import', '-d', en, '--layout', 'person', '--lang', 'en'])
  expect([english.code, english.stdout]).toEqual([
    0,
    expect.stringMatching(/Imported \d+ departments[\s\S]*Nothing was changed/),
  ])
  for (const folder of [zh, en]) {
    const { code, stdout } = await run(['plan', '-d', folder, '--detailed-exitcode', '--lang', 'zh'])
    expect([code, stdout]).toEqual([0, expect.stringContaining('钉钉里不会有任何变化')])
  }
  expect(await readFile(join(zh, 'rollbook.yaml'), 'utf8')).toContain('language: zh')
})

test('prints JSON that its schema accepts, and with --mark counts what it wrote', async () => {
  const { run } = await appliedWorkplace()
  const { code, stdout } = await run([
    'import',
    '-d',
    join(await temporaryFolder(), 'new'),
    '--mark',
    '--format',
    'json',
  ])
  const document = JSON.parse(stdout)
  const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(importSchema))
  expect([code, valid(document), valid.errors]).toEqual([0, true, null])
  expect(document).toMatchObject({ format: 'rollbook.import/1', changes: 0, marks: { refused: 0 } })
})

test('leaves a directory that is in use alone, and says what to type instead', async () => {
  const { run, written } = await appliedWorkplace()
  const before = written()
  const { code, stderr } = await run(['import', '--lang', 'en'])
  expect([code, stderr]).toEqual([3, expect.stringMatching(/is there already[\s\S]*rollbook import -d /)])
  expect(written()).toBe(before)
})
