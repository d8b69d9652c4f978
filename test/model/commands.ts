import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { READ_LAG } from '../../src/io/look.ts'
import { readFiles } from '../support/files.ts'
import { type CutPoint, cutPoints } from '../sweep/front.ts'
import { together } from '../sweep/meeting.ts'
import { consoleEdits, type Deed } from './console.ts'
import { type Draft, type Edit, edit, edits, filesOf } from './draft.ts'
import { type Memory, settled, watched } from './invariants.ts'
import type { Site } from './site.ts'

/** What a run of the model works with: the files that are wanted, what must be remembered, and the real thing. */
export interface Model {
  readonly draft: Draft
  readonly memory: Memory
}
type Command = fc.AsyncCommand<Model, Site>

/** One step, after which everything that must always hold is looked at. */
function step(name: string, run: (model: Model, site: Site) => Promise<void>): Command {
  return {
    check: () => true,
    run: (model, site) => watched(model, site, () => run(model, site)),
    toString: () => name,
  }
}

type Edits = readonly (readonly [name: Edit, a: number, b: number])[]

const written = (all: Edits) => all.map((one) => one.join(' ')).join(', ')

/** Somebody edits the files, a few things at a time. */
async function doEdits(all: Edits, { draft }: Model, site: Site): Promise<void> {
  for (const [name, a, b] of all) edit(draft, name, a, b)
  await site.write(filesOf(draft))
}

const editing = (all: Edits) => step(`edit ${written(all)}`, (model, site) => doEdits(all, model, site))

const inConsole = (deed: Deed, a: number) =>
  step(`console ${deed} ${a}`, async ({ memory }, site) => consoleEdits[deed](site.emulator, memory, a))

const planning = () =>
  step('plan', async (_, site) => {
    const [written, files] = [site.written, JSON.stringify(await readFiles(site.folder))]
    await site.plan().catch(() => undefined)
    if (site.written !== written) throw new Error('a plan wrote to DingTalk')
    if (JSON.stringify(await readFiles(site.folder)) !== files) throw new Error('a plan wrote a file')
  })

/** At once, while reads may not show yet what was written before. */
const hurrying = () =>
  step('apply at once', async (_, site) => {
    await site.apply()
  })

const applying = () =>
  step('apply', async (model, site) => {
    await site.rest()
    const result = await site.apply()
    if (result?.end === 'done') await settled(model, site)
  })

/** Edits come first, so that there is something to be cut off. */
const cutting = (all: Edits, nth: number, point: CutPoint, dies: boolean) =>
  step(
    `${dies ? 'crash' : 'lost answer'} at write ${nth}, ${point}, after edit ${written(all)}`,
    async (model, site) => {
      await doEdits(all, model, site)
      await site.cut(nth, point, dies)
    },
  )

/** Whoever has neither lock nor journal of a run has to see what it wrote: these steps begin once reads show everything. */
const losing = (what: 'lock' | 'journal' | 'lock and journal') =>
  step(`lose the ${what}`, async (_, site) => {
    await site.rest()
    const paths = { lock: [LOCK_FILE], journal: ['.rollbook'], 'lock and journal': [LOCK_FILE, '.rollbook'] }
    for (const path of paths[what]) await rm(join(site.folder, path), { recursive: true, force: true })
  })

const remembering = () =>
  step('keep a copy of the lock', async ({ memory }, site) => {
    memory.oldLock = (await site.lock()) ?? memory.oldLock
  })

const restoring = () =>
  step('restore the old lock', async ({ memory }, site) => {
    await site.rest()
    if (memory.oldLock !== undefined) await writeFile(join(site.folder, LOCK_FILE), memory.oldLock)
  })

/** Once reads show everything: a new lock has only what DingTalk shows. */
const rebuilding = () =>
  step('rebuild the lock', async (_, site) => {
    await site.rest()
    await site.rebuild()
  })

const meeting = (all: Edits, seed: number) =>
  step(`two appliers, seed ${seed}, after edit ${written(all)}`, async (model, site) => {
    await doEdits(all, model, site)
    await site.rest()
    await site.meet(async (emulator, first, second) => {
      await together(emulator, first, second, seed, site.clock)
    }, seed)
  })

const scoping = (a: number) =>
  step(`visible range ${a}`, async (_, { emulator }) => {
    const ids = [...emulator.state.records.departments.keys()]
    emulator.state.scope = { departments: a % 2 === 0 ? [ids[a % ids.length] ?? 1] : [1], users: [] }
  })

const lagging = (milliseconds: number) =>
  step(`reads lag ${milliseconds} ms`, async (_, { emulator }) => {
    emulator.inject({ match: { effect: 'write' }, do: { lagFor: milliseconds }, times: 10 })
  })

const trouble = (kind: 'the token expires' | 'throttled' | 'busy', nth: number) =>
  step(`${kind} ${nth}`, async (_, { emulator }) => {
    if (kind === 'the token expires') emulator.state.expireToken()
    else emulator.inject({ match: { nth }, do: kind === 'busy' ? { status: 503 } : { throttle: true }, times: 3 })
  })

const small = fc.nat({ max: 30 })

/** Any sequence of up to so many steps, most of them edits and applies. */
export function anyCommands(most: number) {
  const growing = ['found', 'found', 'hire', 'hire', 'role', 'head', 'second', 'member'] as const
  const one = fc.tuple(fc.constantFrom(...(Object.keys(edits) as Edit[]), ...growing), small, small)
  const some = fc.array(one, { minLength: 1, maxLength: 5 })
  const edited = some.map(editing)
  const applied = fc.constant(null).map(applying)
  const cut = (most: number, dies: boolean) =>
    fc
      .tuple(some, fc.integer({ min: 1, max: most }), fc.constantFrom(...cutPoints))
      .map(([all, nth, point]) => cutting(all, nth, point, dies))
  return fc.commands(
    [
      edited,
      edited,
      edited,
      edited,
      applied,
      applied,
      applied,
      fc.constant(null).map(hurrying),
      fc.integer({ min: 1, max: READ_LAG }).map(lagging),
      cut(4, true),
      cut(4, true),
      cut(12, true),
      cut(12, true),
      cut(8, false),
      fc.tuple(fc.constantFrom(...(Object.keys(consoleEdits) as Deed[])), small).map(([deed, a]) => inConsole(deed, a)),
      fc.constant(null).map(planning),
      fc.constantFrom('lock' as const, 'journal' as const, 'lock and journal' as const).map(losing),
      fc.constant(null).map(remembering),
      fc.constant(null).map(restoring),
      fc.constant(null).map(rebuilding),
      fc.tuple(some, fc.integer({ min: 1, max: 10_000 })).map(([all, seed]) => meeting(all, seed)),
      small.map(scoping),
      fc
        .tuple(fc.constantFrom('the token expires' as const, 'throttled' as const, 'busy' as const), small)
        .map(([kind, nth]) => trouble(kind, nth + 1)),
    ],
    {
      maxCommands: most,
      size: 'max',
      ...(process.env['MODEL_REPLAY'] && { replayPath: process.env['MODEL_REPLAY'] }),
    },
  )
}
