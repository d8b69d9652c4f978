import { rm } from 'node:fs/promises'
import { READ_LAG } from '../../src/io/look.ts'
import { hurriedClock } from '../support/disturbed.ts'
import { temporaryFolder } from '../support/files.ts'
import { foundIn } from './case.ts'
import { cutOff } from './death.ts'
import type { CutPoint } from './front.ts'
import { compare, type Expected, type Wrong } from './verdict.ts'
import { applied, emulate, inFolder, planned, type World } from './world.ts'

/** A write whose answer is lost while no read shows for a while what was written. */
export interface Lagging {
  readonly nth: number
  readonly point: CutPoint
  readonly dies: boolean
}

/** What came of it after one more run. */
export interface Lagged extends Wrong {
  readonly lagging: Lagging
  readonly struck: boolean
  readonly then: string
  readonly left: readonly string[]
}

/** All writes up to the nth, answered in no way that tells what became of them. */
export const laggingOf = (writes: number): Lagging[] =>
  Array.from({ length: writes }, (_, index) => index + 1).flatMap((nth) =>
    (['processed-not-answered', 'answer-cut', 'before-sending'] as const).flatMap((point) =>
      [true, false].map((dies) => ({ nth, point, dies })),
    ),
  )

/**
 * Cuts a run off at one write; every write is invisible to reads for as long as we hold possible. A run that dies is run
 * again at once, one that lives on once everything is visible.
 */
export async function lag(world: World, expected: Expected, lagging: Lagging): Promise<Lagged> {
  const clock = hurriedClock()
  const emulator = await emulate(world.company, { now: clock.now })
  const left = await temporaryFolder()
  try {
    emulator.inject({ match: { effect: 'write' }, do: { lagFor: READ_LAG }, times: Number.POSITIVE_INFINITY })
    return await inFolder(world.files, async (folder) => {
      const { struck } = await cutOff(emulator, folder, clock, { ...lagging, left })
      const next = struck && lagging.dies ? left : folder
      if (next === folder) await clock.sleep(READ_LAG)
      const then = await applied(emulator, next, clock).then(
        ({ end }) => end as string,
        (error: Error) => `error: ${error.message}`,
      )
      await clock.sleep(READ_LAG)
      const { plan } = await planned(emulator, next, clock)
      const changes = plan.changes.map(({ action, ref }) => `${action} ${ref.kind} ${ref.key}`)
      const wrong = compare(expected, await foundIn(world, emulator, next))
      return { lagging, struck, then, left: [...changes, ...plan.refusals.map(({ code }) => code)], ...wrong }
    })
  } finally {
    await emulator.close()
    await rm(left, { recursive: true, force: true })
  }
}

/** Whether it came to anything but one clean end. */
export const laggedBadly = ({ struck, then, left, duplicates, lost, differs }: Lagged) =>
  !struck || then !== 'done' || [left, duplicates, lost, differs].some((found) => found.length > 0)
