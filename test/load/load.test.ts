import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Desired } from '../../src/core/desired.ts'
import { placeKey, type Value } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { loadDirectory } from '../../src/io/load.ts'
import { type FileTree, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'

afterEach(removeTemporaryFolders)

async function load(files: FileTree): Promise<Desired> {
  return loadDirectory(await temporaryFolder({ 'departments/.gitkeep': '', ...files }))
}

/** What the files say of one resource, personal values in clear. */
async function model(files: FileTree, kind: string, key: string) {
  const { directory, problems } = await load(files)
  expect(problems).toEqual([])
  return plain(directory[kind]?.[key])
}

function plain(value: Value | undefined): unknown {
  if (value instanceof Personal) return value.reveal()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

const person = (text: string) => model({ 'departments/研发部/lilei.yaml': `userid: lilei\n${text}` }, 'user', 'lilei')

describe('a folder', () => {
  test('is a department, with or without files in it', async () => {
    const { directory, problems } = await load({ 'departments/研发部/后端组/.gitkeep': '' })
    expect(problems).toEqual([])
    expect(directory['department']).toEqual({
      '/': {},
      研发部: { name: '研发部', parent_id: '/', source_identifier: 'rollbook:研发部' },
      '研发部/后端组': { name: '后端组', parent_id: '研发部', source_identifier: 'rollbook:研发部/后端组' },
    })
  })

  test('that has a key is named by it, and its sub-departments by their path still', async () => {
    const { directory } = await load({
      'departments/研发部/department.yaml': 'key: rd\nname: 研发中心\n',
      'departments/研发部/后端组/people.yaml': '- userid: lilei\n',
      'departments/研发部/hanmeimei.yaml': 'userid: hanmeimei\n',
    })
    expect(directory['department']).toMatchObject({
      rd: { name: '研发中心', parent_id: '/', source_identifier: 'rollbook:rd' },
      '研发部/后端组': { parent_id: 'rd' },
    })
    expect(directory['user']).toEqual({ lilei: { main: '研发部/后端组' }, hanmeimei: { main: 'rd' } })
  })

  test('named in the decomposed form of a system has the composed key, and is meant by either form', async () => {
    const { directory, problems } = await load({
      'departments/Cafe\u0301/lilei.yaml': 'userid: lilei\n',
      'departments/研发部/hanmeimei.yaml': 'userid: hanmeimei\nalso: [Cafe\u0301]\n',
    })
    expect(problems).toEqual([])
    expect(Object.keys(directory['department'] ?? {})).toEqual(['/', 'Caf\u00e9', '研发部'])
    expect(directory['user']?.['hanmeimei']?.['dept_id_list']).toEqual({ 研发部: true, 'Caf\u00e9': true })
  })

  test('and another one whose name only looks the same are two folders for one department', async () => {
    const { problems } = await load({ 'departments/Cafe\u0301/.gitkeep': '', 'departments/Caf\u00e9/.gitkeep': '' })
    // A file system that takes both names for one has one folder.
    if (process.platform === 'linux')
      expect(problems.map(({ code }) => code)).toEqual(['duplicate-key', 'unportable-name'])
  })

  test('that does not exist is a problem, not an exception', async () => {
    const { problems, directory } = await loadDirectory(join(await temporaryFolder(), 'missing'))
    expect(problems).toMatchObject([{ code: 'file-not-readable', file: '.', line: 1, column: 1 }])
    expect(directory['user']).toEqual({})
  })

  test('given as a link is followed, for whoever names it means it', async () => {
    const folder = await temporaryFolder({ 'real/departments/lilei.yaml': 'userid: lilei\n' })
    await symlink('real', join(folder, 'link'))
    const { problems, directory } = await loadDirectory(join(folder, 'link'))
    expect(problems).toEqual([])
    expect(directory['user']).toEqual({ lilei: { main: '/' } })
  })
})

describe('a department', () => {
  const stated = `
order: 0010
hide_dept: true
brief: 007
telephone: 0571
extension: {成本中心: 1e3}
managers: [lilei]
user_permits: [lilei]
dept_permits: [/]
code: 0x10
auto_add_user: false
org_dept_owner: lilei
`
  const files = { 'departments/研发部/department.yaml': stated, 'departments/研发部/lilei.yaml': 'userid: lilei' }

  test('says what a create takes in itself, and the rest in its settings', async () => {
    expect(await model(files, 'department', '研发部')).toEqual({
      name: '研发部',
      parent_id: '/',
      source_identifier: 'rollbook:研发部',
      order: '10',
      hide_dept: true,
      brief: '007',
      telephone: '0571',
      extension: { 成本中心: '1e3' },
    })
    expect(await model(files, 'department-settings', '研发部')).toEqual({
      dept_manager_userid_list: { lilei: true },
      user_permits: { lilei: true },
      dept_permits: { '/': true },
      code: '0x10',
      auto_add_user: false,
      org_dept_owner: 'lilei',
    })
  })

  test('without a list leaves it unmanaged; null and [] both empty it', async () => {
    const managers = async (text: string) => (await load({ 'departments/研发部/department.yaml': text })).directory
    expect((await managers('order: 1\n'))['department-settings']).toEqual({})
    for (const text of ['managers: []\n', 'managers: null\n', 'managers:\n'])
      expect((await managers(text))['department-settings']).toEqual({ 研发部: { dept_manager_userid_list: {} } })
  })

  test('names former keys beside the models', async () => {
    const { previously } = await load({ 'departments/研发部/department.yaml': 'previously: [技术部, "研发/旧"]\n' })
    expect(previously).toEqual({ department: { 研发部: ['技术部', '研发/旧'] }, role: {} })
  })
})

describe('a person', () => {
  test('has the fields that are written, and no others', async () => {
    expect(await person('')).toEqual({ main: '研发部' })
    expect(await person('title: 工程师\nemail: null\nwork_place: ~\nremark:\n')).toEqual({
      main: '研发部',
      title: '工程师',
      email: null,
      work_place: null,
      remark: null,
    })
  })

  test('keeps every character of a text, whatever YAML would take it for', async () => {
    const texts = [
      '007',
      '0x1F',
      '1e3',
      '1_000',
      'no',
      'on',
      'Yes',
      'NULL',
      '.nan',
      '2021-03-01',
      '12:30:45',
      '<<',
      '=',
    ]
    for (const text of texts) expect(await person(`title: ${text}\n`)).toMatchObject({ title: text })
    expect(await person('title: true\nname: "null"\nremark: |\n  一\n  二\n')).toMatchObject({
      title: 'true',
      name: 'null',
      remark: '一\n二\n',
    })
  })

  test('whose userid is a long number keeps every digit of it', async () => {
    const { directory } = await load({ 'departments/a.yaml': 'userid: 16203020202020202021\nmanager_userid: null' })
    expect(Object.keys(directory['user'] ?? {})).toEqual(['16203020202020202021'])
  })

  test.each([
    ['10012345678', '+86-10012345678'],
    ['"+86-10012345678"', '+86-10012345678'],
    ['+852-10012345', '+852-10012345'],
    ['010012345678', '+86-010012345678'],
  ])('with the mobile %s has %s', async (text, expected) => {
    expect(await person(`mobile: ${text}\n`)).toMatchObject({ mobile: expected })
  })

  test('has personal values that hide themselves', async () => {
    const fields = ['mobile', 'telephone', 'email', 'org_email', 'init_password', 'avatarMediaId', 'login_email']
    const values = ['10012345678', '8001', 'a@example.com', 'b@example.com', 'secret123', 'abc', 'c@example.com']
    const text = fields.map((field, index) => `${field}: ${values[index]}\n`).join('')
    const { directory } = await load({ 'departments/lilei.yaml': `userid: lilei\nname: 李雷\n${text}` })
    const found = directory['user']?.['lilei'] ?? {}
    for (const field of fields) expect(found[field]).toBeInstanceOf(Personal)
    expect(JSON.stringify(directory)).not.toMatch(/10012345678|8001|secret123|a@example/)
  })

  test.each([
    ['2021-03-01', Date.UTC(2021, 1, 28, 16)],
    ['"2021-03-01"', Date.UTC(2021, 1, 28, 16)],
    ['1614528000000', 1614528000000],
  ])('who joined on %s joined at midnight in China', async (text, expected) => {
    expect(await person(`hired_date: ${text}\n`)).toMatchObject({ hired_date: expected })
  })

  test('has an order that is exact at any size', async () => {
    expect(await person('order: 176322897889314512\n')).toMatchObject({
      dept_order_list: { 研发部: '176322897889314512' },
    })
  })

  test('belongs to further departments only as far as also says', async () => {
    const files = (also: string) => ({
      'departments/研发部/lilei.yaml': `userid: lilei\norder: 1\n${also}`,
      'departments/市场部/.gitkeep': '',
      'departments/财务部/.gitkeep': '',
    })
    const inAlso = (also: string) => model(files(also), 'user', 'lilei')
    expect(await inAlso('')).toEqual({ main: '研发部', dept_order_list: { 研发部: '1' } })
    for (const none of ['also: []\n', 'also: null\n', 'also:\n'])
      expect(await inAlso(none)).toMatchObject({ main: '研发部', dept_id_list: { 研发部: true } })
    expect(await inAlso('also:\n  - 市场部\n  - department: 财务部\n    title: 顾问\n    order: 5\n')).toEqual({
      main: '研发部',
      dept_id_list: { 研发部: true, 市场部: true, 财务部: true },
      dept_order_list: { 研发部: '1', 财务部: '5' },
      dept_title_list: { 财务部: '顾问' },
    })
  })

  test('may be replaced where the file says so', async () => {
    const { replaceable } = await load({
      'departments/people.yaml': '- {userid: a, mobile: 10012345678, replace: mobile}\n- {userid: b}\n',
    })
    expect(replaceable).toEqual(['a'])
  })

  test('stands in a file alone or in a list, ending in .yaml or .yml', async () => {
    const { directory, problems } = await load({
      'departments/a.yml': 'userid: a',
      'departments/b.yaml': '[]',
      'departments/c.yaml': '- userid: c\n- {userid: d}\n',
    })
    expect(problems).toEqual([])
    expect(Object.keys(directory['user'] ?? {})).toEqual(['a', 'c', 'd'])
  })
})

describe('a role group', () => {
  const files = {
    'departments/people.yaml': '- userid: lilei\n- userid: hanmeimei\n- userid: boss\n',
    'departments/财务部/.gitkeep': '',
    'roles/岗位.yaml': `
roles:
  - name: 会计
    previously: [出纳]
    members:
      - hanmeimei
      - userid: lilei
        scope: [财务部]
      - userid: boss
        scope: null
  - name: 法务
  - name: 司机
    members: []
  - name: 保安
    members: null
`,
  }

  test('is named by its file, and its roles have members with scopes', async () => {
    const { directory, previously, problems } = await load(files)
    expect(problems).toEqual([])
    expect(directory['role-group']).toEqual({ 岗位: { name: '岗位' } })
    expect(directory['role']).toEqual({
      '岗位/会计': {
        name: '会计',
        group: '岗位',
        members: { hanmeimei: {}, lilei: { scope: { 财务部: true } }, boss: { scope: null } },
      },
      '岗位/法务': { name: '法务', group: '岗位' },
      '岗位/司机': { name: '司机', group: '岗位', members: {} },
      '岗位/保安': { name: '保安', group: '岗位', members: {} },
    })
    expect(previously['role']).toEqual({ '岗位/会计': ['岗位/出纳'] })
  })
})

describe('rollbook.yaml', () => {
  test('left out or empty leaves the defaults', async () => {
    expect((await load({})).settings).toEqual(defaultSettings)
    expect((await load({ 'rollbook.yaml': '# nothing yet\n' })).settings).toEqual(defaultSettings)
    expect((await load({ 'rollbook.yaml': 'departed:\nlimits:\nprotected:\n  users:\n' })).settings).toEqual(
      defaultSettings,
    )
  })

  test('changes what it names and nothing else', async () => {
    const { settings, problems } = await load({
      'departments/离职/boss.yaml': 'userid: boss',
      'rollbook.yaml': `
version: 1
corp: dingcorp0001
deletions: {users: enabled}
departed: {move_to: 离职}
limits:
  users.remove: {percent: 10}
protected: {users: [boss], departments: [离职]}
language: en
`,
    })
    expect(problems).toEqual([])
    expect(settings).toEqual({
      ...defaultSettings,
      corp: 'dingcorp0001',
      deletions: { ...defaultSettings.deletions, users: 'enabled' },
      departed: '离职',
      limits: { ...defaultSettings.limits, 'users.remove': { floor: 3, percent: 10, ceiling: 200 } },
      protected: { users: ['boss'], departments: ['离职'] },
      language: 'en',
    })
  })

  test('chooses the language of problems, unless the caller does', async () => {
    const folder = await temporaryFolder({
      'rollbook.yaml': 'language: en\n',
      'departments/a.yaml': 'userid: a\nhide_mobile: yes\n',
    })
    expect((await loadDirectory(folder)).problems[0]?.hint).toBe('write true')
    expect((await loadDirectory(folder, { language: 'zh' })).problems[0]?.hint).toBe('请写 true')
  })
})

describe('places', () => {
  test('tell the line and column of every resource and field', async () => {
    const { places } = await load({
      'departments/研发部/department.yaml': '# 部门\norder: 1\nmanagers:\n  - lilei\n',
      'departments/研发部/people.yaml': '- userid: lilei\n  title: 工程师\n  also: []\n',
      'departments/市场部/.gitkeep': '',
    })
    const at = (kind: string, key: string, field?: string) => {
      const place = places.get(placeKey({ kind, key }, field))
      return place && `${place.file}:${place.line}:${place.column}`
    }
    expect({
      department: at('department', '研发部'),
      order: at('department', '研发部', 'order'),
      folder: at('department', '市场部'),
      managers: at('department-settings', '研发部', 'dept_manager_userid_list'),
      manager: at('department-settings', '研发部', 'dept_manager_userid_list/lilei'),
      person: at('user', 'lilei'),
      title: at('user', 'lilei', 'title'),
      also: at('user', 'lilei', 'dept_id_list'),
      unstated: at('user', 'lilei', 'email'),
    }).toEqual({
      department: 'departments/研发部/department.yaml:2:1',
      order: 'departments/研发部/department.yaml:2:8',
      folder: 'departments/市场部:1:1',
      managers: 'departments/研发部/department.yaml:3:1',
      manager: 'departments/研发部/department.yaml:4:5',
      person: 'departments/研发部/people.yaml:1:3',
      title: 'departments/研发部/people.yaml:2:10',
      also: 'departments/研发部/people.yaml:3:3',
      unstated: undefined,
    })
  })
})

test('of the mistakes of one file the first hundred are shown, whatever they are, and all of another file', async () => {
  const strangers = (count: number, word: string) =>
    Array.from({ length: count }, (_, index) => `- userid: ${word}${index}\n  manager_userid: x${index}\n`).join('')
  const { problems } = await load({
    'departments/a/people.yaml': strangers(150, 'a'),
    'departments/b/people.yaml': strangers(100, 'b'),
  })
  const of = (file: string) => problems.filter((problem) => problem.file === file)
  expect(of('departments/a/people.yaml')).toHaveLength(101)
  expect(of('departments/a/people.yaml').at(-1)).toMatchObject({ line: 202, message: '从这里起还有更多错误' })
  expect(of('departments/b/people.yaml').map(({ line }) => line)).toEqual(
    Array.from({ length: 100 }, (_, n) => 2 * n + 2),
  )
})
