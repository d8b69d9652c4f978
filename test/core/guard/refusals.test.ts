import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Refusal } from '../../../src/core/model.ts'
import { Personal } from '../../../src/core/personal.ts'
import {
  addDepartment,
  addPerson,
  addRole,
  organisation,
  planOf,
  renameFolder,
  setHead,
  type World,
} from '../../support/world.ts'

/**
 * Every refusal as it is made: whom it names, in which words, and that it names nobody else although much else changes
 * in the same plan.
 */

/** A company in which changes are under way that nobody has to be asked about. */
function busy(): World {
  const world = organisation()
  addDepartment(world, { key: '行政部', id: 30, parent: '/' })
  addPerson(world, { userid: 'sunqi', name: '孙七', main: '行政部', title: '专员' })
  addPerson(world, { userid: 'zhouba', name: '周八', main: '行政部', title: '专员' })
  addRole(world, { group: '岗位', name: '出纳', id: '601', members: ['sunqi'] })
  setHead(world, '行政部', 'sunqi')
  world.settings = {
    ...world.settings,
    deletions: { users: 'enabled', departments: 'enabled', roles: 'enabled' },
  }
  Object.assign(world.desired.user['wangwu'] ?? {}, { title: '高级工程师' })
  Object.assign(world.desired.user['zhouba'] ?? {}, { email: new Personal('neu@example.com'), main: '市场部' })
  world.desired.user['xinren'] = { name: '新人', main: '研发部', mobile: new Personal('+86-10011113333') }
  world.desired.department['新部门'] = { name: '新部门', parent_id: '/' }
  world.desired.role['岗位/出纳'] = { name: '出纳', group: '岗位', members: { sunqi: {}, zhouba: {} } }
  world.desired['department-settings']['行政部'] = { dept_manager_userid_list: { sunqi: true, zhouba: true } }
  renameFolder(world, '研发部/前端组', '研发部/网页组')
  return world
}

const person = (world: World, userid: string) => world.desired.user[userid] ?? {}
const shield = (world: World, shielded: Partial<World['settings']['protected']>) => {
  world.settings = { ...world.settings, protected: { users: [], departments: [], ...shielded } }
}
const leaves = (world: World, ...userids: string[]) => {
  for (const userid of userids) delete world.desired.user[userid]
}
const dissolve = (world: World, key: string) => {
  delete world.desired.department[key]
  delete world.desired['department-settings'][key]
  for (const model of Object.values(world.desired.user)) if (model['main'] === key) model['main'] = '研发部'
}
const replace = (world: World, userid: string) =>
  Object.assign(person(world, userid), { mobile: new Personal('+86-10099999999') })

