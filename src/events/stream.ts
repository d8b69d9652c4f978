import type { Client } from '../dingtalk/client.ts'
import type { Clock } from '../dingtalk/clock.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { Connection, type ConnectionInput, type End } from './connection.ts'
import { pause } from './pause.ts'

/** What happens to the connection, for the log. */
export type StreamNote =
  | { readonly note: 'connected'; readonly gap: boolean }
  | { readonly note: 'disconnected'; readonly end: Exclude<End, 'stopped'> }
  | { readonly note: 'unreachable'; readonly error: Error; readonly wait: number }

export interface StreamInput extends ConnectionInput {
  readonly client: Client
  readonly credential: { readonly clientId: string; readonly clientSecret: string }
  /** A connection stands; `gap`: events may have been missed before it. Ends before the stream goes on. */
  readonly onConnected: (gap: boolean) => Promise<void>
  readonly onNote: (note: StreamNote) => void
}

/** A connection that held for so many milliseconds was a good one; one after another that did not is waited for. */
const GOOD = 60_000
const BASE = 1000
const LONGEST = 60_000

/**
 * Keeps a Stream connection until the signal. DingTalk rotates connections on purpose: then the new one is opened before
 * the old one is let go. After any other end, and wherever one cannot be opened, the wait doubles up to a minute.
 *
 * @throws DingTalkError where the very first connection is refused for a reason that time does not heal.
 */
export async function followStream(input: StreamInput): Promise<void> {
  const { clock, signal, onNote } = input
  const draining = new Set<Promise<void>>()
  const letGo = (connection: Connection | undefined) => {
    if (connection === undefined) return
    const drained = connection.drain().finally(() => draining.delete(drained))
    draining.add(drained)
  }
  let old: Connection | undefined
  let gap = true
  let failures = 0
  for (let first = true; !signal.aborted; first = false) {
    let connection: Connection
    try {
      connection = await open(input)
    } catch (error) {
      letGo(old)
      old = undefined
      if (signal.aborted) break
      if (first && isLasting(error)) throw error
      gap = true
      failures += 1
      const wait = backoff(clock, failures)
      onNote({ note: 'unreachable', error: error as Error, wait })
      await pause(clock, wait, signal)
      continue
    }
    letGo(old)
    const opened = clock.now()
    onNote({ note: 'connected', gap })
    await input.onConnected(gap)
    const end = await connection.ended
    old = connection
    if (end === 'stopped') break
    onNote({ note: 'disconnected', end })
    failures = clock.now() - opened >= GOOD ? 0 : failures + 1
    // Whoever is sent away again and again must not run in a circle.
    const again = end === 'rotated' && failures < 2
    gap = !again
    if (again) continue
    letGo(old)
    old = undefined
    await pause(clock, backoff(clock, failures), signal)
  }
  letGo(old)
  await Promise.all(draining)
}

/** A ticket lives 90 seconds and opens one connection, so every connection asks for its own. */
async function open(input: StreamInput): Promise<Connection> {
  const { client, credential } = input
  const answer = await client.call('openStreamConnection', {
    ...credential,
    subscriptions: [{ type: 'EVENT', topic: '*' }],
    ua: 'rollbook',
  })
  const { endpoint, ticket } = answer
  if (endpoint === undefined || ticket === undefined)
    throw new Error('openStreamConnection answered no endpoint or no ticket')
  return await Connection.open(endpoint, ticket.reveal(), input)
}

/** Milliseconds before the next attempt: doubled each time, with up to a second of chance, a minute at most. */
function backoff(clock: Clock, failures: number): number {
  return Math.min(LONGEST, BASE * 2 ** Math.max(0, failures - 1) + clock.random() * BASE)
}

/** What somebody has to mend: a credential, a permission. */
function isLasting(error: unknown): boolean {
  return error instanceof DingTalkError && error.action === 'config'
}
