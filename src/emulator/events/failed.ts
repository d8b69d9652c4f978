import { createHash } from 'node:crypto'
import type { Answer } from '../handler.ts'
import type { Switches } from '../switches.ts'
import type { ContactEvent } from './event.ts'
import { bodyOf } from './spelling.ts'

/** How many one call returns. */
const SIZE = 200
/** From the last attempt to the list it takes 3 to 5 minutes. */
const [SOONEST, SPREAD] = [180_000, 120_000]

/** Events that could not be delivered, from some minutes after the last attempt on. */
export class FailedPushes {
  readonly #now: () => number
  #failed: { readonly readable: number; readonly event: ContactEvent }[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  add(event: ContactEvent): void {
    const chance = createHash('sha256').update(event.id).digest().readUInt32BE() / 2 ** 32
    this.#failed.push({ readable: this.#now() + SOONEST + Math.floor(chance * SPREAD), event })
  }

  /** One page, the oldest first, as the call returns it. */
  read(corp: string, switches: Switches): Answer {
    const now = this.#now()
    const readable = this.#failed.filter((failed) => failed.readable <= now)
    const returned = readable.slice(0, SIZE)
    if (switches.failedListReading === 'removes')
      this.#failed = this.#failed.filter((failed) => !returned.includes(failed))
    return {
      failed_list: returned.map(({ event }) => ({
        call_back_tag: event.type,
        event_time: event.at,
        [event.type]: innerOf(event, corp, switches),
      })),
      has_more: readable.length > SIZE,
    }
  }
}

/**
 * What stands under the name of the event. Recorded are people as `userid` beside a `corpid`, in lower case, and that
 * events of roles hold `roleLabelChange`, others `callbackData`; what departments look like is inferred from people.
 */
function innerOf(event: ContactEvent, corpid: string, switches: Switches): object {
  if (event.type.startsWith('label_')) return { corpid, roleLabelChange: bodyOf(event, 'camel', switches) }
  if ('departments' in event) return { corpid, deptid: event.departments }
  if ('users' in event) return { corpid, userid: event.users }
  return { corpid, callbackData: bodyOf(event, 'camel', switches) }
}
