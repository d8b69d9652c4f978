import type { Action, Change, Model, Patch, Plan, Ref, Value } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { equal } from '../../src/core/value.ts'

/** Plans written by hand, as planning would make them, for everything that people read. */

const hash = `sha256:${'0123456789abcdef'.repeat(4)}`

/** A plan that changes nothing; a test adds what it is about. */
export function plan(parts: Partial<Plan> = {}): Plan {
  return {
    corp: 'dingcorp0001',
    hash,
    refresh: 'full',
    complete: true,
    reading: {
      gaps: [],
      proof: { scope: 'company', departments: 12, levels: 3, pages: 14, people: 180, headCount: 180, gone: [] },
    },
    changes: [],
    adopted: [],
    kept: [],
    unmanaged: [],
    left: [],
    refusals: [],
    approved: [],
    approvals: [],
    waiting: [],
    names: { department: {}, user: {}, role: {}, 'role-group': {} },
    ...parts,
  }
}

interface Sides {
  readonly before?: Model
  readonly after?: Model
}

/** A change with the patch that its two sides make; settled sides hold the same fields, as in a real plan. */
export function change(action: Action, kind: string, key: string, sides: Sides, more: Partial<Change> = {}): Change {
  const ref: Ref = { kind, key }
  return { action, ref, ...sides, patch: patchOf(ref, sides), needs: [], ...more }
}

export function at(file: string, line: number): { place: Change['place'] & object } {
  return { place: { file, line, column: 1 } }
}

