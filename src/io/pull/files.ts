import { posix } from 'node:path'
import type { PullEdits } from './edits.ts'

/** What becomes of files: by their path now, where each is to be and what it is to say. */
export class Files {
  readonly #known = new Map<string, { to: string | null; text?: string }>()
  readonly #made = new Map<string, string>()

  /** A file that is there is to be somewhere else, or nowhere. */
  move(path: string, to: string | null): void {
    this.#known.set(path, { ...this.#known.get(path), to })
  }

  /** A file that is there is to say something else. */
  rewrite(path: string, text: string): void {
    this.#known.set(path, { to: path, ...this.#known.get(path), text })
  }

  make(path: string, text: string): void {
    this.#made.set(path, text)
  }

  /** Where a file is to be. */
  placeOf(path: string): string | null {
    const known = this.#known.get(path)
    return known === undefined ? path : known.to
  }

  /** Names of what is to stand in a folder and was not there before. */
  namesIn(folder: string): string[] {
    const arrived = [...this.#known].flatMap(([path, { to }]) => (to === null || to === path ? [] : [to]))
    return [...arrived, ...this.#made.keys()]
      .filter((path) => posix.dirname(path) === folder)
      .map((path) => posix.basename(path))
  }

  /** Everything that differs from what is there. */
  edits(read: (path: string) => Buffer): PullEdits {
    const edits = new Map<string, string | Buffer | null>()
    for (const [path, { to }] of this.#known) if (to !== path) edits.set(path, null)
    for (const [path, { to, text }] of this.#known) {
      if (to === null || (to === path && (text === undefined || read(path).toString('utf8') === text))) continue
      edits.set(to, text ?? read(path))
    }
    for (const [path, text] of this.#made) edits.set(path, text)
    return edits
  }
}
