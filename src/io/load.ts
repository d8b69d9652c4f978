import {
  type Approval,
  type ApprovalManifest,
  approvalFrom,
  approvalSchema,
  isMisnamed,
} from '../core/approval-schema.ts'
import { check } from '../core/check.ts'
import { add, type Collection, directoryOf, emptyCollection, memberField } from '../core/collect.ts'
import type { Desired } from '../core/desired.ts'
import { fileOf } from '../core/guard/approvals.ts'
import type { Both, JsonSchema, Path } from '../core/json-schema.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { type Place, placeKey } from '../core/model.ts'
import { type Finding, finding, shown, type Words, worded } from '../core/problem.ts'
import { defaultSettings, type Settings } from '../core/settings.ts'
import { type SettingsManifest, settingsFrom, settingsPlaces, settingsSchema } from '../core/settings-schema.ts'
import { loadDepartment, loadRootDepartment } from '../kinds/department/load.ts'
import { countedTogether, type DepartmentManifest, departmentSchema } from '../kinds/department/schema.ts'
import { loadRoles } from '../kinds/role/load.ts'
import { type RolesManifest, rolesSchema } from '../kinds/role/schema.ts'
import { loadPerson } from '../kinds/user/load.ts'
import { departmentsOfPerson, type PersonManifest, personSchema } from '../kinds/user/schema.ts'
import { type Folder, listFiles, readBytes } from './load-files.ts'
import { validate } from './load-schema.ts'
import { setSealedAside } from './load-sealed.ts'
import { mentioned } from './load-unread.ts'
import { type Data, readYaml, type YamlFile } from './yaml.ts'

/**
 * A directory of files as what it says. Whatever is wrong is collected and goes on to the next file: people mend a
 * list of mistakes sooner than one mistake at a time. Files are listed, read as text, judged by their schema, turned
 * into models by their kind, put together, and checked against each other.
 */

/** Fields that stand in the other kind of file are no mere misspelling. */
const person = knowing(personSchema, departmentSchema, {
  en: 'it is a setting of the department: write it in department.yaml',
  zh: '这是部门的设置：请写在 department.yaml 里',
})
const department = knowing(departmentSchema, personSchema, {
  en: 'it belongs to a person: write it in the file of the person',
  zh: '这是员工的资料：请写在员工自己的文件里',
})

/** One load on its way. */
interface Load {
  readonly root: string
  readonly collection: Collection
  /** Texts that could not be understood: what they mention may be stated in them. */
  readonly unread: string[]
  /** A file could not be read at all: anything may be stated in it. */
  blind: boolean
  /** Bytes of the files read so far. */
  bytes: number
}

/** Most bytes of all files together. */
export const MAX_TOTAL = 50 * 1024 * 1024

/** How a load is to speak; the language defaults to that of `rollbook.yaml`. */
export interface LoadOptions {
  readonly language?: 'zh' | 'en'
  /** What the settings may name besides what stands in the files: somebody protected whose file is gone. */
  readonly lock?: Lockfile
}

/** Loads a directory. Never throws for what stands in it, or for a folder that does not exist: see `problems`. */
export async function loadDirectory(folder: string, options: LoadOptions = {}): Promise<Desired> {
  const listing = listFiles(folder)
  const load: Load = { root: folder, collection: emptyCollection(), unread: [], blind: listing.incomplete, bytes: 0 }
  const { collection } = load
  collection.findings.push(...listing.findings)
  const settings = listing.settings === undefined ? defaultSettings : loadSettings(load, listing.settings)
  loadTop(load, listing.departments)
  for (const path of listing.roles) loadRoleFile(load, path)
  const approvals = listing.approvals.flatMap((path) => loadApproval(load, path))

  const desired = {
    directory: directoryOf(collection),
    places: collection.places,
    previously: collection.previously,
    replaceable: replaceable(collection),
    settings,
    approvals,
  }
  const managed = (kind: string, key: string) => Object.hasOwn(options.lock?.resources[kind] ?? {}, key)
  const mayBeUnread = mentioned(load.unread)
  const mayExist = (name: string) => load.blind || mayBeUnread(name)
  const found = check({ ...desired, mayExist, managed }, { together: countedTogether, departmentsOfPerson })
  const findings = shown([...collection.findings, ...found])
  const language = options.language ?? settings.language
  return { ...desired, settings: { ...desired.settings, language }, problems: worded(findings, language) }
}