function patchOf({ kind, key }: Ref, { before, after }: Sides): Patch {
  const path = `/${kind}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
  if (before === undefined) return [{ op: 'add', path, value: after as Value }]
  if (after === undefined) return [{ op: 'remove', path }]
  return Object.keys({ ...before, ...after }).flatMap((field): Patch => {
    const [from, to] = [before[field], after[field]]
    if (equal(from, to)) return []
    const value = to as Value
    if (from === undefined) return [{ op: 'add' as const, path: `${path}/${field}`, value }]
    if (to === undefined) return [{ op: 'remove' as const, path: `${path}/${field}` }]
    return [{ op: 'replace' as const, path: `${path}/${field}`, value }]
  })
}

export const phones = { old: '+86-10012348000', new: '+86-10012349000' } as const
export const mail = 'hanmeimei@example.com'
export const password = 'p@ssw0rd-first'

const people = 'departments/研发部/people.yaml'

/** One of everything: each kind of change, and all that stands beside the changes. */
export function richPlan(): Plan {
  const changes: readonly Change[] = [
    change(
      'update',
      'department',
      '市场部',
      { before: { name: '市场部' }, after: { name: 'tmp1' } },
      { temporary: true, ...at('departments/市场部/department.yaml', 1) },
    ),
    change(
      'update',
      'department',
      '品牌部',
      { before: { name: '品牌中心', parent_id: '/' }, after: { name: '品牌部', parent_id: '/' } },
      { inferred: '品牌中心', ...at('departments/品牌部/department.yaml', 1) },
    ),
    change(
      'update',
      'department',
      '市场部',
      { before: { name: 'tmp1', parent_id: '/' }, after: { name: '市场中心', parent_id: '/' } },
      at('departments/市场部/department.yaml', 1),
    ),
    change('create', 'department', '研发部/平台组', {
      after: {
        name: '平台组',
        parent_id: '研发部',
        source_identifier: 'rollbook:研发部/平台组',
        order: '5',
        hide_dept: true,
      },
    }),
    change(
      'move',
      'department',
      '研发部/后端组',
      { before: { name: '后台组', parent_id: '市场部' }, after: { name: '后端组', parent_id: '研发部' } },
      at('departments/研发部/后端组/department.yaml', 2),
    ),
    change('update', 'department', '财务部', {
      before: { hide_dept: true, outer_dept: false, brief: '管钱的部门' },
      after: { hide_dept: false, outer_dept: true, brief: null },
    }),
    change('update', 'department', '研发部/测试组', {
      before: { source_identifier: 'rollbook:技术部/测试组' },
      after: { source_identifier: 'rollbook:研发部/测试组' },
    }),
    change(
      'create',
      'user',
      'u-hanmeimei',
      {
        after: {
          name: '韩梅梅',
          main: '研发部/后端组',
          dept_id_list: { '研发部/后端组': true, 财务部: true },
          dept_title_list: { 财务部: '顾问' },
          mobile: new Personal(phones.old),
          email: new Personal(mail),
          init_password: new Personal(password),
          title: '工程师',
          hired_date: 1614528000000,
          manager_userid: 'u-lilei',
          hide_mobile: true,
          senior_mode: false,
          extension: { 爱好: '旅游' },
        },
      },
      at(people, 12),
    ),
    change(
      'move',
      'user',
      'u-lilei',
      {
        before: { main: '销售部', title: '工程师', dept_id_list: { 销售部: true } },
        after: { main: '市场部', title: '高级工程师', dept_id_list: { 市场部: true, 销售部: true } },
      },
      at('departments/市场部/li-lei.yaml', 1),
    ),
    change('update', 'user', 'u-wangfang1', {
      before: { job_number: '007', remark: '旧备注', dept_id_list: { 研发部: true, 财务部: true }, senior_mode: false },
      after: { job_number: '008', remark: null, dept_id_list: { 研发部: true }, senior_mode: true },
    }),
    change('update', 'user', 'u-wangfang2', {
      before: { job_number: '100', telephone: new Personal('8001'), quirk: 'a' },
      after: { job_number: '100', telephone: new Personal('8002'), quirk: 'b' },
    }),
    change(
      'replace',
      'user',
      'u-zhaoliu',
      {
        before: { mobile: new Personal(phones.old), name: '赵六' },
        after: { mobile: new Personal(phones.new), name: '赵六' },
      },
      at('departments/销售部/zhao-liu.yaml', 3),
    ),
    change('move', 'user', 'u-sunqi', { before: { main: '销售部' }, after: { main: '离职' } }, { departs: true }),
    change(
      'update',
      'department-settings',
      '市场部',
      {
        before: { dept_manager_userid_list: { 'u-wangfang1': true }, user_permits: {}, org_dept_owner: 'u-wangfang1' },
        after: {
          dept_manager_userid_list: { 'u-lilei': true },
          user_permits: { 'u-hanmeimei': true },
          org_dept_owner: 'u-lilei',
        },
      },
      at('departments/市场部/department.yaml', 4),
    ),
    change('create', 'role-group', '岗位', { after: { name: '岗位' } }),
    change('create', 'role', '岗位/会计', {
      after: { name: '会计', group: '岗位', members: { 'u-hanmeimei': { scope: { 财务部: true } }, 'u-lilei': {} } },
    }),
    change('update', 'role', '岗位/出纳', {
      before: { members: { 'u-wangfang1': {}, 'u-lilei': { scope: { 财务部: true } } } },
      after: { members: { 'u-lilei': { scope: null } } },
    }),
    change('delete', 'role', '岗位/文员', { before: { name: '文员', members: { 'u-lilei': {} } } }),
    change('delete', 'user', 'u-zhouba', { before: { name: '周八', main: '仓储部' } }),
    change('delete', 'department', '仓储部', { before: { name: '仓储部', parent_id: '/', create_dept_group: true } }),
  ]
  return plan({
    changes,
    adopted: [
      { ref: { kind: 'department', key: '财务部' }, id: '4711' },
      { ref: { kind: 'user', key: 'u-lilei' }, id: 'u-lilei' },
    ],
    kept: [
      { ref: { kind: 'department-settings', key: '财务部' }, field: 'dept_manager_userid_list', members: ['u-lilei'] },
    ],
    unmanaged: [
      { kind: 'department', key: '#4712', name: '临时项目组' },
      { kind: 'user', key: '#manager01', name: '老板' },
      { kind: 'user', key: '#manager02', name: '吴九' },
    ],
    left: [{ kind: 'role-group', key: '旧岗位' }],
    waiting: [
      {
        ref: { kind: 'user', key: 'u-qianshi' },
        since: '2026-11-18',
        state: 'invited',
        ...at('departments/销售部/people.yaml', 7),
        named: [
          { kind: 'department-settings', key: '销售部' },
          { kind: 'role', key: '岗位/出纳' },
        ],
      },
      { ref: { kind: 'user', key: 'u-sunba' }, since: '2026-11-19', state: 'elsewhere', id: '0163', named: [] },
      { ref: { kind: 'user', key: 'u-lijiu' }, since: '2026-11-20', state: 'readdressed', named: [] },
      { ref: { kind: 'user', key: 'u-gone' }, since: '2026-11-21', state: 'withdrawn', named: [] },
    ],
    names: {
      department: {
        市场部: '市场中心',
        品牌部: '品牌部',
        研发部: '研发部',
        '研发部/平台组': '研发部 / 平台组',
        '研发部/后端组': '研发部 / 后端组',
        '研发部/测试组': '研发部 / 测试组',
        财务部: '财务部',
        销售部: '销售部',
        仓储部: '仓储部',
        离职: '离职',
      },
      user: {
        'u-hanmeimei': '韩梅梅',
        'u-lilei': '李雷',
        'u-wangfang1': '王芳',
        'u-wangfang2': '王芳',
        'u-zhaoliu': '赵六',
        'u-sunqi': '孙七',
        'u-zhouba': '周八',
        'u-qianshi': '钱十',
        'u-sunba': '孙八',
        'u-lijiu': '李九',
        'u-gone': '周十',
        '#manager01': '老板',
        '#manager02': '吴九',
      },
      role: { '岗位/会计': '会计', '岗位/出纳': '出纳', '岗位/文员': '文员' },
      'role-group': { 岗位: '岗位', 旧岗位: '旧岗位' },
    },
  })
}

/** A plan that the guard stopped, after a read with holes. */
export function refusedPlan(): Plan {
  const leavers = ['周八', '郑九', '王十', '冯一', '陈二', '褚三', '卫四'].map((name, index) =>
    change('delete', 'user', `u-${index}`, { before: { name, main: '仓储部' } }),
  )
  const store = change('delete', 'department', '仓储部', { before: { name: '仓储部', parent_id: '/' } })
  const people = leavers.map(({ ref }) => ref)
  return plan({
    complete: false,
    reading: {
      gaps: [
        { code: 'scope', message: 'department 4711 is outside the contact scope of the app' },
        { code: 'scope', message: 'the app may see only 2 department(s) and what is below, not the whole company' },
        { code: 'head-count', message: 'DingTalk counts 180 people, 170 were found' },
      ],
      proof: { scope: 'part', departments: 9, levels: 3, pages: 11, people: 170, headCount: 180, gone: [] },
    },
    changes: [...leavers, store],
    refusals: [
      {
        code: 'incomplete-read',
        message: 'DingTalk was not read as a whole: department 4711 is outside the contact scope of the app',
        hint: 'widen the contact scope of the app to the whole company, or run again',
        refs: [],
      },
      {
        code: 'deletion-plan-only',
        message: '7 of users would be removed, and rollbook.yaml does not enable that',
        hint: 'to allow it, write "deletions: {users: enabled}" in rollbook.yaml',
        refs: people,
        entry: 'deletions: {users: enabled}',
      },
      {
        code: 'protected',
        message: '2 protected people or departments would be removed',
        hint: 'put their files back',
        refs: [...people.slice(0, 1), store.ref],
      },
      {
        code: 'unmanaged-below',
        message: '1 departments would be dissolved that still hold others, which are not managed: 冷库组',
        hint: 'move those elsewhere in DingTalk, or take them into the files',
        refs: [store.ref],
        blocking: [
          { kind: 'department', key: '#4713' },
          { kind: 'user', key: '#manager02' },
        ],
      },
      {
        code: 'limit-exceeded',
        message: 'users.remove: 7, but at most 5 of 100 may change in one run',
        hint: 'to allow it, raise the limit in rollbook.yaml, or split the change',
        refs: people,
        limit: { name: 'users.remove', amount: 7, most: 5, managed: 100 },
        entry: 'limits: {users.remove: {floor: 7, percent: 5, ceiling: 200}}',
      },
      {
        code: 'limit-exceeded',
        message: 'users.remove: 7 out of 仓储部 and everything below it, but at most 2 of 20 may change in one run',
        hint: 'change rollbook.yaml in a change of its own',
        refs: people,
        limit: { name: 'users.remove', amount: 7, most: 2, managed: 20, subtree: '仓储部' },
        base: true,
      },
    ],
    approvals: [{ file: 'approvals/0.yaml', state: 'expired', refs: [], expires: '2026-11-01' }],
    approval: {
      file: `approvals/${'0123456789abcdef'.repeat(4)}.yaml`,
      plan: hash,
      expires: '2026-11-28',
      approves: [
        { refusal: 'protected', users: ['u-0'], departments: ['仓储部'] },
        { refusal: 'limit-exceeded', limit: 'users.remove', users: people.map(({ key }) => key) },
      ],
    },
    names: {
      department: { 仓储部: '仓储部', '#4713': '冷库组' },
      user: {
        ...Object.fromEntries(leavers.map(({ ref, before }) => [ref.key, String(before?.['name'])])),
        '#manager02': '吴九',
      },
    },
  })
}

/**
 * A plan of many changes in so many departments: people join, move, are edited, and `leavers` of them leave. Equal
 * numbers give equal plans.
 */
export function largePlan(people: number, { leavers = 0, departments = 20, ...parts }: LargeParts = {}): Plan {
  const keys = Array.from({ length: departments }, (_, index) => `事业群${index % 4}/部门${index}`)
  const keyOf = (index: number) => keys[index % keys.length] ?? ''
  const changes = Array.from({ length: people }, (_, index) => {
    const [ref, main] = [`u-${index}`, keyOf(index)]
    const place = at(`departments/${main}/people.yaml`, index + 1)
    const name = `员工${index}`
    if (index < leavers) return change('delete', 'user', ref, { before: { name, main } })
    if (index % 3 === 0) return change('create', 'user', ref, { after: { name, main, title: '工程师' } }, place)
    if (index % 3 === 1)
      return change('move', 'user', ref, { before: { main: keyOf(index + 1) }, after: { main } }, place)
    return change('update', 'user', ref, { before: { main, title: '甲' }, after: { main, title: '乙' } }, place)
  })
  const user = Object.fromEntries(changes.map(({ ref }, index) => [ref.key, `员工${index}`]))
  const department = Object.fromEntries(keys.map((key) => [key, key.split('/').join(' / ')]))
  return plan({ changes, names: { department, user, role: {}, 'role-group': {} }, ...parts })
}

interface LargeParts extends Partial<Plan> {
  readonly leavers?: number
  readonly departments?: number
}
