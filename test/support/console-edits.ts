import fc from 'fast-check'
import type { Emulator } from '../../src/emulator/server.ts'

/** One thing that an administrator does in the console: which, to what, and what it is to be. */
export interface ConsoleEdit {
  readonly deed: keyof typeof deeds
  readonly a: number
  readonly b: number
  readonly text: string
}

/** Whoever is hired under this userid is never removed. */
export const STAYS = 'stays'
/** A department of this name is left as it is: a company of which no department is left looks like another one. */
export const KEPT = '常设部'

type Deed = (emulator: Emulator, edit: ConsoleEdit) => void

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}
const departments = (emulator: Emulator) =>
  emulator.snapshot().departments.filter(({ dept_id, name }) => dept_id !== 1 && name !== KEPT)
const anyDepartment = (emulator: Emulator, at: number) => pick(emulator.snapshot().departments, at)?.dept_id ?? 1
const userid = (emulator: Emulator, at: number) => pick(emulator.snapshot().users, at)?.userid ?? 'nobody'
/** Somebody always stays: a company of which nothing is left looks like another one. */
const leaver = (emulator: Emulator, at: number) =>
  pick(
    emulator.snapshot().users.filter((each) => each.userid !== STAYS),
    at,
  )?.userid ?? 'nobody'
const role = (emulator: Emulator, at: number) => pick(emulator.snapshot().roles, at)?.id ?? 0

