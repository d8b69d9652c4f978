import { join } from 'node:path'
import type { Finished, RunOptions } from '../support/command.ts'
import { type FileTree, readFiles, temporaryFolder, writeFiles } from '../support/files.ts'
import { type Keeper, keeper } from '../support/sealed.ts'
import { type Workplace, workplace } from '../support/workplace.ts'
import { Cage, canaries, companyFiles, inDingTalk, secrets } from './values.ts'

/** How one run is to speak. */
export interface Look {
  readonly format: 'text' | 'json' | 'markdown' | 'csv'
  readonly lang: 'zh' | 'en'
  readonly verbose: boolean
}

export const looks: readonly Look[] = (['text', 'json', 'markdown'] as const).flatMap((format) => [
  { format, lang: 'zh', verbose: true },
  { format, lang: 'en', verbose: format === 'text' },
])

/** A company full of canaries, the program on it, and everything that came out of the program. */
export interface Stage {
  readonly place: Workplace
  readonly holder: Keeper
  /** Another key, that no value was sealed for. */
  readonly stranger: Keeper
  /** A folder outside the company's, for what commands are told to write. */
  readonly scratch: string
  run(args: readonly string[], look: Look, options?: RunOptions): Promise<Finished>
  /** Writes what HR writes: a canary may stand there, and nowhere else. */
  edit(files: FileTree): Promise<void>
  /** Every canary that was printed or written since, and where. */
  leaks(): Promise<string[]>
  /** How much was printed: a test that ran nothing finds nothing. */
  printed(): number
}

/** A new stage. `env` goes along with every run. */
export async function stage(env: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const [holder, stranger, scratch] = [await keeper(), await keeper(), await temporaryFolder()]
  const files = await companyFiles(holder)
  const place = await workplace(files, { clientSecret: secrets.clientSecret })
  for (let n = 201; n <= 212; n++) place.emulator.console('createUser', inDingTalk(n) as never)
  const written = new Map(Object.entries(files))
  const outputs: [name: string, text: string][] = []
  const tokens = new Set<string>()
  const { tokens: given } = place.emulator.state

  return {
    place,
    holder,
    stranger,
    scratch,
    async run(args, look, options = {}) {
      const { format, lang, verbose } = look
      const spoken = [...args, '--format', format, '--lang', lang, ...(verbose ? ['--verbose'] : [])]
      const finished = await place.run(spoken, {
        cwd: scratch,
        ...options,
        env: {
          HOME: scratch,
          TMPDIR: scratch,
          DINGTALK_USER_TOKEN: secrets.userToken,
          ROLLBOOK_AGE_KEY: holder.secret,
          ...env,
          ...options.env,
          NODE_OPTIONS: [HASTY, options.env?.['NODE_OPTIONS'] ?? env['NODE_OPTIONS']].join(' ').trim(),
        },
      })
      tokens.add(given.give())
      const name = spoken.join(' ')
      outputs.push([`stdout of ${name}`, finished.stdout], [`stderr of ${name}`, finished.stderr])
      return finished
    },
    async edit(changed) {
      for (const [path, text] of Object.entries(changed)) written.set(path, text)
      await writeFiles(place.folder, changed)
    },
    async leaks() {
      const cage = new Cage([
        ...canaries,
        { name: 'the secret of the app', value: secrets.clientSecret },
        { name: 'the token of a person', value: secrets.userToken },
        ...[...tokens].map((value) => ({ name: 'an access token', value })),
        ...[holder, stranger].map(({ secret }) => ({ name: 'a secret age key', value: secret })),
      ])
      const found = [
        ...outputs,
        ...Object.entries(await readFiles(place.folder)).map(([path, text]): [string, string] => {
          // What HR wrote may stand there, also in the copy of a lock that was made anew; what was added behind it may not.
          const own = written.get(BACKUP.test(path) ? 'rollbook.lock.json' : path) ?? ''
          return [path, text.startsWith(own) ? text.slice(own.length) : text]
        }),
        ...Object.entries(await readFiles(scratch)),
      ]
      return found.flatMap(([name, text]) => cage.escaped(text).map((leak) => `${name}: ${leak}`))
    },
    printed: () => outputs.reduce((sum, [, text]) => sum + text.length, 0),
  }
}

/** Where `lock rebuild` keeps the lock that it replaces, byte for byte. */
const BACKUP = /^\.rollbook\/rollbook\.lock\.[0-9TZ-]+\.json$/

const HASTY = `--import=${join(import.meta.dirname, 'hasty.mjs')}`

/** The arguments that load one of the files beside this one into the program before it starts. */
export function loaded(file: 'quoting.mjs' | 'full.mjs'): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${join(import.meta.dirname, file)}` }
}
