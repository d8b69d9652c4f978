import { setTimeout as delay } from 'node:timers/promises'
import type { Ref } from '../core/model.ts'
import type { Candidate } from '../core/recovery.ts'
import type { Client } from '../dingtalk/client.ts'
import type { AnyKind, NaturalKey } from '../kinds/kind.ts'

/** The time of day as a run sees it, so that a test can hold it. */
export interface Time {
  /** Unix milliseconds. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

export const systemTime: Time = { now: Date.now, sleep: (milliseconds) => delay(milliseconds) }

/** What looking again takes: the door, the time, and for how many milliseconds reads may lag behind writes. */
export interface Looker {
  readonly client: Client
  readonly time: Time
  readonly lag: number
}

/**
 * For how many milliseconds after a write we hold it possible that reads do not show it yet. DingTalk documents no
 * bound; this one is ours.
 */
export const READ_LAG = 5000

/**
 * What has this natural key, asked again until something has or until whatever was written at `since` must be visible:
 * at once, a second later, and at the end. So "nothing" is never said of something that is only not listed yet.
 */
export async function look(
  { client, time, lag }: Looker,
  kind: AnyKind,
  ref: Ref,
  at: NaturalKey,
  since: number,
): Promise<readonly Candidate[]> {
  const until = Math.min(since, time.now()) + lag
  for (let pause = 1000; ; pause = lag) {
    const found = await kind.find(client, ref, at)
    const left = until - time.now()
    if (found.length > 0 || left <= 0) return found
    await time.sleep(Math.min(left, pause))
  }
}