function loadSettings(load: Load, path: string): Settings {
  const file = readFile(load, path)
  if (file === undefined || file.data === undefined || file.broken) return defaultSettings
  const { manifest, findings } = validate<SettingsManifest>(settingsSchema, file.data, file.place)
  load.collection.findings.push(...findings)
  for (const [field, member, at] of settingsPlaces(manifest ?? {})) {
    const name = member === undefined ? field : memberField(field, member)
    load.collection.places.set(placeKey({ kind: 'settings', key: '/' }, name), file.place(at))
  }
  return settingsFrom(manifest ?? {})
}

function loadTop(load: Load, folder: Folder | undefined): void {
  const path = folder?.path ?? 'departments'
  const file = folder?.settings === undefined ? undefined : readFile(load, folder.settings)
  const { manifest, locate } = departmentOf(load, path, {}, file)
  add(load.collection, loadRootDepartment(manifest), locate)
  if (folder !== undefined) loadContents(load, folder, '/', '')
}

function loadContents(load: Load, folder: Folder, key: string, path: string): void {
  for (const file of folder.people) loadPeople(load, file, key)
  for (const inner of folder.folders) loadFolder(load, inner, key, path === '' ? inner.name : `${path}/${inner.name}`)
}

function loadFolder(load: Load, folder: Folder, parent: string, path: string): void {
  const file = folder.settings === undefined ? undefined : readFile(load, folder.settings)
  const { manifest, locate } = departmentOf(load, folder.path, { name: folder.name, key: path }, file)
  const loaded = loadDepartment(manifest, { key: path, parent })
  add(load.collection, loaded, locate)
  loadContents(load, folder, loaded.entries[0]?.ref.key ?? path, path)
}

/** Where name and key come from when nobody wrote them. */
const fromFolder = {
  name: { en: "the folder's name", zh: '文件夹的名字' },
  key: { en: "the folder's path", zh: '文件夹的路径' },
}

/** What the files say of a department: its settings, and the folder's name and path where they name no others. */
function departmentOf(load: Load, path: string, defaults: { name?: string; key?: string }, file: YamlFile | undefined) {
  const usable = file !== undefined && !file.broken
  const locate = usable ? file.place : () => ({ file: path.normalize('NFC'), line: 1, column: 1 })
  const stated = usable ? (file.data ?? {}) : {}
  const data = isMap(stated) ? { ...defaults, ...stated } : stated
  const origins = Object.fromEntries(
    Object.entries(fromFolder).filter(([field]) => isMap(stated) && !Object.hasOwn(stated, field)),
  )
  const { manifest, findings } = validate<DepartmentManifest>(department, data, locate, origins)
  load.collection.findings.push(...findings)
  if (isMap(stated) && typeof stated['key'] === 'string' && manifest?.key === undefined) load.unread.push(stated['key'])
  return { manifest: manifest ?? defaults, locate }
}

function loadPeople(load: Load, path: string, main: string): void {
  const file = readFile(load, path)
  if (file === undefined || file.broken) return
  if (file.data === undefined || file.data === null) {
    load.collection.findings.push(
      finding(
        file.place([]),
        'missing-field',
        ['the file holds no person', 'write a person, or delete the file'],
        ['文件里没有员工', '请写上员工，或删掉这个文件'],
      ),
    )
  } else if (Array.isArray(file.data))
    for (const [index, item] of file.data.entries()) loadOne(load, item, main, within(file, [index]))
  else loadOne(load, file.data, main, within(file, []))
}

