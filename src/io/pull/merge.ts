import type { Written } from '../../core/manifest.ts'
import type { Model, Value } from '../../core/model.ts'
import { equal, isEntries, members } from '../../core/value.ts'
import { identityOf, isList, isMapping, type Stated } from './pieces.ts'

/** The fields of one thing as its file states them. */
export type Manifest = { readonly [field: string]: Stated }

/** What is taken of one thing, of the fields that the files state. */
export interface Taken {
  /** As the files want it. */
  readonly before: Model
  /** The same with what is taken as DingTalk has it. */
  readonly after: Model
  /** The fields of which something is taken. */
  readonly fields: ReadonlySet<string>
}

/** Names somebody or something that the files do not have: it would have to be taken too. */
export class Unnamed extends Error {
  override name = 'Unnamed'
  readonly ref: { readonly kind: string; readonly key: string }
  /** The field that names it, where everything else can be taken without that one. */
  readonly field: string | undefined

  constructor(kind: string, key: string, field?: string) {
    super(`${kind} ${key}`)
    this.ref = { kind, key }
    this.field = field
  }
}

/** Who came into a set in DingTalk, and who left it. What stays there unnamed (see `Kept`) did neither. */
export function moved({ before, after }: Pick<Taken, 'before' | 'after'>, field: string) {
  const [there, stated] = [new Set(members(after[field])), new Set(members(before[field]))]
  return {
    came: [...there].filter((key) => !stated.has(key)),
    left: new Set([...stated].filter((key) => !there.has(key))),
  }
}

/** A list of a file without those who left, and with those who came, in the order in which they stand. */
export function mergedList(
  current: Stated | undefined,
  { came, left }: ReturnType<typeof moved>,
  item: (key: string) => Stated = (key) => key,
): readonly Stated[] {
  const list = current !== undefined && isList(current) ? current : []
  const known = new Set(list.map((each) => identityOf(each).normalize('NFC')))
  return [
    ...list.filter((each) => !left.has(identityOf(each).normalize('NFC'))),
    ...came.filter((key) => !known.has(key)).map(item),
  ]
}

/** A mapping of a file, such as custom fields, with what changed in DingTalk; undefined where nothing is left of it. */
export function mergedEntries(
  current: Stated | undefined,
  before: Value | undefined,
  after: Value | undefined,
): Manifest | undefined {
  const entries: Record<string, Stated> = { ...(current !== undefined && isMapping(current) ? current : {}) }
  const [there, stated] = [isEntries(after) ? after : {}, isEntries(before) ? before : {}]
  for (const key of Object.keys(stated)) if (!Object.hasOwn(there, key)) delete entries[key]
  for (const [key, value] of Object.entries(there)) if (!equal(value, stated[key])) entries[key] = String(value)
  return Object.keys(entries).length === 0 ? undefined : entries
}

/** A plain value in the place of another: a flag says that it is off, everything else that holds nothing goes. */
export function plainly(saved: Written | undefined, actual: Value | undefined): Stated | undefined {
  return saved ?? (actual === false ? 'false' : undefined)
}

/** The manifest with a field set, or without it. */
export function put(manifest: Record<string, Stated>, field: string, value: Stated | undefined): void {
  if (value === undefined) delete manifest[field]
  else manifest[field] = value
}
