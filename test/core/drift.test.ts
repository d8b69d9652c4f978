import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Desired } from '../../src/core/desired.ts'
import { countDrift, type Difference, differencesOf } from '../../src/core/drift.ts'
import { identifyBase } from '../../src/core/drift-base.ts'
import { Personal } from '../../src/core/personal.ts'
import { kinds } from '../../src/kinds/index.ts'
import {
  addDepartment,
  addPerson,
  addRole,
  desiredOf,
  draw,
  fingerprintOf,
  locked,
  organisation,
  renameFolder,
  type World,
} from '../support/world.ts'

/** What stands between the files of a world, its DingTalk and the base: the files as they were before they were edited. */
function compared(world: World, base: Desired): readonly Difference[] {
  const { changes, identified, snapshot } = draw(world)
  const then = identifyBase({
    kinds,
    base,
    previously: world.previously,
    head: identified,
    snapshot,
    lock: world.lock,
    fingerprintOf,
  })
  return differencesOf({ identified, changes, places: new Map(), base: then })
}

/** One line for each field: `drift user lilei title`. */
const told = (differences: readonly Difference[]) =>
  differences.flatMap(({ ref, fields }) =>
    fields.map(({ state, path }) => [state, ref.kind, ref.key, ...path].join(' ')).sort(),
  )

/** What the files of a world say now, whatever becomes of them. */
function statedIn(world: World): Desired {
  const models = (drafts: Desired['directory'][string]) =>
    Object.fromEntries(Object.entries(drafts).map(([key, model]) => [key, { ...model }]))
  const directory = Object.entries(world.desired).map(([kind, drafts]) => [kind, models(drafts)])
  return { ...desiredOf(world), directory: Object.fromEntries(directory) }
}

interface Edits {
  readonly before?: (world: World) => void
  readonly files?: (world: World) => void
  readonly console?: (world: World) => void
}

function edited({ before, files, console }: Edits): readonly Difference[] {
  const world = organisation()
  before?.(world)
  const base = statedIn(world)
  files?.(world)
  console?.(world)
  return compared(world, base)
}

/** What somebody does in DingTalk's console. */
const say = (userid: string, fields: object) => (world: World) => {
  const person = world.people.get(userid)
  Object.assign(person?.item ?? {}, fields)
  Object.assign(person?.detail ?? {}, fields)
}
const place =
  (userid: string, ...departments: number[]) =>
  (world: World) => {
    const person = world.people.get(userid)
    if (person !== undefined) person.departments = departments
  }
const write = (userid: string, fields: object) => (world: World) =>
  void Object.assign(world.desired.user[userid] ?? {}, fields)

describe('a field of a person', () => {
  const cases: readonly [string, Edits, readonly string[]][] = [
    ['that nobody touched', {}, []],
    [
      'that the files changed waits for an apply',
      { files: write('lilei', { title: 'CTO' }) },
      ['intended user lilei title'],
    ],
    ['that DingTalk changed has drifted', { console: say('lilei', { title: 'CTO' }) }, ['drift user lilei title']],
    [
      'that both changed alike is settled',
      { files: write('lilei', { title: 'CTO' }), console: say('lilei', { title: 'CTO' }) },
      [],
    ],
    [
      'that both changed, each in its own way, is a conflict',
      { files: write('lilei', { title: 'CTO' }), console: say('lilei', { title: '副总' }) },
      ['conflict user lilei title'],
    ],
    [
      'beside another: each is told for itself',
      { files: write('lilei', { job_number: '7' }), console: say('lilei', { title: '副总' }) },
      ['drift user lilei title', 'intended user lilei job_number'],
    ],
    [
      'that the files no longer state is nobody’s business',
      { files: (w) => void delete w.desired.user['lilei']?.['title'], console: say('lilei', { title: '副总' }) },
      [],
    ],
    [
      'that the files state for the first time is intended, whatever DingTalk has',
      {
        before: (w) => void delete w.desired.user['lilei']?.['title'],
        files: write('lilei', { title: 'CTO' }),
        console: say('lilei', { title: '副总' }),
      },
      ['intended user lilei title'],
    ],
  ]
  test.each(cases)('%s', (_name, edits, expected) => expect(told(edited(edits))).toEqual(expected))
})

