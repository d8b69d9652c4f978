import { maskText } from '../core/mask-text.ts'
import type { Plan, Ref } from '../core/model.ts'
import type { PulledThing } from '../core/pull-report.ts'
import type { Attributed } from '../core/watch.ts'
import { forCommit } from './escape.ts'
import { changeSentence, speechOf } from './sentences.ts'
import { minuteInChina, moment } from './watch.ts'
import { pullMessageWords } from './words/pull-message.ts'
import { watchReportWords } from './words/watch.ts'
import type { Language } from './words.ts'

/** What a commit of a watcher holds. */
export interface PullMessage {
  readonly things: readonly PulledThing[]
  readonly attributed: (ref: Ref) => Attributed
  /** The plan that names what is told. */
  readonly plan: Pick<Plan, 'names' | 'around' | 'changes'>
}

/** So many characters has a subject that every program shows whole; so many things are told one by one. */
const [SUBJECT, MOST] = [72, 200]

/**
 * The message of a commit: what was changed in DingTalk and who did it, as far as events told it. Its last paragraph has
 * a line for each thing, for machines; it ends with a line break, so that more such lines may follow.
 */
export function pullMessage({ things, attributed, plan }: PullMessage, language: Language): string {
  const words = pullMessageWords(language)
  const speech = speechOf({ ...plan, changes: things.map(({ change }) => change) }, language)
  const told = things.map((thing) => {
    const { by, at } = attributed(thing.ref)
    const who = by === null ? null : watchReportWords(language).operator(by)
    return { thing, sentence: changeSentence(thing.change, speech), who, name: by?.name ?? who, by, at }
  })
  const [first, ...more] = told
  const names = [...new Set(told.flatMap(({ name }) => name ?? []))].join(words.and)
  const subject = () => {
    if (first === undefined) return words.same
    return more.length > 0 ? words.many(told.length, names) : words.subject(first.sentence)
  }
  const listed = told.slice(0, MOST)
  const rest = told.length - listed.length
  const lines = listed.flatMap(({ sentence, who, at }) => {
    const author = words.by(who, at === null ? null : minuteInChina(at))
    return [`- ${sentence}`, ...(author === '' ? [] : [`  ${author}`])]
  })
  const trailers = listed.map(({ thing: { ref }, by, at }) => {
    const time = at === null ? null : moment(at)
    const facts = [`${ref.kind}/${ref.key}`, by && `by ${by.userid}`, time && `at ${time}`]
    return `Rollbook-Changed: ${facts.filter(Boolean).join(' ')}`
  })
  const text = [
    cut(forCommit(subject())),
    '',
    forCommit(words.body),
    '',
    ...lines.map(forCommit),
    ...(rest > 0 ? [forCommit(`- ${words.more(rest)}`)] : []),
    ...(lines.length > 0 ? [''] : []),
    ...trailers.map(forCommit),
  ]
  return maskText(`${text.join('\n')}\n`)
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= SUBJECT ? text : `${characters.slice(0, SUBJECT - 1).join('')}…`
}
