import type { Desired } from './desired.ts'
import { type Focus, type Identifiable, type Identified, identify, type Names } from './identify.ts'
import type { Locked, Lockfile } from './lockfile.ts'
import { type Directory, type Model, placeKey, type Ref, type Snapshot } from './model.ts'
import { InvalidDirectory } from './problem.ts'
import type { Fingerprint } from './settle.ts'

/** A kind of which can be told what the files said once, under the keys of today. */
export interface Restatable extends Identifiable<unknown> {
  asStated(model: Model, names: Names): Model
}

/** The base, and what the plan of the files at hand was made from. */
export interface BaseInput {
  readonly kinds: readonly Restatable[]
  readonly base: Desired
  readonly previously: Desired['previously']
  readonly head: Pick<Identified, 'ids' | 'desired'>
  readonly snapshot: Snapshot
  readonly lock: Lockfile
  readonly fingerprintOf: (ref: Ref) => Fingerprint
  /** What of DingTalk was read, under the keys of today, where that is not all of it. */
  readonly focus?: Focus & { readonly refs: readonly Ref[] }
}

/**
 * The base held against DingTalk, under the keys that the files at hand have for the same things: a folder that was
 * renamed since is the same department. Which is which, DingTalk's ids tell.
 *
 * @throws InvalidDirectory where it cannot be told which department a folder of the base was.
 */
export function identifyBase(input: BaseInput): Identified {
  const { kinds, base, head, snapshot, lock, fingerprintOf, focus } = input
  const before = lockThen(input)
  const then = identify(kinds, base, snapshot, before, fingerprintOf, focusThen(input, before))
  if (then.problems.length > 0) throw new InvalidDirectory(then.problems)
  const keyToday = keysToday(input, then)
  const names: Names = (kind, key) => keyToday(kind, String(key))
  const directory = Object.fromEntries(
    kinds.map((kind) => {
      const models = Object.entries(base.directory[kind.name] ?? {}).map(([key, model]): [string, Model] => [
        keyToday(kind.settingOf ?? kind.name, key),
        restated(kind, model, names),
      ])
      return [kind.name, Object.fromEntries(models)]
    }),
  ) as Directory
  const { lock: renamed, formerly } = lockToday(kinds, head, lock)
  return identify(
    kinds.map((kind) => recognised(kind, base, then, keyToday)),
    { ...base, directory, previously: {}, places: new Map(), settings: settingsToday(base.settings, keyToday) },
    snapshot,
    renamed,
    // A digest belongs to the key that the lock had when it was made.
    ({ kind, key }) => fingerprintOf({ kind, key: formerly(kind, key) }),
    focus,
  )
}

/** What was read, under the keys of the base: what is touched has the id there that it has today. */
function focusThen({ kinds, head, focus }: BaseInput, before: Lockfile): Focus | undefined {
  if (focus === undefined) return undefined
  const owners = new Map(kinds.map(({ name, settingOf }) => [name, settingOf ?? name]))
  const ids = new Set(
    focus.refs.flatMap(({ kind, key }) => {
      const id = head.ids[kind]?.[key] ?? focus.idOf({ kind, key })
      return id === undefined ? [] : [placeKey({ kind, key: id })]
    }),
  )
  const idOf = ({ kind, key }: Ref) => before.resources[kind]?.[key]?.id
  return {
    idOf,
    has(ref) {
      const kind = owners.get(ref.kind) ?? ref.kind
      const id = idOf({ kind, key: ref.key })
      return id === undefined ? focus.has(ref) : ids.has(placeKey({ kind, key: id }))
    },
  }
}

/** The kind with every key of the base recognised as it was before it was renamed. */
function recognised(
  kind: Restatable,
  base: Pick<Desired, 'directory'>,
  then: Pick<Identified, 'ids'>,
  keyToday: KeyToday,
): Restatable {
  if (kind.settingOf !== undefined) return kind
  const ids = Object.keys(base.directory[kind.name] ?? {}).flatMap((key): [string, string][] => {
    const id = then.ids[kind.name]?.[key]
    return id === undefined ? [] : [[keyToday(kind.name, key), id]]
  })
  return { ...kind, identify: () => ({ ids: Object.fromEntries(ids) }) }
}

