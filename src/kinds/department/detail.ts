import type { Gap } from '../../core/model.ts'
import type { Client } from '../../dingtalk/client.ts'
import type { Inside, Reader } from '../kind.ts'
import { holeOf, unlessAbsent } from '../refused.ts'
import { type DepartmentDetail, type DepartmentRemote, ROOT } from './remote.ts'

/** One department with its details, and what stands directly in one: what a read needs that is not of all of them. */
export async function readDepartment(
  reader: Reader<DepartmentRemote>,
  id: string,
): Promise<DepartmentRemote | undefined> {
  const number = Number(id)
  if (number === ROOT) return { id: ROOT, name: '', foreign: false }
  try {
    const detail = await unlessAbsent(detailOfDepartment(reader.client, number))
    if (detail === undefined) return undefined
    const again = keepsListsOf(reader, number, detail) ? await detailOfDepartment(reader.client, number) : detail
    if (detail.dept_id !== number || !sameLists(detail, again)) reader.gap(contradiction(reader, number))
    const { name = '', parent_id: parent = ROOT, from_union_org: foreign } = detail
    return { id: number, name, parent, detail, foreign: foreign === true }
  } catch (error) {
    reader.gap(holeOfDepartment(reader, number, error))
    return undefined
  }
}

/** Sub-departments and people of one department: one call, and one for each page of people where they are wanted. */
export async function readContents(
  reader: Reader<DepartmentRemote>,
  id: string,
  only?: string,
): Promise<readonly Inside[]> {
  const dept_id = Number(id)
  const found: Inside[] = []
  try {
    const { result } = await reader.client.call('listSubDepartments', { dept_id })
    // Negative ids are home-school contacts: a tree of their own.
    for (const item of result ?? [])
      if (item.dept_id > 0) found.push({ kind: 'department', id: String(item.dept_id), name: item.name ?? '' })
    if (only === 'department') return found
    for await (const { items } of reader.client.pages('listUsers', { dept_id, contain_access_limit: true })) {
      reader.prove({ pages: 1 })
      for (const { userid, name } of items) found.push({ kind: 'user', id: userid, name: name ?? '' })
    }
  } catch (error) {
    reader.gap(holeOfDepartment(reader, dept_id, error))
  }
  return found
}

function holeOfDepartment(reader: Reader<DepartmentRemote>, id: number, error: unknown): Gap {
  const key = keyIn(reader, id)
  return holeOf(
    error,
    { kind: 'department', key },
    {
      gone: `department ${key} disappeared while it was read`,
      hidden: `department ${key} is outside the contact scope of the app`,
    },
  )
}

/** What getDepartment answers. */
export async function detailOfDepartment(client: Client, id: number): Promise<DepartmentDetail> {
  const { result } = await client.call('getDepartment', { dept_id: id })
  if (result === undefined) throw new Error(`getDepartment answered no department for ${id}`)
  return result
}

/** The hole that two answers leave which cannot both be of now. */
export function contradiction(reader: Reader<DepartmentRemote>, id: number): Gap {
  const key = keyIn(reader, id)
  return {
    code: 'changed-while-reading',
    message: `answers contradict each other about department ${key}`,
    refs: [{ kind: 'department', key }],
  }
}

/** The key that the lock has for an id, or `#` and the id. */
export function keyIn({ locked }: Reader<DepartmentRemote>, id: number): string {
  let known = keysById.get(locked)
  if (known === undefined) {
    known = new Map(Object.entries(locked).map(([key, entry]) => [entry.id, key]))
    keysById.set(locked, known)
  }
  return known.get(String(id)) ?? `#${id}`
}

/** Made once for each lock that is read with. */
const keysById = new WeakMap<object, ReadonlyMap<string, string>>()

/**
 * Whether the lock is about to learn from this answer who was in a list before us: whom an answer leaves out once
 * would be taken for an addition, and removed, the next time. Such an answer is looked at twice. Of a department
 * whose key is not known yet, only a list that is strangely empty is.
 */
export function keepsListsOf(reader: Reader<DepartmentRemote>, id: number, detail: DepartmentDetail): boolean {
  if (reader.whole) return true
  const settings = reader.desiredOf('department-settings')
  const key = keyIn(reader, id)
  if (key.startsWith('#')) {
    const stated = (field: List) => Object.values(settings).some((model) => model[field] !== undefined)
    return LISTS.some((field) => shows(detail, field) && (detail[field] ?? []).length === 0 && stated(field))
  }
  const { sets = [], kept = {} } = reader.lockedOf('department-settings')[key] ?? {}
  return LISTS.some((field) => {
    if (settings[key]?.[field] === undefined) return false
    const there = new Set<unknown>((detail[field] ?? []).map((member) => `#${member}`))
    return !sets.includes(field) || (kept[field] ?? []).some((member) => !there.has(member))
  })
}

/** The lists of a detail that the lock remembers members of. */
const LISTS = [
  'dept_manager_userid_list',
  'user_permits',
  'dept_permits',
  'outer_permit_users',
  'outer_permit_depts',
] as const
type List = (typeof LISTS)[number]

/** Permits are shown only while they have an effect; heads always. */
function shows({ hide_dept, outer_dept }: DepartmentDetail, field: List): boolean {
  if (field === 'dept_manager_userid_list') return true
  return field.startsWith('outer') ? outer_dept === true : hide_dept === true
}

/** Whether two answers have the same members in all of these lists. */
export function sameLists(a: DepartmentDetail, b: DepartmentDetail): boolean {
  const sorted = (list: readonly unknown[] = []) => list.map(String).sort().join()
  return LISTS.every((field) => sorted(a[field]) === sorted(b[field]))
}
