import type { Model, Ref } from '../../core/model.ts'
import { ChangedMeanwhile } from '../../core/quarantine.ts'
import { changedFields } from '../../core/value.ts'
import type { Client } from '../../dingtalk/client.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { RequestOf } from '../../dingtalk/operation.ts'
import { updateBody } from '../body.ts'
import type { Candidate, NaturalKey, Writer } from '../kind.ts'
import { markerOf } from './remote.ts'

/** Makes the department with its marker in the same call, so that the two can never come apart. */
export async function createDepartment(writer: Writer, _ref: Ref, after: Model): Promise<string> {
  const request = { ...after, parent_id: parentId(writer, after) } as unknown as RequestOf<'createDepartment'>
  const { result } = await writer.client.call('createDepartment', request)
  if (result === undefined) throw new Error('createDepartment answered no dept_id')
  return String(result.dept_id)
}

/** The children of that name, each with what its marker says. */
export async function findDepartments(
  client: Client,
  ref: Ref,
  { parent, name }: NaturalKey,
): Promise<readonly Candidate[]> {
  const { result } = await client.call('listSubDepartments', { dept_id: Number(parent) })
  const twins = result?.filter((item) => item.dept_id > 0 && item.name === name) ?? []
  return await Promise.all(
    twins.map(async ({ dept_id }): Promise<Candidate> => {
      const detail = await client.call('getDepartment', { dept_id })
      const marker = detail.result?.source_identifier
      const foreign = marker !== undefined && marker !== '' && marker !== markerOf(ref.key)
      const mark = foreign ? 'other' : marker ? 'ours' : 'none'
      return { id: String(dept_id), mark }
    }),
  )
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
      throw new ChangedMeanwhile(
        `it holds sub-departments that the plan has not seen (${unseen.join(', ')}); nothing was deleted`,
      )
    await writer.client.call('deleteDepartment', { dept_id })
  } catch (error) {
    if (!(error instanceof DingTalkError) || error.action !== 'absent') throw error
  }
}

function parentId(writer: Writer, after: Model): number {
  return Number(writer.id('department', String(after['parent_id'])))
}
