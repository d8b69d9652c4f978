import type { Change, Model } from '../../core/model.ts'
import { fieldPhrases, fieldsOf, initialPhrases, membership } from './changes.ts'
import type { Fact } from './fact.ts'
import type { Speech } from './values.ts'

/** What a change of a person says: joins, leaves, moves, or other details. */
export function personFacts(change: Change, speech: Speech): Fact[] {
  const { words, names } = speech
  const { ref, before = {}, after = {} } = change
  const name = names.person(ref.key)
  const from = mainOf(before, speech)
  const to = mainOf(after, speech)
  const home = to ?? from
  const whole = home === undefined ? name : words.person.of({ name, department: home })
  const again = change.reappears === undefined ? '' : words.person.reappears(change.reappears)
  if (change.action === 'create') {
    const phrases = [
      words.person.joins({ name, department: to ?? words.names.company }),
      ...also(before, after, speech),
    ]
    return [{ section: 'joiners', text: words.clauses([...phrases, ...initialPhrases('user', after, speech)]) }]
  }
  if (change.action === 'delete') {
    const text = from === undefined ? words.person.leavesCompany(name) : words.person.leaves({ name, department: from })
    return [{ section: 'leavers', text: text + again }]
  }
  if (change.departs) {
    const text = words.person.departs({ name, from: from ?? words.names.somewhere, to: to ?? '' })
    return [{ section: 'leavers', text: text + again }]
  }

  const fields = fieldsOf(change)
  const phrases = [
    ...(fields.includes('dept_id_list') ? also(before, after, speech) : []),
    ...fields.flatMap((field) => fieldPhrases('user', field, before, after, speech)),
  ]
  const moves = fields.includes('main') && to !== undefined && from !== to
  const move = !moves ? [] : [from === undefined ? { name, to } : { name, from, to }].map(movePhrase(speech))
  if (change.action === 'replace')
    return [
      {
        section: 'replaced',
        text: words.person.replaced({ name: whole, changes: words.clauses([...phrases, ...move]) }),
      },
    ]
  if (moves) return [{ section: 'movers', text: words.clauses([...move, ...phrases]) }]
  if (phrases.length === 0) return []
  return [{ section: 'editedPeople', text: words.person.edited({ name: whole, changes: words.clauses(phrases) }) }]
}

function movePhrase({ words }: Speech) {
  return (p: { name: string; from?: string; to: string }) =>
    p.from === undefined ? words.person.movesTo(p) : words.person.moves({ ...p, from: p.from })
}

function mainOf(model: Model, { names }: Speech): string | undefined {
  const { main } = model
  return typeof main === 'string' ? names.department(main) : undefined
}

/** Departments besides the main one. The main one stands in the set too and is told as a move. */
function also(before: Model, after: Model, { words, names }: Speech): string[] {
  const { added, removed } = membership(before['dept_id_list'], after['dept_id_list'])
  const joins = added.filter((key) => key !== after['main'])
  const stops = removed.filter((key) => key !== before['main'])
  // The former main department that stays in the set: from now on it is one of the others.
  const stays = before['main'] !== after['main'] && typeof before['main'] === 'string' ? [before['main']] : []
  const kept = stays.filter((key) => key in Object(after['dept_id_list']) && !added.includes(key))
  const joined = [...joins, ...kept]
  return [
    ...(joined.length > 0 ? [words.person.alsoIn(words.list(joined.map(names.department)))] : []),
    ...(stops.length > 0 ? [words.person.stopsAlsoIn(words.list(stops.map(names.department)))] : []),
  ]
}
