import type { Desired } from './desired.ts'
import type { Locked, Lockfile } from './lockfile.ts'
import type { Ids, Ref, Snapshot } from './model.ts'

/**
 * Is the lock true? Everything that may be changed or deleted is found through it, so an entry that points at another
 * department turns an update into an attack, and a lock from last month undoes what was done since. So each entry is
 * held against what the thing itself says in DingTalk: a department by the marker that we left on it, a role by its
 * group and name, a person by the userid.
 *
 * A lie must be told from what happens to honest companies: a folder that was renamed while the run that should have
 * renewed the marker was killed; a department renamed in DingTalk's console; another system's marker; an organisation
 * that does not return markers. Where nothing contradicts an entry it stands; and for a deletion, which nobody can take
 * back, it has to be proven as well, wherever markers can be read.
 */

/** What a remote says of itself, whatever its kind. */
export interface Witness {
  readonly name: string
  /** The id of the department that it is in. */
  readonly parent?: string
  /** The key that it names: by its marker, its name or its userid. Null: none of ours; left out: that was not read. */
  readonly mark?: string | null
  /** Departments that it belongs to, by id. */
  readonly departments?: readonly string[]
}

/** The part of a kind that proof needs. A setting bears no witness: it is judged with its owner. */
export interface Provable {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: a remote comes back to the kind that read it.
  witness?(remote: any): Witness
}

/** Marks that were read on top of the snapshot, by id; undefined where the answer gave none. */
export type Marks = ReadonlyMap<string, string | null | undefined>

export interface ProofInput {
  readonly kinds: readonly Provable[]
  readonly lock: Lockfile
  readonly snapshot: Pick<Snapshot, 'remotes'>
  /** Null where the files are invalid: then the lock is judged without them. */
  readonly desired: Pick<Desired, 'directory' | 'previously'> | null
  /** Which remote each key is, as identification settled it. */
  readonly ids: Ids
  readonly marks: Marks
}

export const verdicts = ['proven', 'plausible', 'gone', 'contradicted'] as const
/** How an entry stands: shown to be true, agreeing as far as can be seen, not there, or shown to be false. */
export type Verdict = (typeof verdicts)[number]

export const evidenceCodes = [
  'marker',
  'former',
  'natural',
  'unread',
  'unreadable',
  'renamed',
  'superseded',
  'gone',
  'userid',
  'root',
  'other-key',
  'twin',
  'stranger',
  'unmarked-removal',
] as const
/** Why an entry is judged as it is; `rollbook lock verify` says each in a sentence. */
export type EvidenceCode = (typeof evidenceCodes)[number]

/** What became of one entry; `other` is the key or id that the evidence names, `name` what DingTalk calls it. */
export interface Judgement {
  readonly ref: Ref
  readonly id: string
  readonly verdict: Verdict
  readonly evidence: EvidenceCode
  readonly other?: string
  readonly name?: string
}

/** The root department, in every company: nobody's, so it never stands in a lock. */
const ROOT_ID = '1'

/**
 * Every entry of the lock, judged. Entries of a setting are left out: which department they belong to is told by the
 * department's own entry, so an id in them leads nowhere.
 */
export function proveLock(input: ProofInput): readonly Judgement[] {
  const court = new Court(input)
  return input.kinds.flatMap((kind) =>
    Object.entries(input.lock.resources[kind.name] ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, entry]) => court.judge(kind, key, entry) ?? []),
  )
}

/** Departments that carry our marker and stand nowhere in the lock, by id. */
export function strays(input: Omit<ProofInput, 'ids' | 'desired'>): readonly (Ref & { id: string; name: string })[] {
  const court = new Court({ ...input, desired: null, ids: {} })
  const kind = input.kinds.find(({ name }) => name === 'department')
  if (kind === undefined) return []
  const locked = new Set(Object.values(input.lock.resources[kind.name] ?? {}).map(({ id }) => id))
  return [...(input.snapshot.remotes[kind.name]?.keys() ?? [])]
    .filter((id) => !locked.has(id))
    .flatMap((id) => {
      const witness = court.witness(kind.name, id)
      return witness !== undefined && typeof witness.mark === 'string'
        ? [{ kind: kind.name, key: witness.mark, id, name: witness.name }]
        : []
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1))
}

/** How many departments are asked for their marker only to learn whether this organisation returns any. */
const SAMPLES = 5
/** How many departments outside of the lock are asked whether they are the one that an entry should name. */
const RIVALS = 50

/**
 * Ids of departments whose marks must be read before the lock can be judged: none while every locked department has the
 * name and place that the files give it. Asked again with the answers, until it asks no more.
 */
