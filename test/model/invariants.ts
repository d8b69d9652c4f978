import type { Model } from './commands.ts'
import { isForeign } from './console.ts'
import { departmentName, filesOf, keyOf, namedIn, numberIn, roleName } from './draft.ts'
import type { Site } from './site.ts'

/** What the invariants have to know of what happened before. */
export class Memory {
  /** A copy of the lock that somebody kept. */
  oldLock: string | undefined
  /** Ids that Rollbook made or knew: it may delete them. */
  readonly #ours = new Set<string>()
  #fresh = 1

  fresh(): number {
    return this.#fresh++
  }

  made(id: string): void {
    this.#ours.add(id)
  }

  isOurs(id: string): boolean {
    return this.#ours.has(id)
  }
}

/** Does a step and looks at everything that must hold after any step. */
export async function watched(model: Model, site: Site, run: () => Promise<void>): Promise<void> {
  const [before, lock, written] = [site.emulator.snapshot(), await lockedIn(site), site.written]
  for (const id of lock.keys()) model.memory.made(id)
  await run()
  const after = site.emulator.snapshot()
  noDuplicates(after)
  // What an administrator does in the console is not ours to judge.
  if (site.written === written) return
  const had = new Set(idsIn(before))
  for (const id of idsIn(after)) if (!had.has(id)) model.memory.made(id)
  foreignUntouched(before, after)
  onlyAllowedDeletions(model, before, after, lock)
}

type Snapshot = ReturnType<Site['emulator']['snapshot']>
type Locked = ReadonlyMap<string, string>

/** Kind and key by id, of the lock as it is now. */
async function lockedIn(site: Site): Promise<Locked> {
  const text = await site.lock()
  const { resources } = JSON.parse(text ?? '{"resources":{}}') as {
    resources: Record<string, Record<string, { id: string }>>
  }
  return new Map(
    Object.entries(resources).flatMap(([kind, entries]) =>
      kind === 'department-settings' ? [] : Object.entries(entries).map(([key, { id }]) => [id, `${kind} ${key}`]),
    ),
  )
}

const idsIn = ({ departments, users, roles }: Snapshot) => [
  ...departments.map(({ dept_id }) => `${dept_id}`),
  ...users.map(({ userid }) => userid),
  ...roles.map(({ id }) => `${id}`),
]

/** Names carry a number that belongs to one department, person or role only; a group is there once. */
function noDuplicates({ departments, users, roles, groups }: Snapshot): void {
  for (const [kind, things] of Object.entries({ departments, users, roles })) {
    const numbers = things.map(({ name }) => numberIn(name)).filter((number) => number !== undefined)
    const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at)
    if (twice.length > 0) throw new Error(`${kind} are there twice: ${twice.join(', ')}`)
  }
  if (groups.filter(({ name }) => name === '岗位').length > 1) throw new Error('the role group is there twice')
}

function foreignUntouched(before: Snapshot, after: Snapshot): void {
  const foreign = ({ departments, users }: Snapshot) => ({
    departments: departments.filter(({ name }) => isForeign(name)),
    users: users.filter(({ userid }) => userid.startsWith('x')),
  })
  const [then, now] = [foreign(before), foreign(after)].map((found) => JSON.stringify(found))
  if (then !== now) throw new Error(`something that is not ours was changed:\n${then}\n${now}`)
}

/** What is gone was made by Rollbook or known to it, and is not in the files. */
function onlyAllowedDeletions({ draft, memory }: Model, before: Snapshot, after: Snapshot, lock: Locked): void {
  const stays = new Set(idsIn(after))
  const named = namedIn(draft)
  const numbers = numbersIn(draft)
  const names = namesById(before)
  for (const id of idsIn(before)) {
    if (stays.has(id)) continue
    const name = names.get(id) ?? id
    if (!memory.isOurs(id)) throw new Error(`${name} (${id}) was deleted, which Rollbook had not made`)
    const entry = lock.get(id)
    // By key and by number: a renamed folder is another key, and the same department.
    if ((entry !== undefined && named.has(entry)) || numbers.has(`${numberIn(name)}`))
      throw new Error(`${name} (${id}, ${entry}) was deleted, which the files name`)
  }
}

