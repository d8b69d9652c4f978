import type { Desired } from '../core/desired.ts'
import { approve, type Judged } from '../core/guard/approvals.ts'
import { guard } from '../core/guard/index.ts'
import type { GuardInput } from '../core/guard/input.ts'
import type { Snapshot } from '../core/model.ts'
import type { DepartmentRemote } from '../kinds/department/remote.ts'
import type { UserRemote } from '../kinds/user/remote.ts'

/** What judging a plan works with: what the guard needs as it is, and what it is made from. */
export interface JudgeInput
  extends Pick<
    GuardInput,
    'changes' | 'base' | 'judged' | 'olderLock' | 'identified' | 'lock' | 'company' | 'administrators'
  > {
  readonly identified: GuardInput['identified'] & { readonly adopted: readonly unknown[] }
  readonly desired: Pick<Desired, 'settings' | 'replaceable' | 'approvals'>
  readonly snapshot: Snapshot
  readonly hash: string
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** The refusals of a plan, with what its approvals make of them. */
export function judge({ desired, snapshot, hash, today, ...rest }: JudgeInput): Judged {
  const { identified } = rest
  const refusals = guard({
    ...rest,
    adopted: identified.adopted.length,
    reading: snapshot.reading,
    settings: desired.settings,
    replaceable: desired.replaceable,
    access: snapshot.access,
    exists: (kind, id) => snapshot.remotes[kind === 'department-settings' ? 'department' : kind]?.has(id) ?? false,
    unmanagedIn: unmanagedIn(snapshot, identified),
    headsOf: headsOf(snapshot, identified),
  })
  return approve(refusals, desired.approvals, hash, today)
}

/** Departments directly below another one, and people in it, that no key of ours stands for. */
function unmanagedIn(snapshot: Snapshot, { ids }: GuardInput['identified']): GuardInput['unmanagedIn'] {
  const ours = (kind: string) => new Set(Object.values(ids[kind] ?? {}))
  const departments = [...remotesOf<DepartmentRemote>(snapshot, 'department')]
  const people = [...remotesOf<UserRemote>(snapshot, 'user')]
  const [ourDepartments, ourPeople] = [ours('department'), ours('user')]
  return (key) => {
    const id = ids['department']?.[key]
    return [
      ...departments
        .filter(([own, { parent }]) => String(parent) === id && !ourDepartments.has(own))
        .map(([own, { name }]) => ({ kind: 'department', key: `#${own}`, name })),
      ...people
        .filter(([own, remote]) => remote.departments.some((at) => String(at) === id) && !ourPeople.has(own))
        .map(([own, { item }]) => ({ kind: 'user', key: `#${own}`, name: item.name })),
    ]
  }
}

/** A userid is key and id at once. */
function headsOf(snapshot: Snapshot, { ids }: GuardInput['identified']): GuardInput['headsOf'] {
  const departments = remotesOf<DepartmentRemote>(snapshot, 'department')
  return (key) => departments.get(ids['department']?.[key] ?? '')?.detail?.dept_manager_userid_list ?? []
}

function remotesOf<R>(snapshot: Snapshot, kind: string): ReadonlyMap<string, R> {
  return (snapshot.remotes[kind] ?? new Map()) as ReadonlyMap<string, R>
}
