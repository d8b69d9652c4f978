import { createHmac, hkdfSync } from 'node:crypto'

/**
 * Recognises values that DingTalk accepts and never returns, without keeping them. The key comes from the app's
 * secret, so a fingerprint cannot be guessed by trying every mobile number; a new secret means new fingerprints.
 */
export function fingerprinter(clientSecret: string): (context: string, value: string) => string {
  const key = Buffer.from(hkdfSync('sha256', clientSecret, '', 'rollbook fingerprint 1', 32))
  return (context, value) =>
    createHmac('sha256', key)
      .update(`${Buffer.byteLength(context)}:${context}`)
      .update(value)
      .digest('base64url')
      .slice(0, 22)
}
