import type { Change, Ref, Refusal } from '../model.ts'
import type { Settings } from '../settings.ts'
import { bereft, HEADS } from './counts.ts'
import type { GuardInput } from './input.ts'
import type { Places } from './places.ts'
import { distinct, fieldsOf, isRemoval, leftDepartments, losesAccount, lostFrom, narrowedIn } from './removal.ts'

/**
 * Protected people keep their account, their departments, roles with the scope of each, and headships; protected departments stay, stay where
 * they are, and keep their heads. An edit of what a protected person signs in or is reached by is an escalation: whoever
 * holds that address or number can become that person.
 */
export function protectedRefs(input: GuardInput, settings: Settings, places: Places): Refusal[] {
  const people = new Set(settings.protected.users)
  const departments = new Set(settings.protected.departments.flatMap((key) => places.named(key)))
  if (people.size + departments.size === 0) return []
  const lost = distinct([
    ...input.changes.flatMap((change) => [...peopleHurt(change, people), ...departmentsHurt(change, departments)]),
    ...headsGone(input, people, departments),
  ])
  return [...(lost.length === 0 ? [] : [refuseLoss(lost)]), ...identity(input.changes, people)]
}

function refuseLoss(refs: readonly Ref[]): Refusal {
  return {
    code: 'protected',
    message: `${refs.length} protected people or departments would be removed, replaced, moved, or lose a department, role or head`,
    hint: 'change the files back, or take them off "protected" in rollbook.yaml in a change of its own',
    refs,
  }
}

/** Protected people from whom a change takes something. */
function peopleHurt(change: Change, people: ReadonlySet<string>): Ref[] {
  const { ref } = change
  const losing =
    ref.kind === 'user'
      ? losesAccount(change) || leftDepartments(change).length > 0
        ? [ref.key]
        : []
      : ref.kind === 'role'
        ? [...lostFrom(change, 'members'), ...narrowedIn(change)]
        : ref.kind === 'department-settings'
          ? lostFrom(change, HEADS)
          : []
  return losing.filter((key) => people.has(key)).map((key) => ({ kind: 'user', key }))
}

function departmentsHurt(change: Change, departments: ReadonlySet<string>): Ref[] {
  const { kind, key } = change.ref
  if (!departments.has(key)) return []
  const hurt =
    kind === 'department'
      ? isRemoval(change) || change.action === 'move'
      : kind === 'department-settings' && lostFrom(change, HEADS).length > 0
  return hurt ? [{ kind: 'department', key }] : []
}

/** Headships that go without a change of the files' own lists: with the department, or with the head's account. */
function headsGone(input: GuardInput, people: ReadonlySet<string>, departments: ReadonlySet<string>): Ref[] {
  const dissolved = input.changes.filter((change) => change.ref.kind === 'department' && isRemoval(change))
  return [
    ...dissolved.flatMap(({ ref }) => input.headsOf(ref.key).filter((head) => people.has(head))).map(person),
    ...bereft(input)
      .filter(({ key }) => departments.has(key))
      .map(({ key }) => ({ kind: 'department', key })),
  ]
}

/** What people sign in or are reached by, under the names of the write API. */
const IDENTITY = [
  'mobile',
  'email',
  'org_email',
  'login_email',
  'login_id',
  'loginId',
  'init_password',
  'exclusive_mobile',
  'exclusive_mobile_verify_status',
  'exclusive_account',
  'exclusive_account_type',
]

function identity(changes: readonly Change[], people: ReadonlySet<string>): Refusal[] {
  const ours = changes.filter(({ ref }) => ref.kind === 'user' && people.has(ref.key))
  const edited = ours.filter(
    (change) => change.action !== 'create' && fieldsOf(change).some((field) => IDENTITY.includes(field)),
  )
  const renamed = ours.filter(({ reappears }) => reappears !== undefined)
  const fields = [...new Set(edited.flatMap(fieldsOf))].filter((field) => IDENTITY.includes(field))
  return [
    ...(edited.length === 0
      ? []
      : [
          {
            code: 'protected-identity' as const,
            message: `what ${edited.length} protected people sign in or are reached by would change: ${fields.join(', ')}`,
            hint: 'change the files back, or take them off "protected" in rollbook.yaml in a change of its own',
            refs: edited.map(({ ref }) => ref),
          },
        ]),
    ...(renamed.length === 0
      ? []
      : [
          {
            code: 'protected-identity' as const,
            case: 'renamed' as const,
            message: `${renamed.length} protected people would get another userid, which deletes their account and makes a new one`,
            hint: 'a userid is never changed: write the former one back into the file',
            refs: renamed.map(({ ref }) => ref),
            blocking: renamed.map(({ reappears }) => person(reappears ?? '')),
          },
        ]),
  ]
}

function person(key: string): Ref {
  return { kind: 'user', key }
}
