import pLimit from 'p-limit'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { Reader } from '../kind.ts'
import { type DepartmentRemote, ROOT } from './remote.ts'

/** Calls under way at once: enough to keep the rate limit busy at half a second a call. */
const WIDTH = 12

/**
 * Walks the tree from the root: one call for each department, leaves included, because DingTalk lists one level at a
 * time. Details cost one more call each and are read only where they are needed (see `needsDetail`).
 */
export async function readDepartments(reader: Reader<DepartmentRemote>): Promise<void> {
  const limit = pLimit(WIDTH)
  const needed = detailPredicate(reader)
  let count = 1

  async function detailOf(id: number) {
    if (!needed(id)) return undefined
    const { result } = await limit(() => reader.client.call('getDepartment', { dept_id: id }))
    if (result === undefined) throw new Error(`getDepartment answered no department for ${id}`)
    return result
  }

  async function visit(id: number): Promise<void> {
    const { result } = await limit(() => reader.client.call('listSubDepartments', { dept_id: id }))
    await Promise.all(
      (result ?? [])
        // Negative ids are home-school contacts: a tree of their own, which these calls refuse (40009, 60003).
        .filter((item) => item.dept_id > 0)
        .map(async (item) => {
          count += 1
          const children = guarded(item.dept_id, () => visit(item.dept_id))
          await guarded(item.dept_id, async () => {
            const detail = await detailOf(item.dept_id)
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
      if (!(error instanceof DingTalkError)) throw error
      if (error.action === 'absent')
        reader.gap({ code: 'changed-while-reading', message: `department ${id} disappeared while it was read` })
      else if (error.code === '50004' || error.code === '50002')
        reader.gap({ code: 'scope', message: `department ${id} is outside the contact scope of the app` })
      else throw error
    }
  }

  reader.found(String(ROOT), { id: ROOT, name: '', foreign: false })
  await guarded(ROOT, () => visit(ROOT))
  reader.prove({ departments: count })
}

/**
 * Which departments need their details. One that the lock knows, and of which the files state only name and place,
 * needs none. One that nobody claimed may carry our marker, but that matters only while a key is still looking for its
 * department. One whose key is gone from the files is about to be renamed or removed.
 */
function detailPredicate({ desired, locked, desiredOf }: Reader<DepartmentRemote>): (id: number) => boolean {
  const settings = desiredOf('department-settings')
  const keyOf = new Map(Object.entries(locked).map(([key, { id }]) => [id, key]))
  const searching = Object.keys(desired).some((key) => key !== '/' && locked[key] === undefined)
  const plain = new Set(['name', 'parent_id', 'source_identifier', 'outer_dept_only_self'])
  return (id) => {
    const key = keyOf.get(String(id))
    if (key === undefined) return searching
    const model = desired[key]
    if (model === undefined) return true
    return settings[key] !== undefined || Object.keys(model).some((field) => !plain.has(field))
  }
}
