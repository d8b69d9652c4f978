import type { Model, Ref } from '../../core/model.ts'
import { changedFields } from '../../core/value.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { RequestOf } from '../../dingtalk/operation.ts'
import { updateBody } from '../body.ts'
import type { Writer } from '../kind.ts'
import { markerOf } from './remote.ts'

/** Makes the department with its marker in the same call, so that the two can never come apart. */
export async function createDepartment(writer: Writer, ref: Ref, after: Model): Promise<string> {
  const request = { ...after, parent_id: parentId(writer, after) } as unknown as RequestOf<'createDepartment'>
  try {
    const { result } = await writer.client.call('createDepartment', request)
    if (result === undefined) throw new Error('createDepartment answered no dept_id')
    return String(result.dept_id)
  } catch (error) {
    if (!(error instanceof DingTalkError) || error.action !== 'exists') throw error
    const id = await findDepartment(writer, ref, after)
    if (id === undefined) throw error
    return id
  }
}

/** The child of that name that carries our marker: left behind by a create whose answer was lost. */
export async function findDepartment(writer: Writer, ref: Ref, after: Model): Promise<string | undefined> {
  const { result } = await writer.client.call('listSubDepartments', { dept_id: parentId(writer, after) })
  const twin = result?.find((item) => item.name === after['name'])
  if (twin === undefined) return undefined
  const detail = await writer.client.call('getDepartment', { dept_id: twin.dept_id })
  return detail.result?.source_identifier === markerOf(ref.key) ? String(twin.dept_id) : undefined
}

export async function updateDepartment(writer: Writer, ref: Ref, before: Model, after: Model): Promise<void> {
  const changed = changedFields(before, after)
  const body = updateBody('DepartmentUpdate', after, changed)
  if (changed.includes('parent_id')) body['parent_id'] = parentId(writer, after)
  const dept_id = Number(writer.id('department', ref.key))
  await writer.client.call('updateDepartment', { ...body, dept_id } as RequestOf<'updateDepartment'>)
}

/**
 * Deletes the department; one that is gone already is as good. DingTalk deletes empty sub-departments along with it, so
 * another call asks once more what stands below: nothing may go that the plan has not seen.
 */
export async function deleteDepartment(writer: Writer, ref: Ref): Promise<void> {
  const dept_id = Number(writer.id('department', ref.key))
  try {
    const { result } = await writer.client.call('listSubDepartmentIds', { dept_id })
    const unseen = (result?.dept_id_list ?? []).filter((id) => writer.remote('department', String(id)) === undefined)
    if (unseen.length > 0)
      throw new Error(`it holds sub-departments that the plan has not seen (${unseen.join(', ')}); nothing was deleted`)
    await writer.client.call('deleteDepartment', { dept_id })
  } catch (error) {
    if (!(error instanceof DingTalkError) || error.action !== 'absent') throw error
  }
}

function parentId(writer: Writer, after: Model): number {
  return Number(writer.id('department', String(after['parent_id'])))
}
