import { parse, stringify } from 'lossless-json'

/** JSON with integers of any size: one that a JavaScript number would change becomes a bigint. */
export function parseJson(text: string): unknown {
  return parse(text, undefined, (digits) => {
    const number = Number(digits)
    return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number
  })
}

/** JSON with every digit of a bigint. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? ''
}
