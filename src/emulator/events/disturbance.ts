import type { ContactEvent } from './event.ts'

/**
 * What happens to an event on its way, beside what its receiver does. One of:
 * `duplicate` delivered once more after it was acknowledged; `late` sent only after so many milliseconds of the
 * emulator's clock; `reordered` kept back until the next event was attempted; `lost` never sent, and in no list;
 * `forged` preceded by one that is not from DingTalk: on Stream of another company, as a push with keys that are not those
 * of the app; `replayed` as a push sent again to the last byte, as somebody would who had listened.
 */
export type Disturbance = 'duplicate' | { readonly late: number } | 'reordered' | 'lost' | 'forged' | 'replayed'

/** One planned disturbance: of which events, and how many times (default once). */
export interface EventFault {
  readonly match?: {
    readonly type?: string | readonly string[]
    /** Begin with the nth event that matches otherwise, counted from 1 since `inject`. */
    readonly nth?: number
    readonly where?: (event: ContactEvent) => boolean
  }
  readonly do: Disturbance
  readonly times?: number
}

/** The disturbances that are planned. At most one strikes an event: the first that matches and is not used up. */
export class EventFaults {
  #planned: { readonly fault: EventFault; seen: number; left: number }[] = []

  inject(fault: EventFault): void {
    this.#planned.push({ fault, seen: 0, left: fault.times ?? 1 })
  }

  clear(): void {
    this.#planned = []
  }

  /** Every event must be shown here once: `nth` counts them. */
  strike(event: ContactEvent): Disturbance | undefined {
    const due = this.#planned.filter((planned) => {
      const { type, nth = 1, where } = planned.fault.match ?? {}
      if (type !== undefined && ![type].flat().includes(event.type)) return false
      if (where !== undefined && !where(event)) return false
      planned.seen++
      return planned.left > 0 && planned.seen >= nth
    })
    const first = due[0]
    if (first === undefined) return undefined
    first.left--
    return first.fault.do
  }
}
