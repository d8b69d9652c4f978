import type { ContactEvent } from './event.ts'

/** How one attempt to deliver an event ended; anything but `acknowledged` is tried again. */
export type Outcome =
  | 'acknowledged'
  /** The client asked to have it again later. Stream only. */
  | 'later'
  /** An answer that is none. */
  | 'refused'
  /** No answer within the time allowed. */
  | 'unanswered'
  /** Nobody is connected, or the address cannot be reached. */
  | 'unreachable'

/** A way by which events leave the emulator. */
export interface Transport {
  readonly name: 'stream' | 'http'
  /** Whether the app has asked for events on this way at all. */
  readonly chosen: boolean
  /** Whether it has asked for those of this type. */
  takes(type: string): boolean
  attempt(event: ContactEvent): Promise<Outcome>
  /** Three attempts have failed. */
  givesUp(event: ContactEvent): void
  /** The same event from somebody who is not DingTalk. */
  forge(event: ContactEvent): Promise<Outcome>
  /** What was sent of the event, once more to the last byte; absent where nobody could do that. */
  replay?(event: ContactEvent): Promise<Outcome>
}

/** One attempt, as it ended. Holds nothing of what the event says. */
export interface DeliveryRecord {
  readonly at: number
  readonly transport: Transport['name']
  readonly type: string
  readonly eventId: string
  /** 1, 2 or 3; 0: it was not DingTalk who sent it. */
  readonly attempt: number
  readonly outcome: Outcome
}
