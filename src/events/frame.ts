import { isObject } from '../core/value.ts'
import { parseJson } from '../dingtalk/json.ts'
import { type Envelope, readEvent } from './event.ts'

/** One frame of a Stream connection, as far as a watcher cares. */
export type Frame =
  | { readonly type: 'event'; readonly messageId: string; readonly read: Read }
  | { readonly type: 'ping'; readonly messageId: string; readonly data: string }
  | { readonly type: 'disconnect'; readonly reason: string }
  /** A message for robots or cards that we did not ask for. */
  | { readonly type: 'callback'; readonly messageId: string }
  | { readonly type: 'other' }

/** An event, or why it is none. */
export type Read = ReturnType<typeof readEvent>

/** The frame that a text is; `other` for everything that says nothing to us. Never throws. */
export function readFrame(text: string): Frame {
  const frame = parsed(text)
  if (!isObject(frame)) return { type: 'other' }
  const { type, headers, data } = frame
  // One sample of the documents writes `header`; every other one, and the official clients, `headers`.
  if (!isObject(headers)) return { type: 'other' }
  const { messageId, topic } = headers
  if (type === 'SYSTEM' && topic === 'disconnect') return { type: 'disconnect', reason: reasonOf(data) }
  if (typeof messageId !== 'string') return { type: 'other' }
  if (type === 'SYSTEM' && topic === 'ping')
    return { type: 'ping', messageId, data: typeof data === 'string' ? data : '' }
  if (type === 'CALLBACK') return { type: 'callback', messageId }
  if (type !== 'EVENT') return { type: 'other' }
  const { eventType, eventId, eventCorpId, eventBornTime } = headers
  const envelope = { type: eventType, id: eventId, corp: eventCorpId, born: eventBornTime }
  return { type: 'event', messageId, read: readData(data, envelope) }
}

/** The event of a payload that came as an object or, as in frames, as its text. */
export function readData(data: unknown, envelope: Envelope): Read {
  return readEvent(typeof data === 'string' ? parsed(data) : data, envelope)
}

/** The reply to a frame: `code` 200, and what was asked for as `data`. */
export function reply(messageId: string, data: string, code = 200): string {
  const headers = { messageId, contentType: 'application/json' }
  return JSON.stringify({ code, message: code === 200 ? 'OK' : 'not handled', headers, data })
}

/** What an event is answered with: it is kept, or it should come again. */
export const SUCCESS = JSON.stringify({ status: 'SUCCESS', message: 'kept' })
export const LATER = JSON.stringify({ status: 'LATER', message: 'could not be kept' })

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

/** In the server's words, for the log. */
function reasonOf(data: unknown): string {
  const found = typeof data === 'string' ? parsed(data) : data
  const reason = isObject(found) ? found['reason'] : undefined
  return typeof reason === 'string' ? reason.slice(0, 100) : ''
}
