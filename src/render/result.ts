import type { Change, Outcome, Place, Plan, Value } from '../core/model.ts'
import { AlreadyThere } from '../core/recovery.ts'
import { isEntries } from '../core/value.ts'
import { vendorFailure } from './failure.ts'
import { failureText } from './failure-text.ts'
import { type Quarantined, quarantined } from './quarantine.ts'
import type { Nameable } from './sentences/names.ts'
import type { Speech } from './sentences/values.ts'
import { changeSentence, fromKnownNames, speechOf } from './sentences.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** So many of those who wait stand for all of them. */
const few = 5

/** What became of a change, as one word; `pending`: somebody has to accept an invitation first. */
export type Status = 'applied' | 'partial' | 'recovered' | 'failed' | 'pending' | 'skipped'

/** One step as people read it: what became of it, the sentence of the change, and why it was not done. */
export interface StepLine {
  readonly status: Status
  readonly text: string
  readonly place?: Place
  readonly under: readonly string[]
}

/** What an apply came to, in the order in which it is read. */
export interface ResultPage {
  readonly whole: boolean
  readonly counts: string
  readonly failed: readonly StepLine[]
  readonly rest: readonly StepLine[]
  readonly closing: string
}

/** What an apply came to: how much was done, what failed and why, what was left out because of it, what to type. */
export function readResult(
  plan: Nameable,
  outcomes: readonly Outcome[],
  { language, next = 'rollbook apply' }: { readonly language: Language; readonly next?: string },
): ResultPage {
  const speech = speechOf(plan, language)
  const { outcome: words } = speech.words
  const total = plan.changes.length
  const line = stepReader(plan, language)
  const statuses = outcomes.map(statusOf)
  const count = (status: Status) => statuses.filter((found) => found === status).length
  const unstarted = total - outcomes.length
  const applied = outcomes.filter(({ status }) => status === 'applied').length
  const whole = applied === total && count('partial') === 0
  const phrases: readonly (readonly [number, (n: number) => string])[] = [
    [count('partial'), words.partials],
    [count('pending'), words.invited],
    [count('failed'), words.failures],
    [count('skipped'), words.skips],
    [unstarted, words.unstarted],
  ]
  const counts = phrases.flatMap(([n, phrase]) => (n > 0 ? [phrase(n)] : []))
  const reasons = new Map(quarantined(outcomes, language).map((found) => [found.outcome as Outcome, found]))
  const failed = outcomes.filter((outcome) => outcome.status === 'failed')
  const partial = outcomes.filter((outcome) => statusOf(outcome) === 'partial')
  const skipped = outcomes.filter((outcome) => outcome.status === 'skipped')
  const say = saying(plan, speech)
  return {
    whole,
    counts: whole ? words.done(total) : speech.words.clauses([words.partly({ applied, total }), ...counts]),
    failed: failed.map((outcome) => ({
      status: statusOf(outcome),
      text: say(outcome.change),
      ...(outcome.change.place !== undefined && { place: outcome.change.place }),
      under: whyLines(outcome.error, reasons.get(outcome), speech),
    })),
    rest: [...partial, ...skipped].map(line),
    closing: (failed.length > 0 ? words.againAfter : words.again)(next),
  }
}

/** One line for each step of an apply as it ends. */
export function stepReader(plan: Nameable, language: Language): (outcome: Outcome) => StepLine {
  const speech = speechOf(plan, language)
  const say = saying(plan, speech)
  return (outcome) => ({
    status: statusOf(outcome),
    text: sentence(outcome, say, speech),
    ...(outcome.change.place !== undefined && { place: outcome.change.place }),
    under: [],
  })
}

/** The word for what became of a step. */
export function statusWord(status: Status, language: Language): string {
  return wordsOf(language).outcome[status]
}

type Say = (change: Change) => string

/** The sentence of each change of a plan. */
function saying(plan: Pick<Plan, 'changes'>, speech: Speech): Say {
  const fromKnown = fromKnownNames(plan.changes)
  return (change) => changeSentence(fromKnown(change), speech)
}

function statusOf(outcome: Outcome): Status {
  if (outcome.status === 'failed') return outcome.reason === 'invite-pending' ? 'pending' : 'failed'
  if (outcome.status !== 'applied') return outcome.status
  if (outcome.without !== undefined) return 'partial'
  return outcome.recovered ? 'recovered' : 'applied'
}

/** Why a change was not made: in words of its own where it concerns this one alone, else in those of the failure. */
function whyLines(error: Error, held: Quarantined | undefined, { language, words, names }: Speech): string[] {
  const failure = vendorFailure(error)
  const text = failure === null ? undefined : failureText(failure, language)
  if (held === undefined)
    return [text?.what ?? error.message, ...(text?.why ?? []), words.outcome.ended, ...(text?.next ?? [])]
  const waiting = held.waiting.map(names.of)
  return [
    held.message,
    ...(text?.why ?? detailOf(error, words)),
    ...(waiting.length > 0
      ? [words.outcome.waits(words.first(waiting.slice(0, few), Math.max(0, waiting.length - few)))]
      : []),
    words.advice(held.hint),
    ...(text?.next.slice(1) ?? []),
  ]
}

/** What an error of ours adds to its reason. */
function detailOf(error: Error, { outcome, errors, list }: Words): string[] {
  return error instanceof AlreadyThere ? [outcome.ids(list(error.ids))] : [errors.detail(error.message)]
}

function sentence(outcome: Outcome, say: Say, speech: Speech): string {
  const { words, names } = speech
  const done = outcome.status === 'applied' ? reduced(outcome) : outcome.change
  const said = say(done)
  if (outcome.status === 'skipped') return words.clauses([said, words.outcome.because(names.of(outcome.because))])
  if (outcome.status === 'failed') return words.clauses([said, shortly(outcome, speech)])
  if (outcome.without !== undefined)
    return words.clauses([said, words.outcome.without(words.list(outcome.without.map(names.of)))])
  return outcome.recovered ? words.clauses([said, words.recovery.found]) : said
}

function shortly({ error, reason }: Outcome & { readonly status: 'failed' }, { language, words }: Speech): string {
  if (reason !== undefined) return words.reasons[reason].what
  const failure = vendorFailure(error)
  return failure === null ? error.message : failureText(failure, language).reason
}

/** The change as it was written: without what does not exist, as a member of a list or as a value. */
function reduced({ change, without = [] }: Outcome & { readonly status: 'applied' }): Change {
  if (without.length === 0 || change.after === undefined) return change
  const gone = new Set(without.map(({ key }) => key))
  const after = Object.entries(change.after).flatMap(([field, value]): [string, Value][] => {
    if (typeof value === 'string' && gone.has(value))
      return change.before?.[field] === undefined ? [] : [[field, change.before[field]]]
    if (!isEntries(value)) return [[field, value]]
    return [[field, Object.fromEntries(Object.entries(value).filter(([key]) => !gone.has(key)))]]
  })
  return { ...change, after: Object.fromEntries(after) }
}
