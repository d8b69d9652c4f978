import { WebSocket } from 'ws'
import type { Clock } from '../dingtalk/clock.ts'
import { LATER, type Read, readFrame, reply, SUCCESS } from './frame.ts'
import { pause } from './pause.ts'

/** How a connection came to its end: DingTalk asked for a new one, it broke, nothing came any more, or we stop. */
export type End = 'rotated' | 'lost' | 'silent' | 'stopped'

/** What one connection needs. */
export interface ConnectionInput {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Ends once the event is kept for good; it is acknowledged then. A rejection asks DingTalk to send it again. */
  readonly keep: (read: Read) => Promise<void>
  /** Anything came from DingTalk. */
  readonly onFrame: () => void
}

/** Bytes of one frame. A contact event holds ids and at most one person's changed fields. */
const LARGEST = 1024 * 1024
const HANDSHAKE = 10_000
/** Milliseconds without a frame after which a connection is dead; DingTalk's pings are known to come every 20 to 30 s. */
export const SILENCE = 60_000
/** Milliseconds that an old connection may take to send its last replies; DingTalk closes it after about ten seconds. */
const DRAIN = 15_000

/**
 * One websocket to DingTalk. `ended` says when another one is needed; a rotated one goes on replying to what it has
 * received until it is closed.
 */
export class Connection {
  readonly ended: Promise<End>
  readonly #socket: WebSocket
  readonly #input: ConnectionInput
  readonly #closed = new AbortController()
  #end: (end: End) => void = () => {}
  #heard: number
  #pending = 0
  #draining = false

  private constructor(socket: WebSocket, input: ConnectionInput) {
    this.#socket = socket
    this.#input = input
    this.#heard = input.clock.now()
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    socket.on('message', (data, binary) => this.#receive(binary ? '' : String(data)))
    socket.on('close', () => {
      this.#closed.abort()
      this.#end('lost')
    })
    void this.#guard()
  }

  /**
   * Opens one.
   *
   * @throws Error where the address is not wss (ws on this machine), or nobody answers as a websocket.
   */
  static async open(endpoint: string, ticket: string, input: ConnectionInput): Promise<Connection> {
    const url = addressOf(endpoint, ticket)
    const socket = new WebSocket(url, {
      followRedirects: false,
      handshakeTimeout: HANDSHAKE,
      maxPayload: LARGEST,
      perMessageDeflate: false,
    })
    const stop = () => socket.terminate()
    input.signal.addEventListener('abort', stop)
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('open', resolve)
        // What the library says may hold the address, and so the ticket.
        socket.on('error', (error) => reject(new Error(`no websocket: ${codeOf(error)}`)))
      })
    } finally {
      input.signal.removeEventListener('abort', stop)
    }
    return new Connection(socket, input)
  }

  /** Sends what is still to be replied and closes. */
  async drain(): Promise<void> {
    this.#draining = true
    if (this.#pending === 0) this.#socket.close(1000)
    await pause(this.#input.clock, DRAIN, this.#closed.signal)
    this.#socket.terminate()
  }

  #receive(text: string): void {
    this.#heard = this.#input.clock.now()
    this.#input.onFrame()
    const frame = readFrame(text)
    if (frame.type === 'ping') this.#send(reply(frame.messageId, frame.data))
    else if (frame.type === 'callback') this.#send(reply(frame.messageId, '{}', 404))
    else if (frame.type === 'disconnect') this.#end('rotated')
    else if (frame.type === 'event') void this.#acknowledge(frame.messageId, frame.read)
  }

  /** A promise that is awaited, so that an acknowledged event is a kept one. */
  async #acknowledge(messageId: string, read: Read): Promise<void> {
    this.#pending += 1
    const status = await this.#input.keep(read).then(
      () => SUCCESS,
      () => LATER,
    )
    this.#send(reply(messageId, status))
    this.#pending -= 1
    if (this.#draining && this.#pending === 0) this.#socket.close(1000)
  }

  #send(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text)
  }

  /** Ends a connection on which nothing comes any more, although it looks open. */
  async #guard(): Promise<void> {
    const { clock, signal } = this.#input
    const over = AbortSignal.any([signal, this.#closed.signal])
    while (!over.aborted) {
      const left = this.#heard + SILENCE - clock.now()
      if (left <= 0) {
        this.#end('silent')
        this.#socket.terminate()
        return
      }
      await pause(clock, left, over)
    }
    this.#end(this.#closed.signal.aborted ? 'lost' : 'stopped')
  }
}

/** The address with its ticket. It is DingTalk's answer, and the ticket must not travel in clear. */
function addressOf(endpoint: string, ticket: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  const local =
    url !== null && (/^127\.\d+\.\d+\.\d+$/.test(url.hostname) || ['localhost', '[::1]'].includes(url.hostname))
  if (url === null || !(url.protocol === 'wss:' || (url.protocol === 'ws:' && local)) || url.username || url.password)
    throw new Error('DingTalk named an address that is no wss one')
  url.hash = ''
  url.searchParams.set('ticket', ticket)
  return url
}

function codeOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException
  const status = /^Unexpected server response: (\d{3})$/.exec(error.message)?.[1]
  return status ?? (typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'no details')
}
