import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Emulator } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { type Finished, rollbook } from '../support/command.ts'
import { temporaryFolder } from '../support/files.ts'
import { type CutPoint, type Seen, startFront } from './front.ts'
import { compare, type Expected, endOf, missingIn, type Wrong } from './verdict.ts'
import { emulate, inFolder, planned, type World } from './world.ts'

/** One disturbance of one run. Requests and what is done to the disk are counted from 1. */
export type Disturbance =
  | {
      readonly at: 'request'
      readonly nth: number
      readonly point: CutPoint
      /** The process dies with the connection, or lives on and has to make something of it. */
      readonly dies: boolean
      readonly name: string
    }
  | {
      readonly at: 'disk'
      readonly nth: number
      /** Whether what was not flushed is lost with the process, as when the power fails. */
      readonly power: boolean
      readonly name: string
    }

/** What is gone when the program is started again: nothing, the journal, or the lock as well. */
export type Gone = 'nothing' | 'journal' | 'journal-and-lock'

export interface Verdict extends Wrong {
  readonly disturbance: Disturbance
  /** False when the run was over before it came to that. */
  readonly struck: boolean
  readonly killed: boolean
  readonly exits: readonly (number | null)[]
  /** Changes of the plan after the second run. */
  readonly left: readonly string[]
  /** What the second run deleted. */
  readonly deleted: readonly string[]
  /** What the second run printed. */
  readonly said: string
}

const preload = pathToFileURL(join(import.meta.dirname, 'disk.mjs')).href

/** What happens, in order, in a run that nobody disturbs, and how it ends. */
export interface Rehearsal {
  readonly requests: readonly Seen[]
  /** What is done to the files: `rename rollbook.lock.json`. */
  readonly disk: readonly string[]
  readonly expected: Expected
}

/** Runs the real program once without trouble, and writes down what it does. */
export async function rehearse(world: World): Promise<Rehearsal> {
  return staged(world, async (emulator, folder) => {
    const front = await startFront(emulator)
    const trace = join(await temporaryFolder(), 'trace')
    try {
      const { code, stdout, stderr } = await rollbook(['apply', '--yes', '-d', folder], {
        emulator: front.emulator,
        env: { NODE_OPTIONS: `--import=${preload}`, SWEEP_FOLDER: folder, SWEEP_TRACE: trace },
      })
      if (code !== 0) throw new Error(`the undisturbed run ended with ${code}:\n${stdout}${stderr}`)
    } finally {
      await front.close()
    }
    const disk = (await readFile(trace, 'utf8')).trimEnd().split('\n')
    return { requests: front.seen, disk, expected: await foundIn(world, emulator, folder) }
  })
}

/** Runs the real program with one disturbance, loses what is `gone`, runs it again once, and looks at the end. */
export async function suffer(
  world: World,
  expected: Expected,
  disturbance: Disturbance,
  gone: Gone = 'nothing',
): Promise<Verdict> {
  return staged(world, async (emulator, folder) => {
    const first = await disturbed(emulator, folder, disturbance)
    if (gone !== 'nothing') await rm(join(folder, '.rollbook'), { recursive: true, force: true })
    if (gone === 'journal-and-lock') await rm(join(folder, LOCK_FILE), { force: true })
    const between = emulator.snapshot()
    const second = await rollbook(['apply', '--yes', '-d', folder], { emulator })
    const left = await planned(emulator, folder).then(
      ({ plan }) => [
        ...plan.changes.map(({ action, ref }) => `${action} ${ref.kind} ${ref.key}`),
        ...plan.refusals.map(({ code }) => `refused: ${code}`),
      ],
      (error: Error) => [`no plan: ${error.message}`],
    )
    return {
      disturbance,
      struck: first.struck,
      killed: first.killed,
      exits: [first.code, second.code],
      left,
      deleted: missingIn(emulator.snapshot(), between),
      said: second.stdout + second.stderr,
      ...compare(expected, await foundIn(world, emulator, folder)),
    }
  })
}

async function staged<T>(world: World, work: (emulator: Emulator, folder: string) => Promise<T>): Promise<T> {
  const emulator = await emulate(world.company)
  try {
    return await inFolder(world.files, (folder) => work(emulator, folder))
  } finally {
    await emulator.close()
  }
}

/** What DingTalk and the lock hold now. */
export async function foundIn(world: World, emulator: Emulator, folder: string): Promise<Expected> {
  const path = join(folder, LOCK_FILE)
  const lock = existsSync(path) ? await readFile(path, 'utf8') : '{"resources":{}}'
  return endOf(emulator.snapshot(), lock, world.company)
}

async function disturbed(
  emulator: Emulator,
  folder: string,
  disturbance: Disturbance,
): Promise<Finished & { struck: boolean; killed: boolean }> {
  let child: ChildProcess | undefined
  const onStart = (started: ChildProcess) => {
    child = started
  }
  const command = ['apply', '--yes', '-d', folder]
  if (disturbance.at === 'disk') {
    const env = {
      NODE_OPTIONS: `--import=${preload}`,
      SWEEP_FOLDER: folder,
      SWEEP_KILL_AT: String(disturbance.nth),
      ...(disturbance.power && { SWEEP_LOSE: '1' }),
    }
    const finished = await rollbook(command, { emulator, env, onStart })
    const killed = child?.signalCode === 'SIGKILL'
    return { ...finished, struck: killed, killed }
  }
  let struck = false
  const strike = () => {
    struck = true
    if (disturbance.dies) child?.kill('SIGKILL')
  }
  const cut = { when: (_: Seen, nth: number) => nth === disturbance.nth, point: () => disturbance.point, strike }
  const front = await startFront(emulator, { cut })
  try {
    const finished = await rollbook(command, { emulator: front.emulator, onStart })
    return { ...finished, struck, killed: child?.signalCode === 'SIGKILL' }
  } finally {
    await front.close()
  }
}
