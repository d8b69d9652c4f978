import type { Company } from './company.ts'
import { blankDepartment } from './departments.ts'
import { type Build, FOUNDER } from './founder.ts'
import { execute } from './handlers.ts'
import { ROOT } from './records.ts'
import { demo } from './seed-demo.ts'
import { generated } from './seed-generated.ts'
import { State } from './state.ts'
import type { Switches } from './switches.ts'

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
    // Whoever registered the company administers it, also where a seed lists nobody as a member.
    admins: { [FOUNDER]: { level: 1, scope: [ROOT] } },
    counters: { department: 0, role: 0, user: 0, change: 0 },
  }
}