describe('where somebody is', () => {
  test('moved in the files: intended, and so are the departments that go with it', () => {
    expect(told(edited({ files: write('wangwu', { main: '市场部' }) }))).toEqual([
      'intended user wangwu dept_id_list 市场部',
      'intended user wangwu dept_id_list 研发部/前端组',
      'intended user wangwu main',
    ])
  })
  test('moved in DingTalk: drift', () => {
    const states = edited({ console: place('wangwu', 20) }).map(({ state, ref }) => [state, ref.key])
    expect(states).toEqual([['drift', 'wangwu']])
  })
  test('moved to two places: one conflict, with the departments on both sides in it', () => {
    const found = edited({ files: write('wangwu', { main: '市场部' }), console: place('wangwu', 10) })
    expect(new Set(found.flatMap(({ fields }) => fields.map(({ state }) => state)))).toEqual(new Set(['conflict']))
  })
})

describe('members are compared one by one', () => {
  const members = (world: World, ...userids: string[]) =>
    Object.assign(world.desired.role['岗位/会计'] ?? {}, {
      members: Object.fromEntries(userids.map((userid) => [userid, {}])),
    })
  const hold = (world: World, ...userids: string[]) =>
    Object.assign(world.roles.get('600') ?? {}, { members: userids.map((userid) => ({ userid })) })
  test('one that the files added, one that DingTalk added, one that both took out', () => {
    const found = edited({
      before: (w) => addRole(w, { group: '岗位', name: '出纳', id: '601', members: ['lilei', 'hanmei'] }),
      files: (w) => Object.assign(w.desired.role['岗位/出纳'] ?? {}, { members: { lilei: {}, wangwu: {} } }),
      console: (w) =>
        Object.assign(w.roles.get('601') ?? {}, { members: [{ userid: 'lilei' }, { userid: 'zhaoliu' }] }),
    })
    expect(told(found)).toEqual(['drift role 岗位/出纳 members zhaoliu', 'intended role 岗位/出纳 members wangwu'])
    expect(found).toMatchObject([{ state: 'drift' }])
  })
  test('one that was given two scopes is a conflict', () => {
    const found = edited({
      files: (w) =>
        Object.assign(w.desired.role['岗位/会计'] ?? {}, { members: { zhaoliu: { scope: { 研发部: true } } } }),
      console: (w) => hold(w),
    })
    expect(told(found)).toEqual(['conflict role 岗位/会计 members zhaoliu'])
  })
  test('a member who was taken out in DingTalk is drift', () => {
    const found = edited({ console: (w) => hold(w) })
    expect(told(found)).toEqual(['drift role 岗位/会计 members zhaoliu'])
    expect(found[0]?.fields).toEqual([{ path: ['members', 'zhaoliu'], state: 'drift', files: {}, base: {} }])
  })
  test('a member who was added by both is settled', () => {
    expect(
      edited({ files: (w) => members(w, 'zhaoliu', 'lilei'), console: (w) => hold(w, 'zhaoliu', 'lilei') }),
    ).toEqual([])
  })
})

describe('what is on one side only', () => {
  const fire = (userid: string) => (world: World) => void delete world.desired.user[userid]
  const gone = (userid: string) => (world: World) => void world.people.delete(userid)
  const departed = (world: World) => {
    addDepartment(world, { key: '离职', id: 90, parent: '/' })
    Object.assign(world.settings, { departed: '离职' })
  }
  const cases: readonly [string, Edits, readonly string[]][] = [
    [
      'new in the files',
      { files: (w) => void Object.assign(w.desired.user, { zoe: { name: '佐伊', main: '市场部' } }) },
      ['intended user zoe'],
    ],
    ['gone from the files', { files: fire('hanmei') }, ['intended user hanmei']],
    ['gone from DingTalk', { console: gone('hanmei') }, ['drift user hanmei']],
    ['gone from both', { files: fire('hanmei'), console: gone('hanmei') }, []],
    [
      'gone from the files, changed in DingTalk',
      { files: fire('hanmei'), console: say('hanmei', { title: '副总' }) },
      ['conflict user hanmei'],
    ],
    [
      'gone from DingTalk, changed in the files',
      { files: write('hanmei', { title: '副总' }), console: gone('hanmei') },
      ['conflict user hanmei'],
    ],
    [
      'gone from the files into the department of the departed',
      { before: departed, files: fire('zhaoliu') },
      [
        'intended user zhaoliu dept_id_list 市场部',
        'intended user zhaoliu dept_id_list 离职',
        'intended user zhaoliu main',
      ],
    ],
    [
      'gone from the files, changed in DingTalk, where the departed have a department',
      { before: departed, files: fire('zhaoliu'), console: say('zhaoliu', { title: '副总' }) },
      [
        'conflict user zhaoliu dept_id_list 市场部',
        'conflict user zhaoliu dept_id_list 离职',
        'conflict user zhaoliu main',
      ],
    ],
    [
      'there again in DingTalk after it was taken out of the files',
      { before: (w) => void delete w.desired.user['zhaoliu'] },
      ['drift user zhaoliu'],
    ],
    [
      'a department dissolved in DingTalk',
      {
        before: (w) => addDepartment(w, { key: '法务部', id: 40, parent: '/' }),
        console: (w) => void w.departments.delete('40'),
      },
      ['drift department 法务部'],
    ],
  ]
  test.each(cases)('%s', (_name, edits, expected) => {
    const found = edited(edits)
    expect(told(found.filter(({ ref }) => ref.kind === 'user' || ref.kind === 'department'))).toEqual(expected)
  })
  test('somebody who was made in DingTalk and is nobody of ours is no difference', () => {
    const hire = (w: World) => {
      addPerson(w, { userid: 'zoe', name: '佐伊', main: '市场部', title: '' })
      delete w.desired.user['zoe']
      delete w.lock.resources['user']?.['zoe']
    }
    expect(edited({ console: hire })).toEqual([])
  })
})

