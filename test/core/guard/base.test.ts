import { expect, test } from 'vitest'
import type { Settings } from '../../../src/core/settings.ts'
import { addPerson, organisation, planOf, type World } from '../../support/world.ts'

/** The policy of the files and that of the base commit: a plan has to pass under both, and is told each reason once. */

const floor = (most: number): Partial<Settings> => ({
  limits: { ...organisation().settings.limits, 'users.remove': { floor: most, percent: 0, ceiling: 200 } },
})
const shielded = (...users: string[]): Partial<Settings> => ({ protected: { users, departments: [] } })

/** Four people leave, under what the files say now, and what they said at the base commit. */
function refusals(here: Partial<Settings>, base: Partial<Settings>) {
  const world: World = organisation()
  const common: Settings = {
    ...world.settings,
    ...floor(9),
    deletions: { users: 'enabled', departments: 'enabled', roles: 'enabled' },
  }
  world.settings = { ...common, ...here }
  world.base = { ...common, ...base }
  for (const userid of ['p0', 'p1', 'p2', 'p3']) {
    addPerson(world, { userid, name: userid, main: '市场部', title: '专员' })
    delete world.desired.user[userid]
  }
  return planOf(world).refusals
}
const told = (here: Partial<Settings>, base: Partial<Settings>) =>
  refusals(here, base).map(({ code, limit, refs, base: atBase }) => [
    code,
    limit?.most ?? refs.map(({ key }) => key).join(),
    atBase === true ? 'base' : 'files',
  ])

test.each<[string, Partial<Settings>, Partial<Settings>, unknown[]]>([
  ['allow it', {}, {}, []],
  ['refuse it alike', floor(3), floor(3), [['limit-exceeded', 3, 'files']]],
  ['differ, and only the base refuses', floor(9), floor(3), [['limit-exceeded', 3, 'base']]],
  ['differ, and only the files refuse', floor(3), floor(9), [['limit-exceeded', 3, 'files']]],
  ['refuse it, the base more strictly', floor(3), floor(2), [['limit-exceeded', 2, 'base']]],
  ['refuse it, the files more strictly', floor(2), floor(3), [['limit-exceeded', 2, 'files']]],
  ['protect the same person', shielded('p0'), shielded('p0'), [['protected', 'p0', 'files']]],
  ['protect more people at the base', shielded('p0'), shielded('p0', 'p1'), [['protected', 'p0,p1', 'base']]],
  ['protect more people in the files', shielded('p0', 'p1'), shielded('p0'), [['protected', 'p0,p1', 'files']]],
  [
    'protect different people',
    shielded('p0'),
    shielded('p1'),
    [
      ['protected', 'p0', 'files'],
      ['protected', 'p1', 'base'],
    ],
  ],
  [
    'refuse it by different rules',
    shielded('p0'),
    floor(3),
    [
      ['protected', 'p0', 'files'],
      ['limit-exceeded', 3, 'base'],
    ],
  ],
])('when both %s', (_, here, base, expected) => expect(told(here, base)).toEqual(expected))

test('what the base refuses says so, and that no line of this change lifts it', () => {
  const [refusal] = refusals(floor(9), floor(3))
  expect(refusal?.message).toMatch(/^users\.remove: 4, .*\(by rollbook\.yaml at the base commit\)$/)
  expect(refusal?.hint).toMatch(/^change rollbook\.yaml in a change of its own .* cannot lift its own limit$/)
})
