import { maskText } from '../core/mask-text.ts'
import { EXIT, UsageError } from './exit.ts'
import { type Session, sessionOf } from './session.ts'
import { doorWords } from './words.ts'

/**
 * Whoever sets NODE_DEBUG has Node and undici print what they send and receive, tokens and mobiles included. It is read
 * before our first line runs, so nothing can be switched off any more: nothing is begun.
 *
 * @throws UsageError where it is set.
 */
export function refuseTracing({ language }: Session): void {
  if (process.env['NODE_DEBUG']) throw new UsageError(doorWords(language).tracing)
}

/** A diagnostic report (`node --report-uncaught-exception`) holds the whole environment, and with it every secret. */
export function writeNoReports(): void {
  const { report } = process
  report.reportOnUncaughtException = false
  report.reportOnFatalError = false
  report.reportOnSignal = false
}

/**
 * What nobody caught ends the run at once, as Node would have it, but not in Node's words: those show an error with
 * everything that it holds.
 */
export function tellCrashes(): void {
  process.on('uncaughtException', (error: unknown) => {
    const { complain, language } = sessionOf({ directory: '', format: 'text', color: false })
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    complain(`${doorWords(language).crashed}\n${maskText(stack)}\n`)
    process.exit(EXIT.error)
  })
}
