import { estimateCost } from '../core/cost.ts'
import type { Change, Place, Plan } from '../core/model.ts'
import { placeKey } from '../core/model.ts'
import { countPhrases } from './counts.ts'
import { duration } from './duration.ts'
import { approvalOf } from './sentences/approval.ts'
import { fieldPhrases, fieldsOf, initialPhrases } from './sentences/changes.ts'
import { departmentFacts, isMarkOnly } from './sentences/department.ts'
import { type Fact, type SectionId, sectionOrder } from './sentences/fact.ts'
import { groupOf } from './sentences/group.ts'
import { type Nameable, namer } from './sentences/names.ts'
import { personFacts } from './sentences/person.ts'
import { proofLines } from './sentences/proof.ts'
import { roleFacts } from './sentences/role.ts'
import { sideSections } from './sentences/sides.ts'
import type { Speech } from './sentences/values.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/**
 * A plan as sentences. People read what happens to people and departments, so the unit here is not the change but
 * what it means: one change of a department can rename it, hide it and give it a head, and these stand far apart in
 * the order of risk. Text and Markdown only print what this file says; nothing is escaped here yet.
 */

/**
 * One sentence, with what belongs under it. `group` is the path of the department it is counted under where the list is
 * too long; `aside` is for those who want the exact words.
 */
export interface Line {
  readonly text: string
  readonly place?: Place
  readonly group?: string
  readonly under?: readonly string[]
  readonly aside?: readonly string[]
}

export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly note?: string
  readonly lines: readonly Line[]
}

/** A whole plan, in the order in which it is read. */
export interface Page {
  readonly title: string
  readonly counts: readonly string[]
  /** How much of DingTalk the plan was compared with; `read` where that was any. */
  readonly basis: string
  readonly read: boolean
  /** What must be known before anything else: that the plan was stopped, or that nothing changes. */
  readonly state: readonly string[]
  readonly sections: readonly Section[]
  /** The file that would let the plan through this once, where one would; without `yaml`, only where it is found. */
  readonly approval?: {
    readonly title: string
    readonly text: string
    readonly yaml?: string
    readonly tooLong: string
  }
  readonly proof: readonly string[]
  readonly closing: readonly string[]
}

/**
 * What the caller knows of the run: calls to DingTalk in a second, and either the command that comes next, if one does,
 * or that the plan is reviewed and a merge applies it.
 */
export interface Outlook {
  readonly rate?: number
  readonly next?: string
  readonly review?: boolean
}

/** The page of a plan. */
export function readPlan(plan: Plan, language: Language, outlook: Outlook = {}): Page {
  const speech = speechOf(plan, language)
  const { words } = speech
  const changed = changeSections(plan, speech)
  const sections = [...changed, ...sideSections(plan, speech)]
    .filter((section) => section.lines.length > 0)
    .sort((a, b) => sectionOrder.indexOf(a.id) - sectionOrder.indexOf(b.id))
  const approval = approvalOf(plan, speech)
  return {
    ...planHead(plan, words),
    basis: words.page.basis[plan.refresh === 'full' && !plan.complete ? 'holes' : plan.refresh],
    read: plan.refresh !== 'none',
    sections,
    ...(approval !== undefined && { approval }),
    proof: proofLines(plan, speech),
    closing: closing(plan, speech, outlook),
  }
}

function planHead(plan: Plan, words: Words): Pick<Page, 'title' | 'counts' | 'state'> {
  const nothing = plan.changes.length === 0
  return {
    title: plan.refresh === 'none' ? words.page.offline : words.title,
    counts: nothing ? [] : countPhrases(plan, words),
    state: plan.refusals.length > 0 ? [words.refusedPlan] : nothing ? [nothingWords(plan, words)] : [],
  }
}

/** That nothing changes, as far as a plan can know it. */
function nothingWords({ refresh, unopened = [] }: Plan, words: Words): string {
  if (unopened.length > 0) return words.nothingButSealed
  return refresh === 'none' ? words.page.nothingOffline : words.nothing
}

/** What sentences about a plan need. */
export function speechOf(plan: Nameable, language: Language): Speech {
  const words = wordsOf(language)
  return { language, words, names: namer(plan, words) }
}

/** Everything that one change says, as one line: for the progress and the result of an apply. */
export function changeSentence(change: Change, speech: Speech): string {
  const texts = factsOf(change, speech).map((fact) => fact.text)
  return texts.length > 0 ? texts.join(speech.words.semicolon) : speech.names.of(change.ref)
}

/** After a temporary name, the real change starts from what the reader knows, not from the temporary name. */
export function fromKnownNames(changes: readonly Change[]): (change: Change) => Change {
  const parked = new Map(changes.filter((change) => change.temporary).map((change) => [placeKey(change.ref), change]))
  return (change) => {
    const before = change.temporary ? undefined : parked.get(placeKey(change.ref))?.before
    return before === undefined ? change : { ...change, before }
  }
}

