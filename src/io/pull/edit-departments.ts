import { posix } from 'node:path'
import { circles } from '../../core/circles.ts'
import type { Ref } from '../../core/model.ts'
import type { NotTaken } from '../../core/pull-report.ts'
import type { Taking } from '../../core/pull-takings.ts'
import { equal } from '../../core/value.ts'
import { type DepartmentRemote, keyOfMarker } from '../../kinds/department/remote.ts'
import { departmentSchema } from '../../kinds/department/schema.ts'
import { yamlText } from '../save/text.ts'
import type { Files } from './files.ts'
import type { Manifest } from './merge.ts'
import { isMapping, type Stated, same, spliced } from './pieces.ts'
import { type Placed, placeFolders } from './place-folders.ts'
import { restate } from './restate.ts'
import { about, departmentAsSaved, type KeyOf, remoteOf, type Scene, takenOf } from './scene.ts'
import { BY_FOLDER, stateDepartment } from './state-department.ts'
import { fileIn, type OpenFile, type Site } from './tree.ts'
import { Untakable } from './untakable.ts'

/** An attempt to take things over, once it is known where every department is to stand. */
export interface Work {
  readonly scene: Scene
  readonly takings: readonly Taking[]
  readonly sites: ReadonlyMap<string, Site>
  readonly placed: ReadonlyMap<string, Placed>
  readonly gone: ReadonlySet<string>
  readonly keyOf: KeyOf
  readonly files: Files
}

const ORDER = ['key', ...Object.keys(departmentSchema.properties ?? {})]

/** Where the folders go, and which departments are gone. */
export function foldersOf(
  scene: Scene,
  takings: readonly Taking[],
  sites: ReadonlyMap<string, Site>,
  keyOf: KeyOf,
): { readonly placed: ReadonlyMap<string, Placed>; readonly gone: ReadonlySet<string> } {
  const own = takings.filter(({ ref }) => ref.kind === 'department')
  const gone = new Set(own.filter(({ what }) => what === 'gone').map(({ ref }) => ref.key))
  const [renamed, moved] = [new Map<string, string>(), new Map<string, string>()]
  const added = own.flatMap((taking) => (taking.what === 'new' ? [newFolder(scene, taking.id, keyOf)] : []))
  const tokens = new Set(added.map(({ id }) => `#${id}`))
  for (const taking of own) {
    if (taking.what !== 'fields') continue
    const { ref, before, after } = taking
    const parent = String(after['parent_id'])
    if (!equal(before['parent_id'], after['parent_id'])) {
      if (parent.startsWith('#') && !tokens.has(parent))
        throw new Untakable([{ ref, why: 'unnamed', names: { kind: 'department', key: parent } }])
      moved.set(ref.key, parent)
    }
    // Whoever called the folder otherwise than the department meant it so.
    const site = sites.get(ref.key)
    const stated = site === undefined ? undefined : settingsIn(scene, site).current['name']
    const isApart = typeof stated === 'string' && stated.normalize('NFC') !== site?.name
    if (!equal(before['name'], after['name']) && !isApart) renamed.set(ref.key, String(after['name']))
  }
  for (const { parent, id } of added)
    if (parent.startsWith('#') && !tokens.has(parent))
      throw new Untakable([{ ref: refOfNew(takings, id), why: 'unnamed', names: { kind: 'department', key: parent } }])
  const stuck = [...gone].filter((key) =>
    [...sites.values()].some((site) => site.parent === key && !gone.has(site.key) && !moved.has(site.key)),
  )
  const into = [...moved].filter(([, parent]) => gone.has(parent)).map(([key]) => key)
  const refs = (keys: readonly string[]) => keys.map((key): Ref => ({ kind: 'department', key }))
  refuseCircles(sites, moved)
  if (stuck.length + into.length > 0)
    throw new Untakable(refs([...stuck, ...into]).map((ref) => ({ ref, why: 'not-empty' })))
  const refsMoved = [...refs([...moved.keys()])]
  return { placed: about(refsMoved, () => placeFolders(sites, { renamed, moved, gone, added })), gone }
}

