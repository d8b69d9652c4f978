import type { Gap, Ids, Model, Ref, Snapshot } from '../core/model.ts'
import type { Client } from '../dingtalk/client.ts'

/**
 * How a field compares. `value`: as a whole. `set`: an object keyed by members; a stated one is the whole set, but its
 * first apply never removes. `entries`: an object of which only the stated entries are managed. A nested object gives
 * the shapes of the members' own fields.
 */
export type Shape = 'value' | 'set' | 'entries' | { readonly set: Shapes }
/** Shapes of a kind's fields; a field that is not named here is a `value`. */
export type Shapes = { readonly [field: string]: Shape }

/** What the lock knows of one resource. */
export interface Locked {
  readonly id: string
  /** The key of a person's main department when last applied: no DingTalk field tells it. */
  readonly main?: string
  /** The set fields that were applied before, so that what they leave out may be removed. */
  readonly sets?: readonly string[]
  /** Keyed fingerprints of values that DingTalk accepts and never returns. */
  readonly sent?: { readonly [field: string]: string }
}
export type LockedByKind = { readonly [kind: string]: { readonly [key: string]: Locked } }

/** What a read may use: the client, what the directory manages, and the kinds read at the same time. */
export interface Reader {
  readonly client: Client
  readonly desired: { readonly [key: string]: Model }
  readonly locked: { readonly [key: string]: Locked }
  /** Remotes of another kind, in the order they arrive; replayed from the start. */
  seen(kind: string): AsyncIterable<readonly [id: string, remote: unknown]>
  /** Models that the directory states for another kind. */
  desiredOf(kind: string): { readonly [key: string]: Model }
  /** The read goes on, but is no longer whole. */
  gap(gap: Gap): void
}

/** What the pure step of identification sees of one kind. */
export interface Scene<R> {
  readonly desired: { readonly [key: string]: Model }
  readonly previously: { readonly [key: string]: readonly string[] }
  readonly remotes: ReadonlyMap<string, R>
  readonly locked: { readonly [key: string]: Locked }
  readonly snapshot: Snapshot
  readonly allDesired: { readonly [kind: string]: { readonly [key: string]: Model } }
  /** Ids settled so far by kinds that stand earlier in the registry. */
  readonly ids: Ids
}

/** Which remote each key is. A key that is missing here does not exist in DingTalk yet. */
export interface Identification {
  readonly ids: { readonly [key: string]: string }
  /** Keys matched by contents alone, and why. */
  readonly inferred?: { readonly [key: string]: string }
  /** Keys for which two remotes fit: the plan stops. */
  readonly ambiguous?: readonly { readonly key: string; readonly message: string; readonly hint: string }[]
}

/** Keys for ids, of every kind: `names('department', '42')` is `研发部`, or `#42` for one that has no key. */
export type Names = (kind: string, id: string | number) => string

/** What a write may use. `id` is the DingTalk id of a ref, created in this run or before. */
export interface Writer {
  readonly client: Client
  id(ref: Ref): string
  /** What the snapshot held of a resource, if anything. */
  remote(kind: string, id: string): unknown
}

/**
 * One kind of resource: how it is read, recognised, compared and written. A kind has no differ: where two equal things
 * look different, `load` or `model` is wrong. The registry's order is the order of dependency.
 */
export interface Kind<R> {
  readonly name: string
  readonly shapes: Shapes
  /** Fields whose change people call a move. */
  readonly moves: readonly string[]
  /** Fields that DingTalk cannot change: a difference means delete and create again. */
  readonly replaces: readonly string[]
  /** False where DingTalk has no call to delete it. */
  readonly deletable: boolean
  /** A setting has no existence of its own: it is a part of the owner of the same key. */
  readonly settingOf?: string

  read(reader: Reader): AsyncIterable<readonly [id: string, remote: R]>
  identify(scene: Scene<R>): Identification
  /** The remote as a model with every field that could be read; what is empty is left out. */
  model(remote: R, names: Names): Model
  /** Fields that could not be read of this remote; what was sent before stands for them. */
  unreadable(remote: R | undefined): readonly string[]
  /** Name of a remote that is not ours, or null where it is not to be listed (system roles). */
  unmanagedName(remote: R): string | null
  /** Resources that must exist before this one can be written. */
  references(model: Model): Iterable<Ref>
  /** Names that only one resource may hold at a time, such as a name among siblings. */
  slots(model: Model): Iterable<string>
  /** The model under a temporary name, to make room in a swap. */
  park(model: Model, key: string): Model

  create(writer: Writer, ref: Ref, after: Model): Promise<string>
  update(writer: Writer, ref: Ref, before: Model, after: Model): Promise<void>
  delete(writer: Writer, ref: Ref, before: Model): Promise<void>
  /** The id of what an unclear create may have left behind, found by its natural key. */
  find(writer: Writer, ref: Ref, after: Model): Promise<string | undefined>
}
