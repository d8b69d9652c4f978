import { describe, expect, test } from 'vitest'
import { bereft, tallies } from '../../../src/core/guard/counts.ts'
import type { GuardInput } from '../../../src/core/guard/input.ts'
import {
  fieldsOf,
  lasting,
  leftDepartments,
  losesAccount,
  lostFrom,
  narrowedIn,
} from '../../../src/core/guard/removal.ts'
import type { Change, Directory, Model } from '../../../src/core/model.ts'

/** What each limit counts, change by change: a company of three people, two departments and one role. */

const heads = (...userids: string[]): Model => ({
  dept_manager_userid_list: Object.fromEntries(userids.map((userid) => [userid, true])),
})
const actual: Directory = {
  user: { anna: { main: '研发部' }, bob: { main: '研发部' }, carl: { main: '市场部' } },
  department: { '/': {}, 研发部: {}, 市场部: {} },
  'department-settings': { 研发部: heads('anna'), 市场部: {} },
  role: { '岗位/会计': { members: { carl: {}, bob: {} } } },
}
const change = (kind: string, key: string, more: Partial<Change>): Change => ({
  action: 'update',
  ref: { kind, key },
  patch: [],
  needs: [],
  ...more,
})
const patched = (kind: string, key: string, ...fields: string[]): Pick<Change, 'patch'> => ({
  patch: fields.map((field) => ({ op: 'replace', path: `/${kind}/${key}/${field}`, value: '' })),
})
const input = (changes: readonly Change[], desired: Directory = actual): GuardInput =>
  ({
    changes,
    identified: { actual, desired },
    headsOf: (key: string) =>
      Object.keys((actual['department-settings']?.[key]?.['dept_manager_userid_list'] as object) ?? {}),
  }) as unknown as GuardInput
/** What was counted, by limit: limits that counted nothing are left out. */
const counted = (changes: readonly Change[], desired?: Directory) =>
  Object.fromEntries(
    Object.entries(tallies(input(changes, desired))).flatMap(([name, { changed }]) =>
      changed.length === 0
        ? []
        : [[name, changed.map(({ ref, subject }) => `${ref.kind} ${ref.key}: ${subject.kind} ${subject.key}`)]],
    ),
  )
const anna = 'user anna: user anna'

test('a limit is of what is managed and exists: never of the company itself, and of heads only where there are some', () => {
  const managed = Object.fromEntries(
    Object.entries(tallies(input([]))).map(([name, { managed }]) => [
      name,
      managed.map(({ kind, key }) => `${kind} ${key}`),
    ]),
  )
  const people = ['user anna', 'user bob', 'user carl']
  expect(managed).toEqual({
    'users.remove': people,
    'users.move': people,
    'users.change': people,
    'users.replace': people,
    'departments.remove': ['department 研发部', 'department 市场部'],
    'roles.remove': ['role 岗位/会计'],
    'managers.change': ['department 研发部'],
    'members.remove': ['user bob', 'user carl'],
  })
})

test('of kinds that are not there nothing is managed', () => {
  const none = { ...input([]), identified: { actual: {}, desired: {} } } as unknown as GuardInput
  expect(Object.values(tallies(none)).flatMap(({ managed }) => managed)).toEqual([])
})

