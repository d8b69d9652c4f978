import { duration } from './duration.ts'
import { forTerminal } from './escape.ts'
import { shorten } from './width.ts'
import { type Language, wordsOf } from './words.ts'

/** Where progress goes and how: everything that is outside is an argument. */
export interface ProgressOptions {
  readonly write: (text: string) => void
  /** Milliseconds; only differences count. */
  readonly now: () => number
  readonly language: Language
  /** A terminal gets one line that changes; anything else a plain line now and then, and none for what is soon done. */
  readonly terminal: boolean
  readonly quiet: boolean
  readonly width?: number
}

/** What is being done, and how far it is. `total` is left out while it is not known. */
export interface Step {
  readonly label: string
  readonly done: number
  readonly total?: number
}

export interface Progress {
  update(step: Step): void
  /** Prints a line of its own, fit to print already, above the line that changes. */
  line(text: string): void
  /** Takes the changing line away. */
  end(): void
}

const terminalPause = 100
const plainPause = 10_000
/** Before this much has passed, the pace says nothing about the time left. */
const paceNeeds = 3_000

/** A reporter of progress. The pace is measured for each label, for reading and writing differ. */
export function progress({ write, now, language, terminal, quiet, width = 80 }: ProgressOptions): Progress {
  const words = wordsOf(language)
  let label = ''
  let started = 0
  let startedAt = 0
  let last = Number.NEGATIVE_INFINITY
  let drawn = ''
  let printed = false

  const left = ({ done, total }: Step, time: number): string[] => {
    const elapsed = time - started
    const progressed = done - startedAt
    if (total === undefined || elapsed < paceNeeds || progressed <= 0 || done >= total) return []
    return [words.progress.remaining(duration(((total - done) * elapsed) / progressed / 1000, words))]
  }
  const text = (step: Step, time: number) => {
    const count =
      step.total === undefined ? String(step.done) : words.progress.count({ done: step.done, total: step.total })
    return forTerminal([step.label, count, ...left(step, time)].join(' · '))
  }
  const clear = () => {
    if (drawn !== '') write('\r\u001B[K')
  }

  return {
    update(step) {
      if (quiet) return
      const time = now()
      const fresh = step.label !== label
      if (fresh) {
        label = step.label
        started = time
        startedAt = step.done
        printed = false
        // A log is not for watching: its first line waits, and so a quick run leaves none.
        last = terminal ? Number.NEGATIVE_INFINITY : time
      }
      const complete = step.done === step.total && (terminal || printed)
      if (!complete && time - last < (terminal ? terminalPause : plainPause)) return
      last = time
      if (!terminal) {
        printed = true
        write(`${text(step, time)}\n`)
        return
      }
      clear()
      drawn = shorten(text(step, time), width - 1)
      write(drawn)
    },
    line(message) {
      if (quiet) return
      if (terminal) clear()
      write(`${message}\n`)
      if (terminal && drawn !== '') write(drawn)
    },
    end() {
      if (quiet || !terminal) return
      clear()
      drawn = ''
    },
  }
}