/** The files moved one of two departments below the other, and DingTalk the other below the one. */
function refuseCircles(sites: ReadonlyMap<string, Site>, moved: ReadonlyMap<string, string>): void {
  const parentOf = (key: string) => (key === '/' ? undefined : (moved.get(key) ?? sites.get(key)?.parent))
  const left = circles(sites.keys(), parentOf).flatMap((circle): NotTaken[] => {
    const key = [...circle].sort().find((each) => moved.has(each))
    if (key === undefined) return []
    const names = { kind: 'department', key: parentOf(key) ?? '/' }
    return [{ ref: { kind: 'department', key }, field: 'parent_id', why: 'circle', names }]
  })
  if (left.length > 0) throw new Untakable(left)
}

function refOfNew(takings: readonly Taking[], id: string): Ref {
  const found = takings.find((taking) => taking.what === 'new' && taking.ref.kind === 'department' && taking.id === id)
  return found?.ref ?? { kind: 'department', key: `#${id}` }
}

function newFolder(scene: Scene, id: string, keyOf: KeyOf) {
  const { name, parent = 1, detail } = remoteOf<DepartmentRemote>(scene, 'department', id)
  const mark = keyOfMarker(detail?.source_identifier)
  const ours = scene.desired.directory['department'] ?? {}
  const others = [...(scene.snapshot.remotes['department'] ?? [])] as [string, DepartmentRemote][]
  const shared = others.some(
    ([other, remote]) => other !== id && keyOfMarker(remote.detail?.source_identifier) === mark,
  )
  const free = mark !== null && mark !== '/' && !shared && !Object.hasOwn(ours, mark) && !(mark in Object.prototype)
  return { id, name, parent: keyOf('department', parent), mark: free ? mark : null }
}

/** Moves folders, changes `department.yaml` files, and makes those of new departments. */
export function departmentEdits(work: Work): void {
  const { scene, takings, sites, placed, gone, files } = work
  for (const site of sites.values()) {
    if (gone.has(site.key)) removeFolder(work, site)
    else if (site.key !== '/') editFolder(work, site)
  }
  for (const taking of takings) {
    if (taking.what !== 'new' || taking.ref.kind !== 'department') continue
    const place = placed.get(`#${taking.id}`) as Placed
    const ref = { kind: 'department', key: place.key }
    const says = { name: place.name, key: place.path.slice('departments/'.length) }
    const { saved, unfit } = departmentAsSaved(scene, ref, taking.id, says, work.keyOf)
    if (unfit.has('name')) throw new Untakable([{ ref: taking.ref, field: 'name', why: 'not-allowed' }])
    const inside = files.namesIn(place.path).length > 0 || hasFolder(work, place.path)
    if (Object.keys(saved).length > 0) files.make(`${place.path}/department.yaml`, yamlText(saved))
    else if (!inside) files.make(`${place.path}/department.yaml`, yamlText({ name: place.name }))
  }
}

