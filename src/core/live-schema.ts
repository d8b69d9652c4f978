import type { JsonSchema, Referred } from './json-schema.ts'
import type { Directory, Model } from './model.ts'
import { members } from './value.ts'

/** Something that a file may name, and what an editor says of it. */
export interface Named {
  readonly key: string
  readonly about: string
}

/** Everything in a directory that files may name, by what it is, in the order of the keys. */
export type Nameable = { readonly [what in Referred]: readonly Named[] }

/** What the files of a directory may name: departments by path and people by name, so that an id need not be known. */
export function nameable(directory: Directory): Nameable {
  const departments = directory['department'] ?? {}
  const place = (key: unknown) => pathOf(String(key), departments)
  const list = (kind: string, about: (model: Model, key: string) => readonly unknown[]): readonly Named[] =>
    Object.entries(directory[kind] ?? {})
      .map(([key, model]) => ({ key, about: about(model, key).filter(Boolean).join(' · ') }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    department: list('department', (_, key) => [place(key)]),
    user: list('user', ({ name, main, title }) => [name, place(main), title]),
    'role-group': list('role-group', ({ name }) => [name]),
    role: list('role', ({ name, group, members: all }) => [name, group, `${members(all).length} 人 / people`]),
  }
}

/**
 * The schema with what there is in place of "any text", so that an editor can offer it. The list proposes and does not
 * judge: it is as old as its last writing, and a person who was added since is no mistake. `rollbook validate` judges.
 */
export function liveSchema(schema: JsonSchema, known: Nameable): object {
  return JSON.parse(JSON.stringify(schema, (_, value) => (isReference(value) ? offering(value, known) : value)))
}

function offering({ 'x-refers': what, title, description, examples, ...rest }: JsonSchema & Refers, known: Nameable) {
  const offered = known[what]
  if (offered.length === 0) return { title, description, examples, ...rest }
  const keys = offered.map(({ key }) => key)
  const choice = { enum: keys, enumDescriptions: offered.map(({ about }) => about) }
  return { title, description, examples, anyOf: [choice, rest] }
}

interface Refers {
  readonly 'x-refers': Referred
}

function isReference(value: unknown): value is JsonSchema & Refers {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'x-refers') === 'string'
}

/** The names from the top; the root is the company itself. */
function pathOf(key: string, departments: { readonly [key: string]: Model }): string {
  if (key === '/') return '根部门 / root department'
  const names: string[] = []
  // A circle of parents is a mistake that is reported elsewhere.
  for (let at = key; at !== '/' && names.length < 64; at = String(departments[at]?.['parent_id'] ?? '/'))
    names.unshift(String(departments[at]?.['name'] ?? at))
  return names.join(' / ')
}
