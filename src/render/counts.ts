import type { Change, Plan } from '../core/model.ts'
import { isMarkOnly } from './sentences/department.ts'
import type { Words } from './words.ts'

/** How many people, departments and roles a plan touches, by what happens to them. */
export type Counts = { readonly [name in keyof Words['counts']]: number }

/** Deletions are named even where there are none: their absence is the first thing a reader looks for. */
const alwaysShown: readonly string[] = ['leavers', 'dissolved', 'deletedRoles']

/** Counts of a plan. A department and its settings count once, a step that only makes room not at all. */
export function countsOf(plan: Pick<Plan, 'changes'>): Counts {
  const changes = plan.changes.filter((change) => !change.temporary)
  const people = of(changes, 'user')
  const departments = of(changes, 'department')
  const roles = of(changes, 'role')
  const made = new Set(departments.filter(isEnd).map((change) => change.ref.key))
  const changed = changes
    .filter(({ ref }) => ref.kind === 'department' || ref.kind === 'department-settings')
    .filter((change) => !made.has(change.ref.key) && !isMarkOnly(change))
  return {
    joiners: having(people, 'create').length,
    movers: having(people, 'move').filter((change) => !change.departs).length,
    leavers: people.filter((change) => change.action === 'delete' || change.departs).length,
    replaced: having(people, 'replace').length,
    edited: having(people, 'update').filter((change) => !change.departs).length,
    newDepartments: having(departments, 'create').length,
    changedDepartments: new Set(changed.map((change) => change.ref.key)).size,
    dissolved: having(departments, 'delete').length,
    newRoles: having(roles, 'create').length,
    changedRoles: roles.filter((change) => !isEnd(change)).length,
    deletedRoles: having(roles, 'delete').length,
  }
}

/** The counts as phrases, always in one order; what is zero is left out, save for deletions. */
export function countPhrases(plan: Pick<Plan, 'changes'>, words: Words): string[] {
  const counts = countsOf(plan)
  return (Object.keys(words.counts) as (keyof Counts)[])
    .filter((name) => counts[name] > 0 || alwaysShown.includes(name))
    .map((name) => words.counts[name](counts[name]))
}

/** The same without what is zero: of what was done already nobody looks for what was not. */
export function presentCounts(plan: Pick<Plan, 'changes'>, words: Pick<Words, 'counts'>): string[] {
  const counts = countsOf(plan)
  const names = (Object.keys(words.counts) as (keyof Counts)[]).filter((name) => counts[name] > 0)
  return names.map((name) => words.counts[name](counts[name]))
}

function of(changes: readonly Change[], kind: string): Change[] {
  return changes.filter((change) => change.ref.kind === kind)
}

function having(changes: readonly Change[], action: Change['action']): Change[] {
  return changes.filter((change) => change.action === action)
}

function isEnd(change: Change): boolean {
  return change.action === 'create' || change.action === 'delete'
}