describe('a folder that was renamed in the files', () => {
  test('is the same department: only its name is intended', () => {
    const found = edited({ files: (w) => renameFolder(w, '研发部', '研究院') })
    expect(countDrift(found)).toMatchObject({ drift: 0, conflict: 0 })
    expect(told(found)).toContain('intended department 研究院 name')
  })
  test('and in DingTalk got another name, is a conflict in its name alone', () => {
    const found = edited({
      files: (w) => renameFolder(w, '研发部', '研究院'),
      console: (w) => Object.assign(w.departments.get('10') ?? {}, { name: '研发中心' }),
    })
    expect(told(found).filter((line) => !line.startsWith('intended'))).toEqual(['conflict department 研究院 name'])
  })
  test('and got another head in DingTalk, shows the head as drift under its new key', () => {
    const found = edited({
      files: (w) => renameFolder(w, '研发部', '研究院'),
      console: (w) => Object.assign(w.departments.get('10')?.detail ?? {}, { dept_manager_userid_list: ['hanmei'] }),
    })
    expect(told(found).filter((line) => !line.startsWith('intended'))).toEqual([
      'drift department-settings 研究院 dept_manager_userid_list hanmei',
      'drift department-settings 研究院 dept_manager_userid_list lilei',
    ])
  })
  test('and applied, is known under its former key in an older base', () => {
    const found = edited({
      files: (w) => {
        renameFolder(w, '市场部', '销售部')
        w.previously = { department: { 销售部: ['市场部'] } }
        const department = w.departments.get('20')
        Object.assign(department ?? {}, { name: '销售部' })
        Object.assign(department?.detail ?? {}, { name: '销售部', source_identifier: 'rollbook:销售部' })
        delete w.lock.resources['department']?.['市场部']
        locked(w, 'department', '销售部', '20')
        locked(w, 'user', 'zhaoliu', 'zhaoliu', { main: '销售部' })
      },
      console: say('zhaoliu', { title: '副总' }),
    })
    expect(told(found)).toEqual(['drift user zhaoliu title'])
  })
  test('while another one took its former key, each keeps its own story', () => {
    const found = edited({
      files: (w) => {
        renameFolder(w, '市场部', '销售部')
        w.previously = { department: { 销售部: ['市场部'] } }
        w.desired.department['市场部'] = { name: '市场部', parent_id: '/', source_identifier: 'rollbook:市场部' }
      },
      console: (w) => Object.assign(w.departments.get('20')?.detail ?? {}, { order: '99' }),
    })
    expect(countDrift(found)).toMatchObject({ drift: 0, conflict: 0 })
    expect(told(found)).toEqual(
      expect.arrayContaining(['intended department 市场部', 'intended department 销售部 name']),
    )
  })
})