export function doubts(input: ProofInput): readonly string[] {
  const court = new Court(input)
  const kind = 'department'
  const entries = Object.entries(input.lock.resources[kind] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const present = entries.filter(([, { id }]) => input.snapshot.remotes[kind]?.has(id))
  const unread = (id: string) => court.witness(kind, id)?.mark === undefined && !input.marks.has(id)
  const first = present
    .filter(([key, entry]) => unread(entry.id) && court.disagrees(key, entry))
    .map(([, { id }]) => id)
  if (first.length > 0) return first

  const weak = present.filter(([key, entry]) => court.isWeak(key, entry))
  if (weak.length === 0) return []
  const locked = new Set(entries.map(([, { id }]) => id))
  const rivals = [...(input.snapshot.remotes[kind]?.keys() ?? [])]
    .filter((id) => !locked.has(id) && id !== ROOT_ID && unread(id))
    .filter((id) => weak.some(([key, entry]) => court.couldBe(id, key, entry)))
  const samples = court.readable
    ? []
    : present
        .slice(0, SAMPLES)
        .map(([, { id }]) => id)
        .filter(unread)
  return [...new Set([...rivals.slice(0, RIVALS), ...samples])].slice(0, RIVALS + SAMPLES)
}

class Court {
  /** Whether some department showed a marker of ours: then the lack of one means something. */
  readonly readable: boolean
  readonly #input: ProofInput
  readonly #kinds: ReadonlyMap<string, Provable>
  readonly #marked = new Map<string, Map<string, string[]>>()
  #contents: Map<string, Set<string>> | undefined

  constructor(input: ProofInput) {
    this.#input = input
    this.#kinds = new Map(input.kinds.map((kind) => [kind.name, kind]))
    for (const { name } of input.kinds) {
      const byMark = new Map<string, string[]>()
      for (const id of input.snapshot.remotes[name]?.keys() ?? []) {
        const mark = this.witness(name, id)?.mark
        if (typeof mark === 'string') byMark.set(mark, [...(byMark.get(mark) ?? []), id])
      }
      this.#marked.set(name, byMark)
    }
    this.readable = (this.#marked.get('department')?.size ?? 0) > 0
  }

  witness(kind: string, id: string): Witness | undefined {
    const remote = this.#input.snapshot.remotes[kind]?.get(id)
    const found = remote === undefined ? undefined : this.#kinds.get(kind)?.witness?.(remote)
    if (found === undefined || found.mark !== undefined || kind !== 'department') return found
    const mark = this.#input.marks.get(id)
    return mark === undefined ? found : { ...found, mark }
  }

  judge(kind: Provable, key: string, entry: Locked): Judgement | null {
    const ref = { kind: kind.name, key }
    const { id } = entry
    const said = (verdict: Verdict, evidence: EvidenceCode, other?: string, name?: string): Judgement => ({
      ref,
      id,
      verdict,
      evidence,
      ...(other !== undefined && { other }),
      ...(name !== undefined && name !== '' && { name }),
    })
    if (kind.witness === undefined) return null
    if (kind.name === 'user' && id !== key) return said('contradicted', 'userid', id)
    if (kind.name === 'department' && id === ROOT_ID) return said('contradicted', 'root')
    const witness = this.witness(kind.name, id)
    if (witness === undefined) return said('gone', 'gone')
    const { mark, name } = witness
    if (mark === key) return said('proven', 'marker', undefined, name)
    if (typeof mark === 'string') {
      if (this.#wasCalled(kind.name, key, entry, mark)) return said('proven', 'former', mark, name)
      if (this.#isKey(kind.name, mark))
        return this.#isSuperseded(kind.name, key, mark)
          ? said('plausible', 'superseded', mark, name)
          : said('contradicted', 'other-key', mark, name)
    }
    const twin = this.#twin(kind.name, key, id)
    if (twin !== undefined) return said('contradicted', 'twin', twin, name)
    const ends = this.#ends(kind.name, key, id)
    if (kind.name !== 'department')
      return ends
        ? said('contradicted', 'unmarked-removal', undefined, name)
        : said('plausible', 'renamed', undefined, name)
    if (mark === undefined)
      return said('plausible', this.#input.marks.has(id) ? 'unreadable' : 'unread', undefined, name)
    if (!this.readable) return said('plausible', 'unreadable', undefined, name)
    if (ends) return said('contradicted', 'unmarked-removal', undefined, name)
    const agrees = this.#agreement(key, entry)
    return agrees.name || agrees.parent || this.#sharesContents(key, id)
      ? said('plausible', 'natural', undefined, name)
      : said('contradicted', 'stranger', undefined, name)
  }

  /** Whether DingTalk has another name or place for a locked department than the files, or than its key. */
  disagrees(key: string, entry: Locked): boolean {
    const { name, parent } = this.#agreement(key, entry, true)
    return !name || !parent
  }

  /** Whether an entry needs more evidence than its own mark gave: it has none of ours, and would be removed or looks wrong. */
  isWeak(key: string, entry: Locked): boolean {
    const mark = this.witness('department', entry.id)?.mark
    if (mark === undefined || mark === key) return false
    if (mark !== null && this.#wasCalled('department', key, entry, mark)) return false
    return this.#ends('department', key, entry.id) || this.disagrees(key, entry)
  }

  /** Whether a department outside of the lock may be the one that an entry should name. */
  couldBe(id: string, key: string, entry: Locked): boolean {
    const witness = this.witness('department', id)
    if (witness === undefined) return false
    const { names, parents } = this.#expected(key, entry)
    return names.has(witness.name) || parents.has(witness.parent ?? '')
  }

  /** Whether it may still go by that former key: DingTalk just has not learned of the new one. */
  #wasCalled(kind: string, key: string, entry: Locked, mark: string): boolean {
    if (this.#previously(kind, key).includes(mark)) return true
    if (entry.formerly !== mark) return false
    const heir = this.#input.lock.resources[kind]?.[mark]
    return heir === undefined || this.witness(kind, heir.id)?.mark === mark
  }

  /** Whether the thing has a newer key, under which the files know it, and this entry is only not aware of it. */
  #isSuperseded(kind: string, key: string, mark: string): boolean {
    if (this.#previously(kind, mark).includes(key)) return true
    const { desired, lock } = this.#input
    if (desired === null || lock.resources[kind]?.[mark] !== undefined) return false
    return desired.directory[kind]?.[key] === undefined
  }

  #isKey(kind: string, key: string): boolean {
    const { desired, lock } = this.#input
    return lock.resources[kind]?.[key] !== undefined || desired?.directory[kind]?.[key] !== undefined
  }

  /** Another one that goes by this key, and is not merely waiting to be told that it has a new one. */
  #twin(kind: string, key: string, id: string): string | undefined {
    return this.#marked
      .get(kind)
      ?.get(key)
      ?.find((other) => other !== id && !this.#isWaiting(kind, other, key))
  }

  #isWaiting(kind: string, id: string, mark: string): boolean {
    const found = Object.entries(this.#input.lock.resources[kind] ?? {}).find(([, entry]) => entry.id === id)
    return found !== undefined && this.#wasCalled(kind, found[0], found[1], mark)
  }

  #ends(kind: string, key: string, id: string): boolean {
    const { desired, ids } = this.#input
    return desired !== null && desired.directory[kind]?.[key] === undefined && ids[kind]?.[key] === id
  }

  #agreement(key: string, entry: Locked, strictly = false): { name: boolean; parent: boolean } {
    const witness = this.witness('department', entry.id)
    const { names, parents } = this.#expected(key, entry, strictly)
    return { name: names.has(witness?.name ?? ''), parent: parents.has(witness?.parent ?? '') }
  }

  /** Names and parents by which a key may be known; strictly, what the files say, if they know the key. */
  #expected(key: string, { formerly = '' }: Locked, strictly = false) {
    const model = this.#input.desired?.directory['department']?.[key]
    const stated = {
      names: model?.['name'] === undefined ? [] : [String(model['name'])],
      parents: model?.['parent_id'] === undefined ? [] : [String(model['parent_id'])],
    }
    const keys = [key, ...(formerly === '' ? [] : [formerly]), ...this.#previously('department', key)]
    const fromKeys = strictly && model !== undefined ? [] : keys
    return {
      names: new Set([...stated.names, ...fromKeys.map((each) => each.slice(each.lastIndexOf('/') + 1))]),
      parents: new Set([...stated.parents, ...fromKeys.map(above)].map((each) => this.#idOf(each)).filter(Boolean)),
    }
  }

  #idOf(key: string): string {
    return key === '/' ? ROOT_ID : (this.#input.lock.resources['department']?.[key]?.id ?? '')
  }

  #previously(kind: string, key: string): readonly string[] {
    return this.#input.desired?.previously[kind]?.[key] ?? []
  }

  /** Whether somebody in it, or a department below it, was there when the lock was written. */
  #sharesContents(key: string, id: string): boolean {
    this.#contents ??= this.#indexContents()
    return this.#contents.get(key)?.has(id) ?? false
  }

  #indexContents(): Map<string, Set<string>> {
    const contents = new Map<string, Set<string>>()
    const put = (key: string, ids: readonly string[]) => {
      const known = contents.get(key) ?? new Set()
      for (const id of ids) known.add(id)
      contents.set(key, known)
    }
    const { lock } = this.#input
    for (const { id, main } of Object.values(lock.resources['user'] ?? {}))
      if (main !== undefined) put(main, this.witness('user', id)?.departments ?? [])
    for (const [key, { id }] of Object.entries(lock.resources['department'] ?? {})) {
      const witness = this.witness('department', id)
      const stated = this.#input.desired?.directory['department']?.[key]?.['parent_id']
      if (witness?.parent !== undefined && witness.mark === key)
        put(typeof stated === 'string' ? stated : above(key), [witness.parent])
    }
    return contents
  }
}

/** The key of the folder above, where keys are paths. */
function above(key: string): string {
  return key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : '/'
}
