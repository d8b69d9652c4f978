import type { Server } from 'node:http'
import { CompanyDissolved, type WatchStatus, watch } from '../commands/watch.ts'
import type { PullBranch } from '../commands/watch-pull.ts'
import { systemClock } from '../dingtalk/clock.ts'
import { callbackSecretsFromEnvironment } from '../dingtalk/environment.ts'
import { type Address, addressText, parseAddress } from '../events/address.ts'
import { type Health, serveHealth } from '../events/health.ts'
import { renderWatchReport, watchJson } from '../render/watch.ts'
import { EXIT, UsageError } from './exit.ts'
import { connect, type Session } from './session.ts'
import { unusableBranch, watchLog } from './watch-log.ts'
import { watchWords } from './watch-words.ts'

/** Comparisons that fail in a row before the process counts as not ready: one lost answer is no trouble. */
const UNREADY = 3

/** `rollbook watch`: follows a company until it is stopped. */
export async function watchDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const words = watchWords(session.language)
  const settle = Number(options['settle'])
  if (!Number.isInteger(settle) || settle < 0 || settle > 600) throw new UsageError(words.badSettle)
  const health = addressIn(session, '--health', options['health'])
  const address = addressIn(session, '--http', options['http'])
  const pull = pullIn(session, options)
  const http = address && { address, ...callbackSecretsFromEnvironment(process.env) }
  const stop = new AbortController()
  const signalled = signals(session, stop)
  const { client, credential } = await connect(session)
  const clock = systemClock(stop.signal)
  const log = watchLog(session, Date.now)
  const { directory, lang, format } = session.options
  let server: Server | undefined
  let status: WatchStatus | undefined
  try {
    if (health !== undefined) {
      server = await listening(session, '--health', health, () => healthOf(status, clock.now()))
      session.note(`${words.health(addressText({ ...health, port: portOf(server) }))}\n`)
    }
    session.note(`${words.started(directory)}\n`)
    await watch({
      directory,
      client,
      credential,
      clock,
      time: Date.now,
      signal: stop.signal,
      settle: settle * 1000,
      ...(http !== undefined && { http }),
      ...(pull !== undefined && { pull }),
      ...(lang !== undefined && { language: lang }),
      onNote: log,
      onStatus(made) {
        status = made
      },
      async onReport(report) {
        session.print(format === 'json' ? watchJson(report) : renderWatchReport(report, session.language))
      },
    })
    return signalled.code() ?? EXIT.done
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException
    if (address !== undefined && syscall === 'listen')
      throw new UsageError(words.inUse('--http', addressText(address), code))
    const unusable = unusableBranch(error, session.language)
    if (unusable !== null) throw new UsageError(unusable)
    if (!(error instanceof CompanyDissolved)) throw error
    session.complain(`${words.dissolved}\n`)
    return EXIT.error
  } finally {
    stop.abort()
    signalled.release()
    server?.close()
    await client.close()
  }
}

/** The first signal lets what is under way be kept; a second one ends at once. */
function signals(session: Session, stop: AbortController) {
  let code: number | undefined
  const on = (asked: number) => () => {
    if (code !== undefined) process.exit(asked)
    code = asked
    session.note(`${watchWords(session.language).stopping}\n`)
    stop.abort()
  }
  const handlers = { SIGINT: on(EXIT.interrupted), SIGTERM: on(EXIT.terminated) } as const
  process.on('SIGINT', handlers.SIGINT)
  process.on('SIGTERM', handlers.SIGTERM)
  return {
    code: () => code,
    release() {
      process.off('SIGINT', handlers.SIGINT)
      process.off('SIGTERM', handlers.SIGTERM)
    },
  }
}

/** The branch that changes go to, `rollbook/watch` where none is named. */
function pullIn(session: Session, { pull, adopt }: Record<string, unknown>): PullBranch | undefined {
  if (pull === undefined && adopt === true) throw new UsageError(watchWords(session.language).adoptWhat)
  if (pull === undefined) return undefined
  return { branch: typeof pull === 'string' ? pull : 'rollbook/watch', adopt: adopt === true }
}

function addressIn(session: Session, option: string, text: unknown): Address | undefined {
  if (typeof text !== 'string') return undefined
  const address = parseAddress(text)
  if (address === null) throw new UsageError(watchWords(session.language).badAddress(option, text))
  return address
}

async function listening(session: Session, option: string, address: Address, health: () => Health): Promise<Server> {
  try {
    return await serveHealth(address, health)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new UsageError(watchWords(session.language).inUse(option, addressText(address), code))
  }
}

function healthOf(status: WatchStatus | undefined, now: number): Health {
  const since = (time: number | null | undefined) => (time == null ? null : Math.round((now - time) / 1000))
  const { connected = false, waiting = 0, failures = 0 } = status ?? {}
  return {
    ready: connected && failures < UNREADY,
    connected,
    waiting,
    failures,
    secondsSince: {
      frame: since(status?.lastFrame),
      event: since(status?.lastEvent),
      read: since(status?.lastRead),
      fullRead: since(status?.lastFullRead),
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
