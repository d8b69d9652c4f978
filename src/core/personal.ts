import { inspect } from 'node:util'

/**
 * A mobile number, a mail address, a password: a value that may be written to DingTalk and compared, never printed.
 * It masks itself wherever something turns it into text, so no output, log, error, plan or crash can show it.
 * Only `reveal` gives the value, and only the vendor client and the differ call it.
 */
export class Personal {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return mask(this.#value)
  }

  toJSON(): string {
    return mask(this.#value)
  }

  [inspect.custom](): string {
    return mask(this.#value)
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
