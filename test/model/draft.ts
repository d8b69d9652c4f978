import type { FileTree } from '../support/files.ts'
import { permissive } from '../sweep/lived-in.ts'

/** What the files of a model run say, as plain data that commands change and that is written out as YAML. */
export interface Draft {
  readonly departments: Map<number, Department>
  readonly people: Map<number, { department: number; title: number; also: number | null }>
  readonly roles: Map<number, { version: number; members: number[] }>
  /** Numbers are never used twice, so that a name tells what it belongs to. */
  next: number
}

interface Department {
  parent: number | null
  version: number
  order: number
  heads: number[]
  /** Keys that it had before, where it has none of its own. */
  former: string[]
}

/** Nothing but the settings. */
export const newDraft = (): Draft => ({ departments: new Map(), people: new Map(), roles: new Map(), next: 1 })

/** The name of a department: its number never changes, its letter does. Even ones have a key of their own. */
export const departmentName = (number: number, version: number) => `部门${number}${letter(version)}`
export const roleName = (number: number, version: number) => `角色${number}${letter(version)}`
const letter = (version: number) => String.fromCharCode(65 + (version % 26))

/** The number in the name of something of ours, whatever was added to it since: no two things have the same. */
export const numberIn = (name: string) => /^(?:部门|角色|员工)(\d+)/.exec(name)?.[1]

function folderOf(draft: Draft, number: number): string {
  const department = draft.departments.get(number)
  if (department === undefined) throw new Error(`there is no department ${number}`)
  const above = department.parent === null ? 'departments' : folderOf(draft, department.parent)
  return `${above}/${departmentName(number, department.version)}`
}

/** The key by which the files know a department. */
export function keyOf(draft: Draft, number: number): string {
  return number % 2 === 0 ? `d${number}` : folderOf(draft, number).slice('departments/'.length)
}

/** Everything that the files name, as the lock does: `user u3`. */
export function namedIn(draft: Draft): Set<string> {
  return new Set([
    ...[...draft.departments.keys()].map((number) => `department ${keyOf(draft, number)}`),
    ...[...draft.people.keys()].map((number) => `user u${number}`),
    ...[...draft.roles].map(([number, { version }]) => `role 岗位/${roleName(number, version)}`),
  ])
}

/** The files. */
export function filesOf(draft: Draft): FileTree {
  const files: Record<string, string> = { 'rollbook.yaml': permissive }
  for (const [number, { order, heads, former }] of draft.departments) {
    const known = number % 2 === 0 ? `key: d${number}\n` : `previously: [${former.join(', ')}]\n`
    const managers = heads.map((head) => `u${head}`).join(', ')
    files[`${folderOf(draft, number)}/department.yaml`] = `${known}order: ${order}\nmanagers: [${managers}]\n`
  }
  for (const [number, { department, title, also }] of draft.people)
    files[`${folderOf(draft, department)}/u${number}.yaml`] = [
      `userid: u${number}\nname: 员工${number}\nmobile: "100${String(number).padStart(8, '0')}"\ntitle: 职位${title}\n`,
      also === null ? 'also: []\n' : `also: [${JSON.stringify(keyOf(draft, also))}]\n`,
    ].join('')
  const roles = [...draft.roles].map(([number, { version, members }]) => {
    const former = Array.from({ length: version }, (_, before) => roleName(number, before)).join(', ')
    const names = members.map((member) => `u${member}`).join(', ')
    return `- {name: ${roleName(number, version)}, previously: [${former}], members: [${names}]}\n`
  })
  if (roles.length > 0) files['roles/岗位.yaml'] = `roles:\n${roles.join('')}`
  return files
}

