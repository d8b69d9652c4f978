import { randomBytes } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import { isObject } from '../../core/value.ts'
import { parsed } from '../body.ts'
import { writeJson } from '../json.ts'
import type { Timetable } from './timetable.ts'
import type { Outcome } from './transport.ts'

/** How long an acknowledgement may take. */
const ACK = 3000
/** From one sign of life to the next; a ping that is still not echoed by then ends the connection. */
const PING = 25_000
/** How long a retired connection stays open for the acknowledgements that are on their way. */
const DRAIN = 10_000

/** What is sent at the top of a frame, and where a reply finds back to it. */
type Headers = { readonly [name: string]: string }

/** One websocket of the app, from its CONNECTED frame to its end. */
export class Connection {
  readonly #socket: WebSocket
  readonly #timetable: Timetable
  readonly #now: () => number
  readonly #waiting = new Map<string, (reply: { readonly [field: string]: unknown } | undefined) => void>()
  #retired = false
  #silent = false

  constructor(socket: WebSocket, parts: { timetable: Timetable; now: () => number; registered: boolean }) {
    this.#socket = socket
    this.#timetable = parts.timetable
    this.#now = parts.now
    socket.on('message', (data) => this.#receive(data))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      this.#retired = true
      for (const settle of this.#waiting.values()) settle(undefined)
      this.#waiting.clear()
    })
    this.#system('CONNECTED', {})
    if (parts.registered) this.#system('REGISTERED', {})
    this.#keepAlive()
  }

  /** Whether events may still be sent here. */
  get open(): boolean {
    return !this.#retired
  }

  /** Sends an event and waits for what becomes of it. */
  push(headers: Headers, body: object): Promise<Outcome> {
    return new Promise((resolve) => {
      const messageId = newId()
      const cancel = this.#timetable.after(ACK, () => {
        this.#waiting.delete(messageId)
        resolve('unanswered')
      })
      this.#waiting.set(messageId, (reply) => {
        cancel()
        resolve(reply === undefined ? 'unreachable' : judged(reply))
      })
      this.#send('EVENT', { ...headers, ...this.#common('*', messageId) }, body)
    })
  }

  /** Sends no event any more, says so, and closes once the last acknowledgements had time to arrive. */
  retire(reason: string): void {
    if (this.#retired) return
    this.#retired = true
    this.#system('disconnect', { reason })
    this.#timetable.after(DRAIN, () => this.#socket.close(1000))
  }

  /** Ends without a word. */
  cut(): void {
    this.#socket.terminate()
  }

  /** Stays open, and never sends or hears anything again: what a lost session behind a proxy looks like. */
  fallSilent(): void {
    this.#silent = true
  }

  #keepAlive(): void {
    let echoed = true
    const next = () => {
      if (!this.open) return
      if (!echoed) return this.retire('persistent connection is timeout')
      echoed = false
      this.#system('KEEPALIVE', {})
      const opaque = newId()
      const messageId = this.#system('ping', { opaque })
      this.#waiting.set(messageId, (reply) => {
        echoed = dataOf(reply)?.['opaque'] === opaque
      })
      this.#timetable.after(PING, next)
    }
    this.#timetable.after(PING, next)
  }

  #system(topic: string, data: object): string {
    const messageId = newId()
    this.#send('SYSTEM', this.#common(topic, messageId), data)
    return messageId
  }

  #common(topic: string, messageId: string): Headers {
    return { topic, contentType: 'application/json', messageId, time: String(this.#now()) }
  }

  #send(type: 'SYSTEM' | 'EVENT', headers: Headers, data: object): void {
    if (this.#silent || this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(writeJson({ specVersion: '1.0', type, headers, data: writeJson(data) }))
  }

  /** Whatever is no reply to something we sent is nobody's business. */
  #receive(data: RawData): void {
    if (this.#silent) return
    const reply = parsed(String(data))
    const headers = isObject(reply) && isObject(reply['headers']) ? reply['headers'] : {}
    const messageId = Object.hasOwn(headers, 'messageId') ? String(headers['messageId']) : ''
    const settle = this.#waiting.get(messageId)
    this.#waiting.delete(messageId)
    if (isObject(reply)) settle?.(reply)
  }
}

/** Only SUCCESS is one: a reply without a status, as a client sends whose listener returned a promise, is none. */
function judged(reply: { readonly [field: string]: unknown }): Outcome {
  if (reply['code'] !== 200) return 'refused'
  const status = dataOf(reply)?.['status']
  return status === 'SUCCESS' ? 'acknowledged' : status === 'LATER' ? 'later' : 'refused'
}

function dataOf(reply: { readonly [field: string]: unknown } | undefined): Record<string, unknown> | undefined {
  const data = typeof reply?.['data'] === 'string' ? parsed(reply['data']) : undefined
  return isObject(data) ? data : undefined
}

function newId(): string {
  return randomBytes(13).toString('hex')
}
