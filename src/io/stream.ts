/**
 * Values that arrive over time, replayed to every reader from the first one on. This is what lets one kind be read
 * while another is still arriving: people of a department as soon as the department is known.
 */
export class Stream<T> implements AsyncIterable<T> {
  readonly #values: T[] = []
  #ended = false
  #failure: { readonly error: unknown } | undefined
  #wake: (() => void)[] = []

  push(value: T): void {
    this.#values.push(value)
    this.#notify()
  }

  end(): void {
    this.#ended = true
    this.#notify()
  }

  fail(error: unknown): void {
    this.#failure = { error }
    this.end()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for (let index = 0; ; index += 1) {
      while (index >= this.#values.length) {
        if (this.#failure !== undefined) throw this.#failure.error
        if (this.#ended) return
        await new Promise<void>((resolve) => this.#wake.push(resolve))
      }
      yield this.#values[index] as T
    }
  }

  #notify(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }
}
