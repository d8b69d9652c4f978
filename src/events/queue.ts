import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAbsent } from '../io/read-file.ts'
import { replaceFile, WORKSPACE, workspacePath } from '../io/workspace.ts'
import type { ContactEvent } from './event.ts'
import {
  admit,
  type Compared,
  emptyState,
  type Full,
  markFull,
  parseState,
  settleState,
  stringifyState,
  type WatchState,
} from './state.ts'

const FILE = 'watch.json'

/**
 * Events between their arrival and the read that they ask for. `add` ends once an event is on the disk, so it may be
 * acknowledged then and not before; events that arrive together are written together. One process at a time has the
 * queue of a directory.
 */
export class EventQueue {
  readonly #directory: string
  #state: WatchState
  #saved: WatchState
  #written: Promise<void> | undefined
  #woken: (() => void)[] = []

  constructor(directory: string) {
    this.#directory = directory
    this.#state = readState(directory)
    this.#saved = this.#state
  }

  get state(): WatchState {
    return this.#state
  }

  /** Whether something is to be read. */
  get waiting(): boolean {
    return this.#state.full !== null || this.#state.dirty.size > 0
  }

  /**
   * Takes an event in; false for one that was seen before.
   *
   * @throws Error where the state cannot be written: then the event must not be acknowledged.
   */
  async add(event: ContactEvent): Promise<boolean> {
    const next = admit(this.#state, event)
    const isNew = next !== this.#state
    this.#state = next
    // Also for one that was seen: its first delivery may be on its way to the disk, or did not get there.
    await this.#write()
    if (isNew) this.#wake()
    return isNew
  }

  /** Asks for a read of the whole company. */
  async markFull(why: Full['why']): Promise<void> {
    this.#state = markFull(this.#state, why)
    await this.#write()
    this.#wake()
  }

  /** Puts down that what was taken up is reported. */
  async settle(compared: Compared): Promise<void> {
    this.#state = settleState(this.#state, compared)
    await this.#write()
  }

  /** Ends when something new comes in, or the signal says so. */
  async news(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    await new Promise<void>((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.#woken.push(wake)
      signal.addEventListener('abort', wake)
    })
  }

  #wake(): void {
    for (const wake of this.#woken.splice(0)) wake()
  }

  /** Everything that arrives in one turn of the loop shares one write. */
  async #write(): Promise<void> {
    if (this.#saved === this.#state) return
    this.#written ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#written = undefined
      const state = this.#state
      replaceFile(workspacePath(this.#directory, FILE), stringifyState(state))
      this.#saved = state
    })
    await this.#written
  }
}

/**
 * The state that a watcher of this directory keeps, or kept; that of one that never ran where the file is missing or
 * damaged, for every start reads the whole company anyway.
 */
export function readState(directory: string): WatchState {
  try {
    return parseState(readFileSync(join(directory, WORKSPACE, FILE), 'utf8')) ?? emptyState
  } catch (error) {
    if (isAbsent(error)) return emptyState
    throw error
  }
}
