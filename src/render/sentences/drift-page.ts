import { countDrift, type Difference, type Drift, type DriftState, driftStates } from '../../core/drift.ts'
import { conflictChanges, driftChange, intendedChange } from '../../core/drift-changes.ts'
import { isSure, shown } from '../../core/drift-doubt.ts'
import { type Change, placeKey } from '../../core/model.ts'
import { presentCounts } from '../counts.ts'
import { changeSections, changeSentence, type Line, type Page, readPlan, type Section, speechOf } from '../sentences.ts'
import type { Language, Words } from '../words.ts'
import { type SectionId, sectionOrder } from './fact.ts'
import { groupOf } from './group.ts'
import { proofLines } from './proof.ts'
import { sideSections } from './sides.ts'
import type { Speech } from './values.ts'

/** What the caller knows: the command of an apply, or that this is an issue, which drift is put back from. */
export interface DriftOutlook {
  readonly apply?: string
  readonly issue?: boolean
}

/** Why nothing is known, and what belongs beside what is. */
const doubts: readonly SectionId[] = ['refused', 'gaps']
const beside: readonly SectionId[] = ['refused', 'sealed', 'invited', 'left', 'unmanaged']

/** Drift as a page: conflicts, then what DingTalk changed, then what waits for an apply; the most risky first in each. */
export function readDrift(drift: Drift, language: Language, outlook: DriftOutlook = {}): Page {
  const { differences } = drift
  const plan = shown(drift.plan)
  const speech = speechOf(plan, language)
  const { words } = speech
  const page = readPlan(plan, language)
  const head = { title: titleOf(drift, words), basis: page.basis, read: page.read, proof: proofLines(plan, speech) }
  if (!isSure(plan)) {
    const sections = page.sections.filter(({ id }) => doubts.includes(id))
    return { ...head, counts: [], state: [words.drift.unsure], sections, closing: page.closing }
  }
  const sections = [
    conflictSection(differences, speech),
    ...told(differences, 'drift', speech),
    ...told(differences, 'intended', speech),
    ...ordered(sideSections(plan, speech)).filter(({ id }) => beside.includes(id)),
  ]
  return {
    ...head,
    counts: countsOf(drift, words),
    state: stateOf(drift, words),
    sections: sections.filter(({ lines }) => lines.length > 0),
    closing: closing(drift, words, outlook),
  }
}

/** How much is in each state, and what that is in terms of people, departments and roles. */
function countsOf({ differences }: Drift, { drift: { counts }, ...words }: Words): string[] {
  const found = countDrift(differences)
  const counted = (state: 'drift' | 'intended') => {
    const changes = changesOf(differences, state).map(([change]) => change)
    return counts[state](found[state], words.list(presentCounts({ changes }, words)))
  }
  return driftStates
    .filter((state) => found[state] > 0)
    .map((state) => (state === 'conflict' ? counts.conflict(found.conflict) : counted(state)))
}

function titleOf({ base: { from, commit = '' } }: Drift, { drift: { title } }: Words): string {
  return from === 'none' ? title.none : title[from](commit.slice(0, 12))
}

function stateOf({ base, differences, plan }: Drift, { drift }: Words): string[] {
  const { conflict, drift: changed, intended } = countDrift(differences)
  const noted = base.from === 'head' || base.from === 'none' ? [drift.noted[base.from]] : []
  const quiet =
    intended > 0 ? drift.onlyIntended : (plan.unopened ?? []).length > 0 ? drift.agreeButSealed : drift.agree
  return [
    conflict + changed > 0 ? drift.found : quiet,
    ...(differences.length > 0 || base.from === 'head' ? noted : []),
    ...(plan.refusals.length > 0 ? [drift.stopped] : []),
  ]
}

