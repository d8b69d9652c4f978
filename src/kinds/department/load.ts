import { type Entry, type Loaded, type Origin, setOf } from '../../core/entry.ts'
import type { Path } from '../../core/json-schema.ts'
import type { Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import { type DepartmentManifest, personalDepartmentFields } from './schema.ts'

/** Where a department stands: keys of itself and of its parent, as the folders give them. */
export interface DepartmentPlace {
  readonly key: string
  readonly parent: string
}

const OWN = ['key', 'previously']
const PEOPLE: { readonly [field: string]: string } = {
  managers: 'dept_manager_userid_list',
  user_permits: 'user_permits',
  outer_permit_users: 'outer_permit_users',
}
const DEPARTMENTS = ['dept_permits', 'outer_permit_depts']
/** Lists that name others: what the file calls them, and the field of the model that holds them as a set. */
export const departmentLists: { readonly [field: string]: string | undefined } = {
  ...PEOPLE,
  ...Object.fromEntries(DEPARTMENTS.map((field) => [field, field])),
}
/** Fields of the model that hold people, by userid. */
export const departmentPeople: readonly string[] = Object.values(PEOPLE)
/** What names others, or what only an update takes: see `Desired`. */
const SETTINGS = [
  ...departmentPeople,
  ...DEPARTMENTS,
  'org_dept_owner',
  'code',
  'auto_add_user',
  'group_contain_sub_dept',
  'group_contain_outer_dept',
  'group_contain_hidden_dept',
]

/** The department of a folder, and its settings where any are stated. The name is in the manifest, default or not. */
export function loadDepartment(manifest: DepartmentManifest, place: DepartmentPlace): Loaded {
  const key = manifest.key?.normalize('NFC') ?? place.key
  const origins: Origin[] = []
  const model: Record<string, Value> = { parent_id: place.parent, source_identifier: `rollbook:${key}` }
  const settings: Record<string, Value> = {}
  for (const [name, value] of Object.entries(manifest)) {
    if (value === undefined || OWN.includes(name)) continue
    const field = PEOPLE[name] ?? name
    const target = SETTINGS.includes(field) ? settings : model
    origins.push([field, undefined, [name]])
    target[field] = modelValue(name, value, origins)
  }
  if (manifest.key !== undefined) origins.push(['key', undefined, ['key']])
  const previously = (manifest.previously ?? []).map((former) => former?.normalize('NFC'))
  origins.push(...setOf('previously', previously, ['previously']).origins)
  const entries: Entry[] = [
    {
      ref: { kind: 'department', key },
      model,
      path: [],
      origins: origins.filter(([field]) => !SETTINGS.includes(field)),
      previously: previously.filter((former) => former !== undefined),
    },
  ]
  if (Object.keys(settings).length > 0)
    entries.push({
      ref: { kind: 'department-settings', key },
      model: settings,
      path: firstOf(origins),
      origins: origins.filter(([field]) => SETTINGS.includes(field)),
    })
  return { entries, complaints: [] }
}

/** The root department, of which DingTalk lets nothing be written (60018): whatever is stated is a complaint. */
export function loadRootDepartment(manifest: DepartmentManifest): Loaded {
  return {
    entries: [{ ref: { kind: 'department', key: '/' }, model: {}, path: [], origins: [] }],
    complaints: Object.keys(manifest).map((field) => ({
      path: [field],
      code: 'root-not-writable',
      en: [
        `"${field}" of the root department cannot be written: DingTalk refuses every change of it (60018)`,
        'change it in the admin console, and delete departments/department.yaml',
      ],
      zh: [
        `根部门的“${field}”不能写：钉钉拒绝修改根部门(60018)`,
        '请在管理后台修改，并删除 departments/department.yaml',
      ],
    })),
  }
}

function modelValue(name: string, value: unknown, origins: Origin[]): Value {
  const people = PEOPLE[name]
  if (people === undefined && !DEPARTMENTS.includes(name)) return plain(name, value)
  // An emptied list, by [] or by null, is an empty set.
  const nfc = (key: string) => (people === undefined ? key.normalize('NFC') : key)
  const { set, origins: members } = setOf(people ?? name, (value ?? []) as string[], [name], nfc)
  origins.push(...members)
  return set
}

function plain(name: string, value: unknown): Value {
  if (typeof value !== 'string') return value as Value
  if (name === 'order') return BigInt(value).toString()
  return personalDepartmentFields.has(name) ? new Personal(value) : value
}

function firstOf(origins: readonly Origin[]): Path {
  return origins.find(([field]) => SETTINGS.includes(field))?.[2] ?? []
}
