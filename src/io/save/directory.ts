import { namesOf } from '../../core/identify.ts'
import type { ImportReport, LeftOut } from '../../core/import-report.ts'
import type { JsonSchema } from '../../core/json-schema.ts'
import type { Written } from '../../core/manifest.ts'
import { type Ids, type Model, placeKey, type Ref, type Snapshot } from '../../core/model.ts'
import type { Personal } from '../../core/personal.ts'
import { department } from '../../kinds/department/index.ts'
import type { DepartmentRemote } from '../../kinds/department/remote.ts'
import { saveDepartment } from '../../kinds/department/save.ts'
import { departmentSchema } from '../../kinds/department/schema.ts'
import { departmentSettings } from '../../kinds/department/settings.ts'
import { role } from '../../kinds/role/index.ts'
import type { RoleRemote } from '../../kinds/role/read.ts'
import { saveRole } from '../../kinds/role/save.ts'
import { roleSchema } from '../../kinds/role/schema.ts'
import { user } from '../../kinds/user/index.ts'
import type { UserRemote } from '../../kinds/user/remote.ts'
import { savePerson } from '../../kinds/user/save.ts'
import { personSchema } from '../../kinds/user/schema.ts'
import { foldedName } from '../load-names.ts'
import { escapedAt } from '../yaml.ts'
import { placeDepartments, type SavedFolder } from './departments.ts'
import { expressible } from './expressible.ts'
import { idsOf } from './identities.ts'
import { portableName } from './names.ts'
import { inOneFile, shareOf } from './share.ts'

/** How a company is laid out in files. */
export interface SaveOptions {
  /** `department`: one `people.yaml` for each department; `person`: one file for each person. */
  readonly layout: 'department' | 'person'
  /** What becomes of a personal value: the text that is written, or nothing. */
  readonly reveal: (of: Ref, field: string, value: Personal) => string | undefined
  /** Fields that are not to be written although they could be: what they say does not go together. */
  readonly withheld?: readonly LeftOut[]
}

/** One file of a directory: its path there, and what it is to say. */
export interface SavedFile {
  readonly path: string
  readonly content: Written
}

/** What became files, and what could not be said in them. */
export interface Saved extends Pick<ImportReport, 'leftOut' | 'counts'> {
  /** What each key that was written is in DingTalk. */
  readonly ids: Ids
}

/**
 * A company as files, one after the other: what `loadDirectory` makes the same company of. Only fields that hold something
 * are written, and of those only what the format takes; the rest is named in `leftOut` and stays unmanaged.
 */
export function* saveDirectory(snapshot: Snapshot, options: SaveOptions): Generator<SavedFile, Saved> {
  const folders = placeDepartments(snapshot)
  const leftOut: LeftOut[] = [...(options.withheld ?? [])]
  const withheld = new Set(leftOut.map(({ ref, field }) => placeKey(ref, field)))
  const ids = idsOf(snapshot, folders, leftOut)
  const names = namesOf(ids)
  const desk: Desk = {
    names,
    remote: (kind, id) => snapshot.remotes[kind]?.get(id),
    reveal: (ref) => (field, value) => options.reveal(ref, field, value),
    keep(ref, schema, manifest) {
      const meant = Object.entries(manifest).filter(([field]) => !withheld.has(placeKey(ref, field)))
      return expressible(ref, schema, Object.fromEntries(meant), leftOut)
    },
    leftOut,
  }
  const peopleOf = groupBy(Object.keys(ids['user'] ?? {}), (userid) =>
    mainOf(desk.remote('user', userid) as UserRemote, names),
  )
  const inside = groupBy(folders.slice(1), ({ parent }) => parent)
  for (const folder of folders) {
    const people = (peopleOf.get(folder.key) ?? []).map((userid) => personOf(desk, userid, folder.key)).sort(byOrder)
    const below = inside.get(folder.key) ?? []
    const path = folder.path === '' ? 'departments' : `departments/${folder.path}`
    yield* peopleFiles(path, people, below, options.layout)
    if (folder.path !== '') yield* settingsFile(desk, path, folder, people.length + below.length === 0)
  }
  yield* roleFiles(desk, ids)
  const count = (kind: string) => Object.keys(ids[kind] ?? {}).length
  return {
    ids,
    leftOut,
    counts: { departments: folders.length - 1, people: count('user'), roles: count('role') },
  }
}

