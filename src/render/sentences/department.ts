import type { Change, Model } from '../../core/model.ts'
import { fieldPhrases, fieldsOf, initialPhrases, membership } from './changes.ts'
import type { Fact } from './fact.ts'
import type { Speech } from './values.ts'

/** Fields of a department that decide who sees whom; their change is told among what people should mind. */
const visibility = ['user_permits', 'dept_permits', 'outer_dept_only_self', 'outer_permit_users', 'outer_permit_depts']

/** What a change of a department, or of its settings, says. */
export function departmentFacts(change: Change, speech: Speech): Fact[] {
  const { words, names } = speech
  const { ref, before = {}, after = {} } = change
  const name = names.department(ref.key)
  if (ref.kind === 'department' && change.action === 'delete') return [dissolved(name, before, speech)]
  if (ref.kind === 'department' && change.action === 'create') {
    const phrases = [words.department.created(name), ...initialPhrases('department', after, speech)]
    return [{ section: 'newDepartments', text: words.clauses(phrases) }, ...shown(name, {}, after, speech)]
  }
  const fields = fieldsOf(change)
  const seen = phrasesOf(visibility)
  const rest = phrasesOf(fields.filter((field) => !visibility.includes(field)))
  return [
    ...heads(name, fields, before, after, speech),
    ...shown(name, before, after, speech),
    ...(seen.length > 0
      ? [
          {
            section: 'mind' as const,
            text: words.department.permits({ department: name, changes: words.clauses(seen) }),
          },
        ]
      : []),
    ...renamedOrMoved(name, fields, before, after, speech),
    ...(rest.length > 0
      ? [
          {
            section: 'editedDepartments' as const,
            text: words.department.edited({ name, changes: words.clauses(rest) }),
          },
        ]
      : []),
  ]

  function phrasesOf(wanted: readonly string[]): string[] {
    return fields
      .filter((field) => wanted.includes(field))
      .flatMap((field) => fieldPhrases(ref.kind, field, before, after, speech))
  }
}

/** Whether nothing differs but our own mark, as happens to every department below one that was renamed. */
export function isMarkOnly(change: Change): boolean {
  if (change.ref.kind !== 'department' || change.action !== 'update') return false
  const fields = fieldsOf(change)
  return fields.length === 1 && fields[0] === 'source_identifier'
}

function dissolved(name: string, before: Model, { words }: Speech): Fact {
  const chat = before['create_dept_group']
  const tell =
    chat === true
      ? words.department.dissolvedWithChat
      : chat === false
        ? words.department.dissolved
        : words.department.dissolvedPerhapsChat
  return { section: 'dissolved', text: tell(name) }
}

function heads(department: string, fields: readonly string[], before: Model, after: Model, speech: Speech): Fact[] {
  const field = 'dept_manager_userid_list'
  if (!fields.includes(field)) return []
  const { words, names } = speech
  const { added, removed } = membership(before[field], after[field])
  const tell = (keys: readonly string[], sentence: typeof words.department.heads): Fact[] =>
    keys.length === 0
      ? []
      : [{ section: 'mind', text: sentence({ people: words.list(keys.map(names.person)), department }) }]
  return [...tell(removed, words.department.headsNoMore), ...tell(added, words.department.heads)]
}

/** Hiding a department, and narrowing what its members see, touches the whole company. */
function shown(name: string, before: Model, after: Model, { words }: Speech): Fact[] {
  const { hidden, shown, restricted, unrestricted } = words.department
  return [
    ...(['hide_dept', 'outer_dept'] as const).flatMap((field) => {
      const [was, is] = [before[field] === true, after[field] === true]
      if (was === is || after[field] === undefined) return []
      const tell = field === 'hide_dept' ? (is ? hidden : shown) : is ? restricted : unrestricted
      return [{ section: 'mind' as const, text: tell(name) }]
    }),
  ]
}

function renamedOrMoved(path: string, fields: readonly string[], before: Model, after: Model, speech: Speech): Fact[] {
  const { words, names } = speech
  const parents = [before['parent_id'], after['parent_id']].map((key) => (typeof key === 'string' ? key : undefined))
  const [from, to] = parents.map((key) => (key === undefined ? undefined : names.department(key)))
  const renamed = fields.includes('name') && typeof before['name'] === 'string' && before['name'] !== after['name']
  const moved = fields.includes('parent_id') && to !== undefined && parents[0] !== parents[1]
  const name = typeof after['name'] === 'string' ? after['name'] : path
  const above = moved || parents[1] === '/' || to === undefined ? '' : `${to} / `
  const phrases = [
    ...(renamed ? [words.department.renamed({ from: `${above}${before['name']}`, to: name })] : []),
    ...(moved && from === undefined ? [words.department.movedTo({ name, to })] : []),
    ...(moved && from !== undefined ? [words.department.moved({ name, from, to })] : []),
  ]
  return phrases.length === 0 ? [] : [{ section: 'changedDepartments', text: words.clauses(phrases) }]
}
