import type { Desired } from '../core/desired.ts'
import type { Lockfile } from '../core/lockfile.ts'
import { type Gap, type Model, placeKey, type Ref, type Snapshot } from '../core/model.ts'
import type { Touched } from '../core/touched.ts'
import type { Client } from '../dingtalk/client.ts'
import type { AnyKind, Reader } from '../kinds/kind.ts'
import { distinct, hiddenIn } from './fetch.ts'
import { probeMissing } from './missing.ts'
import { readScope } from './scope.ts'

/** Calls under way at once, as in every other read. */
const WIDTH = 12
/** So many strangers beside something new are looked at closely; of more, those of its name. */
const STRANGERS = 20

/**
 * DingTalk → Snapshot, of what is touched and what stands around it. Each is asked for by its id, so that its absence is
 * DingTalk's own word; what a change takes in or finds in its way is read in another round. How many calls that takes
 * depends on the change alone.
 *
 * @throws DingTalkError where the app itself is at fault.
 */
export async function fetchTouched(
  client: Client,
  kinds: readonly AnyKind[],
  desired: Pick<Desired, 'directory' | 'previously'>,
  lock: Lockfile,
  touched: Touched,
): Promise<Snapshot> {
  const read = new TouchedRead({ client, kinds, desired, lock, touched })
  const [scope] = await Promise.all([readScope(client, lock.resources['department'] ?? {}), read.rounds()])
  await read.lists()
  const touchedLock = { ...lock, resources: onlyTouched(lock.resources, touched) }
  const listed = kinds.filter(({ readOne }) => readOne === undefined)
  const missing = await probeMissing(client, listed, touchedLock, read.remotes)
  const { remotes, gaps, pages } = read
  const people = remotes['user']?.size ?? 0
  return {
    remotes,
    reading: {
      gaps: distinct([...(scope.gap === undefined ? [] : [scope.gap]), ...gaps, ...missing.gaps]),
      proof: {
        scope: scope.gap === undefined ? 'company' : 'part',
        departments: remotes['department']?.size ?? 0,
        levels: 0,
        pages,
        people,
        headCount: null,
        gone: [...read.gone, ...missing.gone],
      },
    },
    hidden: hiddenIn(kinds, remotes, scope.hiddenFields),
    access: scope.access,
  }
}

interface Input {
  readonly client: Client
  readonly kinds: readonly AnyKind[]
  readonly desired: Pick<Desired, 'directory' | 'previously'>
  readonly lock: Lockfile
  readonly touched: Touched
}

/** One narrow read on its way. */
class TouchedRead {
  readonly remotes: Record<string, Map<string, unknown>>
  readonly gaps: Gap[] = []
  readonly gone: Ref[] = []
  pages = 0
  readonly #input: Input
  readonly #kinds: ReadonlyMap<string, AnyKind>
  readonly #asked = new Set<string>()
  readonly #keyOf = new Map<string, Ref>()

