import type { Decrypter } from 'age-encryption'

/**
 * The age format, and the only door to the library that speaks it. It is loaded when a value is sealed or opened, so that
 * every other run does without it. Errors of the library may quote what they were given, a secret key for one, so none
 * of them ever leaves this file: not as a message, not as a cause.
 */

const library = () => import('age-encryption')

/** A new identity: the secret key, and the recipient for which others seal. */
export async function newIdentity(): Promise<{ readonly secret: string; readonly recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await library()
  const secret = await generateX25519Identity()
  return { secret, recipient: await identityToRecipient(secret) }
}

/** Whether a text is a recipient (`age1…`), down to its checksum. */
export async function isRecipient(text: string): Promise<boolean> {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false
  const { Encrypter } = await library()
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

/** Opens age files with some identities: the plaintext, `foreign` for none of their recipients, `damaged` otherwise. */
export type Opener = (file: Uint8Array) => Promise<{ readonly text: string } | 'foreign' | 'damaged'>

/** An opener for these secret keys; undefined, by its position, for the first one that is no age identity. */
export async function openerFor(secrets: readonly string[]): Promise<Opener | { readonly invalid: number }> {
  const { Decrypter } = await library()
  const decrypter: Decrypter = new Decrypter()
  for (const [index, secret] of secrets.entries()) {
    try {
      decrypter.addIdentity(secret)
    } catch {
      return { invalid: index }
    }
  }
  return async (file) => {
    try {
      return { text: await decrypter.decrypt(file, 'text') }
    } catch (error) {
      return (error as Error).message.startsWith('no identity matched') ? 'foreign' : 'damaged'
    }
  }
}

/** A sealer for these recipients, which are known to be valid. */
export async function sealerFor(recipients: readonly string[]): Promise<(plaintext: string) => Promise<Uint8Array>> {
  const { Encrypter } = await library()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return (plaintext) => encrypter.encrypt(plaintext)
}
