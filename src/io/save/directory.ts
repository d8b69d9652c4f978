import { namesOf } from '../../core/identify.ts'
import type { ImportReport, LeftOut } from '../../core/import-report.ts'
import type { JsonSchema } from '../../core/json-schema.ts'
import type { Written } from '../../core/manifest.ts'
import type { Ids, Model, Ref, Snapshot } from '../../core/model.ts'
import type { Personal } from '../../core/personal.ts'
import { department } from '../../kinds/department/index.ts'
import { saveDepartment } from '../../kinds/department/save.ts'
import { departmentSchema } from '../../kinds/department/schema.ts'
import { departmentSettings } from '../../kinds/department/settings.ts'
import { isSystemGroup, type RoleGroupRemote, roleGroup } from '../../kinds/role/group.ts'
import { role } from '../../kinds/role/index.ts'
import type { RoleRemote } from '../../kinds/role/read.ts'
import { saveRoles } from '../../kinds/role/save.ts'
import { rolesSchema } from '../../kinds/role/schema.ts'
import { user } from '../../kinds/user/index.ts'
import type { UserRemote } from '../../kinds/user/remote.ts'
import { savePerson } from '../../kinds/user/save.ts'
import { personSchema } from '../../kinds/user/schema.ts'
import { escapedAt } from '../yaml.ts'
import { placeDepartments, type SavedFolder } from './departments.ts'
import { expressible } from './expressible.ts'
import { portableName } from './names.ts'
import { yamlText } from './text.ts'

/** How a company is laid out in files. */
export interface SaveOptions {
  /** `department`: one `people.yaml` for each department; `person`: one file for each person. */
  readonly layout: 'department' | 'person'
  /** What becomes of a personal value: the text that is written, or nothing. */
  readonly reveal: (of: Ref, field: string, value: Personal) => string | undefined
}

/** Files by their path in the directory, and what could not be said in them. */
export interface Saved {
  readonly files: ReadonlyMap<string, string>
  readonly leftOut: readonly LeftOut[]
  readonly counts: ImportReport['counts']
}

/**
 * A company as files: what `loadDirectory` makes the same company of. Only fields that hold something are written, and
 * of those only what the format takes; the rest is named in `leftOut` and stays unmanaged.
 */
export function saveDirectory(snapshot: Snapshot, options: SaveOptions): Saved {
  const folders = placeDepartments(snapshot)
  const files = new Map<string, string>()
  const leftOut: LeftOut[] = []
  const ids = idsOf(snapshot, folders, leftOut)
  const names = namesOf(ids)
  const write = (path: string, content: Written) => files.set(path, yamlText(content))
  const keep = (ref: Ref, schema: JsonSchema, manifest: { readonly [field: string]: Written }) =>
    expressible(ref, schema, manifest, leftOut)

  const revealOf = (ref: Ref) => (field: string, value: Personal) => options.reveal(ref, field, value)
  const remote = (kind: string, id: string) => snapshot.remotes[kind]?.get(id)
  const peopleOf = new Map<string, { userid: string; name: string; order: bigint; manifest: Written }[]>()
  for (const userid of Object.keys(ids['user'] ?? {})) {
    const found = remote('user', userid) as UserRemote
    const model = user.model(found, names, { id: userid, main: mainOf(found, names) })
    const main = String(model['main'])
    const ref = { kind: 'user', key: userid }
    const manifest = keep(ref, personSchema, savePerson(userid, model, revealOf(ref)))
    const entry = { userid, name: String(model['name'] ?? userid), order: orderOf(model, main), manifest }
    peopleOf.set(main, [...(peopleOf.get(main) ?? []), entry])
  }

  for (const folder of folders) {
    const path = folder.path === '' ? 'departments' : `departments/${folder.path}`
    const people = (peopleOf.get(folder.key) ?? []).sort(byOrder)
    if (people.length > 0 && options.layout === 'department')
      write(
        `${path}/people.yaml`,
        people.map(({ manifest }) => manifest),
      )
    const taken = new Set([
      'department.yaml',
      ...folders.filter(({ parent }) => parent === folder.key).map(({ name }) => name),
    ])
    if (options.layout === 'person')
      for (const { userid, name, manifest } of people)
        write(`${path}/${portableName(name, userid, taken)}.yaml`, manifest)
    if (folder.path === '') continue
    const detail = remote('department-settings', folder.id)
    const models = {
      model: department.model(remote('department', folder.id) as never, names, undefined),
      settings: detail === undefined ? undefined : departmentSettings.model(detail as never, names, undefined),
    }
    const says = { name: folder.name, key: folder.path }
    const ref = { kind: 'department', key: folder.key }
    const manifest = keep(ref, departmentSchema, saveDepartment(folder.key, models, says, revealOf(ref)))
    const isLeaf = people.length === 0 && !folders.some(({ parent }) => parent === folder.key)
    // Git keeps no empty folder: a department with nothing in it says at least its name.
    if (Object.keys(manifest).length > 0) write(`${path}/department.yaml`, manifest)
    else if (isLeaf) write(`${path}/department.yaml`, { name: folder.name })
  }

  const roleModels = Object.entries(ids['role'] ?? {}).map(([key, id]) => ({
    key,
    model: role.model(remote('role', id) as RoleRemote, names, undefined),
  }))
  const taken = new Set<string>()
  for (const group of Object.keys(ids['role-group'] ?? {}).sort()) {
    const file = portableName(group, 'roles', taken)
    const ours = roleModels.filter(({ model }) => model['group'] === group).map(({ model }) => model)
    const manifest = keep({ kind: 'role-group', key: group }, rolesSchema, saveRoles(group, ours, file))
    write(`roles/${file}.yaml`, manifest)
  }
  return {
    files,
    leftOut,
    counts: {
      departments: folders.length - 1,
      people: Object.keys(ids['user'] ?? {}).length,
      roles: roleModels.length,
    },
  }
}