/** Only what the files said of it: in the place of DingTalk's word a model says more. */
function restated(kind: Restatable, model: Model, names: Names): Model {
  const said = kind.asStated(model, names)
  return Object.fromEntries(Object.entries(said).filter(([field]) => model[field] !== undefined))
}

function settingsToday(settings: Desired['settings'], keyToday: KeyToday): Desired['settings'] {
  return settings.departed === null ? settings : { ...settings, departed: keyToday('department', settings.departed) }
}

type KeyToday = (kind: string, key: string) => string

/** Which key of the files at hand each key of the base is: that of the same id, or one that names it as its former one. */
function keysToday({ head, previously }: BaseInput, then: Pick<Identified, 'ids'>): KeyToday {
  const keyOf = byId(head.ids)
  const taken = new Map(Object.entries(then.ids).map(([kind, ids]) => [kind, new Set(Object.values(ids))]))
  const successors = new Map<string, string>()
  for (const [kind, entries] of Object.entries(previously))
    for (const [key, formers] of Object.entries(entries))
      for (const former of formers) successors.set(`${kind} ${former}`, key)
  return (kind, key) => {
    const id = then.ids[kind]?.[key]
    const sameId = id === undefined ? undefined : keyOf(kind, id)
    if (sameId !== undefined) return sameId
    const successor = successors.get(`${kind} ${key}`)
    const stated = head.desired[kind]?.[key] !== undefined
    const idToday = head.ids[kind]?.[key]
    if (id !== undefined) return stated || idToday !== undefined ? `#${id}` : key
    // What the files at hand call by this key was another thing then.
    if (idToday !== undefined && taken.get(kind)?.has(idToday)) return `#${key}`
    return successor !== undefined && !stated && head.ids[kind]?.[successor] === undefined ? successor : key
  }
}

/** The lock under the keys of the base, where the files named them as former ones since. */
function lockThen({ kinds, base, previously, lock }: BaseInput): Lockfile {
  const resources = kinds.map(({ name }) => {
    const entries: Record<string, Locked> = { ...lock.resources[name] }
    const stated = base.directory[name] ?? {}
    for (const [key, formers] of Object.entries(previously[name] ?? {})) {
      const entry = entries[key]
      const former = formers.find((each) => stated[each] !== undefined && entries[each] === undefined)
      if (entry === undefined || former === undefined || stated[key] !== undefined) continue
      delete entries[key]
      entries[former] = entry
    }
    return [name, entries] as const
  })
  return { ...lock, resources: { ...lock.resources, ...Object.fromEntries(resources) } }
}

/** The lock under the keys of today; and the key that each entry had. */
function lockToday(kinds: readonly Restatable[], head: BaseInput['head'], lock: Lockfile) {
  const keyOf = byId(head.ids)
  const formers = new Map<string, string>()
  const resources: Record<string, Record<string, Locked>> = {}
  for (const kind of kinds) {
    const entries: Record<string, Locked> = {}
    const named = Object.entries(lock.resources[kind.name] ?? {}).map(([key, entry]) => {
      const today = keyOf(kind.settingOf ?? kind.name, entry.id)
      return { key, entry, today }
    })
    for (const { key, entry } of named.filter(({ today }) => today === undefined)) entries[key] = entry
    for (const { key, entry, today } of named)
      if (today !== undefined) {
        entries[today] = entry
        formers.set(`${kind.name} ${today}`, key)
      }
    resources[kind.name] = entries
  }
  return {
    lock: { ...lock, resources },
    formerly: (kind: string, key: string) => formers.get(`${kind} ${key}`) ?? key,
  }
}

function byId(ids: Identified['ids']): (kind: string, id: string) => string | undefined {
  const keys = new Map(
    Object.entries(ids).flatMap(([kind, entries]) =>
      Object.entries(entries).map(([key, id]) => [`${kind} ${id}`, key] as const),
    ),
  )
  return (kind, id) => keys.get(`${kind} ${id}`)
}
