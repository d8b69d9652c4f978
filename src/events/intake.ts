import type { EventCounts } from '../core/watch.ts'
import type { Read } from './frame.ts'
import type { EventQueue } from './queue.ts'

/** More types than this are counted together: a sender could invent them. */
const TYPES = 100

/** What is worth a line in the log, each kind of it once. */
export type IntakeNote =
  | { readonly note: 'unknown'; readonly type: string }
  | { readonly note: 'refused'; readonly reason: string; readonly type: string }

export interface IntakeInput {
  readonly queue: EventQueue
  /** The company that events have to be of; null where nobody knows. */
  readonly corp: string | null
  readonly onNote: (note: IntakeNote) => void
  readonly onDissolved: () => void
}

/** Where both transports hand over what they read: it is judged, counted and kept. */
export class Intake {
  readonly #input: IntakeInput
  readonly #unknown = new Map<string, number>()
  readonly #refused = new Map<string, number>()
  #kept = 0
  #repeated = 0

  constructor(input: IntakeInput) {
    this.#input = input
  }

  get counts(): EventCounts {
    return { kept: this.#kept, repeated: this.#repeated, unknown: this.#unknown, refused: this.#refused }
  }

  /**
   * Ends once what the event asks for is kept for good; false where it asks for nothing new.
   *
   * @throws Error where it could not be kept.
   */
  async take(read: Read): Promise<boolean> {
    const { queue, corp } = this.#input
    if ('refused' in read) {
      this.refuse(read.refused, read.type)
      // A contact event that cannot be read still says that something changed.
      if (read.refused === 'shape' || read.refused === 'size') await queue.markFull('unreadable')
      return false
    }
    const { event } = read
    if (corp !== null && event.corp !== null && event.corp !== corp) {
      this.refuse('company', event.type)
      return false
    }
    if (event.subject.about === 'unknown') {
      this.#note(this.#unknown, event.type, { note: 'unknown', type: event.type })
      return false
    }
    const isNew = await queue.add(event)
    if (isNew) this.#kept += 1
    else this.#repeated += 1
    if (event.subject.about === 'organisation' && event.subject.dissolved) this.#input.onDissolved()
    return isNew
  }

  /** Counts what was not even an event. */
  refuse(reason: string, type = ''): void {
    this.#note(this.#refused, reason, { note: 'refused', reason, type })
  }

  #note(counts: Map<string, number>, name: string, note: IntakeNote): void {
    const known = counts.has(name) || counts.size < TYPES ? name : '…'
    if (!counts.has(known)) this.#input.onNote(note)
    counts.set(known, (counts.get(known) ?? 0) + 1)
  }
}
