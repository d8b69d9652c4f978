import type { Path } from './json-schema.ts'
import type { Model, Ref } from './model.ts'
import type { ProblemCode, Words } from './problem.ts'

/** Where a field of a model, or one member of it, stands in the manifest that it came from. */
export type Origin = readonly [field: string, member: string | undefined, path: Path]

/** One resource as a file states it, with the way back to the lines that state it. */
export interface Entry {
  readonly ref: Ref
  readonly model: Model
  /** Where it begins in the manifest. */
  readonly path: Path
  readonly origins: readonly Origin[]
  /** Former keys that the file names. */
  readonly previously?: readonly string[]
}

/** Something wrong that only the loader of a kind can see; the path is inside its manifest. */
export interface Complaint {
  readonly path: Path
  readonly code: ProblemCode
  readonly en: Words
  readonly zh: Words
}

/** What a kind makes of one manifest. */
export interface Loaded {
  readonly entries: readonly Entry[]
  readonly complaints: readonly Complaint[]
}

/** Texts of a list as the members of a set, and where each of them stands. Places left empty by a mistake are skipped. */
export function setOf(
  field: string,
  list: readonly (string | undefined)[],
  path: Path,
  key: (item: string) => string = (item) => item,
): { readonly set: { readonly [member: string]: true }; readonly origins: Origin[] } {
  const origins: Origin[] = []
  const members: [string, true][] = []
  for (const [index, item] of list.entries()) {
    if (item === undefined) continue
    members.push([key(item), true])
    origins.push([field, key(item), [...path, index]])
  }
  return { set: Object.fromEntries(members), origins }
}
