import type { Complaint, Entry, Loaded } from './entry.ts'
import type { Path } from './json-schema.ts'
import { type Directory, type Model, type Place, placeKey, type Ref } from './model.ts'
import { PlaceTable } from './places.ts'
import { type Finding, finding, type ProblemCode, type Words } from './problem.ts'

/**
 * Entries of many files as one directory. Two entries for one key are the files' mistake: the first one counts, and
 * the second is reported with the way to the first. Userids count as equal whatever their case, because nothing DingTalk
 * documents says that it tells `LiLei` from `lilei`.
 */
export interface Collection {
  readonly kinds: { readonly [kind: string]: Map<string, Model> }
  readonly places: PlaceTable
  readonly previously: { readonly [kind: string]: { [key: string]: readonly string[] } }
  readonly findings: Finding[]
  /** Where each identity was first stated. */
  readonly first: Map<string, Place>
}

/** The field name under which the place of one member of a field is kept, such as one manager in a list. */
export function memberField(field: string, member: string): string {
  return `${field}/${member}`
}

/** A directory in which nothing stands yet. */
export function emptyCollection(): Collection {
  const kinds = ['department', 'department-settings', 'user', 'role-group', 'role']
  return {
    kinds: Object.fromEntries(kinds.map((kind) => [kind, new Map<string, Model>()])),
    places: new PlaceTable(),
    previously: { department: {}, role: {} },
    findings: [],
    first: new Map(),
  }
}

/** Adds what a kind made of one manifest; `locate` finds the lines of paths inside it. */
export function add(collection: Collection, loaded: Loaded, locate: (path: Path) => Place): void {
  for (const entry of loaded.entries) addEntry(collection, entry, locate)
  for (const { path, code, en, zh } of loaded.complaints as readonly Complaint[])
    collection.findings.push(finding(locate(path), code, en, zh))
}

/** The models of a collection, every kind present. */
export function directoryOf(collection: Collection): Directory {
  return Object.fromEntries(
    Object.entries(collection.kinds).map(([kind, models]) => [kind, Object.fromEntries(models)]),
  )
}

function addEntry(collection: Collection, entry: Entry, locate: (path: Path) => Place): void {
  const { ref, model, origins } = entry
  const models = collection.kinds[ref.kind]
  if (models === undefined) throw new Error(`no kind ${ref.kind}`)
  const stated = origins.find(([field]) => field === NAMING[ref.kind])?.[2]
  const here = locate(stated ?? entry.path)
  if (ref.key in Object.prototype) {
    collection.findings.push(finding(here, 'reserved-name', ...reserved(ref.key)))
    return
  }
  // The settings of a department stand and fall with the department.
  const first = collection.first.get(identity(ref))
  if (first !== undefined && ref.kind !== 'department-settings') {
    collection.findings.push(finding(here, ...duplicate(ref, first, here)))
    return
  }
  if (models.has(ref.key)) return
  models.set(ref.key, model)
  collection.first.set(identity(ref), here)
  collection.places.setAll(
    ref,
    locate(entry.path),
    origins.map(([field, member, path]) => [member === undefined ? field : memberField(field, member), locate(path)]),
  )
  const former = collection.previously[ref.kind]
  if (former !== undefined && entry.previously && entry.previously.length > 0) former[ref.key] = entry.previously
}

/** The field that gives a resource its key. */
const NAMING: { readonly [kind: string]: string | undefined } = {
  department: 'key',
  user: 'userid',
  'role-group': 'name',
  role: 'name',
}

/** Two refs of one identity are one resource. */
function identity({ kind, key }: Ref): string {
  return placeKey({ kind, key: kind === 'user' ? key.toLowerCase() : key })
}

function duplicate({ kind, key }: Ref, first: Place, here: Place): [ProblemCode, en: Words, zh: Words] {
  const where = `${first.file}:${first.line}`
  const name = key.split('/').at(-1)
  switch (kind) {
    case 'user':
      return [
        'duplicate-person',
        [
          `"${key}" stands in the directory twice: also at ${where}`,
          'a person has one place; further departments stand in also',
        ],
        [`“${key}”在通讯录里出现了两次，另一处是 ${where}`, '一个人只能有一处；兼任的部门请写在 also 里'],
      ]
    case 'role':
      return [
        'duplicate-name',
        [`the role "${name}" stands in this group twice: also at ${where}`, 'put the two together, or rename one'],
        [`角色“${name}”在这个角色组里出现了两次，另一处是 ${where}`, '请合并成一个，或把其中一个改名'],
      ]
    case 'role-group':
      return [
        'duplicate-key',
        [`the role group "${key}" stands in another file too: ${where}`, 'put the roles of one group into one file'],
        [`角色组“${key}”在另一个文件里也有：${where}`, '同一个角色组的角色请写在一个文件里'],
      ]
    default:
      if (first.file === here.file)
        return [
          'duplicate-key',
          [
            `there are two folders "${name}" whose names only look the same`,
            'their letters are stored in two ways: keep one',
          ],
          [`有两个名字看上去一样的文件夹“${name}”`, '它们的字符编码方式不同，请只保留一个'],
        ]
      return [
        'duplicate-key',
        [`another department has the key "${key}": ${where}`, 'give one of them another key in its department.yaml'],
        [`另一个部门也用了标识“${key}”：${where}`, '请在其中一个的 department.yaml 里写上别的 key'],
      ]
  }
}

function reserved(key: string): [en: Words, zh: Words] {
  return [
    [`"${key}" cannot be used as a name or id here`, 'choose another one'],
    [`“${key}”不能用作名字或 id`, '请换一个'],
  ]
}
