import type { Days } from './attendance.ts'

/**
 * What is strange about somebody: in the files, and never signed in to DingTalk; in the files, and not in DingTalk at all;
 * gone, and yet somebody clocks in as them.
 */
export const ghostFindings = ['never-signed-in', 'not-in-dingtalk', 'clocks-in-after-leaving'] as const
export type GhostFinding = (typeof ghostFindings)[number]

/**
 * By what somebody counts as gone: DingTalk's list of people who left; the lock, which has somebody whom the files no
 * longer have; or the department of the departed.
 */
export const goneBy = ['leave-record', 'lock', 'departed'] as const
export type GoneBy = (typeof goneBy)[number]

/** Somebody who left, as far as that is known. */
export interface Leaver {
  readonly id: string
  readonly by: GoneBy
  readonly name?: string
  /** Unix ms; left out where nothing tells it. */
  readonly left?: number
}

/** One line of the report. Times are Unix ms. */
export interface Ghost {
  readonly finding: GhostFinding
  readonly userid: string
  readonly name: string
  /** Key of the main department in the files; left out of who is not in them. */
  readonly department?: string
  readonly path?: string
  readonly by?: GoneBy
  readonly left?: number
  /** Clock-ins after leaving, or in all the days asked for where nobody knows when that was. */
  readonly clockIns?: number
  readonly last?: number
}

/** What could not be found out, and why: whether people signed in, who left, or whether those clocked in. */
export interface Unknown {
  readonly what: 'sign-ins' | 'leavers' | 'clock-ins'
  readonly error: Error
}

/** A report on people who are there and should not be, or should be and are not. */
export interface GhostReport {
  readonly corp: string | null
  readonly days: Days
  /** How many people of the files were looked at, and how many who left. */
  readonly people: number
  readonly leavers: number
  readonly ghosts: readonly Ghost[]
  readonly unknown: readonly Unknown[]
}

/** Everybody who left, once, but for those whom the files have: the one who knows the time tells most. */
export function distinctLeavers(found: readonly Leaver[], present: ReadonlySet<string>): Leaver[] {
  const leavers = new Map<string, Leaver>()
  for (const one of found) {
    if (present.has(one.id)) continue
    const before = leavers.get(one.id)
    // Who came back and left again left the last time.
    if (before === undefined || (one.left ?? 0) > (before.left ?? 0)) leavers.set(one.id, { ...before, ...one })
  }
  return [...leavers.values()]
}
