import { inspect } from 'node:util'

/** A value as it stands sealed in a file: `age:` and base64, and the digest by which the lock knows that text again. */
export interface Seal {
  readonly text: string
  readonly digest: string
  /** DingTalk is known to hold another value than the one in here. */
  readonly differs?: true
}

/** How a value was written, and how much of it may be shown. */
interface Manner {
  readonly written?: string
  readonly secret?: boolean
  readonly seal?: Seal
}

/**
 * A mobile number, a mail address, a password: a value that may be written to DingTalk and compared, never printed.
 * It masks itself wherever something turns it into text, so no output, log, error, plan or crash can show it.
 * Only `reveal` gives the value, and only the vendor client and the differ call it. A sealed one has no value at all
 * until it was opened: it is told apart by its digest alone.
 */
export class Personal {
  readonly #value: string | undefined
  readonly #written: string | undefined
  readonly #secret: boolean
  readonly #seal: Seal | undefined

  /**
   * `written` is the form its owner wrote, where another form is compared; a `secret` shows nothing of itself. Without
   * a value it is sealed, and then `seal` must be given.
   */
  constructor(value: string | undefined, { written = value, secret = false, seal }: Manner = {}) {
    if (value === undefined && seal === undefined) throw new Error('a personal value needs a value or a seal')
    this.#value = value
    this.#written = written
    this.#secret = secret
    this.#seal = seal
  }

  /** The sealed text it stands as in the files, where it is sealed there. */
  get seal(): Seal | undefined {
    return this.#seal
  }

  /** Whether nobody has opened it: it can be compared by its seal alone. */
  get closed(): boolean {
    return this.#value === undefined
  }

  /** The value in the form in which equal values are equal. Throws for a sealed one that was not opened: that is a bug. */
  reveal(): string {
    if (this.#value === undefined) throw new Error('a sealed value was to be used before it was opened')
    return this.#value
  }

  /** The value as its owner wrote it: what is sent to DingTalk. Throws like `reveal`. */
  written(): string {
    return this.#written ?? this.reveal()
  }

  /** The same value, known to be what this sealed text holds. */
  under(seal: Seal): Personal {
    return new Personal(this.#value, {
      ...(this.#written !== undefined && { written: this.#written }),
      secret: this.#secret,
      seal,
    })
  }

  toString(): string {
    if (this.#value === undefined) return '(sealed)'
    return this.#secret ? '***' : mask(this.#value)
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}

/** `138****8000`, `l***@example.com`, `***`: enough for a person to recognise, too little to use. */
export function mask(value: string): string {
  const mail = /^(.)[^@]*@(.+)$/u.exec(value)
  if (mail) return `${mail[1]}***@${mail[2]}`
  const digits = value.replaceAll(/\D/g, '')
  if (/^[+\d\s()-]+$/.test(value) && digits.length >= 11) {
    const national = digits.length > 11 && value.startsWith('+') ? digits.slice(-11) : digits
    return `${national.slice(0, 3)}****${national.slice(-4)}`
  }
  return '***'
}
