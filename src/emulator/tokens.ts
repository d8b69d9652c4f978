import { randomBytes } from 'node:crypto'

/** How long a token lives; asking again within that time renews it. */
export const TOKEN_SECONDS = 7200

/** The access token of the one app that the emulator knows. It serves both hosts. */
export class Tokens {
  #current: { readonly text: string; readonly until: number } | undefined
  readonly #expired = new Set<string>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** The same token within its lifetime, which begins anew; after that another one. */
  give(): string {
    this.#age()
    const text = this.#current?.text ?? randomBytes(16).toString('hex')
    this.#current = { text, until: this.#now() + TOKEN_SECONDS * 1000 }
    return text
  }

  /** From now on the token that was given out is refused. */
  expire(): void {
    if (this.#current !== undefined) this.#expired.add(this.#current.text)
    this.#current = undefined
  }

  judge(text: string): 'valid' | 'expired' | 'invalid' {
    this.#age()
    return text === this.#current?.text ? 'valid' : this.#expired.has(text) ? 'expired' : 'invalid'
  }

  #age(): void {
    if (this.#current !== undefined && this.#current.until <= this.#now()) this.expire()
  }
}
