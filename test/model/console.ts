import type { Emulator } from '../../src/emulator/server.ts'
import { numberIn, pick } from './draft.ts'
import type { Memory } from './invariants.ts'

/**
 * What an administrator does in the console, by DingTalk's own rules: with what is ours, and with what is nobody's
 * business. What DingTalk refuses has not happened.
 */
export const consoleEdits = {
  'founds a department of its own': (emulator, memory, a) => {
    // Seldom below one of ours: what stands there keeps ours from being deleted for good.
    const parents = emulator
      .snapshot()
      .departments.filter(({ name, parent_id }) => a % 3 === 0 || parent_id === undefined || isForeign(name))
    const parent_id = pick(parents, a)?.dept_id ?? 1
    attempt(() => emulator.console('createDepartment', { name: `外部${memory.fresh()}`, parent_id }))
  },
  'hires somebody of its own': (emulator, memory, a) => {
    const at = pick(emulator.snapshot().departments, a)?.dept_id ?? 1
    const number = memory.fresh()
    const mobile = `1009${String(number).padStart(7, '0')}`
    attempt(() => emulator.console('createUser', { userid: `x${number}`, name: '外部', mobile, dept_id_list: [at] }))
  },
  'renames a department of ours': (emulator, memory, a) => {
    const found = pick(ours(emulator), a)
    if (found === undefined) return
    const name = `${/^部门\d+[A-Z]/.exec(found.name)?.[0]}旧${memory.fresh()}`
    attempt(() => emulator.console('updateDepartment', { dept_id: found.dept_id, name }))
  },
  'moves a department of ours': (emulator, _, a) => {
    const [found, goal] = [pick(ours(emulator), a), pick(ours(emulator), a >> 1)]
    if (found === undefined || goal === undefined) return
    attempt(() => emulator.console('updateDepartment', { dept_id: found.dept_id, parent_id: goal.dept_id }))
  },
  'deletes a department of ours': (emulator, _, a) => {
    const dept_id = pick(ours(emulator), a)?.dept_id
    if (dept_id !== undefined) attempt(() => emulator.console('deleteDepartment', { dept_id }))
  },
  'changes a title': (emulator, memory, a) => {
    const userid = pick(people(emulator), a)
    if (userid === undefined) return
    attempt(() => emulator.console('updateUser', { userid, title: `头衔${memory.fresh()}` }))
  },
  'deletes a person of ours': (emulator, _, a) => {
    const userid = pick(people(emulator), a)
    if (userid !== undefined) attempt(() => emulator.console('deleteUser', { userid }))
  },
  'gives a role to somebody': (emulator, _, a) => {
    const { roles, users } = emulator.snapshot()
    const role = pick(
      roles.filter(({ name }) => numberIn(name) !== undefined),
      a,
    )
    const userid = pick(users, a)?.userid
    if (role === undefined || userid === undefined) return
    attempt(() => emulator.console('addRolesForEmployees', { roleIds: [role.id], userIds: [userid] }))
  },
} as const satisfies Record<string, (emulator: Emulator, memory: Memory, a: number) => void>
export type Deed = keyof typeof consoleEdits

/** Whether a department or person was made in the console. */
export const isForeign = (name: string) => name.startsWith('外部')

const ours = (emulator: Emulator) => emulator.snapshot().departments.filter(({ name }) => numberIn(name) !== undefined)
const people = (emulator: Emulator) =>
  emulator
    .snapshot()
    .users.map(({ userid }) => userid)
    .filter((userid) => userid.startsWith('u'))

function attempt(act: () => void): void {
  try {
    act()
  } catch (error) {
    if ((error as Error).name !== 'VendorError') throw error
  }
}
