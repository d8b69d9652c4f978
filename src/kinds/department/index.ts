import type { Model, Value } from '../../core/model.ts'
import { readableNames, readFields } from '../body.ts'
import type { Kind } from '../kind.ts'
import { temporaryName } from '../park.ts'
import { readContents, readDepartment } from './detail.ts'
import { identifyDepartments } from './identify.ts'
import { statableName } from './name.ts'
import { departmentExists, readDepartments, readMark } from './read.ts'
import { type DepartmentRemote, keyOfMarker } from './remote.ts'
import { createDepartment, deleteDepartment, findDepartments, updateDepartment } from './write.ts'

const READ_NAMES = readableNames('Department', 'DepartmentCreate')
/** Answers leave out flags that are off; once the details were read, a missing flag is an off one. */
const FLAGS = ['hide_dept', 'outer_dept', 'create_dept_group', 'auto_approve_apply']

const WRITE_ONLY = ['outer_dept_only_self']

/** A department: its name, its place in the tree, and the fields that name nobody else. */
export const department: Kind<DepartmentRemote> = {
  name: 'department',
  shapes: { extension: 'set' },
  moves: ['parent_id'],
  replaces: [],
  createOnly: [],
  remembered: WRITE_ONLY,
  unreadable: () => WRITE_ONLY,
  deletable: true,

  read: readDepartments,
  readOne: readDepartment,
  readInside: readContents,
  exists: departmentExists,
  identify: identifyDepartments,

  model(remote, names) {
    const model: Record<string, Value> = { name: statableName(remote.name) }
    if (remote.parent !== undefined) model['parent_id'] = names('department', remote.parent) ?? '/'
    if (remote.detail === undefined) return model
    const flags = Object.fromEntries(FLAGS.map((flag) => [flag, false]))
    return { ...flags, ...readFields(remote.detail, READ_NAMES), ...model }
  },

  witness: ({ name, parent, detail }) => ({
    name,
    ...(parent !== undefined && { parent: String(parent) }),
    ...(detail !== undefined && { mark: keyOfMarker(detail.source_identifier) }),
  }),
  readMark,

  /** A marker that was not read back, or is somebody else's, is left as it is; one that we still owe is written. */
  complete(desired, actual, locked) {
    const found = actual['source_identifier']
    const foreign = typeof found === 'string' && keyOfMarker(found) === null
    const wanted = desired['source_identifier']
    if (
      wanted === undefined ||
      (!foreign && (found !== undefined || locked?.formerly !== undefined || locked === undefined))
    )
      return { desired, actual }
    return { desired, actual: { ...actual, source_identifier: wanted } }
  },

  unmanagedName: (remote) => (remote.parent === undefined ? null : remote.name),

  *references(model: Model) {
    const parent = model['parent_id']
    if (typeof parent === 'string' && parent !== '/') yield { kind: 'department', key: parent }
  },
  asStated: (model, names) =>
    typeof model['parent_id'] === 'string'
      ? { ...model, parent_id: names('department', model['parent_id']) ?? '/' }
      : model,
  omit: () => null,
  slots: (model) => (model['name'] === undefined ? [] : [`${String(model['parent_id'])} ${String(model['name'])}`]),
  park: (model, key) => ({ ...model, name: temporaryName(String(model['name']), key) }),

  create: createDepartment,
  update: updateDepartment,
  delete: deleteDepartment,
  naturalKey: (writer, _ref, after) => ({
    parent: writer.id('department', String(after['parent_id'])),
    name: String(after['name']),
  }),
  find: findDepartments,
  looksIn: (after) => ({ kind: 'department', key: String(after['parent_id']) }),
}