const deeds = {
  'renames a department': (emulator, { a, text }) =>
    emulator.console('updateDepartment', { dept_id: pick(departments(emulator), a)?.dept_id ?? 0, name: plain(text) }),
  'moves a department': (emulator, { a, b }) =>
    emulator.console('updateDepartment', {
      dept_id: pick(departments(emulator), a)?.dept_id ?? 0,
      parent_id: anyDepartment(emulator, b),
    }),
  'dissolves a department': (emulator, { a }) =>
    emulator.console('deleteDepartment', { dept_id: pick(departments(emulator), a)?.dept_id ?? 0 }),
  'founds a department': (emulator, { a, text }) =>
    emulator.console('createDepartment', { parent_id: anyDepartment(emulator, a), name: plain(text) }),
  'gives a department heads': (emulator, { a, b }) =>
    emulator.console('updateDepartment', {
      dept_id: pick(departments(emulator), a)?.dept_id ?? 0,
      dept_manager_userid_list: [...new Set([userid(emulator, b), userid(emulator, b + 1)])],
    }),
  'sorts a department': (emulator, { a, b }) =>
    emulator.console('updateDepartment', { dept_id: pick(departments(emulator), a)?.dept_id ?? 0, order: String(b) }),
  'gives a title': (emulator, { a, text }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), title: text }),
  'takes a title': (emulator, { a }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), force_update_fields: ['title'] }),
  'renames a person': (emulator, { a, text }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), name: text.trim() || 'x' }),
  'notes something': (emulator, { a, text }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), remark: text, extension: { 爱好: text, 工位: '3' } }),
  'moves a person': (emulator, { a, b }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), dept_id_list: [anyDepartment(emulator, b)] }),
  'places a person in two': (emulator, { a, b }) =>
    emulator.console('updateUser', {
      userid: userid(emulator, a),
      dept_id_list: [...new Set([anyDepartment(emulator, b), anyDepartment(emulator, b + 1)])],
    }),
  'gives a manager': (emulator, { a, b }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), manager_userid: userid(emulator, b) }),
  'takes a manager': (emulator, { a }) =>
    emulator.console('updateUser', { userid: userid(emulator, a), force_update_fields: ['manager_userid'] }),
  'removes a person': (emulator, { a }) => emulator.console('deleteUser', { userid: leaver(emulator, a) }),
  'hires a person': (emulator, { a, b, text }) =>
    emulator.console('createUser', {
      userid: `n${a}`,
      name: text.trim() || 'x',
      mobile: `1001${String(a * 1000 + (b % 1000)).padStart(7, '0')}`,
      dept_id_list: [anyDepartment(emulator, b)],
    }),
  'hires a namesake': (emulator, { a, b }) =>
    emulator.console('createUser', {
      userid: `s${a}`,
      name: pick(emulator.snapshot().users, b)?.name ?? 'x',
      mobile: `1002${String(a * 1000 + (b % 1000)).padStart(7, '0')}`,
      dept_id_list: [anyDepartment(emulator, b)],
    }),
  'exchanges the names of two departments': (emulator, { a, b }) => {
    const [one, other] = [pick(departments(emulator), a), pick(departments(emulator), b)]
    if (one === undefined || other === undefined || one === other) return
    emulator.console('updateDepartment', { dept_id: one.dept_id, name: FREE })
    emulator.console('updateDepartment', { dept_id: other.dept_id, name: one.name })
    emulator.console('updateDepartment', { dept_id: one.dept_id, name: other.name })
  },
  'empties and dissolves a department': (emulator, { a, b }) => {
    const gone = pick(departments(emulator), a)?.dept_id ?? 0
    for (const each of emulator.snapshot().users)
      if (each.departments.includes(gone))
        emulator.console('updateUser', { userid: each.userid, dept_id_list: [otherThan(emulator, gone, b)] })
    emulator.console('deleteDepartment', { dept_id: gone })
  },
  'exchanges the names of two roles': (emulator, { a, b }) => {
    const [one, other] = [pick(emulator.snapshot().roles, a), pick(emulator.snapshot().roles, b)]
    if (one === undefined || other === undefined || one.id === other.id) return
    emulator.console('updateRole', { roleId: one.id, roleName: FREE })
    emulator.console('updateRole', { roleId: other.id, roleName: one.name })
    emulator.console('updateRole', { roleId: one.id, roleName: other.name })
  },
  'hands the name of a role on': (emulator, { a, b, text }) => {
    const [one, other] = [pick(emulator.snapshot().roles, a), pick(emulator.snapshot().roles, b)]
    if (one === undefined || other === undefined || one.id === other.id) return
    emulator.console('updateRole', { roleId: other.id, roleName: text.trim() || 'x' })
    emulator.console('updateRole', { roleId: one.id, roleName: other.name })
  },
  'removes a role': (emulator, { a }) => {
    const gone = role(emulator, a)
    const userIds = emulator.snapshot().users.map((each) => each.userid)
    emulator.console('removeRolesForEmployees', { roleIds: [gone], userIds })
    emulator.console('deleteRole', { role_id: gone })
  },
  'founds a role group': (emulator, { text }) => emulator.console('createRoleGroup', { name: text.trim() || 'x' }),
  'gives a role': (emulator, { a, b }) =>
    emulator.console('addRolesForEmployees', { roleIds: [role(emulator, a)], userIds: [userid(emulator, b)] }),
  'takes a role': (emulator, { a, b }) =>
    emulator.console('removeRolesForEmployees', { roleIds: [role(emulator, a)], userIds: [userid(emulator, b)] }),
  'gives a scope': (emulator, { a, b }) =>
    emulator.console('updateRoleMemberScope', {
      role_id: role(emulator, a),
      userid: userid(emulator, b),
      dept_ids: [anyDepartment(emulator, a + b)],
    }),
  'renames a role': (emulator, { a, text }) =>
    emulator.console('updateRole', { roleId: role(emulator, a), roleName: text.trim() || 'x' }),
  'founds a role': (emulator, { a, text }) =>
    emulator.console('createRole', {
      groupId: pick(emulator.snapshot().groups, a)?.id ?? 0,
      roleName: text.trim() || 'x',
    }),
} as const satisfies Record<string, Deed>

/** A name that nobody has, for the moment between two. */
const FREE = '换名用'

function otherThan(emulator: Emulator, gone: number, at: number): number {
  return (
    pick(
      emulator.snapshot().departments.filter(({ dept_id }) => dept_id !== gone),
      at,
    )?.dept_id ?? 1
  )
}

/** What the contract allows in the name of a department. */
function plain(text: string): string {
  return text.replace(/[-,，]/g, '·').trim() || 'x'
}

/** A morning in the console; names come from `text`. */
export function consoleEdits(text: fc.Arbitrary<string>): fc.Arbitrary<readonly ConsoleEdit[]> {
  const names = Object.keys(deeds) as (keyof typeof deeds)[]
  return fc.array(fc.record({ deed: fc.constantFrom(...names), a: fc.nat(1000), b: fc.nat(1000), text }), {
    minLength: 1,
    maxLength: 8,
  })
}

/** Does it; what DingTalk refuses has not happened. */
export function carryOut(emulator: Emulator, edits: readonly ConsoleEdit[]): void {
  for (const edit of edits)
    try {
      deeds[edit.deed](emulator, edit)
    } catch (error) {
      if ((error as Error).name !== 'VendorError') throw error
    }
}
