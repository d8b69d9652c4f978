import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect } from 'vitest'
import type { Change, Outcome } from '../../src/core/model.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import type { Emulator, EmulatorOptions } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { type Company, startCompany } from './company.ts'
import { type FileTree, temporaryFolder } from './files.ts'
import { differences, type Held, heldIn } from './held.ts'

/** A company that is founded, and later changed in every way; and how to tell that it came out right all the same. */

const open: Company[] = []
afterEach(async () => {
  for (const company of open.splice(0)) await company.close()
})

/** Waiting takes no time, so that a test may wait for minutes. */
export function hurriedClock(): Clock {
  let now = 0
  return {
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds
      await new Promise((resolve) => setImmediate(resolve))
    },
    random: () => 0.5,
  }
}

/** A directory and an emulator that is closed after the test; waiting takes no time. */
export async function start(
  files: FileTree,
  emulator: EmulatorOptions = {},
  client: { readonly rate?: number; readonly clock?: Clock } = {},
): Promise<Company> {
  // One secret for all, because the fingerprints in the lock depend on it.
  const clientSecret = 'a-secret-of-nobody'
  const company = await startCompany({
    files,
    emulator: { clientSecret, ...emulator },
    clock: hurriedClock(),
    ...client,
  })
  open.push(company)
  return company
}

/** A copy of the directory as on another machine, lock included, and the same DingTalk. */
export async function copyOf({ folder, emulator }: Company): Promise<Company> {
  const copy = await temporaryFolder()
  await cp(folder, copy, { recursive: true, filter: (path) => !path.includes('.rollbook') })
  return startCompany({ folder: copy, shared: emulator, clock: hurriedClock() })
}

const settings = `version: 1
corp: dingcorp0001
language: en
deletions: {users: enabled, departments: enabled, roles: enabled}
`

/** Every kind of resource and relation, once. */
export const founding: FileTree = {
  'rollbook.yaml': settings,
  'departments/boss.yaml': 'userid: boss\nname: 陈总\nmobile: "10000000001"\nemail: boss@example.com\n',
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [lilei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10000000002", title: 工程师, manager_userid: boss}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", email: hanmeimei@example.com, manager_userid: lilei}\n',
  ].join('\n'),
  'departments/研发部/后端组/department.yaml': 'order: 20\nhide_dept: true\ndept_permits: [财务部]\n',
  'departments/研发部/后端组/people.yaml':
    '- {userid: zhaoqiang, name: 赵强, mobile: "10000000004", also: [{department: 市场部, title: 顾问}]}\n',
  'departments/市场部/department.yaml': 'order: 30\nmanagers: [zhoujie]\n',
  'departments/市场部/people.yaml': [
    '- {userid: zhoujie, name: 周杰, mobile: "10000000005", job_number: 007}',
    '- {userid: wumin, name: 吴敏, mobile: "10000000006"}\n',
  ].join('\n'),
  'departments/财务部/department.yaml': 'order: 40\n',
  'roles/岗位.yaml': [
    'roles:',
    '- name: 会计',
    '  members: [hanmeimei, {userid: lilei, scope: [研发部, 财务部]}]',
    '- name: 出纳',
    '  members: [zhoujie]\n',
  ].join('\n'),
}

/** The same company later: every kind of write that changes or ends something. */
export const later: FileTree = {
  'rollbook.yaml': settings,
  'departments/boss.yaml': 'userid: boss\nname: 陈总\nmobile: "10000000001"\nemail: boss@example.com\n',
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [hanmeimei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10000000002", title: 架构师, manager_userid: boss}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", email: meimei@example.com, manager_userid: boss}\n',
  ].join('\n'),
  'departments/研发部/后端组/department.yaml': 'order: 20\nhide_dept: false\n',
  'departments/品牌部/department.yaml': 'previously: [市场部]\norder: 30\nmanagers: [zhoujie]\n',
  'departments/品牌部/people.yaml': [
    '- {userid: zhoujie, name: 周杰, mobile: "10000000015", replace: mobile, job_number: 007}',
    '- {userid: zhaoqiang, name: 赵强, mobile: "10000000004", also: [研发部/后端组]}\n',
  ].join('\n'),
  'departments/法务部/department.yaml': 'order: 50\nmanagers: [zhenger]\n',
  'departments/法务部/people.yaml': '- {userid: zhenger, name: 郑二, mobile: "10000000007"}\n',
  'roles/岗位.yaml': [
    'roles:',
    '- name: 主办会计',
    '  previously: [会计]',
    '  members: [zhoujie, {userid: lilei, scope: [研发部]}]\n',
  ].join('\n'),
}

