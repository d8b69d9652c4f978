import { ghosts } from '../commands/ghosts.ts'
import type { Days } from '../core/attendance.ts'
import { renderError } from '../render/error.ts'
import { ghostsCsv, ghostsJson } from '../render/ghosts.ts'
import { ghostWords } from '../render/words/ghosts.ts'
import { attendanceDoorWords } from './attendance-words.ts'
import { EXIT } from './exit.ts'
import { lines } from './lines.ts'
import { connect, interruptible, progressOf, type Session } from './session.ts'

/** `rollbook attendance --ghosts`: who is there and should not be, and what cannot be known of it. */
export async function ghostsDoor(session: Session, days: Days, departments: readonly string[]): Promise<number> {
  const { language } = session
  const words = attendanceDoorWords(language)
  const progress = await progressOf(session)
  const interruption = interruptible(session, words.stopping)
  let calls = 0
  const { client, credential } = await connect(session, () => {
    calls += 1
    progress.update({ label: words.reading, done: calls })
  })
  try {
    const { directory, lang, format } = session.options
    const chosen = { directory, client, credential, days, departments, now: Date.now(), stopped: interruption.stopped }
    const report = await ghosts({ ...chosen, ...(lang !== undefined && { language: lang }) })
    progress.end()
    const code = interruption.code()
    // A report that was broken off would clear people of whom nobody asked.
    if (code !== undefined) return code
    const tell = (error: Error) => renderError(error, { language, verbose: false, color: session.color })
    const message = (error: Error) => renderError(error, { language, verbose: false }).trim()
    await session.stream(format === 'json' ? ghostsJson(report, message) : ghostsCsv(report, language))
    session.note(lines(words.ghosts(report.people, report.leavers, report.ghosts.length), ...words.ghostLimits))
    for (const { what, error } of report.unknown) {
      session.complain(lines(ghostWords(language).unknown[what]))
      session.complain(tell(error))
    }
    return report.unknown.length > 0 ? EXIT.incomplete : EXIT.done
  } finally {
    progress.end()
    interruption.release()
    await client.close()
  }
}
