import type { Ambiguity } from '../../core/identify.ts'
import type { Model } from '../../core/model.ts'
import { members } from '../../core/value.ts'
import type { Identification, Scene } from '../kind.ts'
import { statableName } from './name.ts'
import { type DepartmentRemote, keyOfMarker, ROOT } from './remote.ts'

/**
 * Which department of DingTalk each folder is. A folder that was renamed or moved must keep its dept_id, because a
 * department that is deleted takes its chat with it. In this order:
 *
 * 1. the lock has the key; 2. `previously` names a key that the lock has; 3. a department carries our marker for the key;
 * 4. the parent is known and has a child of that name; 5. exactly one department that the files no longer mention fits
 * by its people and sub-departments. When two fit, nobody but the owner can tell: the plan stops and asks.
 *
 * A former key wins over the lock's own entry of that key only while the new key is not in the lock: so a folder can be
 * renamed and its old name be given to a new one, or to another renamed one, in the same change.
 */
export function identifyDepartments(scene: Scene<DepartmentRemote>): Identification {
  const search = new Search(scene)
  search.byPreviously()
  search.byLock()
  search.byPreviously()
  search.topDown()
  return { ids: search.ids, inferred: search.inferred, ambiguous: search.ambiguous }
}

class Search {
  readonly ids: Record<string, string> = { '/': String(ROOT) }
  readonly inferred: Record<string, string> = {}
  readonly ambiguous: Ambiguity[] = []
  readonly #scene: Scene<DepartmentRemote>
  readonly #claimed = new Set([String(ROOT)])
  readonly #children = new Map<number, DepartmentRemote[]>()
  readonly #markers = new Map<string, string[]>()
  #wantedContents: Map<string, Set<string>> | undefined
  #foundContents: Map<string, Set<string>> | undefined

  constructor(scene: Scene<DepartmentRemote>) {
    this.#scene = scene
    for (const [id, remote] of scene.remotes) {
      if (remote.foreign) this.#claimed.add(id)
      if (remote.parent !== undefined)
        this.#children.set(remote.parent, [...(this.#children.get(remote.parent) ?? []), remote])
      const key = keyOfMarker(remote.detail?.source_identifier)
      if (key !== null) this.#markers.set(key, [...(this.#markers.get(key) ?? []), id])
    }
  }

