import type { Identified, Names } from './identify.ts'
import type { Around, Model, Plan, Snapshot } from './model.ts'

/** The part of a kind that tells where something stands. */
interface Placed {
  readonly name: string
  model(remote: unknown, names: Names, locked: undefined): Model
}

/**
 * Where the departments of DingTalk stand, and job numbers of people who share their name: what a plan needs to be drawn
 * and read, of things that it leaves alone. Only what was read, and what the plan compares, is in it.
 */
export function aroundOf(
  kinds: readonly Placed[],
  { remotes }: Pick<Snapshot, 'remotes'>,
  { actual, desired, whole }: Pick<Identified, 'actual' | 'desired' | 'whole'>,
  names: Names,
  people: Plan['names'][string] = {},
): Around {
  const parents: Record<string, string> = {}
  const jobNumbers: Record<string, string> = {}
  const shared = sharingNames(people)
  const note = (kind: string, key: string, model: Model) => {
    const [parent, number] = [model['parent_id'], model['job_number']]
    if (kind === 'department' && key !== '/' && typeof parent === 'string') parents[key] = parent
    if (kind === 'user' && shared.has(key) && typeof number === 'string' && number !== '') jobNumbers[key] = number
  }
  for (const kind of kinds.filter(({ name }) => name === 'department' || name === 'user'))
    for (const [id, remote] of remotes[kind.name] ?? []) {
      const key = names(kind.name, id)
      if (key !== null) note(kind.name, key, kind.model(remote, names, undefined))
    }
  for (const [place, model] of whole) {
    const [kind = '', key = ''] = place.split('\u0000')
    if (kind === 'user') note(kind, key, model)
  }
  for (const [key, model] of Object.entries(desired['user'] ?? {})) note('user', key, model)
  for (const [key, model] of Object.entries(actual['department'] ?? {})) note('department', key, model)
  return { parents, jobNumbers }
}

function sharingNames(people: Plan['names'][string]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const shared = new Set<string>()
  for (const [key, name] of Object.entries(people)) {
    const other = first.get(name)
    if (other === undefined) first.set(name, key)
    else shared.add(other).add(key)
  }
  return shared
}