  constructor(input: Input) {
    const { kinds, lock } = input
    this.#input = input
    this.remotes = Object.fromEntries(kinds.map(({ name }) => [name, new Map<string, unknown>()]))
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]))
    for (const [kind, entries] of Object.entries(lock.resources))
      for (const [key, { id }] of Object.entries(entries)) this.#keyOf.set(placeKey({ kind, key: id }), { kind, key })
  }

  /** Asks until nothing new is to be asked. */
  async rounds(): Promise<void> {
    await this.#ask('department', '1')
    await this.#each(this.#input.touched.strangers, ({ kind, id }) => this.#ask(kind, id))
    for (;;) {
      const before = this.#asked.size + this.#input.touched.refs.length
      const known = [...this.#input.touched.refs, ...this.#input.touched.around()]
      await this.#each(known, async (ref) => {
        const id = this.#idOf(ref)
        if (id !== undefined && !(await this.#ask(ref.kind, id, ref))) this.#input.touched.include([ref])
      })
      await this.#each(this.#input.touched.ending(), (ref) => this.#emptying(ref))
      await this.#each([...this.#input.touched.beginning(), ...this.gone], (ref) => this.#beside(ref))
      if (this.#asked.size + this.#input.touched.refs.length === before) return
    }
  }

  /** Kinds that are read as lists: of those with members only what is touched is read in full. */
  async lists(): Promise<void> {
    const listed = this.#input.kinds.filter(({ readOne }) => readOne === undefined)
    const { refs, strangers } = this.#input.touched
    const concerned = listed.some(
      ({ name, settingOf }) => settingOf === undefined && [...refs, ...strangers].some(({ kind }) => kind === name),
    )
    for (const kind of listed) {
      if (kind.settingOf === undefined && !concerned) continue
      await kind.read(this.#reader(kind))
      const found = this.remotes[kind.name]
      if (kind.settingOf !== undefined || kind.listedWhole) continue
      // What the lock gives to somebody untouched is neither free to be taken nor judged.
      for (const id of found?.keys() ?? []) {
        const ref = this.#keyOf.get(placeKey({ kind: kind.name, key: id }))
        if (ref !== undefined && !this.#input.touched.has(ref)) found?.delete(id)
      }
    }
  }

  /** What hangs on something that may end: people in a department (ours are touched by it), departments of a head. */
  async #emptying(ref: Ref): Promise<void> {
    const kind = this.#kinds.get(ref.kind)
    const id = this.#idOf(ref)
    const remote = id === undefined ? undefined : this.remotes[ref.kind]?.get(id)
    if (remote !== undefined) await this.#each(kind?.holds?.(remote) ?? [], (held) => this.#ask(held.kind, held.id))
    if (id === undefined || kind?.readInside === undefined || !this.remotes[ref.kind]?.has(id)) return
    if (!this.#isNew(`inside ${placeKey({ ...ref, key: id })}`)) return
    const inside = await kind.readInside(this.#reader(kind), id)
    await this.#each(inside, async (found) => {
      const ours = this.#keyOf.get(placeKey({ kind: found.kind, key: found.id }))
      if (ours !== undefined) this.#input.touched.include([ours])
      await this.#ask(found.kind, found.id, ours)
    })
  }

  /** What may be the very thing that is to be made: it stands in the same place, and nobody has it. */
  async #beside(ref: Ref): Promise<void> {
    const kind = this.#kinds.get(ref.kind)
    const model = this.#input.desired.directory[ref.kind]?.[ref.key] ?? {}
    const place = kind?.looksIn?.(model)
    const id = place && this.#idOf(place)
    if (id === undefined || kind?.readInside === undefined || !this.remotes[ref.kind]?.has(id)) return
    const name = String(model['name'])
    if (!this.#isNew(`beside ${placeKey({ kind: ref.kind, key: id })} ${name}`)) return
    const inside = await kind.readInside(this.#reader(kind), id, ref.kind)
    const strangers = inside.filter((found) => !this.#keyOf.has(placeKey({ kind: found.kind, key: found.id })))
    const near = strangers.length > STRANGERS ? strangers.filter((found) => found.name === name) : strangers
    await this.#each(near, (found) => this.#ask(found.kind, found.id))
  }

  /** Reads one; false where DingTalk says that it does not exist. */
  async #ask(name: string, id: string, ref?: Ref): Promise<boolean> {
    const kind = this.#kinds.get(name)
    const asked = placeKey({ kind: name, key: id })
    if (kind?.readOne === undefined || !this.#isNew(asked)) return true
    let holed = false
    const gap = (hole: Gap) => {
      holed = true
      this.gaps.push(hole)
    }
    const remote = await kind.readOne({ ...this.#reader(kind), gap }, id)
    if (remote !== undefined) this.remotes[name]?.set(id, remote)
    else if (!holed && ref !== undefined && this.#keyOf.has(asked)) this.gone.push(this.#keyOf.get(asked) ?? ref)
    return remote !== undefined || holed
  }

  /** The id to ask by; of a kind whose keys are ids, also of what the lock does not list. */
  #idOf(ref: Ref): string | undefined {
    if (ref.kind === 'department' && ref.key === '/') return '1'
    return this.#input.touched.idOf(ref) ?? (this.#kinds.get(ref.kind)?.keyIsId ? ref.key : undefined)
  }

  #isNew(what: string): boolean {
    if (this.#asked.has(what)) return false
    this.#asked.add(what)
    return true
  }

  async #each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
    for (let from = 0; from < items.length; from += WIDTH) await Promise.all(items.slice(from, from + WIDTH).map(work))
  }

  #reader(kind: AnyKind): Reader<unknown> {
    const { directory, previously } = this.#input.desired
    const narrow = kind.readOne === undefined && kind.settingOf === undefined && !kind.listedWhole
    const of = <T>(all: { readonly [key: string]: T } | undefined) =>
      narrow ? only(kind.name, all ?? {}, this.#input.touched) : (all ?? {})
    const remotes = this.remotes
    return {
      client: this.#input.client,
      whole: false,
      desired: of<Model>(directory[kind.name]),
      locked: of(this.#input.lock.resources[kind.name]),
      previously: previously[kind.name] ?? {},
      desiredOf: (other) => directory[other] ?? {},
      lockedOf: (other) => this.#input.lock.resources[other] ?? {},
      async *seen(other) {
        yield* remotes[other] ?? []
      },
      found: (id, remote) => void remotes[kind.name]?.set(id, remote),
      gap: (gap) => void this.gaps.push(gap),
      prove: ({ pages = 0 }) => {
        this.pages += pages
      },
    }
  }
}

/** Entries of one kind, of what is touched. */
function only<T>(kind: string, entries: { readonly [key: string]: T }, touched: Touched): { [key: string]: T } {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => touched.has({ kind, key })))
}

function onlyTouched<T>(
  resources: { readonly [kind: string]: { readonly [key: string]: T } },
  touched: Touched,
): { [kind: string]: { [key: string]: T } } {
  return Object.fromEntries(Object.entries(resources).map(([kind, entries]) => [kind, only(kind, entries, touched)]))
}
