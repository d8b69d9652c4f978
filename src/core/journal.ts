import { createHash } from 'node:crypto'
import { type Action, type Change, placeKey, type Ref } from './model.ts'
import { planHash } from './plan.ts'
import type { Saved } from './saved.ts'
import { isObject } from './value.ts'

/**
 * The journal of a run: what was about to be written, noted before the call, and what came of it, noted before the next
 * one. A create cannot be repeated blindly and DingTalk gives out the ids, so a process that dies between a call and the
 * lock would leave a department that nobody knows. The next run reads here what to look for. The journal is a help and
 * not the proof: without it, marker, parent and name, and userid still tell (`core/identify.ts`). It is one JSON object
 * a line, and holds keys, ids and names of departments and roles; of a person the userid, and while one is replaced
 * what only DingTalk knew and is not personal.
 */

/** Where a create put its resource, and under which name: how it is found again without its id. */
export interface NaturalKey {
  /** The DingTalk id of what it is in: a parent department, a role group. */
  readonly parent?: string
  readonly name?: string
}

/** The first line. `changes` holds a digest of each change, in order; times are ISO 8601 in UTC. */
export interface Header {
  readonly type: 'run'
  readonly format: typeof JOURNAL_FORMAT
  readonly corp: string | null
  readonly plan: string
  readonly changes: readonly string[]
  readonly started: string
}

/** Written before the first call of a change; `step` is its position in the plan, counted from 1. */
export interface Intent extends Ref, NaturalKey {
  readonly type: 'intent'
  readonly step: number
  readonly action: Action
  readonly time: string
}

/** Written when the answer is known, before the lock is. `unclear`: it may have been made all the same. */
export interface Result {
  readonly type: 'result'
  readonly step: number
  readonly status: 'applied' | 'failed'
  readonly id?: string
  readonly code?: string
  readonly unclear?: true
  readonly time: string
}

/** Written once the lock holds the result. */
export interface Recorded {
  readonly type: 'recorded'
  readonly step: number
}

export type JournalLine = Header | Intent | Result | Recorded | Saved

/** One change of a journal, with as much as is known of it. */
export interface Entry {
  readonly intent: Intent
  readonly result?: Result
  readonly recorded: boolean
}

/** A journal as read: a run and its changes, in order. */
export interface Journal {
  readonly header: Header
  readonly entries: readonly Entry[]
  /** What only the journal may know, because a replacement was begun and is not known to have ended. */
  readonly saved: readonly Saved[]
}

export const JOURNAL_FORMAT = 'rollbook.journal/1'

/** Where it stands in a directory. */
export const JOURNAL_PATH = '.rollbook/journal.jsonl'

/** The journal's text is not one that Rollbook wrote; `line` is counted from 1. */
export class JournalInvalid extends Error {
  override name = 'JournalInvalid'
  readonly line: number

  constructor(line: number) {
    super(`line ${line} is not one that Rollbook wrote`)
    this.line = line
  }
}

/** The header of a run that begins. */
export function headerOf(corp: string | null, plan: string, changes: readonly Change[], started: string): Header {
  return { type: 'run', format: JOURNAL_FORMAT, corp, plan, changes: changes.map(changeDigest), started }
}

/** Tells a change by its contents, wherever it stands in a plan; personal values enter it masked. */
export function changeDigest(change: Change): string {
  return createHash('sha256')
    .update(planHash([change]))
    .digest('hex')
    .slice(0, 16)
}

/** One line, with its end. */
export function journalLine(line: JournalLine): string {
  return `${JSON.stringify(line)}\n`
}

/**
 * The journal from its text; null where not even the first line is whole, so that nothing was begun. A last line without
 * an end is passed over: nothing is sent before its intent is on the disk, and a result that is lost is looked up.
 *
 * @throws JournalInvalid for any other line that is not of the format, or out of order.
 */
