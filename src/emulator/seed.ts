import type { OperationId } from '../dingtalk/operation.ts'
import type { Company } from './company.ts'
import { blankDepartment } from './departments.ts'
import type { Answer, Fields } from './handler.ts'
import { execute } from './handlers.ts'
import { ROOT } from './records.ts'
import { demo } from './seed-demo.ts'
import { generated } from './seed-generated.ts'
import { State } from './state.ts'
import type { Switches } from './switches.ts'

/** Runs an operation while a seed is built. */
export type Build = <Id extends OperationId>(operation: Id, request: Fields<Id>) => Answer

/**
 * A company as it is when an emulator starts, built by the same handlers that serve requests, so that no seed can hold
 * what DingTalk would refuse. The same seed gives the same company, to the last digit.
 */
export function seedCompany(seed: 'empty' | 'demo' | number, corp: string, switches: Partial<Switches> = {}): Company {
  const founded = Date.UTC(2021, 2, 1)
  const group = switches.defaultGroup ?? '默认'
  const state = new State(newCompany(corp, group), { clientId: '', clientSecret: '' }, () => founded, switches)
  const build: Build = (operation, request) => execute(operation, state, request)
  if (seed === 'demo') demo(state, build)
  else if (seed !== 'empty') generated(state, build, seed)
  for (const user of state.records.users.values()) state.records.putUser({ ...user, active: true })
  return state.records.company(corp)
}

/** A mainland number of a prefix that belongs to nobody. */
export function syntheticMobile(at: number): string {
  return `1005${String(at).padStart(7, '0')}`
}

/** The main administrator: whoever registered the company is in its root department. */
export function addFounder(state: State, build: Build): string {
  const userid = 'manager01'
  build('createUser', { userid, name: '陈总', mobile: syntheticMobile(0), dept_id_list: [ROOT], title: '总经理' })
  state.records.admins.set(userid, { level: 1, scope: [ROOT] })
  state.records.boss = userid
  return userid
}

function newCompany(corp: string, group: string): Company {
  const names = { 'super-admin': '主管理员', 'sub-admin': '子管理员', owner: '负责人', head: '主管' } as const
  const kinds = ['super-admin', 'sub-admin', 'owner', 'head'] as const
  return {
    format: 'rollbook.emulator/1',
    corp,
    departments: [{ ...blankDepartment, dept_id: ROOT, name: '示例公司', order: '0', create_dept_group: true }],
    users: [],
    groups: [{ id: 1_507_112_001, name: group, system: true }],
    roles: kinds.map((system, at) => ({
      id: 1_507_112_002 + at,
      group: 1_507_112_001,
      name: names[system],
      system,
      members: {},
    })),
    admins: {},
    counters: { department: 0, role: 0, user: 0, change: 0 },
  }
}
