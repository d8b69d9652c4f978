import { afterEach, describe, expect, test } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { commandsOfProgram, uses } from './commands.ts'
import { startParrot } from './parrot.ts'
import { type Look, looks, stage } from './stage.ts'
import { Cage, canaries } from './values.ts'
import { type Way, ways } from './ways.ts'

/**
 * 200 values of people and the secrets of an installation are planted in files and in DingTalk; every command is run
 * through all that can happen to it, and nothing that it prints or writes may hold one of them, in any form. With
 * TEST_FULL=1 every command goes every way in every format and language; any other run takes a part of it, which meets
 * each command, way, format and language.
 */

const full = process.env['TEST_FULL'] === '1'
afterEach(removeTemporaryFolders)

test('200 values are planted, and found in every form', () => {
  expect(canaries.length).toBeGreaterThanOrEqual(200)
  const cage = new Cage(canaries)
  for (const { name, value } of canaries)
    for (const text of [value, encodeURIComponent(value), Buffer.from(`x${value}`).toString('base64')])
      expect(cage.escaped(`"${text}"`).join()).toContain(name)
  expect(cage.escaped('100****1001 c***@mail.example ***')).toEqual([])
})

test('every command of the program is among those that are tried', () => {
  expect(Object.keys(uses).sort()).toEqual(commandsOfProgram().sort())
})

describe.each(ways.map((way, index) => [way.name, way, index] as const))('%s', (_, way, index) => {
  const looking = full ? looks : [looks[index % looks.length] as Look]
  test.each(looking)('nothing leaks in $format, $lang', async (look) =>
    expect(await leaksOf(way, index, look)).toEqual([]),
  )
})

/** Sends every command down a way, or those whose turn it is. */
async function leaksOf(way: Way, index: number, look: Look): Promise<string[]> {
  const set = await stage(way.env)
  const parrot = way.parrot && (await startParrot(set.place.emulator, way.parrot))
  try {
    await way.prepare?.(set)
    const url = parrot?.url
    const ended = new Map<string, number | null>()
    const run: typeof set.run = async (args, ...rest) => {
      const [, options = {}] = rest
      const env = url === undefined ? {} : { DINGTALK_OAPI_URL: url, DINGTALK_API_URL: url }
      const finished = await set.run(args, rest[0], { ...options, env: { ...env, ...options.env } })
      const name = String(args[0])
      if (!ended.has(name)) ended.set(name, finished.code)
      return finished
    }
    const through = { ...set, run }
    for (const [position, [command, list]] of Object.entries(uses).entries()) {
      const first = command in way.ends || index === 0
      const turn = list.filter((_, at) => full || (at === 0 && first) || (at + position + index) % 12 === 0)
      for (const use of turn) await use(through, look)
    }
    expect(set.printed()).toBeGreaterThan(100)
    expect(Object.fromEntries(Object.keys(way.ends).map((name) => [name, ended.get(name)]))).toEqual(way.ends)
    return await set.leaks()
  } finally {
    await parrot?.close()
  }
}
