import type { Company } from '../../src/emulator/company.ts'
import type { Snapshot } from '../../src/emulator/server.ts'
import { differences, type Held, heldIn } from '../support/held.ts'

/** How a disturbed run ended up, next to an undisturbed one. */

/** What an undisturbed run comes to, without anything that depends on ids. */
export interface Expected {
  readonly held: Held
  /** What stands behind each entry of the lock: `department rd` → `产品研发部`. */
  readonly mapped: ReadonlyMap<string, string>
  /** Names of everything that the run made. */
  readonly made: readonly string[]
}

/** The end of a run, from DingTalk's state and the lock's text. */
export function endOf(snapshot: Snapshot, lock: string, before: Company): Expected {
  return {
    held: withoutOrders(heldIn(snapshot)),
    mapped: mappingsOf(snapshot, lock),
    made: missingIn(before, snapshot),
  }
}

/**
 * Without the order of people in departments, which no file of the scenario states: who is made again for another mobile
 * keeps theirs, unless the run ends between the two calls.
 */
function withoutOrders({ people, ...rest }: Held): Held {
  const orderless = (person: object) => {
    const { memberships } = person as { memberships: { [path: string]: { order?: string } } }
    const entries = Object.entries(memberships).map(([path, { order: _, ...member }]) => [path, member])
    return { ...person, memberships: Object.fromEntries(entries) }
  }
  return { ...rest, people: Object.fromEntries(Object.entries(people).map(([id, person]) => [id, orderless(person)])) }
}

export interface Wrong {
  /** Things that are there although the undisturbed run made none, or one less, of that name. */
  readonly duplicates: readonly string[]
  /** Entries that the lock should have and lacks, or that stand for something else or nothing. */
  readonly lost: readonly string[]
  /** Where DingTalk's state is another one. */
  readonly differs: readonly string[]
}

/** What is wrong with an end. */
export function compare(expected: Expected, found: Expected): Wrong {
  const duplicates = [...found.made]
  for (const name of expected.made) {
    const at = duplicates.indexOf(name)
    if (at >= 0) duplicates.splice(at, 1)
  }
  const lost = [...expected.mapped]
    .filter(([entry, name]) => found.mapped.get(entry) !== name)
    .map(([entry, name]) => `${entry} stands for ${found.mapped.get(entry) ?? 'nothing'} instead of ${name}`)
  return { duplicates, lost, differs: differences(expected.held, found.held) }
}

interface Named {
  readonly departments: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, string>
}

/** Names by id: departments by path, roles with their group. */
function namesIn({ departments, users, groups, roles }: Pick<Company, 'departments' | 'users' | 'groups' | 'roles'>) {
  const byId = new Map(departments.map((department) => [department.dept_id, department]))
  const path = (id: number): string => {
    const department = byId.get(id)
    return department?.parent_id === undefined ? '' : `${path(department.parent_id)}/${department.name}`
  }
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]))
  return {
    departments: new Map(departments.map(({ dept_id }) => [String(dept_id), path(dept_id)])),
    users: new Map(users.map(({ userid }) => [userid, userid])),
    groups: new Map(groups.map(({ id, name }) => [String(id), name])),
    roles: new Map(roles.map(({ id, group, name }) => [String(id), `${groupNames.get(group)}/${name}`])),
  } satisfies Named
}

type State = Snapshot | Company
const namesOf = (state: State) => namesIn({ ...state, users: state.users as Company['users'] })

/** Names of what is in one state, by id, and missing in another. */
export function missingIn(state: State, before: State): string[] {
  const [now, then] = [namesOf(state), namesOf(before)]
  return (['departments', 'users', 'groups', 'roles'] as const).flatMap((kind) =>
    [...then[kind]].filter(([id]) => !now[kind].has(id)).map(([, name]) => `${kind} ${name}`),
  )
}

const placeOf: Readonly<Record<string, keyof Named>> = {
  department: 'departments',
  'department-settings': 'departments',
  user: 'users',
  'role-group': 'groups',
  role: 'roles',
}

function mappingsOf(snapshot: Snapshot, lock: string): Map<string, string> {
  const { resources } = JSON.parse(lock) as { resources: Record<string, Record<string, { id: string }>> }
  const names = namesOf(snapshot)
  const mapped = new Map<string, string>()
  for (const [kind, entries] of Object.entries(resources))
    for (const [key, { id }] of Object.entries(entries)) {
      const name = names[placeOf[kind] ?? 'departments'].get(id)
      mapped.set(`${kind} ${key}`, name ?? `nothing, for ${id} does not exist`)
    }
  return mapped
}
