import { doctor } from '../commands/doctor.ts'
import { doctorJson, doctorMarkdown, renderDoctor } from '../render/doctor.ts'
import { wordsOf } from '../render/words.ts'
import { EXIT } from './exit.ts'
import { noteCall, progressOf, type Session } from './session.ts'

/** `rollbook doctor`: what works and what does not, each with what to do; 1 where something is broken. */
export async function doctorDoor(session: Session): Promise<number> {
  const { directory, format, lang } = session.options
  const progress = await progressOf(session)
  const label = wordsOf(session.language).doctor.examining
  let calls = 0
  const { diagnosis, language } = await doctor({
    directory,
    environment: process.env,
    node: process.versions.node,
    now: Date.now,
    onEvent(event) {
      if (event.type === 'finished') progress.update({ label, done: ++calls })
      noteCall(session, event)
    },
  })
  progress.end()
  const folder = directory === 'directory' ? '' : ` -d ${directory}`
  const options = {
    language: lang ?? language,
    color: session.color,
    next: `rollbook plan${folder}`,
    again: `rollbook doctor${folder}`,
  }
  if (format === 'json') session.print(doctorJson(diagnosis, options))
  else session.print(format === 'markdown' ? doctorMarkdown(diagnosis, options) : renderDoctor(diagnosis, options))
  return diagnosis.healthy ? EXIT.done : EXIT.error
}