describe('personal values', () => {
  test('a mail that both changed is a conflict, and nothing of it shows', () => {
    const found = edited({
      before: (w) => {
        write('lilei', { email: new Personal('old@example.com') })(w)
        say('lilei', { email: new Personal('old@example.com') })(w)
      },
      files: write('lilei', { email: new Personal('files@example.com') }),
      console: say('lilei', { email: new Personal('console@example.com') }),
    })
    expect(JSON.stringify(found)).not.toMatch(/(?:old|files|console)@/)
    expect(told(found)).toEqual(['conflict user lilei email'])
  })
  describe('that stand sealed', () => {
    const sealed = (digest: string) => new Personal(undefined, { seal: { text: 'age:x', digest } })
    const was = new Personal('zhaoliu@example.com')
    const known = (digest: string) => (world: World) => {
      const sent = { email: fingerprintOf({ kind: 'user', key: 'zhaoliu' })('email', was) }
      locked(world, 'user', 'zhaoliu', 'zhaoliu', { main: '市场部', sent, sealed: { email: `${digest}.zhaoli` } })
    }
    const settled = (world: World) => {
      write('zhaoliu', { email: sealed('d1') })(world)
      say('zhaoliu', { email: was })(world)
      known('d1')(world)
    }
    const another = say('zhaoliu', { email: new Personal('another-one@example.com') })
    test('drift where DingTalk has another value than the one that was applied', () => {
      expect(told(edited({ before: settled }))).toEqual([])
      expect(told(edited({ before: settled, console: another }))).toEqual(['drift user zhaoliu email'])
    })
    test('and were sealed anew since: whether the files changed too nobody can tell, so it is a conflict', () => {
      const reseal = (world: World) => {
        write('zhaoliu', { email: sealed('d2') })(world)
        known('d2')(world)
      }
      expect(told(edited({ before: settled, files: reseal }))).toEqual([])
      expect(told(edited({ before: settled, files: reseal, console: another }))).toEqual([
        'conflict user zhaoliu email',
      ])
    })
  })
})

/** Titles, job numbers and remarks of four people, as the files, DingTalk and the base have them. */
const fields = ['title', 'job_number', 'remark'] as const
const value = fc.constantFrom('甲', '乙', '丙')
const sides = fc.record({ base: value, files: value, actual: value })
const anyone = fc.array(
  fc.record({
    userid: fc.constantFrom('lilei', 'hanmei', 'wangwu', 'zhaoliu'),
    field: fc.constantFrom(...fields),
    sides,
  }),
  { maxLength: 12 },
)
type Cell = {
  readonly userid: string
  readonly field: string
  readonly sides: { base: string; files: string; actual: string }
}

function made(cells: readonly Cell[]): { world: World; base: Desired; last: readonly Cell[] } {
  const world = organisation()
  const last = [...new Map(cells.map((cell) => [`${cell.userid} ${cell.field}`, cell])).values()]
  for (const { userid, field, sides } of last) write(userid, { [field]: sides.base })(world)
  const base = statedIn(world)
  for (const { userid, field, sides } of last) {
    write(userid, { [field]: sides.files })(world)
    say(userid, { [field]: sides.actual })(world)
  }
  return { world, base, last }
}

const expected = ({ userid, field, sides: { base, files, actual } }: Cell) => {
  if (files === actual) return []
  const state = files === base ? 'drift' : actual === base ? 'intended' : 'conflict'
  return [`${state} user ${userid} ${field}`]
}

test('whatever was changed where: each field has the state that its three values give', () => {
  fc.assert(
    fc.property(anyone, (cells) => {
      const { world, base, last } = made(cells)
      expect([...told(compared(world, base))].sort()).toEqual(last.flatMap(expected).sort())
    }),
  )
})

test('with the files themselves as the base everything has drifted, and nothing of the plan is left out', () => {
  fc.assert(
    fc.property(anyone, (cells) => {
      const { world } = made(cells)
      const found = compared(world, desiredOf(world))
      expect(countDrift(found)).toMatchObject({ intended: 0, conflict: 0 })
      expect(found.map(({ ref }) => ref)).toEqual(draw(world).changes.map(({ ref }) => ref))
    }),
  )
})

test('with DingTalk as the base everything is intended; files and DingTalk in each other’s place change nothing else', () => {
  fc.assert(
    fc.property(anyone, (cells) => {
      const asBase = (side: 'files' | 'actual') =>
        made(cells.map((cell) => ({ ...cell, sides: { ...cell.sides, base: cell.sides[side] } })))
      const [drifted, intended] = [asBase('files'), asBase('actual')]
      const lines = told(compared(intended.world, intended.base))
      expect(lines.filter((line) => !line.startsWith('intended '))).toEqual([])
      expect(told(compared(drifted.world, drifted.base)).map((line) => line.replace('drift', 'intended'))).toEqual(
        lines,
      )
    }),
  )
})
