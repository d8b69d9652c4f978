import { randomBytes } from 'node:crypto'
import { isObject } from '../../core/value.ts'
import { type CallbackKeys, openCallback, sealCallback } from '../../dingtalk/callback-codec.ts'
import { parsed } from '../body.ts'
import { writeJson } from '../json.ts'
import type { State } from '../state.ts'
import type { ContactEvent } from './event.ts'
import { pushBodyOf } from './spelling.ts'
import type { Timetable } from './timetable.ts'
import type { Outcome, Transport } from './transport.ts'

/** Where events are pushed to, and how their messages are sealed. */
export interface Callback extends CallbackKeys {
  readonly url: string
  /** Types of events that are wanted; null: all. */
  readonly tags: readonly string[] | null
}

/** Why a URL is not one that events can be pushed to, by the code of a registration; undefined: it is one. */
export type Unfit = 71009 | 71010 | 71012 | undefined

/** How long an answer may take: 2.5 s by the documentation of today, 1.5 s for check_url by an older page. */
const ANSWER = 2500
const CHECK = 1500
/** An encrypted success is a few hundred bytes. */
const MAX_ANSWER = 65_536

/** One request as it was sent: what somebody who listens could send again. */
interface Sent {
  readonly url: URL
  readonly body: string
}
type Result = 'acknowledged' | 'unanswered' | 'unreachable' | 'status' | 'no-json' | 'no-success'

/** The side of HTTP push that DingTalk runs: encrypted and signed requests to one URL of the app. */
export class Push implements Transport {
  readonly name = 'http'
  readonly #state: State
  readonly #timetable: Timetable
  readonly #underWay = new Set<AbortController>()
  readonly #sent = new WeakMap<ContactEvent, Sent>()

  constructor(state: State, timetable: Timetable) {
    this.#state = state
    this.#timetable = timetable
  }

  /** Waits for no answer any more. */
  close(): void {
    for (const ended of this.#underWay) ended.abort()
  }

  get chosen(): boolean {
    return this.#state.push.callback !== undefined
  }

  takes(type: string): boolean {
    const { callback } = this.#state.push
    return callback !== undefined && (callback.tags === null || callback.tags.includes(type))
  }

  attempt(event: ContactEvent): Promise<Outcome> {
    return this.#push(event, {})
  }

  /** Whoever does not have the keys can still send something that looks like a push. */
  forge(event: ContactEvent): Promise<Outcome> {
    return this.#push(event, { token: 'forged', aesKey: 'f'.repeat(43) })
  }

  async replay(event: ContactEvent): Promise<Outcome> {
    const { callback } = this.#state.push
    const sent = this.#sent.get(event)
    return callback && sent ? outcomeOf(await this.#send(callback, sent, ANSWER)) : 'unreachable'
  }

  givesUp(event: ContactEvent): void {
    this.#state.push.failed.add(event)
  }

  /** Asks a URL whether it is one, as a registration does. */
  async check(callback: Callback): Promise<Unfit> {
    const result = await this.#send(callback, this.#sealed(callback, { EventType: 'check_url' }), CHECK)
    if (result === 'acknowledged') return undefined
    return result === 'no-success' ? 71009 : result === 'no-json' ? 71010 : 71012
  }

  async #push(event: ContactEvent, keys: Partial<CallbackKeys>): Promise<Outcome> {
    const { corp, switches, push } = this.#state
    // Deleted while the event waited for its next attempt.
    if (push.callback === undefined) return 'unreachable'
    const sent = this.#sealed({ ...push.callback, ...keys }, pushBodyOf(event, corp, switches))
    this.#sent.set(event, sent)
    return outcomeOf(await this.#send(push.callback, sent, ANSWER))
  }

  #sealed(callback: Callback, body: object): Sent {
    const { signatureParameter } = this.#state.switches
    const nonce = randomBytes(6).toString('base64url').replaceAll(/[-_]/g, '0')
    const timestamp = String(this.#state.now())
    const { encrypt, signature } = sealCallback(callback, writeJson(body), { timestamp, nonce })
    const url = new URL(callback.url)
    for (const [name, value] of Object.entries({ [signatureParameter]: signature, timestamp, nonce }))
      url.searchParams.set(name, value)
    return { url, body: JSON.stringify({ encrypt }) }
  }

  async #send(callback: Callback, { url, body }: Sent, patience: number): Promise<Result> {
    const ended = new AbortController()
    const cancel = this.#timetable.after(patience, () => ended.abort())
    this.#underWay.add(ended)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json;charset=utf-8' },
        body,
        redirect: 'manual',
        signal: ended.signal,
      })
      const text = await textOf(response)
      return response.status === 200 ? judged(callback, text) : 'status'
    } catch {
      return ended.signal.aborted ? 'unanswered' : 'unreachable'
    } finally {
      cancel()
      this.#underWay.delete(ended)
    }
  }
}

function outcomeOf(result: Result): Outcome {
  return result === 'status' || result === 'no-json' || result === 'no-success' ? 'refused' : result
}

/** The beginning of an answer, and no more of it than any honest one has. */
async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    bytes += part.length
    if (bytes > MAX_ANSWER) break
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Only the word success counts, sealed with the keys of the subscription. */
function judged(callback: Callback, text: string): Result {
  const answer = parsed(text)
  if (!isObject(answer)) return 'no-json'
  const { encrypt, msg_signature: signature, timeStamp: timestamp, nonce } = answer
  const texts = [encrypt, signature, timestamp, nonce]
  if (!texts.every((value) => typeof value === 'string')) return 'no-success'
  const [sealed = '', signed = '', time = '', once = ''] = texts as string[]
  try {
    const message = openCallback(callback, { encrypt: sealed, signature: signed, timestamp: time, nonce: once })
    return message === 'success' ? 'acknowledged' : 'no-success'
  } catch {
    return 'no-success'
  }
}