function loadOne(load: Load, data: Data, main: string, locate: (path: Path, key?: boolean) => Place): void {
  if (data === undefined) return
  const { plain, sealed, findings: faults } = setSealedAside(data, locate)
  const { manifest, findings } = validate<PersonManifest>(person, plain, locate)
  load.collection.findings.push(...faults, ...findings)
  if (manifest?.userid === undefined) load.unread.push(JSON.stringify(data))
  else add(load.collection, loadPerson({ ...manifest, ...sealed }, main), locate)
}

function loadRoleFile(load: Load, path: string): void {
  const file = readFile(load, path)
  if (file === undefined || file.broken) return
  const name = (path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '').normalize('NFC')
  const stated = file.data ?? {}
  const named = isMap(stated) && !Object.hasOwn(stated, 'group')
  const data = named ? { group: name, ...stated } : stated
  const origins = named ? { group: { en: "the file's name", zh: '文件名' } } : {}
  const { manifest, findings } = validate<RolesManifest>(rolesSchema, data, file.place, origins)
  load.collection.findings.push(...findings)
  if (manifest !== undefined) add(load.collection, loadRoles(manifest), file.place)
}

/** What a file of approvals says; nothing where a part of it is wrong: half an approval approves nothing. */
function loadApproval(load: Load, path: string): Approval[] {
  const file = readFile(load, path)
  if (file === undefined || file.broken) return []
  const { manifest, findings } = validate<ApprovalManifest>(approvalSchema, file.data ?? {}, file.place)
  load.collection.findings.push(...findings)
  const approval = approvalFrom(manifest ?? {}, path.normalize('NFC'))
  if (approval === undefined || findings.length + file.findings.length > 0) return []
  if (!isMisnamed(approval)) return [approval]
  const right = fileOf(approval.plan)
  load.collection.findings.push(
    finding(
      file.place(['plan']),
      'invalid-value',
      [
        'the file is not named after the plan that it approves',
        `rename it to ${right}, or write the plan it is named after`,
      ],
      ['文件名和它批准的变更预览对不上', `请把文件改名为 ${right}，或写上文件名里的那个指纹`],
    ),
  )
  return []
}

/** A file's contents with everything that its text alone tells to be wrong; undefined where it cannot be read. */
function readFile(load: Load, path: string): YamlFile | undefined {
  if (load.bytes > MAX_TOTAL) return undefined
  const bytes = readBytes(load.root, path)
  if (!Buffer.isBuffer(bytes)) {
    load.collection.findings.push(bytes)
    load.blind = true
    return undefined
  }
  load.bytes += bytes.length
  if (load.bytes > MAX_TOTAL) {
    load.collection.findings.push(
      finding({ file: path.normalize('NFC'), line: 1, column: 1 }, 'directory-too-large', ...tooMuch),
    )
    load.blind = true
    return undefined
  }
  const file = readYaml(path.normalize('NFC'), bytes)
  load.collection.findings.push(...(file.findings as Finding[]))
  if (file.broken) load.unread.push(file.text)
  if (file.broken && file.text === '') load.blind = true
  return file
}

/** The words for a directory with more than that. */
export const tooMuch: [en: Words, zh: Words] = [
  [
    `the files together have more than ${MAX_TOTAL / 1024 / 1024} MiB; from here on nothing is read`,
    'take away what does not belong here, or keep several companies in several directories',
  ],
  [
    `所有文件合计超过 ${MAX_TOTAL / 1024 / 1024} MiB，从这里起不再读取`,
    '请移走不属于这里的内容；多家公司请分别放在各自的目录里',
  ],
]

function within(file: YamlFile, base: Path): (path: Path, key?: boolean) => Place {
  return base.length === 0 ? file.place : (path, key) => file.place([...base, ...path], key)
}

function knowing(schema: JsonSchema, other: JsonSchema, hint: Both): JsonSchema {
  const foreign = Object.keys(other.properties ?? {}).map((field) => [field, hint])
  return { ...schema, 'x-instead': { ...Object.fromEntries(foreign), ...schema['x-instead'] } }
}

function isMap(data: Data): data is { [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

function replaceable({ kinds, places }: Collection): string[] {
  return [...(kinds['user']?.keys() ?? [])].filter((key) => places.has(placeKey({ kind: 'user', key }, 'replace')))
}
