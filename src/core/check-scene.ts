import { memberField } from './collect.ts'
import type { Desired } from './desired.ts'
import { type Model, type Place, placeKey } from './model.ts'
import { members } from './value.ts'

/** What is checked. */
export interface CheckInput extends Omit<Desired, 'problems' | 'approvals'> {
  /** Whether the lock lists this: it is managed, although perhaps no file states it any more. */
  managed(kind: string, key: string): boolean
  /** Whether a department or person of this name may stand in a file that could not be understood. */
  mayExist(name: string): boolean
}

/** Ceilings that the vendor contract states. */
export interface CheckLimits {
  /** Lists of a department that count together. */
  readonly together: readonly { readonly fields: readonly string[]; readonly max: number }[]
  readonly departmentsOfPerson: number
}

type Models = ReadonlyMap<string, Model>

/** What is checked, with the ways through it that several rules walk. */
export interface Scene extends CheckInput {
  readonly departments: Models
  readonly settingsOf: Models
  readonly users: Models
  readonly groups: Models
  readonly roles: Models
  /** Keys of a department's people, whether it is their main department or a further one. */
  readonly peopleOf: ReadonlyMap<string, ReadonlySet<string>>
  /** Where a field, or one member of it, stands; else the field, else the whole. */
  at(kind: string, key: string, field?: string, member?: string): Place
}

const NOWHERE: Place = { file: '.', line: 1, column: 1 }

export function sceneOf(input: CheckInput): Scene {
  const models = (kind: string): Models => new Map(Object.entries(input.directory[kind] ?? {}))
  const users = models('user')
  const peopleOf = new Map<string, Set<string>>()
  for (const [key, user] of users)
    for (const department of departmentsOf(user)) {
      const people = peopleOf.get(department)
      if (people) people.add(key)
      else peopleOf.set(department, new Set([key]))
    }
  const at: Scene['at'] = (kind, key, field, member) => {
    const { places } = input
    const ref = { kind, key }
    const inner =
      field !== undefined && member !== undefined ? places.get(placeKey(ref, memberField(field, member))) : undefined
    return (
      inner ??
      (field !== undefined ? places.get(placeKey(ref, field)) : undefined) ??
      places.get(placeKey(ref)) ??
      NOWHERE
    )
  }
  return {
    ...input,
    departments: models('department'),
    settingsOf: models('department-settings'),
    users,
    groups: models('role-group'),
    roles: models('role'),
    peopleOf,
    at,
  }
}

/** The departments of a person as far as the files state them: the main one, and those of `also`. */
export function departmentsOf(user: Model): ReadonlySet<string> {
  return new Set([String(user['main']), ...members(user['dept_id_list'])])
}

/** A place in the middle of a sentence. */
export function shown({ file, line }: Place): string {
  return `${file}:${line}`
}
