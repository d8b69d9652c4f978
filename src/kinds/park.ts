import { createHash } from 'node:crypto'

/**
 * A name that nobody else will hold for the moment in which two resources swap theirs: the old one, told apart by a
 * digest of the key. It keeps to what DingTalk takes in a department's name (64 characters, no `-`, `,` or `，`).
 */
export function temporaryName(name: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 6)
  return `${[...name].slice(0, 50).join('')}~${digest}`
}
