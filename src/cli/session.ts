import type { Client, ClientEvent, ClientOptions, KeptAnswers } from '../dingtalk/client.ts'
import { forActionLog, forOutput } from '../render/escape.ts'
import type { Progress } from '../render/progress.ts'
import type { Language } from '../render/words.ts'

/** Options that every command takes. */
export interface CommonOptions {
  readonly directory: string
  readonly format: 'text' | 'json' | 'markdown' | 'html' | 'csv'
  readonly lang?: Language
  readonly color: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** What a door works with: where to print, how, and what the environment says. The only reader of `process`. */
export interface Session {
  readonly options: CommonOptions
  readonly color: boolean
  readonly width: number
  /** Language of messages that no file decides. */
  readonly language: Language
  readonly interactive: boolean
  /** What was asked for, on stdout. */
  print(text: string): void
  /** A part of a long table or document, escaped cell by cell, as it is; fulfilled once there is room for the next one. */
  stream(part: string): Promise<void>
  /** What goes along with it, on stderr, unless notes are not wanted. */
  note(text: string): void
  /** What went wrong, on stderr, wanted or not. */
  complain(text: string): void
}

/** The session of one command line. */
export function sessionOf(options: CommonOptions): Session {
  const { env, stdout, stderr } = process
  const harmless = harmlessIn(env)
  return {
    options,
    color: wantsColor(options, stdout.isTTY),
    width: stdout.columns ?? 100,
    language: options.lang ?? localeLanguage(env),
    interactive: process.stdin.isTTY === true && stderr.isTTY === true,
    print: (text) => void stdout.write(harmless(text)),
    stream: (part) => written(env['GITHUB_ACTIONS'] === 'true' ? forActionLog(part) : part),
    note: (text) => void (options.quiet || stderr.write(harmless(text))),
    complain: (text) => void stderr.write(harmless(text)),
  }
}

/** The last look at every text of ours; inside GitHub Actions the runner reads along, on both streams. */
export function harmlessIn(env: NodeJS.ProcessEnv): (text: string) => string {
  return env['GITHUB_ACTIONS'] === 'true' ? (text) => forActionLog(forOutput(text)) : forOutput
}

/** On stdout, when it can take it. A reader that has gone away takes everything. */
async function written(part: string): Promise<void> {
  const { stdout } = process
  if (stdout.write(part)) return
  await new Promise<void>((resolve) => {
    const events = ['drain', 'error', 'close'] as const
    const done = () => {
      for (const event of events) stdout.off(event, done)
      resolve()
    }
    for (const event of events) stdout.once(event, done)
  })
}

function wantsColor(options: CommonOptions, terminal: boolean): boolean {
  const { env } = process
  if (!options.color) return false
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true
  return terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}

function localeLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return locale.startsWith('zh') ? 'zh' : 'en'
}

/** Progress on stderr, in the session's way. */
export async function progressOf(session: Session): Promise<Progress> {
  const { progress } = await import('../render/progress.ts')
  const terminal = process.stderr.isTTY === true
  return progress({
    // On a terminal the line that changes moves the cursor; it is made of our own words and numbers.
    write: (text) => void process.stderr.write(terminal ? text : harmlessIn(process.env)(text)),
    now: Date.now,
    language: session.language,
    terminal,
    quiet: session.options.quiet === true,
    ...(process.stderr.columns !== undefined && { width: process.stderr.columns }),
  })
}

/**
 * A client from the environment, with its credential; the caller closes it. `onCall` hears of every finished call; `keeping`
 * makes the memory of its answers, where a command has one.
 */
export async function connect(
  session: Session,
  onCall: () => void = () => {},
  keeping?: (options: ClientOptions) => KeptAnswers,
) {
  const [{ Client }, { clientOptionsFromEnvironment }] = await Promise.all([
    import('../dingtalk/client.ts'),
    import('../dingtalk/environment.ts'),
  ])
  const options = clientOptionsFromEnvironment(process.env)
  const client: Client = new Client({
    ...options,
    ...(keeping && { kept: keeping(options) }),
    onEvent(event) {
      if (event.type === 'finished') onCall()
      noteCall(session, event)
    },
  })
  return { client, credential: { clientId: options.clientId, clientSecret: options.clientSecret } }
}

/** What the client does, as one line on stderr, with `--verbose`. */
export function noteCall(session: Session, event: ClientEvent): void {
  if (!session.options.verbose) return
  const detail =
    event.type === 'finished'
      ? `${event.status} ${Math.round(event.milliseconds)} ms${event.code === undefined ? '' : ` ${event.code}`}`
      : `${event.type} ${event.code}`
  session.note(`${event.operation} ${detail}\n`)
}

/** Asks on the terminal; only a written `yes` counts. Ctrl-C is a signal like any other, and Ctrl-D is a no. */
export async function confirmed(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new AbortController()
  terminal.once('close', () => ended.abort())
  terminal.once('SIGINT', () => {
    // The terminal is in raw mode while we ask, so no signal comes by itself.
    if (!process.emit('SIGINT', 'SIGINT')) process.kill(process.pid, 'SIGINT')
    ended.abort()
  })
  try {
    return (
      (await terminal.question(harmlessIn(process.env)(question), { signal: ended.signal })).trim().toLowerCase() ===
      'yes'
    )
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
    return false
  } finally {
    terminal.close()
  }
}

/**
 * Counts Ctrl-C and a polite kill. The first lets the call in flight finish and be recorded; a second one ends at once.
 * `code` is the exit code that the signal asks for.
 */
export function interruptible(session: Session, message: string) {
  let code: 130 | 143 | undefined
  const on = (signal: 'SIGINT' | 'SIGTERM') => () => {
    const asked = signal === 'SIGINT' ? 130 : 143
    if (code !== undefined) process.exit(asked)
    code = asked
    session.note(`\n${message}\n`)
  }
  const handlers = { SIGINT: on('SIGINT'), SIGTERM: on('SIGTERM') } as const
  process.on('SIGINT', handlers.SIGINT)
  process.on('SIGTERM', handlers.SIGTERM)
  return {
    stopped: () => code !== undefined,
    code: () => code,
    release() {
      process.off('SIGINT', handlers.SIGINT)
      process.off('SIGTERM', handlers.SIGTERM)
    },
  }
}
