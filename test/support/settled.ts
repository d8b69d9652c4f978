import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect } from 'vitest'
import type { EmulatorOptions, Snapshot } from '../../src/emulator/server.ts'
import { type Company, startCompany } from './company.ts'
import type { FileTree } from './files.ts'

/** Companies that are changed step by step, each step to its end, and what to compare before and after. */

const open: Company[] = []
afterEach(async () => {
  for (const company of open.splice(0)) await company.close()
})

/** A directory and an emulator that is closed after the test. */
export async function start(files: FileTree, emulator: EmulatorOptions = {}): Promise<Company> {
  const company = await startCompany({ files, emulator })
  open.push(company)
  return company
}

/** The same in a company of 500 people that was there before. */
export const living = (files: FileTree) => start(files, { seed: 500 })

/** Settings that leave everything at its default. */
export const settings = 'version: 1\ncorp: dingcorp0001\nlanguage: en\n'
/** Settings that enable every deletion. */
export const enabled = `${settings}deletions: {users: enabled, departments: enabled, roles: enabled}\n`

/** Puts other files in place of all that are there; settings and lock stay. */
export async function replaceFiles(company: Company, files: FileTree): Promise<void> {
  for (const name of ['departments', 'roles']) await rm(join(company.folder, name), { recursive: true, force: true })
  await company.edit(files)
}

/** Applies, and expects that it went well and that a second plan is empty. */
export async function settled(company: Company) {
  const applied = await company.apply()
  expect(applied.plan.refusals).toEqual([])
  expect(applied.outcomes.filter(({ status }) => status !== 'applied')).toEqual([])
  expect(applied.end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])
  return applied
}

/** Changes in one line each. */
export const brief = (changes: Awaited<ReturnType<Company['plan']>>['plan']['changes']) =>
  changes.map(({ action, ref, temporary }) => `${temporary ? 'make room: ' : ''}${action} ${ref.kind} ${ref.key}`)

/** The snapshot without the named departments, roles and groups (by name) and people, also as members of roles. */
export function others(
  snapshot: Snapshot,
  named: { departments?: readonly string[]; people?: readonly string[]; roles?: readonly string[] } = {},
): Snapshot {
  const { departments = [], people = [], roles = [] } = named
  return {
    ...snapshot,
    departments: snapshot.departments.filter(({ name }) => !departments.includes(name)),
    users: snapshot.users.filter(({ userid }) => !people.includes(userid)),
    roles: snapshot.roles
      .filter(({ name }) => !roles.includes(name))
      .map((role) => ({
        ...role,
        members: Object.fromEntries(Object.entries(role.members).filter(([userid]) => !people.includes(userid))),
      })),
    groups: snapshot.groups.filter(({ name }) => !roles.includes(name)),
  }
}

/** The one department of a name. */
export function department(snapshot: Snapshot, name: string) {
  const found = snapshot.departments.filter((entry) => entry.name === name)
  expect(found).toHaveLength(1)
  return found[0] as Snapshot['departments'][number]
}

/** One person, if there. */
export function person(snapshot: Snapshot, userid: string) {
  return snapshot.users.find((user) => user.userid === userid)
}

/** A small company of ours, with a department whose folder says nothing but its name. */
export const ours: FileTree = {
  'rollbook.yaml': enabled,
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [lilei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10000000002"}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", manager_userid: lilei}\n',
  ].join('\n'),
  'departments/研发部/后端组/people.yaml':
    '- {userid: zhaoqiang, name: 赵强, mobile: "10000000004", also: [{department: 市场部, title: 顾问, order: 7}]}\n',
  'departments/市场部/department.yaml': 'order: 30\n',
  'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10000000005"}\n',
  'roles/岗位.yaml': 'roles:\n- {name: 会计, members: [hanmeimei]}\n- {name: 出纳, members: [zhoujie]}\n',
}

/** Department ids by path of names. */
export function idsByPath(company: Company): { readonly [path: string]: number } {
  const { departments } = company.emulator.snapshot()
  const path = (id: number): string => {
    const found = departments.find(({ dept_id }) => dept_id === id)
    return found?.parent_id === undefined ? '' : `${path(found.parent_id)}/${found.name}`
  }
  return Object.fromEntries(departments.map(({ dept_id }) => [path(dept_id), dept_id]))
}
