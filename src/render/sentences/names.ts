import type { Model, Plan, Ref, Value } from '../../core/model.ts'
import type { Words } from '../words.ts'

/** Names of everything a plan mentions, as people know them; an id only where there is nothing else to say. */
export interface Namer {
  person(key: string): string
  department(key: string): string
  role(key: string): string
  group(key: string): string
  of(ref: Ref): string
  /** The name alone, where there is one that people know. */
  known(ref: Ref): string | undefined
}

/** The part of a plan that names things. */
export type Nameable = Pick<Plan, 'names' | 'changes' | 'around'>

/**
 * Two people of one name are told apart by their job numbers, or by userid where job numbers do not do it. A department
 * goes by its whole path; a role by its group and name.
 */
export function namer(plan: Nameable, words: Words): Namer {
  const models = new Map<string, Model>()
  for (const { ref, before, after } of plan.changes)
    if (ref.kind === 'user') models.set(ref.key, { ...models.get(ref.key), ...before, ...after })
  const people = new Map(Object.entries(plan.names['user'] ?? {}))
  for (const [key, model] of models) if (!people.has(key) && isName(model['name'])) people.set(key, model['name'])
  const shared = told(people, models, plan.around?.jobNumbers ?? {}, words)
  const known = (kind: string, key: string) => {
    const names = plan.names[kind] ?? {}
    return Object.hasOwn(names, key) ? names[key] : undefined
  }

  const person = (key: string) => shared.get(key) ?? people.get(key) ?? words.names.unknownPerson(bare(key))
  // The root has no name of its own among the departments.
  const department = (key: string) =>
    known('department', key) ||
    (key === '/' ? words.names.company : key.startsWith('#') ? words.names.unknownDepartment : spaced(key))
  const role = (key: string) => (key.startsWith('#') ? (known('role', key) ?? key) : spaced(key))
  const group = (key: string) => known('role-group', key) ?? key
  const byKind: { readonly [kind: string]: (key: string) => string } = {
    user: person,
    department,
    'department-settings': department,
    role,
    'role-group': group,
  }
  const labels: { readonly [kind: string]: (name: string) => string } = words.names.ofKind
  return {
    person,
    department,
    role,
    group,
    of: ({ kind, key }) => {
      const name = (byKind[kind] ?? ((other: string) => known(kind, other) ?? other))(key)
      return labels[kind]?.(name) ?? `${kind} ${name}`
    },
    known: ({ kind, key }) =>
      kind === 'user'
        ? (shared.get(key) ?? people.get(key))
        : key.startsWith('#')
          ? known(kind, key)
          : byKind[kind]?.(key),
  }
}

/** The people who share their name with another, with what tells them apart. */
function told(
  people: ReadonlyMap<string, string>,
  models: ReadonlyMap<string, Model>,
  jobNumbers: { readonly [userid: string]: string },
  words: Words,
) {
  const byName = new Map<string, string[]>()
  for (const [key, name] of people) byName.set(name, [...(byName.get(name) ?? []), key])
  const shared = new Map<string, string>()
  for (const [name, keys] of byName) {
    if (keys.length < 2) continue
    const numbers = new Map(keys.map((key) => [key, models.get(key)?.['job_number'] ?? jobNumbers[key]]))
    for (const key of keys) {
      const number = numbers.get(key)
      const same = keys.filter((other) => numbers.get(other) === number).length > 1
      shared.set(
        key,
        isName(number) && !same ? words.names.withJobNumber(name, number) : words.names.withUserid(name, bare(key)),
      )
    }
  }
  return shared
}

function isName(value: Value | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

function bare(key: string): string {
  return key.replace(/^#/, '')
}

function spaced(path: string): string {
  return path.includes(' / ') ? path : path.split('/').join(' / ')
}
