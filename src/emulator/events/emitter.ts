import { randomBytes } from 'node:crypto'
import type { State } from '../state.ts'
import { eventsOf } from './derive.ts'
import { type Disturbance, EventFaults } from './disturbance.ts'
import type { ContactEvent, EventFacts } from './event.ts'
import type { Timetable } from './timetable.ts'
import type { DeliveryRecord, Outcome, Transport } from './transport.ts'

/** Milliseconds from a failed attempt to the next: a second one 10 s later, a third 30 s after that, then none. */
const RETRIES = [10_000, 30_000]

/** Turns what became different in the company into events, and sees each of them delivered or given up. */
export class Emitter {
  readonly log: DeliveryRecord[] = []
  readonly faults = new EventFaults()
  readonly #state: State
  readonly #timetable: Timetable
  readonly #transports: readonly Transport[]
  readonly #underWay = new Set<Promise<void>>()
  // Not only a counter: the emulator after this one must not give an id again that somebody remembers.
  readonly #run = randomBytes(10).toString('hex')
  #count = 0
  /** Kept back until another event was attempted. */
  #held: ContactEvent[] = []

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
    const id = this.#newId()
    const event: ContactEvent = { ...facts, id, at: this.#state.now(), ...(operator !== undefined && { operator }) }
    const disturbance = this.faults.strike(event)
    if (disturbance === 'lost') return
    if (disturbance === 'reordered') this.#held.push(event)
    else if (typeof disturbance === 'object')
      this.#timetable.after(disturbance.late, () => this.#track(this.#deliver(event)))
    else this.#track(this.#deliver(event, disturbance))
  }

  /** Fulfilled once nothing waits for an answer any more; what is to be tried again later does not count. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  /** The first attempt on every way that the app has chosen, and then whatever was kept back for it. */
  async #deliver(event: ContactEvent, disturbance?: Exclude<Disturbance, object>): Promise<void> {
    const ways = this.#transports.filter((transport) => transport.takes(event.type))
    await Promise.all(ways.map((transport) => this.#deliverBy(transport, event, disturbance)))
    for (const held of this.#held.splice(0)) this.#track(this.#deliver(held))
  }

  async #deliverBy(transport: Transport, event: ContactEvent, disturbance?: Disturbance): Promise<void> {
    if (disturbance === 'forged') {
      const forged = { ...event, id: this.#newId() }
      this.#record(transport, forged, 0, await transport.forge(forged))
    }
    await this.#attempt(transport, event, 1)
    if (disturbance === 'duplicate') await this.#attempt(transport, event, 1)
    if (disturbance === 'replayed' && transport.replay) this.#record(transport, event, 0, await transport.replay(event))
  }

  async #attempt(transport: Transport, event: ContactEvent, attempt: number): Promise<void> {
    const outcome = await transport.attempt(event)
    this.#record(transport, event, attempt, outcome)
    if (outcome === 'acknowledged') return
    const wait = RETRIES[attempt - 1]
    if (wait === undefined) return transport.givesUp(event)
    this.#timetable.after(wait, () => this.#track(this.#attempt(transport, event, attempt + 1)))
  }

  #record(transport: Transport, { type, id }: ContactEvent, attempt: number, outcome: Outcome): void {
    this.log.push({ at: this.#state.now(), transport: transport.name, type, eventId: id, attempt, outcome })
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#underWay.delete(tracked))
    this.#underWay.add(tracked)
  }

  #newId(): string {
    return `${this.#run}${(++this.#count).toString(16).padStart(12, '0')}`
  }
}
