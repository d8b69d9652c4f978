import type { Identifiable, Identification, Names, Scene } from '../core/identify.ts'
import type { NaturalKey } from '../core/journal.ts'
import type { Locked } from '../core/lockfile.ts'
import type { Gap, Model, Proof, Ref, Value } from '../core/model.ts'
import type { Words } from '../core/problem.ts'
import type { Candidate } from '../core/recovery.ts'
import type { Savable } from '../core/saved.ts'
import type { Shape, Shapes } from '../core/settle.ts'
import type { Client } from '../dingtalk/client.ts'

export type { Candidate, Identification, Locked, Names, NaturalKey, Scene, Shape, Shapes }

/** What a read may use: the client, what the directory manages, and the kinds that are read at the same time. */
export interface Reader<R> {
  readonly client: Client
  /** Everything is wanted, with every field, whatever the files say: an import. */
  readonly whole: boolean
  readonly desired: { readonly [key: string]: Model }
  readonly locked: { readonly [key: string]: Locked }
  /** Former keys that the files name. */
  readonly previously: { readonly [key: string]: readonly string[] }
  /** Models that the directory states for another kind, and what the lock knows of it. */
  desiredOf(kind: string): { readonly [key: string]: Model }
  lockedOf(kind: string): { readonly [key: string]: Locked }
  /** Remotes of another kind as they arrive, from the first one on. */
  seen(kind: string): AsyncIterable<readonly [id: string, remote: unknown]>
  found(id: string, remote: R): void
  /** The read goes on, but it is no longer whole. */
  gap(gap: Gap): void
  /** Counts of the completeness proof, as far as this kind knows them; pages of several kinds add up. */
  prove(counts: Partial<Pick<Proof, 'departments' | 'levels' | 'pages' | 'people' | 'headCount'>>): void
}

/** Something that stands in something else, as the list of that shows it. */
export interface Inside {
  readonly kind: string
  readonly id: string
  readonly name: string
}

/** What a write may use. */
export interface Writer {
  readonly client: Client
  /** The DingTalk id of a resource, made in this run or before. */
  id(kind: string, key: string): string
  /** What the snapshot held of a resource, if it was there. */
  remote(kind: string, id: string): unknown
}

/** Something was made although the write failed in a later step: its id must not be lost. */
export class PartlyWritten extends Error {
  override name = 'PartlyWritten'
  readonly id: string

  constructor(id: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.id = id
  }
}

/**
 * One kind of resource: how it is read, recognised, compared and written. A kind has no differ: where two equal things
 * look different, `load` or `model` is wrong. The registry's order is the order of dependency.
 *
 * Inherited from `Identifiable`: `shapes` (how fields compare), `replaces` (fields whose change means delete and create
 * again), `createOnly` (fields that only a create takes), `unreadable` (fields not returned of a remote), `deletable`
 * (false where DingTalk has no call for it), `settingOf` (a setting is part of the owner that has the same key and is
 * never deleted), `identify`, `witness` (what a remote
 * says of itself, to prove the lock by), `model` (every readable field, empty ones left out), `unmanagedName` (null: not listed).
 */
export interface Kind<R> extends Identifiable<R>, Savable {
  /** Fields that DingTalk does not always return, and of which the lock remembers what was sent. */
  readonly remembered: readonly string[]
  /** Fields whose change people call a move. */
  readonly moves: readonly string[]
  read(reader: Reader<R>): Promise<void>
  /**
   * Reads one by its id, with every detail; undefined where DingTalk says that it does not exist. A kind without it is
   * read by `read`, with nothing in `desired` and `locked` but what is to be known in full.
   */
  readOne?(reader: Reader<R>, id: string): Promise<R | undefined>
  /** What stands directly in one of them, of its own kind and of others, or of one kind only. */
  readInside?(reader: Reader<R>, id: string, only?: string): Promise<readonly Inside[]>
  /** What has to be read as well before this one may go: what it is the head of. */
  holds?(remote: R): readonly Omit<Inside, 'name'>[]
  /** The key in the files is DingTalk's id: a userid. */
  readonly keyIsId?: true
  /** One list shows them all, so asking for a few costs the same as asking for all. */
  readonly listedWhole?: true
  /**
   * Whether DingTalk still has what the lock lists and no list showed. False only for a code that says so; everything
   * else throws. A kind without it belongs to another one and is never missing by itself.
   */
  exists?(client: Client, id: string): Promise<boolean>
  /** Whether a remote has this field at all; for kinds of which an app may not read every field. */
  shows?(remote: R, field: string): boolean
  /** The key in one remote's marker, where the read did not show it; undefined where it cannot be seen. */
  readMark?(client: Client, id: string): Promise<string | null | undefined>
  /** What the files must still say before this can be made, in both languages; needed only where it does not exist. */
  lacking?(after: Model): { readonly en: Words; readonly zh: Words } | null
  /** Whom an invitation goes to, where somebody may have to accept one before they are there: a mobile, else a mail. */
  invitee?(after: Model): Value | undefined
  /** The id under which whoever that is stands in DingTalk; undefined where nobody does, or the app may not ask. */
  findInvitee?(client: Client, invitee: Value): Promise<string | undefined>
  /** Resources that must exist before this one can be written in full. */
  references(model: Model): Iterable<Ref>
  /**
   * What the files said of it once, as if DingTalk said so now: the keys that stood for other resources then (which
   * `names` takes for ids), as they are today.
   */
  asStated(model: Model, names: Names): Model
  /** The model without a resource that could not be made; null where nothing is left to write. */
  omit(model: Model, missing: Ref): Model | null
  /** Names that only one resource may hold at a time, such as a name among siblings. */
  slots(model: Model): Iterable<string>
  /** The model under a temporary name that makes room for another. */
  park(model: Model, key: string): Model

  create(writer: Writer, ref: Ref, after: Model): Promise<string>
  /** What remains to be done of a create of which only the resource itself was found; for creates of several calls. */
  resume?(writer: Writer, id: string, after: Model): Promise<void>
  update(writer: Writer, ref: Ref, before: Model, after: Model): Promise<void>
  delete(writer: Writer, ref: Ref, before: Model): Promise<void>
  /** Deletes and makes again, where `replaces` names fields. */
  replace?(writer: Writer, ref: Ref, after: Model): Promise<void>
  /** Where a create puts the resource and under which name; with the key all that `find` needs, now or in a later run. */
  naturalKey(writer: Pick<Writer, 'id'>, ref: Ref, after: Model): NaturalKey
  /** Everything that has this natural key in DingTalk now: what a create may have left behind. */
  find(client: Client, ref: Ref, at: NaturalKey): Promise<readonly Candidate[]>
  /**
   * What it is made in, where DingTalk is not known to refuse a second one of the same natural key: then a create looks
   * before it writes, unless what it is made in was made in the same run and holds nothing but ours.
   */
  readonly looksIn?: (after: Model) => Ref
}

/** Any kind: each knows its own remotes, and only it ever sees them again. */
// biome-ignore lint/suspicious/noExplicitAny: a remote comes back to the kind that read it, which the type cannot say.
export type AnyKind = Kind<any>
