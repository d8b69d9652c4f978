import pLimit from 'p-limit'
import type { Client } from '../../dingtalk/client.ts'
import type { Reader } from '../kind.ts'
import { holeOf, unlessAbsent } from '../refused.ts'
import { contradiction, detailOfDepartment, keepsListsOf, keyIn, sameLists } from './detail.ts'
import { type DepartmentDetail, type DepartmentRemote, keyOfMarker, ROOT } from './remote.ts'

/** Calls under way at once: enough to keep the rate limit busy at half a second a call. */
const WIDTH = 12

/**
 * Walks the tree from the root: one call for each department, leaves included, because DingTalk lists one level at a
 * time. Details cost one more call each and are read only where they are needed (see `needsDetail`). Answers that
 * contradict each other about where a department stands are a gap: one of them is of the past.
 */
export async function readDepartments(reader: Reader<DepartmentRemote>): Promise<void> {
  const limit = pLimit(WIDTH)
  const needed = detailPredicate(reader)
  const seen = new Set<number>([ROOT])
  let levels = 1

  async function detailOf(id: number, parent: number): Promise<DepartmentDetail | undefined> {
    if (!needed(id)) return undefined
    const detail = await askDetail(id)
    if (detail.dept_id !== id || (detail.parent_id !== undefined && detail.parent_id !== parent)) contradicted(id)
    if (keepsListsOf(reader, id, detail) && !sameLists(detail, await askDetail(id))) contradicted(id)
    return detail
  }

  const askDetail = (id: number) => limit(() => detailOfDepartment(reader.client, id))

  const contradicted = (id: number) => reader.gap(contradiction(reader, id))
  const nameOf = (id: number) => keyIn(reader, id)

  async function visit(id: number, level: number): Promise<void> {
    const { result } = await limit(() => reader.client.call('listSubDepartments', { dept_id: id }))
    levels = Math.max(levels, level)
    await Promise.all(
      (result ?? [])
        // Negative ids are home-school contacts: a tree of their own, which these calls refuse (40009, 60003).
        .filter((item) => item.dept_id > 0)
        .map(async (item) => {
          if (item.parent_id !== undefined && item.parent_id !== id) contradicted(item.dept_id)
          // In two places at once: it was moved meanwhile, or an answer is of the past. It is not walked twice.
          if (seen.has(item.dept_id)) return contradicted(item.dept_id)
          seen.add(item.dept_id)
          const children = guarded(item.dept_id, () => visit(item.dept_id, level + 1))
          // Both may fail; the second failure must not go unheard and end the process.
          children.catch(() => {})
          await guarded(item.dept_id, async () => {
            const detail = await detailOf(item.dept_id, id)
            reader.found(String(item.dept_id), {
              id: item.dept_id,
              name: item.name,
              parent: id,
              ...(detail !== undefined && { detail }),
              foreign: item.from_union_org === true || detail?.from_union_org === true,
            })
          })
          await children
        }),
    )
  }

  /** A department that vanished or may not be seen leaves a gap in the read; anything else stops it. */
  async function guarded(id: number, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const name = nameOf(id)
      reader.gap(
        holeOf(
          error,
          { kind: 'department', key: name },
          {
            gone: `department ${name} disappeared while it was read`,
            hidden: `department ${name} is outside the contact scope of the app`,
          },
        ),
      )
    }
  }

  reader.found(String(ROOT), { id: ROOT, name: '', foreign: false })
  await guarded(ROOT, () => visit(ROOT, 1))
  reader.prove({ departments: seen.size, levels })
}

/** Whether DingTalk still knows the id; 60003 alone says that it does not. */
export async function departmentExists(client: Client, id: string): Promise<boolean> {
  return (await unlessAbsent(client.call('getDepartment', { dept_id: Number(id) }))) !== undefined
}

/** The key in a department's marker, for a read that did without its details; undefined where it cannot be seen. */
export async function readMark(client: Client, id: string): Promise<string | null | undefined> {
  try {
    const { result } = await client.call('getDepartment', { dept_id: Number(id) })
    return keyOfMarker(result?.source_identifier)
  } catch (error) {
    holeOf(error, { kind: 'department', key: `#${id}` }, { gone: 'it is gone', hidden: 'it is out of sight' })
    return undefined
  }
}

/**
 * Which departments need their details. One that the lock knows, and of which the files state only name and place,
 * needs none. One that nobody claimed may carry our marker, but that matters only while a key is still looking for its
 * department. One whose key is gone from the files is about to be renamed or removed; one that got its key in a run that
 * did not come to an end may still carry the marker of the former one.
 */
function detailPredicate({ whole, desired, locked, desiredOf }: Reader<DepartmentRemote>): (id: number) => boolean {
  if (whole) return () => true
  const settings = desiredOf('department-settings')
  const keyOf = new Map(Object.entries(locked).map(([key, { id }]) => [id, key]))
  const searching = Object.keys(desired).some((key) => key !== '/' && locked[key] === undefined)
  const plain = new Set(['name', 'parent_id', 'source_identifier', 'outer_dept_only_self'])
  return (id) => {
    const key = keyOf.get(String(id))
    if (key === undefined) return searching
    const model = desired[key]
    if (model === undefined || locked[key]?.formerly !== undefined) return true
    return settings[key] !== undefined || Object.keys(model).some((field) => !plain.has(field))
  }
}