/** One thing that somebody edits; `a` and `b` choose whom it is about. Says nothing where there is nobody. */
export const edits = {
  found: (draft, a) => {
    const parents = [null, ...draft.departments.keys()].filter((number) => depthOf(draft, number) < 4)
    draft.departments.set(draft.next, { parent: pick(parents, a) ?? null, version: 0, order: draft.next, ...none() })
    draft.next++
  },
  rename: (draft, a) => {
    const department = draft.departments.get(pick([...draft.departments.keys()], a) ?? 0)
    if (department !== undefined) department.version++
  },
  move: (draft, a, b) => {
    const number = pick([...draft.departments.keys()], a)
    const goals = [null, ...draft.departments.keys()].filter(
      (goal) => goal === null || (number !== undefined && !above(draft, goal).includes(number)),
    )
    const department = draft.departments.get(number ?? 0)
    if (department !== undefined) department.parent = pick(goals, b) ?? null
  },
  dissolve: (draft, a) => {
    const number = pick([...draft.departments.keys()], a)
    if (number === undefined) return
    const { parent } = draft.departments.get(number) ?? { parent: null }
    for (const other of draft.departments.values()) if (other.parent === number) other.parent = parent
    for (const [userid, person] of draft.people) {
      if (person.department === number && parent !== null) person.department = parent
      else if (person.department === number) leave(draft, userid)
      if (person.also === number || person.also === person.department) person.also = null
    }
    draft.departments.delete(number)
  },
  hire: (draft, a) => {
    const department = pick([...draft.departments.keys()], a)
    if (department === undefined) return
    draft.people.set(draft.next, { department, title: 0, also: null })
    draft.next++
  },
  transfer: (draft, a, b) => {
    const person = draft.people.get(pick([...draft.people.keys()], a) ?? 0)
    const goal = pick([...draft.departments.keys()], b)
    if (person === undefined || goal === undefined) return
    person.department = goal
    if (person.also === goal) person.also = null
  },
  second: (draft, a, b) => {
    const person = draft.people.get(pick([...draft.people.keys()], a) ?? 0)
    const goal = pick([...draft.departments.keys()], b)
    if (person !== undefined) person.also = goal === undefined || goal === person.department ? null : goal
  },
  promote: (draft, a) => {
    const person = draft.people.get(pick([...draft.people.keys()], a) ?? 0)
    if (person !== undefined) person.title++
  },
  dismiss: (draft, a) => {
    const number = pick([...draft.people.keys()], a)
    if (number !== undefined) leave(draft, number)
  },
  head: (draft, a) => {
    const number = pick([...draft.people.keys()], a)
    const department = draft.departments.get(draft.people.get(number ?? 0)?.department ?? 0)
    if (number !== undefined && department !== undefined) department.heads = [number]
  },
  role: (draft) => {
    draft.roles.set(draft.next, { version: 0, members: [] })
    draft.next++
  },
  rerole: (draft, a) => {
    const role = draft.roles.get(pick([...draft.roles.keys()], a) ?? 0)
    if (role !== undefined) role.version++
  },
  member: (draft, a, b) => {
    const role = draft.roles.get(pick([...draft.roles.keys()], a) ?? 0)
    const number = pick([...draft.people.keys()], b)
    if (role === undefined || number === undefined) return
    role.members = role.members.includes(number)
      ? role.members.filter((member) => member !== number)
      : [...role.members, number]
  },
  unrole: (draft, a) => {
    draft.roles.delete(pick([...draft.roles.keys()], a) ?? 0)
  },
} as const satisfies Record<string, (draft: Draft, a: number, b: number) => void>
export type Edit = keyof typeof edits

/** Makes an edit, and what it entails: who had another key says so, and a head is a member of the department. */
export function edit(draft: Draft, name: Edit, a: number, b: number): void {
  const before = new Map([...draft.departments.keys()].map((number) => [number, keyOf(draft, number)]))
  edits[name](draft, a, b)
  for (const [number, department] of draft.departments) {
    const [was, is] = [before.get(number), keyOf(draft, number)]
    if (was !== undefined) department.former = [...new Set([...department.former, was])].filter((key) => key !== is)
  }
  for (const [number, department] of draft.departments)
    department.heads = department.heads.filter((head) => {
      const person = draft.people.get(head)
      return person?.department === number || person?.also === number
    })
}

const none = () => ({ heads: [], former: [] })

function leave(draft: Draft, number: number): void {
  draft.people.delete(number)
  for (const role of draft.roles.values()) role.members = role.members.filter((member) => member !== number)
}

function above(draft: Draft, number: number | null): number[] {
  return number === null ? [] : [number, ...above(draft, draft.departments.get(number)?.parent ?? null)]
}

const depthOf = (draft: Draft, number: number | null) => above(draft, number).length

/** One of the values, chosen by any number. */
export function pick<T>(values: readonly T[], by: number): T | undefined {
  return values[by % Math.max(1, values.length)]
}
