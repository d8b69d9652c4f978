import type { Desired } from './desired.ts'
import type { Lockfile } from './lockfile.ts'
import { type Directory, type Model, placeKey, type Ref } from './model.ts'
import { equal } from './value.ts'

/**
 * What the files changed since the base commit, and what has to be read to change it safely. Only what is touched may
 * be changed by a plan; what stands around it (parents, heads, departments that somebody goes to) is read as well, so
 * that the lock is proven where it is relied on; everything else is neither read nor changed.
 */

/** So many departments besides tell whether marks can be read here. */
const SAMPLES = 5

/** The part of a kind that this needs. */
export interface Touchable {
  readonly name: string
  readonly settingOf?: string
  readonly replaces: readonly string[]
  references(model: Model): Iterable<Ref>
}

export interface TouchedInput {
  readonly kinds: readonly Touchable[]
  readonly base: Pick<Desired, 'directory' | 'previously' | 'replaceable'>
  readonly head: Pick<Desired, 'directory' | 'previously' | 'replaceable' | 'settings'>
  readonly lock: Lockfile
  /** What is looked at besides: what an interrupted run was about, what an event names. */
  readonly also: readonly Ref[]
  /** Ids that an event names and the lock does not know: read, to be listed as not managed, or found to be ours. */
  readonly strangers?: readonly Stranger[]
}

/** Something in DingTalk without a key of ours. */
export interface Stranger {
  readonly kind: string
  readonly id: string
}

/** What may change; it grows while DingTalk is read, when something of ours turns out to stand in the way. */
export class Touched {
  readonly #input: TouchedInput
  readonly #kinds: ReadonlyMap<string, Touchable>
  readonly #refs = new Map<string, Ref>()

  constructor(input: TouchedInput) {
    this.#input = input
    this.#kinds = new Map(input.kinds.map((kind) => [kind.name, kind]))
    this.include(input.also)
    for (const kind of input.kinds) this.include(this.#edited(kind).map((key) => ({ kind: kind.name, key })))
    this.include(this.#namingReplaced())
  }

  /** Whether a plan may change it. A setting is touched with its owner. */
  has(ref: Ref): boolean {
    return this.#refs.has(placeKey(this.#owner(ref)))
  }

  get refs(): readonly Ref[] {
    return [...this.#refs.values()]
  }

  get strangers(): readonly Stranger[] {
    return this.#input.strangers ?? []
  }

  /** Takes these in, with what they name and nobody has made yet. */
  include(refs: readonly Ref[]): void {
    for (const ref of refs.map((each) => this.#owner(each))) {
      const name = placeKey(ref)
      if (this.#refs.has(name) || (ref.kind === 'department' && ref.key === '/')) continue
      this.#refs.set(name, ref)
      this.include(this.#namedBy(ref, 'head').filter((named) => this.idOf(named) === undefined))
    }
  }

  /** The id that the lock gives something, under the key it has or one that it had. */
  idOf({ kind, key }: Ref): string | undefined {
    const locked = this.#input.lock.resources[kind] ?? {}
    if (locked[key] !== undefined) return locked[key].id
    const former = [this.#input.head, this.#input.base].flatMap(({ previously }) => previously[kind]?.[key] ?? [])
    return former.map((old) => locked[old]?.id).find((id) => id !== undefined)
  }

  /** What touched ones name and the lock lists: read, to rely on it, and not changed. */
  around(): readonly Ref[] {
    const found = this.refs.flatMap((ref) => {
      // Of many members only those who are new are given anything.
      const before = new Set(this.#namedBy(ref, 'base').map((named) => placeKey(named)))
      const isPlace = (named: Ref) => named.kind === 'department' && ref.kind !== 'role'
      return this.#namedBy(ref, 'head').filter((named) => isPlace(named) || !before.has(placeKey(named)))
    })
    const { departed } = this.#input.head.settings
    const leaving = this.refs.some((ref) => ref.kind === 'user' && this.#isGone(ref))
    const all = departed !== null && leaving ? [...found, { kind: 'department', key: departed }] : found
    const distinct = new Map(all.map((ref) => [placeKey(ref), ref]))
    const known = [...distinct.values()].filter((ref) => !this.has(ref) && this.idOf(ref) !== undefined)
    return [...known, ...this.#anchors(known)]
  }

  /**
   * A few more departments of the lock: whether this organisation shows our marks has to be seen before one of them is
   * removed for its mark, and that this is the company of the lock, where nothing else that is read can show it.
   */
  #anchors(around: readonly Ref[]): Ref[] {
    const ends = this.ending().some(({ kind }) => kind === 'department')
    const shown = around.length > 0 || this.refs.some((ref) => this.idOf(ref) !== undefined)
    const wanted = ends ? SAMPLES : shown ? 0 : 1
    return Object.keys(this.#input.lock.resources['department'] ?? {})
      .sort()
      .map((key) => ({ kind: 'department', key }))
      .filter((ref) => !this.has(ref))
      .slice(0, wanted)
  }

  /** Touched ones that the files no longer have, under this key: they may be removed. */
  ending(): readonly Ref[] {
    return this.refs.filter((ref) => this.#isGone(ref))
  }

  /** Touched ones that the files have and nobody has made yet, as far as the lock knows. */
  beginning(): readonly Ref[] {
    return this.refs.filter((ref) => !this.#isGone(ref) && this.idOf(ref) === undefined)
  }

  #isGone({ kind, key }: Ref): boolean {
    return this.#input.head.directory[kind]?.[key] === undefined
  }

  #owner({ kind, key }: Ref): Ref {
    return { kind: this.#kinds.get(kind)?.settingOf ?? kind, key }
  }

  /** Keys of which the files say something else than they did, or say it no more. */
  #edited({ name }: Touchable): string[] {
    const { base, head } = this.#input
    const [then, now] = [base.directory[name] ?? {}, head.directory[name] ?? {}]
    const consents = (side: typeof base, key: string) => name === 'user' && side.replaceable.includes(key)
    return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
      (key) =>
        !equal(then[key], now[key]) ||
        !equal(base.previously[name]?.[key] ?? [], head.previously[name]?.[key] ?? []) ||
        consents(base, key) !== consents(head, key),
    )
  }

  /** Whoever is deleted to be made again loses what others hold of them, and it has to be given again. */
  #namingReplaced(): Ref[] {
    const { base, head } = this.#input
    const replaced = new Set(
      this.refs
        .filter(({ kind, key }) => {
          const [then, now] = [base.directory[kind]?.[key], head.directory[kind]?.[key]]
          if (kind === 'user' && head.replaceable.includes(key)) return true
          return this.#kinds.get(kind)?.replaces.some((field) => !equal(then?.[field], now?.[field]))
        })
        .map((ref) => placeKey(ref)),
    )
    if (replaced.size === 0) return []
    return this.#input.kinds.flatMap((kind) =>
      Object.entries(head.directory[kind.name] ?? {})
        .filter(([, model]) => [...kind.references(model)].some((ref) => replaced.has(placeKey(ref))))
        .map(([key]) => ({ kind: kind.name, key })),
    )
  }

  /** What something and its settings name, as the files say it, or said it. */
  #namedBy(ref: Ref, side: 'base' | 'head'): Ref[] {
    const directory: Directory = this.#input[side].directory
    return this.#input.kinds
      .filter(({ name, settingOf }) => (settingOf ?? name) === ref.kind)
      .flatMap((kind) => [...kind.references(directory[kind.name]?.[ref.key] ?? {})])
      .filter(({ key }) => key !== '/' && !key.startsWith('#'))
  }
}
