import { judge } from '../../src/commands/judge.ts'
import type { Approval } from '../../src/core/approval-schema.ts'
import type { Desired } from '../../src/core/desired.ts'
import { diff } from '../../src/core/diff.ts'
import type { Judged } from '../../src/core/guard/approvals.ts'
import type { Administrators } from '../../src/core/guard/input.ts'
import { type Identified, identify } from '../../src/core/identify.ts'
import type { LockedByKind } from '../../src/core/lockfile.ts'
import type { Change, Gap, Proof, Ref, Snapshot, Value } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { planChanges, planHash } from '../../src/core/plan.ts'
import { type Marks, proveLock } from '../../src/core/prove.ts'
import { defaultSettings, type Settings } from '../../src/core/settings.ts'
import { canonicalText } from '../../src/core/value.ts'
import { kinds } from '../../src/kinds/index.ts'

type Draft = Record<string, Value>
type Drafts = Record<string, Draft>

/** A department as DingTalk holds it, in its ids. */
export interface RemoteDepartment {
  id: number
  name: string
  parent?: number
  foreign: boolean
  detail?: Record<string, unknown>
}

/** A person as DingTalk holds them. */
export interface RemotePerson {
  item: Record<string, unknown> & { userid: string; name: string }
  departments: number[]
  orders: Map<number, string>
  titleUnsure: boolean
  detail?: Record<string, unknown>
}

/** A role with its members as DingTalk holds it. */
export interface RemoteRole {
  id: string
  name: string
  groupId: string
  groupName: string
  members?: { userid: string; manageScopes?: { dept_id: number; name: string }[] }[]
}

/** Files, DingTalk and lock that agree: a test changes one thing and looks at what the plan makes of it. */
export interface World {
  desired: { department: Drafts; 'department-settings': Drafts; user: Drafts; 'role-group': Drafts; role: Drafts }
  previously: Record<string, Record<string, string[]>>
  replaceable: string[]
  settings: Settings
  departments: Map<string, RemoteDepartment>
  people: Map<string, RemotePerson>
  groups: Map<string, { groupId: number; name: string }>
  roles: Map<string, RemoteRole>
  lock: { corp: string | null; resources: Record<string, Record<string, LockedByKind[string][string]>> }
  gaps: Gap[]
  hidden: string[]
  company: 'proven' | 'wrong' | 'unproven'
  marks: Marks
  olderLock: boolean
  /** Nobody of the world administers it, unless a test says so. */
  administrators: Administrators | undefined
  access: { departments: string[]; users: string[] }
  base?: Settings
  approvals: Approval[]
  today: string
}

/**
 * A company of four departments and four people, where everything is managed and nothing differs:
 * 研发部 (10) with 后端组 (11) and 前端组 (12), 市场部 (20); lilei heads 研发部.
 */
export function organisation(): World {
  const world: World = {
    desired: {
      department: { '/': {} },
      'department-settings': {},
      user: {},
      'role-group': { 岗位: { name: '岗位' } },
      role: {},
    },
    previously: {},
    replaceable: [],
    settings: structuredClone(defaultSettings),
    departments: new Map([['1', { id: 1, name: '', foreign: false }]]),
    people: new Map(),
    groups: new Map([['500', { groupId: 500, name: '岗位' }]]),
    roles: new Map(),
    lock: { corp: 'dingcorp0001', resources: { 'role-group': { 岗位: { id: '500' } } } },
    gaps: [],
    hidden: [],
    company: 'proven',
    marks: new Map(),
    olderLock: false,
    administrators: { super: ['founder'], sub: ['deputy'] },
    access: { departments: [], users: [] },
    approvals: [],
    today: '2026-11-21',
  }
  addDepartment(world, { key: '研发部', id: 10, parent: '/' })
  addDepartment(world, { key: '研发部/后端组', id: 11, parent: '研发部' })
  addDepartment(world, { key: '研发部/前端组', id: 12, parent: '研发部' })
  addDepartment(world, { key: '市场部', id: 20, parent: '/' })
  addPerson(world, { userid: 'lilei', name: '李雷', main: '研发部', title: '总监' })
  addPerson(world, { userid: 'hanmei', name: '韩梅梅', main: '研发部/后端组', title: '工程师', manager: 'lilei' })
  addPerson(world, { userid: 'wangwu', name: '王五', main: '研发部/前端组', title: '工程师' })
  addPerson(world, { userid: 'zhaoliu', name: '赵六', main: '市场部', title: '经理' })
  setHead(world, '研发部', 'lilei')
  addRole(world, { group: '岗位', name: '会计', id: '600', members: ['zhaoliu'] })
  return world
}

