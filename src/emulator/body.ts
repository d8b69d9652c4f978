import type { IncomingMessage } from 'node:http'
import { isObject } from '../core/value.ts'
import { parseJson } from './json.ts'

/** What a body may weigh. The largest the contract allows is a person with every list full: far below. */
const MAX_BYTES = 2_000_000

/** Fields as a request sent them. In a form every value is a text, and lists and objects are JSON texts. */
export interface Sent {
  readonly form: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

/** The whole body as text; undefined when it is larger than any call of the contract. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes <= MAX_BYTES) parts.push(part)
  }
  return bytes <= MAX_BYTES ? Buffer.concat(parts).toString('utf8') : undefined
}

/** The fields of a body by its content type, or undefined when it is not what the type says. */
export function parseBody(contentType: string, text: string): Sent | undefined {
  if (text.trim() === '') return { form: false, fields: {} }
  if (contentType.includes('x-www-form-urlencoded')) return { form: true, fields: fieldsOf(new URLSearchParams(text)) }
  const value = parsed(text)
  return isObject(value) ? { form: false, fields: value } : undefined
}

/** Parameters of a query or a form as an object. */
export function fieldsOf(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries(parameters)
}

/** JSON or undefined: a broken text is the caller's to refuse, with the code of its field. */
export function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