async function replaceFiles(company: Company, files: FileTree): Promise<void> {
  for (const name of ['departments', 'roles']) await rm(join(company.folder, name), { recursive: true, force: true })
  await company.edit(files)
}

/** A company that is about to be founded, or the founded one with the later files. */
export const stages = {
  founding: () => start(founding),
  async later() {
    const company = await start(founding)
    expect((await company.apply()).end).toBe('done')
    await replaceFiles(company, later)
    return company
  },
} as const
type Stage = keyof typeof stages

/** Calls so far that may have written something. */
export const writesIn = (emulator: Emulator, from = 0) =>
  emulator.log.slice(from).filter(({ operation }) => {
    const { effect, area } = operation === null ? { effect: 'read', area: '' } : contract.operations[operation]
    return effect !== 'read' && area !== 'auth'
  })

/** What a run comes to when nothing goes wrong. */
export interface Undisturbed {
  readonly held: Held
  readonly lock: string
  readonly writes: readonly string[]
  readonly changes: readonly Change[]
}

/** Runs a stage to its end without trouble. */
export async function undisturbed(stage: Stage): Promise<Undisturbed> {
  const company = await stages[stage]()
  const from = company.emulator.log.length
  const { end, plan } = await company.apply()
  expect(end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])
  return {
    held: heldIn(company.emulator.snapshot()),
    lock: await company.lock(),
    writes: writesIn(company.emulator, from).map(({ operation }) => String(operation)),
    changes: plan.changes,
  }
}

/** Runs apply until it is done; at most `most` times. Says where it got stuck. */
export async function applyAgain(company: Company, most = 3): Promise<string> {
  for (let run = 1; run <= most; run++) {
    const { end, plan, outcomes } = await company.apply()
    if (end === 'done') return `done after ${run}`
    if (end === 'refused')
      return `refused: ${plan.refusals.map(({ code, message }) => `${code} ${message}`).join('; ')}`
    if (run === most) return `${end}: ${failures(outcomes).join('; ')}`
  }
  return 'never ran'
}

/** What did not go as planned, one line each. */
export function failures(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    const name = `${outcome.change.action} ${outcome.change.ref.kind} ${outcome.change.ref.key}`
    if (outcome.status === 'failed') return [`${name} failed: ${outcome.error.message}`]
    if (outcome.status === 'skipped') return [`${name} skipped because of ${outcome.because.key}`]
    return outcome.without === undefined ? [] : [`${name} without ${outcome.without.map(({ key }) => key).join(', ')}`]
  })
}

/** How a company ended up, next to how it should have. */
export async function result(company: Company, expected: Undisturbed): Promise<object> {
  const { changes } = (await company.plan()).plan
  const held = heldIn(company.emulator.snapshot())
  return {
    left: changes.map(({ action, ref, patch }) => `${action} ${ref.kind} ${ref.key} ${JSON.stringify(patch)}`),
    differs: differences([expected.held, entries(expected.lock)], [held, entries(await company.lock())]),
  }
}

/** The lock without what depends on the order of creation: ids, and what was sent while it could not be read back. */
function entries(lock: string): object {
  return JSON.parse(lock, (name, value) => (name === 'id' || name === 'sent' ? undefined : value))
}

/** Whether `result` found nothing. */
export const isWell = (found: object) => JSON.stringify(found) === JSON.stringify({ left: [], differs: [] })

/** The lock's path. */
export const lockOf = ({ folder }: Company) => join(folder, LOCK_FILE)

/** What became of every change. */
export const statuses = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    outcomes.map((outcome) => {
      const name = `${outcome.change.action} ${outcome.change.ref.kind} ${outcome.change.ref.key}`
      if (outcome.status === 'skipped') return [name, `skipped because of ${outcome.because.key}`]
      if (outcome.status === 'failed') return [name, 'failed']
      return [name, outcome.without === undefined ? 'applied' : `without ${outcome.without.map(({ key }) => key)}`]
    }),
  )