/** Adds a department on all three sides. */
export function addDepartment(world: World, { key, id, parent }: { key: string; id: number; parent: string }): void {
  const name = key.split('/').at(-1) ?? key
  const parentId = parent === '/' ? 1 : Number(world.lock.resources['department']?.[parent]?.id)
  world.desired.department[key] = { name, parent_id: parent, source_identifier: `rollbook:${key}` }
  const detail = { dept_id: id, name, parent_id: parentId, source_identifier: `rollbook:${key}`, order: String(id) }
  world.departments.set(String(id), { id, name, parent: parentId, foreign: false, detail })
  locked(world, 'department', key, String(id))
}

/** Adds a person on all three sides. */
export function addPerson(
  world: World,
  person: { userid: string; name: string; main: string; title: string; manager?: string },
): void {
  const { userid, name, main, title, manager } = person
  world.desired.user[userid] = { name, main, title, ...(manager !== undefined && { manager_userid: manager }) }
  const id = Number(world.lock.resources['department']?.[main]?.id)
  const item = {
    userid,
    name,
    title,
    dept_id_list: [id],
    mobile: new Personal(`100${mobileTail(userid)}`),
    state_code: '86',
  }
  const detail = { ...item, senior: false, ...(manager !== undefined && { manager_userid: manager }) }
  world.people.set(userid, { item, departments: [id], orders: new Map(), titleUnsure: false, detail })
  locked(world, 'user', userid, userid, { main })
}

/** Gives a department a head on all three sides. */
export function setHead(world: World, key: string, userid: string): void {
  world.desired['department-settings'][key] = { dept_manager_userid_list: { [userid]: true } }
  const id = world.lock.resources['department']?.[key]?.id ?? ''
  const remote = world.departments.get(id)
  if (remote !== undefined) remote.detail = { ...remote.detail, dept_manager_userid_list: [userid] }
  locked(world, 'department-settings', key, id, { sets: ['dept_manager_userid_list'] })
}

/** Adds a role on all three sides. */
export function addRole(
  world: World,
  { group, name, id, members }: { group: string; name: string; id: string; members: string[] },
): void {
  world.desired.role[`${group}/${name}`] = { name, group, members: Object.fromEntries(members.map((key) => [key, {}])) }
  world.roles.set(id, { id, name, groupId: '500', groupName: group, members: members.map((userid) => ({ userid })) })
  locked(world, 'role', `${group}/${name}`, id, { sets: ['members'] })
}

/** Moves a department, with everything below it, to another key in the files: what renaming a folder does. */
export function renameFolder(world: World, from: string, to: string): void {
  const rekey = (key: string) => (key === from || key.startsWith(`${from}/`) ? to + key.slice(from.length) : key)
  const { department, user } = world.desired
  const settings = world.desired['department-settings']
  for (const key of Object.keys(department)) {
    const model = department[key]
    if (model === undefined || key === '/') continue
    delete department[key]
    const next = rekey(key)
    const moved =
      key === from
        ? { name: to.split('/').at(-1) ?? to, parent_id: to.includes('/') ? to.slice(0, to.lastIndexOf('/')) : '/' }
        : {}
    department[next] = {
      ...model,
      parent_id: rekey(String(model['parent_id'])),
      ...moved,
      source_identifier: `rollbook:${next}`,
    }
  }
  for (const model of Object.values(user)) model['main'] = rekey(String(model['main']))
  for (const key of Object.keys(settings)) {
    const model = settings[key]
    if (model === undefined || rekey(key) === key) continue
    delete settings[key]
    settings[rekey(key)] = model
  }
}

