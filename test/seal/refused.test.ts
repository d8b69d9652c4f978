import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { InvalidDirectory, type Problem } from '../../src/core/problem.ts'
import { openerFor } from '../../src/io/age.ts'
import { type Company, startCompany } from '../support/company.ts'
import { removeTemporaryFolders } from '../support/files.ts'
import { runs } from '../support/runs.ts'
import { type Keeper, keeper } from '../support/sealed.ts'

/** Sealed values that must not be believed: each stops an apply before its first write, at its line, without its value. */

const value = '10012340001'
let company: Company
let holder: Keeper
let good: string
beforeAll(async () => {
  company = await startCompany()
  holder = await keeper()
  good = await holder.seal('lilei', 'mobile', value, 'dingcorp0001')
})
beforeEach(() => company.edit({ 'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n' }))
afterAll(async () => {
  await company.close()
  await removeTemporaryFolders()
})

const bytesOf = (sealed: string) => Buffer.from(sealed.slice(4), 'base64')
const textOf = (bytes: Uint8Array) => `age:${Buffer.from(bytes).toString('base64')}`
/** An age file whose header names only keys of this kind. */
const ofKind = (kind: string) =>
  textOf(Buffer.from(`age-encryption.org/v1\n-> ${kind} AAAA\nAAAA\n--- ${'A'.repeat(43)}\n${'x'.repeat(64)}`))

async function problemsOf(sealed: string, secret = holder.secret): Promise<readonly Problem[]> {
  await company.edit({ 'departments/研发部/people.yaml': `- userid: lilei\n  name: 李雷\n  mobile: ${sealed}\n` })
  const before = company.emulator.log.length
  const secrets = { from: 'ROLLBOOK_AGE_KEY', read: async () => [secret] }
  const error = await company.apply({ secrets }).then(
    () => undefined,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(InvalidDirectory)
  const { problems } = error as InvalidDirectory
  expect(JSON.stringify(problems)).not.toContain(value.slice(3))
  expect(problems.every(({ hint }) => hint !== undefined)).toBe(true)
  const writes = company.emulator.log
    .slice(before)
    .filter(({ operation }) => /^(create|update|delete)/.test(operation ?? ''))
  expect(writes).toEqual([])
  return problems
}

const at = { file: 'departments/研发部/people.yaml', line: 3, column: 11 }

describe('an apply stops, and names the line, for', () => {
  test('a key that is not among the recipients', async () => {
    expect(await problemsOf(good, (await keeper()).secret)).toMatchObject([{ code: 'sealed-unopened', ...at }])
  })
  test('a flipped bit in the value', async () => {
    const bytes = bytesOf(good)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 4, bytes.length - 3)
    expect(await problemsOf(textOf(bytes))).toMatchObject([{ code: 'sealed-unopened', ...at }])
  })
  test('a text that was cut off', async () => {
    for (const keep of [10, 100, 201, good.length - 1])
      expect(await problemsOf(good.slice(0, keep))).toMatchObject([{ code: 'sealed-invalid', ...at }])
    const shorter = textOf(bytesOf(good).subarray(0, -3))
    expect(await problemsOf(shorter)).toMatchObject([{ code: 'sealed-unopened', ...at }])
  })
  test('the value of another person', async () => {
    const other = await holder.seal('hanmei', 'mobile', value)
    expect(await problemsOf(other)).toMatchObject([{ code: 'sealed-foreign', ...at }])
  })
  test('the value of another field', async () => {
    const other = await holder.seal('lilei', 'telephone', value)
    expect(await problemsOf(other)).toMatchObject([{ code: 'sealed-foreign', ...at }])
  })
  test('the value of another company', async () => {
    const other = await holder.seal('lilei', 'mobile', value, 'dingcorp0002')
    expect(await problemsOf(other)).toMatchObject([{ code: 'sealed-foreign', ...at }])
  })
  test('a plaintext that nobody sealed with rollbook', async () => {
    for (const text of [value, '{}', '[]', 'null', `{"v":2,"user":"lilei","field":"mobile","value":"${value}"}`])
      expect(await problemsOf(await holder.sealText(text))).toMatchObject([{ code: 'sealed-foreign', ...at }])
  })
  test('a value that the field does not take', async () => {
    const other = await holder.seal('lilei', 'mobile', `1${value}99`)
    expect(await problemsOf(other)).toMatchObject([{ code: 'invalid-value', ...at }])
  })
  test('a megabyte of ciphertext', async () => {
    const [first] = await problemsOf(`age:${'QUFB'.repeat(260_000)}`)
    expect(['sealed-invalid', 'file-too-large', 'yaml-forbidden', 'too-long']).toContain(first?.code)
    const long = await problemsOf(`age:${'QUFB'.repeat(10_000)}`)
    expect(long).toMatchObject([{ code: 'sealed-invalid', ...at }])
  })
  test.each(['scrypt', 'ssh-ed25519', 'piv-p256', 'mlkem768x25519'])('a value sealed for %s', async (kind) => {
    const [problem] = await problemsOf(ofKind(kind))
    expect(problem).toMatchObject({ code: 'sealed-invalid', ...at })
    expect(problem?.message).toContain(kind)
  })
})

test('one ciphertext in two places is told without a key', async () => {
  const list = `- {userid: lilei, name: 李雷, mobile: ${good}}\n- {userid: hanmei, name: 韩梅梅, mobile: ${good}}\n`
  await company.edit({ 'departments/研发部/people.yaml': list })
  await expect(company.plan()).rejects.toMatchObject({ problems: [{ code: 'sealed-foreign', line: 2 }] })
})

test('no random change of a ciphertext is ever accepted', async () => {
  const count = runs(10_000, 500)
  const opener = await openerFor([holder.secret])
  if (typeof opener !== 'function') throw new Error('no opener')
  const bytes = bytesOf(good)
  const accepted: string[] = []
  for (let done = 0; done < count; done += 1) {
    const changed = Buffer.from(bytes)
    const at = Math.floor(Math.random() * bytes.length)
    const bit = Math.floor(Math.random() * 8)
    changed[at] = (changed[at] ?? 0) ^ (1 << bit)
    if (typeof (await opener(changed)) !== 'string') accepted.push(`byte ${at} bit ${bit}`)
  }
  expect(accepted).toEqual([])
  expect(await opener(bytes)).toMatchObject({ text: expect.stringContaining('"v":1') })
})