function editFolder(work: Work, site: Site): void {
  const { scene, takings, placed, files, keyOf } = work
  const place = placed.get(site.key) as Placed
  const about_ = takings.filter(({ ref }) => ref.key === site.key && ref.kind.startsWith('department'))
  const taken = about_.flatMap((taking) => (taking.what === 'fields' ? [taking] : []))
  const settings = `${place.path}/${site.settings === undefined ? 'department.yaml' : posix.basename(site.settings)}`
  if (place.path !== site.path) {
    for (const path of site.others) files.move(path, `${place.path}/${path.slice(site.path.length + 1)}`)
    for (const path of site.people)
      if (files.placeOf(path) === path) files.move(path, `${place.path}/${posix.basename(path)}`)
    if (site.settings !== undefined) files.move(site.settings, settings)
  }
  const { file, current } = settingsIn(scene, site)
  const refs = about_.length > 0 ? about_.map(({ ref }) => ref) : [{ kind: 'department', key: site.key }]
  const manifest: Record<string, Stated> = about(refs, () => {
    if (taken.length === 0) return { ...current }
    const before = Object.assign({}, ...taken.map((each) => each.before))
    const after = Object.assign({}, ...taken.map((each) => each.after))
    const change = takenOf({ before, after }, (field) => !equal(before[field], after[field]))
    const id = scene.ids['department']?.[site.key] ?? ''
    const says = { name: '', key: site.key }
    const { model, saved, unfit } = departmentAsSaved(scene, { kind: 'department', key: site.key }, id, says, keyOf)
    for (const field of change.fields)
      if (unfit.has(field) && !BY_FOLDER.includes(field))
        throw new Untakable(refs.map((ref) => ({ ref, field, why: 'not-allowed' })))
    const stated: Record<string, Stated> = { ...stateDepartment(current, model, saved, change) }
    if (!equal(before['name'], after['name']) && (stated['name'] !== undefined || place.name !== after['name'])) {
      if (unfit.has('name')) throw new Untakable(refs.map((ref) => ({ ref, field: 'name', why: 'not-allowed' })))
      stated['name'] = String(after['name'])
    }
    return stated
  })
  const renamed = taken.some(({ before, after }) => !equal(before['name'], after['name']))
  if (!renamed && manifest['name'] === undefined && place.name !== site.name) manifest['name'] = site.name
  if (manifest['key'] === undefined && place.path.slice('departments/'.length) !== site.key) manifest['key'] = site.key
  const isEmptied = site.settings !== undefined && Object.keys(manifest).length === 0
  if (isEmptied && Object.keys(current).length > 0) manifest['name'] = place.name
  if (!same(manifest, current)) {
    const text = file === undefined ? yamlText(manifest as never) : about(refs, () => restated(file, manifest, ORDER))
    if (site.settings === undefined) files.make(settings, text)
    else files.rewrite(site.settings, text)
  } else if (site.settings === undefined && isDeserted(work, site, place))
    // Git keeps no empty folder, and a department without a folder would be dissolved.
    files.make(settings, yamlText({ name: place.name }))
}

/** The text of a file that says something else. */
export function restated({ mark, page, root }: OpenFile, want: Stated, order: readonly string[]): string {
  const fields = isMapping(want) ? Object.keys(want) : []
  if (root === null)
    return `${mark}${page.text}${page.text === '' || page.text.endsWith('\n') ? '' : page.eol}${yamlText(want as never)}`
  const kept = fields.some((field) => Object.hasOwn(rootFields(root), field))
  const splices = !isMapping(want) || kept ? restate(page, root, want, order) : wholly(root, want)
  return mark + spliced(page.text, splices)
}

function rootFields(root: unknown): object {
  const { items } = root as { items?: readonly { key?: { value?: unknown } }[] }
  return Object.fromEntries((items ?? []).map(({ key }) => [String(key?.value), true]))
}

function wholly(root: unknown, want: Stated) {
  const [start = 0, end = 0] = (root as { range?: readonly number[] }).range ?? []
  return [{ start, end, text: yamlText(want as never).trimEnd() }]
}

function settingsIn(scene: Scene, site: Site): { readonly file?: OpenFile; readonly current: Manifest } {
  if (site.settings === undefined) return { current: {} }
  const file = fileIn(scene.directory, site.settings)
  return { file, current: isMapping(file.data) ? file.data : {} }
}

function isDeserted(work: Work, site: Site, place: Placed): boolean {
  const { files } = work
  const stays = [...site.people, ...site.others].some((path) => files.placeOf(path)?.startsWith(`${place.path}/`))
  return !stays && files.namesIn(place.path).length === 0 && !hasFolder(work, place.path)
}

function hasFolder({ placed }: Work, path: string): boolean {
  return [...placed.values()].some((other) => posix.dirname(other.path) === path)
}

/** A department that is gone takes its folder along, unless something in it is still wanted. */
function removeFolder({ files, takings }: Work, site: Site): void {
  const notes = site.others.filter((path) => posix.basename(path) !== '.gitkeep')
  const people = site.people.filter((path) => {
    const to = files.placeOf(path)
    return to?.startsWith(`${site.path}/`) === true
  })
  if (notes.length + people.length > 0) {
    const settings = takings.filter(({ ref }) => ref.key === site.key && ref.kind.startsWith('department'))
    throw new Untakable(settings.map(({ ref }) => ({ ref, why: 'not-empty' })))
  }
  for (const path of site.others) files.move(path, null)
  if (site.settings !== undefined) files.move(site.settings, null)
}
