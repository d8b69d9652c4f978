import { readFile } from 'node:fs/promises'
import type { Secrets } from '../commands/open-with.ts'
import { EnvironmentError } from '../dingtalk/environment.ts'

const KEY = 'ROLLBOOK_AGE_KEY'
const FILE = 'ROLLBOOK_AGE_KEY_FILE'

/**
 * The keys that open sealed values, from the environment alone: `ROLLBOOK_AGE_KEY` holds them, or
 * `ROLLBOOK_AGE_KEY_FILE` names their file. One a line; lines that begin with # are comments.
 */
export function secretsFromEnvironment(): Secrets | undefined {
  const { env } = process
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

function keysIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

/** One value from standard input: a line typed on a terminal, which shows nothing of it, or everything that is piped in. */
export async function typedSecretly(question: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) {
    let text = ''
    for await (const chunk of stdin.setEncoding('utf8')) text += chunk
    return text.replace(/\r?\n$/, '')
  }
  const [{ createInterface }, { Writable }] = await Promise.all([
    import('node:readline/promises'),
    import('node:stream'),
  ])
  stderr.write(question)
  // The terminal echoes what readline writes back: it is let write nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: stdin, output: nowhere, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    stderr.write('\n')
  }
}
