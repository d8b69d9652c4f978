import { claimsOn } from './claims.ts'
import type { Desired } from './desired.ts'
import type { Identifiable, Identification, Names, Scene } from './identify.ts'
import type { Locked, Lockfile } from './lockfile.ts'
import type { Model, Snapshot, Value } from './model.ts'
import { Personal } from './personal.ts'
import type { Fingerprint } from './settle.ts'

/**
 * The files of the base commit in the place of DingTalk: every key of then is the id of what it stood for, and its model
 * is what "was read" of it. So the plan of a change that nobody may ask DingTalk about is made by the same code as any
 * other. It is as true as the base commit is applied.
 */

/** A kind that can be compared with what the files said of it once. */
export interface Stated extends Identifiable<unknown> {
  asStated(model: Model, names: Names): Model
}

/** What stands for DingTalk, and for the lock of an apply of the base commit. */
export interface AtBase<K> {
  readonly kinds: readonly K[]
  readonly snapshot: Snapshot
  readonly lock: Lockfile
  readonly fingerprintOf: () => Fingerprint
}

/** The base commit as a world to plan in; `corp` is the company of the lock. */
export function atBase<K extends Stated>(
  kinds: readonly K[],
  base: Pick<Desired, 'directory'>,
  head: Pick<Desired, 'directory'>,
  corp: string | null,
): AtBase<K> {
  const models = (kind: K) => Object.entries(base.directory[kind.name] ?? {})
  const remotes = kinds.map((kind) => {
    const comparable = ([key, model]: [string, Model]): [string, Model] => [
      key,
      withoutUnreadable(model, head.directory[kind.name]?.[key] ?? {}),
    ]
    return [kind.name, new Map(models(kind).map(comparable))] as const
  })
  const resources = kinds.map((kind) => {
    const owned = models(kind).filter(([key]) => key !== '/')
    return [kind.name, Object.fromEntries(owned.map(([key, model]) => [key, lockedAs(kind, key, model)]))] as const
  })
  return {
    kinds: kinds.map(standIn),
    snapshot: {
      remotes: Object.fromEntries(remotes),
      reading: { gaps: [], proof: nothingRead },
      hidden: {},
      access: { departments: [], users: [] },
    },
    lock: { corp, resources: Object.fromEntries(resources) },
    fingerprintOf: () => () => SAME,
  }
}

/** The counts of a read that nobody made. */
const nothingRead = {
  scope: null,
  departments: 0,
  levels: 0,
  pages: 0,
  people: 0,
  headCount: null,
  gone: [],
} as const

/** There is no key to make fingerprints with; a sealed value is the one of then if its ciphertext is. */
const SAME = 'same'

/** The kind, with models of the files where it takes remotes. */
function standIn<K extends Stated>(kind: K): K {
  const { witness: _, ...rest } = kind
  return {
    ...rest,
    identify: kind.settingOf === undefined ? byKey : (scene: Scene<unknown>) => kind.identify(scene),
    model: (remote: unknown, names: Names) => kind.asStated(remote as Model, names),
    unreadable: () => [],
    unmanagedName: () => null,
  } as unknown as K
}

/**
 * Which key of then each key is: itself, unless the files name a former one. A former key comes first where there was
 * no such key then, so that a folder can be renamed and its old name be given to another.
 */
function byKey({ desired, previously, remotes }: Scene<unknown>): Identification {
  const { ids, claim, isTaken } = claimsOn(remotes)
  const keys = Object.keys(desired)
  const claimFormer = (key: string) => {
    const free = (previously[key] ?? []).filter((former) => remotes.has(former) && !isTaken(former))
    if (free.length === 1) claim(key, free[0])
  }
  for (const key of keys) if (!remotes.has(key)) claimFormer(key)
  for (const key of keys) claim(key, key)
  for (const key of keys) claimFormer(key)
  return { ids }
}

/** What the lock would hold after an apply of the base commit. */
function lockedAs(kind: Stated, key: string, model: Model): Locked {
  const isSet = (field: string) => kind.shapes[field] === 'set' || typeof kind.shapes[field] === 'object'
  const sealed = Object.entries(model).flatMap(([field, value]) =>
    value instanceof Personal && value.seal !== undefined ? [[field, value.seal.digest] as const] : [],
  )
  return {
    id: key,
    sets: Object.keys(model).filter(isSet),
    sent: Object.fromEntries(sealed.map(([field]) => [field, SAME])),
    sealed: Object.fromEntries(sealed.map(([field, digest]) => [field, `${digest}.${SAME}`])),
  }
}

/** A value that was sealed then and stands in clear now can be the same one: nobody can tell, so it is not compared. */
function withoutUnreadable(then: Model, now: Model): Model {
  const isOpen = (value: Value | undefined) => value instanceof Personal && !value.closed
  return Object.fromEntries(
    Object.entries(then).filter(([field, value]) => !(value instanceof Personal && value.closed && isOpen(now[field]))),
  )
}