  byPreviously(): void {
    for (const key of Object.keys(this.#scene.desired)) {
      const own = this.#lockedId(key)
      if (this.ids[key] !== undefined || (own !== undefined && !this.#claimed.has(own))) continue
      const former = (this.#scene.previously[key] ?? [])
        .map((old) => this.#lockedId(old))
        .filter((id) => id !== undefined)
      const free = [...new Set(former)].filter((id) => !this.#claimed.has(id))
      if (free.length === 1 && free[0] !== undefined) this.#claim(key, free[0])
      if (free.length > 1)
        this.#ask(
          key,
          'several of its former keys are departments of their own',
          '它的几个曾用代号在钉钉里是不同的部门',
        )
    }
  }

  byLock(): void {
    for (const key of Object.keys(this.#scene.desired)) {
      const id = this.#lockedId(key)
      if (id !== undefined && this.ids[key] === undefined && !this.#claimed.has(id)) this.#claim(key, id)
    }
  }

  /** Parents first, so that a recognised parent lets its children be recognised by their names. */
  topDown(): void {
    const keys = byDepth(this.#scene.desired)
    for (const key of keys) this.#byMarkerOrName(key)
    for (const key of keys) {
      this.#byMarkerOrName(key)
      this.#byContents(key)
    }
  }

  #byMarkerOrName(key: string): void {
    if (this.ids[key] !== undefined) return
    const names = [key, ...(this.#scene.previously[key] ?? [])]
    const marked = names.flatMap((name) => this.#markers.get(name) ?? []).filter((id) => !this.#claimed.has(id))
    if (marked.length > 1)
      this.#ask(
        key,
        `the departments ${marked.join(' and ')} carry its marker`,
        `钉钉里有几个部门带着它的标记(${marked.join('、')})`,
      )
    else if (marked[0] !== undefined) this.#claim(key, marked[0])
    else this.#byName(key)
  }

  #byName(key: string): void {
    const model = this.#scene.desired[key]
    const parent = this.ids[String(model?.['parent_id'])]
    const siblings = this.#children.get(Number(parent)) ?? []
    const free = siblings.filter((child) => !this.#claimed.has(String(child.id)) && !this.#wanted(child))
    const [only, ...others] = free
      .filter((child) => statableName(child.name) === model?.['name'])
      .map(({ id }) => String(id))
    if (only === undefined) return
    const ids = [only, ...others].sort()
    if (others.length === 0) this.#claim(key, only)
    else
      this.#ask(
        key,
        `the departments ${ids.join(' and ')} have its name in the same place`,
        `钉钉里同一个上级下有几个同名的部门(${ids.join('、')})`,
        RENAME_ONE,
      )
  }

  /** Whether a department's own marker says that it is another folder that the files still have. */
  #wanted(remote: DepartmentRemote): boolean {
    const key = keyOfMarker(remote.detail?.source_identifier)
    return key !== null && this.#scene.desired[key] !== undefined && this.ids[key] === undefined
  }

  #byContents(key: string): void {
    if (this.ids[key] !== undefined) return
    const fits = this.#orphans().map((id) => ({ id, fit: this.#fit(key, id) }))
    const best = Math.max(0, ...fits.map(({ fit }) => fit))
    if (best === 0) return
    const [only, ...others] = fits.filter(({ fit }) => fit === best).map(({ id }) => id)
    if (only === undefined) return
    const rival = Object.keys(this.#scene.desired).find(
      (other) => other !== key && this.ids[other] === undefined && this.#fit(other, only) >= best,
    )
    if (others.length > 0) {
      const names = [only, ...others].map((id) => `"${this.#nameOf(id)}"`)
      this.#ask(
        key,
        `the departments ${names.join(' and ')} fit its people alike`,
        `${names.join('、')} 的人员都对得上`,
      )
    } else if (rival !== undefined) {
      const name = this.#nameOf(only)
      this.#ask(key, `it and "${rival}" fit "${name}" alike`, `它和 "${rival}" 都像是原来的 "${name}"`)
    } else {
      this.#claim(key, only)
      this.inferred[key] = this.#nameOf(only)
    }
  }

  /**
   * How well a department's people and sub-departments fit a folder: 3 the same, and so is its name or its parent;
   * 2 the same; 1 at least half of what either side holds; 0 not at all.
   */
  #fit(key: string, id: string): number {
    const wanted = this.#contentsOf(key)
    const found = this.#contentsIn(id)
    const common = [...wanted].filter((entry) => found.has(entry)).length
    const largest = Math.max(wanted.size, found.size)
    if (common === 0 || common * 2 < largest) return 0
    if (common < largest) return 1
    const model = this.#scene.desired[key]
    const remote = this.#scene.remotes.get(id)
    const parent = this.ids[String(model?.['parent_id'])]
    return model?.['name'] === statableName(remote?.name ?? '') || parent === String(remote?.parent) ? 3 : 2
  }

  /** Departments that are ours, by lock or marker, and that the files no longer mention. */
  #orphans(): string[] {
    const { desired, locked, remotes } = this.#scene
    const ours = Object.entries(locked)
      .filter(([key]) => desired[key] === undefined)
      .map(([, { id }]) => id)
    const marked = [...this.#markers].filter(([key]) => desired[key] === undefined).flatMap(([, ids]) => ids)
    return [...new Set([...ours, ...marked])].filter((id) => remotes.has(id) && !this.#claimed.has(id)).sort()
  }

  /** People and sub-departments by name, of every folder; made once, when the first is asked for. */
  #contentsOf(key: string): ReadonlySet<string> {
    this.#wantedContents ??= this.#indexDesired()
    return this.#wantedContents.get(key) ?? EMPTY
  }

  #indexDesired(): Map<string, Set<string>> {
    const contents = new Map<string, Set<string>>()
    for (const [userid, model] of Object.entries(this.#scene.directory['user'] ?? {}))
      for (const key of new Set([String(model['main']), ...members(model['dept_id_list'])]))
        put(contents, key, `user ${userid}`)
    for (const model of Object.values(this.#scene.desired))
      put(contents, String(model['parent_id']), `department ${String(model['name'])}`)
    return contents
  }

  /** The same of every department in DingTalk. */
  #contentsIn(id: string): ReadonlySet<string> {
    this.#foundContents ??= this.#indexRemotes()
    return this.#foundContents.get(id) ?? EMPTY
  }

  #indexRemotes(): Map<string, Set<string>> {
    const contents = new Map<string, Set<string>>()
    for (const [userid, remote] of this.#scene.snapshot.remotes['user'] ?? [])
      for (const id of departmentsOf(remote)) put(contents, String(id), `user ${userid}`)
    for (const { parent, name } of this.#scene.remotes.values())
      if (parent !== undefined) put(contents, String(parent), `department ${statableName(name)}`)
    return contents
  }

  #nameOf(id: string): string {
    return this.#scene.remotes.get(id)?.name ?? id
  }

  #lockedId(key: string): string | undefined {
    const id = this.#scene.locked[key]?.id
    return id !== undefined && this.#scene.remotes.has(id) ? id : undefined
  }

  #claim(key: string, id: string): void {
    this.ids[key] = id
    this.#claimed.add(id)
  }

  #ask(key: string, en: string, zh: string, way = NAME_FORMER): void {
    if (this.ambiguous.some((entry) => entry.key === key)) return
    this.ambiguous.push({
      key,
      en: [`cannot tell which department this folder is: ${en}`, way.en],
      zh: [`看不出这个文件夹是原来的哪个部门:${zh}`, way.zh],
    })
  }
}

/** What to do where a former key tells departments apart. */
const NAME_FORMER = {
  en: 'write "previously: [<its former key>]" in its department.yaml',
  zh: '在它的 department.yaml 里写上 "previously: [原来的代号]"',
}

/** What to do where nothing in the files can tell them apart. */
const RENAME_ONE = {
  en: 'give the others another name in the DingTalk console, or delete them there if they are empty, and plan again',
  zh: '在钉钉管理后台给其余的部门改名,没有人的也可以删掉,然后重新生成变更计划',
}

const EMPTY: ReadonlySet<string> = new Set()

function put(contents: Map<string, Set<string>>, key: string, entry: string): void {
  const known = contents.get(key)
  if (known === undefined) contents.set(key, new Set([entry]))
  else known.add(entry)
}

function byDepth(desired: { readonly [key: string]: Model }): string[] {
  const depth = (key: string, seen = 0): number => {
    const parent = desired[key]?.['parent_id']
    return typeof parent === 'string' && seen < 100 ? 1 + depth(parent, seen + 1) : 0
  }
  return Object.keys(desired).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
}

function departmentsOf(remote: unknown): readonly number[] {
  const list = (remote as { departments?: unknown }).departments
  return Array.isArray(list) ? list : []
}
