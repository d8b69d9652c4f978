import { randomBytes } from 'node:crypto'

/** How long a ticket opens a connection, in milliseconds. */
const LIFETIME = 90_000

/** Tickets for Stream connections. Each opens one, soon after it was given. */
export class Tickets {
  readonly #now: () => number
  readonly #given = new Map<string, { readonly until: number; readonly events: boolean }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** `events`: the connection asked for them. */
  give(events: boolean): string {
    for (const [text, { until }] of this.#given) if (until <= this.#now()) this.#given.delete(text)
    const text = randomBytes(16).toString('hex')
    this.#given.set(text, { until: this.#now() + LIFETIME, events })
    return text
  }

  /** What a ticket is good for; undefined where it is used, too old, or none at all. */
  take(text: string): { readonly events: boolean } | undefined {
    const given = this.#given.get(text)
    this.#given.delete(text)
    return given !== undefined && given.until > this.#now() ? { events: given.events } : undefined
  }
}
