import type { Agent } from 'undici'

/** What came back over HTTP, before anyone has looked into it. */
export interface Reply {
  readonly status: number
  readonly text: string
  /** When the server says it answered, by its Date header, in Unix milliseconds. */
  readonly at?: number
}

/** One HTTP request, complete with its token. */
export interface Call {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * No answer came. `delivery` says what may have happened to the request: `never` sent, `maybe` received; `cannot` be
 * sent however often it is tried. It keeps no cause, because the errors below it may hold the URL and thus the token.
 */
export class TransportError extends Error {
  override name = 'TransportError'
  readonly code: 'timeout' | 'connection-lost' | 'not-connected' | 'not-http'
  readonly delivery: 'never' | 'maybe' | 'cannot'

  constructor(code: TransportError['code'], delivery: TransportError['delivery'], detail: string) {
    super(detail)
    this.code = code
    this.delivery = delivery
  }
}

/** The only door to the network (and the only import of undici, which is loaded with the first request). */
export class Transport {
  readonly #timeout: number
  #agent: Promise<{ agent: Agent; request: typeof import('undici').request }> | undefined

  /** `timeout`: milliseconds to wait for an answer to begin, and between its parts; three times that for the whole. */
  constructor(timeout: number) {
    this.#timeout = timeout
  }

  async send(call: Call): Promise<Reply> {
    this.#agent ??= this.#open()
    const { agent, request } = await this.#agent
    try {
      const { method, url, headers, body } = call
      const answer = await request(url, {
        dispatcher: agent,
        method: method as 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
        headers,
        signal: AbortSignal.timeout(3 * this.#timeout),
        ...(body === undefined ? {} : { body }),
      })
      const at = Date.parse(String(answer.headers['date']))
      return { status: answer.statusCode, text: await answer.body.text(), ...(Number.isNaN(at) ? {} : { at }) }
    } catch (error) {
      throw translate(error)
    }
  }

  /** Waits for requests in flight, then lets the connections go. */
  async close(): Promise<void> {
    const opened = this.#agent
    this.#agent = undefined
    await (await opened)?.agent.close()
  }

  async #open() {
    const { Agent, request } = await import('undici')
    const agent = new Agent({
      connections: 32,
      connect: { timeout: Math.min(10_000, this.#timeout) },
      headersTimeout: this.#timeout,
      bodyTimeout: this.#timeout,
      maxResponseSize: LARGEST_ANSWER,
    })
    return { agent, request }
  }
}

/** Bytes. A page of a hundred people has less than one of these megabytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024

function translate(error: unknown): TransportError {
  if ((error as Error).name === 'TimeoutError') return new TransportError('timeout', 'maybe', 'the whole answer')
  const { code = '', syscall = '' } = error as { code?: string; syscall?: string }
  const detail = /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'no details'
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
    return new TransportError('timeout', 'maybe', detail)
  if (code === 'ENOTFOUND' || /CERT|TLS|SIGNED|SIGNATURE/.test(code))
    return new TransportError('not-connected', 'cannot', detail)
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ECONNREFUSED' || code === 'EAI_AGAIN' || syscall === 'connect')
    return new TransportError('not-connected', 'never', detail)
  if (code.startsWith('HPE_') || code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new TransportError('not-http', 'maybe', detail)
  return new TransportError('connection-lost', 'maybe', detail)
}
