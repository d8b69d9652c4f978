import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDraft } from '../../src/io/import-draft.ts'
import { readFiles, temporaryFolder, writeFiles } from '../support/files.ts'
import { type Workplace, workplace } from '../support/workplace.ts'

/** `rollbook import` that is broken off and run again, as a process against the embedded DingTalk. */

const DRAFT = '.rollbook/import-draft'
const reads = ({ emulator }: Workplace) => emulator.log.filter(({ operation }) => operation === 'getUser').length

/** An import that reads so many people and then loses DingTalk for good. */
async function brokenOff(people: number, after: number): Promise<Workplace> {
  const place = await workplace({}, { seed: people })
  place.emulator.inject({
    match: { operation: 'getUser', nth: after + 1 },
    do: { refuse: { errcode: 90020 } },
    times: 9999,
  })
  const { code, stderr } = await place.run(['import', '--lang', 'en'])
  expect([code, stderr]).toEqual([1, expect.stringMatching(/broken off[\s\S]*goes on where it stopped/)])
  place.emulator.clearFaults()
  return place
}

test('an import that was broken off goes on where it stopped, and its files are those of one that was not', async () => {
  const place = await brokenOff(120, 80)
  const before = reads(place)
  const { code, stderr } = await place.run(['import', '--lang', 'en'])
  expect([code, stderr]).toEqual([0, expect.stringMatching(/Went on where an earlier import stopped/)])
  expect(reads(place) - before).toBeLessThanOrEqual(120 - 80)
  const folder = join(await temporaryFolder(), 'whole')
  const whole = await place.run(['import', '-d', folder])
  expect(whole.code).toBe(0)
  const kept = Object.entries(await place.files()).filter(([path]) => !path.startsWith('.rollbook/'))
  expect(Object.fromEntries(kept)).toEqual(
    Object.fromEntries(Object.entries(await readFiles(folder)).filter(([path]) => !path.startsWith('.rollbook/'))),
  )
  expect(await place.files()).not.toHaveProperty(DRAFT)
})

test('a killed import goes on too', async () => {
  const place = await workplace({}, { seed: 120 })
  let killed = false
  const { code } = await place.run(['import', '--verbose'], {
    onOutput(text, child) {
      if (killed || text.split('getUser 200').length < 60) return
      killed = true
      child.kill('SIGKILL')
    },
  })
  expect(code).not.toBe(0)
  const before = reads(place)
  expect((await place.run(['import'])).code).toBe(0)
  expect(reads(place) - before).toBeLessThan(90)
  expect((await place.run(['plan', '--detailed-exitcode'])).code).toBe(0)
})

test('what is kept between two runs says nothing to whoever has not the secret', async () => {
  const place = await brokenOff(60, 40)
  const text = (await place.files())[DRAFT] ?? ''
  expect(text.split('\n').length).toBeGreaterThan(40)
  const plain = text.split('\n').map((line) => Buffer.from(line, 'base64').toString('latin1'))
  for (const word of ['100500000', 'example.com', 'u0000', 'getUser', place.emulator.clientSecret])
    expect([text, ...plain].filter((line) => line.includes(word))).toEqual([])
})

test('a draft is used by its own app, for an hour, as far as it is whole, and each answer once', async () => {
  const directory = await temporaryFolder()
  const owner = { clientId: 'ding1', clientSecret: 'a secret', oapiUrl: 'https://oapi.example.com' }
  let time = 1_000_000
  const open = (more: Partial<typeof owner> = {}) => openDraft(directory, { ...owner, ...more }, () => time)
  const first = open()
  for (const n of [1, 2, 3]) first.keep('getUser', `{"userid":"u${n}"}`, `{"n":${n}}`)
  first.keep('listUsers', '{}', '{}')
  const found = (draft = open()) => [1, 2, 3].map((n) => draft.take('getUser', `{"userid":"u${n}"}`))
  expect(found()).toEqual(['{"n":1}', '{"n":2}', '{"n":3}'])
  expect(open().take('listUsers', '{}')).toBeUndefined()
  const once = open()
  expect([found(once), found(once)]).toEqual([
    ['{"n":1}', '{"n":2}', '{"n":3}'],
    [undefined, undefined, undefined],
  ])
  for (const other of [{ clientSecret: 'another' }, { clientId: 'ding2' }, { oapiUrl: 'https://oapi.example.org' }])
    expect(found(open(other))).toEqual([undefined, undefined, undefined])
  time += 3_600_001
  expect(found()).toEqual([undefined, undefined, undefined])
  time -= 3_600_001
  const text = await readFile(join(directory, DRAFT), 'utf8')
  const lines = text.trimEnd().split('\n')
  await writeFiles(directory, { [DRAFT]: `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, -30)}` })
  expect(found()).toEqual(['{"n":1}', '{"n":2}', undefined])
  open().keep('getUser', '{"userid":"u3"}', '{"n":4}')
  expect(found()).toEqual(['{"n":1}', '{"n":2}', '{"n":4}'])
  await writeFiles(directory, { [DRAFT]: [lines[0], lines[1]?.replace(/[A-Z]/, 'a'), lines[2]].join('\n') })
  expect(found()).toEqual([undefined, undefined, undefined])
})

test('a read that does not hold together is not taken up again', async () => {
  const place = await brokenOff(60, 40)
  place.emulator.inject({ match: { operation: 'listUsers' }, do: { missingItem: 0 }, times: 1 })
  expect((await place.run(['import'])).code).toBe(3)
  expect(await place.files()).not.toHaveProperty(DRAFT)
  expect((await place.run(['import'])).code).toBe(0)
})
