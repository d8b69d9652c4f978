import { type PulledOver, pull } from '../commands/pull.ts'
import { conflictChanges } from '../core/drift-changes.ts'
import type { Place } from '../core/model.ts'
import type { PulledThing } from '../core/pull-report.ts'
import { pullJson } from '../render/pull-json.ts'
import { changeSentence, speechOf } from '../render/sentences.ts'
import { fieldWords } from '../render/words/fields.ts'
import { EXIT } from './exit.ts'
import { lines } from './lines.ts'
import { withDingTalk } from './plan.ts'
import { optionOf, refusalLines } from './pull-refused.ts'
import { pullWords } from './pull-words.ts'
import type { Session } from './session.ts'

/** `rollbook pull`: what was changed in DingTalk, taken over into the files. */
export async function pullDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { only, adopt, take, base, dryRun } = options as {
    only?: string[]
    adopt?: boolean
    take?: 'dingtalk' | 'files'
    base?: string
    dryRun?: boolean
  }
  const { lang } = session.options
  const chosen = {
    ...(only !== undefined && { only }),
    ...(take !== undefined && { take }),
    ...(base !== undefined && { base }),
    adopt: adopt === true,
    dryRun: dryRun === true,
  }
  try {
    const done = await withDingTalk(session, ({ directory, client, credential }) =>
      pull({ directory, client, credential, ...(lang !== undefined && { language: lang }), ...chosen }),
    )
    if (session.options.format === 'json') session.print(pullJson(done))
    else report(session, done, dryRun === true)
    const open = done.notTaken.length + (take === 'files' ? 0 : done.conflicts.length)
    return open > 0 ? EXIT.changes : EXIT.done
  } catch (error) {
    return refusal(session, error)
  }
}

function report(session: Session, done: PulledOver, dryRun: boolean): void {
  const language = session.options.lang ?? done.language
  const words = pullWords(language)
  const speech = speechOf(done.plan, language)
  const { taken, conflicts, notTaken, intended, unmanaged, same, files, changes, base } = done
  const sentence = ({ what, change, ref }: PulledThing): string => {
    if (what === 'removed') return words.removed(speech.names.of(ref))
    return what === 'added' ? words.added(changeSentence(change, speech)) : changeSentence(change, speech)
  }
  const heading = dryRun ? words.wouldTake : words.taken
  say(session, [
    taken.length === 0 ? words.nothing : heading(taken.length, files.length),
    ...taken.map((thing) => `  ${at(thing.place)}${sentence(thing)}`),
    ...(taken.length === 0 ? [] : [words.inDingTalk]),
  ])
  if (base.from === 'none') note(session, [words.noBase])
  if (conflicts.length > 0)
    say(session, [
      words.conflicts(conflicts.length),
      ...conflicts.flatMap((difference) => {
        const { console, files: stated } = conflictChanges(difference)
        return [
          `  ${at(difference.place)}${speech.names.of(difference.ref)}`,
          `    ${console === undefined ? words.conflictUnknown : words.conflictDingTalk(changeSentence(console, speech))}`,
          ...(stated === undefined ? [] : [`    ${words.conflictFiles(changeSentence(stated, speech))}`]),
        ]
      }),
      words.conflictNext,
    ])
  if (notTaken.length > 0)
    say(session, [
      words.notTaken(notTaken.length),
      ...notTaken.map(({ ref, why, field, names, problem }) => {
        const which = field === undefined ? '' : ` ${fieldWords(ref.kind, field)[language]}`
        const more = problem ? `${at(problem)}${problem.message}` : names && optionOf(names)
        return `  ${speech.names.of(ref)}${which}: ${words.why[why]}${more === undefined ? '' : words.names(more)}`
      }),
      ...(notTaken.some(({ why }) => why === 'unnamed') ? [words.adoptNext] : []),
    ])
  note(session, [
    ...(intended.length > 0 ? [words.intended(intended.length)] : []),
    ...(unmanaged.length > 0 ? [words.unmanaged(unmanaged.length)] : []),
    ...(same.length > 0 ? [words.same(same.join(', '))] : []),
    changes === 0 ? words.empty : words.left(changes),
  ])
}

/** A file and its line, as editors and terminals open it. */
function at(place: Place | undefined): string {
  return place === undefined ? '' : `${place.file}:${place.line}  `
}

function refusal(session: Session, error: unknown): number {
  const why = refusalLines(error, session.language)
  if (why === null) throw error
  complain(session, why)
  return EXIT.refused
}

const say = (session: Session, texts: readonly string[]) => session.print(lines(...texts))
const note = (session: Session, texts: readonly string[]) => session.note(lines(...texts))
const complain = (session: Session, texts: readonly string[]) => session.complain(lines(...texts))
