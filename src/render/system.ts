import type { Words } from './words.ts'

/** What a code of the operating system, of TLS or of the HTTP layer means, and what to do; undefined where unknown. */
export function systemWords(code: string | undefined, words: Words): { what: string; next: string } | undefined {
  if (code === undefined) return undefined
  const { system } = words.errors
  const name = code === 'UND_ERR_CONNECT_TIMEOUT' ? 'ETIMEDOUT' : code
  if (Object.hasOwn(system, name)) return system[name as keyof typeof system]
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return system.CERTIFICATE
  return undefined
}