/** Changes as sections of sentences, in no order yet; `under` is what belongs below the lines of a change. */
export function changeSections(
  { changes, refusals, approved }: Pick<Plan, 'changes' | 'refusals' | 'approved'>,
  speech: Speech,
  under: (change: Change) => readonly string[] = () => [],
): Section[] {
  const { words } = speech
  const escalations = [...refusals, ...approved].filter(({ code }) => code === 'protected-identity')
  const identities = new Set(escalations.flatMap(({ refs }) => refs).map((ref) => placeKey(ref)))
  const lines = new Map<SectionId, Line[]>()
  const add = (section: SectionId, line: Line) => {
    const found = lines.get(section)
    if (found === undefined) lines.set(section, [line])
    else found.push(line)
  }
  const fromKnown = fromKnownNames(changes)
  for (const change of changes) {
    if (isMarkOnly(change)) continue
    const facts = factsOf(fromKnown(change), speech)
    const edited = identities.has(placeKey(change.ref)) ? ('identity' as const) : ('editedPeople' as const)
    const group = groupOf(change, speech)
    const below = under(change)
    for (const { section, text } of facts)
      add(section === 'editedPeople' ? edited : section, {
        text,
        ...(change.place && { place: change.place }),
        ...(group !== undefined && { group }),
        ...(below.length > 0 && { under: below }),
      })
  }
  const marked = changes.filter(isMarkOnly).length
  if (marked > 0) add('editedDepartments', { text: words.department.marked(marked) })
  return [...lines].map(([id, found]) => ({
    id,
    title: words.sections[id],
    lines: found,
    ...noteOf(id, changes, speech),
  }))
}

function noteOf(id: SectionId, changes: readonly Change[], { words }: Speech): { note?: string } {
  if (id === 'leavers') return changes.some(isDeletedPerson) ? { note: words.notes.leavers } : {}
  if (id === 'dissolved' || id === 'deletedRoles') return { note: words.notes[id] }
  if (id !== 'replaced') return {}
  const people = changes.some(({ action, ref }) => action === 'replace' && ref.kind === 'user')
  return { note: people ? words.notes.replacedPeople : words.notes.replacedOther }
}

function isDeletedPerson({ action, ref }: Change): boolean {
  return action === 'delete' && ref.kind === 'user'
}

function factsOf(change: Change, speech: Speech): Fact[] {
  const { words } = speech
  if (change.temporary) {
    const section = change.ref.kind.startsWith('department') ? 'changedDepartments' : 'newRoles'
    return [{ section, text: words.other.parked(presentName(change, speech)) }]
  }
  const facts = kindFacts(change, speech)
  if (change.inferred === undefined) return facts
  const reason = words.other.inferred(change.inferred)
  return facts.map((fact, index) => (index === 0 ? { ...fact, text: fact.text + reason } : fact))
}

/** What something that takes a temporary name is called now, which is what DingTalk shows. */
function presentName({ ref, before }: Change, { words, names }: Speech): string {
  const name = before?.['name']
  const labels: { readonly [kind: string]: (name: string) => string } = words.names.ofKind
  return typeof name === 'string' && name !== '' ? (labels[ref.kind]?.(name) ?? name) : names.of(ref)
}

function kindFacts(change: Change, speech: Speech): Fact[] {
  const { kind } = change.ref
  if (kind === 'user') return personFacts(change, speech)
  if (kind === 'department' || kind === 'department-settings') return departmentFacts(change, speech)
  if (kind === 'role' || kind === 'role-group') return roleFacts(change, speech)
  return otherFacts(change, speech)
}

/** A kind that this file knows nothing of is told by the names of its fields. */
function otherFacts(change: Change, speech: Speech): Fact[] {
  const { words, names } = speech
  const { ref, action, before = {}, after = {} } = change
  const name = names.of(ref)
  if (action === 'delete') return [{ section: 'other', text: words.other.deleted(name) }]
  if (action === 'create')
    return [
      {
        section: 'other',
        text: words.clauses([words.other.created(name), ...initialPhrases(ref.kind, after, speech)]),
      },
    ]
  const phrases = fieldsOf(change).flatMap((field) => fieldPhrases(ref.kind, field, before, after, speech))
  return [{ section: 'other', text: words.other.changed({ name, changes: words.clauses(phrases) }) }]
}

function closing(plan: Plan, { words }: Speech, { rate, next, review = false }: Outlook): string[] {
  const [refusal] = plan.refusals
  if (refusal !== undefined)
    return review ? [words.page.stopped] : [words.footer.explain(`rollbook explain ${refusal.code}`)]
  if (plan.changes.length === 0) return []
  const { calls, seconds } = estimateCost(plan, rate)
  const cost = words.footer.cost({ calls, time: duration(seconds, words) })
  if (review) return [cost, words.page.merge]
  if (plan.refresh === 'none') return [cost, words.footer.online('rollbook plan')]
  return next === undefined ? [cost] : [cost, words.footer.next(next)]
}