describe('a person', () => {
  test.each<[string, Partial<Change>, object]>([
    ['is made', { action: 'create' }, {}],
    ['is deleted', { action: 'delete' }, { 'users.remove': [anna] }],
    ['departs', { action: 'move', departs: true }, { 'users.remove': [anna] }],
    ['departs and changes on the way', { action: 'update', departs: true }, { 'users.remove': [anna] }],
    ['changes', { action: 'update' }, { 'users.change': [anna] }],
    ['moves', { action: 'move', ...patched('user', 'anna', 'main', 'dept_id_list') }, { 'users.move': [anna] }],
    [
      'moves and changes',
      { action: 'move', ...patched('user', 'anna', 'main', 'title') },
      { 'users.move': [anna], 'users.change': [anna] },
    ],
    ['is replaced', { action: 'replace', ...patched('user', 'anna', 'mobile') }, { 'users.replace': [anna] }],
    [
      'is replaced and changes',
      { action: 'replace', ...patched('user', 'anna', 'mobile', 'title') },
      { 'users.replace': [anna], 'users.change': [anna] },
    ],
    [
      'leaves a further department',
      {
        before: { main: '研发部', dept_id_list: { 研发部: true, 市场部: true } },
        after: { main: '研发部', dept_id_list: { 研发部: true } },
      },
      { 'users.move': [anna], 'users.change': [anna] },
    ],
  ])('who %s', (_, more, found) => {
    const { 'managers.change': __, ...rest } = counted([change('user', 'anna', more)])
    expect(rest).toEqual(found)
  })
})

describe('heads', () => {
  const settings = (before: Model | undefined, after: Model | undefined) =>
    change('department-settings', '研发部', { ...(before && { before }), ...(after && { after }) })
  const one = { 'managers.change': ['department-settings 研发部: department 研发部'] }

  test.each<[string, Model | undefined, Model | undefined, object]>([
    ['exchanged', heads('anna'), heads('bob'), one],
    ['taken away', heads('anna'), heads(), one],
    ['taken away with everything else', heads('anna'), undefined, one],
    ['left as they are', heads('anna'), { ...heads('anna'), order: 3 }, {}],
    ['the first', heads(), heads('bob'), {}],
    ['of what is about to be made', undefined, heads('bob'), {}],
  ])('that are %s', (_, before, after, found) => expect(counted([settings(before, after)])).toEqual(found))

  test('of another kind of thing do not count', () => {
    expect(counted([change('department', '研发部', { before: heads('anna'), after: heads() })])).toEqual({})
  })

  const without: Directory = { ...actual, 'department-settings': { 研发部: {} } }
  const leaves = change('user', 'anna', { action: 'delete' })

  test('whose account goes count once, whether the files speak of them or not', () => {
    expect(counted([leaves], without)).toEqual({ 'users.remove': [anna], ...one })
    expect(counted([leaves, settings(heads('anna'), heads())], without)).toEqual({ 'users.remove': [anna], ...one })
    expect(counted([leaves], {})).toEqual({ 'users.remove': [anna], ...one })
  })

  test('who are added again as heads do not count', () => {
    expect(counted([change('user', 'anna', { action: 'replace' })])).toEqual({ 'users.replace': [anna] })
  })

  test('go with a department that is dissolved, and not with anything else that goes', () => {
    expect(bereft(input([leaves, change('department', '研发部', { action: 'delete' })], without))).toEqual([])
    const left = [{ kind: 'department-settings', key: '研发部' }]
    expect(bereft(input([leaves, change('department', '市场部', { action: 'delete' })], without))).toEqual(left)
    expect(bereft(input([leaves, change('department', '研发部', {})], without))).toEqual(left)
    expect(bereft(input([leaves, change('role', '研发部', { action: 'delete' })], without))).toEqual(left)
  })

  test('stay when somebody else goes, or only changes', () => {
    expect(bereft(input([change('user', 'bob', { action: 'delete' })], without))).toEqual([])
    expect(bereft(input([change('user', 'anna', {})], without))).toEqual([])
    expect(bereft(input([change('role', 'anna', { action: 'delete' })], without))).toEqual([])
  })
})

