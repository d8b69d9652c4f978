import { posix } from 'node:path'
import { isMap, isSeq } from 'yaml'
import type { Written } from '../../core/manifest.ts'
import { placeKey, type Ref } from '../../core/model.ts'
import { equal } from '../../core/value.ts'
import { personSchema } from '../../kinds/user/schema.ts'
import { foldedName } from '../load-names.ts'
import { portableName } from '../save/names.ts'
import { yamlText } from '../save/text.ts'
import { restated, type Work } from './edit-departments.ts'
import { entriesOf, listText, takenOut } from './list-lines.ts'
import type { Manifest } from './merge.ts'
import { ByHand, identityOf, isList, isMapping, type Lines, type Stated } from './pieces.ts'
import { restate } from './restate.ts'
import { about, personAsSaved, takenOf } from './scene.ts'
import { statePerson } from './state-person.ts'
import { fileIn, type OpenFile, type Site } from './tree.ts'
import { Untakable } from './untakable.ts'

const ORDER = [...Object.keys(personSchema.properties ?? {}), 'department']

/** What happens in one file of people. */
interface FileChange {
  readonly file: OpenFile
  readonly refs: Ref[]
  readonly changed: Map<string, Manifest>
  readonly leaving: Set<string>
  readonly arriving: (Lines | Manifest)[]
}

/** Somebody who comes into a department's folder. */
interface Arrival {
  readonly ref: Ref
  readonly name: string
  readonly item: Lines | Manifest
  readonly isNew: boolean
}

/** Changes, moves, removes and adds people. */
export function peopleEdits(work: Work): void {
  const { takings } = work
  const siteOf = new Map(
    [...work.sites.values()].flatMap((site) =>
      site.people.map((path) => [path.normalize('NFC'), { site, path }] as const),
    ),
  )
  const changes = new Map<string, FileChange>()
  const arrivals = new Map<string, Arrival[]>()
  const arrive = (key: string, arrival: Arrival) => arrivals.set(key, [...(arrivals.get(key) ?? []), arrival])
  const changeOf = (path: string): FileChange => {
    const known = changes.get(path)
    if (known !== undefined) return known
    const file = fileIn(work.scene.directory, path)
    const change = { file, refs: [], changed: new Map(), leaving: new Set<string>(), arriving: [] }
    changes.set(path, change)
    return change
  }
  for (const taking of takings) {
    const { ref } = taking
    if (ref.kind !== 'user') continue
    if (taking.what === 'new') {
      if (taking.id in Object.prototype) throw new Untakable([{ ref, why: 'not-allowed' }])
      const { model, saved: all } = personAsSaved(work.scene, taking.id, work.keyOf)
      const saved = Object.fromEntries(Object.entries(all).filter(([field]) => !taking.omits?.includes(field)))
      const main = String(model['main'])
      if (main.startsWith('#')) throw new Untakable([{ ref, why: 'unnamed', names: { kind: 'department', key: main } }])
      arrive(main, { ref, name: String(model['name'] ?? taking.id), item: saved, isNew: true })
      continue
    }
    const at = siteOf.get(work.scene.desired.places.get(placeKey(ref))?.file ?? '')
    if (at === undefined) throw new Untakable([{ ref, why: 'by-hand' }])
    const change = changeOf(at.path)
    change.refs.push(ref)
    if (taking.what === 'gone') {
      change.leaving.add(ref.key)
      continue
    }
    const { entry, main } = entryOf(work, taking, change.file)
    if (main === at.site.key) {
      change.changed.set(ref.key, entry)
      continue
    }
    if (work.gone.has(main) || !work.placed.has(main))
      throw new Untakable([{ ref, why: 'unnamed', names: { kind: 'department', key: main } }])
    change.leaving.add(ref.key)
    if (isMap(change.file.root))
      moveFile(
        work,
        at.path,
        main,
        about([ref], () => restated(change.file, entry, ORDER)),
      )
    else
      arrive(main, { ref, name: ref.key, item: about([ref], () => linesOf(change.file, ref.key, entry)), isNew: false })
  }
  for (const [key, list] of arrivals) settle(work, key, list, changeOf, changes)
  for (const [path, change] of changes) about(change.refs, () => rewrite(work, path, change))
}

/** What somebody's entry is to say, and the key of the department that it is to stand in. */
function entryOf(work: Work, taking: Extract<Work['takings'][number], { what: 'fields' }>, { data }: OpenFile) {
  const { ref, before, after } = taking
  const found = (isList(data) ? data : [data]).find((item) => isMapping(item) && item['userid'] === ref.key)
  if (found === undefined || !isMapping(found)) throw new Untakable([{ ref, why: 'by-hand' }])
  const { model, saved, unfit } = personAsSaved(work.scene, ref.key, work.keyOf)
  const differs = (field: string) => !equal(before[field], after[field])
  const main = differs('main') ? (after['main'] ?? model['main'] ?? null) : (before['main'] ?? null)
  const taken = takenOf({ before, after: { ...after, main } }, differs)
  for (const field of taken.fields) if (unfit.has(field)) throw new Untakable([{ ref, field, why: 'not-allowed' }])
  return { entry: about([ref], () => statePerson(found, model, saved, taken)), main: String(main) }
}

