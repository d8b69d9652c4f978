import { setFlagsFromString } from 'node:v8'
import {
  DirectoryInUse,
  type ImportDraft,
  type Imported,
  importCompany,
  importDraft,
  type PersonalChoice,
} from '../commands/import.ts'
import { IncompleteRead } from '../core/incomplete-read.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { importJson } from '../render/import-json.ts'
import { EXIT } from './exit.ts'
import { importWords } from './import-words.ts'
import { lines } from './lines.ts'
import { connect, progressOf, type Session } from './session.ts'

/** So many of the things that were left out are named; nobody reads more. */
const NAMED = 20

/**
 * An import makes far more garbage than it keeps, and V8 would let several times of what is alive pile up before it looks.
 * It looks as soon as the heap has grown by this many percent, which costs computing of which an import that waits for
 * DingTalk has plenty (docs/benchmark.md).
 */
const HEAP_GROWTH = 25

/** `rollbook import`: a living company as files, and a plan that is empty afterwards. */
export async function importDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { layout, mobiles, contacts, corp, mark } = options as {
    layout: 'department' | 'person'
    mobiles: PersonalChoice
    contacts: PersonalChoice
    corp?: string
    mark?: boolean
  }
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`)
  const { language } = session
  const words = importWords(language)
  const { directory } = session.options
  const progress = await progressOf(session)
  let calls = 0
  let people = 0
  const onCall = () => {
    calls += 1
    // Reading each person takes most of the time, and of them it is known how many there are.
    const read = Math.min((client.stats.calls.getUser ?? 0) + (draft?.used() ?? 0), people)
    if (read > 0) progress.update({ label: words.readingPeople, done: read, total: people })
    else progress.update({ label: words.reading, done: calls })
  }
  let draft: ImportDraft | undefined
  const { client, credential } = await connect(session, onCall, (options) => {
    draft = importDraft(directory, options)
    return draft
  })
  try {
    const chosen = { layout, mobiles, contacts, language, mark: mark === true, ...(corp !== undefined && { corp }) }
    const onMark = (done: number, total: number) => progress.update({ label: words.marking, done, total })
    const onCount = (counted: number) => {
      people = counted
    }
    const imported = await importCompany({
      directory,
      client,
      credential,
      ...chosen,
      onMark,
      onCount,
      ...(draft && { draft }),
    })
    progress.end()
    const used = draft?.used() ?? 0
    if (used > 0) session.note(lines(words.resumed(used)))
    if (session.options.format === 'json') session.print(importJson(imported, directory))
    else report(session, imported, mobiles)
    return EXIT.done
  } catch (error) {
    progress.end()
    if (error instanceof DirectoryInUse) session.complain(lines(words.inUse(error.found), words.inUseNext))
    else if (error instanceof IncompleteRead)
      session.complain(lines(words.incomplete, ...error.gaps.map(words.gap), words.incompleteNext))
    else {
      if (error instanceof DingTalkError && (draft?.held() ?? 0) > 0) session.note(lines(words.resumable))
      throw error
    }
    return EXIT.refused
  } finally {
    await client.close()
  }
}

function report(session: Session, { counts, leftOut, proof, changes, marks }: Imported, mobiles: PersonalChoice): void {
  const words = importWords(session.language)
  const { directory } = session.options
  session.print(lines(words.done(counts, directory), marks === undefined ? words.unchanged : words.marks(marks)))
  session.note(lines(words.proof(proof), ...(mobiles === 'omit' ? [words.mobilesLeftOut] : [])))
  if (leftOut.length > 0) {
    const named = leftOut
      .slice(0, NAMED)
      .map(
        ({ ref, field, why, message }) =>
          `  ${ref.kind} ${ref.key}${field === undefined ? '' : ` ${field}`}: ${message ?? words.why[why]}`,
      )
    const more = leftOut.length > NAMED ? [`  ${words.more(leftOut.length - NAMED)}`] : []
    session.note(lines(words.leftOut(leftOut.length), ...named, ...more))
  }
  const folder = directory === 'directory' ? '' : ` -d ${directory}`
  session.note(lines(changes.length === 0 ? words.empty : words.notEmpty(changes.length), `  rollbook plan${folder}`))
}
