import { doubtfulLock } from './guard-lock.ts'
import type { Identified } from './identify.ts'
import type { Lockfile } from './lockfile.ts'
import type { Change, Model, Reading, Ref, Refusal } from './model.ts'
import type { Judgement } from './prove.ts'
import { allowed, type LimitName, type Settings } from './settings.ts'
import { equal, isEntries, members } from './value.ts'

/** What the guard judges: the changes, and everything that may be wrong with how they came about. */
export interface GuardInput {
  readonly changes: readonly Change[]
  /** How many resources the lock would learn of without a write. */
  readonly adopted: number
  readonly reading: Reading
  readonly settings: Settings
  readonly identified: Pick<Identified, 'actual' | 'ids' | 'desired'>
  readonly lock: Lockfile
  /** What the vendor says of the company that the files name: `unproven` where it says nothing. */
  readonly company: 'proven' | 'wrong' | 'unproven'
  /** Whether an id of the lock stands in DingTalk. */
  readonly exists: (kind: string, id: string) => boolean
  /** Every entry of the lock, held against DingTalk. */
  readonly judged: readonly Judgement[]
  /** Whether this machine had this very lock before, and a later one since. */
  readonly olderLock: boolean
  readonly replaceable: readonly string[]
  /** Names of the departments directly below one that are not ours. */
  readonly unmanagedIn: (departmentKey: string) => readonly string[]
}

/**
 * Reasons to stop before the first write. They are computed with every plan and printed in it; only apply stops.
 * A read that was not whole, or a company that is not ours, refuses everything; limits refuse their own kind of change,
 * but nothing is written then either: a plan is applied as a whole or not at all.
 */
export function guard(input: GuardInput): readonly Refusal[] {
  if (input.changes.length === 0 && input.adopted === 0) return []
  return [
    ...wrongCompany(input),
    ...doubtfulLock(input),
    ...emptyDesired(input),
    ...incompleteRead(input),
    ...deletions(input),
    ...replacements(input),
    ...protectedRefs(input),
    ...unmanagedBelow(input),
    ...limits(input),
  ]
}

function wrongCompany({ settings, lock, company, exists }: GuardInput): Refusal[] {
  const refuse = (message: string, hint: string): Refusal[] => [{ code: 'wrong-company', message, hint, refs: [] }]
  if (company === 'wrong')
    return refuse(
      `DingTalk says that this app does not belong to the company ${settings.corp}`,
      'check DINGTALK_CLIENT_ID, and "corp" in rollbook.yaml',
    )
  if (settings.corp !== null && lock.corp !== null && settings.corp !== lock.corp)
    return refuse(
      `rollbook.yaml names the company ${settings.corp}, but the lock was written for ${lock.corp}`,
      'use the folder of the right company; a lock is never moved from one company to another',
    )
  const locked = Object.entries(lock.resources).flatMap(([kind, entries]) =>
    Object.values(entries).map(({ id }) => ({ kind, id })),
  )
  if (locked.length > 0 && company !== 'proven' && !locked.some(({ kind, id }) => exists(kind, id)))
    return refuse(
      `nothing that the lock lists exists in this company (${locked.length} entries)`,
      'check that the credential is of the right company; if everything there was really deleted, remove rollbook.lock.json',
    )
  return []
}

function emptyDesired({ identified, lock }: GuardInput): Refusal[] {
  const stated = Object.entries(identified.desired).some(([, models]) => Object.keys(models).some((key) => key !== '/'))
  const owned = Object.values(lock.resources).some((entries) => Object.keys(entries).length > 0)
  if (stated || !owned) return []
  return [
    {
      code: 'empty-desired',
      message: 'the files describe nobody and nothing, but the lock lists resources that are ours',
      hint: 'check that the folder is the right one and was checked out whole',
      refs: [],
    },
  ]
}

function incompleteRead({ reading }: GuardInput): Refusal[] {
  if (reading.gaps.length === 0) return []
  return [
    {
      code: 'incomplete-read',
      message: `DingTalk was not read as a whole: ${reading.gaps.map((gap) => gap.message).join('; ')}`,
      hint: 'what we did not see could be taken for missing: widen the contact scope of the app to the whole company, or run again',
      refs: [],
    },
  ]
}

function deletions({ changes, settings }: GuardInput): Refusal[] {
  const kinds = [
    { name: 'users', kind: 'user' },
    { name: 'departments', kind: 'department' },
    { name: 'roles', kind: 'role' },
  ] as const
  return kinds.flatMap(({ name, kind }) => {
    const refs = changes.filter((change) => change.ref.kind === kind && isRemoval(change)).map((change) => change.ref)
    if (refs.length === 0 || settings.deletions[name] === 'enabled') return []
    return [
      {
        code: 'deletion-plan-only' as const,
        message: `${refs.length} of ${name} would be removed, and rollbook.yaml does not enable that`,
        hint: `to allow it, write "deletions: {${name}: enabled}" in rollbook.yaml; to keep them, put their files back`,
        refs,
      },
    ]
  })
}