/** What is in one state, as its own change in its own words: what somebody did in DingTalk, or what an apply would do. */
function told(differences: readonly Difference[], state: 'drift' | 'intended', speech: Speech): Section[] {
  const chosen = changesOf(differences, state)
  const authors = new Map(chosen.map(([{ ref }, difference]) => [placeKey(ref), authorOf(difference, speech)]))
  const title = speech.words.drift[state === 'drift' ? 'drifted' : 'intended']
  const plan = { changes: chosen.map(([change]) => change), refusals: [], approved: [] }
  const sections = changeSections(plan, speech, ({ ref }) =>
    state === 'drift' ? (authors.get(placeKey(ref)) ?? []) : [],
  )
  return ordered(sections).map(({ note, ...section }) => ({
    ...section,
    title: title(section.title),
    // What an apply would cost is worth saying only of what an apply would do.
    ...(note !== undefined && state === 'intended' && { note }),
  }))
}

/** What is in one state, each as the change that it is told as. */
function changesOf(differences: readonly Difference[], state: 'drift' | 'intended'): (readonly [Change, Difference])[] {
  const changeOf = state === 'drift' ? driftChange : intendedChange
  return differences.flatMap((difference): (readonly [Change, Difference])[] => {
    const change = has(difference, state) ? changeOf(difference) : undefined
    return change === undefined ? [] : [[change, difference]]
  })
}

function has({ fields }: Difference, state: DriftState): boolean {
  return fields.some((field) => field.state === state)
}

function conflictSection(differences: readonly Difference[], speech: Speech): Section {
  const { drift } = speech.words
  const lines = differences
    .filter(({ state }) => state === 'conflict')
    .map((difference): Line => {
      const { ref, change, place } = difference
      const { console, files } = conflictChanges(difference)
      const group = groupOf(change, speech)
      return {
        text: speech.names.of(ref),
        ...(place !== undefined && { place }),
        ...(group !== undefined && { group }),
        under: [
          console === undefined ? drift.inDingTalkUnknown : drift.inDingTalk(changeSentence(console, speech)),
          ...(files === undefined ? [] : [drift.inFiles(changeSentence(files, speech))]),
          ...authorOf(difference, speech),
        ],
      }
    })
  return { id: 'mind', title: drift.conflicts, note: drift.conflictNote, lines }
}

function authorOf({ by }: Difference, { words, names }: Speech): string[] {
  return by === undefined ? [] : [words.drift.by({ name: names.person(by.operator), time: by.time })]
}

function ordered(sections: readonly Section[]): Section[] {
  return [...sections].sort((a, b) => sectionOrder.indexOf(a.id) - sectionOrder.indexOf(b.id))
}

function closing(
  { differences, plan }: Drift,
  words: Words,
  { issue, apply = 'rollbook apply' }: DriftOutlook,
): string[] {
  const { ways } = words.drift
  const { conflict, drift, intended } = countDrift(differences)
  const stopped = plan.refusals.length > 0
  const adopt = plan.unmanaged.length > 0 ? [ways.adopt] : []
  const waits = intended > 0 && !stopped && issue !== true
  if (conflict + drift === 0) return [...(stopped ? [ways.unblock] : waits ? [ways.intended(apply)] : []), ...adopt]
  return [
    stopped ? ways.unblock : issue ? ways.revert(plan.hash) : ways.apply(apply),
    ...accepting(differences, words),
    ...(issue ? [ways.close] : []),
    ...adopt,
  ]
}

/** How drift is accepted, as far as there is any of each sort. */
function accepting(differences: readonly Difference[], { drift: { ways } }: Words): string[] {
  const actions = differences
    .filter((difference) => has(difference, 'drift'))
    .flatMap((difference) => driftChange(difference)?.action ?? [])
  if (actions.length === 0) return []
  const edited = actions.some((action) => action !== 'create' && action !== 'delete')
  return [
    ways.accept,
    ...(actions.includes('create') ? [`· ${ways.acceptNew}`] : []),
    ...(edited ? [`· ${ways.acceptEdited}`] : []),
    ...(actions.includes('delete') ? [`· ${ways.acceptGone}`] : []),
    ways.masked,
  ]
}
