import { createHash } from 'node:crypto'
import type { Seal } from './personal.ts'
import type { Words } from './problem.ts'

/**
 * The sealed form of a value in a file: `age:` and, in base64, a file of the age format (age-encryption.org/v1). What can
 * be told of it without any key is told here: that it is whole, and that it was made for keys that Rollbook knows.
 */

/** What a sealed text begins with. */
export const SEALED = 'age:'

/** A value has at most some hundred characters; more than this is not one, whatever the number of recipients. */
export const MAX_SEALED = 32_768

const VERSION = 'age-encryption.org/v1\n'
/** Nonce and the tag of an empty payload: what stands at least behind a header. */
const LEAST_PAYLOAD = 32
const KINDS = ['X25519']

/** Whether a text claims to be sealed. */
export function isSealed(text: string): boolean {
  return text.startsWith(SEALED)
}

/** The seal of a text that begins with `age:`. The digest is of the ciphertext, which is random: it tells no value. */
export function sealOf(text: string): Seal {
  return { text, digest: createHash('sha256').update(text).digest('base64url').slice(0, 22) }
}

/** The age file inside a sealed text; undefined where the base64 is not what an encoder would have written. */
export function sealedBytes(text: string): Buffer | undefined {
  const base64 = text.slice(SEALED.length)
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === base64 ? bytes : undefined
}

/** What is wrong with a sealed text as far as it shows without a key; null where nothing is. */
export function sealedFault(text: string): readonly [en: Words, zh: Words] | null {
  if (text.length > MAX_SEALED)
    return [
      [`a sealed value of ${text.length} characters; ${MAX_SEALED} is the most`, again.en],
      [`加密的内容有 ${text.length} 个字符，最多 ${MAX_SEALED} 个`, again.zh],
    ]
  const bytes = sealedBytes(text)
  if (bytes === undefined)
    return [
      ['behind "age:" stands no whole base64 text; part of it is missing, or was changed', again.en],
      ['“age:”后面不是完整的 base64 文本，可能缺了一段，或被改动过', again.zh],
    ]
  const head = bytes.toString('latin1')
  const end = head.search(/^--- /m)
  const payload = head.indexOf('\n', end) + 1
  if (!head.startsWith(VERSION) || end < 0 || payload === 0 || bytes.length - payload < LEAST_PAYLOAD)
    return [
      ['this is not a whole age file', again.en],
      ['这不是完整的 age 加密内容', again.zh],
    ]
  const kinds = [...head.slice(0, end).matchAll(/^-> (\S+)/gm)].map(([, kind]) => kind as string)
  if (kinds.some((kind) => KINDS.includes(kind))) return null
  const named = kinds.find((kind) => /^[\w-]{1,32}$/.test(kind)) ?? '?'
  return [
    [`it was sealed for a kind of key that cannot be used here (${named})`, 'seal it for a key that begins with age1'],
    [`加密所用的密钥种类（${named}）这里不支持`, '请用 age1 开头的公钥重新加密'],
  ]
}

const again = {
  en: 'seal the value again: rollbook seal --user <userid> --field <field>',
  zh: '请重新加密这个值：rollbook seal --user <userid> --field <字段>',
}