function replacements({ changes, replaceable }: GuardInput): Refusal[] {
  const refs = changes
    .filter((change) => change.action === 'replace' && !replaceable.includes(change.ref.key))
    .map((change) => change.ref)
  if (refs.length === 0) return []
  return [
    {
      code: 'mobile-replacement',
      message: `${refs.length} people have another mobile in DingTalk; it cannot be changed, only by deleting and adding them again`,
      hint: 'write "replace: mobile" in the person\'s file to allow it, or leave the mobile out of the file',
      refs,
    },
  ]
}

function protectedRefs({ changes, settings }: GuardInput): Refusal[] {
  const refs = changes
    .filter((change) => isRemoval(change) || change.action === 'replace')
    .map((change) => change.ref)
    .filter(
      ({ kind, key }) =>
        (kind === 'user' && settings.protected.users.includes(key)) ||
        (kind === 'department' && settings.protected.departments.includes(key)),
    )
  if (refs.length === 0) return []
  return [
    {
      code: 'protected',
      message: `${refs.length} protected people or departments would be removed`,
      hint: 'put their files back, or take them off "protected" in rollbook.yaml in a change of its own',
      refs,
    },
  ]
}

/** DingTalk deletes empty sub-departments along with their parent: what is not ours must not go that way. */
function unmanagedBelow({ changes, unmanagedIn }: GuardInput): Refusal[] {
  const found = changes
    .filter(({ action, ref }) => action === 'delete' && ref.kind === 'department')
    .map(({ ref }) => ({ ref, names: unmanagedIn(ref.key) }))
    .filter(({ names }) => names.length > 0)
  if (found.length === 0) return []
  return [
    {
      code: 'unmanaged-below',
      message: `${found.length} departments would be dissolved that still hold others, which are not managed: ${found.flatMap(({ names }) => names).join(', ')}`,
      hint: 'move those elsewhere in DingTalk, or take them into the files',
      refs: found.map(({ ref }) => ref),
    },
  ]
}

/** What each limit counts, and of how many that exist. */
function limits({ changes, settings, identified }: GuardInput): Refusal[] {
  const { actual } = identified
  const of = (kind: string, test: (change: Change) => boolean) =>
    changes
      .filter((change) => change.ref.kind === kind && !change.temporary && test(change))
      .map((change) => change.ref)
  const count = (kind: string) => Object.keys(actual[kind] ?? {}).filter((key) => key !== '/').length
  const removedMembers = changes.filter((change) => change.ref.kind === 'role' && change.action !== 'delete')
  const heads = 'dept_manager_userid_list'
  const rows: readonly [LimitName, refs: readonly Ref[], managed: number, amount?: number][] = [
    ['users.remove', of('user', isRemoval), count('user')],
    ['users.move', of('user', (change) => change.action === 'move' && !change.departs), count('user')],
    ['users.change', of('user', (change) => change.action === 'update'), count('user')],
    ['users.replace', of('user', (change) => change.action === 'replace'), count('user')],
    ['departments.remove', of('department', isRemoval), count('department')],
    ['roles.remove', of('role', isRemoval), count('role')],
    [
      'managers.change',
      of(
        'department-settings',
        ({ before, after }) => members(before?.[heads]).length > 0 && !equal(before?.[heads], after?.[heads]),
      ),
      Object.values(actual['department-settings'] ?? {}).filter((model) => members(model[heads]).length > 0).length,
    ],
    [
      'members.remove',
      removedMembers.filter((change) => lost(change) > 0).map((change) => change.ref),
      sum(Object.values(actual['role'] ?? {}).map((model) => members(model['members']).length)),
      sum(removedMembers.map(lost)),
    ],
  ]
  return rows.flatMap(([name, refs, managed, amount = refs.length]) => {
    const limit = settings.limits[name]
    const most = allowed(limit, managed)
    if (amount <= most) return []
    return [
      {
        code: 'limit-exceeded' as const,
        message: `${name}: ${amount}, but at most ${most} of ${managed} may change in one run`,
        hint: `to allow it, raise "limits: {${name}: {floor: ${amount}, …}}" in rollbook.yaml, or split the change`,
        refs,
        limit: { name, amount, most, managed },
      },
    ]
  })
}

/** A delete, or a move into the department of the departed. */
function isRemoval(change: Change): boolean {
  return change.action === 'delete' || change.departs === true
}

function lost({ before, after }: Change): number {
  const wanted: Model | undefined = after
  const kept = wanted?.['members']
  if (wanted === undefined || kept === undefined) return 0
  return members(before?.['members']).filter((member) => !isEntries(kept) || !(member in kept)).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
