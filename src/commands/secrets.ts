import { readFile } from 'node:fs/promises'
import { EnvironmentError } from '../dingtalk/environment.ts'
import type { Secrets } from './open-with.ts'

const KEY = 'ROLLBOOK_AGE_KEY'
const FILE = 'ROLLBOOK_AGE_KEY_FILE'

/**
 * The keys that open sealed values, from the environment alone: `ROLLBOOK_AGE_KEY` holds them, or
 * `ROLLBOOK_AGE_KEY_FILE` names their file. One a line; lines that begin with # are comments.
 */
export function secretsFromEnvironment(env: { readonly [name: string]: string | undefined }): Secrets | undefined {
  const text = env[KEY]?.trim()
  if (text) return { from: KEY, read: async () => keysIn(text) }
  const file = env[FILE]?.trim()
  if (!file) return undefined
  return {
    from: FILE,
    async read() {
      let found: string
      try {
        found = await readFile(file, 'utf8')
      } catch (error) {
        const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
        throw new EnvironmentError(FILE, `the file cannot be read (${why})`, 'give the path of the file of the key')
      }
      const keys = keysIn(found)
      if (keys.length > 0) return keys
      throw new EnvironmentError(FILE, 'the file holds no key', 'give the file that "rollbook seal --new-key" made')
    },
  }
}

/** The keys of a text, one a line. */
export function keysIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}