/** A plan before it is judged. */
export interface Drawn {
  readonly changes: readonly Change[]
  readonly identified: Identified
  readonly snapshot: Snapshot
  readonly hash: string
}

/** What the plan makes of a world. */
export function planOf(world: World): Drawn & Judged {
  const drawn = draw(world)
  return { ...drawn, ...judgeIn(world, drawn) }
}

/** What the files of a world say, as the loader would tell it. */
export function desiredOf(world: World): Desired {
  return {
    directory: world.desired,
    places: new Map(),
    previously: world.previously,
    replaceable: world.replaceable,
    settings: world.settings,
    approvals: world.approvals,
    problems: [],
  }
}

/** The changes that lead from what is to what the files want: settings decide nothing of them but who leaves how. */
export function draw(world: World): Drawn {
  const desired = desiredOf(world)
  const remotes = {
    department: world.departments,
    user: world.people,
    'department-settings': new Map(
      [...world.departments].flatMap(([id, { detail }]) => (detail ? [[id, detail]] : [])),
    ),
    'role-group': world.groups,
    role: world.roles,
  }
  const proof: Proof = {
    scope: 'company',
    departments: world.departments.size,
    levels: 3,
    pages: world.departments.size,
    people: world.people.size,
    headCount: world.people.size,
    gone: [],
  }
  const snapshot = {
    remotes,
    reading: { gaps: world.gaps, proof },
    hidden: { user: world.hidden },
    access: world.access,
  }
  const identified = identify(kinds, desired, snapshot, world.lock, fingerprintOf)
  const changes = planChanges(kinds, diff(identified.actual, identified.desired), identified, desired.places)
  return { changes, identified, snapshot, hash: planHash(changes) }
}

/** What the policy of a world says of a plan that was drawn in it, or in one that differs in policy alone. */
export function judgeIn(world: World, drawn: Drawn): Judged {
  return judge({
    ...drawn,
    desired: { settings: world.settings, replaceable: world.replaceable, approvals: world.approvals },
    lock: world.lock,
    olderLock: world.olderLock,
    judged: proveLock({
      kinds,
      lock: world.lock,
      snapshot: drawn.snapshot,
      desired: { directory: world.desired, previously: world.previously },
      ids: drawn.identified.ids,
      marks: world.marks,
    }),
    company: world.company,
    ...(world.base !== undefined && { base: world.base }),
    ...(world.administrators !== undefined && { administrators: world.administrators }),
    today: world.today,
  })
}

/** A change in one line: `move user lilei {main}`. */
export function brief(change: Change): string {
  const fields = new Set(change.patch.map(({ path }) => path.split('/')[3]).filter((field) => field !== undefined))
  const suffix = fields.size === 0 ? '' : ` {${[...fields].sort().join(', ')}}`
  return `${change.temporary ? 'make room: ' : ''}${change.action} ${change.ref.kind} ${change.ref.key}${suffix}`
}

/** A stand-in for the keyed digest: the same value gives the same text. */
export function fingerprintOf(ref: Ref) {
  return (field: string, value: Value) => `${ref.key}.${field}=${canonicalText(value).length}`
}

/** Writes an entry of the lock. */
export function locked(world: World, kind: string, key: string, id: string, more: object = {}): void {
  const entries = world.lock.resources[kind] ?? {}
  entries[key] = { id, ...more }
  world.lock.resources[kind] = entries
}

/** A number that belongs to nobody, the same for the same person. */
function mobileTail(userid: string): string {
  return String([...userid].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000_000).padStart(8, '0')
}