describe('a role', () => {
  const role = (more: Partial<Change>) => change('role', '岗位/会计', more)
  const lost = (...userids: string[]) => userids.map((userid) => `role 岗位/会计: user ${userid}`)

  test('that is deleted is lost by each of its members', () => {
    const removed = role({ action: 'delete', before: { members: { carl: {}, bob: {} } } })
    expect(counted([removed])).toEqual({
      'roles.remove': ['role 岗位/会计: role 岗位/会计'],
      'members.remove': lost('bob', 'carl'),
    })
  })

  test('is lost by those whom it no longer names; one of which the files say nothing by nobody', () => {
    const before = { members: { carl: {}, bob: {} } }
    expect(counted([role({ before, after: { members: { bob: {} } } })])).toEqual({ 'members.remove': lost('carl') })
    expect(counted([role({ before, after: { name: '出纳' } })])).toEqual({})
    expect(lostFrom(role({ action: 'create', after: before }), 'members')).toEqual([])
    expect(lostFrom(role({ before }), 'members')).toEqual([])
  })

  test('is no role where something else has members', () => {
    expect(
      counted([change('department', '研发部', { before: { members: { a: true } }, after: { members: {} } })]),
    ).toEqual({})
  })

  test('is narrowed for who looks after less than before', () => {
    const scoped = (had: object, has: object) =>
      narrowedIn(role({ before: { members: had } as Model, after: { members: has } as Model }))
    const [all, both, one] = [{}, { scope: { 研发部: true, 市场部: true } }, { scope: { 研发部: true } }]
    expect(scoped({ bob: all }, { bob: one })).toEqual(['bob'])
    expect(scoped({ bob: both }, { bob: one })).toEqual(['bob'])
    expect(scoped({ bob: one }, { bob: both })).toEqual([])
    expect(scoped({ bob: one }, { bob: all })).toEqual([])
    expect(scoped({ bob: one }, {})).toEqual([])
    expect(scoped({ bob: true }, { bob: one })).toEqual(['bob'])
    expect(scoped({ bob: one }, { bob: true })).toEqual([])
    expect(narrowedIn(role({ after: { members: { bob: one } } }))).toEqual([])
    expect(narrowedIn(role({ before: { members: { bob: all } } }))).toEqual([])
    const elsewhere = { before: { members: { bob: all } }, after: { members: { bob: one } } }
    expect(narrowedIn(change('department', '研发部', elsewhere))).toEqual([])
  })
})

test('departments are left by people who stay, and by nobody else', () => {
  const before = { main: '研发部', dept_id_list: { 市场部: true } }
  const left = (more: Partial<Change>, kind = 'user') => leftDepartments(change(kind, 'anna', more))
  expect(left({ before, after: { main: '市场部', dept_id_list: { 市场部: true } } })).toEqual(['研发部'])
  expect(left({ before, after: { main: '研发部' } })).toEqual(['市场部'])
  expect(left({ before: { main: null, dept_id_list: {} }, after: {} })).toEqual([])
  expect(left({ before })).toEqual([])
  expect(left({ after: before })).toEqual([])
  expect(left({ before, after: {} }, 'department')).toEqual([])
})

test('an account is lost by people who go, depart, or are replaced', () => {
  const loses = (kind: string, more: Partial<Change>) => losesAccount(change(kind, 'anna', more))
  expect(loses('user', { action: 'delete' })).toBe(true)
  expect(loses('user', { action: 'move', departs: true })).toBe(true)
  expect(loses('user', { action: 'replace' })).toBe(true)
  expect(loses('user', { action: 'move' })).toBe(false)
  expect(loses('role', { action: 'delete' })).toBe(false)
})

test('a step that only makes room is not what lasts', () => {
  const stays = change('department', '研发部', {})
  expect(lasting([change('department', '研发部', { temporary: true }), stays])).toEqual([stays])
})

test('a field has the name that its path stands for, once', () => {
  const more = patched('user', 'anna', 'title', 'extension~1a~0b/x', 'extension~1a~0b')
  expect(fieldsOf(change('user', 'anna', more))).toEqual(['title', 'extension/a~b'])
  expect(fieldsOf(change('user', 'anna', { patch: [{ op: 'remove', path: '/user/anna' }] }))).toEqual([])
})
