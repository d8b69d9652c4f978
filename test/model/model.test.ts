import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Company } from '../../src/emulator/company.ts'
import { type Emulator, startEmulator } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { hurriedClock } from '../support/disturbed.ts'
import type { FileTree } from '../support/files.ts'
import { applied, inFolder } from '../sweep/world.ts'
import { anyCommands } from './commands.ts'
import { type Draft, type Edit, edit, filesOf, newDraft } from './draft.ts'
import { Memory, settled } from './invariants.ts'
import { Site } from './site.ts'

/**
 * Any sequence of edits, console edits, plans, applies, crashes, lost answers, lost files, restored locks, meetings of
 * two appliers, lagging reads and other trouble with DingTalk: after every step nothing is there twice, nothing of others was touched, and
 * nothing was deleted that the files name or that Rollbook did not make; and after every clean apply DingTalk and the
 * lock hold what the files say, and the next plan is empty. `npm test` runs a few, `npm run test:model` ten thousand.
 *
 * MODEL_RUNS and MODEL_SEED choose how many and which; MODEL_PATH and MODEL_REPLAY repeat one that failed.
 */

const runs = Number(process.env['MODEL_RUNS'] ?? 10)
const seed = Number(process.env['MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const path = process.env['MODEL_PATH']
const many = process.env['MODEL_RUNS'] !== undefined

/** What a run begins with. */
interface Start {
  readonly draft: Draft
  readonly company: Company
  readonly files: FileTree
}

const clock = hurriedClock()
let emulator: Emulator
let starts: readonly Start[]
beforeAll(async () => {
  const clientSecret = 'a-secret-of-nobody'
  emulator = await startEmulator({ rate: Number.POSITIVE_INFINITY, clientSecret, now: clock.now })
  const nothing = newDraft()
  const empty = { draft: nothing, company: emulator.state.records.company(emulator.corp), files: filesOf(nothing) }
  starts = [empty, await livedIn()]
})
afterAll(() => emulator.close())

/** A company with something of everything. */
async function livedIn(): Promise<Start> {
  const draft = newDraft()
  const all: [Edit, number, number][] = [
    ...(['found', 'found', 'found', 'found'] as const).map((name, a): [Edit, number, number] => [name, a, 0]),
    ...[0, 1, 1, 2, 3, 3].map((a): [Edit, number, number] => ['hire', a, 0]),
    ['role', 0, 0],
    ['role', 0, 0],
    ...[0, 3].map((a): [Edit, number, number] => ['head', a, 0]),
    ...[1, 4].map((a): [Edit, number, number] => ['second', a, a + 1]),
    ...[0, 1, 1].map((a, b): [Edit, number, number] => ['member', a, b]),
  ]
  for (const one of all) edit(draft, ...one)
  return inFolder(filesOf(draft), async (folder) => {
    const { end } = await applied(emulator, folder, clock)
    if (end !== 'done') throw new Error(`the company could not be founded: ${end}`)
    const lock = await readFile(join(folder, LOCK_FILE), 'utf8')
    const company = emulator.state.records.company(emulator.corp)
    return { draft, company, files: { ...filesOf(draft), [LOCK_FILE]: lock } }
  })
}

test('whatever happens in whatever order, nothing is doubled, lost, or deleted without leave', async () => {
  const ends = new Map<string, number>()
  const count = (end: string) => ends.set(end, (ends.get(end) ?? 0) + 1)
  console.log(`MODEL_SEED=${seed} MODEL_RUNS=${runs} repeats these runs`)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 1 }), anyCommands(25), async (which, commands) => {
      const { draft, company, files } = structuredClone(starts[which] as Start)
      const site = await Site.open(emulator, clock, company, files)
      const model = { draft, memory: new Memory() }
      try {
        await fc.asyncModelRun(() => ({ model, real: site }), commands)
        await inCalm(model, site)
        count(`in the end ${site.ends.at(-1)}`)
      } finally {
        site.ends.forEach(count)
        await site.close()
      }
    }),
    { numRuns: runs, seed, ...(path !== undefined && { path }), endOnFailure: !many },
  )
  if (many)
    console.log(
      [...ends]
        .sort()
        .map(([end, times]) => `${times} ${end}`)
        .join('\n'),
    )
  // A model in which nothing ever succeeds would prove nothing.
  expect(ends.get('done') ?? 0).toBeGreaterThan(0)
})

/** Files that want nobody, and what an administrator put into a department that the files no longer have. */
const inTheWay = [
  'refused: empty-desired',
  'refused: unmanaged-below',
  'refused: empty-desired, unmanaged-below',
  'incomplete: delete department 60005',
]

/** Once the trouble is over: a run or two, if need be with a new lock, and everything is as the files say. */
async function inCalm(model: { draft: Draft; memory: Memory }, site: Site): Promise<void> {
  await site.calm()
  for (let run = 1; run <= 3; run++) {
    const result = await site.apply()
    if (result?.end === 'done') return settled(model, site)
    if (site.ends.at(-1)?.startsWith('refused: lock-')) await site.rebuild()
  }
  const end = site.ends.at(-1) ?? ''
  // What an interrupted run made has got another key since, by a new lock: apply stops and names the ids.
  if (!/^error: RecoveryUndecided .*\(\d+\)/.test(end)) expect(inTheWay).toContain(end)
}
