import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { Directory, Model } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { loadDirectory } from '../../src/io/load.ts'
import { type CongressVariant, type CongressWorld, congressWorld, writeCongress } from './congress.ts'
import { removeTemporaryFolders, temporaryFolder } from './files.ts'
import { organisationFiles, writeOrganisation } from './organisation.ts'

const variants: readonly CongressVariant[] = ['first', 'second']

afterEach(removeTemporaryFolders)

describe.each(variants)('the %s Congress', (variant) => {
  const world = congressWorld(variant)

  test('keeps the rules that DingTalk has for names, heads and managers', () => {
    const siblings = Object.values(world.departments).map(({ parent, name }) => `${parent}\n${name}`)
    expect(new Set(siblings).size).toBe(siblings.length)
    for (const [key, { name, managers }] of Object.entries(world.departments)) {
      expect(name).toMatch(/^[^-,，]{1,64}$/)
      for (const userid of managers) expect(world.people[userid]?.departments).toContain(key)
    }
    for (const userid of Object.keys(world.people)) expect(superiors(world, userid)).not.toContain(userid)
  })

  test('loads without a problem, and as its description says', async () => {
    const folder = await temporaryFolder()
    await writeCongress(folder, variant)
    const { directory, problems } = await loadDirectory(folder)
    expect(problems).toEqual([])
    expect(plain(directory)).toEqual(asDirectory(world))
  })
})

test('the second Congress in place of the first leaves nothing of the first', async () => {
  const folder = await temporaryFolder()
  await writeCongress(folder, 'first')
  await writeCongress(folder, 'second')
  const { directory } = await loadDirectory(folder)
  expect(Object.keys(directory['user'] ?? {}).sort()).toEqual(Object.keys(congressWorld('second').people).sort())
})

test('the second Congress differs from the first in everything that can change', () => {
  const [first, second] = [congressWorld('first'), congressWorld('second')]
  const source = (world: CongressWorld, key: string | undefined): string | undefined =>
    world.departments[key ?? '']?.source
  const common = Object.keys(first.people).filter((userid) => second.people[userid] !== undefined)
  const moved = common.filter(
    (userid) => source(first, first.people[userid]?.main) !== source(second, second.people[userid]?.main),
  )
  expect({
    left: Object.keys(first.people).length - common.length,
    joined: Object.keys(second.people).length - common.length,
    moved: moved.length,
    dissolved: Object.keys(first.departments).length - Object.keys(second.departments).length,
  }).toEqual({ left: 12, joined: 8, moved: 32, dissolved: 2 })
})

test('the example company loads without a problem', async () => {
  const { directory, problems } = await loadDirectory(fileURLToPath(new URL('../../directory', import.meta.url)))
  expect(problems).toEqual([])
  expect(Object.keys(directory['user'] ?? {})).toHaveLength(42)
})

test.each([0, 1, 13, 1000])(
  'a made-up company of %i people loads without a problem, and is the same each time',
  async (people) => {
    const folder = await temporaryFolder()
    await writeOrganisation(folder, { people, seed: 7 })
    const { directory, problems } = await loadDirectory(folder)
    expect(problems).toEqual([])
    expect(Object.keys(directory['user'] ?? {})).toHaveLength(people)
    expect(organisationFiles({ people, seed: 7 })).toEqual(organisationFiles({ people, seed: 7 }))
  },
)

function superiors(world: CongressWorld, userid: string): string[] {
  const chain: string[] = []
  for (let at = world.people[userid]?.manager_userid; at != null && !chain.includes(at); ) {
    chain.push(at)
    at = world.people[at]?.manager_userid
  }
  return chain
}

/** The directory as the description has it: personal values in clear, and what is cleared left out like what is empty. */
function plain(directory: Directory): unknown {
  return JSON.parse(
    JSON.stringify(directory, function (this: Model, key, value) {
      const original = this[key]
      return original instanceof Personal ? original.reveal() : (value ?? undefined)
    }),
  )
}

/** What `Desired` holds for a description: the same facts as models. */
function asDirectory(world: CongressWorld): Directory {
  const set = (keys: readonly string[]): Model => Object.fromEntries(keys.map((key) => [key, true]))
  const map = <T, M>(values: { readonly [key: string]: T }, of: (value: T, key: string) => M): { [key: string]: M } =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, of(value, key)]))
  return {
    department: {
      '/': {},
      ...map(world.departments, ({ name, parent, order }, key) => {
        return { name, parent_id: parent, source_identifier: `rollbook:${key}`, order }
      }),
    },
    'department-settings': map(world.departments, ({ managers }) => ({ dept_manager_userid_list: set(managers) })),
    user: map(world.people, (person): Model => {
      const { name, mobile, email, title, hired_date, extension, main, departments, titles, orders } = person
      return {
        ...{ name, mobile, email, title, hired_date, extension, main, dept_id_list: set(departments) },
        ...(person.manager_userid !== null && { manager_userid: person.manager_userid }),
        ...(Object.keys(titles).length > 0 && { dept_title_list: titles }),
        ...(Object.keys(orders).length > 0 && { dept_order_list: orders }),
      }
    }),
    'role-group': { 'Party side': { name: 'Party side' }, Titles: { name: 'Titles' } },
    role: map(world.roles, ({ members }, key) => {
      const group = key.slice(0, key.indexOf('/'))
      const scoped = map(members, (scope): Model => (scope === null ? {} : { scope: set(scope) }))
      return { name: key.slice(group.length + 1), group, members: scoped }
    }),
  }
}
