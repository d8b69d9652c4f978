import type { Change, Outcome, Plan, Ref, Value } from '../core/model.ts'
import { AlreadyThere } from '../core/recovery.ts'
import { isEntries } from '../core/value.ts'
import { type Palette, palette } from './color.ts'
import { forTerminal } from './escape.ts'
import { vendorFailure } from './failure.ts'
import { failureText } from './failure-text.ts'
import type { Speech } from './sentences/values.ts'
import { changeSentence, fromKnownNames, speechOf } from './sentences.ts'
import type { Language } from './words.ts'

export interface OutcomeOptions {
  readonly language: Language
  readonly color: boolean
  /** The command that goes on with the rest; `rollbook apply` when left out. */
  readonly next?: string
}

/** One line for each step of an apply as it ends: `[3/17] 完成 李雷 从 销售部 调到 市场部`. */
export function stepLines(
  plan: Pick<Plan, 'names' | 'changes'>,
  options: OutcomeOptions,
): (outcome: Outcome, done: number) => string {
  const speech = speechOf(plan, options.language)
  const say = saying(plan, speech)
  const paint = palette(options.color)
  const total = plan.changes.length
  return (outcome, done) => {
    const count = paint.dim(`[${String(done).padStart(String(total).length)}/${total}]`)
    return `${count} ${status(outcome, speech, paint)} ${forTerminal(sentence(outcome, say, speech))}`
  }
}

/** What an apply came to: how much was done, what failed and why, what was left out because of it, what to type. */
export function renderOutcome(
  plan: Pick<Plan, 'names' | 'changes'>,
  outcomes: readonly Outcome[],
  options: OutcomeOptions,
): string {
  const speech = speechOf(plan, options.language)
  const say = saying(plan, speech)
  const paint = palette(options.color)
  const { outcome: words } = speech.words
  const total = plan.changes.length
  if (total === 0) return `${words.nothing}\n`
  const applied = outcomes.filter((outcome) => outcome.status === 'applied')
  const failed = outcomes.filter((outcome) => outcome.status === 'failed')
  const skipped = outcomes.filter((outcome) => outcome.status === 'skipped')
  const partial = applied.filter((outcome) => outcome.without !== undefined)
  const unstarted = total - outcomes.length
  if (applied.length === total && partial.length === 0) return `${paint.added(words.done(total))}\n`
  const counts = [
    words.partly({ applied: applied.length, total }),
    ...(partial.length > 0 ? [words.partials(partial.length)] : []),
    ...(failed.length > 0 ? [words.failures(failed.length)] : []),
    ...(skipped.length > 0 ? [words.skips(skipped.length)] : []),
    ...(unstarted > 0 ? [words.unstarted(unstarted)] : []),
  ]
  const blocks = [
    [paint.warning(paint.bold(speech.words.clauses(counts)))],
    ...failed.map((outcome) => failedLines(outcome, say, speech, paint)),
    [...partial, ...skipped].map(
      (outcome) => `${status(outcome, speech, paint)} ${forTerminal(sentence(outcome, say, speech))}`,
    ),
    [forTerminal((failed.length > 0 ? words.againAfter : words.again)(options.next ?? 'rollbook apply'))],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

type Say = (change: Change) => string

/** The sentence of each change of a plan. */
function saying(plan: Pick<Plan, 'changes'>, speech: Speech): Say {
  const fromKnown = fromKnownNames(plan.changes)
  return (change) => changeSentence(fromKnown(change), speech)
}

function failedLines(outcome: Outcome & { status: 'failed' }, say: Say, speech: Speech, paint: Palette): string[] {
  const head = `${status(outcome, speech, paint)} ${forTerminal(say(outcome.change))}`
  if (outcome.error instanceof AlreadyThere) {
    const { words } = speech
    const { alreadyThere, alreadyThereNext } = words.recovery
    const lines = [alreadyThere(words.list(outcome.error.ids)), words.advice(alreadyThereNext)]
    return [head, ...lines.map((line) => `  ${forTerminal(line)}`)]
  }
  const failure = vendorFailure(outcome.error)
  if (failure === null) return [head, `  ${forTerminal(outcome.error.message)}`]
  const { what, why, next } = failureText(failure, speech.language)
  return [head, ...[what, ...why, ...next].map((line) => `  ${forTerminal(line)}`)]
}

function status(outcome: Outcome, { words }: Speech, paint: Palette): string {
  const { status } = outcome
  if (status === 'applied' && outcome.without !== undefined) return paint.warning(words.outcome.partial)
  if (status === 'applied' && outcome.recovered) return paint.added(words.outcome.recovered)
  const color = { applied: paint.added, failed: paint.danger, skipped: paint.warning }[status]
  return color(words.outcome[status])
}

function sentence(outcome: Outcome, say: Say, speech: Speech): string {
  const { words, names } = speech
  const done = outcome.status === 'applied' ? reduced(outcome.change, outcome.without ?? []) : outcome.change
  const said = say(done)
  if (outcome.status === 'skipped') return words.clauses([said, words.outcome.because(names.of(outcome.because))])
  if (outcome.status === 'applied' && outcome.without !== undefined)
    return words.clauses([said, words.outcome.without(words.list(outcome.without.map(names.of)))])
  if (outcome.status === 'applied' && outcome.recovered) return words.clauses([said, words.recovery.found])
  if (outcome.status === 'failed' && outcome.error instanceof AlreadyThere)
    return words.clauses([said, words.recovery.alreadyThere(words.list(outcome.error.ids))])
  if (outcome.status === 'failed') {
    const failure = vendorFailure(outcome.error)
    const reason = failure === null ? outcome.error.message : failureText(failure, speech.language).reason
    return words.clauses([said, reason])
  }
  return said
}

/** The change as it was written: without what does not exist, as a member of a list or as a value. */
function reduced(change: Change, without: readonly Ref[]): Change {
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
