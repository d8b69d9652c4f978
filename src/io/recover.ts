import { type Entry, type Journal, lastWrite, openEntries } from '../core/journal.ts'
import { adopt, type Lockfile } from '../core/lockfile.ts'
import type { Ref } from '../core/model.ts'
import { decide, type Finding, RecoveryUndecided, type Undecided } from '../core/recovery.ts'
import type { Saved } from '../core/saved.ts'
import type { AnyKind } from '../kinds/kind.ts'
import { unlessAbsent } from '../kinds/refused.ts'
import { type Looker, look } from './look.ts'

/** What recovery needs besides the journal: the lock as it is, and whether the files still want something. */
export interface RecoverInput extends Looker {
  readonly kinds: readonly AnyKind[]
  readonly journal: Journal
  readonly lock: Lockfile
  readonly wanted: (ref: Ref) => boolean
}

/** What was found out, in the order of the interrupted run, and the lock that knows it. */
export interface Recovery {
  readonly started: string
  readonly findings: readonly Finding[]
  readonly lock: Lockfile
  /** What the next journal has to take along. */
  readonly saved: readonly Saved[]
}

/**
 * Finds out what an interrupted run did, so that the plan begins with what is true. For each create of which the lock
 * knows nothing, DingTalk is asked for its natural key until anything written must be visible; then it waits until the
 * last write must be visible too, because the plan reads everything. Writes nothing.
 *
 * @throws RecoveryUndecided where something fits twice or belongs to another key.
 */
export async function recover(input: RecoverInput): Promise<Recovery> {
  const { journal, lock, kinds, time, lag } = input
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const began = time.now()
  const findings: Finding[] = []
  const undecided: Undecided[] = []
  for (const entry of openEntries(journal)) {
    const { intent } = entry
    const kind = byName.get(intent.kind)
    if (kind === undefined || intent.action !== 'create' || kind.settingOf !== undefined) {
      findings.push({ found: 'compare', intent })
      continue
    }
    const known = lock.resources[intent.kind]?.[intent.key]
    const decided: Finding | Undecided =
      known === undefined
        ? decide(entry, await candidates(input, kind, entry, began), lock, input.wanted(intent))
        : { found: 'made', intent, id: known.id }
    if ('found' in decided) findings.push(decided)
    else undecided.push(decided)
  }
  if (undecided.length > 0) throw new RecoveryUndecided(undecided)
  const left = Math.min(lastWrite(journal), began) + lag - time.now()
  if (left > 0) await time.sleep(left)
  const saved: Saved[] = []
  for (const each of journal.saved) {
    const kind = byName.get(each.kind)
    if (kind === undefined || (await kind.find(input.client, each, {})).length > 0) continue
    saved.push(each)
    const before = findings.findIndex(({ intent }) => intent.kind === each.kind && intent.key === each.key)
    if (before >= 0) findings.splice(before, 1)
    findings.push({ found: 'unmade', intent: { kind: each.kind, key: each.key, action: 'replace' }, lost: each.lost })
  }
  const made = findings.flatMap((finding) => (finding.found === 'made' ? [finding] : []))
  const adoptions = made.map(({ intent: { kind, key }, id }) => ({ ref: { kind, key }, id }))
  const unknown = adoptions.filter(({ ref }) => lock.resources[ref.kind]?.[ref.key] === undefined)
  return { started: journal.header.started, findings, lock: adopt(lock, unknown), saved }
}

/** What fits; nothing where what it was to be made in is gone. */
async function candidates(input: RecoverInput, kind: AnyKind, entry: Entry, began: number) {
  const { intent } = entry
  const since = Math.min(lastWrite({ entries: [entry] }), began)
  return (await unlessAbsent(look(input, kind, intent, intent, since))) ?? []
}
