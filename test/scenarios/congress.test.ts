import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Emulator } from '../../src/emulator/server.ts'
import { type Company, startCompany } from '../support/company.ts'
import { type CongressWorld, congressWorld, writeCongress } from '../support/congress.ts'
import { temporaryFolder } from '../support/files.ts'

/**
 * A real organisation, twice: the Congress is made in an empty company and compared with its data object by object;
 * then a year passes (committees renamed, moved and swapped, people moved, leaving and joining, titles and roles
 * changed) and the same is asked again.
 */

let company: Company
beforeAll(async () => {
  const folder = await temporaryFolder()
  await writeCongress(folder, 'first')
  company = await startCompany({ folder })
})
afterAll(async () => company.close())

type Held = ReturnType<Emulator['snapshot']>

/** What DingTalk holds, in keys and names instead of ids, in the shape of the data. */
function inDingTalk(held: Held, lock: string) {
  const ids = JSON.parse(lock).resources.department as Record<string, { id: string }>
  const keys = new Map(Object.entries(ids).map(([key, { id }]) => [Number(id), key]))
  const key = (id: number | undefined) => (id === undefined || id === 1 ? '/' : (keys.get(id) ?? `#${id}`))
  const departments = held.departments
    .filter(({ dept_id }) => dept_id !== 1)
    .map((department) => [
      key(department.dept_id),
      {
        name: department.name,
        parent: key(department.parent_id),
        order: department.order,
        managers: [...department.managers].sort(),
      },
    ])
  const people = held.users.map((user) => [
    user.userid,
    {
      name: user.name,
      title: user.title,
      hired_date: user.hired_date,
      manager_userid: user.manager_userid ?? null,
      extension: user.extension,
      departments: user.departments.map(key).sort(),
      mobile: user.mobile === undefined ? null : `+${user.mobile.code}-${user.mobile.number}`,
      email: user.email,
      ...membershipsOf(user.memberships, key),
    },
  ])
  const roles = held.groups.flatMap((group) =>
    held.roles
      .filter((role) => role.group === group.id && !role.system)
      .map((role) => [`${group.name}/${role.name}`, scopesOf(role.members, key)]),
  )
  return {
    departments: Object.fromEntries(departments),
    people: Object.fromEntries(people),
    roles: Object.fromEntries(roles),
  }
}

/** Weights and titles in each department, as far as they were set. */
function membershipsOf(memberships: Held['users'][number]['memberships'], key: (id: number) => string) {
  const entries = Object.entries(memberships).map(([id, membership]) => [key(Number(id)), membership] as const)
  return {
    orders: Object.fromEntries(entries.flatMap(([name, { order }]) => (order === undefined ? [] : [[name, order]]))),
    titles: Object.fromEntries(entries.flatMap(([name, { title }]) => (title ? [[name, title]] : []))),
  }
}

function scopesOf(members: Held['roles'][number]['members'], key: (id: number) => string) {
  const entries = Object.entries(members).map(([userid, { scope }]) => [
    userid,
    scope == null ? null : scope.map(key).sort(),
  ])
  return Object.fromEntries(entries)
}

/** The same from the data alone. */
function inData({ departments, people, roles }: CongressWorld) {
  return {
    departments: Object.fromEntries(
      Object.entries(departments).map(([key, { name, parent, order, managers }]) => [
        key,
        { name, parent, order, managers: [...managers].sort() },
      ]),
    ),
    people: Object.fromEntries(
      Object.entries(people).map(([userid, person]) => [
        userid,
        {
          name: person.name,
          title: person.title,
          hired_date: person.hired_date,
          manager_userid: person.manager_userid,
          extension: person.extension,
          mobile: person.mobile,
          email: person.email,
          departments: [...person.departments].sort(),
          orders: person.orders,
          titles: person.titles,
        },
      ]),
    ),
    roles: Object.fromEntries(
      Object.entries(roles).map(([key, { members }]) => [
        key,
        Object.fromEntries(
          Object.entries(members).map(([userid, scope]) => [userid, scope === null ? null : [...scope].sort()]),
        ),
      ]),
    ),
  }
}

test('the first Congress is made as its data says, and the second plan is empty', async () => {
  const applied = await company.apply()
  expect(applied.end).toBe('done')
  expect(inDingTalk(company.emulator.snapshot(), await company.lock())).toEqual(inData(congressWorld('first')))
  expect((await company.plan()).plan.changes).toEqual([])
})

test('a year later everything is where it should be, every committee keeps its dept_id, and the plan is empty', async () => {
  const before = company.emulator.snapshot()
  const formerly = new Map(
    Object.entries(JSON.parse(await company.lock()).resources.department as Record<string, { id: string }>),
  )
  const first = congressWorld('first')
  const second = congressWorld('second')
  await writeCongress(company.folder, 'second')

  const applied = await company.apply()
  expect(applied.plan.refusals).toEqual([])
  expect(applied.outcomes.filter(({ status }) => status !== 'applied')).toEqual([])
  expect(applied.end).toBe('done')
  const after = company.emulator.snapshot()
  expect(inDingTalk(after, await company.lock())).toEqual(inData(second))

  const ids = JSON.parse(await company.lock()).resources.department as Record<string, { id: string }>
  const keyOf = new Map(Object.entries(first.departments).map(([key, { source }]) => [source, key]))
  const kept = Object.entries(second.departments).flatMap(([key, { source }]) => {
    const old = keyOf.get(source)
    return old === undefined ? [] : [[key, ids[key]?.id, formerly.get(old)?.id]]
  })
  expect(kept.filter(([, now, then]) => now !== then)).toEqual([])
  expect(before.departments.length).toBeGreaterThan(after.departments.length)

  expect((await company.plan()).plan.changes).toEqual([])
  expect(company.emulator.log.filter(({ outcome }) => outcome !== 0)).toEqual([])
})
