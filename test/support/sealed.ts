import type { Secrets } from '../../src/commands/open-with.ts'
import { contentText } from '../../src/core/sealed-content.ts'
import { newIdentity, sealerFor } from '../../src/io/age.ts'

/** Somebody who can open values: a fresh identity, and what seals for it. */
export interface Keeper {
  readonly secret: string
  readonly recipient: string
  readonly secrets: Secrets
  /** The sealed text of a value, as `rollbook seal` makes it. */
  seal(user: string, field: string, value: string, corp?: string): Promise<string>
  /** Any text at all, sealed. */
  sealText(plaintext: string): Promise<string>
}

/** A new keeper. */
export async function keeper(): Promise<Keeper> {
  const { secret, recipient } = await newIdentity()
  const encrypt = await sealerFor([recipient])
  const sealText = async (plaintext: string) => `age:${Buffer.from(await encrypt(plaintext)).toString('base64')}`
  return {
    secret,
    recipient,
    secrets: { from: 'ROLLBOOK_AGE_KEY', read: async () => [secret] },
    sealText,
    seal: (user, field, value, corp) =>
      sealText(contentText({ user, field, value, ...(corp !== undefined && { corp }) })),
  }
}
