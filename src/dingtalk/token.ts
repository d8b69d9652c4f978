import type { Clock } from './clock.ts'

/** What the vendor gives: the token and the seconds it lives. */
export interface Grant {
  readonly token: string
  readonly seconds: number
}

/** Renewed this many seconds before the end, as the vendor advises. */
const margin = 600

/** The app's access token: fetched when first needed, by one call at a time, and again shortly before it expires. */
export class TokenCache {
  readonly #fetch: () => Promise<Grant>
  readonly #clock: Clock
  #held: { readonly token: string; readonly until: number } | undefined
  #flight: Promise<string> | undefined

  constructor(fetch: () => Promise<Grant>, clock: Clock) {
    this.#fetch = fetch
    this.#clock = clock
  }

  async get(): Promise<string> {
    const { held } = this
    if (held !== undefined) return held
    this.#flight ??= this.#renew().finally(() => {
      this.#flight = undefined
    })
    return this.#flight
  }

  /** The token that is held now; undefined where one must be fetched first. */
  get held(): string | undefined {
    return this.#held && this.#clock.now() < this.#held.until ? this.#held.token : undefined
  }

  /** The vendor refused this token: forget it, unless another call has replaced it meanwhile. */
  refused(token: string): void {
    if (this.#held?.token === token) this.#held = undefined
  }

  async #renew(): Promise<string> {
    const { token, seconds } = await this.#fetch()
    // A token that lives shorter than the margin is used for half of its life.
    const life = Math.max(seconds - margin, seconds / 2)
    this.#held = { token, until: this.#clock.now() + life * 1000 }
    return token
  }
}
