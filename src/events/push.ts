import { randomBytes } from 'node:crypto'
import { isObject } from '../core/value.ts'
import { CallbackError, type CallbackKeys, openCallback, sealCallback } from '../dingtalk/callback-codec.ts'
import { type Read, readData } from './frame.ts'

/** The secrets of a subscription, and whom a push may be for: the app's client id, and the company where it is known. */
export interface PushKeys extends Pick<CallbackKeys, 'token' | 'aesKey'> {
  readonly owners: readonly string[]
}

/** One request as it came. */
export interface PushRequest {
  readonly query: URLSearchParams
  readonly body: string
}

/** A push that is not taken, and the HTTP status that says so; nobody who sends such a thing is told more. */
export class PushRefused extends Error {
  override name = 'PushRefused'
  readonly reason: 'malformed' | 'signature' | 'stale' | 'other-owner' | 'undecipherable'
  readonly status: number

  constructor(reason: PushRefused['reason']) {
    super(reason)
    this.reason = reason
    this.status = reason === 'malformed' || reason === 'undecipherable' ? 400 : 401
  }
}

/** A push that is DingTalk's: its event (null for the check of the address), and whom it was sealed for. */
export interface Pushed {
  readonly owner: string
  readonly read: Read | null
}

/**
 * Milliseconds by which the signed time of a push may differ from ours. DingTalk tries again after 10 and 30 seconds, and
 * whether it signs anew is not documented. Inside of it the ids of events tell a repetition.
 */
export const WINDOW = 300_000

/**
 * Judges one request: its form, the signature over token, time, nonce and message in constant time, its age, and then
 * what is inside.
 *
 * @throws PushRefused
 */
export function openPush(keys: PushKeys, { query, body }: PushRequest, now: number): Pushed {
  const signature = only(query, 'msg_signature', 'signature')
  const timestamp = only(query, 'timestamp', 'timeStamp')
  const nonce = only(query, 'nonce')
  const encrypt = encryptedIn(body)
  const { owner, text } = opened(keys, { signature, timestamp, nonce, encrypt })
  if (!(Math.abs(now - timeOf(timestamp)) <= WINDOW)) throw new PushRefused('stale')
  const read = readData(text, {})
  const isCheck = 'event' in read && read.event.type === 'check_url'
  return { owner, read: isCheck ? null : read }
}

/** What DingTalk takes for an acknowledgement: the word, sealed for the same owner. */
export function acknowledge(keys: PushKeys, owner: string, now: number): string {
  const nonce = randomBytes(8).toString('hex')
  const { encrypt, signature, timestamp } = sealCallback({ ...keys, owner }, 'success', {
    timestamp: String(now),
    nonce,
  })
  return JSON.stringify({ msg_signature: signature, timeStamp: timestamp, nonce, encrypt })
}

/** Documents and samples spell the names of the query in two ways; none of them may stand there twice. */
function only(query: URLSearchParams, ...names: readonly string[]): string {
  const found = names.flatMap((name) => query.getAll(name))
  const [value] = found
  if (value === undefined || value === '' || value.length > 128 || found.some((other) => other !== value))
    throw new PushRefused('malformed')
  return value
}

function encryptedIn(body: string): string {
  let found: unknown
  try {
    found = JSON.parse(body)
  } catch {
    throw new PushRefused('malformed')
  }
  const encrypt = isObject(found) && Object.hasOwn(found, 'encrypt') ? found['encrypt'] : undefined
  if (typeof encrypt !== 'string' || !/^[A-Za-z0-9+/=]+$/.test(encrypt)) throw new PushRefused('malformed')
  return encrypt
}

/** A subscription in the console is sealed with the client id, one that a call registered with the corpId. */
function opened(keys: PushKeys, envelope: Parameters<typeof openCallback>[1]) {
  for (const owner of keys.owners) {
    try {
      return { owner, text: openCallback({ ...keys, owner }, envelope) }
    } catch (error) {
      if (!(error instanceof CallbackError)) throw error
      if (error.code === 900005) throw new PushRefused('signature')
      if (error.code !== 900010) throw new PushRefused('undecipherable')
    }
  }
  throw new PushRefused('other-owner')
}

/** Unix milliseconds; one published sample has seconds. */
function timeOf(timestamp: string): number {
  if (!/^\d{10,15}$/.test(timestamp)) return Number.NaN
  return timestamp.length === 10 ? Number(timestamp) * 1000 : Number(timestamp)
}
