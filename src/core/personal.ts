import { inspect } from 'node:util'

/**
 * A mobile number, a mail address, a password: a value that may be written to DingTalk and compared, never printed.
 * It masks itself wherever something turns it into text, so no output, log, error, plan or crash can show it.
 * Only `reveal` gives the value, and only the vendor client and the differ call it.
 */
export class Personal {
  readonly #value: string
  readonly #written: string
  readonly #secret: boolean

  /** `written` is the form its owner wrote, where another form is compared; a `secret` shows nothing of itself. */
  constructor(value: string, { written = value, secret = false }: { written?: string; secret?: boolean } = {}) {
    this.#value = value
    this.#written = written
    this.#secret = secret
  }

  /** The value in the form in which equal values are equal. */
  reveal(): string {
    return this.#value
  }

  /** The value as its owner wrote it: what is sent to DingTalk. */
  written(): string {
    return this.#written
  }

  toString(): string {
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
