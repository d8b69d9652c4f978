import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  CallbackError,
  type CallbackKeys,
  callbackSignature,
  openCallback,
  sealCallback,
} from '../../src/dingtalk/callback-codec.ts'

/**
 * Five messages of the vendor's own Java class with its random bytes pinned, and three that the vendor published: the
 * first of those looks like a push the platform once sent.
 */
interface Vector extends CallbackKeys {
  readonly name: string
  readonly plaintext: string
  readonly random: string
  readonly pad: number
  readonly timestamp: string
  readonly nonce: string
  readonly encrypt: string
  readonly signature: string
}
const vectors: readonly Vector[] = JSON.parse(readFileSync(join(import.meta.dirname, 'callback-vectors.json'), 'utf8'))
const named = (name: string) => vectors.find((vector) => vector.name === name) as Vector
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof CallbackError ? error.code : error
  }
  return 'accepted'
}
/** The same message with another ciphertext, signed by somebody who has the token. */
const resigned = (vector: Vector, encrypt: string): Vector => ({
  ...vector,
  encrypt,
  signature: callbackSignature(vector.token, vector.timestamp, vector.nonce, encrypt),
})

test('all eight vectors are here', () => {
  expect(vectors.length).toBe(8)
})

test.each(vectors)('$name is sealed to the same bytes and opened again', (vector) => {
  const sealed = sealCallback(vector, vector.plaintext, { ...vector, random: Buffer.from(vector.random) })
  expect(sealed).toEqual({
    encrypt: vector.encrypt,
    signature: vector.signature,
    timestamp: vector.timestamp,
    nonce: vector.nonce,
  })
  expect(openCallback(vector, vector)).toBe(vector.plaintext)
  expect(paddingOf(vector)).toBe(vector.pad)
})

test('the last hex digit of the signature altered: refused', () => {
  const vector = named('check_url')
  const signature = `${vector.signature.slice(0, -1)}4`
  expect(codeOf(() => openCallback(vector, { ...vector, signature }))).toBe(900005)
  expect(codeOf(() => openCallback(vector, { ...vector, signature: vector.signature.toUpperCase() }))).toBe(900005)
  expect(codeOf(() => openCallback(vector, { ...vector, signature: '' }))).toBe(900005)
})

test('the signature is judged before anything is decrypted', () => {
  const vector = { ...named('check_url'), encrypt: 'AAAA' }
  expect(codeOf(() => openCallback(vector, vector))).toBe(900005)
})

test.each(['timestamp', 'nonce', 'token'] as const)('another %s does not fit the signature', (field) => {
  const vector = { ...named('user_add_org'), [field]: 'another' }
  expect(codeOf(() => openCallback(vector, vector))).toBe(900005)
})

test('a message for another owner is refused after decrypting', () => {
  const vector = named('check_url')
  expect(codeOf(() => openCallback({ ...vector, owner: 'dingfixtureappkey02' }, vector))).toBe(900010)
  expect(codeOf(() => openCallback({ ...vector, owner: '' }, vector))).toBe(900010)
})

test('a ciphertext cut to 48 bytes is refused, whoever signed it', () => {
  const vector = named('reply_success')
  const cut = Buffer.from(vector.encrypt, 'base64').subarray(0, 48).toString('base64')
  expect(codeOf(() => openCallback(vector, resigned(vector, cut)))).toBe(900008)
  expect(codeOf(() => openCallback(vector, resigned(vector, '')))).toBe(900008)
})

test('a ciphertext of one block, of noise, or with a length beyond its end is refused', () => {
  const vector = named('user_add_org')
  const bytes = Buffer.from(vector.encrypt, 'base64')
  const first = resigned(vector, bytes.subarray(0, 32).toString('base64'))
  const noise = resigned(vector, Buffer.alloc(64, 7).toString('base64'))
  // A bit flipped in the first block of CBC flips the same bit of the second: the top one of the length.
  const long = Buffer.from(bytes)
  long.writeUInt8(long.readUInt8(0) ^ 0x80, 0)
  expect([900008, 900009, 900010]).toContain(codeOf(() => openCallback(vector, first)))
  expect([900008, 900009, 900010]).toContain(codeOf(() => openCallback(vector, noise)))
  expect(codeOf(() => openCallback(vector, resigned(vector, long.toString('base64'))))).toBe(900009)
})

test.each(['', 'short', `${'a'.repeat(42)}=`, 'a'.repeat(44), `${'a'.repeat(43)}\n`])(
  'an AES key that is not 43 letters and digits is refused: %j',
  (aesKey) => {
    const keys = { ...named('check_url'), aesKey }
    expect(codeOf(() => openCallback(keys, keys))).toBe(900004)
    expect(codeOf(() => sealCallback(keys, 'success', { timestamp: '1', nonce: 'n' }))).toBe(900004)
  },
)

test('bytes that are no UTF-8 are refused instead of being replaced', () => {
  const vector = named('check_url')
  const bytes = Buffer.from(vector.encrypt, 'base64')
  // As above: the fifth byte of the second block is the first one of the message.
  bytes.writeUInt8(bytes.readUInt8(4) ^ 0x84, 4)
  expect(codeOf(() => openCallback(vector, resigned(vector, bytes.toString('base64'))))).toBe(900008)
})

test('two seals of one text differ, and both open', () => {
  const keys = named('reply_success')
  const once = sealCallback(keys, 'success', { timestamp: '1', nonce: 'n' })
  const again = sealCallback(keys, 'success', { timestamp: '1', nonce: 'n' })
  expect(once.encrypt).not.toBe(again.encrypt)
  expect([once, again].map((envelope) => openCallback(keys, envelope))).toEqual(['success', 'success'])
})

test('what is refused says nothing of keys or message', () => {
  const vector = named('check_url')
  try {
    openCallback({ ...vector, owner: 'x' }, vector)
  } catch (error) {
    expect(String(error)).toBe('CallbackError: the message is for another app or company')
  }
  expect.assertions(1)
})

function paddingOf({ aesKey, encrypt }: Vector): number | undefined {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(encrypt, 'base64'), decipher.final()]).at(-1)
}
