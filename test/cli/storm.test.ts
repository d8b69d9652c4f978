import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/emulator/server.ts'
import { rollbook } from '../support/command.ts'
import { differences, type Held, heldIn } from '../support/held.ts'
import { runs } from '../support/runs.ts'
import { emulate, inFolder, livedIn, type World } from '../sweep/world.ts'

/** Ctrl-C in a storm: the real program, its time a hundred times as fast, and signals at calls that are counted. */

const weather = { seed: 5, throttled: 0.3, failed: 0.1, silent: 0.05, pages: 0.02, tokenCalls: 100 }
const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, '../support/hasten.mjs')).href}` }

let world: World
let undisturbed: Held
beforeAll(async () => {
  world = await livedIn()
  const emulator = await emulate(world.company)
  undisturbed = await inFolder(world.files, async (folder) => {
    expect((await rollbook(['apply', '--yes', '-d', folder], { emulator })).code).toBe(0)
    return heldIn(emulator.snapshot())
  })
  await emulator.close()
})

/** Calls `act` when the emulator gets its nth call from now on. */
function atCall(emulator: Emulator, nth: number, act: () => void): void {
  let calls = 0
  const count = () => {
    if (++calls === nth) act()
    return false
  }
  emulator.inject({ match: { where: count }, do: { throttle: true } })
}

const points = [5, 60, 150, 190, 230, 270].slice(0, runs(6, 3))

describe.each(points)('at call %i of a storm', (nth) => {
  test.each([
    ['Ctrl-C', 1],
    ['Ctrl-C twice', 2],
  ])('%s is safe: the next run does the rest, and the plan after it is empty', async (_, times) => {
    const emulator = await emulate(world.company)
    try {
      await inFolder(world.files, async (folder) => {
        const command = ['apply', '--yes', '-d', folder]
        let child: ChildProcess | undefined
        const strike = () => child?.kill('SIGINT')
        emulator.storm({ ...weather, seed: nth })
        atCall(emulator, nth, strike)
        if (times === 2) atCall(emulator, nth + 1, strike)
        const onStart = (started: ChildProcess) => {
          child = started
        }
        const first = await rollbook(command, { emulator, env, onStart })
        expect(first.code, first.stdout + first.stderr).toBe(130)
        emulator.clearFaults()
        const second = await rollbook(command, { emulator })
        expect(second.code, second.stdout + second.stderr).toBe(0)
        const { code, stdout } = await rollbook(['plan', '--detailed-exitcode', '-d', folder], { emulator })
        expect(code, stdout).toBe(0)
        expect(differences(undisturbed, heldIn(emulator.snapshot()))).toEqual([])
      })
    } finally {
      await emulator.close()
    }
  })
})