const situations: readonly (readonly [string, (world: World) => void])[] = [
  ['nothing but what is under way', () => {}],
  [
    'people, departments and roles go, and nothing of it is enabled',
    (world) => {
      world.settings = {
        ...world.settings,
        deletions: { users: 'plan-only', departments: 'plan-only', roles: 'plan-only' },
      }
      leaves(world, 'zhaoliu')
      dissolve(world, '市场部')
      delete world.desired.role['岗位/会计']
    },
  ],
  [
    'the department of the departed was taken out of the settings',
    (world) => {
      world.base = { ...world.settings, departed: '研发部' }
      leaves(world, 'zhaoliu', 'zhouba')
      dissolve(world, '市场部')
      delete world.desired.role['岗位/会计']
    },
  ],
  [
    'it was taken out, and nobody leaves',
    (world) => {
      world.base = { ...world.settings, departed: '研发部' }
      delete world.desired.role['岗位/会计']
    },
  ],
  [
    'it was exchanged for another',
    (world) => {
      world.base = { ...world.settings, departed: '研发部' }
      world.settings = { ...world.settings, departed: '行政部' }
      leaves(world, 'zhaoliu')
    },
  ],
  [
    'it is new',
    (world) => {
      world.base = { ...world.settings, departed: null }
      leaves(world, 'zhaoliu')
    },
  ],
  [
    'two mobiles differ, one with consent',
    (world) => {
      replace(world, 'lilei')
      replace(world, 'hanmei')
      world.replaceable.push('hanmei')
    },
  ],
  [
    'a department is dissolved of which a protected person is head',
    (world) => {
      shield(world, { users: ['sunqi'] })
      setHead(world, '市场部', 'sunqi')
      dissolve(world, '市场部')
    },
  ],
  [
    'a department with a head whom nobody protects is dissolved, and a role goes',
    (world) => {
      shield(world, { users: ['zhaoliu'] })
      setHead(world, '市场部', 'lilei')
      dissolve(world, '市场部')
      person(world, 'zhaoliu')['main'] = '市场部'
      Object.assign(world.desired.department, { 市场部: { name: '市场部', parent_id: '/' } })
    },
  ],
  [
    'a role goes that a protected person never had',
    (world) => {
      shield(world, { users: ['lilei', 'hanmei'] })
      delete world.desired.role['岗位/会计']
    },
  ],
  [
    'a protected department gets another head, another one loses its head',
    (world) => {
      shield(world, { departments: ['行政部'] })
      setHead(world, '市场部', 'zhaoliu')
      delete world.desired['department-settings']['市场部']
      leaves(world, 'zhaoliu')
      world.desired['department-settings']['行政部'] = { dept_manager_userid_list: { zhouba: true } }
    },
  ],
  [
    'the head of a protected department leaves whom the files do not state',
    (world) => {
      shield(world, { departments: ['市场部'] })
      setHead(world, '市场部', 'zhaoliu')
      delete world.desired['department-settings']['市场部']
      leaves(world, 'zhaoliu')
    },
  ],
  [
    'protected departments get heads they did not have, and other settings',
    (world) => {
      shield(world, { departments: ['行政部', '市场部'] })
      world.desired['department-settings']['市场部'] = { dept_manager_userid_list: { zhaoliu: true } }
    },
  ],
  [
    'protected and unprotected people get other addresses, and titles',
    (world) => {
      shield(world, { users: ['hanmei', 'lilei', 'xinren', 'wangwu'] })
      Object.assign(person(world, 'hanmei'), { title: '架构师', email: new Personal('h@example.com') })
      Object.assign(person(world, 'lilei'), { org_email: new Personal('l@example.com'), login_id: 'lilei2' })
      Object.assign(person(world, 'xinren'), { email: new Personal('x@example.com') })
    },
  ],
  [
    'a protected userid was edited',
    (world) => {
      shield(world, { users: ['zhaoliu'] })
      const { zhaoliu, ...others } = world.desired.user
      const mobile = world.people.get('zhaoliu')?.item['mobile'] as Personal
      world.desired.user = { ...others, zhaoliu2: { ...zhaoliu, mobile: new Personal(`+86-${mobile.reveal()}`) } }
      world.desired.role['岗位/会计'] = { name: '会计', group: '岗位', members: { zhaoliu2: {} } }
    },
  ],
  [
    'somebody leaves, and nobody asked who administers',
    (world) => {
      world.administrators = undefined
      leaves(world, 'zhaoliu')
    },
  ],
  [
    'somebody leaves, and DingTalk did not say who administers',
    (world) => {
      world.administrators = { unread: '60011' }
      leaves(world, 'zhaoliu')
    },
  ],
  [
    'a super administrator leaves, and one administrator remains',
    (world) => {
      world.administrators = { super: ['zhaoliu', 'zhaoliu'], sub: ['hanmei'] }
      leaves(world, 'zhaoliu', 'wangwu')
    },
  ],
  [
    'administrators are edited, and stay',
    (world) => {
      world.administrators = { super: ['wangwu'], sub: ['zhouba'] }
    },
  ],
  [
    'the app sees the company through what goes, and through what stays',
    (world) => {
      world.access = { departments: ['20', '30', '12'], users: ['zhaoliu', 'wangwu'] }
      dissolve(world, '市场部')
      leaves(world, 'zhaoliu')
    },
  ],
  [
    'the credential is of another company',
    (world) => {
      world.settings = { ...world.settings, corp: 'dingcorp0001' }
      world.company = 'wrong'
    },
  ],
  [
    'the base commit names another company',
    (world) => {
      world.base = { ...world.settings, corp: 'dingother' }
      world.settings = { ...world.settings, corp: 'dingcorp0001' }
    },
  ],
  [
    'only the base commit names a company, and it is another one than that of the lock',
    (world) => {
      world.base = { ...world.settings, corp: 'dingother' }
    },
  ],
  [
    'the lock is of another company',
    (world) => {
      world.settings = { ...world.settings, corp: 'dingother' }
    },
  ],
  [
    'nothing of the lock exists, and nobody proves the company',
    (world) => {
      for (const entries of Object.values(world.lock.resources))
        for (const [key, entry] of Object.entries(entries)) entries[key] = { ...entry, id: `9${entry.id}9` }
      world.company = 'unproven'
    },
  ],
  [
    'files that describe nothing',
    (world) => {
      world.desired = { department: { '/': {} }, 'department-settings': {}, user: {}, 'role-group': {}, role: {} }
    },
  ],
  ['an older lock', (world) => Object.assign(world, { olderLock: true })],
  [
    'two entries of the lock were exchanged',
    (world) => {
      const entries = world.lock.resources['department'] ?? {}
      const [a, b] = [entries['行政部'], entries['市场部']]
      if (a && b) Object.assign(entries, { 行政部: b, 市场部: a })
    },
  ],
  [
    'a read with two gaps',
    (world) => {
      world.gaps.push({ code: 'scope', message: 'the app sees two departments' })
      world.gaps.push({ code: 'head-count', message: 'DingTalk counts 9 people, 8 were found' })
    },
  ],
  [
    'departments are dissolved that hold what is not ours, and one that does not',
    (world) => {
      addDepartment(world, { key: '空部门', id: 40, parent: '/' })
      dissolve(world, '空部门')
      dissolve(world, '市场部')
      world.departments.set('99', { id: 99, name: '外包组', parent: 20, foreign: false })
      addPerson(world, { userid: 'waibao', name: '外包员', main: '市场部', title: '外包' })
      delete world.desired.user['waibao']
      const { waibao: _, ...ours } = world.lock.resources['user'] ?? {}
      world.lock.resources['user'] = ours
    },
  ],
]

test('each refusal names whom it is about and nobody else, and says what to do', async () => {
  const pages = situations.map(([title, change]) => {
    const world = busy()
    change(world)
    const { refusals } = planOf(world)
    return [`## ${title}`, ...(refusals.length === 0 ? ['(not refused)'] : refusals.flatMap(lines))].join('\n')
  })
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'refusals.txt'))
})

function lines({ code, message, hint, refs, ...more }: Refusal): string[] {
  const named = refs.map(({ kind, key }) => `${kind} ${key}`).join(', ')
  const rest = Object.entries(more).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`)
  return [`${code}: ${message}`, `    ${hint}`, `    of: ${named}`, ...rest]
}
