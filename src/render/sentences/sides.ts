import type { Kept, Plan, Ref } from '../../core/model.ts'
import type { Section } from '../sentences.ts'
import { fieldWords } from '../words/fields.ts'
import { approvalLines } from './approval.ts'
import { invitedLines } from './invited.ts'
import { countOf, gapLines, refusalLine } from './stopped.ts'
import type { Speech } from './values.ts'

/** How many names stand for a list that is only counted. */
const few = 5

/** What a plan says besides its changes: why it was stopped, what was not seen, and what it leaves alone. */
export function sideSections(plan: Plan, speech: Speech): Section[] {
  const { words } = speech
  return [
    section(
      'refused',
      plan.refusals.map((refusal) => refusalLine(refusal, speech)),
    ),
    section('approved', approvalLines(plan, speech)),
    section('gaps', gapLines(plan, speech)),
    section('sealed', waiting(plan, speech), words.notes.sealed),
    section('invited', invitedLines(plan, speech), words.notes.invited),
    section(
      'left',
      plan.left.map((ref) => ({ text: speech.names.of(ref) })),
      words.notes.left,
    ),
    section(
      'kept',
      plan.kept.map((kept) => ({ text: keptText(kept, speech) })),
      words.notes.kept,
    ),
    // A renamed folder stands under its own heading already, and settings come with their department.
    section(
      'adopted',
      counted(
        plan.adopted
          .filter(({ ref, formerly }) => formerly === undefined && ref.kind !== 'department-settings')
          .map(({ ref }) => [ref, speech.names.known(ref)]),
        speech,
      ),
    ),
    section(
      'unmanaged',
      counted(
        plan.unmanaged.map((ref) => [ref, ref.name]),
        speech,
      ),
      words.notes.unmanaged,
    ),
  ]

  function section(id: Section['id'], lines: Section['lines'], note?: string): Section {
    return { id, title: words.sections[id], lines, ...(note !== undefined && { note }) }
  }
}

function counted(named: readonly (readonly [Ref, string | undefined])[], speech: Speech): { text: string }[] {
  const { words } = speech
  const kinds = [...new Set(named.map(([ref]) => ref.kind))]
  return kinds.map((kind) => {
    const of = named.filter(([ref]) => ref.kind === kind)
    const names = of.flatMap(([, name]) => (name === undefined ? [] : [name]))
    const count = countOf(kind, of.length, speech)
    if (names.length === 0) return { text: count }
    const first = words.some(names.slice(0, few), of.length - Math.min(few, names.length))
    return { text: words.unmanaged.withNames({ counted: count, names: first }) }
  })
}

/** Sealed values that only an apply can judge, by field. */
function waiting({ unopened = [] }: Plan, speech: Speech): { text: string }[] {
  const { words, names, language } = speech
  return [...new Set(unopened.map(({ field }) => field))].map((field) => {
    const people = unopened.filter((one) => one.field === field).map(({ ref }) => names.of(ref))
    const first = words.some(people.slice(0, few), people.length - Math.min(few, people.length))
    const counted = words.unmanaged.withNames({ counted: countOf('user', people.length, speech), names: first })
    return { text: words.field.waiting(fieldWords('user', field)[language], counted) }
  })
}

function keptText({ ref, field, members }: Kept, { language, words, names }: Speech): string {
  const departments = ['dept_permits', 'outer_permit_depts', 'dept_id_list', 'dept_title_list', 'dept_order_list']
  const name = departments.includes(field) ? names.department : names.person
  return words.unmanaged.kept({
    name: names.of(ref.kind === 'department-settings' ? { kind: 'department', key: ref.key } : ref),
    field: fieldWords(ref.kind, field)[language],
    members: words.list(members.map(name)),
  })
}
