import type { Identified } from './identify.ts'
import { type Model, placeKey, type Ref } from './model.ts'
import { isEntries } from './value.ts'

/**
 * Between the two calls of a replacement a person is in the files and in the journal, and nowhere else. What only
 * DingTalk knew of them is noted before the first call, so that a run that dies in between loses none of it. Departments
 * stand under their ids, because the files may change before it is needed. Nothing personal is written down: `lost`
 * names those fields, so that somebody can be told to put them in again.
 */
export interface Saved extends Ref {
  readonly type: 'saved'
  readonly fields: Model
  readonly lost: readonly string[]
}

/** The part of a kind that knows what can be saved of a resource that is made again. */
export interface Savable {
  readonly name: string
  /** The fields that may be written down, with the ids of `idOf` in place of keys; undefined where nothing can. */
  save?(fields: Model, idOf: (kind: string, key: string) => string | undefined): Model
  /** The fields again, with keys of `keyOf` in place of ids; null: DingTalk does not have that any more. */
  restore?(fields: Model, keyOf: (kind: string, id: string) => string | null): Model
}

/** What only DingTalk knows of somebody who is to be replaced, besides what the files have `stated`; null where the files say all of it. */
export function savedOf(
  kind: Savable,
  ref: Ref,
  stated: Model,
  { whole, ids }: Pick<Identified, 'whole' | 'ids'>,
): Saved | null {
  const all = whole.get(placeKey(ref)) ?? {}
  const unstated = Object.entries(all).filter(([field, value]) => !saysAll(stated[field], value))
  if (kind.save === undefined || unstated.length === 0) return null
  const idOf = (of: string, key: string) => (key.startsWith('#') ? key.slice(1) : ids[of]?.[key])
  const fields = kind.save(Object.fromEntries(unstated), idOf)
  const lost = unstated.map(([field]) => field).filter((field) => fields[field] === undefined)
  return { type: 'saved', ...ref, fields, lost }
}

/** What was saved of those who are not in DingTalk, as models by `placeKey`. */
export function restored(
  kinds: readonly Savable[],
  saved: readonly Saved[],
  keyOf: (kind: string, id: string) => string | null,
): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>()
  for (const { kind: name, key, fields } of saved) {
    const kind = kinds.find((each) => each.name === name)
    if (kind?.restore !== undefined) models.set(placeKey({ kind: name, key }), kind.restore(fields, keyOf))
  }
  return models
}

/** What the files state over everything that was there; of what is kept by key, each key for itself. */
export function over(stated: Model, there: Model, byKey: readonly string[]): Model {
  const both = byKey.flatMap((field) => {
    const [own, other] = [stated[field], there[field]]
    return isEntries(own) && isEntries(other) ? [[field, { ...other, ...own }] as const] : []
  })
  return { ...there, ...stated, ...Object.fromEntries(both) }
}

function saysAll(stated: Model[string] | undefined, there: Model[string]): boolean {
  if (stated === undefined) return false
  return !isEntries(stated) || !isEntries(there) || Object.keys(there).every((key) => Object.hasOwn(stated, key))
}
