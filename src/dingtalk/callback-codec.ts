import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The two secrets of an event subscription, and whom it belongs to. Never printed, logged or stored. */
export interface CallbackKeys {
  readonly token: string
  /** 43 letters and digits: base64 of 32 bytes without its `=`. */
  readonly aesKey: string
  /** The app's client id where the subscription stands in the console, the corpId where `call_back/*` registered it. */
  readonly owner: string
}

/** One encrypted message as it travels: a push, or the reply to one. */
export interface CallbackEnvelope {
  readonly encrypt: string
  /** Lower-case hex SHA-1. */
  readonly signature: string
  /** As it was sent, usually Unix milliseconds. The codec does not judge it: a replay window is the receiver's. */
  readonly timestamp: string
  readonly nonce: string
}

/** Why a message is refused, by the codes of the official libraries; what it says holds nothing of keys or message. */
const REASONS = {
  900004: 'the AES key is not 43 letters and digits',
  900005: 'the signature does not fit the message and the token',
  900008: 'the message cannot be decrypted',
  900009: 'the length inside the message is not that of the message',
  900010: 'the message is for another app or company',
} as const

/** A key that cannot be one, or a message that is not from whoever holds the keys. */
export class CallbackError extends Error {
  override name = 'CallbackError'
  readonly code: keyof typeof REASONS

  constructor(code: keyof typeof REASONS) {
    super(REASONS[code])
    this.code = code
  }
}

const BLOCK = 32
/** Random bytes, then the length of the message. */
const HEAD = 16 + 4

/**
 * Encrypts and signs a text as DingTalk does. `random` are 16 bytes, fresh ones unless a test pins them.
 *
 * @throws CallbackError 900004
 */
export function sealCallback(
  keys: CallbackKeys,
  text: string,
  { timestamp, nonce, random = randomBytes(16) }: { timestamp: string; nonce: string; random?: Uint8Array },
): CallbackEnvelope {
  const { key, iv } = aesOf(keys)
  const message = Buffer.from(text, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const plain = Buffer.concat([random, length, message, Buffer.from(keys.owner, 'utf8')])
  // PKCS7 over blocks of 32, which no cipher of ours knows: hence its own padding is off on both sides.
  const pad = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const encrypt = Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()])
  const encoded = encrypt.toString('base64')
  return { encrypt: encoded, signature: callbackSignature(keys.token, timestamp, nonce, encoded), timestamp, nonce }
}

/**
 * The text of a message whose signature and owner are right. The signature is judged first, in constant time; nothing
 * is decrypted before. How large a message may be is for the caller to say.
 *
 * @throws CallbackError with the code of the first check that fails
 */
export function openCallback(keys: CallbackKeys, envelope: CallbackEnvelope): string {
  const { key, iv } = aesOf(keys)
  const { encrypt, timestamp, nonce } = envelope
  const expected = Buffer.from(callbackSignature(keys.token, timestamp, nonce, encrypt), 'utf8')
  const given = Buffer.from(envelope.signature, 'utf8')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new CallbackError(900005)

  const sealed = Buffer.from(encrypt, 'base64')
  if (sealed.length === 0 || sealed.length % BLOCK !== 0) throw new CallbackError(900008)
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(sealed), decipher.final()])
  const pad = plain.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK) throw new CallbackError(900008)
  const content = plain.subarray(0, plain.length - pad)
  if (content.length < HEAD) throw new CallbackError(900009)
  const end = HEAD + content.readUInt32BE(16)
  if (end > content.length) throw new CallbackError(900009)
  if (!content.subarray(end).equals(Buffer.from(keys.owner, 'utf8'))) throw new CallbackError(900010)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.subarray(HEAD, end))
  } catch {
    throw new CallbackError(900008)
  }
}

/** The signature of an encrypted message: SHA-1 over the four texts, sorted by code unit. */
export function callbackSignature(token: string, timestamp: string, nonce: string, encrypt: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join(''), 'utf8').digest('hex')
}

/** Key and IV. The last character may carry bits that 32 bytes do not need, which Node's decoder drops. */
function aesOf({ aesKey }: CallbackKeys): { readonly key: Buffer; readonly iv: Buffer } {
  if (!/^[A-Za-z0-9]{43}$/.test(aesKey)) throw new CallbackError(900004)
  const key = Buffer.from(`${aesKey}=`, 'base64')
  return { key, iv: key.subarray(0, 16) }
}
