import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desired } from '../core/desired.ts'
import { placeKey, type Ref } from '../core/model.ts'
import type { Problem } from '../core/problem.ts'
import type { NotTaken } from '../core/pull-report.ts'
import { keyAfter, type Taking } from '../core/pull-takings.ts'
import { loadDirectory } from '../io/load.ts'
import { copyWith } from '../io/pull/copy.ts'
import { type PullEdits, type Pulled, pullEdits } from '../io/pull/edits.ts'
import type { Scene } from '../io/pull/scene.ts'
import { contentsOf } from '../io/pull/write.ts'
import type { Drifted } from './drift.ts'
import { unfitting } from './pull-fitting.ts'
import type { personalValues } from './pull-personal.ts'
import { unsettled } from './pull-unsettled.ts'

/**
 * The files would not say what DingTalk has after all, or would not be valid: nothing was written. `problems` are those
 * of the files as they would be.
 */
export class PullUnsettled extends Error {
  override name = 'PullUnsettled'
  readonly refs: readonly Ref[]
  readonly problems: readonly Problem[]

  constructor(refs: readonly Ref[], problems: readonly Problem[]) {
    super(`the files would still differ: ${refs.map(({ kind, key }) => `${kind} ${key}`).join(', ')}`)
    this.refs = refs
    this.problems = problems
  }
}

/** The files as they are to be, and what was found of them. */
interface Settled {
  readonly pulled: Pulled
  /** Files that change, as they were read. */
  readonly wasRead: ReadonlyMap<string, Buffer>
  readonly after: Desired
  /** How much the next plan would change. */
  readonly changes: number
  /** What would have differed all the same, or made the files invalid. */
  readonly leftOut: readonly NotTaken[]
}

/**
 * Makes the files in a copy first, where a plan has to say that what was taken no longer differs. What would differ all
 * the same stays out, as does what would make the files invalid, and the others are tried without it.
 *
 * @throws PullUnsettled where far too much would make the files invalid, or would differ in what was never taken.
 */
export async function settle(
  drifted: Drifted,
  scene: Scene,
  takings: readonly Taking[],
  sealed: Awaited<ReturnType<typeof personalValues>>['sealed'],
): Promise<Settled> {
  const leftOut: NotTaken[] = []
  let rest = takings
  const leave = (out: readonly NotTaken[]) => {
    const left = new Set(out.map(({ ref }) => placeKey(ref)))
    rest = rest.filter(({ ref }) => !left.has(placeKey(ref)))
    leftOut.push(...out)
  }
  const madeOf = async (some: readonly Taking[]) => {
    const pulled = pullEdits(scene, some)
    const wasRead = contentsOf(scene.directory, [...pulled.edits.keys()])
    return { pulled, wasRead, after: await loadWith(scene.directory, pulled.edits, drifted) }
  }
  for (;;) {
    const made = await madeOf(rest)
    const { pulled, after } = made
    if (after.problems.length > 0) {
      const all = rest.length
      // Roles that exchanged their names stay out together; one without the other would look like a role of a new name.
      const stays = new Set(pulled.taken.map(({ ref }) => placeKey(ref)))
      leave(pulled.notTaken.filter(({ ref }) => !stays.has(placeKey(ref))))
      const out = await unfitting(rest, async (some) => (await madeOf(some)).after.problems)
      leave(out ?? [])
      if (out === null || rest.length === all) throw new PullUnsettled([], after.problems)
      continue
    }
    const { refs, changes } = unsettled(drifted, after, pulled, sealed)
    if (refs.length === 0) return { ...made, changes, leftOut }
    const open = new Set(refs.flatMap((ref) => [placeKey(ref), placeKey({ kind: ownerOf(ref), key: ref.key })]))
    const out = pulled.taken.filter((taking) => open.has(placeKey(keyAfter(taking, pulled.keys))))
    if (out.length === 0) throw new PullUnsettled(refs, [])
    leave(out.map(({ ref }) => ({ ref, why: 'unsettled' })))
  }
}

/** What is new takes its settings along. */
function ownerOf({ kind }: Ref): string {
  return kind === 'department-settings' ? 'department' : kind
}

async function loadWith(directory: string, edits: PullEdits, { lock, desired }: Drifted): Promise<Desired> {
  const copy = await mkdtemp(join(tmpdir(), 'rollbook-pull-'))
  try {
    await copyWith(directory, copy, edits)
    return await loadDirectory(copy, { lock, language: desired.settings.language })
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}