const numbersIn = ({ departments, people, roles }: Model['draft']) =>
  new Set([...departments.keys(), ...people.keys(), ...roles.keys()].map(String))

function namesById({ departments, users, roles }: Snapshot): Map<string, string> {
  return new Map([
    ...departments.map(({ dept_id, name }) => [`${dept_id}`, name] as const),
    ...users.map(({ userid, name }) => [userid, name] as const),
    ...roles.map(({ id, name }) => [`${id}`, name] as const),
  ])
}

/** After an apply that said it was done: DingTalk holds what the files say, the lock says so, and nothing is left to do. */
export async function settled({ draft }: Model, site: Site): Promise<void> {
  await site.rest()
  const [snapshot, lock] = [site.emulator.snapshot(), await lockedIn(site)]
  const wrong = [...departmentsOff(draft, snapshot, lock), ...peopleOff(draft, snapshot, lock)]
  wrong.push(...rolesOff(draft, snapshot, lock))
  const named = namedIn(draft)
  for (const [id, entry] of lock)
    if (!named.has(entry) && !entry.startsWith('role-group')) wrong.push(`the lock still has ${entry} as ${id}`)
  const { plan } = await site.plan()
  for (const { action, ref, patch } of plan.changes)
    wrong.push(`left to do: ${action} ${ref.kind} ${ref.key} ${JSON.stringify(patch)}`)
  if (wrong.length > 0)
    throw new Error(`after a clean apply:\n${wrong.join('\n')}\nfiles: ${JSON.stringify(filesOf(draft), null, 1)}`)
}

type Draft = Model['draft']

function departmentsOff(draft: Draft, { departments }: Snapshot, lock: Locked): string[] {
  const byNumber = new Map(departments.map((found) => [numberIn(found.name), found]))
  return [...draft.departments].flatMap(([number, { parent, version, heads }]) => {
    const found = byNumber.get(String(number))
    const above = parent === null ? 1 : byNumber.get(String(parent))?.dept_id
    return off(`department ${number}`, {
      'is not there': found !== undefined,
      'has another name': found?.name === departmentName(number, version),
      'is elsewhere': found?.parent_id === above,
      'lacks a head': heads.every((head) => found?.managers.includes(`u${head}`)),
      'is not in the lock': lock.get(`${found?.dept_id}`) === `department ${keyOf(draft, number)}`,
    })
  })
}

function peopleOff(draft: Draft, { users, departments }: Snapshot, lock: Locked): string[] {
  const idOf = (number: number) => departments.find(({ name }) => numberIn(name) === String(number))?.dept_id ?? 0
  return [...draft.people].flatMap(([number, { department, title, also }]) => {
    const found = users.find(({ userid }) => userid === `u${number}`)
    return off(`person ${number}`, {
      'is not there': found !== undefined,
      'is elsewhere': found?.main === idOf(department),
      'is missing somewhere': [department, also ?? department].every((at) => found?.departments.includes(idOf(at))),
      'has another title': found?.title === `职位${title}`,
      'is not in the lock': lock.get(`u${number}`) === `user u${number}`,
    })
  })
}

function rolesOff(draft: Draft, { roles }: Snapshot, lock: Locked): string[] {
  return [...draft.roles].flatMap(([number, { version, members }]) => {
    const name = roleName(number, version)
    const found = roles.find((role) => role.name === name)
    return off(`role ${number}`, {
      'is not there': found !== undefined,
      'lacks a member': members.every((member) => found?.members[`u${member}`] !== undefined),
      'is not in the lock': lock.get(`${found?.id}`) === `role 岗位/${name}`,
    })
  })
}

const off = (what: string, checks: { readonly [wrong: string]: boolean }) =>
  Object.entries(checks).flatMap(([wrong, holds]) => (holds ? [] : [`${what} ${wrong}`]))