/** Keys for everything that comes under management. */
function idsOf(snapshot: Snapshot, folders: readonly SavedFolder[], leftOut: LeftOut[]): Ids {
  const ours = new Set(folders.map(({ id }) => id))
  const people = [...(snapshot.remotes[user.name] ?? [])] as [string, UserRemote][]
  const kept = people.filter(([userid, { departments }]) => {
    const why =
      userid in Object.prototype ? 'reserved' : departments.some((id) => ours.has(String(id))) ? null : 'associated'
    if (why !== null) leftOut.push({ ref: { kind: 'user', key: userid }, why })
    return why === null
  })
  const groups = ([...(snapshot.remotes[roleGroup.name] ?? [])] as [string, RoleGroupRemote][])
    .filter(([, group]) => !isSystemGroup(group))
    .filter(([, { name }]) => {
      const said = groupFault(name)
      if (said !== null) leftOut.push({ ref: { kind: roleGroup.name, key: name }, why: said })
      return said === null
    })
  const groupIds = new Set(groups.map(([id]) => id))
  const roles = ([...(snapshot.remotes[role.name] ?? [])] as [string, RoleRemote][]).filter(([, { groupId }]) =>
    groupIds.has(groupId),
  )
  return {
    department: Object.fromEntries(folders.map(({ key, id }) => [key, id])),
    user: Object.fromEntries(kept.map(([userid]) => [userid, userid]).sort()),
    'role-group': Object.fromEntries(groups.map(([id, { name }]) => [name, id])),
    // They come in the order in which their members were read: the oldest first, so that equal companies give equal files.
    role: Object.fromEntries(
      roles.sort(([a], [b]) => Number(a) - Number(b)).map(([id, { name, groupName }]) => [`${groupName}/${name}`, id]),
    ),
  }
}

/** Why a role group cannot stand in the files: its name is its key, and nothing there can be called otherwise. */
export function groupFault(name: string): LeftOut['why'] | null {
  if (name in Object.prototype) return 'reserved'
  if (escapedAt(name) >= 0) return 'invisible'
  return name === name.normalize('NFC').trim() && name !== '' ? null : 'not-allowed'
}

/** The first department that DingTalk names, where nothing says which one is the main one. */
export function mainOf(found: UserRemote, names: (kind: string, id: number) => string): string {
  const position = found.detail?.dept_position_list?.find(({ is_main }) => is_main === true)
  const all = [position?.dept_id, ...(found.detail?.dept_id_list ?? []), ...found.departments]
  const keys = all.filter((id) => id !== undefined).map((id) => names('department', id))
  return keys.find((key) => !key.startsWith('#')) ?? '/'
}

/** As DingTalk sorts a department: larger first; whoever was never sorted comes last. */
function byOrder(a: { order: bigint; userid: string }, b: { order: bigint; userid: string }): number {
  if (a.order !== b.order) return a.order > b.order ? -1 : 1
  return a.userid < b.userid ? -1 : 1
}

function orderOf(model: Model, main: string): bigint {
  const orders = model['dept_order_list'] as { readonly [key: string]: unknown } | undefined
  const order = orders?.[main]
  return order === undefined ? -1n : BigInt(String(order))
}