export function parseJournal(text: string): Journal | null {
  const lines = text.split('\n').slice(0, -1)
  let header: Header | undefined
  const entries = new Map<number, Entry>()
  const saved = new Map<string, Saved>()
  for (const [index, source] of lines.entries()) {
    const line = lineOf(source)
    if (line === undefined || (line.type === 'run') !== (index === 0)) throw new JournalInvalid(index + 1)
    if (line.type === 'run') header = line
    else if (line.type === 'saved') saved.set(placeKey(line), line)
    else if (line.type === 'intent') {
      if (entries.has(line.step)) throw new JournalInvalid(index + 1)
      entries.set(line.step, { intent: line, recorded: false })
    } else {
      const known = entries.get(line.step)
      if (known === undefined) throw new JournalInvalid(index + 1)
      if (line.type === 'result' && isOver(known.intent, line)) saved.delete(placeKey(known.intent))
      entries.set(line.step, line.type === 'result' ? { ...known, result: line } : { ...known, recorded: true })
    }
  }
  return header === undefined ? null : { header, entries: [...entries.values()], saved: [...saved.values()] }
}

/** Whether somebody whose replacement was begun is surely there: made again, or not deleted at all. */
function isOver({ action }: Intent, { status, id, unclear }: Result): boolean {
  if (action !== 'create' && action !== 'replace') return false
  return status === 'applied' || (action === 'replace' && id === undefined && unclear === undefined)
}

/**
 * What a run that ended left open: changes of which it is not certain that DingTalk, lock and journal agree. A refused
 * change left nothing; one that is in the lock needs nothing.
 */
export function openEntries({ entries }: Journal): readonly Entry[] {
  return entries.filter(({ result, recorded }) => {
    if (result === undefined) return true
    return result.id === undefined ? result.unclear === true : !recorded
  })
}

/** Of how many resources it is not certain that all is well: what is open, and what is saved and not made again. */
export function openCount(journal: Journal): number {
  const refs = [...openEntries(journal).map(({ intent }) => intent), ...journal.saved]
  return new Set(refs.map((ref) => placeKey(ref))).size
}

/**
 * When DingTalk may last have been written to, in Unix milliseconds; Infinity where a change has no answer, because its
 * calls were under way until the process died, and nobody knows when that was.
 */
export function lastWrite({ entries }: { readonly entries: readonly Entry[] }): number {
  return Math.max(
    0,
    ...entries.map(({ result }) => (result === undefined ? Number.POSITIVE_INFINITY : Date.parse(result.time))),
  )
}

function lineOf(source: string): JournalLine | undefined {
  let line: unknown
  try {
    line = JSON.parse(source)
  } catch {
    return undefined
  }
  if (typeof line !== 'object' || line === null) return undefined
  const {
    type,
    format,
    plan,
    changes,
    started,
    corp,
    step,
    action,
    kind,
    key,
    parent,
    name,
    time,
    status,
    id,
    code,
    fields,
    lost,
  } = line as Record<string, unknown>
  const text = (value: unknown) => typeof value === 'string'
  const maybe = (value: unknown) => value === undefined || text(value)
  const timed = text(time) && !Number.isNaN(Date.parse(String(time)))
  const fits = {
    run: () =>
      format === JOURNAL_FORMAT &&
      (corp === null || text(corp)) &&
      text(plan) &&
      text(started) &&
      Array.isArray(changes) &&
      changes.every(text),
    intent: () => isStep(step) && isAction(action) && text(kind) && text(key) && maybe(parent) && maybe(name) && timed,
    result: () => isStep(step) && (status === 'applied' || status === 'failed') && maybe(id) && maybe(code) && timed,
    recorded: () => isStep(step),
    saved: () => text(kind) && text(key) && isObject(fields) && Array.isArray(lost) && lost.every(text),
  }
  const known = typeof type === 'string' && Object.hasOwn(fits, type) && fits[type as keyof typeof fits]()
  return known ? (line as JournalLine) : undefined
}

function isStep(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isAction(value: unknown): boolean {
  return ['create', 'update', 'move', 'replace', 'delete'].includes(String(value))
}
