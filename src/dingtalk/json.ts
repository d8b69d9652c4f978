/**
 * JSON whose integers keep all their digits: beyond 2^53 they are bigints. Sort weights of people are that large, and
 * `JSON.parse` would silently round them. The exact parser is several times slower, so only text that holds a number
 * of 16 digits or more goes through it.
 */
export async function jsonParser(text: string): Promise<(text: string) => unknown> {
  if (!/\d{16}/.test(text)) return JSON.parse
  const { parse } = await import('lossless-json')
  return (part) => parse(part, null, exactNumber)
}

/** The text of a value that may hold bigints; they are written as bare digits. */
export async function stringifyJson(value: unknown): Promise<string> {
  if (!holdsBigint(value)) return JSON.stringify(value)
  const { stringify } = await import('lossless-json')
  return stringify(value) ?? 'null'
}

function exactNumber(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) || !/^-?\d+$/.test(text) ? number : BigInt(text)
}

function holdsBigint(value: unknown): boolean {
  if (typeof value === 'bigint') return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsBigint)
}