/** Somebody's entry as lines of their own, changed where it has to be. */
function linesOf({ page, root }: OpenFile, userid: string, entry: Manifest): Lines {
  if (!isSeq(root)) throw new ByHand()
  const { column, entries } = entriesOf(page, root)
  const found = entries.find(({ identity }) => identity === userid)
  if (found === undefined) throw new ByHand()
  return takenOut(page, found, column, restate(page, found.node, entry, ORDER))
}

/** A person's own file goes to the folder of another department as it is. */
function moveFile(work: Work, path: string, key: string, text: string): void {
  const folder = work.placed.get(key)?.path ?? ''
  const name = posix.basename(path)
  const taken = takenNames(work, key)
  const target = taken.has(foldedName(name))
    ? `${portableName(name.replace(/\.ya?ml$/, ''), 'person', taken)}.yaml`
    : name
  work.files.rewrite(path, text)
  work.files.move(path, `${folder}/${target}`)
}

/** Puts people into a department's list; new ones into files of their own where everybody there has one. */
function settle(
  work: Work,
  key: string,
  list: readonly Arrival[],
  changeOf: (path: string) => FileChange,
  changes: ReadonlyMap<string, FileChange>,
): void {
  const site = work.sites.get(key)
  const target = site === undefined ? undefined : listFile(site, changeOf, changes)
  const sorted = [...list].sort((a, b) => (a.ref.key < b.ref.key ? -1 : 1))
  const alone = target === undefined && (site?.people.length ?? 0) > 0
  const own = sorted.filter(({ isNew }) => isNew && alone)
  const others = sorted.filter((arrival) => !own.includes(arrival))
  const folder = work.placed.get(key)?.path ?? ''
  const taken = takenNames(work, key)
  for (const { name, ref, item } of own)
    work.files.make(
      `${folder}/${portableName(name, ref.key, taken)}.yaml`,
      yamlText(item as { [field: string]: Written }),
    )
  if (others.length === 0) return
  if (target === undefined) {
    const name = taken.has('people.yaml') ? `${portableName('people', 'people', taken)}.yaml` : 'people.yaml'
    work.files.make(`${folder}/${name}`, listText(others.map(({ item }) => item)))
    return
  }
  const change = changeOf(target)
  change.refs.push(...others.map(({ ref }) => ref))
  change.arriving.push(...others.map(({ item }) => item))
}

/** The file of a folder that holds a list one can add to; `people.yaml` where there is one. */
function listFile(
  site: Site,
  changeOf: (path: string) => FileChange,
  changes: ReadonlyMap<string, FileChange>,
): string | undefined {
  const first = site.people.filter((path) => /^people\.ya?ml$/.test(posix.basename(path)))
  const known = new Set(changes.keys())
  return [...first, ...site.people.filter((path) => !first.includes(path))].find((path) => {
    const { root } = known.has(path) ? (changes.get(path) as FileChange).file : changeOf(path).file
    return isSeq(root) && !root.flow && root.items.length > 0
  })
}

function takenNames(work: Work, key: string): Set<string> {
  const site = work.sites.get(key)
  const folder = work.placed.get(key)?.path ?? ''
  const below = [...work.placed.values()].filter(({ path }) => posix.dirname(path) === folder)
  const names = [
    ...[...(site?.people ?? []), ...(site?.others ?? [])].map((path) => posix.basename(path)),
    ...below.map(({ path }) => posix.basename(path)),
    ...work.files.namesIn(folder),
  ]
  const bare = names.map((name) => name.replace(/\.ya?ml$/, ''))
  return new Set([...names, ...bare, 'department'].map(foldedName))
}

function rewrite(work: Work, path: string, { file, changed, leaving, arriving }: FileChange): void {
  const { data, page, root, mark } = file
  if (changed.size + leaving.size + arriving.length === 0) return
  if (!isList(data)) {
    const [entry] = changed.values()
    if (entry !== undefined) work.files.rewrite(path, restated(file, entry, ORDER))
    else if (work.files.placeOf(path) === path) work.files.move(path, null)
    return
  }
  const stays = data.filter((item) => !leaving.has(identityOf(item)))
  const want: Stated[] = [...stays.map((item) => changed.get(identityOf(item)) ?? item), ...arriving]
  if (want.length === 0) work.files.move(path, null)
  else if (stays.length > 0) work.files.rewrite(path, restated(file, want, ORDER))
  else {
    // Nobody of before stays: only what stands above the list does.
    const first = isSeq(root) ? entriesOf(page, root).entries[0]?.first : undefined
    work.files.rewrite(path, mark + page.text.slice(0, page.lines[first ?? 0]) + listText(arriving))
  }
}
