import { randomBytes } from 'node:crypto'
import type { State } from '../state.ts'
import { eventsOf } from './derive.ts'
import type { ContactEvent, EventFacts } from './event.ts'
import type { Timetable } from './timetable.ts'
import type { DeliveryRecord, Transport } from './transport.ts'

/** Milliseconds from a failed attempt to the next: a second one 10 s later, a third 30 s after that, then none. */
const RETRIES = [10_000, 30_000]

/** Turns what became different in the company into events, and sees each of them delivered or given up. */
export class Emitter {
  readonly log: DeliveryRecord[] = []
  readonly #state: State
  readonly #timetable: Timetable
  readonly #transports: readonly Transport[]
  readonly #underWay = new Set<Promise<void>>()
  // Not only a counter: the emulator after this one must not give an id again that somebody remembers.
  readonly #run = randomBytes(10).toString('hex')
  #count = 0

  constructor(state: State, timetable: Timetable, transports: readonly Transport[]) {
    this.#state = state
    this.#timetable = timetable
    this.#transports = transports
  }

  /**
   * Tells everybody what became different since the last call. `operator` is the userid of whoever did it; an app has
   * none (nothing says what DingTalk writes there).
   */
  note(operator?: string): void {
    const changes = this.#state.records.takeChanges()
    if (!this.#transports.some((transport) => transport.chosen)) return
    for (const facts of eventsOf(changes, this.#state.records)) this.announce(facts, operator)
  }

  /** Forgets what became different without telling anybody. */
  conceal(): void {
    this.#state.records.takeChanges()
  }

  /** Sends an event, true or not. */
  announce(facts: EventFacts, operator?: string): void {
    const id = `${this.#run}${(++this.#count).toString(16).padStart(12, '0')}`
    const event: ContactEvent = { ...facts, id, at: this.#state.now(), ...(operator !== undefined && { operator }) }
    for (const transport of this.#transports) if (transport.takes(event.type)) this.#deliver(transport, event, 1)
  }

  /** Fulfilled once nothing waits for an answer any more; what is to be tried again later does not count. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  #deliver(transport: Transport, event: ContactEvent, attempt: number): void {
    const work = this.#attempt(transport, event, attempt).finally(() => this.#underWay.delete(work))
    this.#underWay.add(work)
  }

  async #attempt(transport: Transport, event: ContactEvent, attempt: number): Promise<void> {
    const outcome = await transport.attempt(event)
    const { type, id } = event
    this.log.push({ at: this.#state.now(), transport: transport.name, type, eventId: id, attempt, outcome })
    if (outcome === 'acknowledged') return
    const wait = RETRIES[attempt - 1]
    if (wait === undefined) return transport.givesUp(event)
    this.#timetable.after(wait, () => this.#deliver(transport, event, attempt + 1))
  }
}
