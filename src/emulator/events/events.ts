import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { State } from '../state.ts'
import type { EventFault } from './disturbance.ts'
import { Emitter } from './emitter.ts'
import type { EventFacts } from './event.ts'
import { type Callback, Push } from './push.ts'
import { Stream } from './stream.ts'
import { Timetable } from './timetable.ts'
import type { DeliveryRecord } from './transport.ts'

/** Everything about events of one emulator: what tests hold in their hands. */
export class Events {
  readonly #timetable: Timetable
  readonly #stream: Stream
  readonly #push: Push
  readonly #emitter: Emitter
  readonly #state: State

  /** `ticking`: the clock of the state is the real one. */
  constructor(state: State, ticking: boolean) {
    this.#state = state
    this.#timetable = new Timetable(state.now, ticking)
    this.#stream = new Stream(state, this.#timetable)
    this.#push = new Push(state, this.#timetable)
    state.push.check = (callback) => this.#push.check(callback)
    this.#emitter = new Emitter(state, this.#timetable, [this.#stream, this.#push])
  }

  /** Every attempt to deliver an event, in the order in which they ended. */
  get log(): readonly DeliveryRecord[] {
    return this.#emitter.log
  }

  /** How many Stream connections events may go down. */
  get connections(): number {
    return this.#stream.connections
  }

  /** Every Stream connection is told to make way for a new one, and is closed 10 s later. */
  rotate(reason?: string): void {
    this.#stream.rotate(reason)
  }

  /** Every Stream connection ends without a word. */
  cut(): void {
    this.#stream.cut()
  }

  /** Every Stream connection stays open, and nothing is sent or heard there any more. */
  fallSilent(): void {
    this.#stream.fallSilent()
  }

  /**
   * Enters a URL in the developer console: all types of events, and the app as owner of their messages. Fails with the
   * code of a registration where the URL does not answer check_url; then everything stays as it was.
   */
  async pushTo({ url, token, aesKey }: Pick<Callback, 'url' | 'token' | 'aesKey'>): Promise<void> {
    const callback = { url, token, aesKey, owner: this.#state.clientId, tags: null }
    const unfit = await this.#state.push.check(callback)
    if (unfit !== undefined) throw new Error(`the URL does not answer check_url as it has to: ${unfit}`)
    this.#state.push.callback = callback
  }

  /** Sends an event about nothing that happened here: an unknown type, a strange body. */
  announce(facts: EventFacts, operator?: string): void {
    this.#emitter.announce(facts, operator)
  }

  /** Plans what happens to an event on its way. */
  inject(fault: EventFault): void {
    this.#emitter.faults.inject(fault)
  }

  /** Forgets the disturbances that are left. */
  clearFaults(): void {
    this.#emitter.faults.clear()
  }

  /** Does what has become due, for whoever holds the clock. */
  tick(): void {
    this.#timetable.run()
  }

  /** Fulfilled once no attempt waits for its answer. */
  idle(): Promise<void> {
    return this.#emitter.idle()
  }

  /** What became different in the company is told; `operator` is the userid of whoever did it. */
  note(operator?: string): void {
    this.#emitter.note(operator)
  }

  /** What became different is told to nobody. */
  conceal(): void {
    this.#emitter.conceal()
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#stream.upgrade(request, socket, head)
  }

  close(): void {
    this.#timetable.stop()
    this.#stream.cut()
    this.#push.close()
  }
}
