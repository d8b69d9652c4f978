import { apply } from '../../src/commands/apply.ts'
import { plan } from '../../src/commands/plan.ts'
import type { Outcome } from '../../src/core/model.ts'
import { Client } from '../../src/dingtalk/client.ts'
import type { CallRecord } from '../../src/emulator/call-record.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { emulate, inFolder, type World } from '../sweep/world.ts'
import { failures } from './disturbed.ts'
import { type Held, heldIn } from './held.ts'
import { heldClock } from './held-clock.ts'

/** What runs of apply came to, one after the other until one is done, by the calls that the emulator saw. */
export interface Weathered {
  /** How each run ended, with what went wrong in it. */
  readonly ends: readonly string[]
  /** Requests that reached DingTalk. */
  readonly sent: number
  /** Those of them that it carried out. */
  readonly done: number
  /** The most requests of one API in any window of one second. */
  readonly busiest: number
  /** Of the clock that all share. */
  readonly seconds: number
  readonly held: Held
  /** What a plan in fair weather would still change. */
  readonly left: readonly string[]
  readonly log: readonly CallRecord[]
}

/** Calls a second for each API that the client keeps to. */
export const RATE = 15

/** Applies a change while `weather` is made, in this process, on one clock that is held while a request is on its way. */
export async function weathered(
  world: World,
  options: { readonly seed: number; readonly weather?: (emulator: Emulator) => void; readonly rest?: number },
): Promise<Weathered> {
  const clock = heldClock(options.seed)
  const emulator = await emulate(world.company, { rate: 20, now: clock.now })
  const { oapiUrl, apiUrl, clientId, clientSecret } = emulator
  const credential = { clientId, clientSecret }
  const withClient = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ oapiUrl, apiUrl, ...credential, rate: RATE, clock, timeout: 500 })
    const before = emulator.log.length
    clock.watch({ sent: () => client.stats.total, arrived: () => emulator.log.length - before })
    try {
      return await work(client)
    } finally {
      await client.close()
    }
  }
  try {
    return await inFolder(world.files, async (directory) => {
      const ends: string[] = []
      options.weather?.(emulator)
      const began = clock.now()
      for (let runs = 0; runs < 5 && ends.at(-1) !== 'done'; runs++) {
        if (runs > 0) await clock.sleep(options.rest ?? 0)
        ends.push(
          await withClient(async (client) => {
            const { end, outcomes } = await apply({
              directory,
              client,
              credential,
              approve: async () => true,
              time: clock,
            })
            return end === 'done' ? end : `${end}: ${said(outcomes)}`
          }).catch((error: Error) => `error: ${error.message}`),
        )
      }
      const log = [...emulator.log]
      const seconds = Math.round((clock.now() - began) / 1000)
      emulator.clearFaults()
      const { plan: next } = await withClient((client) => plan({ directory, client, credential }))
      return {
        ends,
        sent: log.length,
        done: log.filter(({ done }) => done).length,
        busiest: busiestOf(log),
        seconds,
        held: heldIn(emulator.snapshot()),
        left: next.changes.map(({ action, ref }) => `${action} ${ref.kind} ${ref.key}`),
        log,
      }
    })
  } finally {
    await emulator.close()
  }
}

const said = (outcomes: readonly Outcome[]) => failures(outcomes).join('; ')

function busiestOf(log: readonly CallRecord[]): number {
  const times = new Map<string, number[]>()
  for (const { operation, at } of log) times.set(String(operation), [...(times.get(String(operation)) ?? []), at])
  const inOneSecond = (list: readonly number[]) =>
    list.map((start) => list.filter((at) => at >= start && at < start + 1000).length)
  return Math.max(...[...times.values()].flatMap(inOneSecond))
}
