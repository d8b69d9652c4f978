import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { randomNumbers } from '../random.ts'
import type { State } from '../state.ts'
import { Connection } from './connection.ts'
import type { ContactEvent } from './event.ts'
import { bodyOf } from './spelling.ts'
import type { Timetable } from './timetable.ts'
import type { Outcome, Transport } from './transport.ts'

/** Where a ticket is shown. */
export const STREAM_PATH = '/connect'

/** The side of Stream mode that DingTalk runs: websockets that the app opens, and events that go down one of them. */
export class Stream implements Transport {
  readonly name = 'stream'
  readonly #state: State
  readonly #timetable: Timetable
  // A websocket message of an app is an acknowledgement of a few hundred bytes.
  readonly #server = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: 1_000_000 })
  readonly #random = randomNumbers(1)
  #connections: { readonly connection: Connection; readonly events: boolean }[] = []
  #everOpened = false

  constructor(state: State, timetable: Timetable) {
    this.#state = state
    this.#timetable = timetable
  }

  /** A request to become a websocket. Without a ticket that is good it stays none: the answer is HTTP 401. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const ticket = pathname === STREAM_PATH ? this.#state.tickets.take(searchParams.get('ticket') ?? '') : undefined
    socket.on('error', () => socket.destroy())
    if (ticket === undefined)
      return void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    this.#server.handleUpgrade(request, socket, head, (websocket) => {
      const connection = new Connection(websocket, {
        timetable: this.#timetable,
        now: this.#state.now,
        registered: this.#state.switches.registeredFrame,
      })
      this.#connections.push({ connection, ...ticket })
      this.#everOpened ||= ticket.events
      websocket.on('close', () => {
        this.#connections = this.#connections.filter((other) => other.connection !== connection)
      })
    })
  }

  /** How many connections events may go down. */
  get connections(): number {
    return this.#ready().length
  }

  /** Every connection is told to make way for a new one, as DingTalk does from time to time. */
  rotate(reason = 'connection is expired'): void {
    for (const { connection } of this.#connections) connection.retire(reason)
  }

  /** Every connection ends without a word. */
  cut(): void {
    for (const { connection } of this.#connections) connection.cut()
  }

  /** Every connection stays open and is never used again. */
  fallSilent(): void {
    for (const { connection } of this.#connections) connection.fallSilent()
  }

  /** An app that never opened a connection for events has not chosen Stream mode. */
  get chosen(): boolean {
    return this.#everOpened
  }

  takes(): boolean {
    return this.#everOpened
  }

  attempt(event: ContactEvent): Promise<Outcome> {
    return this.#push(event, this.#state.corp)
  }

  /** Who has a ticket is told of one company; an event of another is a mistake, or worse. */
  forge(event: ContactEvent): Promise<Outcome> {
    return this.#push(event, 'dingforged0001')
  }

  /** Nothing says that the list of failed pushes covers Stream: by default the event is lost. */
  givesUp(event: ContactEvent): void {
    if (this.#state.switches.failedListCoversStream) this.#state.push.failed.add(event)
  }

  async #push(event: ContactEvent, corp: string): Promise<Outcome> {
    const { switches } = this.#state
    const ready = this.#ready()
    const chosen = ready[Math.floor(this.#random() * ready.length)]
    if (chosen === undefined) return 'unreachable'
    const headers = {
      eventType: event.type,
      eventId: event.id,
      eventBornTime: String(event.at),
      eventCorpId: corp,
      eventUnifiedAppId: this.#state.fingerprint('app').slice(0, 32),
    }
    return chosen.push(headers, bodyOf(event, switches.streamSpelling, switches))
  }

  #ready(): Connection[] {
    return this.#connections.flatMap(({ connection, events }) => (events && connection.open ? [connection] : []))
  }
}
