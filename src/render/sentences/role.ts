import type { Change, Model, Value } from '../../core/model.ts'
import { equal, isEntries, members } from '../../core/value.ts'
import { fieldPhrases, fieldsOf, membership } from './changes.ts'
import type { Fact } from './fact.ts'
import type { Speech } from './values.ts'

/** What a change of a role or of a role group says. Gains and losses of a role are told apart from the role itself. */
export function roleFacts(change: Change, speech: Speech): Fact[] {
  const { words, names } = speech
  const { ref, action, before = {}, after = {} } = change
  if (ref.kind === 'role-group') return groupFacts(change, speech)
  const role = names.role(ref.key)
  if (action === 'create')
    return [{ section: 'newRoles', text: words.role.created(role) }, ...memberFacts(role, {}, after, speech)]
  if (action === 'delete') {
    const holders = members(before['members']).map(names.person)
    const text =
      holders.length === 0
        ? words.role.deleted(role)
        : words.role.deletedWith({ name: role, members: words.list(holders) })
    return [{ section: 'deletedRoles', text }]
  }
  const fields = fieldsOf(change)
  const phrases = fields.flatMap((field) => fieldPhrases('role', field, before, after, speech))
  return [
    ...(fields.includes('group') ? [regrouped(change, role, speech)] : []),
    ...(fields.includes('name') && before['name'] !== undefined
      ? [{ section: 'newRoles' as const, text: words.role.renamed({ from: String(before['name']), to: role }) }]
      : []),
    ...(fields.includes('members') ? memberFacts(role, before, after, speech) : []),
    ...(phrases.length > 0
      ? [{ section: 'newRoles' as const, text: words.other.changed({ name: role, changes: words.clauses(phrases) }) }]
      : []),
  ]
}

function groupFacts({ ref, action, before, after }: Change, { words, names }: Speech): Fact[] {
  const name = names.group(ref.key)
  if (action === 'create') return [{ section: 'newRoles', text: words.role.createdGroup(name) }]
  if (action === 'delete') return [{ section: 'deletedRoles', text: words.other.deleted(names.of(ref)) }]
  return [
    { section: 'newRoles', text: words.role.renamed({ from: String(before?.['name']), to: String(after?.['name']) }) },
  ]
}

function regrouped({ action, before, after }: Change, name: string, { words, names }: Speech): Fact {
  const [from, to] = [before?.['group'], after?.['group']].map((key) => names.group(String(key)))
  const text = words.role.regrouped({ name, from: from ?? '', to: to ?? '' })
  return { section: action === 'replace' ? 'replaced' : 'newRoles', text }
}

function memberFacts(role: string, before: Model, after: Model, speech: Speech): Fact[] {
  const { words, names } = speech
  const [had, has] = [before['members'], after['members']].map((value) => (isEntries(value) ? value : {}))
  const { added, removed } = membership(had, has)
  const gained = added.map((key) => {
    const scope = scopeOf(has?.[key], speech)
    return scope === undefined ? names.person(key) : words.role.withScope({ name: names.person(key), scope })
  })
  const rescoped = members(has).filter(
    (key) =>
      had?.[key] !== undefined && isEntries(has?.[key]) && !equal(had[key], has[key]) && 'scope' in Object(has[key]),
  )
  const texts = [
    ...(removed.length > 0 ? [words.role.lost({ role, members: words.list(removed.map(names.person)) })] : []),
    ...(gained.length > 0 ? [words.role.gained({ role, members: words.list(gained) })] : []),
    ...rescoped.map((key) => {
      const [from, to] = [had?.[key], has?.[key]].map((member) => scopeOf(member, speech) ?? words.role.noScope)
      return words.role.scopeChanged({ role, name: names.person(key), from: from ?? '', to: to ?? '' })
    }),
  ]
  return texts.map((text) => ({ section: 'mind', text }))
}

/** The departments over which a member holds the role; undefined where the files say nothing of it. */
function scopeOf(member: Value | undefined, { words, names }: Speech): string | undefined {
  if (!isEntries(member) || member['scope'] === undefined) return undefined
  return member['scope'] === null ? words.role.wholeCompany : words.list(members(member['scope']).map(names.department))
}
