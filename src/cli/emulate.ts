import { emulate } from '../commands/emulate.ts'
import { EXIT, UsageError } from './exit.ts'
import type { Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook emulate`: runs until it is stopped; the credential is one that only this emulator knows. */
export async function emulateDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  // Before anything is printed: whoever reads the lines may end us at once.
  const ended = new Promise<number>((resolve) => {
    process.once('SIGINT', () => resolve(EXIT.interrupted))
    process.once('SIGTERM', () => resolve(EXIT.terminated))
  })
  const seed = seedOf(String(options['seed']))
  const state = options['state']
  const emulator = await emulate({
    port: Number(options['port']),
    seed,
    ...(typeof state === 'string' && { state }),
  })
  const { oapiUrl, apiUrl, clientId, clientSecret, corp } = emulator
  if (session.options.format === 'json')
    session.print(
      `${JSON.stringify({ format: 'rollbook.emulator/1', oapiUrl, apiUrl, clientId, clientSecret, corp })}\n`,
    )
  else {
    session.note(`${doorWords(session.language).emulating(String(seed))}\n\n`)
    session.print(
      [
        `export DINGTALK_OAPI_URL=${oapiUrl}`,
        `export DINGTALK_API_URL=${apiUrl}`,
        `export DINGTALK_CLIENT_ID=${clientId}`,
        `export DINGTALK_CLIENT_SECRET=${clientSecret}`,
        '',
      ].join('\n'),
    )
  }
  const code = await ended
  await emulator.close()
  return code
}

function seedOf(text: string): 'empty' | 'demo' | number {
  if (text === 'empty' || text === 'demo') return text
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new UsageError(`--seed: "${text}" is none of empty, demo, or a number of people`)
}