/** What every file is made with. */
interface Desk {
  readonly names: (kind: string, id: string | number) => string
  readonly leftOut: LeftOut[]
  remote(kind: string, id: string): unknown
  reveal(ref: Ref): (field: string, value: Personal) => string | undefined
  /** What of a manifest is written. */
  keep(
    ref: Ref,
    schema: JsonSchema,
    manifest: { readonly [field: string]: Written },
  ): { readonly [field: string]: Written }
}

interface SavedPerson {
  readonly userid: string
  readonly name: string
  readonly order: bigint
  readonly manifest: Written
}

function personOf({ names, remote, reveal, keep, leftOut }: Desk, userid: string, main: string): SavedPerson {
  const found = remote('user', userid) as UserRemote
  const { title, ...others } = user.model(found, names, { id: userid, main })
  const ref = { kind: 'user', key: userid }
  // A plan reads the lists, and asks the person only where two lists differ.
  const isOwnTitle = found.titleUnsure || found.detail === undefined || (found.item.title ?? '') === (title ?? '')
  const model = title === undefined || !isOwnTitle ? others : { ...others, title }
  if (!isOwnTitle) leftOut.push({ ref, field: 'title', why: 'contradicts' })
  const manifest = keep(ref, personSchema, savePerson(userid, model, reveal(ref)))
  return { userid, name: String(model['name'] ?? userid), order: orderOf(model, main), manifest }
}

function* peopleFiles(
  path: string,
  people: readonly SavedPerson[],
  below: readonly SavedFolder[],
  layout: SaveOptions['layout'],
): Iterable<SavedFile> {
  const bare = (name: string) => foldedName(name.replace(/\.ya?ml$/i, ''))
  const taken = new Set(['department', ...below.map(({ name }) => bare(name))])
  if (layout === 'person')
    for (const { userid, name, manifest } of people)
      yield { path: `${path}/${portableName(name, userid, taken)}.yaml`, content: manifest }
  else
    for (const page of pagesOf(people.map(({ manifest }) => manifest)))
      yield { path: `${path}/${portableName('people', 'people', taken)}.yaml`, content: page }
}

/** People by the file: nearly always one, unless a large department has its values sealed. */
function* pagesOf(people: readonly Written[]): Iterable<readonly Written[]> {
  let page: Written[] = []
  let taken = 0
  for (const person of people) {
    const share = shareOf([person])
    if (page.length > 0 && taken + share > 1) {
      yield page
      page = []
      taken = 0
    }
    page.push(person)
    taken += share
  }
  if (page.length > 0) yield page
}

function* settingsFile(desk: Desk, path: string, folder: SavedFolder, isEmpty: boolean): Iterable<SavedFile> {
  const { names, remote, reveal, keep, leftOut } = desk
  const ref = { kind: 'department', key: folder.key }
  const found = remote('department', folder.id) as DepartmentRemote
  const detail = remote('department-settings', folder.id)
  const models = {
    model: department.model(found, names, undefined),
    settings: detail === undefined ? undefined : departmentSettings.model(detail as never, names, undefined),
  }
  if (models.model['name'] !== found.name)
    leftOut.push({ ref, field: 'name', why: escapedAt(found.name) < 0 ? 'not-allowed' : 'invisible' })
  const says = { name: folder.name, key: folder.path }
  const manifest = keep(ref, departmentSchema, saveDepartment(folder.key, models, says, reveal(ref)))
  // Git keeps no empty folder: a department with nothing in it says at least its name.
  const content = Object.keys(manifest).length === 0 && isEmpty ? { name: folder.name } : manifest
  if (Object.keys(content).length > 0) yield { path: `${path}/department.yaml`, content }
}

function* roleFiles({ names, remote, keep, leftOut }: Desk, ids: Ids): Iterable<SavedFile> {
  const taken = new Set<string>()
  const rolesOf = groupBy(Object.entries(ids['role'] ?? {}), ([, id]) => (remote('role', id) as RoleRemote).groupName)
  for (const group of Object.keys(ids['role-group'] ?? {}).sort()) {
    const file = portableName(group, 'roles', taken)
    // Each by itself: what one of them cannot say is no reason to leave out the others.
    const ours = rolesOf.get(group) ?? []
    const { roles, without } = inOneFile(
      ours.map(([key, id]) =>
        keep(
          { kind: 'role', key },
          roleSchema,
          saveRole(role.model(remote('role', id) as RoleRemote, names, undefined)),
        ),
      ),
    )
    for (const index of without)
      leftOut.push({ ref: { kind: 'role', key: ours[index]?.[0] ?? '' }, field: 'members', why: 'too-many' })
    yield { path: `roles/${file}.yaml`, content: { ...(group !== file && { group }), roles } }
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
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
